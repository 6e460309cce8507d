"""The refusals of the domain: small classes with fields, told in words by `language.errors`.

Not frozen: Python itself sets `__traceback__` on an error that leaves a `with` block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction


class DomainError(Exception):
    """Something the rules of the domain refuse; the base of all of them."""


@dataclass(eq=False)
class NegativeAmountError(DomainError):
    """An amount below zero where only zero or more makes sense."""

    cents: int


@dataclass(eq=False)
class PercentOutOfRangeError(DomainError):
    """A percentage below 0 or above 100."""

    percent: Fraction


@dataclass(eq=False)
class EndBeforeStartError(DomainError):
    """A period that ends before it starts."""

    start: date
    end: date


@dataclass(eq=False)
class HoursOutOfRangeError(DomainError):
    """Hours per week below zero or more than a week can hold."""

    hours: Fraction


@dataclass(eq=False)
class UnknownBlockError(DomainError):
    """A building block that the rule set does not have."""

    code: str
    rule_set: str


@dataclass(eq=False)
class UnknownBonusError(DomainError):
    """A bonus that the rule set does not have."""

    code: str
    rule_set: str


@dataclass(eq=False)
class MissingInputError(DomainError):
    """Something the block needs in order to be worth an amount, such as the hours spent."""

    field: str
    block: str


@dataclass(eq=False)
class OverAllocatedError(DomainError):
    """Shares of one effort that together claim more than the whole.

    `day` is the first day on which they do, None where they do so on all days.
    """

    claimed: Fraction
    day: date | None = None


@dataclass(eq=False)
class CitizenNumberError(DomainError):
    """A text that holds a number which passes the test of a citizen service number (BSN).

    The number itself is not kept in the error, so that it cannot reach a log.
    """

    field: str


@dataclass(eq=False)
class StateChangeError(DomainError):
    """A step in the life of a contract or effort that does not exist."""

    current: str
    wanted: str
