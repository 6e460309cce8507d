"""A menu of acts, and the button that opens one: for what is seldom done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.icons import icon

_BENEATH = 4


class ActMenu(QMenu):
    """Shows acts, None being a line.

    Signals:
        act_chosen(str): key of the act.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: dict[QAction, str] = {}
        self.setToolTipsVisible(True)
        self.triggered.connect(self._on_triggered)

    def set_acts(
        self,
        acts: Sequence[Act | None],
        *,
        first: Sequence[QAction] = (),
        last: Sequence[QAction] = (),
    ) -> None:
        """Show these acts, between the actions of the window that come first and last."""
        self.clear()
        self._keys = {}
        self.addActions(list(first))
        if first:
            self.addSeparator()
        for act in acts:
            if act is None:
                self.addSeparator()
            else:
                self._add(act)
        if last:
            self.addSeparator()
        self.addActions(list(last))

    def _add(self, act: Act) -> None:
        action = self.addAction(act.text)
        action.setObjectName(f"act.{act.key}")
        action.setEnabled(act.enabled)
        action.setToolTip(act.hint)
        if act.icon is not None:
            action.setIcon(icon(act.icon, "muted"))
        self._keys[action] = act.key

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._keys:
            self.act_chosen.emit(self._keys[action])


class MoreButton(Button):
    """Opens a menu of acts beneath itself.

    Signals:
        act_chosen(str): key of the act.
    """

    act_chosen = Signal(str)

    def __init__(self, acts: Sequence[Act | None], parent: QWidget | None = None) -> None:
        super().__init__(_("More"), icon_name="ellipsis", parent=parent)
        self.menu_of_acts = ActMenu(self)
        self.menu_of_acts.set_acts(acts)
        self.menu_of_acts.act_chosen.connect(self.act_chosen)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.menu_of_acts.popup(self.mapToGlobal(QPoint(0, self.height() + _BENEATH)))
