"""Invoices of contracts and certificates of the firm: kept, undone, and in the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.domain.turnover import Invoice
from sroi_desktop.storage import Store, UnknownRecordError
from tests.unit.storage.book import add_contract, failed

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def add_invoice(store: Store, contract_id: int, day: date, cents: int) -> int:
    with store.act("add_invoice") as work:
        return work.add_invoice(Invoice(day, Money(cents), "2026-001", contract_id))


def test_that_invoices_come_back_by_day_and_can_be_undone(store: Store) -> None:
    contract_id = add_contract(store)
    late = add_invoice(store, contract_id, date(2026, 3, 1), 100_000)
    early = add_invoice(store, contract_id, date(2026, 2, 1), -5_000)
    assert [one.id for one in store.invoices(contract_id)] == [early, late]
    (first, _second) = store.invoices(contract_id)
    with store.act("change_invoice") as work:
        work.change_invoice(replace(first, amount=Money(7_000)))
    assert store.invoices(contract_id)[0].amount == Money(7_000)
    with store.act("remove_invoice") as work:
        work.remove_invoice(early)
    assert [one.id for one in store.invoices(contract_id)] == [late]
    store.undo()
    store.undo()
    assert store.invoices(contract_id)[0] == first
    assert failed(store) == []


def test_that_an_invoice_is_an_act_on_its_contract(store: Store) -> None:
    add_contract(store)
    second = add_contract(store, "2026-02")
    before = store.last_entry()
    add_invoice(store, second, date(2026, 2, 1), 5_000)
    assert store.touched(before) == frozenset({second})


def test_that_the_invoices_of_a_contract_go_and_come_with_it(store: Store) -> None:
    contract_id = add_contract(store)
    add_invoice(store, contract_id, date(2026, 2, 1), 5_000)
    with store.act("remove_contract") as work:
        work.remove_contract(contract_id)
    assert store.invoices(contract_id) == ()
    store.undo()
    assert len(store.invoices(contract_id)) == 1
    assert failed(store) == []


def test_that_what_is_not_there_is_refused(store: Store) -> None:
    contract_id = add_contract(store)
    with pytest.raises(UnknownRecordError):
        add_invoice(store, 7, date(2026, 2, 1), 5_000)
    with store.act("act") as work:
        with pytest.raises(UnknownRecordError):
            work.change_invoice(Invoice(date(2026, 2, 1), Money(1), None, contract_id, 9))
        with pytest.raises(UnknownRecordError):
            work.remove_invoice(9)
        with pytest.raises(UnknownRecordError):
            work.change_certificate(Certificate(PsoLevel.STEP_1, YEAR, 9))
        with pytest.raises(UnknownRecordError):
            work.remove_certificate(9)


def test_that_certificates_come_back_with_the_last_to_end_first(store: Store) -> None:
    old = Certificate(PsoLevel.STEP_1, Period(date(2024, 1, 1), date(2025, 12, 31)))
    before = store.last_entry()
    with store.act("add_certificate") as work:
        first = work.add_certificate(old)
        second = work.add_certificate(Certificate(PsoLevel.STEP_30_PLUS, YEAR))
    assert store.touched(before) is None
    assert [one.id for one in store.certificates()] == [second, first]
    with store.act("change_certificate") as work:
        work.change_certificate(Certificate(PsoLevel.STEP_2, YEAR, second))
    assert store.certificates()[0] == Certificate(PsoLevel.STEP_2, YEAR, second)
    with store.act("remove_certificate") as work:
        work.remove_certificate(first)
    assert len(store.certificates()) == 1
    store.undo()
    assert store.certificates()[1] == replace(old, id=first)
    assert failed(store) == []
