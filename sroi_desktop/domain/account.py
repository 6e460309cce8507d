"""Where a contract stands: its totals, kept apart, and whether it is on course."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import ACCEPTED, TO_COME, EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.rules import PenaltyTerms

# A contract is called behind only where it lags by more than this part of what is owed:
# placements come in steps, and a warning at every small lag would be ignored.
TOLERANCE = Fraction(1, 20)
NEARLY = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Totals:
    """The amounts of one contract; none but `reported` and `accepted` is part of another.

    `proven` and `unproven` are realised with and without complete evidence. `reported` and
    `accepted` say how much of what was realised has gone to the authority and was accepted.
    `beyond` was done or planned, but does not count: it is more than the rules let a category
    fill (`limited`).
    """

    planned: Money = ZERO
    unproven: Money = ZERO
    proven: Money = ZERO
    rejected: Money = ZERO
    reported: Money = ZERO
    accepted: Money = ZERO
    beyond: Money = ZERO

    @property
    def realised(self) -> Money:
        """All that was done, proven or not."""
        return self.proven + self.unproven

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.planned + other.planned,
            self.unproven + other.unproven,
            self.proven + other.proven,
            self.rejected + other.rejected,
            self.reported + other.reported,
            self.accepted + other.accepted,
            self.beyond + other.beyond,
        )

    def __sub__(self, other: Totals) -> Totals:
        return Totals(
            self.planned - other.planned,
            self.unproven - other.unproven,
            self.proven - other.proven,
            self.rejected - other.rejected,
            self.reported - other.reported,
            self.accepted - other.accepted,
            self.beyond - other.beyond,
        )


NO_TOTALS = Totals()
_PARTS = tuple(attrgetter(one.name) for one in fields(Totals))


def together(many: Iterable[Totals]) -> Totals:
    """Return what many totals add up to.

    In whole numbers: adding up ten thousand `Totals` one by one takes a noticeable moment.
    """
    cents = [0] * len(_PARTS)
    for one in many:
        for place, part in enumerate(_PARTS):
            cents[place] += part(one).cents
    return Totals(*map(Money, cents))


def of_share(
    state: EffortState,
    value: Money,
    so_far: Money,
    accepted: Money,
    *,
    is_proven: bool,
    reported: Money = ZERO,
) -> Totals:
    """Return what one share of an effort adds to the totals of its contract on a day.

    Args:
        state: how far the effort is.
        value: what the whole share is worth.
        so_far: what it is worth up to the day.
        accepted: what the authority accepted of the share; its word is stronger than our list
            of evidence.
        is_proven: whether no evidence is missing.
        reported: what a report said was realised of it. Without a report an effort that the
            owner calls reported is so as a whole.
    """
    if state in TO_COME:
        return Totals(planned=value)
    if state is EffortState.REJECTED:
        return Totals(rejected=value)
    if state in ACCEPTED:
        reached = accepted if so_far >= value else min(accepted, so_far)
        refused = max(ZERO, value - accepted)
        return Totals(accepted - reached, ZERO, reached, refused, reached, reached)
    return Totals(
        planned=value - so_far,
        unproven=ZERO if is_proven else so_far,
        proven=so_far if is_proven else ZERO,
        reported=min(so_far, _told(state, so_far, reported)),
    )


def _told(state: EffortState, so_far: Money, reported: Money) -> Money:
    return so_far if state is EffortState.REPORTED and not reported else reported


class Course(Enum):
    """How a contract is going."""

    UNKNOWN = "unknown"
    NOT_STARTED = "not_started"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    NEARLY_DONE = "nearly_done"
    DONE = "done"
    SHORT = "short"


_WORST_FIRST = (
    Course.SHORT,
    Course.BEHIND,
    Course.UNKNOWN,
    Course.NOT_STARTED,
    Course.ON_COURSE,
    Course.NEARLY_DONE,
    Course.DONE,
)


def worst(courses: Iterable[Course]) -> Course:
    """Return how a contract is going that asks for several things: as the worst of them."""
    return min(courses, key=_WORST_FIRST.index, default=Course.UNKNOWN)


def short_by(owed: Money, totals: Totals) -> Money:
    """Return what was not realised; after the end of a contract, plans no longer help."""
    return max(ZERO, owed - totals.realised)


def still_open(owed: Money, totals: Totals) -> Money:
    """Return what is neither realised nor planned yet, zero where more than enough is."""
    return max(ZERO, owed - totals.realised - totals.planned)


def expected_on(owed: Money, period: Period | None, day: date) -> Money:
    """Return what would be realised on a day at an even pace over the contract."""
    return Money.from_euros(owed.euros * expected_part(period, day))


def expected_part(period: Period | None, day: date) -> Fraction:
    """Return which part of what is owed would be done on a day at an even pace."""
    if period is None or day < period.start:
        return Fraction(0)
    return Fraction(Period(period.start, min(day, period.end)).days, period.days)


def course(owed: Money | None, period: Period | None, totals: Totals, today: date) -> Course:
    """Tell how a contract is going on a day."""
    if owed is None:
        return Course.UNKNOWN
    part = totals.realised.euros / owed.euros if owed else Fraction(1)
    return course_of_part(part, period, today)


def course_of_part(done: Fraction, period: Period | None, today: date) -> Course:
    """Tell how a contract is going of which a part is done, in euros or in another unit."""
    if done >= 1:
        return Course.DONE
    if period is not None and today > period.end:
        return Course.SHORT
    if done >= NEARLY:
        return Course.NEARLY_DONE
    if period is None:
        return Course.UNKNOWN
    if today < period.start:
        return Course.NOT_STARTED
    lag = expected_part(period, today) - done
    return Course.BEHIND if lag > TOLERANCE else Course.ON_COURSE


def capped(amounts: Iterable[Money], owed: Money, share: Fraction) -> tuple[Money, Money]:
    """Divide what was realised under a share cap into what counts and what does not.

    Args:
        amounts: the values of the efforts under the capped blocks.
        owed: the obligation.
        share: the largest part of it that these blocks may fill, a fraction of 1.
    """
    realised = Money(sum(amount.cents for amount in amounts))
    most = Money.from_euros(owed.euros * share)
    counts = min(realised, most)
    return counts, realised - counts


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a shortfall may cost: between `least` and `most`.

    `recovery_months` is the time there is to make up for it first, None where none is named.
    """

    least: Money
    most: Money
    recovery_months: int | None = None


