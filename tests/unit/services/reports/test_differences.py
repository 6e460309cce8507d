"""An issued report never changes; what the books say otherwise since stands in the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.language.numbers import money_text
from sroi_desktop.services import efforts, positions, reports
from sroi_desktop.services.bookings import whole_for
from sroi_desktop.services.effort_lines import every, total, under_way
from sroi_desktop.services.reports import differences
from tests.unit.services.books import (
    BOUGHT,
    HELPED,
    PLACED,
    advance,
    book,
    on,
    span,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

QUARTER = span("2026-01-01", "2026-06-30")
UNTIL_JUNE = Money(888_889)  # € 40.000 × 24/36 × 4/12


def issue(desk: Desk, contract_id: int) -> None:
    made = reports.draft(desk, contract_id, reports.Variant.ANONYMOUS, QUARTER)
    reports.issue(desk, made, b"%PDF-1.7\n")


def change(desk: Desk, effort_id: int, contract_id: int, **fields: object) -> None:
    effort = replace(desk.store.effort(effort_id), **fields)  # type: ignore[arg-type]
    efforts.change(desk, effort, [whole_for(contract_id, effort)])


def told(desk: Desk, contract_id: int) -> tuple[str, ...]:
    found = differences.since_last(desk, contract_id)
    return () if found is None else differences.texts(found)


def test_that_the_reported_part_of_a_running_effort_counts_as_reported(
    desk: Desk, contract_id: int
) -> None:
    """In July four of six months were reported; the effort itself goes on."""
    july = on(desk, date(2026, 7, 15))
    book(july, contract_id, PLACED)
    issue(july, contract_id)
    totals = positions.position(july, contract_id).totals
    assert totals.reported == UNTIL_JUNE
    assert totals.realised > UNTIL_JUNE
    assert total(every(july), under_way(july)(), july.today) == totals
    later = positions.position(on(desk, date(2026, 10, 1)), contract_id).totals
    assert (later.reported, later.realised) == (UNTIL_JUNE, Money(1_333_333))


def test_that_what_grew_by_itself_is_no_difference(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    assert differences.since_last(desk, contract_id) is None
    issue(desk, contract_id)
    assert differences.since_last(desk, contract_id) is None
    later = on(desk, date(2027, 1, 1))
    assert differences.since_last(later, contract_id) is None


def test_that_a_change_stands_in_the_next_report(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    issue(desk, contract_id)
    change(desk, effort_id, contract_id, hours_per_week=Fraction(12))
    (text,) = told(desk, contract_id)
    half = Money(444_444)
    assert money_text(UNTIL_JUNE) in text
    assert money_text(half) in text
    data = reports.draft(desk, contract_id, reports.Variant.ANONYMOUS, QUARTER).data
    assert data.changed is not None
    assert data.changed.number == "2026-001"
    assert data.changed.differences == (text,)
    assert positions.position(desk, contract_id).totals.reported == Money(666_667)
    (check,) = (
        one
        for one in reports.checklist(desk, contract_id, QUARTER)
        if one.kind is reports.CheckKind.CHANGED
    )
    assert (check.count, check.report) == (1, "2026-001")


def test_that_more_than_was_reported_is_not_reported(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    issue(desk, contract_id)
    assert desk.store.effort(effort_id).state is EffortState.REPORTED
    change(desk, effort_id, contract_id, amount=Money(900_000))
    totals = positions.position(desk, contract_id).totals
    assert (totals.realised, totals.reported) == (Money(900_000), Money(425_000))
    assert total(every(desk), under_way(desk)(), desk.today) == totals


def test_that_what_was_booked_later_about_those_days_is_a_difference(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, BOUGHT)
    issue(desk, contract_id)
    book(desk, contract_id, HELPED)
    (text,) = told(desk, contract_id)
    assert text.startswith(HELPED.title)
    assert "€" in text


def test_that_a_verdict_is_named(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    issue(desk, contract_id)
    efforts.judge(desk, effort_id, EffortState.REJECTED, verdict="Niet erkend")
    (found,) = told(desk, contract_id)
    assert money_text(ZERO) in found
    assert "fgewezen" in found


def test_that_an_effort_knows_the_reports_that_rest_on_it(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    assert efforts.opened(desk, effort_id).reports == ()
    issue(desk, contract_id)
    issue(desk, contract_id)
    found = efforts.opened(desk, effort_id).reports
    assert [one.number for one in found] == ["2026-002", "2026-001"]


def test_that_what_the_owner_calls_reported_is_so_as_a_whole(desk: Desk, contract_id: int) -> None:
    advance(desk, book(desk, contract_id, BOUGHT), EffortState.REPORTED)
    assert positions.position(desk, contract_id).totals.reported == Money(425_000)
