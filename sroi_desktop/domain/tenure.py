"""Since when someone counts, and how much of the counting time is used.

One person has one counting time, over all efforts and contracts. Knows nothing of the people
themselves: it works on the periods and valuations of their efforts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import ReasonKind, StepKind
from sroi_desktop.domain.periods import MONTHS_PER_YEAR, ONE_DAY, Period, add_months
from sroi_desktop.domain.rules import LimitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet

_YEARS = frozenset(
    {
        StepKind.HOURS,
        StepKind.MONTHS_OF_YEAR,
        StepKind.DAYS_OF_YEAR,
        StepKind.WEEKS_OF_YEAR,
        StepKind.WORKED_HOURS,
    }
)
_TIME = _YEARS - {StepKind.HOURS} | {StepKind.MONTHS}
_LIMITED = frozenset({LimitKind.MONTHS, LimitKind.WORKED_YEARS, LimitKind.WORKED_HOURS})
_NEW = 1 << 62  # stands after every effort that was kept before it


@dataclass(frozen=True, slots=True)
class Tenure:
    """What one share of an effort takes over from other efforts of the same person.

    `since` is the day on which the counting time began, None where that is with the effort
    itself; `years` are the full-time years that were used up by then.
    """

    since: date | None = None
    years: Fraction = Fraction(0)

    def of(self, effort: Effort) -> Effort:
        """Return an effort as it counts; what its owner filled in holds where that is more."""
        if self is FRESH or self == FRESH:
            return effort
        days = [day for day in (self.since, effort.counted_since) if day is not None]
        return replace(
            effort,
            counted_since=min(days, default=None),
            counted_before=max(self.years, effort.counted_before),
        )


FRESH = Tenure()


@dataclass(frozen=True, slots=True)
class Spell:
    """One effort in which someone counted: its days, and the full-time years it used up.

    `since` and `before` are what the owner filled in about the time before it.
    """

    effort_id: int
    days: Period
    years: Fraction = Fraction(0)
    since: date | None = None
    before: Fraction = Fraction(0)

    @property
    def whole(self) -> Period:
        """The days with those before them, as far as the owner filled them in."""
        return Period(min(self.since or self.days.start, self.days.start), self.days.end)

    @property
    def order(self) -> tuple[date, int]:
        """Its place: who starts first counts first, and then what was entered first."""
        return self.days.start, self.effort_id


def spell_of(effort: Effort, booked: Sequence[Booked]) -> Spell | None:
    """Return the counting time that an effort takes, None where it takes none.

    It takes time where it counts by time for any contract, also once that time is over: to go
    on working is no interruption. A share uses up its part of the years, so that the shares of
    one effort use them up once.
    """
    values = [(one.allocation.share, one.valuation) for one in booked]
    if not any(_counts_by_time(valuation) for _, valuation in values):
        return None
    years = sum((share * years_used(valuation) for share, valuation in values), Fraction(0))
    return Spell(
        effort.id or _NEW, effort.period, years, effort.counted_since, effort.counted_before
    )


def tenure_of(effort: Effort, spells: Iterable[Spell], rules: RuleSet) -> Tenure:
    """Return what an effort takes over under a rule set; nothing where its time has no limit.

    Args:
        effort: the effort that is valued.
        spells: of the same person, its own and later ones too: those are passed over.
        rules: says how long someone counts, and which interruption starts the clock again.

    Raises:
        UnknownBlockError: the rule set has no such block.
    """
    kind = rules.limit(rules.block(effort.block)).kind
    if kind not in _LIMITED:
        return FRESH
    own = Spell(effort.id or _NEW, effort.period, since=effort.counted_since)
    earlier = [one for one in spells if one.order < own.order]
    interruption = rules.counting.interruption_months
    since = counting_since([one.whole for one in earlier], own.whole.start, interruption)
    return Tenure(
        since if since < effort.period.start else None,
        Fraction(0) if kind is LimitKind.MONTHS else _used(earlier, since),
    )


def _used(earlier: Iterable[Spell], since: date) -> Fraction:
    """Return the years used up since a day, with those that the owner filled in before them."""
    counted = [one for one in earlier if one.whole.start >= since]
    before = max((one.before for one in counted), default=Fraction(0))
    return sum((one.years for one in counted), before)


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


def _counts_by_time(valuation: Valuation) -> bool:
    return any(step.kind in _TIME for step in valuation.steps) or any(
        reason.kind is ReasonKind.AFTER_COUNTING_TIME for reason in valuation.not_counted
    )


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
