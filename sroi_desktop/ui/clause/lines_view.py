"""The list at the left: topics and questions with what was answered, and how far one is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import Line, Progress
from sroi_desktop.ui.help.entry_list import EntryList
from sroi_desktop.ui.help.presenter import Entry
from sroi_desktop.ui.kit.boxes import Card, column
from sroi_desktop.ui.kit.content import ProgressShares
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.text import Muted


class LinesPanel(Card):
    """Where one is, and how far; a line leads to its question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=10, spacing=8)
        self._shown: tuple[Line, ...] = ()
        self._current = ""
        self._words = Muted("", "smallstrong", parent=self)
        self._words.setObjectName("clause.progress")
        self._bar = ProgressBar(self)
        self.entries = EntryList(self)
        self.entries.setObjectName("clause.lines")
        self.entries.setAccessibleName(_("Questions"))
        head = column(self._words, self._bar, spacing=8)
        head.setContentsMargins(6, 4, 6, 0)
        self.add(head)
        self.body.addWidget(self.entries, 1)

    def set_lines(self, lines: tuple[Line, ...], current: str, progress: Progress) -> None:
        """Show these lines, one of them marked."""
        self._words.setText(progress.text)
        self._bar.set_shares(ProgressShares(progress.share), progress.text)
        if (lines, current) == (self._shown, self._current):
            return
        self._shown, self._current = lines, current
        self.entries.set_entries(
            tuple(Entry(line.key, line.title, line.detail) for line in lines), current
        )
