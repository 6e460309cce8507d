"""What was worked out before is kept, and after every act it is as if worked out afresh."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.position import Position
from sroi_desktop.services import (
    contracts,
    efforts,
    history,
    parties,
    positions,
    reports,
)
from tests.unit.services.books import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    TODAY,
    advance,
    book,
    half_for,
    known,
    on,
    prove,
    span,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

RUNNING = replace(PLACED, candidate="K-02", period=span("2026-09-01", "2027-02-28"))
BEYOND = replace(CONTRACT, number="2026-00", title="Eerder in de lijst")


def _afresh(desk: Desk) -> tuple[Position, ...]:
    """Return the positions as someone sees them who never asked before."""
    return positions.positions(on(desk, desk.today))


def _agree(desk: Desk) -> None:
    assert positions.positions(desk) == _afresh(desk)
    assert positions.next_steps(desk) == positions.next_steps(on(desk, desk.today))


def test_that_every_act_is_seen_in_the_positions(desk: Desk, contract_id: int) -> None:
    _agree(desk)
    other = take_on(desk, BEYOND)
    _agree(desk)
    placed = book(desk, contract_id, PLACED)
    _agree(desk)
    running = known(
        efforts.record(desk, RUNNING, [half_for(contract_id, RUNNING), half_for(other, RUNNING)])
    )
    _agree(desk)
    prove(desk, running, contract_id)
    _agree(desk)
    shop = known(parties.add_supplier(desk, Supplier("Buurtkeuken", "PSO")))
    bought = book(desk, contract_id, replace(BOUGHT, supplier_id=shop))
    _agree(desk)
    parties.change_supplier(desk, replace(desk.store.supplier(shop), valid_until=date(2026, 1, 1)))
    _agree(desk)
    advance(desk, placed, EffortState.REPORTED, EffortState.ACCEPTED)
    _agree(desk)
    efforts.remove(desk, bought)
    _agree(desk)


def test_that_undo_and_redo_are_seen_in_the_positions(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, RUNNING)
    book(desk, contract_id, HELPED)
    before = positions.positions(desk)
    while history.undo(desk) is not None:
        _agree(desk)
    assert positions.positions(desk) == ()
    while history.redo(desk) is not None:
        _agree(desk)
    assert positions.positions(desk) == before


def test_that_a_changed_contract_is_seen_with_its_new_place(desk: Desk, contract_id: int) -> None:
    take_on(desk, BEYOND)
    book(desk, contract_id, RUNNING)
    _agree(desk)
    contract = desk.store.contract(contract_id)
    contracts.change(desk, replace(contract, number="2025-99", percentage=Fraction(2)))
    assert positions.positions(desk)[0].contract.id == contract_id
    _agree(desk)


def test_that_a_removed_contract_has_no_position(desk: Desk, contract_id: int) -> None:
    other = take_on(desk, BEYOND)
    _agree(desk)
    contracts.remove(desk, other)
    assert [one.contract.id for one in positions.positions(desk)] == [contract_id]
    with pytest.raises(KeyError):
        positions.position(desk, other)


def test_that_an_issued_report_is_seen_in_the_positions(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    _agree(desk)
    made = reports.draft(
        desk, contract_id, reports.Variant.ANONYMOUS, span("2026-01-01", "2026-09-30")
    )
    reports.issue(desk, made, b"%PDF-1.7\n")
    _agree(desk)
    assert positions.position(desk, contract_id).reported_until == date(2026, 9, 30)


def test_that_another_day_is_another_position(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, RUNNING)
    today = positions.position(desk, contract_id)
    later = on(desk, date(2026, 12, 31))
    later.known = desk.known
    assert positions.position(later, contract_id).totals.realised > today.totals.realised


def test_that_an_act_that_fails_leaves_nothing_behind(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    before = positions.positions(desk)
    desk.known = None
    with suppress(ZeroDivisionError), desk.store.act("break") as work:
        work.change_contract(replace(desk.store.contract(contract_id), fixed_amount=Money(1)))
        assert positions.position(desk, contract_id).owed == Money(1)
        raise ZeroDivisionError
    assert positions.positions(desk) == before
    assert desk.today == TODAY


def test_that_only_the_contract_of_an_act_is_looked_at_again(
    desk: Desk, contract_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = take_on(desk, BEYOND)
    kept = positions.positions(desk)[0]
    book(desk, contract_id, RUNNING)
    assert positions.position(desk, other) is kept
    positions.positions(desk)
    asked: list[object] = []
    monkeypatch.setattr(type(desk.store), "figures", lambda *_: asked.append(1))
    positions.positions(desk)
    assert asked == []
