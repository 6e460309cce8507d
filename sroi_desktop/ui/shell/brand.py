"""The head of the navigation column: the name of the program, and the menu behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.act_menu import ActMenu
from sroi_desktop.ui.kit.buttons import IconButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Text


class Brand(QWidget):
    """Name and menu.

    Signals:
        act_chosen(str): key of an act of the menu.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel("handshake", Tone.ACCENT, size=24, parent=self)
        self._name = Text("SROI Desktop", "section", parent=self)
        self.menu = ActMenu(self)
        self.menu.setAccessibleName(_("Menu"))
        self.menu_button = IconButton("menu", _("Menu"), self)
        self.menu_button.setObjectName("menu")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._mark)
        across.addWidget(self._name, 1)
        across.addWidget(self.menu_button)
        self.menu.act_chosen.connect(self.act_chosen)

    def set_compact(self, *, compact: bool) -> None:
        """Show the button of the menu only."""
        self._mark.setVisible(not compact)
        self._name.setVisible(not compact)

    def set_menu(
        self,
        first: Sequence[QAction],
        acts: Sequence[Act | None],
        last: Sequence[QAction],
    ) -> None:
        """Show the first actions of the window, these acts (None is a line), and the last."""
        self.menu.set_acts(acts, first=first, last=last)
