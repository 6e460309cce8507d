"""The days of a report as typed, and what is the matter with them. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.periods import Period
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.parsing import parse_date

STARTS, ENDS = "starts", "ends"


@dataclass(slots=True)
class TypedPeriod:
    """The period, None while `wrong` says why not; `read` are the days as they were read."""

    period: Period | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)


def read_period(starts: str, ends: str) -> TypedPeriod:
    """Read the first and the last day of a period."""
    typed = TypedPeriod()
    first, last = _day(typed, STARTS, starts), _day(typed, ENDS, ends)
    if first is None or last is None:
        return typed
    try:
        typed.period = Period(first, last)
    except DomainError as error:
        typed.wrong[ENDS] = error_text(error)
    return typed


def _day(typed: TypedPeriod, name: str, text: str) -> date | None:
    try:
        day = parse_date(text)
    except DomainError as error:
        typed.wrong[name] = error_text(error)
        return None
    typed.read[name] = date_text(day)
    return day
