"""Answers that cannot be right: refused at the spot, or pointed at where two contradict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause.kinds import ANONYMOUS, Key, PartKind
from sroi_desktop.domain.clause.questions import question
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sroi_desktop.domain.clause.answers import Answers, Value
    from sroi_desktop.domain.clause.kinds import Part

HUNDRED = 100
SHORTEST_WEEK, LONGEST_WEEK = 20, 48
MOST_MONTHS, MOST_DAYS, MOST_WHOLE = 1200, 3660, 100_000


class FaultKind(Enum):
    """What is wrong with an answer, or between two."""

    MISSING = "missing"
    ZERO = "zero"
    TOO_GREAT = "too_great"
    FULL_TIME = "full_time"
    END_BEFORE_START = "end_before_start"
    NOTHING_CHOSEN = "nothing_chosen"
    NAMED_TWICE = "named_twice"
    ANONYMOUS_AND_MORE = "anonymous_and_more"
    CAP_BELOW_THRESHOLD = "cap_below_threshold"
    LOWER_IS_HIGHER = "lower_is_higher"
    OFFER_BELOW_DEMAND = "offer_below_demand"
    MINIMUM_ABOVE_FULL_TIME = "minimum_above_full_time"
    WAGES_ABOVE_SUM = "wages_above_sum"
    FIXED_ABOVE_SUM = "fixed_above_sum"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: at which part of which question; `number` and `amount` fill in its sentence."""

    kind: FaultKind
    key: Key
    part: str
    number: Fraction | None = None
    amount: Money | None = None


@dataclass(eq=False)
class RefusedAnswerError(DomainError):
    """An answer that cannot be right."""

    faults: tuple[Fault, ...]


def faults_in(key: Key, values: Mapping[str, Value]) -> tuple[Fault, ...]:
    """Return what cannot be right about the values of one answer; empty where it can be kept.

    Args:
        key: the question.
        values: what was filled in, by part.
    """
    asked = question(key)
    first = values.get(asked.parts[0].name)
    found = []
    for part in asked.asked(first):
        value = values.get(part.name)
        if value is not None:
            found += list(_of_part(key, part, value))
        elif part.needed:
            found.append(Fault(FaultKind.MISSING, key, part.name))
    if key is Key.GROUP_LIMITS:
        found += _of_other_groups(values)
    starts, ends = values.get("starts"), values.get("ends")
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        found.append(Fault(FaultKind.END_BEFORE_START, key, "ends"))
    return tuple(found)


def _of_other_groups(values: Mapping[str, Value]) -> Iterator[Fault]:
    """Yield what is wrong with the second time: half of it lacks, or a group has two times."""
    key, pair = Key.GROUP_LIMITS, ("others", "other_months")
    given = [name for name in pair if values.get(name)]
    if len(given) == 1:
        (missing,) = set(pair) - set(given)
        yield Fault(FaultKind.MISSING, key, missing)
    first, others = values.get("groups"), values.get("others")
    if isinstance(first, tuple) and isinstance(others, tuple) and set(first) & set(others):
        yield Fault(FaultKind.NAMED_TWICE, key, "others")


def clashes(answers: Answers) -> tuple[Fault, ...]:
    """Return where two answers contradict each other, each at the question asked last.

    They are kept all the same: it may be the tender that contradicts itself.
    """
    return tuple(fault for find in _CLASHES for fault in find(answers))


def _of_part(key: Key, part: Part, value: Value) -> Iterator[Fault]:
    most = {
        PartKind.MONTHS: MOST_MONTHS,
        PartKind.DAYS: MOST_DAYS,
        PartKind.WHOLE: MOST_WHOLE,
        PartKind.PERCENTAGE: HUNDRED,
    }.get(part.kind)
    if part.kind is PartKind.SEVERAL:
        yield from _chosen(key, part, value)
    elif key is Key.FULL_TIME:
        if isinstance(value, Fraction) and not SHORTEST_WEEK <= value <= LONGEST_WEEK:
            yield Fault(FaultKind.FULL_TIME, key, part.name)
    elif _is_nothing(value) and (_needs_more_than_zero(part) or key is Key.GROUP_LIMITS):
        yield Fault(FaultKind.ZERO, key, part.name)
    elif most is not None and isinstance(value, (Fraction, int)) and value > most:
        yield Fault(FaultKind.TOO_GREAT, key, part.name, number=Fraction(most))


