"""Efforts, and the hours under them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from sroi_desktop.domain.duplicates import Trace
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.parties import Candidate, Supplier
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.storage import BlockedByReportError, HourRow, Store, UnknownRecordError
from tests.unit.storage.book import (
    QUARTERS,
    SPRING,
    add_contract,
    add_effort,
    booked,
    effort,
    failed,
    tables,
)

MARCH_2, MARCH_3 = date(2026, 3, 2), date(2026, 3, 3)
FULL = Effort(
    kind=EffortKind.PLACEMENT,
    block="pw",
    title="Hovenier",
    period=SPRING,
    state=EffortState.ACCEPTED_IN_PART,
    candidate="K-01",
    supplier_id=1,
    hours_per_week=Fraction(24),
    worked_hours=Fraction(1001, 3),
    employees=3,
    hours=Fraction(8),
    quantity=Fraction(5, 2),
    amount=Money(425_000),
    invoice_number="123456782",
    born=date(1970, 2, 28),
    bonuses=("50plus", "vast"),
    bonus_costs=(("scholing", Money(12_345)),),
    counted_since=date(2025, 9, 1),
    counted_before=Fraction(1, 3),
    wage_subsidy_until=date(2027, 1, 1),
    worked_here_before=False,
    place="Den Bosch",
    note="Werkt op dinsdag niet",
    accepted=Money(1_000_000),
    verdict="Uren niet aangetoond",
)


def candidate_and_supplier(store: Store) -> None:
    with store.act("parties.add") as work:
        work.add_candidate(Candidate("K-01"))
        work.add_supplier(Supplier("Alfa"))


@pytest.mark.parametrize("wanted", [FULL, effort(), replace(FULL, born=None, candidate=None)])
def test_that_an_effort_comes_back_as_it_was_entered(store: Store, wanted: Effort) -> None:
    candidate_and_supplier(store)
    effort_id = add_effort(store, wanted)
    assert store.effort(effort_id) == replace(wanted, id=effort_id)


def test_that_an_effort_can_be_changed(store: Store) -> None:
    candidate_and_supplier(store)
    effort_id = add_effort(store, effort())
    for wanted in (FULL, effort()):
        with store.act("effort.change") as work:
            work.change_effort(replace(wanted, id=effort_id), ())
        assert store.effort(effort_id) == replace(wanted, id=effort_id)


def test_that_saving_an_effort_unchanged_leaves_no_entry(store: Store) -> None:
    candidate_and_supplier(store)
    contract_id = add_contract(store)
    effort_id = add_effort(store, FULL, booked(contract_id))
    entries = len(store.history())
    with store.act("effort.change") as work:
        work.change_effort(replace(FULL, id=effort_id), [booked(contract_id)])
    assert len(store.history()) == entries


def test_that_an_effort_goes_with_all_that_hangs_on_it(store: Store) -> None:
    contract_id = add_contract(store)
    before = tables(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    with store.act("effort.fill") as work:
        work.set_hours(effort_id, [(MARCH_2, Fraction(8))])
        work.add_piece(Piece(effort_id, "contract", "Contract"), b"%PDF")
    filled = tables(store)
    with store.act("effort.remove") as work:
        work.remove_effort(effort_id)
    assert tables(store) == before
    store.undo()
    assert tables(store) == filled
    assert failed(store) == []


def test_that_an_effort_in_a_report_stays(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    with store.act("report.issue") as work:
        work.issue_report(
            contract_id,
            number="2026-001",
            kind="progress",
            variant="anonymous",
            period=QUARTERS,
            data_json=b"{}",
            pdf=b"%PDF",
            sha256=sha256(b"%PDF").hexdigest(),
            realised={effort_id: ZERO},
        )
    with store.act("effort.remove") as work, pytest.raises(BlockedByReportError) as caught:
        work.remove_effort(effort_id)
    assert caught.value.report_number == "2026-001"


def test_that_candidate_and_supplier_of_an_effort_exist(store: Store) -> None:
    with store.act("effort.record") as work:
        with pytest.raises(UnknownRecordError) as caught:
            work.add_effort(replace(effort(), candidate="K-09"), ())
        with pytest.raises(UnknownRecordError):
            work.add_effort(replace(effort(), supplier_id=9), ())
    assert caught.value.key == "K-09"


def test_that_what_does_not_exist_cannot_be_read_or_changed(store: Store) -> None:
    with pytest.raises(UnknownRecordError):
        store.effort(7)
    with store.act("effort.change") as work:
        with pytest.raises(UnknownRecordError):
            work.change_effort(effort(), ())
        with pytest.raises(UnknownRecordError):
            work.set_booked(7, ())
        with pytest.raises(UnknownRecordError):
            work.remove_effort(7)
        with pytest.raises(UnknownRecordError):
            work.set_hours(7, ())


def test_that_hours_come_back_by_day(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("hours.set") as work:
        work.set_hours(effort_id, [(MARCH_3, Fraction(15, 2)), (MARCH_2, Fraction(8))])
    assert store.hours(effort_id) == (
        HourRow(MARCH_2, Fraction(8)),
        HourRow(MARCH_3, Fraction(15, 2)),
    )


def test_that_only_hours_that_differ_are_written_again(store: Store) -> None:
    effort_id = add_effort(store, effort())
    same, other = (MARCH_2, Fraction(8)), (MARCH_3, Fraction(4))
    with store.act("hours.set") as work:
        work.set_hours(effort_id, [same, same, other])
    kept = tables(store)["hour"][:2]
    with store.act("hours.set") as work:
        work.set_hours(effort_id, [same, same])
    assert tables(store)["hour"] == kept
    entries = len(store.history())
    with store.act("hours.set") as work:
        work.set_hours(effort_id, [same, same])
    assert len(store.history()) == entries


# -- by what an effort that was booked twice is recognised


def test_that_only_what_efforts_have_in_common_is_traced(store: Store) -> None:
    with store.act("supplier.add") as work:
        supplier_id = work.add_supplier(Supplier("De Broodbrigade"))
        work.add_candidate(Candidate("K-01"))
    alone = replace(effort(), candidate="K-01")
    bill = replace(
        effort(kind=EffortKind.PURCHASE, title="Kantine"),
        supplier_id=supplier_id,
        amount=Money(425_000),
        invoice_number="F-17",
    )
    ids = [add_effort(store, one) for one in (alone, bill, bill, effort())]
    assert [one.effort_id for one in store.traces()] == ids[1:3]
    assert [one.effort_id for one in store.traces(alone=True)] == ids[:3]
    assert store.traces()[0] == Trace(
        ids[1], "Kantine", SPRING, None, supplier_id, Money(425_000), "F-17"
    )


def test_that_a_pair_is_kept_apart_once_whatever_the_order(store: Store) -> None:
    one, other = add_effort(store, effort()), add_effort(store, effort())
    for pair in ((other, one), (one, other)):
        with store.act("set_apart") as work:
            work.set_apart(pair)
    assert store.apart() == {(one, other)}
    assert len(store.history()) == 3  # the second time nothing changed
    assert failed(store) == []


def test_that_a_pair_needs_two_efforts(store: Store) -> None:
    one = add_effort(store, effort())
    with pytest.raises(UnknownRecordError), store.act("set_apart") as work:
        work.set_apart((one, 99))


def test_that_a_pair_goes_with_its_effort_and_comes_back_with_it(store: Store) -> None:
    one, other = add_effort(store, effort()), add_effort(store, effort())
    with store.act("set_apart") as work:
        work.set_apart((one, other))
    with store.act("effort.remove") as work:
        work.remove_effort(other)
    assert store.apart() == frozenset()
    store.undo()
    assert store.apart() == {(one, other)}
    store.undo()
    assert store.apart() == frozenset()
    assert failed(store) == []
