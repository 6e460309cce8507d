"""One contract with what is known of its fulfilment, as guidance and screens need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, obligation
from sroi_desktop.domain.account import NO_TOTALS, Course, Totals
from sroi_desktop.domain.demands import SignalKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.quantities import Measured, filled_least, most_open

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.demands import Obligation
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.domain.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Unproven:
    """An effort that was done and lacks evidence; `missing` are labels of the pieces."""

    effort_id: int
    title: str
    value: Money
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A purchase at a supplier whose recognition had ended, or was not on record."""

    effort_id: int
    supplier: str
    value: Money
    ended_on: date | None
    supplier_id: int
    bought_on: date


@dataclass(frozen=True, slots=True)
class CertificateEnds:
    """The firm's PSO certificate ends: `on` is the first day that it no longer covers.

    `amount` is what comes back of the obligation on that day, and `quantity` what comes back of
    the first of those in other units that grows.
    """

    on: date
    amount: Money
    quantity: Measured | None = None


def certificate_ends(
    owed: Obligation, contract: Contract, rules: RuleSet
) -> CertificateEnds | None:
    """Return when the firm's PSO certificate has to be renewed for a contract, and what for."""
    for signal in owed.signals:
        if signal.kind is SignalKind.PSO_ENDS and signal.day is not None:
            quantity = _that_comes_back(owed, contract, rules) if owed.quantities else None
            return CertificateEnds(signal.day, obligation.at_stake(owed), quantity)
    return None


def _that_comes_back(owed: Obligation, contract: Contract, rules: RuleSet) -> Measured | None:
    without = obligation.of_contract(contract, rules).quantities
    for now, then in zip(owed.quantities, without, strict=True):
        if now.amount is not None and then.amount is not None and then.amount > now.amount:
            return Measured(now.unit, then.amount - now.amount)
    return None


@dataclass(frozen=True, slots=True)
class Position:
    """One contract with what is known of its fulfilment.

    `unproven` holds the efforts with most at stake; `unproven_count` counts all of them.
    `efforts` counts what is booked, planned or done. `free_days` are public holidays, for
    rules that count in working days. `certificate` is the firm's own, where it takes something
    off the obligation and ends before the contract does. `filled` is how far is filled what is
    owed in hours, years at full time or placements; `in_units` tells that this is all.
    """

    contract: Contract
    rules: RuleSet
    owed: Money | None
    totals: Totals = NO_TOTALS
    efforts: int = 0
    unproven: tuple[Unproven, ...] = ()
    unproven_count: int = 0
    unrecognised: tuple[Unrecognised, ...] = ()
    reported_until: date | None = None
    free_days: frozenset[date] = frozenset()
    certificate: CertificateEnds | None = None
    filled: tuple[Filled, ...] = ()
    in_units: bool = False

    @property
    def owes_nothing(self) -> bool:
        """Tell whether nothing at all is owed: below a threshold, for instance."""
        return self.owed == ZERO and not any(one.owed.amount != 0 for one in self.filled)

    @property
    def measure(self) -> Filled | None:
        """What the contract is measured by where nothing is owed in euros."""
        return filled_least(self.filled) if self.in_units else None

    def course(self, today: date) -> Course:
        """Tell how the contract is going: as the worst of what it asks for."""
        period = self.contract.period
        courses = []
        if not self.in_units:
            courses.append(account.course(self.owed, period, self.totals, today))
        for one in self.filled:
            known = one.owed.amount is not None
            part = account.course_of_part(one.part_done, period, today)
            courses.append(part if known else Course.UNKNOWN)
        return account.worst(courses)

    def lag(self, today: date) -> Money | None:
        """Return what is behind an even pace; None while nothing is known to be owed in euros."""
        if self.owed is None:
            return None
        return max(ZERO, self.expected(today) - self.totals.realised)

    def lag_in_units(self, today: date) -> Measured | None:
        """Return what is behind an even pace in another unit; of several what is done least."""
        slowest = filled_least(self.filled)
        if slowest is None:
            return None
        less = slowest.whole * account.expected_part(self.contract.period, today) - slowest.done
        return slowest.measured(less) if less > 0 else None

    @property
    def short_quantity(self) -> Measured | None:
        """What is not done in another unit; of several what is done least."""
        slowest = filled_least(self.filled)
        return slowest.measured(slowest.short) if slowest is not None and slowest.short else None

    @property
    def open_quantity(self) -> Measured | None:
        """What is neither done nor planned in another unit; of several what is open most."""
        return most_open(self.filled)

    @property
    def open(self) -> Money | None:
        """What is neither realised nor planned, or None while nothing is known to be owed."""
        return None if self.owed is None else account.still_open(self.owed, self.totals)

    @property
    def shortfall(self) -> Money | None:
        """What was not realised, whatever was planned; None while nothing is known to be owed."""
        return None if self.owed is None else account.short_by(self.owed, self.totals)

    def is_over(self, today: date) -> bool:
        """Tell whether the contract has ended by its dates."""
        period = self.contract.period
        return period is not None and today > period.end

    def expected(self, today: date) -> Money:
        """Return what would be realised by now at an even pace."""
        return account.expected_on(self.owed or ZERO, self.contract.period, today)
