"""Underlined tabs; a tab may carry a count ("Evidence  2 open")."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from sroi_desktop.ui.kit.content import Choice


class TabBar(QTabBar):
    """A row of tabs with keys. Arrow keys walk through them.

    Signals:
        tab_chosen(str): key of the tab the user went to.
    """

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._quiet = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._on_current)

    def set_tabs(self, tabs: Sequence[Choice]) -> None:
        """Show these tabs; `hint` of each is the count behind its name."""
        before = self.current_key()
        self._quiet = True
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        self._keys = [tab.key for tab in tabs]
        for number, tab in enumerate(tabs):
            self.setTabText(number, f"{tab.text}  {tab.hint}" if tab.hint else tab.text)
        self._quiet = False
        if before is not None:
            self.set_current_key(before)

    def current_key(self) -> str | None:
        """Return the key of the tab in front."""
        place = self.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def set_current_key(self, key: str) -> None:
        """Bring a tab to the front; nothing is announced."""
        if key in self._keys:
            self._quiet = True
            self.setCurrentIndex(self._keys.index(key))
            self._quiet = False

    @Slot(int)
    def _on_current(self, place: int) -> None:
        if not self._quiet and 0 <= place < len(self._keys):
            self.tab_chosen.emit(self._keys[place])
