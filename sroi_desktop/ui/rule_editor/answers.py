"""The fields of the editor, made from what is asked; each tells what is typed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    Field,
    HoursField,
    IntegerField,
    LineField,
    MoneyField,
    MultiChoiceField,
    NoteField,
    PercentField,
    TextField,
)
from sroi_desktop.ui.rule_editor.questions import ROW_MARK, Kind, Question, choices
from sroi_desktop.ui.rule_editor.typing import Mark

PREFIX = "rule_editor."
_LINES: Mapping[Kind, type[LineField]] = {
    Kind.MONEY: MoneyField,
    Kind.PERCENT: PercentField,
    Kind.SHARE: PercentField,
    Kind.HOURS: HoursField,
    Kind.NUMBER: IntegerField,
    Kind.WHOLE: IntegerField,
}


class Answers(QObject):
    """Makes fields, fills them in and tells what is answered.

    Signals:
        typed(str, str): the name of a question or cell, and its answer.
        left(str): the owner is done with it.
    """

    typed = Signal(str, str)
    left = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}

    def make(self, question: Question, name: str, parent: QWidget) -> Field:
        """Make the field of a question; `name` is what it is called on the screen."""
        field = _made(question, f"{PREFIX}{name}", parent)
        self.rename(field, name)
        field.changed.connect(self._on_changed)
        field.finished.connect(self._on_finished)
        return field

    def rename(self, field: Field, name: str) -> None:
        """Let a field stand for another cell."""
        self._fields.pop(name_of(field), None)
        field.setProperty("question", name)
        self._fields[name] = field

    def forget(self) -> None:
        """Forget every field: they are about to go."""
        self._fields = {}

    def find(self, name: str) -> Field | None:
        """Return the field of a question or cell, None where it has none now."""
        return self._fields.get(name)

    def put(self, name: str, text: str) -> None:
        """Show an answer; nothing is told."""
        field = self._fields.get(name)
        if field is not None:
            put(field, text)

    def mark(self, name: str, mark: Mark) -> None:
        """Show how an answer was read, and what is wrong with it."""
        field = self._fields.get(name)
        if field is None:
            return
        if field.error() != mark.error:
            field.set_error(mark.error)
        if isinstance(field, LineField):
            if mark.offers:
                field.offer_readings(mark.offers)
            field.show_reading(mark.reading)

    @Slot()
    def _on_changed(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.typed.emit(name_of(field), text_of(field))

    @Slot()
    def _on_finished(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.left.emit(name_of(field))


def name_of(field: QWidget) -> str:
    """Return the question or cell that a field stands for."""
    return str(field.property("question") or "")


def put(field: Field, text: str) -> None:
    """Show an answer in a field."""
    if isinstance(field, LineField | NoteField):
        field.set_text(text)
    elif isinstance(field, ChoiceField):
        field.set_value(text)
    elif isinstance(field, MultiChoiceField):
        field.set_values({part.strip() for part in text.split(",")})


def text_of(field: Field) -> str:
    """Return what is answered in a field."""
    if isinstance(field, LineField | NoteField):
        return field.text()
    if isinstance(field, ChoiceField):
        return field.value() or ""
    if isinstance(field, MultiChoiceField):
        return ", ".join(sorted(field.values(), key=_order))
    return ""


def _order(key: str) -> tuple[int, int]:
    """Sort kinds as they are listed everywhere, and rows as they were made."""
    kinds = [kind.value for kind in EffortKind]
    number = key.removeprefix(ROW_MARK)
    return (kinds.index(key), 0) if key in kinds else (len(kinds), int(number))


def offer(field: Field, answers: Sequence[Choice]) -> None:
    """Offer other answers in a field that is chosen in."""
    if isinstance(field, ChoiceField | MultiChoiceField):
        field.set_choices(answers)


def _made(question: Question, name: str, parent: QWidget) -> Field:
    label, hint = question.label.replace("&", "&&"), question.hint
    if question.kind in {Kind.LONG, Kind.LINES}:
        return NoteField(label, name=name, hint=hint, lines=2, parent=parent)
    if question.kind is Kind.KINDS:
        return MultiChoiceField(label, choices(EffortKind), name=name, hint=hint, parent=parent)
    if question.kind is Kind.BLOCKS:
        return MultiChoiceField(label, name=name, hint=hint, parent=parent)
    if question.kind in {Kind.CHOICE, Kind.ANSWER, Kind.FLAG, Kind.GROUP}:
        return ChoiceField(label, question.choices, name=name, hint=hint, parent=parent)
    if question.kind is Kind.DATE:
        return DateField(label, name=name, hint=hint, parent=parent)
    make = _LINES.get(question.kind, TextField)
    return make(label, name=name, hint=hint, parent=parent)
