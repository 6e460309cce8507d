"""What a booking would do, while it is still being typed: its value, and what it changes.

What is read from the file is read once, by `Place`: what is booked, and the other efforts of a
candidate when one is first named. So weighing can be done at every key stroke. Nothing is
written here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, evidence
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.allocation import Booked
from sroi_desktop.domain.hurry import Hurry, hurry
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.tenure import FRESH, Tenure
from sroi_desktop.services import bookings, counts, positions
from sroi_desktop.services.counts import Under
from sroi_desktop.services.tenures import People

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sroi_desktop.domain.allocation import Allocation
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import NotCounted, Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.rules import Block, EvidenceRequirement, RuleSet
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a contract stands: `now` in the books, and `others` without the effort at hand.

    `besides` are those others one by one, where rules let a category fill only a part.
    """

    owed: Money | None = None
    now: Totals = NO_TOTALS
    others: Totals = NO_TOTALS
    besides: tuple[Entry, ...] = ()

    @property
    def open(self) -> Money:
        """What the others leave open, zero where nothing is known to be owed."""
        return ZERO if self.owed is None else account.still_open(self.owed, self.others)


def _presses_not(_others: Totals) -> Hurry:
    return Hurry()


@dataclass(frozen=True)
class Place:
    """A contract that an effort may count for, with its rules and where it stands.

    `stand` is asked once, when the standing is needed first: of most contracts it never is.
    `press` tells how pressing the contract is with these totals.
    `people` knows what an effort takes over from others of the same person; None for nothing.
    `aside` is why the effort that is being changed stays in the books here without counting.
    """

    contract: Contract
    rules: RuleSet
    stand: Callable[[], Standing] = field(default=Standing, compare=False)
    press: Callable[[Totals], Hurry] = field(default=_presses_not, compare=False)
    people: People | None = field(default=None, compare=False)
    aside: str | None = None

    @cached_property
    def standing(self) -> Standing:
        """Where the contract stands."""
        return self.stand()

    @cached_property
    def hurry(self) -> Hurry:
        """How pressing the contract is without the effort at hand."""
        return self.press(self.standing.others)

    def set_aside(self, effort: Effort) -> str | None:
        """Return why an effort would be worth nothing here, None where it counts.

        That holds as long as it stands under a row that is left over: under another, it counts.
        """
        is_left_over = any(row.code == effort.block for row in self.rules.left_over)
        return self.aside if is_left_over else None

    def rows(self, effort: Effort | None) -> tuple[Block, ...]:
        """Return the rows that can be chosen, with the one that an effort is left under."""
        if effort is None or self.set_aside(effort) is None:
            return self.rules.blocks
        return (*self.rules.blocks, self.rules.block(effort.block))

    def knows(self, effort: Effort) -> bool:
        """Tell whether an effort can be booked here under its row."""
        return any(row.code == effort.block for row in self.rows(effort))

    def tenure(self, effort: Effort) -> Tenure:
        """Return the counting time that an effort would take over here."""
        return FRESH if self.people is None else self.people.tenure(effort, self.rules)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one share of an effort would be worth, and what it would still lack.

    `adds` is what it would add to the totals of the contract today. Where rules let a category
    fill only a part it may take the place of others: `displaced` is what of those would no longer
    count. `reasons` say why of itself not all counts.
    """

    share: Allocation
    valuation: Valuation
    adds: Totals
    lacking: tuple[EvidenceRequirement, ...]
    reasons: tuple[NotCounted, ...] = ()
    displaced: Money = ZERO

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

    @property
    def beyond(self) -> Money:
        """What would not count of it, or of others because of it."""
        return self.adds.beyond


def places(desk: Desk, without: int | None = None) -> dict[int, Place]:
    """Return every contract by its id, in the order of their numbers.

    Args:
        desk: the open administration.
        without: an effort that is being changed, so that it is not counted twice.
    """
    people, aside = People(desk), _set_aside(desk, without)
    return {
        contract.id: Place(
            contract,
            desk.store.rule_set(contract.id),
            partial(_standing, desk, contract.id, without),
            partial(_hurry, desk, contract.id),
            people,
            aside.get(contract.id),
        )
        for contract in desk.store.contracts()
        if contract.id is not None
    }


def _set_aside(desk: Desk, effort_id: int | None) -> dict[int, str]:
    """Return why an effort does not count, by the contract for which it does not."""
    shares = () if effort_id is None else desk.store.allocations(effort_id)
    claims = (booked.allocation for booked in shares)
    return {one.contract_id: one.set_aside for one in claims if one.set_aside is not None}


def _hurry(desk: Desk, contract_id: int, others: Totals) -> Hurry:
    position = positions.position(desk, contract_id)
    return hurry(replace(position, totals=others), desk.today)


def _standing(desk: Desk, contract_id: int, without: int | None) -> Standing:
    by = counts.under(desk, contract_id)
    every = bookings.entries(desk, contract_id)
    besides = tuple(entry for entry in every if entry.effort.id != without)
    now = others = counts.total(counts.on(every, by, desk.today))
    if len(besides) < len(every):
        others = counts.total(counts.on(besides, by, desk.today))
    return Standing(by.owed, now, others, besides if counts.is_limiting(by.rules) else ())


def weigh(
    effort: Effort,
    share: Allocation,
    place: Place,
    today: date,
    pieces: Sequence[Piece] = (),
) -> Weighed:
    """Return what a share of an effort would be worth at a place, its only share there.

    Raises:
        DomainError: the effort cannot be valued as it is.
    """
    return weigh_together(effort, (share,), place, today, pieces)[0]


def weigh_together(
    effort: Effort,
    shares: Sequence[Allocation],
    place: Place,
    today: date,
    pieces: Sequence[Piece] = (),
) -> tuple[Weighed, ...]:
    """Return what the shares that an effort has at one place would be worth, in their order.

    Where rules let a category fill only a part they share the room that is left.

    Raises:
        DomainError: the effort cannot be valued as it is.
    """
    aside = place.set_aside(effort)
    lacking = () if aside is not None else evidence.missing(effort, place.rules, pieces)
    codes, tenure = tuple(piece.code for piece in lacking), place.tenure(effort)
    entries = []
    for share in shares:
        if aside is not None:
            booked = bookings.set_aside(share, aside)
        else:
            place.rules.counting_block(effort.block)
            whole = bookings.share_value(effort, share, place.rules, place.contract, tenure=tenure)
            booked = Booked(share, whole, codes, tenure)
        entries.append(bookings.Entry(effort, booked, bookings.accepted_alone(effort, booked)))
    if counts.is_limiting(place.rules):
        return _among_others(entries, place, today, lacking)
    return tuple(_alone(entry, place, today, lacking) for entry in entries)


def _alone(
    entry: Entry, place: Place, today: date, lacking: tuple[EvidenceRequirement, ...]
) -> Weighed:
    so_far = bookings.worth_until(entry, place.rules, place.contract, today)
    booked = entry.booked
    return Weighed(booked.allocation, booked.valuation, entry.counts(so_far.value), lacking)


def _among_others(
    entries: Sequence[Entry], place: Place, today: date, lacking: tuple[EvidenceRequirement, ...]
) -> tuple[Weighed, ...]:
    """Weigh shares where what they add depends on each other and on all that is booked besides."""
    standing, count = place.standing, len(place.standing.besides)
    by = Under(place.contract, place.rules, standing.owed)
    found = counts.on((*standing.besides, *entries), by, today)
    # What is booked already may have to make room; that is told with the last share, once.
    moved = counts.total(found[:count]) - standing.others
    last = len(entries) - 1
    return tuple(
        Weighed(
            entry.booked.allocation,
            entry.booked.valuation,
            one.adds + moved if at == last else one.adds,
            lacking,
            one.held.every,
            moved.beyond if at == last else ZERO,
        )
        for at, (entry, one) in enumerate(zip(entries, found[count:], strict=True))
    )


def after(place: Place, *weighed: Weighed) -> Totals:
    """Return the totals of a contract with the booking added to them, share by share."""
    return sum((one.adds for one in weighed), place.standing.others)
