"""Drafting, checking and issuing reports, and putting their files in place."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import companies, contracts, efforts, files, history, reports
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.files import Unwritable
from sroi_desktop.services.refusals import explain
from sroi_desktop.services.reports import Check, CheckKind, Variant, publishing
from sroi_desktop.storage import BlockedByReportError, DuplicateError
from tests.unit.services.books import (
    BOUGHT,
    COMPANY,
    CONTRACT,
    PLACED,
    UNKNOWN,
    advance,
    book,
    known,
    on,
    prove,
    span,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

HALF = span("2026-01-01", "2026-06-30")
Q3 = span("2026-01-01", "2026-09-30")
PDF = b"%PDF-1.7 pages"


def issued(desk: Desk, contract_id: int, period: Period = Q3) -> int:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, period)
    return known(reports.issue(desk, made, PDF))


def state_of(desk: Desk, effort_id: int) -> EffortState:
    return desk.store.effort(effort_id).state


# -- the draft


def test_that_a_period_that_is_not_over_is_reported_up_to_today(
    desk: Desk, contract_id: int
) -> None:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, span("2026-10-01", "2026-12-31"))
    assert made.data.period == span("2026-10-01", "2026-11-22")


def test_that_a_report_on_part_of_a_quarter_leaves_the_rest_due(
    desk: Desk, contract_id: int
) -> None:
    early = on(desk, date(2026, 3, 10))
    issued(early, contract_id, span("2026-01-01", "2026-03-31"))
    april = on(desk, date(2026, 4, 2))
    assert reports.proposed_period(april, contract_id) == span("2026-01-01", "2026-03-31")


def test_that_a_period_that_has_not_begun_is_refused(desk: Desk, contract_id: int) -> None:
    with pytest.raises(reports.NotBegunError) as caught:
        reports.draft(desk, contract_id, Variant.ANONYMOUS, span("2026-12-01", "2026-12-31"))
    assert "01-12-2026" in explain(caught.value)


def test_that_a_draft_changes_nothing(desk: Desk, contract_id: int) -> None:
    before = desk.store.history_head()
    reports.draft(desk, contract_id, Variant.ANONYMOUS, Q3)
    assert desk.store.history_head() == before
    assert desk.store.reports() == ()


# -- the checklist


def test_that_the_checklist_of_a_complete_book_is_empty(desk: Desk, contract_id: int) -> None:
    prove(desk, book(desk, contract_id, PLACED), contract_id)
    assert reports.checklist(desk, contract_id, Q3) == ()


def test_that_missing_evidence_is_counted_with_the_euros_at_stake(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    book(desk, contract_id, BOUGHT)
    found = reports.checklist(desk, contract_id, HALF)
    assert found == (Check(CheckKind.EVIDENCE, 2, Money(888_889 + 425_000)),)


def test_that_everything_else_that_lacks_is_named(desk: Desk) -> None:
    companies.keep(desk, replace(COMPANY, kvk=None))
    contract_id = take_on(desk, replace(UNKNOWN, rule_set_id="oost-nederland"))
    found = reports.checklist(desk, contract_id, span("2026-01-01", "2026-12-31"))
    assert [check.kind for check in found] == [
        CheckKind.CONTRACT,
        CheckKind.COMPANY,
        CheckKind.NOTHING_REALISED,
        CheckKind.PARTIAL_RULES,
        CheckKind.NOT_OVER,
    ]


def test_that_the_checklist_knows_a_period_that_has_not_begun(desk: Desk, contract_id: int) -> None:
    found = reports.checklist(desk, contract_id, span("2027-01-01", "2027-03-31"))
    assert CheckKind.NOT_OVER in [check.kind for check in found]


# -- the period proposed


def test_that_the_period_runs_from_the_contract_s_start_to_the_report_that_is_due(
    desk: Desk, contract_id: int
) -> None:
    assert reports.proposed_period(desk, contract_id) == Q3
    issued(desk, contract_id)
    assert reports.proposed_period(desk, contract_id) == Q3


def test_that_without_a_rhythm_the_last_whole_quarter_is_proposed(desk: Desk) -> None:
    contract_id = take_on(desk, UNKNOWN)
    assert reports.proposed_period(desk, contract_id) == Q3
    january = on(desk, date(2027, 1, 15))
    assert reports.proposed_period(january, contract_id) == span("2026-01-01", "2026-12-31")


def test_that_the_period_ends_with_the_contract(desk: Desk) -> None:
    ended = replace(CONTRACT, ends_on=date(2026, 5, 31))
    contract_id = take_on(desk, ended)
    assert reports.proposed_period(desk, contract_id) == span("2026-01-01", "2026-05-31")


def test_that_a_contract_that_starts_later_is_proposed_from_its_first_day(desk: Desk) -> None:
    contract_id = take_on(desk, replace(CONTRACT, starts_on=date(2026, 11, 1)))
    assert reports.proposed_period(desk, contract_id) == span("2026-11-01", "2026-11-01")


# -- issuing


def test_that_an_issued_report_is_kept_whole_and_numbered_within_the_year(
    desk: Desk, contract_id: int
) -> None:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, HALF)
    done = reports.issue(desk, made, PDF)
    assert done.changed == {Changed.REPORTS, Changed.EFFORTS}
    second = issued(desk, contract_id)
    numbers = [report.number for report in desk.store.reports(contract_id)]
    assert sorted(numbers) == ["2026-001", "2026-002"]
    assert reports.stored(desk, known(done)) == made.data
    assert desk.store.report_pdf(second) == PDF
    assert desk.store.report(second).sha256 == hashlib.sha256(PDF).hexdigest()


def test_that_a_report_is_issued_once_however_often_it_is_clicked(
    desk: Desk, contract_id: int
) -> None:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, Q3)
    reports.issue(desk, made, PDF)
    with pytest.raises(reports.StaleDraftError):
        reports.issue(desk, made, PDF)
    assert len(desk.store.reports()) == 1


def test_that_a_draft_from_before_a_change_is_not_issued(desk: Desk, contract_id: int) -> None:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, Q3)
    book(desk, contract_id, PLACED)
    with pytest.raises(reports.StaleDraftError) as caught:
        reports.issue(desk, made, PDF)
    assert explain(caught.value).endswith(".")
    assert desk.store.reports() == ()


def test_that_what_the_report_covers_whole_becomes_reported(desk: Desk, contract_id: int) -> None:
    over = book(desk, contract_id, BOUGHT)
    runs = book(desk, contract_id, PLACED)
    later = book(desk, contract_id, replace(BOUGHT, period=span("2026-07-03", "2026-07-03")))
    planned = book(desk, contract_id, replace(BOUGHT, state=EffortState.PLANNED))
    report_id = issued(on(desk, date(2026, 7, 8)), contract_id, HALF)
    assert state_of(desk, over) is EffortState.REPORTED
    # Its last days came after the report, so it will be in the next one too.
    assert state_of(desk, runs) is EffortState.REALISED
    assert state_of(desk, later) is EffortState.REALISED
    assert state_of(desk, planned) is EffortState.PLANNED
    issued(desk, contract_id)
    assert state_of(desk, runs) is EffortState.REPORTED
    assert desk.store.report(report_id).number == "2026-001"


def test_that_an_effort_that_ended_after_the_report_is_not_called_reported(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, replace(PLACED, period=span("2026-03-01", "2026-07-05")))
    issued(on(desk, date(2026, 7, 8)), contract_id, HALF)
    assert state_of(desk, effort_id) is EffortState.REALISED


def test_that_a_reported_effort_stays_and_its_booking_cannot_be_undone(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    issued(desk, contract_id)
    with pytest.raises(BlockedByReportError) as caught:
        history.undo(desk)
    assert "2026-001" in explain(caught.value)
    with pytest.raises(BlockedByReportError):
        efforts.remove(desk, effort_id)
    with pytest.raises(BlockedByReportError):
        contracts.remove(desk, contract_id)


def test_that_a_report_rests_on_what_was_accepted_too(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    advance(desk, effort_id, EffortState.REPORTED, EffortState.ACCEPTED)
    issued(desk, contract_id)
    assert state_of(desk, effort_id) is EffortState.ACCEPTED
    with pytest.raises(BlockedByReportError):
        efforts.remove(desk, effort_id)


def test_that_each_contract_counts_its_own_reports(desk: Desk, contract_id: int) -> None:
    other = take_on(desk, replace(CONTRACT, number="2026-02"))
    issued(desk, contract_id)
    issued(desk, other)
    assert {report.number for report in desk.store.reports()} == {"2026-001"}


def test_that_a_later_year_starts_its_numbers_anew(desk: Desk, contract_id: int) -> None:
    issued(desk, contract_id)
    issued(on(desk, date(2027, 2, 1)), contract_id, span("2026-01-01", "2026-12-31"))
    assert {report.number for report in desk.store.reports()} == {"2026-001", "2027-001"}


# -- with the file


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Render nothing: these tests are about files."""
    monkeypatch.setattr(publishing, "render", lambda _data: PDF)
    monkeypatch.setattr(publishing, "page_count", lambda _pdf: 3)


