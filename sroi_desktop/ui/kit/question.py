"""The dialog of a question or a message: what it is about, what follows, and the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, RoundIcon, SectionTitle


class QuestionDialog(QDialog):
    """Asks yes or no, or tells something when `no` is empty.

    Enter gives the safe answer: yes, or no where the act cannot be undone.
    """

    def __init__(
        self,
        title: str,
        text: str,
        *,
        yes: str,
        no: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.yes = Button(yes, "danger" if danger else "primary", parent=self)
        self.yes.setObjectName("question.yes")
        self.yes.clicked.connect(self.accept)
        self.no = Button(no, parent=self) if no else None
        if self.no is not None:
            self.no.setObjectName("question.no")
            self.no.clicked.connect(self.reject)
        self._lay_out(title, text, danger=danger)
        safe = self.no if danger and self.no is not None else self.yes
        safe.setDefault(True)
        safe.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumWidth(current_look().em(28))

    def safe_answer(self) -> Button:
        """Return the button Enter presses."""
        return next(b for b in (self.yes, self.no) if b is not None and b.isDefault())

    def _lay_out(self, title: str, text: str, *, danger: bool) -> None:
        mark = (
            RoundIcon("triangle-alert", Tone.DANGER, parent=self)
            if danger
            else RoundIcon("circle-question-mark" if self.no else "info", Tone.ACCENT, parent=self)
        )
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(SectionTitle(title, parent=self))
        body_text = Muted(text, "body", parent=self)
        body_text.setVisible(bool(text))
        words.addWidget(body_text)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addStretch(1)
        if self.no is not None:
            lower.addWidget(self.no)
        lower.addWidget(self.yes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 20)
        whole.setSpacing(20)
        whole.addLayout(upper)
        whole.addLayout(lower)
