"""What has to be answered before a contract can be moved: widgets that stay meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.edition.asking import REASON
from sroi_desktop.ui.edition.content import Question
from sroi_desktop.ui.kit.boxes import STRETCH, Card, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.fields import ChoiceField, TextField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text


class QuestionWidget(QWidget):
    """One question about one effort.

    Signals:
        answered(str, object): the key of the question, and the row that was chosen or None; or
            the key of the reason, and its text.
    """

    answered = Signal(str, object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = question.key
        self._choice: ChoiceField | None = None
        self._reason: TextField | None = None
        self._text = Muted(question.text, "small", parent=self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        if question.choices:
            self._choice = self._field(question)
            self._reason = self._reason_field(question)
            body.addWidget(self._choice)
            body.addWidget(self._text)
            body.addWidget(self._reason)
        else:
            body.addWidget(Text(question.title, "smallstrong", wrap=True, parent=self))
            body.addWidget(self._text)
            without = Button(_("Count it without this bonus"), icon_name="check", parent=self)
            without.setObjectName(f"edition.{question.key}")
            without.setAccessibleDescription(question.title)
            without.clicked.connect(self._on_answer)
            body.addLayout(row(without, STRETCH))
        body.addStretch(1)

    def show_question(self, question: Question) -> None:
        """Show the same question with another answer or another reason."""
        self._text.setText(question.text)
        if self._choice is not None:
            self._choice.set_choices(question.choices)
            self._choice.set_value(question.chosen)
        if self._reason is not None:
            self._show_reason(self._reason, question)

    def _field(self, question: Question) -> ChoiceField:
        label = _("{effort} counts as").format(effort=question.title)
        name = f"edition.{question.key}"
        field = ChoiceField(label, question.choices, name=name, parent=self)
        field.set_value(question.chosen)
        field.changed.connect(self._on_answer)
        return field

    def _reason_field(self, question: Question) -> TextField:
        effort = question.key.rpartition(".")[2]
        field = TextField(_("Why it does not count"), name=f"edition.reason.{effort}", parent=self)
        field.finished.connect(self._on_reason)
        self._show_reason(field, question)
        return field

    def _show_reason(self, field: TextField, question: Question) -> None:
        field.setVisible(question.reason is not None)
        if question.reason is not None:
            field.set_text(question.reason)
            if not field.line.hasFocus():
                field.line.setCursorPosition(0)  # of a long reason the beginning is in sight
        field.set_error(question.wrong)

    @Slot()
    def _on_reason(self) -> None:
        if self._reason is not None and self._reason.isVisible():
            self.answered.emit(f"{REASON}{self._key.rpartition('.')[2]}", self._reason.text())

    @Slot()
    def _on_answer(self) -> None:
        self.answered.emit(self._key, None if self._choice is None else self._choice.value())


class QuestionsCard(Card):
    """All questions that are asked now.

    Signals:
        answered(str, object): the key of a question, and the row that was chosen or None.
    """

    answered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self._shown: dict[str, QuestionWidget] = {}
        self._list = Columns(self, narrowest=20, most=2, spacing=20)
        self._more = Muted("", "small", parent=self)
        self.add(
            SectionTitle(_("First choose"), role="heading", parent=self),
            Muted(
                _("These efforts cannot be valued under this edition as they are booked."),
                "small",
                parent=self,
            ),
            self._list,
            self._more,
        )

    def show_questions(self, questions: tuple[Question, ...], more: str) -> None:
        """Show these questions; those that are there already stay, with the focus in them."""
        if [one.key for one in questions] != list(self._shown):
            self._list.clear()
            self._shown = {}
            for question in questions:
                widget = QuestionWidget(question, self._list)
                widget.answered.connect(self.answered)
                self._list.add(widget)
                self._shown[question.key] = widget
        else:
            for question in questions:
                self._shown[question.key].show_question(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setVisible(bool(questions))
