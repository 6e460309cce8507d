"""What was typed in the calculator, and reading it. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeVar

from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.rules import Category
from sroi_desktop.language.numbers import money_text, number_text
from sroi_desktop.language.parsing import UnreadableError, parse_money, parse_percent, parse_whole

FieldName = Literal["sum", "percentage", "labour", "months"]
FIELDS: tuple[FieldName, ...] = ("sum", "percentage", "labour", "months")
UNKNOWN = "unknown"
HUNDRED = 100
_DECIMALS = 6  # a reading takes the place of what was typed, so nothing of it may be lost

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """The texts as they stand; `rules` and `category` are keys."""

    authority: str = ""
    rules: str | None = None
    category: str = UNKNOWN
    sum: str = ""
    percentage: str = ""
    labour: str = ""
    months: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in."""
        return self == Form()


@dataclass(slots=True)
class Reading:
    """What was read: the demand, each text as it was understood, and what cannot be read."""

    demand: Demand = field(default_factory=Demand)
    readings: dict[FieldName, str] = field(default_factory=dict)
    faults: dict[FieldName, UnreadableError] = field(default_factory=dict)


def read(form: Form) -> Reading:
    """Read what was typed; a text that cannot be read counts as not known."""
    reading = Reading()
    base = _read(reading, "sum", form.sum, parse_money, money_text)
    percentage = _read(reading, "percentage", form.percentage, parse_percent, _percent)
    labour = _read(reading, "labour", form.labour, parse_percent, _percent)
    months = _read(reading, "months", form.months, parse_whole, str)
    reading.demand = Demand(
        category=None if form.category == UNKNOWN else Category(form.category),
        base=base,
        percentage=percentage,
        labour_share=None if labour is None else labour / HUNDRED,
        months=None if months is None else Fraction(months),
    )
    return reading


def _read(
    reading: Reading,
    name: FieldName,
    text: str,
    parse: Callable[[str], T],
    say: Callable[[T], str],
) -> T | None:
    if not text.strip():
        return None
    try:
        value = parse(text)
    except UnreadableError as error:
        reading.faults[name] = error
        return None
    reading.readings[name] = say(value)
    return value


def _percent(number: Fraction) -> str:
    return number_text(number, _DECIMALS)