def _chosen(key: Key, part: Part, value: Value) -> Iterator[Fault]:
    if not value:
        yield Fault(FaultKind.NOTHING_CHOSEN, key, part.name)
    elif isinstance(value, tuple) and ANONYMOUS in value and len(value) > 1:
        yield Fault(FaultKind.ANONYMOUS_AND_MORE, key, part.name)


def _is_nothing(value: Value) -> bool:
    return value in (Money(0), 0, "")


def _needs_more_than_zero(part: Part) -> bool:
    """Tell whether a zero has no meaning; no labour, no minimum and no days can be meant."""
    if part.leads_to == "penalty.recovery_months":
        return True
    can_be_none = {PartKind.DAYS, PartKind.PERCENTAGE, PartKind.HOURS, PartKind.MONTHS}
    return part.kind not in can_be_none


def _cap(answers: Answers) -> Iterator[Fault]:
    """Find a cap that is reached at the threshold already: the percentage has no meaning then."""
    cap, threshold = answers.amount(Key.CAP, "amount"), answers.amount(Key.THRESHOLD, "amount")
    percentage = answers.number(Key.DEMAND, "percentage")
    if cap is None or threshold is None or percentage is None:
        return
    least = Money.from_euros(threshold.euros * percentage / HUNDRED)
    if cap < least:
        yield Fault(FaultKind.CAP_BELOW_THRESHOLD, Key.CAP, "amount", amount=least)


def _lower(answers: Answers) -> Iterator[Fault]:
    low = answers.number(Key.LOW_LABOUR, "percentage")
    usual = answers.number(Key.DEMAND, "percentage")
    if low is not None and usual is not None and low >= usual:
        yield Fault(FaultKind.LOWER_IS_HIGHER, Key.LOW_LABOUR, "percentage", number=usual)


def _offer(answers: Answers) -> Iterator[Fault]:
    up_to = answers.number(Key.OFFER, "up_to")
    usual = answers.number(Key.DEMAND, "percentage")
    if up_to is not None and usual is not None and up_to < usual:
        yield Fault(FaultKind.OFFER_BELOW_DEMAND, Key.OFFER, "up_to", number=usual)


def _minimum(answers: Answers) -> Iterator[Fault]:
    least = answers.number(Key.MIN_HOURS, "hours")
    full = answers.number(Key.FULL_TIME, "hours") or Fraction(LONGEST_WEEK)
    if least is not None and least > full:
        yield Fault(FaultKind.MINIMUM_ABOVE_FULL_TIME, Key.MIN_HOURS, "hours", number=full)


def _wages(answers: Answers) -> Iterator[Fault]:
    whole = answers.amount(Key.CONTRACT, "sum")
    wages = answers.amount(Key.BASE, "amount")
    is_wage_sum = answers.text(Key.BASE, "base") == "wage_sum"
    if is_wage_sum and whole is not None and wages is not None and wages > whole:
        yield Fault(FaultKind.WAGES_ABOVE_SUM, Key.BASE, "amount", amount=whole)


def _fixed(answers: Answers) -> Iterator[Fault]:
    whole = answers.amount(Key.CONTRACT, "sum")
    fixed = answers.amount(Key.DEMAND, "amount")
    if whole is not None and fixed is not None and fixed > whole:
        yield Fault(FaultKind.FIXED_ABOVE_SUM, Key.DEMAND, "amount", amount=whole)


_CLASHES: tuple[Callable[[Answers], Iterator[Fault]], ...] = (
    _cap,
    _lower,
    _offer,
    _minimum,
    _wages,
    _fixed,
)
