"""A public contract under which social return is owed, from tender to settlement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.editions import EditionSwitch
from sroi_desktop.domain.errors import (
    HoursOutOfRangeError,
    NegativeAmountError,
    PercentOutOfRangeError,
    StateChangeError,
)
from sroi_desktop.domain.periods import HOURS_PER_WEEK, Period
from sroi_desktop.domain.rules import Category, Quota, Rhythm

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.money import Money

FULL_SHARE = Fraction(1)
_MOST_PERCENT = 100
_TEXTS = ("title", "authority", "contact_name", "note")


class ContractState(Enum):
    """Where a contract stands; every state has its own next step."""

    TENDER = "tender"
    BID = "bid"
    LOST = "lost"
    AWARDED = "awarded"
    PLAN_AGREED = "plan_agreed"
    RUNNING = "running"
    REPORTING = "reporting"
    RECOVERY = "recovery"
    SETTLED = "settled"


_NEXT: dict[ContractState, tuple[ContractState, ...]] = {
    ContractState.TENDER: (ContractState.BID, ContractState.AWARDED, ContractState.LOST),
    ContractState.BID: (ContractState.AWARDED, ContractState.LOST),
    ContractState.LOST: (ContractState.BID,),
    ContractState.AWARDED: (ContractState.PLAN_AGREED, ContractState.RUNNING),
    ContractState.PLAN_AGREED: (ContractState.RUNNING,),
    ContractState.RUNNING: (
        ContractState.REPORTING,
        ContractState.RECOVERY,
        ContractState.SETTLED,
    ),
    ContractState.REPORTING: (
        ContractState.RUNNING,
        ContractState.RECOVERY,
        ContractState.SETTLED,
    ),
    ContractState.RECOVERY: (ContractState.REPORTING, ContractState.SETTLED),
    ContractState.SETTLED: (),
}

BEFORE_AWARD = frozenset({ContractState.TENDER, ContractState.BID})
ENDED = frozenset({ContractState.LOST, ContractState.SETTLED})


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract; None means "not known yet", which is always allowed.

    Percentages run from 0 to 100. `number` is ours and unique; `reference` is theirs.
    `fixed_amount` is an obligation named in the contract, which beats every formula.
    `offered_percentage` is what the company offered in its bid, which binds.
    `labour_share` and `company_share` are fractions of 1.
    `full_time_hours` is the owner's answer where the rule set names no full-time week.
    `bid_sum` and `wage_sum` are for rules that take their percentage of these, `expected_turnover`
    for those that take it of what is invoiced; all exclude VAT. `quotas` are what the contract
    itself asks in hours, years at full time or placements. `switches` are the moves to another
    edition of the rules, the first one first.
    """

    number: str
    title: str
    authority: str
    rule_set_id: str
    state: ContractState = ContractState.RUNNING
    reference: str | None = None
    category: Category | None = None
    sum_excl_vat: Money | None = None
    percentage: Fraction | None = None
    offered_percentage: Fraction | None = None
    fixed_amount: Money | None = None
    labour_share: Fraction | None = None
    company_share: Fraction = FULL_SHARE
    published_on: date | None = None
    awarded_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    rhythm: Rhythm | None = None
    full_time_hours: Fraction | None = None
    contact_name: str | None = None
    contact_made_on: date | None = None
    plan_sent_on: date | None = None
    plan_agreed_on: date | None = None
    note: str | None = None
    bid_sum: Money | None = None
    bid_on: date | None = None
    wage_sum: Money | None = None
    expected_turnover: Money | None = None
    quotas: tuple[Quota, ...] = ()
    switches: tuple[EditionSwitch, ...] = ()
    id: int | None = None

    def __post_init__(self) -> None:
        for name in _TEXTS:  # not the numbers, theirs and ours, which may meet the same test
            refuse_bsn(name, getattr(self, name))
        for percent in (self.percentage, self.offered_percentage):
            if percent is not None and not _is_at_most(percent, _MOST_PERCENT):
                raise PercentOutOfRangeError(percent)
        for share in (self.labour_share, self.company_share):
            if share is not None and not _is_at_most(share, 1):
                raise PercentOutOfRangeError(share * _MOST_PERCENT)
        sums = (self.sum_excl_vat, self.bid_sum, self.wage_sum, self.expected_turnover)
        for amount in (*sums, self.fixed_amount):
            if amount is not None and amount.cents < 0:
                raise NegativeAmountError(amount.cents)
        hours = self.full_time_hours
        if hours is not None and not 0 < hours <= HOURS_PER_WEEK:
            raise HoursOutOfRangeError(hours)
        if self.starts_on is not None and self.ends_on is not None:
            Period(self.starts_on, self.ends_on)  # refuses an end before the start

    @property
    def period(self) -> Period | None:
        """The days of the contract, or None while a start or an end is unknown."""
        if self.starts_on is None or self.ends_on is None:
            return None
        return Period(self.starts_on, self.ends_on)

    @property
    def months(self) -> Fraction | None:
        """The length in calendar months, or None while it is unknown."""
        return None if self.period is None else self.period.calendar_months

    def moved_to(self, state: ContractState) -> Contract:
        """Return the contract in its next state.

        Raises:
            StateChangeError: there is no such step in the life of a contract.
        """
        if state not in _NEXT[self.state]:
            raise StateChangeError(self.state.value, state.value)
        return replace(self, state=state)


def _is_at_most(number: Fraction, most: int) -> bool:
    """Tell whether 0 <= number <= most: a fraction itself takes 1 us to compare."""
    return 0 <= number.numerator <= most * number.denominator


def next_states(state: ContractState) -> tuple[ContractState, ...]:
    """Return the states that can follow this one."""
    return _NEXT[state]
