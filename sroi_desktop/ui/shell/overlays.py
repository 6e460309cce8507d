"""What lies over the window for a moment: the search, and the word after an act."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.shell.notice import Notice

if TYPE_CHECKING:
    from sroi_desktop.ui.shell.search import SearchPanel


class Overlays(QObject):
    """Makes the search and the notice when each is first asked for.

    Signals:
        search_changed(str): find hits and show them with `search.show_results`.
        result_chosen(object): the `SearchResult` to open.
        notice_act_chosen(str): key of the act of the notice.
    """

    search_changed = Signal(str)
    result_chosen = Signal(object)
    notice_act_chosen = Signal(str)

    def __init__(self, foot: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._foot = foot
        self._window = window

    @cached_property
    def notice(self) -> Notice:
        """The notice, which lies over the foot of the window."""
        notice = Notice(self._foot, self._window)
        notice.act_chosen.connect(self.notice_act_chosen)
        return notice

    @cached_property
    def search(self) -> SearchPanel:
        """The search; lists are much to load for a start."""
        from sroi_desktop.ui.shell.search import SearchPanel  # noqa: PLC0415

        panel = SearchPanel(self._window)
        panel.search_changed.connect(self.search_changed)
        panel.result_chosen.connect(self.result_chosen)
        return panel

    def place(self) -> None:
        """Lie where they belong in a window of another size or look."""
        for made in (vars(self).get("search"), vars(self).get("notice")):
            if made is not None:
                made.place()

    def leave(self) -> None:
        """Take the search away: one has gone to a page."""
        if "search" in vars(self):
            self.search.hide()
