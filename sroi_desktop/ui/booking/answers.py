"""Reading one answer at a time: what was read, what is still lacking, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

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
        try:
            amount = parse_money(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=needed)
            return None
        self.read[name] = money_text(amount)
        return amount

    def number(self, name: str, typed: str, *, needed: bool = True) -> Fraction | None:
        """Return a number, such as hours; zero says as little as nothing."""
        try:
            number = parse_number(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=needed)
            return None
        if number == 0:
            self._unreadable(name, UnreadableError(Fault.EMPTY, typed), needed=needed)
            return None
        self.read[name] = number_text(number, _EXACT)
        return number

    def share(self, name: str, typed: str) -> Fraction | None:
        """Return a part of a whole that was typed as a percentage: 30% is 3/10."""
        try:
            percent = parse_percent(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=False)
            return None
        self.read[name] = percent_text(percent)
        return percent / _HUNDRED

    def whole(self, name: str, typed: str) -> int | None:
        """Return a whole number of one or more."""
        try:
            number = parse_whole(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=True)
            return None
        if number == 0:
            self._unreadable(name, UnreadableError(Fault.EMPTY, typed), needed=True)
            return None
        self.read[name] = number_text(number)
        return number

    def day(self, name: str, typed: str, *, needed: bool = True) -> date | None:
        """Return a date."""
        try:
            day = parse_date(typed)
        except UnreadableError as error:
            self._unreadable(name, error, needed=needed)
            return None
        self.read[name] = date_text(day)
        return day

    def refuse(self, name: str, error: DomainError) -> None:
        """Note that an answer cannot be used."""
        self.wrong[name] = Wrong(error_text(error))

    def _unreadable(self, name: str, error: UnreadableError, *, needed: bool) -> None:
        if error.fault is not Fault.EMPTY:
            doubtful = error.fault is Fault.DOUBTFUL
            self.wrong[name] = Wrong(error_text(error), error.readings, at_once=doubtful)
        elif needed:
            self.lacks.append(name)
