"""Asks why a contract is moved to another edition, with what that would do."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.edition.content import SwitchContent
from sroi_desktop.ui.kit.boxes import STRETCH, column, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.fields import NoteField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.text import Muted, Text


class SwitchDialog(QDialog):
    """Stays open until the contract was moved, so that nothing typed is lost.

    Signals:
        wanted(str): the reason, as typed.
    """

    wanted = Signal(str)

    def __init__(self, content: SwitchContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edition.switch")
        self.setWindowTitle(_("Move the contract to this edition"))
        self.setMinimumWidth(current_look().em(36))
        hint = _("For example what you agreed with the authority, and when.")
        self._reason = NoteField(_("&Reason"), name="edition.reason", hint=hint, parent=self)
        move = Button(_("&Move the contract"), "primary", parent=self)
        move.setObjectName("edition.move")
        cancel = Button(_("Cancel"), parent=self)
        cancel.setObjectName("edition.cancel")
        lines = column(spacing=4)
        for line in content.lines:
            lines.addWidget(Muted(line, "small", parent=self))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(Text(content.title, "section", wrap=True, parent=self))
        body.addLayout(lines)
        body.addWidget(self._reason)
        body.addLayout(row(STRETCH, cancel, move))
        move.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._reason.changed.connect(self._on_typed)
        self._reason.focus()

    def refuse(self, text: str) -> None:
        """Say why the contract was not moved."""
        self._reason.set_error(text)
        self._reason.focus()

    def close_for_good(self) -> None:
        """Close, now that the contract was moved."""
        super().accept()

    @Slot()
    def accept(self) -> None:
        """Ask for the move; whoever moves closes this."""
        self.wanted.emit(self._reason.text())

    @Slot()
    def _on_typed(self) -> None:
        self._reason.set_error(None)
