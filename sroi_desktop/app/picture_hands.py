"""Hands for pictures: presses, types and chooses in a window, by object name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar, QWidget

from sroi_desktop.ui.kit.dialogs import QtDialogs
from sroi_desktop.ui.kit.fields import ChoiceField, Field, OptionsField
from sroi_desktop.ui.kit.tabs import TabBar

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.ui.kit.dialogs import FileKind, Question

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Press:
    """Press the button, or carry out the action, of that name."""

    name: str

    def do(self, window: QWidget) -> None:
        """Press it; what is not there now is passed over."""
        action = window.findChild(QAction, self.name)
        if action is not None:
            action.trigger()
            return
        button = _seen(window, QAbstractButton, self.name)
        if button is not None:
            button.setFocus()
            button.click()


@dataclass(frozen=True, slots=True)
class Write:
    """Type in the line of that name, and leave it unless `stay`."""

    name: str
    text: str
    stay: bool = False

    def do(self, window: QWidget) -> None:
        """Type it as a person would."""
        line = _seen(window, QLineEdit, self.name)
        if line is None:
            return
        line.setFocus()
        line.setText(self.text)
        line.textEdited.emit(self.text)
        if not self.stay:
            line.editingFinished.emit()


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose the answer or tab of that key."""

    name: str
    key: str

    def do(self, window: QWidget) -> None:
        """Choose it."""
        tabs = _seen(window, QTabBar, self.name)
        if isinstance(tabs, TabBar):
            tabs.set_current_key(self.key)
            tabs.tab_chosen.emit(self.key)
        field = _seen(window, Field, self.name)
        if isinstance(field, ChoiceField | OptionsField):
            field.set_value(self.key)
            field.changed.emit()
            field.finished.emit()


Act = Press | Write | Pick


class ChosenFile(QtDialogs):
    """Answers every question for a file with the same one, and agrees to what is asked."""

    def __init__(self, path: Path, rules: Path | None = None) -> None:
        self._path = path
        self._rules = rules

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        """Return the file, or where rules are asked for those."""
        del parent, title, many
        wants_rules = any("toml" in kind.endings for kind in kinds)
        return (self._rules if wants_rules and self._rules is not None else self._path,)

    def confirm(self, parent: QWidget | None, question: Question) -> bool:
        """Agree: nobody is there to press a button."""
        del parent, question
        return True


def _seen(window: QWidget, kind: type[W], name: str) -> W | None:
    return next((one for one in window.findChildren(kind, name) if one.isVisible()), None)
