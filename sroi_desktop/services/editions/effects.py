"""What another edition means for a contract: what decides it, frozen, and the answer.

`freeze` reads on the thread of the window; what works on it may run elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.account import together
from sroi_desktop.domain.effort import JUDGED
from sroi_desktop.services import bookings, counts
from sroi_desktop.services.editions.finding import verdict_on
from sroi_desktop.services.editions.targets import target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.editions import Verdict
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.errors import DomainError
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.matching import Answer
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import Block, Bonus, RuleSet
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.counts import Under
    from sroi_desktop.services.desk import Desk

NO_ANSWERS: Mapping[int, Answer] = MappingProxyType({})


class Progress(Protocol):
    """Who watches the work; raises where it is no longer wanted."""

    def report(self, done: int, total: int, /) -> None:
        """Take note of how many efforts are done."""
        ...


class _Unwatched:
    def report(self, done: int, total: int, /) -> None:
        """Let it go on."""


UNWATCHED = _Unwatched()


@dataclass(frozen=True, slots=True)
class Share:
    """One share of an effort in the books, with its evidence and its shares elsewhere."""

    entry: Entry
    pieces: tuple[Piece, ...]
    elsewhere: tuple[Booked, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """All that decides what a contract would be worth under a set, read at one moment.

    `people` are all efforts of the candidates, for any contract; `others` are the other
    contracts that these count for, with their rules. `keeps_rows` tells that the set names no
    values, so that `under` has the rows and values of `rules`.
    """

    contract: Contract
    rules: RuleSet
    under: RuleSet
    verdict: Verdict
    today: date
    shares: tuple[Share, ...]
    people: Mapping[str, tuple[tuple[Effort, tuple[Booked, ...]], ...]]
    others: Mapping[int, tuple[Contract, RuleSet]]
    keeps_rows: bool = False


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an effort cannot be valued under a set, and what can be chosen instead.

    `row` is what the set does not have, with the nearest that it has in `choices`; `bonuses`
    are claimed and not in the set. `elsewhere` names contracts for which the effort counts as
    well and whose rules do not know the choice. `error` is what valuing refused.
    """

    row: Block | None = None
    choices: tuple[Block, ...] = ()
    bonuses: tuple[Bonus, ...] = ()
    elsewhere: tuple[str, ...] = ()
    error: DomainError | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One share of an effort before and after; `after` is None where an obstacle is in the way."""

    before: Entry
    after: Entry | None
    obstacle: Obstacle | None = None

    @property
    def is_set_aside(self) -> bool:
        """Tell whether it would stay in the books and be worth nothing."""
        return self.after is not None and self.after.booked.allocation.set_aside is not None

    @property
    def is_judged(self) -> bool:
        """Tell whether the authority judged it, so that its value stays."""
        return self.before.effort.state in JUDGED

    @property
    def difference(self) -> Money | None:
        """What it would be worth more, below zero for less; None where that is not known."""
        if self.after is None:
            return None
        return self.after.booked.valuation.value - self.before.booked.valuation.value


@dataclass(frozen=True, slots=True)
class Side:
    """What a contract owes and where it stands, under one set."""

    rules: RuleSet
    owed: Obligation
    totals: Totals


@dataclass(frozen=True, slots=True)
class Effect:
    """What another edition would mean for a contract, effort by effort.

    `keeps_rows` tells that the edition itself names no values: those of the contract stay.
    """

    contract: Contract
    verdict: Verdict
    before: Side
    after: Side
    changes: tuple[Change, ...]
    keeps_rows: bool = False

    @property
    def in_the_way(self) -> tuple[Change, ...]:
        """The efforts that have to be resolved before the contract can be moved."""
        return tuple(change for change in self.changes if change.after is None)


def freeze(desk: Desk, contract_id: int, chosen: RuleSet) -> Books:
    """Read what decides what a contract would be worth under another set.

    Args:
        desk: the open administration.
        contract_id: the contract.
        chosen: the set; terms without a table get the rows and values that the contract keeps.

    Raises:
        UnknownRecordError: there is no such contract (any more).
    """
    store = desk.store
    contract, entries = store.contract(contract_id), bookings.entries(desk, contract_id)
    kept = store.rule_set(contract_id)
    codes = dict.fromkeys(one.effort.candidate for one in entries if one.effort.candidate)
    people = {code: store.efforts_of(code) for code in codes if code}
    known = {effort.id: booked for found in people.values() for effort, booked in found}
    shares = tuple(_share(desk, one, known) for one in entries)
    booked = [one for some in known.values() for one in some]
    booked.extend(one for share in shares for one in share.elsewhere)
    ids = {one.allocation.contract_id for one in booked} - {contract_id}
    return Books(
        contract,
        kept,
        target(desk, kept, chosen),
        verdict_on(desk, contract, chosen),
        desk.today,
        shares,
        people,
        {key: (store.contract(key), store.rule_set(key)) for key in ids},
        keeps_rows=not chosen.blocks,
    )


def _share(desk: Desk, entry: Entry, known: Mapping[int | None, tuple[Booked, ...]]) -> Share:
    """Return a share with what belongs to it; `known` are those that were read already."""
    effort_id, here = entry.effort.id or 0, entry.booked.allocation.contract_id
    shares = known.get(effort_id) or desk.store.allocations(effort_id)
    elsewhere = tuple(one for one in shares if one.allocation.contract_id != here)
    return Share(entry, desk.store.pieces(effort_id), elsewhere)


def standing(entries: Sequence[Entry], by: Under, day: date) -> Totals:
    """Return what entries add up to by the end of a day, as `positions` counts it."""
    if counts.is_limiting(by.rules):
        return counts.total(counts.on(entries, by, day))
    return together(_adds(one, by, day) for one in entries)


def _adds(entry: Entry, by: Under, day: date) -> Totals:
    if entry.effort.state in JUDGED:  # the whole of it was judged, also what is still to come
        return entry.counts(entry.booked.valuation.value)
    return entry.counts(bookings.worth_until(entry, by.rules, by.contract, day).value)
