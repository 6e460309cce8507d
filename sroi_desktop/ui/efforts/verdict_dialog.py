"""Asks what the authority said of an effort."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.ui.efforts.verdict import Verdict, read_verdict
from sroi_desktop.ui.kit.boxes import STRETCH, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.fields import MoneyField, NoteField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.text import Muted, Text


class VerdictDialog(QDialog):
    """Asks for the amount that counts, where only a part does, and for the reason."""

    def __init__(self, state: EffortState, line: EffortLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._verdict: Verdict | None = None
        self.setObjectName("verdict")
        self.setWindowTitle(label(state))
        self.setMinimumWidth(current_look().em(30))
        self._amount = MoneyField(_("&Amount that counts"), name="verdict.amount", parent=self)
        self._amount.setVisible(state is EffortState.ACCEPTED_IN_PART)
        hint = _("In the words of the authority.")
        self._reason = NoteField(
            _("&Reason"), name="verdict.reason", hint=hint, optional=True, parent=self
        )
        self._keep = Button(_("&Keep"), "primary", parent=self)
        self._keep.setObjectName("verdict.keep")
        self._keep.setDefault(True)
        cancel = Button(_("Cancel"), parent=self)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(Text(label(state), "section", parent=self))
        body.addWidget(Muted(line.title, parent=self))
        body.addWidget(self._amount)
        body.addWidget(self._reason)
        body.addLayout(row(STRETCH, cancel, self._keep))
        self._keep.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)

    def verdict(self) -> Verdict | None:
        """Return what was filled in, None while it was not kept."""
        return self._verdict

    @Slot()
    def accept(self) -> None:
        """Close when what was typed can be read; else say what is the matter."""
        amount = None if self._amount.isHidden() else self._amount.text()
        read = read_verdict(amount, self._reason.text(), self._line.value)
        self._amount.set_error(read.wrong.get("amount"))
        self._reason.set_error(read.wrong.get("reason"))
        if read.verdict is not None:
            self._verdict = read.verdict
            super().accept()
