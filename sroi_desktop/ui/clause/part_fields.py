"""A field for each kind of part of an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sroi_desktop.domain.clause import PartKind
from sroi_desktop.ui.clause.content import Mark, PartContent
from sroi_desktop.ui.kit.fields import (
    DateField,
    Field,
    HoursField,
    IntegerField,
    LineField,
    MoneyField,
    MultiChoiceField,
    NoteField,
    OptionsField,
    PercentField,
    TextField,
)

_SEPARATOR = ","
_LINES: dict[PartKind, type[LineField]] = {
    PartKind.AMOUNT: MoneyField,
    PartKind.PERCENTAGE: PercentField,
    PartKind.NUMBER: TextField,
    PartKind.HOURS: HoursField,
    PartKind.WHOLE: IntegerField,
    PartKind.MONTHS: IntegerField,
    PartKind.DAYS: IntegerField,
}


def make_field(part: PartContent, parent: QWidget) -> Field:
    """Return the field for a part of an answer."""
    name = f"clause.{part.name}"
    if part.kind is PartKind.CHOICE:
        return OptionsField(part.label, part.choices, name=name, parent=parent)
    if part.kind is PartKind.SEVERAL:
        return MultiChoiceField(part.label, part.choices, name=name, parent=parent)
    if part.kind is PartKind.TEXT:
        return NoteField(part.label, name=name, optional=part.optional, lines=2, parent=parent)
    if part.kind is PartKind.DATE:
        return DateField(part.label, name=name, optional=part.optional, parent=parent)
    make = _LINES[part.kind]
    return make(part.label, name=name, optional=part.optional, unit=part.unit, parent=parent)


def text_of(field: Field) -> str:
    """Return what stands in a field."""
    if isinstance(field, OptionsField):
        return field.value() or ""
    if isinstance(field, MultiChoiceField):
        return _SEPARATOR.join(sorted(field.values()))
    assert isinstance(field, LineField | NoteField)  # noqa: S101 - made above
    return field.text()


def set_text(field: Field, text: str) -> None:
    """Show what was answered; nothing is announced as changed."""
    if isinstance(field, OptionsField):
        field.set_value(text or None)
    elif isinstance(field, MultiChoiceField):
        field.set_values(text.split(_SEPARATOR))
    elif isinstance(field, LineField | NoteField):
        field.set_text(text)


def show_mark(field: Field, mark: Mark) -> None:
    """Show how a text was read, or what is wrong with it."""
    if mark.error != field.error() or mark.error is None:
        field.set_error(mark.error)
    if isinstance(field, LineField):
        field.show_reading(mark.reading)
        field.offer_readings(mark.offers)
