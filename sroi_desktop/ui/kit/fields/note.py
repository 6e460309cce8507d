"""The field for longer text."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sroi_desktop.ui.kit.fields.base import Field


class _NoteEdit(QPlainTextEdit):
    """A plain text of some lines; Tab leaves it."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Show the asked number of lines at any text size."""
        spare = 2 * (self.frameWidth() + 8)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + spare)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user is done."""
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(Field):
    """Text of several lines."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        hint: str = "",
        optional: bool = False,
        placeholder: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self._edit = _NoteEdit(lines)
        self._quiet = False
        super().__init__(label, self._edit, name=name, hint=hint, optional=optional, parent=parent)
        self._edit.setPlaceholderText(placeholder)
        self._edit.textChanged.connect(self._on_changed)
        self._edit.left.connect(self.finished)

    def text(self) -> str:
        """Return the text, empty lines and spaces at its ends removed."""
        return self._edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a text; nothing is announced as changed."""
        if text == self._edit.toPlainText():
            return
        self._quiet = True
        self._edit.setPlainText(text)
        self._quiet = False

    @Slot()
    def _on_changed(self) -> None:
        if not self._quiet:
            self.changed.emit()
