"""Taking on a contract, changing it, and moving it through its life."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.services import bookings
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract, ContractState
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Work

_TEXTS = ("title", "authority", "reference", "contact_name", "note")


def next_number(desk: Desk) -> str:
    """Return a number for a new contract: "2026-01", counted on within the year."""
    year = desk.today.year
    taken = {contract.number for contract in desk.store.contracts()}
    count = 1
    while f"{year}-{count:02d}" in taken:
        count += 1
    return f"{year}-{count:02d}"


def obligation_of(desk: Desk, contract_id: int) -> Obligation:
    """Return what is owed under a contract and its own copy of the rules."""
    contract = desk.store.contract(contract_id)
    return obligation.of_contract(contract, desk.store.rule_set(contract_id))


def take_on(desk: Desk, contract: Contract, rules: RuleSet) -> Done:
    """Add a contract with its own copy of a rule set.

    Raises:
        CitizenNumberError: a text holds what looks like a BSN.
    """
    contract = replace(_checked(contract), rule_set_id=rules.id)
    with desk.store.act("take_on_contract", contract.title) as work:
        contract_id = work.add_contract(contract, rules)
    return Done(frozenset({Changed.CONTRACTS}), contract_id)


def change(desk: Desk, contract: Contract, rules: RuleSet | None = None) -> Done:
    """Change a contract or its rules, and value everything booked on it again.

    Raises:
        CitizenNumberError: a text holds what looks like a BSN.
        DomainError: an effort cannot be valued under the changed contract.
    """
    contract = _checked(contract)
    with desk.store.act("change_contract", contract.title) as work:
        _write(desk, work, contract, rules)
    return Done(frozenset({Changed.CONTRACTS, Changed.EFFORTS}), contract.id)


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
    if rules is not None:
        contract = replace(contract, rule_set_id=rules.id)
    booked = desk.store.booked(contract_id)
    work.change_contract(contract, rules)
    rules = rules if rules is not None else desk.store.rule_set(contract_id)
    for effort, old in booked:
        if effort.id is None:
            continue
        new = bookings.booked_under(
            effort, old.allocation, contract, rules, desk.store.pieces(effort.id)
        )
        if new != old:
            others = desk.store.allocations(effort.id)
            work.set_booked(
                effort.id,
                tuple(new if one.allocation == old.allocation else one for one in others),
            )


def _checked(contract: Contract) -> Contract:
    for name in _TEXTS:
        refuse_bsn(name, getattr(contract, name))
    return contract
