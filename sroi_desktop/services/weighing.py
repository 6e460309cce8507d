"""What a booking would do, while it is still being typed: its value, and what it changes.

Everything that is read from the file is read once, into `Place`; weighing itself touches no
file, so that it can be done at every key stroke. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import evidence
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.allocation import Booked
from sroi_desktop.services import bookings, positions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.allocation import Allocation
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
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

    `adds` is what it would add to the totals of the contract today.
    """

    share: Allocation
    valuation: Valuation
    adds: Totals
    lacking: tuple[EvidenceRequirement, ...]

    @property
    def value(self) -> Money:
        """The value of the whole share."""
        return self.valuation.value

    @property
    def realised(self) -> Money:
        """The part up to today, nothing for what is only planned."""
        return self.adds.realised

    @property
    def planned(self) -> Money:
        """The part that is still to come."""
        return self.adds.planned


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
    for entry in bookings.of_effort(desk, without):
        contract_id = entry.booked.allocation.contract_id
        place = found[contract_id]
        worth = bookings.worth_until(entry, place.rules, place.contract, desk.today)
        others = _less(place.others, entry.counts(worth.value))
        found[contract_id] = replace(place, others=others)
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
    lacking = evidence.missing(effort, place.rules, pieces)
    whole = bookings.share_value(effort, share, place.rules, place.contract)
    booked = Booked(share, whole, tuple(piece.code for piece in lacking))
    entry = bookings.Entry(effort, booked, bookings.accepted_alone(effort, booked))
    so_far = bookings.worth_until(entry, place.rules, place.contract, today)
    return Weighed(share, whole, entry.counts(so_far.value), lacking)


def after(place: Place, weighed: Weighed) -> Totals:
    """Return the totals of a contract with the booking added to them."""
    return place.others + weighed.adds


def _less(totals: Totals, counted: Totals) -> Totals:
    return Totals(
        totals.planned - counted.planned,
        totals.unproven - counted.unproven,
        totals.proven - counted.proven,
        totals.rejected - counted.rejected,
        totals.reported - counted.reported,
        totals.accepted - counted.accepted,
    )
