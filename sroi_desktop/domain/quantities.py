"""How far an obligation in hours, full-time years or placements is filled.

The hours and years are those of the valuations: what does not count in euros does not count
here either. Nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sroi_desktop.domain.demands import Demand
from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.factors import PRESUMED_FULL_TIME, WEEKS_PER_YEAR
from sroi_desktop.domain.rules import EffortKind, QuotaUnit
from sroi_desktop.domain.tenure import years_used

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.demands import Quantity
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet

NOTHING = Fraction(0)
PEOPLE = frozenset({EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP, EffortKind.TRAINEESHIP})


@dataclass(frozen=True, slots=True)
class Share:
    """A share of an effort for one contract, with what it is worth there, up to some day."""

    effort: Effort
    valuation: Valuation
    share: Fraction = Fraction(1)


class Measured(NamedTuple):
    """An amount in a unit of its own."""

    unit: QuotaUnit
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Filled:
    """How much of a quantity is done and planned, in its own unit."""

    owed: Quantity
    done: Fraction
    planned: Fraction

    @property
    def whole(self) -> Fraction:
        """What is owed; nothing while that is not known."""
        return self.owed.amount or NOTHING

    @property
    def part_done(self) -> Fraction:
        """Which part is done: 1 is all of it, and also where nothing is owed."""
        return self.done / self.whole if self.whole else Fraction(1)

    @property
    def short(self) -> Fraction:
        """What is not done, whatever is planned."""
        return max(NOTHING, self.whole - self.done)

    def measured(self, amount: Fraction) -> Measured:
        """Return an amount in the unit of this quantity."""
        return Measured(self.owed.unit, amount)

    @property
    def open(self) -> Fraction | None:
        """What is neither done nor planned, or None while it is not known what is owed."""
        if self.owed.amount is None:
            return None
        return max(NOTHING, self.owed.amount - self.done - self.planned)


def filled(
    owed: Quantity, done: Iterable[Share], whole: Iterable[Share], full_time: Fraction
) -> Filled:
    """Return how far a quantity is filled.

    Args:
        owed: what is owed.
        done: the shares of what was realised, valued up to today.
        whole: the same shares and those that are planned, valued in full.
        full_time: the hours of a full-time week.
    """
    so_far = amount_of(owed.unit, done, full_time)
    return Filled(owed, so_far, max(NOTHING, amount_of(owed.unit, whole, full_time) - so_far))


def of_share(one: Share, rules: RuleSet, contract: Contract) -> tuple[Measured, ...]:
    """Return what a share adds to each unit that a contract or its rules ask for, in full."""
    week = full_time_week(rules, contract)
    quotas = Demand.of(contract).quotas_under(rules.obligation)
    units = dict.fromkeys(quota.unit for quota in quotas)
    return tuple(Measured(unit, amount_of(unit, (one,), week)) for unit in units)


def filled_least(found: Iterable[Filled]) -> Filled | None:
    """Return the quantity of which the smallest part is done; None where none is known.

    An obligation that asks for several is fulfilled when each of them is.
    """
    return min(_known(found), key=lambda one: one.part_done, default=None)


def most_open(found: Iterable[Filled]) -> Measured | None:
    """Return what is open of the quantity of which the largest part is; None where nothing is."""
    parts = [(left / one.whole, one.measured(left)) for one in _known(found) if (left := one.open)]
    return max(parts, key=itemgetter(0))[1] if parts else None


def _known(found: Iterable[Filled]) -> Iterator[Filled]:
    return (one for one in found if one.owed.amount)


def amount_of(unit: QuotaUnit, shares: Iterable[Share], full_time: Fraction) -> Fraction:
    """Return what shares of efforts come to in a unit.

    Hours are years at full time times 52 weeks of full-time hours; hours that employees gave
    count as they are. A person counts as one placement however many efforts there are, and
    for the largest share that this contract has of them.

    Args:
        unit: what is counted.
        shares: valued under the contract.
        full_time: the hours of a full-time week.
    """
    if unit is QuotaUnit.PLACEMENTS:
        return _people(shares)
    year = full_time * WEEKS_PER_YEAR
    hours = sum((_hours(one, year) * one.share for one in shares), NOTHING)
    return hours if unit is QuotaUnit.HOURS else hours / year


def full_time_week(rules: RuleSet, contract: Contract) -> Fraction:
    """Return the hours of a full-time week: of the rules, the owner's answer, else presumed."""
    return rules.full_time_hours or contract.full_time_hours or PRESUMED_FULL_TIME


def _hours(one: Share, year: Fraction) -> Fraction:
    if any(step.kind is StepKind.HOURS_SPENT for step in one.valuation.steps):
        employees = 1 if one.effort.employees is None else one.effort.employees
        return (one.effort.hours or NOTHING) * employees
    return years_used(one.valuation) * year


def _people(shares: Iterable[Share]) -> Fraction:
    largest: dict[object, Fraction] = {}
    for place, one in enumerate(shares):
        if one.effort.kind in PEOPLE and one.valuation.counted is not None:
            person = one.effort.candidate or place
            largest[person] = max(one.share, largest.get(person, NOTHING))
    return sum(largest.values(), NOTHING)