def test_that_the_file_is_the_report_as_kept(desk: Desk, contract_id: int, tmp_path: Path) -> None:
    prove(desk, book(desk, contract_id, PLACED), contract_id)
    out = tmp_path / "rapport.pdf"
    published = reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3, out)
    (report,) = desk.store.reports(contract_id)
    assert out.read_bytes() == desk.store.report_pdf(report.id)
    assert published.sha256 == hashlib.sha256(out.read_bytes()).hexdigest() == report.sha256
    assert published.number == "2026-001"
    assert published.pages >= 2
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.usefixtures("quick")
def test_that_a_report_can_be_issued_without_a_file(desk: Desk, contract_id: int) -> None:
    published = reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3)
    assert (published.number, published.pages) == ("2026-001", 3)


@pytest.mark.usefixtures("quick")
def test_that_a_wrong_place_is_found_before_the_report_has_a_number(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    with pytest.raises(files.UnwritableError):
        reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3, tmp_path)
    assert desk.store.reports() == ()


@pytest.mark.usefixtures("quick")
def test_that_a_full_disk_is_found_before_the_report_has_a_number(
    desk: Desk, contract_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, "write_beside", full)
    with pytest.raises(files.UnwritableError) as caught:
        reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3, tmp_path / "rapport.pdf")
    assert caught.value.reason is Unwritable.REFUSED
    assert desk.store.reports() == ()


@pytest.mark.usefixtures("quick")
def test_that_a_report_that_is_not_issued_leaves_no_file(
    desk: Desk, contract_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise DuplicateError("report", "number", "2026-001")

    monkeypatch.setattr(publishing, "issue", refuse)
    with pytest.raises(DuplicateError):
        reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3, tmp_path / "rapport.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_that_a_report_whose_file_stays_away_is_said_to_be_issued(
    desk: Desk, contract_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(reports.IssuedNotWrittenError) as caught:
        reports.publish(desk, contract_id, Variant.ANONYMOUS, Q3, tmp_path / "rapport.pdf")
    assert "2026-001" in explain(caught.value)
    assert len(desk.store.reports()) == 1
    assert list(tmp_path.iterdir()) == []
