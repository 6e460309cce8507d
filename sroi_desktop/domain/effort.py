"""An effort: something the company does that may count as social return."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.errors import (
    HoursOutOfRangeError,
    NegativeAmountError,
    StateChangeError,
)
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import HOURS_PER_WEEK
from sroi_desktop.domain.rules import EffortKind

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.periods import Period

_TEXTS = ("title", "candidate", "place", "note", "verdict")


class EffortState(Enum):
    """Where an effort stands. Only the authority's word makes it accepted."""

    PLANNED = "planned"
    COMMITTED = "committed"
    REALISED = "realised"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    REJECTED = "rejected"


_NEXT: dict[EffortState, frozenset[EffortState]] = {
    EffortState.PLANNED: frozenset({EffortState.COMMITTED, EffortState.REALISED}),
    EffortState.COMMITTED: frozenset({EffortState.PLANNED, EffortState.REALISED}),
    EffortState.REALISED: frozenset(
        {EffortState.PLANNED, EffortState.COMMITTED, EffortState.REPORTED}
    ),
    EffortState.REPORTED: frozenset(
        {
            EffortState.REALISED,
            EffortState.ACCEPTED,
            EffortState.ACCEPTED_IN_PART,
            EffortState.REJECTED,
        }
    ),
    EffortState.ACCEPTED: frozenset({EffortState.REPORTED}),
    EffortState.ACCEPTED_IN_PART: frozenset({EffortState.REPORTED}),
    EffortState.REJECTED: frozenset({EffortState.REPORTED}),
}

TO_COME = frozenset({EffortState.PLANNED, EffortState.COMMITTED})
ACCEPTED = frozenset({EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART})
# What the authority gave its word on: its value stays as it was then.
JUDGED = ACCEPTED | {EffortState.REJECTED}
HAPPENED = frozenset({EffortState.REALISED, EffortState.REPORTED}) | ACCEPTED


@dataclass(frozen=True, slots=True)
class Effort:
    """One effort under one building block.

    `hours_per_week` is for placements; `employees` and `hours` (spent per employee) for
    hourly blocks; `quantity` for blocks per day or piece; `amount` (excluding VAT) for
    invoices, costs and what was agreed. `invoice_number` is not tested for a BSN: invoice
    numbers may meet the same test. `bonuses` are codes that the owner claims;
    `bonus_costs` the amounts of bonuses at cost. `counted_since` is the first day on which
    the person counted anywhere, where that is not the start of this effort. `counted_before`
    are the full-time years that were used up earlier. Kept with an effort, these two are the
    owner's own words; what other efforts in the books add to them is a `tenure.Tenure`.
    `worked_here_before` answers the question whether the person worked for the same employer
    in the months before, `on_project` whether it was done on the project itself; None means
    that it is not known.
    """

    kind: EffortKind
    block: str
    title: str
    period: Period
    state: EffortState = EffortState.REALISED
    candidate: str | None = None
    supplier_id: int | None = None
    hours_per_week: Fraction | None = None
    worked_hours: Fraction | None = None
    employees: int | None = None
    hours: Fraction | None = None
    quantity: Fraction | None = None
    amount: Money | None = None
    invoice_number: str | None = None
    born: date | None = None
    bonuses: tuple[str, ...] = ()
    bonus_costs: tuple[tuple[str, Money], ...] = ()
    counted_since: date | None = None
    counted_before: Fraction = Fraction(0)
    wage_subsidy_until: date | None = None
    worked_here_before: bool | None = None
    on_project: bool | None = None
    place: str | None = None
    note: str | None = None
    accepted: Money | None = None
    verdict: str | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        for name in _TEXTS:
            refuse_bsn(name, getattr(self, name))
        if self.hours_per_week is not None and not 0 < self.hours_per_week <= HOURS_PER_WEEK:
            raise HoursOutOfRangeError(self.hours_per_week)
        for number in (
            self.worked_hours,
            self.hours,
            self.quantity,
            self.employees,
            self.counted_before,
        ):
            if number and number < 0:
                raise HoursOutOfRangeError(Fraction(number))
        for amount in (self.amount, self.accepted, *(cost for _, cost in self.bonus_costs)):
            if amount is not None and amount.cents < 0:
                raise NegativeAmountError(amount.cents)

    def bonus_cost(self, code: str) -> Money:
        """Return what was spent on a bonus at cost, zero where nothing was entered."""
        return dict(self.bonus_costs).get(code, ZERO)

    def moved_to(self, state: EffortState) -> Effort:
        """Return the effort in its next state.

        Raises:
            StateChangeError: there is no such step in the life of an effort.
        """
        if state not in _NEXT[self.state]:
            raise StateChangeError(self.state.value, state.value)
        return replace(self, state=state)


def next_states(state: EffortState) -> frozenset[EffortState]:
    """Return the states that can follow this one."""
    return _NEXT[state]
