"""What an effort is worth under each contract that it counts for, and what it still lacks.

The stored values are made here and nowhere else, again whenever something changes that
they depend on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, derivation, evidence, valuation
from sroi_desktop.domain import allocation as allocations
from sroi_desktop.domain.allocation import PARTS, Allocation, Booked, accepted_parts
from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.effort import ACCEPTED, TO_COME, EffortState
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.tenure import FRESH, Spell, Tenure, tenure_of
from sroi_desktop.services import tenures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Work

Under = Callable[[int], "tuple[Contract, RuleSet]"]

# Of what went to the authority the value stays as it was reported.
OURS = TO_COME | {EffortState.REALISED}


# More than the largest contract there is; hours times employees times a rate get there soon.
MOST = Money.from_euros(100_000_000_000)


@dataclass(eq=False)
class ImpossibleValueError(DomainError):
    """A value that cannot be meant."""

    value: Money


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
            self.effort.state,
            value,
            so_far,
            self.accepted,
            is_proven=is_proven,
            reported=self.booked.reported,
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
    people, booked = tenures.People(desk), []
    for share in shares:
        if share.parts:
            contract = desk.store.contract(share.contract_id)
            rules = desk.store.rule_set(share.contract_id)
            tenure = people.tenure(effort, rules)
            booked.append(booked_under(effort, share, contract, rules, pieces, tenure=tenure))
    return tuple(booked)


def booked_under(
    effort: Effort,
    share: Allocation,
    contract: Contract,
    rules: RuleSet,
    pieces: Sequence[Piece] = (),
    *,
    tenure: Tenure = FRESH,
) -> Booked:
    """Value one share of an effort under its contract, with the evidence that it lacks.

    Raises:
        ImpossibleValueError: a slip of the finger: more than any obligation.
        DomainError: the effort cannot be valued as it is.
    """
    if share.set_aside is not None:
        rules.block(effort.block)  # has to be there still, to be told by its name
        return set_aside(share, share.set_aside)
    rules.counting_block(effort.block)
    lacking = evidence.missing(effort, rules, pieces)
    worth = share_value(effort, share, rules, contract, tenure=tenure)
    if worth.value > MOST:
        raise ImpossibleValueError(worth.value)
    return Booked(share, worth, tuple(requirement.code for requirement in lacking), tenure)


def set_aside(share: Allocation, reason: str) -> Booked:
    """Return a share that stays in the books and is worth nothing: it needs no evidence either."""
    return Booked(replace(share, set_aside=reason), derivation.set_aside(reason))


def settle(desk: Desk, work: Work, codes: Iterable[str | None]) -> None:
    """Value the efforts of candidates again where what they take over has changed.

    Belongs in every act that changes which days or years someone counts. Who starts first
    counts first, so that each effort is valued after those that it takes over from. What went
    to the authority keeps the value under which it was reported.
    """
    for code in dict.fromkeys(codes):
        if code:
            _settle(desk, work, code)


def _settle(desk: Desk, work: Work, code: str) -> None:
    def under(contract_id: int) -> tuple[Contract, RuleSet]:
        return desk.store.contract(contract_id), desk.store.rule_set(contract_id)

    spells: list[Spell] = []
    for effort, booked in desk.store.efforts_of(code):
        after = settled(effort, booked, spells, under)
        if after != booked and effort.id is not None:
            work.set_booked(effort.id, after)
        spell = tenures.taken(effort, after)
        if spell is not None:
            spells.append(spell)


def settled(
    effort: Effort, booked: tuple[Booked, ...], spells: Sequence[Spell], under: Under
) -> tuple[Booked, ...]:
    """Return the shares of an effort as they follow from what it takes over from others.

    Args:
        effort: the effort; one that went to the authority stays as it is.
        booked: its shares as they stand in the books.
        spells: of the same person, those before it.
        under: gives a contract with its rules, by id.
    """
    if effort.state not in OURS:
        return booked
    return tuple(_settled(effort, one, spells, under) for one in booked)


def _settled(effort: Effort, booked: Booked, spells: Sequence[Spell], under: Under) -> Booked:
    """Return a share with the value that follows from what its effort takes over."""
    share = booked.allocation
    if share.set_aside is not None:
        return booked
    contract, rules = under(share.contract_id)
    tenure = tenure_of(effort, spells, rules)
    if tenure == booked.tenure:
        return booked
    value = share_value(effort, share, rules, contract, tenure=tenure)
    return replace(booked, valuation=value, tenure=tenure)


def share_value(
    effort: Effort,
    share: Allocation,
    rules: RuleSet,
    contract: Contract,
    until: date | None = None,
    *,
    tenure: Tenure = FRESH,
) -> Valuation:
    """Return what one share of an effort is worth, up to a day where one is given.

    `tenure` is the counting time that it takes over: of a share in the books the one kept there.
    """
    if share.set_aside is not None:
        return derivation.set_aside(share.set_aside)
    if effort.period.common(share.period) is None:
        return NOTHING
    within = None if share.period.covers(effort.period) else share.period
    return valuation.value(
        tenure.of(effort), rules, contract, until=until, within=within, share=share.share
    )


def worth_until(entry: Entry, rules: RuleSet, contract: Contract, day: date) -> Valuation:
    """Return what a share was worth by the end of a day: as kept, once that day ends it."""
    booked, share = entry.booked, entry.booked.allocation
    if day >= share.period.end:
        return booked.valuation
    if day < share.period.start:
        return NOTHING
    return share_value(entry.effort, share, rules, contract, day, tenure=booked.tenure)


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