def penalty_forecast(
    shortfall: Money,
    terms: PenaltyTerms | None,
    *,
    at_fault: bool | None = None,
    recovered: bool | None = None,
) -> Forecast | None:
    """Return what a shortfall may cost, or None where the rule set names no amount.

    Args:
        shortfall: what is missing.
        terms: what the rules say.
        at_fault: whether the company could have done more; None while nobody has judged it.
        recovered: whether what is missing was made up for in the recovery period; None while
            that lasts.
    """
    most = penalty(shortfall, terms)
    if most is None or terms is None:
        return None
    has_recovery = terms.recovery_period or terms.recovery_months is not None
    if (terms.no_fault_exempt and at_fault is False) or (has_recovery and recovered):
        return Forecast(ZERO, ZERO, terms.recovery_months)
    may_be_spared = (terms.no_fault_exempt and at_fault is None) or (
        has_recovery and recovered is None
    )
    return Forecast(ZERO if may_be_spared else most, most, terms.recovery_months)


def penalty(shortfall: Money, terms: PenaltyTerms | None) -> Money | None:
    """Return what a shortfall costs, or None where the rule set names no factor.

    In proportion without a factor is once what is missing.
    """
    if terms is None or (terms.factor is None and not terms.pro_rata):
        return None
    factor = Fraction(1) if terms.factor is None else terms.factor
    return Money.from_euros(shortfall.euros * factor)
