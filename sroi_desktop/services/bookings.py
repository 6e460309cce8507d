"""What an effort is worth under each contract that it counts for, and what it still lacks.

The stored values are made here and nowhere else, again whenever something changes that
they depend on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, evidence, valuation
from sroi_desktop.domain import allocation as allocations
from sroi_desktop.domain.allocation import PARTS, Allocation, Booked, accepted_parts
from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.effort import ACCEPTED
from sroi_desktop.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """One share of an effort as it stands in the books under one contract.

    `accepted` is what the authority accepted of it, zero while it did not speak.
    """

    effort: Effort
    booked: Booked
    accepted: Money = ZERO

    def counts(self, so_far: Money) -> Totals:
        """Return what it adds to the totals, of which `so_far` is its worth up to the day."""
        value, is_proven = self.booked.valuation.value, not self.booked.missing
        return account.of_share(
            self.effort.state, value, so_far, self.accepted, is_proven=is_proven
        )


def entries(desk: Desk, contract_id: int) -> tuple[Entry, ...]:
    """Return everything that is booked for a contract, by the day on which it starts."""
    return tuple(
        Entry(effort, booked, _accepted(desk, effort, booked))
        for effort, booked in desk.store.booked(contract_id)
    )


def of_effort(desk: Desk, effort_id: int) -> tuple[Entry, ...]:
    """Return every share of one effort."""
    effort, shares = desk.store.effort(effort_id), desk.store.allocations(effort_id)
    return tuple(Entry(effort, booked, _accepted(desk, effort, booked)) for booked in shares)


def whole_for(contract_id: int, effort: Effort) -> Allocation:
    """Return the allocation of a whole effort to one contract."""
    return Allocation(contract_id, effort.period, PARTS)


def book(
    desk: Desk,
    effort: Effort,
    shares: Sequence[Allocation],
    pieces: Sequence[Piece] = (),
) -> tuple[Booked, ...]:
    """Value an effort under every contract that it is allocated to; a share of 0% is left out.

    Raises:
        OverAllocatedError: the shares claim more than the whole effort on some day.
        DomainError: the effort cannot be valued as it is.
    """
    allocations.check(shares)
    return tuple(
        booked_under(
            effort,
            share,
            desk.store.contract(share.contract_id),
            desk.store.rule_set(share.contract_id),
            pieces,
        )
        for share in shares
        if share.parts
    )


def booked_under(
    effort: Effort,
    share: Allocation,
    contract: Contract,
    rules: RuleSet,
    pieces: Sequence[Piece] = (),
) -> Booked:
    """Value one share of an effort under its contract, with the evidence that it lacks."""
    lacking = evidence.missing(effort, rules, pieces)
    return Booked(
        share,
        share_value(effort, share, rules, contract),
        tuple(requirement.code for requirement in lacking),
    )


def share_value(
    effort: Effort,
    share: Allocation,
    rules: RuleSet,
    contract: Contract,
    until: date | None = None,
) -> Valuation:
    """Return what one share of an effort is worth, up to a day where one is given."""
    if effort.period.common(share.period) is None:
        return NOTHING
    within = None if share.period.covers(effort.period) else share.period
    return valuation.value(effort, rules, contract, until=until, within=within, share=share.share)


def worth_until(entry: Entry, rules: RuleSet, contract: Contract, day: date) -> Valuation:
    """Return what a share was worth by the end of a day: as kept, once that day ends it."""
    days = entry.booked.allocation.period
    if day >= days.end:
        return entry.booked.valuation
    if day < days.start:
        return NOTHING
    return share_value(entry.effort, entry.booked.allocation, rules, contract, day)


def accepted_alone(effort: Effort, booked: Booked) -> Money:
    """Return what the authority accepted of a share whose fellows are not known."""
    whole = effort if effort.accepted is None else replace(effort, accepted=_part(effort, booked))
    return accepted_parts(whole, [booked.valuation.value])[0]


def _part(effort: Effort, booked: Booked) -> Money:
    return Money.from_euros((effort.accepted or ZERO).euros * booked.allocation.share)


def _accepted(desk: Desk, effort: Effort, booked: Booked) -> Money:
    """Return what the authority accepted of one share of an effort."""
    if effort.state not in ACCEPTED or effort.id is None:
        return ZERO
    shares = desk.store.allocations(effort.id)
    parts = accepted_parts(effort, [one.valuation.value for one in shares])
    return parts[[one.allocation.id for one in shares].index(booked.allocation.id)]
