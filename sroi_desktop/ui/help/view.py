"""The help as widgets: search and topics at the left, the text at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.help.entry_list import EntryList
from sroi_desktop.ui.help.presenter import Entry
from sroi_desktop.ui.help.text_view import HelpText
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.text import Muted


class HelpPanel(QWidget):
    """The body of the page.

    Signals:
        entry_chosen(str): key of a line of the list.
        search_changed(str): what to look for.
        link_followed(str): the address of a link in the text.
    """

    entry_chosen = Signal(str)
    search_changed = Signal(str)
    link_followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = Card(self, padding=10)
        self._search = SearchField(_("Search in the help"), self._side)
        self._search.setObjectName("help.search")
        self._nothing = Muted(_("Nothing found. Try another word."), parent=self._side)
        self._entries = EntryList(self._side)
        self._text = HelpText(self)
        self._build()
        self._entries.entry_chosen.connect(self.entry_chosen)
        self._search.search_changed.connect(self.search_changed)
        self._text.link_followed.connect(self.link_followed)
        self.fit_to_look()

    def show_entries(self, entries: tuple[Entry, ...], current: str, *, searching: bool) -> None:
        """List the topics, or what a search found."""
        self._entries.set_entries(entries, current)
        self._nothing.setVisible(not entries)
        if not searching:
            self._search.blockSignals(True)
            self._search.clear()
            self._search.blockSignals(False)

    def show_page(self, title: str, markdown: str) -> None:
        """Show a topic from its beginning."""
        self._text.set_page(title, markdown)

    def go_to(self, place: str) -> None:
        """Go to a place in the topic shown."""
        self._text.go_to(place)

    def fit_to_look(self) -> None:
        """Give the list the room that its words need."""
        self._side.setFixedWidth(current_look().em(18.5))

    def _build(self) -> None:
        self._side.add(self._search, self._nothing)
        self._side.body.addWidget(self._entries, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        body = QHBoxLayout(self)
        body.setContentsMargins(28, 4, 28, 8)
        body.setSpacing(16)
        body.addWidget(self._side)
        body.addWidget(self._text, 1)
