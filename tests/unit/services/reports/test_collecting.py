"""What a report says: lines that add up in any book, and who is told what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.clause import Answer, Intake, Key
from sroi_desktop.domain.effort import ACCEPTED, EffortState
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.reporting import ReportData, Standing, Variant, freeze, thaw
from sroi_desktop.services import (
    bookings,
    clauses,
    contracts,
    efforts,
    positions,
    progress,
    reports,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.dossiers import clause_places
from tests.unit.services import books
from tests.unit.services.books import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    TODAY,
    UNKNOWN,
    advance,
    book,
    desk_on,
    half_for,
    known,
    prove,
    rules,
    span,
    speaking,
    take_on,
)
from tests.unit.services.strategies import days, fill, periods

YEAR = span("2026-01-01", "2026-09-30")
REPORTED = (EffortState.REPORTED,)
ACCEPTED_WHOLE = (*REPORTED, EffortState.ACCEPTED)


def told(desk: Desk, contract_id: int, first: str, last: str) -> ReportData:
    return reports.draft(desk, contract_id, Variant.PSEUDONYMOUS, span(first, last)).data


@settings(max_examples=20)
@given(st.data(), days, periods())
def test_that_the_lines_of_any_book_add_up_to_the_totals(
    data: st.DataObject, today: date, period: object
) -> None:
    desk = desk_on(today)
    ids = fill(desk, data)
    asked = span("2025-10-01", "2025-10-01")
    asked = replace(asked, start=min(today, asked.start), end=data.draw(days))
    assume(asked.start <= asked.end)
    for contract_id in ids:
        made = reports.draft(desk, contract_id, Variant.ANONYMOUS, asked).data
        assert thaw(freeze(made)) == made
        numbers = [line.number for line in made.lines]
        assert numbers == list(range(1, len(numbers) + 1))
        assert all(piece.line in numbers for piece in made.evidence)
        realised = [point.amount for point in made.progress.realised]
        if realised and made.period.end >= made.progress.realised[-1].day:
            assert realised == sorted(realised)
        for share in made.build_up:
            assert min(share.realised, share.planned) >= ZERO
    desk.store.close()


@settings(max_examples=20)
@given(st.data(), days)
def test_that_a_report_up_to_today_says_what_the_overview_says(
    data: st.DataObject, today: date
) -> None:
    desk = desk_on(today)
    for contract_id in fill(desk, data):
        entries = bookings.entries(desk, contract_id)
        assume(not any(e.effort.state in ACCEPTED and e.effort.period.end > today for e in entries))
        made = reports.draft(
            desk, contract_id, Variant.ANONYMOUS, replace(YEAR, start=date(2020, 1, 1), end=today)
        ).data
        overview = positions.position(desk, contract_id).totals
        said = Totals(
            made.totals.planned,
            made.totals.unproven,
            made.totals.proven,
            overview.rejected,
            overview.reported,
            made.totals.accepted,
        )
        assert said == overview
        assert made.totals.reported == overview.realised
    desk.store.close()


@settings(max_examples=20)
@given(st.data(), days)
def test_that_the_curve_never_falls_and_ends_where_the_totals_are(
    data: st.DataObject, today: date
) -> None:
    desk = desk_on(today)
    for contract_id in fill(desk, data):
        curve = progress.curve(desk, contract_id, today)
        period = desk.store.contract(contract_id).period
        for points in (curve.realised, curve.planned):
            amounts = [point.amount for point in points]
            assert amounts == sorted(amounts)
            assert [point.day for point in points] == sorted({point.day for point in points})
        if period is None:
            assert curve == progress.Curve((), ())
        elif curve.realised and curve.planned:
            assert curve.planned[0] == curve.realised[-1]
    desk.store.close()


def test_that_the_curve_of_a_contract_to_come_is_its_plan() -> None:
    desk = desk_on(date(2025, 12, 1))
    contract_id = take_on(desk)
    book(desk, contract_id, replace(PLACED, state=EffortState.PLANNED))
    curve = progress.curve(desk, contract_id, desk.today)
    assert curve.realised == ()
    assert curve.planned[0] == progress.Point(date(2026, 1, 1), ZERO)
    assert curve.planned[-1] == progress.Point(date(2027, 12, 31), Money(1_333_333))
    desk.store.close()


def test_that_the_curve_goes_up_with_the_months_of_a_placement(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    curve = progress.curve(desk, contract_id, date(2026, 5, 31))
    assert curve.realised[0] == progress.Point(date(2026, 1, 1), ZERO)
    assert curve.realised[-1] == progress.Point(date(2026, 5, 31), Money(666_667))
    assert curve.planned[-1] == progress.Point(date(2027, 12, 31), Money(1_333_333))


def test_that_the_curve_of_a_contract_that_is_over_has_no_plan(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    curve = progress.curve(desk, contract_id, date(2028, 5, 1))
    assert curve.planned == ()
    assert curve.realised[-1] == progress.Point(date(2027, 12, 31), Money(1_333_333))


def test_that_a_curve_from_the_last_day_of_a_month_has_that_day_once(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    curve = progress.curve(desk, contract_id, date(2026, 5, 30))
    assert [point.day for point in curve.planned[:3]] == [
        date(2026, 5, 30),
        date(2026, 6, 30),
        date(2026, 7, 31),
    ]


def test_that_a_contract_without_dates_has_no_curve(desk: Desk) -> None:
    assert progress.curve(desk, take_on(desk, UNKNOWN), TODAY) == progress.Curve((), ())


def test_that_what_runs_over_the_last_day_is_one_line_realised_and_one_planned(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    made = told(desk, contract_id, "2026-01-01", "2026-05-31")
    realised, planned = made.lines
    assert (realised.standing, realised.value) == (Standing.UNPROVEN, Money(666_667))
    assert (planned.standing, planned.value) == (Standing.PLANNED, Money(666_666))
    assert planned.steps[-1].result == "€\xa06.666,66"
    assert realised.steps[-1].result == "€\xa06.666,67"
    assert made.totals.open == Money(12_000_000 - 1_333_333)


def test_that_a_complete_dossier_makes_a_line_proven(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    lacking = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert lacking.lines[0].standing is Standing.UNPROVEN
    assert lacking.open_points
    prove(desk, effort_id, contract_id)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.lines[0].standing is Standing.PROVEN
    assert made.open_points == ()
    assert {piece.line for piece in made.evidence} == {1}


def test_that_evidence_of_efforts_with_the_same_name_and_days_stays_with_its_own_line(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, BOUGHT)
    second = book(desk, contract_id, BOUGHT)
    prove(desk, second, contract_id)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert {piece.line for piece in made.evidence} == {2}


def test_that_evidence_is_named_once_where_an_effort_has_two_shares_of_one_contract(
    desk: Desk, contract_id: int
) -> None:
    shares = [half_for(contract_id, PLACED), half_for(contract_id, PLACED)]
    effort_id = known(efforts.record(desk, PLACED, shares))
    prove(desk, effort_id, contract_id)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert len(made.lines) == 2
    assert len(made.evidence) == len(desk.store.pieces(effort_id))


def test_that_a_rejected_effort_fills_nothing_and_has_no_line(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    advance(desk, effort_id, *REPORTED, EffortState.REJECTED)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.lines == ()
    assert made.totals.open == Money(12_000_000)


def test_that_what_the_authority_accepted_is_proven_without_our_evidence(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    advance(desk, effort_id, *ACCEPTED_WHOLE)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    (line,) = made.lines
    assert line.standing is Standing.PROVEN
    assert made.totals.accepted == made.totals.proven == Money(1_333_333)
    lacking = desk.store.allocations(effort_id)[0].missing
    names = {piece.code: piece.label for piece in books.rules().evidence}
    assert lacking
    assert names[lacking[0]] not in line.detail


def test_that_what_was_accepted_in_part_counts_in_part_and_says_so(
    desk: Desk, contract_id: int
) -> None:
    accepted = replace(PLACED, state=EffortState.ACCEPTED_IN_PART, accepted=Money(1_000_000))
    book(desk, contract_id, accepted)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    (line,) = made.lines
    assert line.value == made.totals.accepted == Money(1_000_000)
    assert line.steps[-1].result == "€\xa010.000,00"
    assert "10.000" in line.calculation


def test_that_an_accepted_effort_counts_for_its_share_of_each_contract(desk: Desk) -> None:
    first = take_on(desk)
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    accepted = replace(PLACED, state=EffortState.ACCEPTED_IN_PART, accepted=Money(1_000_000))
    efforts.record(desk, accepted, [half_for(first, accepted), half_for(second, accepted)])
    for contract_id in (first, second):
        made = told(desk, contract_id, "2026-01-01", "2026-09-30")
        assert made.totals.accepted == Money(500_000)


def test_that_a_planned_effort_is_planned_whole(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, replace(PLACED, state=EffortState.COMMITTED))
    (line,) = told(desk, contract_id, "2026-01-01", "2026-09-30").lines
    assert (line.standing, line.value) == (Standing.PLANNED, Money(1_333_333))


def test_that_an_effort_worth_nothing_keeps_its_line_with_the_reason(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, replace(BOUGHT, period=span("2025-04-12", "2025-04-12")))
    (line,) = told(desk, contract_id, "2025-01-01", "2026-09-30").lines
    assert (line.standing, line.value) == (Standing.UNPROVEN, ZERO)
    assert line.not_counted


def test_that_a_report_without_company_dates_or_obligation_says_what_is_known() -> None:
    desk = desk_on(TODAY)
    contract_id = take_on(desk, UNKNOWN)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.company.name == ""
    assert (made.totals.owed, made.totals.open, made.course) == (None, None, None)
    assert made.obligation_note == ""
    assert made.progress.realised == ()
    assert made.summary
    desk.store.close()


def test_that_the_obligation_is_explained_in_a_few_words(desk: Desk, contract_id: int) -> None:
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.obligation_note == "5% van €\xa02.400.000"


def test_that_an_obligation_below_the_threshold_has_no_percentage_to_tell(desk: Desk) -> None:
    small = replace(
        CONTRACT,
        rule_set_id="schiedam",
        sum_excl_vat=Money(10_000_000),
        percentage=None,
    )
    contract_id = take_on(desk, small)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.totals.owed == ZERO
    assert made.obligation_note == ""


def test_that_an_amount_named_in_the_contract_is_called_that(desk: Desk) -> None:
    contract_id = take_on(desk, replace(CONTRACT, fixed_amount=Money(5_000_000)))
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.totals.owed == Money(5_000_000)
    assert "bedrag" in made.obligation_note


@pytest.mark.parametrize(("amount", "word"), [(0, "achter"), (12_000_000, "voor")])
def test_that_the_summary_says_whether_we_are_on_course(
    desk: Desk, contract_id: int, amount: int, word: str
) -> None:
    book(desk, contract_id, replace(BOUGHT, amount=Money(amount)))
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert word in made.summary[0]
    assert made.course is not None
    assert made.course.ahead == Money(amount) - made.course.expected


def test_that_the_summary_asks_for_what_is_not_planned_yet(desk: Desk, contract_id: int) -> None:
    text = " ".join(told(desk, contract_id, "2026-01-01", "2026-09-30").summary)
    assert "120.000,00" in text
    book(desk, contract_id, replace(BOUGHT, amount=Money(12_000_000)))
    text = " ".join(told(desk, contract_id, "2026-01-01", "2026-09-30").summary)
    assert "120.000,00" not in text


def test_that_the_reader_is_asked_to_confirm_and_to_look_at_assumptions(
    desk: Desk, contract_id: int
) -> None:
    assert told(desk, contract_id, "2026-01-01", "2026-09-30").requests == ()
    effort_id = book(desk, contract_id, PLACED)
    prove(desk, effort_id, contract_id)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert len(made.requests) == 2
    assert "13.333,33" in made.requests[0]
    assert len(made.assumptions) == len(set(made.assumptions)) > 0


def test_that_kinds_add_up_over_their_lines(desk: Desk, contract_id: int) -> None:
    for effort in (PLACED, BOUGHT, HELPED, HELPED):
        book(desk, contract_id, effort)
    made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert [share.realised for share in made.build_up] == [
        Money(1_333_333),
        Money(425_000),
        Money(480_000),
    ]
    assert total(line.value for line in made.lines) == Money(2_238_333)


def test_that_the_report_speaks_the_language_in_use(desk: Desk, contract_id: int) -> None:
    with speaking("en"):
        made = told(desk, contract_id, "2026-01-01", "2026-09-30")
    assert made.language == "en"
    assert made.obligation_note == "5% of €\xa02.400.000"


def test_that_the_firm_stands_in_the_report_as_it_was_entered(example_desk: Desk) -> None:
    contract = next(
        one for one in example_desk.store.contracts() if one.rule_set_id == "utrecht-v3"
    )
    made = told(example_desk, contract.id or 0, "2026-01-01", "2026-09-30")
    assert made.company.name == "Van Dijk Groenvoorziening B.V."
    assert made.company.address == ("Voorbeeldlaan 12", "3500 AA Utrecht")
    assert made.place == "Utrecht"
    assert made.sources[0].url.startswith("https://www.utrecht.nl/")
    assert made.rules.missing == books.rules().missing


def test_that_a_report_says_where_the_tender_asks_what_the_contract_says(desk: Desk) -> None:
    asked = Answer(values=(("unit", "fixed"), ("amount", Money(4_000_000))), page="12")
    read = Intake("Groen", "Elders").with_answer(Key.DEMAND, asked)
    clause_id = clauses.begin(desk, read).id
    done = contracts.take_on(desk, CONTRACT, rules(), clause_id)
    made = told(desk, done.id or 0, "2026-01-01", "2026-09-30")
    assert "Bestek: de eis, pagina 12" in [source.title for source in made.sources]
    assert clause_places(desk, done.id or 0) == ("Bestek: de eis, pagina 12",)
    other = take_on(desk, replace(CONTRACT, number="2026-77"))
    assert clause_places(desk, other) == ()
