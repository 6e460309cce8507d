"""What was typed as the answer to one question, and reading it. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sroi_desktop.domain.clause import PartKind, Status, faults_in, question
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import DOUBTFUL_SUM
from sroi_desktop.language.clause.notices import fault_text
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text, exact_text, percent_text, short_money_text
from sroi_desktop.language.parsing import (
    UnreadableError,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
    parse_whole,
)
from sroi_desktop.ui.clause.content import PAGE, QUOTE, Mark

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Answer, Key, Part
    from sroi_desktop.domain.clause.answers import Value

_SEPARATOR = ","
_READERS: dict[PartKind, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    PartKind.AMOUNT: (parse_money, short_money_text),
    PartKind.PERCENTAGE: (parse_percent, percent_text),
    PartKind.NUMBER: (parse_number, exact_text),
    PartKind.HOURS: (parse_number, exact_text),
    PartKind.WHOLE: (parse_whole, str),
    PartKind.MONTHS: (parse_whole, str),
    PartKind.DAYS: (parse_whole, str),
    PartKind.DATE: (parse_date, date_text),
    PartKind.CHOICE: (str, str),
    PartKind.TEXT: (str.strip, str),
    PartKind.SEVERAL: (
        lambda text: tuple(text.split(_SEPARATOR)),
        lambda chosen: _SEPARATOR.join(sorted(chosen)),
    ),
}


@dataclass(frozen=True, slots=True)
class Form:
    """The texts as they stand, by part; page and quote are parts of every question."""

    texts: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        return dict(self.texts).get(name, "")

    def with_text(self, name: str, text: str) -> Form:
        """Return the form with another text in a field."""
        others = {one: old for one, old in self.texts if one != name}
        if text.strip():
            others[name] = text
        return replace(self, texts=tuple(sorted(others.items())))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in."""
        return not self.texts


@dataclass(slots=True)
class Reading:
    """What was read: the values, a mark for each field, and sums that look like a slip."""

    values: dict[str, Value] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    missing: dict[str, Mark] = field(default_factory=dict)
    doubts: dict[str, Money] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Tell whether this can be kept as an answer."""
        return not self.missing and all(mark.error is None for mark in self.marks.values())


def of_answer(key: Key, answer: Answer | None) -> Form:
    """Return the form as it would have been filled in for an answer."""
    if answer is None or answer.status is not Status.GIVEN:
        return Form()
    form = Form().with_text(PAGE, answer.page or "").with_text(QUOTE, answer.quote or "")
    for part in question(key).parts:
        value = answer.value(part.name)
        if value is not None:
            form = form.with_text(part.name, _READERS[part.kind][1](value))
    return form


def shown_parts(key: Key, form: Form) -> tuple[Part, ...]:
    """Return the parts to fill in, given what was chosen first."""
    asked = question(key)
    return asked.asked(form.text(asked.parts[0].name) or None)


def read(key: Key, form: Form) -> Reading:
    """Read what was typed, and say what cannot be right about it.

    Something that is not filled in stands apart: that is told only when the question is left.
    """
    reading = Reading()
    for part in shown_parts(key, form):
        text = form.text(part.name)
        if text:
            _read_part(reading, part, text)
    for fault in faults_in(key, reading.values):
        mark = Mark(error=fault_text(fault))
        if fault.part in reading.values:
            reading.marks[fault.part] = mark
        elif fault.part not in reading.marks:
            reading.missing[fault.part] = mark
    return reading


def _read_part(reading: Reading, part: Part, text: str) -> None:
    parse, say = _READERS[part.kind]
    try:
        value = parse(text)
    except UnreadableError as error:
        reading.marks[part.name] = Mark(error_text(error), offers=error.readings)
        return
    if part.options:
        value = _chosen(part, value)
    reading.values[part.name] = value
    reading.marks[part.name] = Mark(reading=say(value))
    if isinstance(value, Money) and value >= DOUBTFUL_SUM:
        reading.doubts[part.name] = value


def _chosen(part: Part, value: str | tuple[str, ...]) -> Value:
    """Return what was chosen in the order of the options; a choice stays what it is."""
    if isinstance(value, str):
        return value
    return tuple(option for option in part.options if option in value)
