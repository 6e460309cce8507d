"""What an effort is worth under each contract that it counts for, and what it still lacks.

The stored values are made here and nowhere else, again whenever something changes that
they depend on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import allocation as allocations
from sroi_desktop.domain import evidence, valuation
from sroi_desktop.domain.allocation import PARTS, Allocation, Booked
from sroi_desktop.domain.derivation import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def whole_for(contract_id: int, effort: Effort) -> Allocation:
    """Return the allocation of a whole effort to one contract."""
    return Allocation(contract_id, effort.period, PARTS)


def book(
    desk: Desk,
    effort: Effort,
    shares: Sequence[Allocation],
    pieces: Sequence[Piece] = (),
) -> tuple[Booked, ...]:
    """Value an effort under every contract that it is allocated to.

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
    days = effort.period.common(share.period)
    if days is None:
        return NOTHING
    if days != effort.period:
        since = effort.counted_since or effort.period.start
        effort = replace(effort, period=days, counted_since=since)
    return valuation.value(effort, rules, contract, until=until, share=share.share)
