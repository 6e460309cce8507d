"""Taking on a contract, changing it, and moving it through its life."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.effort import JUDGED
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.rows_kept import with_left_over
from sroi_desktop.services import bookings, owing
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.contract import Contract, ContractState
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Work


@dataclass(eq=False)
class EffortsInTheWayError(DomainError):
    """Efforts that a changed contract or rule set could not value any more; by their titles."""

    titles: tuple[str, ...]
    rules: str


def next_number(desk: Desk) -> str:
    """Return a number for a new contract: "2026-01", counted on within the year."""
    year = desk.today.year
    taken = {contract.number for contract in desk.store.contracts()}
    count = 1
    while f"{year}-{count:02d}" in taken:
        count += 1
    return f"{year}-{count:02d}"


def is_number_free(desk: Desk, number: str, contract_id: int | None = None) -> bool:
    """Tell whether no other contract has this number.

    Args:
        desk: the open administration.
        number: our own number for a contract.
        contract_id: the contract that may have it already, None for a new one.
    """
    return all(one.number != number or one.id == contract_id for one in desk.store.contracts())


def obligation_of(desk: Desk, contract_id: int) -> Obligation:
    """Return what is owed under a contract and its own copy of the rules."""
    return owing.of_contract(desk, contract_id)


def take_on(desk: Desk, contract: Contract, rules: RuleSet, clause_id: int | None = None) -> Done:
    """Add a contract with its own copy of a rule set.

    Args:
        desk: the open administration.
        contract: what is known of it.
        rules: the rules that it gets a copy of.
        clause_id: the clause that was read for it, to be found again from the contract.

    Raises:
        DuplicateError: another contract has this number.
        UnknownRecordError: there is no such clause.
    """
    contract = replace(contract, rule_set_id=rules.id)
    with desk.store.act("take_on_contract", contract.title) as work:
        contract_id = work.add_contract(contract, rules)
        if clause_id is not None:
            work.change_clause(replace(desk.store.clause(clause_id), contract_id=contract_id))
    changed = {Changed.CONTRACTS} if clause_id is None else {Changed.CONTRACTS, Changed.CLAUSES}
    return Done(frozenset(changed), contract_id)


def change(desk: Desk, contract: Contract, rules: RuleSet | None = None) -> Done:
    """Change a contract or its rules, and value everything booked on it again.

    What the authority judged keeps the value that it judged.

    Raises:
        DuplicateError: another contract has this number.
        EffortsInTheWayError: efforts cannot be valued under the new rules; nothing is changed.
    """
    with desk.store.act("change_contract", contract.title) as work:
        _write(desk, work, contract, rules)
    return Done(frozenset({Changed.CONTRACTS, Changed.EFFORTS}), contract.id)


def adjust_rules(desk: Desk, contract_id: int, rules: RuleSet, reason: str) -> Done:
    """Change the rules that a contract keeps, and value everything booked on it again.

    Reports that were issued keep what they say.

    Args:
        desk: the open administration.
        contract_id: whose copy of the rules it is.
        rules: what holds for it from now on.
        reason: why, in the words of the owner; it stands in the history.

    Raises:
        EffortsInTheWayError: efforts cannot be valued under the new rules; nothing is changed.
        CitizenNumberError: the reason holds a citizen service number.
    """
    refuse_bsn("reason", reason)
    contract = desk.store.contract(contract_id)
    with desk.store.act("adjust_rules", f"{contract.title} ({reason.strip()})") as work:
        _write(desk, work, contract, rules)
    return Done(frozenset({Changed.CONTRACTS, Changed.EFFORTS}), contract_id)


def move_on(desk: Desk, contract_id: int, state: ContractState) -> Done:
    """Move a contract to a next state in its life.

    Raises:
        StateChangeError: there is no such step.
    """
    moved = desk.store.contract(contract_id).moved_to(state)
    with desk.store.act("move_contract", moved.title) as work:
        work.change_contract(moved)
    return Done(frozenset({Changed.CONTRACTS}), contract_id)


def note_contact(desk: Desk, contract_id: int, day: date | None) -> Done:
    """Keep the day on which first contact with the authority was made; None takes it back."""
    changed = replace(desk.store.contract(contract_id), contact_made_on=day)
    with desk.store.act("note_contact", changed.title) as work:
        work.change_contract(changed)
    return Done(frozenset({Changed.CONTRACTS}), contract_id)


def note_plan(
    desk: Desk, contract_id: int, *, sent_on: date | None, agreed_on: date | None = None
) -> Done:
    """Keep the days on which the plan was sent and agreed."""
    changed = replace(
        desk.store.contract(contract_id), plan_sent_on=sent_on, plan_agreed_on=agreed_on
    )
    with desk.store.act("note_plan", changed.title) as work:
        work.change_contract(changed)
    return Done(frozenset({Changed.CONTRACTS}), contract_id)


def remove(desk: Desk, contract_id: int) -> Done:
    """Remove a contract on which nothing is booked; undo brings it back."""
    contract = desk.store.contract(contract_id)
    with desk.store.act("remove_contract", contract.title) as work:
        work.remove_contract(contract_id)
    return Done(frozenset({Changed.CONTRACTS}), contract_id)


def _write(desk: Desk, work: Work, contract: Contract, rules: RuleSet | None) -> None:
    """Write a changed contract, and what its efforts are worth under it now."""
    if contract.id is None:
        raise ValueError("a contract that was never kept cannot be changed")
    contract_id = contract.id
    booked = desk.store.booked(contract_id)
    under = kept = desk.store.rule_set(contract_id)
    if rules is not None:
        # What was judged stays, and is told by its row.
        used = {effort.block for effort, _booked in booked if effort.state in JUDGED}
        used |= {row.code for row in kept.left_over}
        under = rules = with_left_over(rules, kept, used)
    contract = replace(contract, rule_set_id=under.id)
    work.change_contract(contract, rules)
    in_the_way = []
    for effort, old in booked:
        if effort.state in JUDGED:
            continue
        try:
            _book_again(desk, work, effort, old, (contract, under))
        except DomainError:
            in_the_way.append(effort.title)
    if in_the_way:
        raise EffortsInTheWayError(tuple(in_the_way), under.title)
    bookings.settle(desk, work, (effort.candidate for effort, _old in booked))


def _book_again(
    desk: Desk, work: Work, effort: Effort, old: Booked, under: tuple[Contract, RuleSet]
) -> None:
    """Value one share of an effort under a changed contract, and keep it where that differs."""
    effort_id = effort.id or 0
    pieces = desk.store.pieces(effort_id)
    new = bookings.booked_under(effort, old.allocation, *under, pieces, tenure=old.tenure)
    if new != old:
        shares = desk.store.allocations(effort_id)
        work.set_booked(effort_id, tuple(new if one == old else one for one in shares))
