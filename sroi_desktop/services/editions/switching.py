"""Moving a contract to another edition of the rules: one act, with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from sroi_desktop.domain.editions import EditionSwitch
from sroi_desktop.domain.effort import JUDGED
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.rows_kept import is_same_edition
from sroi_desktop.services import bookings
from sroi_desktop.services.acts import SWITCH, switch_about
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.contracts import EffortsInTheWayError
from sroi_desktop.services.editions.effects import NO_ANSWERS, Books, Change, freeze
from sroi_desktop.services.editions.revaluing import effect
from sroi_desktop.services.editions.targets import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.matching import Answer
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Work


@dataclass(eq=False)
class NoReasonError(DomainError):
    """A move to another edition for which no reason was given."""


@dataclass(eq=False)
class SameEditionError(DomainError):
    """A move to the edition that the contract keeps already."""

    title: str


def switch(
    desk: Desk,
    contract_id: int,
    rules: RuleSet,
    reason: str,
    answers: Mapping[int, Answer] = NO_ANSWERS,
) -> Done:
    """Move a contract to another edition, and value what is booked on it afresh.

    What the authority judged keeps its value, and an issued report stays as it is.

    Args:
        desk: the open administration.
        contract_id: the contract.
        rules: the edition; the contract keeps a copy of it. Terms without a table come with the
            rows and values that the contract has.
        reason: why; it stands in the history and with the contract.
        answers: what the owner decided for efforts that the edition does not know.

    Raises:
        NoReasonError: the reason is empty.
        CitizenNumberError: the reason holds what looks like a BSN.
        SameEditionError: the contract keeps this edition already.
        EffortsInTheWayError: efforts cannot be valued under it; nothing is changed.
    """
    if not reason.strip():
        raise NoReasonError
    books = freeze(desk, contract_id, rules)
    if is_same_edition(books.rules, books.under):
        raise SameEditionError(told(rules))
    note = EditionSwitch(desk.today, told(books.rules), told(rules), " ".join(reason.split()))
    found = effect(books, answers)
    if found.in_the_way:
        titles = dict.fromkeys(one.before.effort.title for one in found.in_the_way)
        raise EffortsInTheWayError(tuple(titles), rules.title)
    switches = (*books.contract.switches, note)
    moved = replace(books.contract, rule_set_id=books.under.id, switches=switches)
    with desk.store.act(SWITCH, switch_about(note.left, note.taken, note.reason)) as work:
        work.change_contract(moved, found.after.rules)
        for effort_id, changes in groupby(found.changes, key=_effort_id):
            _write(desk, work, effort_id, changes, books)
        bookings.settle(desk, work, (one.before.effort.candidate for one in found.changes))
    return Done(frozenset({Changed.CONTRACTS, Changed.EFFORTS}), contract_id)


def _effort_id(change: Change) -> int:
    return change.before.effort.id or 0


def _write(desk: Desk, work: Work, effort_id: int, changes: Iterable[Change], books: Books) -> None:
    """Keep one effort as it stands under the edition, with its shares for other contracts."""
    after = [one.after for one in changes if one.after is not None]
    effort, kept = after[0].effort, desk.store.effort(effort_id)
    new = {one.booked.allocation.id: one.booked for one in after}
    shares = desk.store.allocations(effort_id)
    if effort == kept or effort.state in JUDGED:
        wanted = tuple(new.get(one.allocation.id, one) for one in shares)
    else:
        pieces = desk.store.pieces(effort_id)
        wanted = tuple(
            new.get(one.allocation.id) or _elsewhere(effort, one, books, pieces) for one in shares
        )
    if effort != kept:
        work.change_effort(effort, wanted)
    elif wanted != shares:
        work.set_booked(effort_id, wanted)


def _elsewhere(effort: Effort, booked: Booked, books: Books, pieces: tuple[Piece, ...]) -> Booked:
    """Value the share of a changed effort for another contract, under the rules of that one."""
    contract, rules = books.others[booked.allocation.contract_id]
    return bookings.booked_under(
        effort, booked.allocation, contract, rules, pieces, tenure=booked.tenure
    )
