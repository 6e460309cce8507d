"""Issued reports: numbered, kept byte for byte, and never changed."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.storage import DuplicateError, IssuedReport, Store, UnknownRecordError
from tests.unit.storage.book import QUARTERS, add_contract, add_effort, booked, effort, failed

PDF, DATA = b"%PDF-1.7 \x00\xff", b'{"owed":"120000.00"}'
HASH = sha256(PDF).hexdigest()


def issue(
    store: Store,
    contract_id: int,
    number: str = "2026-001",
    *,
    effort_ids: tuple[int, ...] = (),
    corrects: int | None = None,
) -> int:
    with store.act("report.issue", number) as work:
        return work.issue_report(
            contract_id,
            number=number,
            kind="progress",
            variant="pseudonymous",
            period=QUARTERS,
            data_json=DATA,
            pdf=PDF,
            sha256=HASH,
            realised=dict.fromkeys(effort_ids, Money(1_250)),
            corrects=corrects,
        )


def test_that_a_report_comes_back_as_it_was_issued(store: Store) -> None:
    contract_id = add_contract(store)
    report_id = issue(store, contract_id)
    at = datetime(2026, 11, 22, 9, 0, 2, tzinfo=UTC)
    assert store.report(report_id) == IssuedReport(
        report_id, contract_id, "2026-001", "progress", "pseudonymous", QUARTERS, at, HASH, None
    )
    assert store.report_pdf(report_id) == PDF
    assert store.report_data(report_id) == DATA


def test_that_reports_come_latest_first(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    old, new = issue(store, first), issue(store, first, "2026-002")
    other = issue(store, second)
    assert [report.id for report in store.reports()] == [other, new, old]
    assert [report.id for report in store.reports(first)] == [new, old]


def test_that_numbers_run_on_per_contract_and_year(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    assert store.next_report_number(first, 2026) == "2026-001"
    issue(store, first, "2026-001")
    issue(store, first, "2026-999")
    assert store.next_report_number(first, 2026) == "2026-1000"
    assert store.next_report_number(first, 2027) == "2027-001"
    assert store.next_report_number(second, 2026) == "2026-001"


def test_that_a_number_is_used_once_per_contract(store: Store) -> None:
    contract_id = add_contract(store)
    issue(store, contract_id)
    with pytest.raises(DuplicateError):
        issue(store, contract_id)


def test_that_a_correction_names_the_report_it_corrects(store: Store) -> None:
    contract_id = add_contract(store)
    wrong = issue(store, contract_id)
    right = issue(store, contract_id, "2026-002", corrects=wrong)
    assert store.report(right).corrects == wrong


def test_that_a_report_rests_on_each_effort_once(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    issue(store, contract_id, effort_ids=(effort_id, effort_id))
    assert store._sql.whole("SELECT count(*) FROM report_line") == 1
    (report,) = store.reports_on(effort_id)
    assert report.number == "2026-001"
    assert store.report_realised(report.id) == {effort_id: Money(1_250)}
    assert failed(store) == []


def test_that_another_hash_than_that_of_the_pdf_is_refused(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("report.issue") as work, pytest.raises(ValueError, match="hash"):
        work.issue_report(
            contract_id,
            number="2026-001",
            kind="progress",
            variant="anonymous",
            period=QUARTERS,
            data_json=DATA,
            pdf=PDF,
            sha256=sha256(DATA).hexdigest(),
            realised={},
        )


@pytest.mark.parametrize("table", ["report", "report_document", "report_line"])
def test_that_an_issued_report_never_changes(store: Store, table: str) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    issue(store, contract_id, effort_ids=(effort_id,))
    for statement in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            store._sql.run(statement)


def test_that_what_does_not_exist_cannot_be_read_or_reported(store: Store) -> None:
    for read in (store.report, store.report_pdf, store.report_data):
        with pytest.raises(UnknownRecordError):
            read(7)
    with pytest.raises(UnknownRecordError):
        issue(store, 7)
    contract_id = add_contract(store)
    with pytest.raises(UnknownRecordError):
        issue(store, contract_id, corrects=7)
    with pytest.raises(UnknownRecordError):
        issue(store, contract_id, effort_ids=(7,))
    assert store.reports() == ()
