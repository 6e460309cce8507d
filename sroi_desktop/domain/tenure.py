"""Since when someone counts, and how much of the counting time is used.

Knows nothing of the people themselves: it works on the periods and valuations of their efforts.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.periods import MONTHS_PER_YEAR, ONE_DAY, add_months

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.periods import Period

_YEARS = frozenset(
    {
        StepKind.HOURS,
        StepKind.MONTHS_OF_YEAR,
        StepKind.DAYS_OF_YEAR,
        StepKind.WEEKS_OF_YEAR,
        StepKind.WORKED_HOURS,
    }
)


def counting_since(earlier: Iterable[Period], start: date, interruption_months: int | None) -> date:
    """Return the day on which someone's counting time began.

    The clock starts at the first day and is not restarted by an interruption that is shorter
    than the rule set says.

    Args:
        earlier: the periods of the person's other efforts; later ones are passed over.
        start: the first day of the effort that is valued.
        interruption_months: the shortest interruption that restarts the clock; None where the
            rule set is silent, and then no interruption does.

    Source: DOMAIN.md section 3, counting limits; `CountingTerms.interruption_months`.
    """
    since = start
    for period in sorted(earlier, key=_end, reverse=True):
        if period.start < since:
            if _restarts(period.end, since, interruption_months):
                break
            since = period.start
    return since


def _restarts(end: date, resumed: date, months: int | None) -> bool:
    """Tell whether the days between two periods are enough for the clock to start again."""
    if months is None or end >= resumed:
        return False
    return add_months(end + ONE_DAY, months) <= resumed


def _end(period: Period) -> date:
    return period.end


def years_used(valuation: Valuation) -> Fraction:
    """Return the full-time years that a valuation counted, zero for what is not a placement.

    Adds up to `Effort.counted_before` for a later effort of the same person.
    """
    factors = []
    for step in valuation.steps:
        if step.kind is StepKind.WORKED_YEARS_LIMIT and step.of is not None:
            return step.of[0]
        if step.kind in _YEARS:
            factors.append(step.operand)
        elif step.kind is StepKind.MONTHS:
            factors.append(step.operand / MONTHS_PER_YEAR)
    return prod(factors, start=Fraction(1)) if factors else Fraction(0)
