"""Reading one answer at a time: what was read, what is still lacking, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.errors import CitizenNumberError, DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text, money_text, number_text, percent_text
from sroi_desktop.language.parsing import (
    Fault,
    UnreadableError,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
    parse_whole,
)

T = TypeVar("T")
N = TypeVar("N", int, Fraction)
_EXACT = 6
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is the matter with an answer; `readings` are what it may have meant.

    One that is `at_once` is shown while typing, the rest when the field is left.
    """

    text: str
    readings: tuple[str, ...] = ()
    at_once: bool = False


@dataclass(slots=True)
class Answers:
    """Reads answers and remembers what came of each; made for one reading of the form.

    `lacks` are the names of questions without an answer, `wrong` those whose answer cannot be
    used, `read` the answers as they were read, `doubts` remarks that stop nothing.
    """

    lacks: list[str] = field(default_factory=list)
    wrong: dict[str, Wrong] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, typed: str) -> str | None:
        """Return a text, None where it is empty or holds what looks like a BSN."""
        try:
            refuse_bsn(name, typed)
        except CitizenNumberError as error:
            self.wrong[name] = Wrong(error_text(error), at_once=True)
            return None
        return typed.strip() or None

    def money(self, name: str, typed: str, *, needed: bool = True) -> Money | None:
        """Return an amount."""
        return self._parsed(name, typed, parse_money, money_text, needed=needed)

    def number(self, name: str, typed: str, *, needed: bool = True) -> Fraction | None:
        """Return a number, such as hours; zero says as little as nothing."""
        return self._parsed(name, typed, _or_empty(parse_number), _number_text, needed=needed)

    def share(self, name: str, typed: str) -> Fraction | None:
        """Return a part of a whole that was typed as a percentage: 30% is 3/10."""
        percent = self._parsed(name, typed, parse_percent, percent_text, needed=False)
        return None if percent is None else percent / _HUNDRED

    def whole(self, name: str, typed: str) -> int | None:
        """Return a whole number of one or more."""
        return self._parsed(name, typed, _or_empty(parse_whole), number_text)

    def day(self, name: str, typed: str, *, needed: bool = True) -> date | None:
        """Return a date."""
        return self._parsed(name, typed, parse_date, date_text, needed=needed)

    def _parsed(
        self,
        name: str,
        typed: str,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        *,
        needed: bool = True,
    ) -> T | None:
        """Return what was read, and remember how; None where it cannot be."""
        try:
            found = parse(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=needed)
            return None
        self.read[name] = show(found)
        return found

    def refuse(self, name: str, error: DomainError) -> None:
        """Note that an answer cannot be used."""
        self.wrong[name] = Wrong(error_text(error))

    def _unreadable(self, name: str, error: UnreadableError, *, needed: bool) -> None:
        if error.fault is not Fault.EMPTY:
            doubtful = error.fault is Fault.DOUBTFUL
            self.wrong[name] = Wrong(error_text(error), error.readings, at_once=doubtful)
        elif needed:
            self.lacks.append(name)


def _or_empty(parse: Callable[[str], N]) -> Callable[[str], N]:
    """Return a parser for which zero says as little as nothing."""

    def parse_more_than_none(typed: str) -> N:
        number = parse(typed)
        if number == 0:
            raise UnreadableError(Fault.EMPTY, typed)
        return number

    return parse_more_than_none


def _number_text(number: Fraction) -> str:
    return number_text(number, _EXACT)
