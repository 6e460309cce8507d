"""What a booking would do, while it is still being typed: its value, and what it changes.

Everything that is read from the file is read once, into `Place`; weighing itself touches no
file, so that it can be done at every key stroke. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import evidence
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.services import bookings, positions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.allocation import Allocation, Booked
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.rules import EvidenceRequirement, RuleSet
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Place:
    """A contract that an effort may count for, with its rules and where it stands.

    `now` are its totals as they are in the books; `others` those without the effort that is
    being changed, so that it is not counted twice.
    """

    contract: Contract
    rules: RuleSet
    owed: Money | None
    now: Totals = NO_TOTALS
    others: Totals = NO_TOTALS


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one share of an effort would be worth, and what it would still lack.

    `realised` is the part of the value up to today; the rest is planned.
    """

    share: Allocation
    valuation: Valuation
    realised: Money
    lacking: tuple[EvidenceRequirement, ...]

    @property
    def value(self) -> Money:
        """The value of the whole share."""
        return self.valuation.value

    @property
    def planned(self) -> Money:
        """The part that is still to come."""
        return self.valuation.value - self.realised


def places(desk: Desk, without: int | None = None) -> dict[int, Place]:
    """Return every contract with where it stands, by its id, in the order of their numbers.

    Args:
        desk: the open administration.
        without: an effort that is being changed.
    """
    found = {
        one.contract.id: Place(one.contract, one.rules, one.owed, one.totals, one.totals)
        for one in positions.positions(desk)
        if one.contract.id is not None
    }
    if without is None:
        return found
    effort = desk.store.effort(without)
    for booked in desk.store.allocations(without):
        place = found[booked.allocation.contract_id]
        counted = _of_booked(effort, booked, place, desk.today)
        found[booked.allocation.contract_id] = replace(
            place, others=_less(place.now, counted, proven=not booked.missing)
        )
    return found


def weigh(
    effort: Effort,
    share: Allocation,
    place: Place,
    today: date,
    pieces: Sequence[Piece] = (),
) -> Weighed:
    """Return what a share of an effort would be worth at a place.

    Raises:
        DomainError: the effort cannot be valued as it is.
    """
    valuation = bookings.share_value(effort, share, place.rules, place.contract)
    lacking = evidence.missing(effort, place.rules, pieces)
    return Weighed(share, valuation, _so_far(effort, share, place, valuation.value, today), lacking)


def _so_far(effort: Effort, share: Allocation, place: Place, whole: Money, today: date) -> Money:
    """Return the part of the value that lies behind us, nothing for what is only planned."""
    if effort.state not in HAPPENED or effort.period.start > today:
        return ZERO
    if share.period.end <= today:
        return whole
    return bookings.share_value(effort, share, place.rules, place.contract, today).value


def _of_booked(effort: Effort, booked: Booked, place: Place, today: date) -> Weighed:
    """Return what an effort counts for now, from its stored value."""
    value = booked.valuation.value
    realised = _so_far(effort, booked.allocation, place, value, today)
    if effort.state not in HAPPENED | TO_COME:
        return Weighed(booked.allocation, replace(booked.valuation, value=ZERO), ZERO, ())
    return Weighed(booked.allocation, booked.valuation, realised, ())


def _less(totals: Totals, counted: Weighed, *, proven: bool) -> Totals:
    return replace(
        totals,
        planned=totals.planned - counted.planned,
        proven=totals.proven - (counted.realised if proven else ZERO),
        unproven=totals.unproven - (ZERO if proven else counted.realised),
    )


def after(place: Place, weighed: Weighed) -> Totals:
    """Return the totals of a contract with the booking added to them."""
    realised = weighed.realised
    return replace(
        place.others,
        planned=place.others.planned + weighed.planned,
        proven=place.others.proven + (ZERO if weighed.lacking else realised),
        unproven=place.others.unproven + (realised if weighed.lacking else ZERO),
    )
