from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.guidance import Lack, NextStep, StepKind, Urgency
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.services.progress import Curve, Point
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.course import chart_of, unit_text
from sroi_desktop.ui.contract.rows import state_pill
from sroi_desktop.ui.contract.steps import step_content, target_of

YEARS = Period(date(2026, 1, 1), date(2027, 12, 31))
OWED = Money.from_euros(120_000)
HALF = Point(date(2026, 11, 22), Money.from_euros(48_150))
END = Point(date(2027, 12, 31), Money.from_euros(85_350))


def test_that_the_chart_reads_in_thousands_up_to_what_is_owed() -> None:
    chart = chart_of(Curve((Point(YEARS.start, Money(0)), HALF), (HALF, END)), YEARS, OWED)
    assert [mark.text for mark in chart.upward] == ["0", "30", "60", "90", "120"]
    assert unit_text(chart) == "x € 1,000"
    assert chart.realised_label == "now €\xa048.150"
    assert chart.planned_label == "planned €\xa085.350"
    assert [mark.text for mark in chart.across] == ["Jan 2026", "Jul 2026", "Jan 2027", "Jul 2027"]
    assert "€\xa0120.000 is owed" in chart.alternative
    assert "€\xa085.350 at the end" in chart.alternative


def test_that_a_small_obligation_reads_in_euros() -> None:
    chart = chart_of(Curve((), ()), YEARS, Money.from_euros(900))
    assert unit_text(chart) == "in euros"
    assert chart.upward[-1].text == "900"
    assert chart.realised_label == chart.planned_label == ""


def test_that_a_plan_that_adds_nothing_has_no_label() -> None:
    chart = chart_of(Curve((HALF,), (HALF,)), YEARS, OWED)
    assert chart.planned_label == ""


@given(
    cents=st.integers(1, 10**13),
    days=st.integers(1, 20_000),
    start=st.dates(date(1990, 1, 1), date(2050, 1, 1)),
)
def test_that_any_contract_gets_few_marks_and_holds_all_amounts(
    cents: int, days: int, start: date
) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + days))
    chart = chart_of(Curve((), ()), period, Money(cents))
    assert 1 <= len(chart.across) <= 6
    assert 2 <= len(chart.upward) <= 5
    assert chart.height * 100 >= cents
    assert all(0 <= mark.at <= chart.width for mark in chart.across)


def test_that_a_contract_of_one_day_can_be_drawn() -> None:
    chart = chart_of(Curve((), ()), Period(YEARS.start, YEARS.start), OWED)
    assert chart.width == 1


@pytest.mark.parametrize("state", EffortState)
def test_that_every_state_of_an_effort_has_a_pill(state: EffortState) -> None:
    assert state_pill(state, is_proven=True).text
    assert state_pill(state, is_proven=False).text


def step(kind: StepKind, **told: object) -> NextStep:
    return NextStep(kind, 7, "2026-01", "Wijk Oost", "Utrecht", Urgency.SOON, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "page", "target"),
    [
        (
            step(StepKind.COMPLETE_CONTRACT, lacks=(Lack.SUM,)),
            pages.NEW_CONTRACT,
            pages.ContractTarget(7, field="sum"),
        ),
        (
            step(StepKind.FIRST_CONTACT),
            pages.CONTRACT,
            pages.ContractTarget(7, "deadlines", "contact"),
        ),
        (step(StepKind.WRITE_PLAN), pages.CONTRACT, pages.ContractTarget(7, "deadlines", "plan")),
        (step(StepKind.BEHIND_SCHEDULE), pages.BOOKING, pages.BookingTarget(7)),
        (step(StepKind.CONTRACT_ENDING), pages.BOOKING, pages.BookingTarget(7)),
        (step(StepKind.SETTLE), pages.REPORTS, pages.ReportTarget(7)),
        (step(StepKind.REPORT_DUE), pages.REPORTS, pages.ReportTarget(7)),
    ],
)
def test_that_no_step_leads_to_where_one_is(made: NextStep, page: str, target: object) -> None:
    assert target_of(made) == (page, target)
    content = step_content(made, "key", date(2026, 11, 22))
    assert content.act is not None
    assert content.act.text != "Open contract"
