"""By which day something is due, and which report is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.deadlines import (
    USUAL,
    Deadline,
    after,
    report_due,
    report_periods,
    rule_for,
)
from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import DeadlineKind, DeadlineRule, Rhythm
from tests.unit.domain.build import CONTRACT, RULES, UNDATED, day, span
from tests.unit.domain.test_periods import periods

QUARTERLY = replace(CONTRACT, rhythm=Rhythm.QUARTERLY)
IN_14_DAYS = replace(RULES, deadlines=(DeadlineRule(DeadlineKind.REPORT, 14),))


@pytest.mark.parametrize("kind", DeadlineKind)
def test_that_a_day_of_ours_is_marked_where_the_rules_name_none(kind: DeadlineKind) -> None:
    assert rule_for(kind, RULES) == (USUAL[kind], True)


def test_that_the_rules_day_comes_first() -> None:
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 14)
    rules = replace(RULES, deadlines=(rule,))
    assert rule_for(DeadlineKind.FIRST_CONTACT, rules) == (rule, False)


@pytest.mark.parametrize(("working", "due"), [(False, "2026-01-08"), (True, "2026-01-12")])
def test_that_days_are_calendar_days_unless_the_rules_say_working_days(
    working: bool, due: str
) -> None:
    """Seven days after Thursday 1 January 2026."""
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 7, working_days=working)
    rules = replace(RULES, deadlines=(rule,))
    assert after(DeadlineKind.FIRST_CONTACT, day("2026-01-01"), rules, None) == Deadline(
        DeadlineKind.FIRST_CONTACT, day(due)
    )


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (Rhythm.AT_END, [("2026-02-15", "2026-10-10")]),
        (Rhythm.YEARLY, [("2026-02-15", "2026-10-10")]),
        (Rhythm.HALF_YEARLY, [("2026-02-15", "2026-06-30"), ("2026-07-01", "2026-10-10")]),
        (
            Rhythm.QUARTERLY,
            [
                ("2026-02-15", "2026-03-31"),
                ("2026-04-01", "2026-06-30"),
                ("2026-07-01", "2026-09-30"),
                ("2026-10-01", "2026-10-10"),
            ],
        ),
    ],
)
def test_that_reports_follow_the_calendar_and_are_cut_at_the_contract(
    rhythm: Rhythm, expected: list[tuple[str, str]]
) -> None:
    contract = span("2026-02-15", "2026-10-10")
    assert list(report_periods(contract, rhythm)) == [span(*one) for one in expected]


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (("2026-01-01", "2027-12-31"), 8),
        (("2026-12-31", "2027-01-01"), 2),  # a day in each of two quarters
        (("2026-05-05", "2026-05-05"), 1),
        (("2026-01-01", "2026-03-31"), 1),  # ends with the quarter: no empty one follows
    ],
)
def test_that_a_contract_has_a_report_for_every_quarter_that_it_touches(
    period: tuple[str, str], count: int
) -> None:
    assert len(list(report_periods(span(*period), Rhythm.QUARTERLY))) == count


@given(periods(), st.sampled_from(Rhythm))
def test_that_reports_follow_on_one_another_and_cover_the_contract(
    period: Period, rhythm: Rhythm
) -> None:
    parts = list(report_periods(period, rhythm))
    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    for one, following in pairwise(parts):
        assert following.start == one.end + ONE_DAY
        assert following.start.day == 1


@pytest.mark.parametrize(
    ("reported_until", "today", "covers"),
    [
        (None, "2026-03-31", None),  # the quarter is not over on its last day
        (None, "2026-04-01", ("2026-01-01", "2026-03-31")),
        ("2026-03-31", "2026-04-01", None),
        ("2026-03-31", "2026-07-01", ("2026-04-01", "2026-06-30")),
        # two quarters wait: one report over both, due when the first was
        (None, "2026-07-01", ("2026-01-01", "2026-06-30")),
        # a report over part of a quarter leaves the quarter due
        ("2026-02-28", "2026-04-01", ("2026-01-01", "2026-03-31")),
        ("2027-12-31", "2028-06-01", None),
        ("2027-06-30", "2028-06-01", ("2027-07-01", "2027-12-31")),
        ("2027-11-30", "2028-06-01", ("2027-10-01", "2027-12-31")),
    ],
)
def test_that_one_report_is_due_over_all_periods_that_are_over_and_not_reported(
    reported_until: str | None, today: str, covers: tuple[str, str] | None
) -> None:
    reported = day(reported_until) if reported_until else None
    deadline = report_due(QUARTERLY, IN_14_DAYS, reported, day(today))
    if covers is None:
        assert deadline is None
    else:
        period = span(*covers)
        first = next(report_periods(period, Rhythm.QUARTERLY))
        due = first.end + timedelta(days=14)
        assert deadline == Deadline(DeadlineKind.REPORT, due, period, assumed=False)


def test_that_a_report_without_a_day_in_the_rules_is_due_on_a_day_of_ours() -> None:
    deadline = report_due(QUARTERLY, RULES, None, day("2026-04-01"))
    assert deadline is not None
    assert deadline.due == day("2026-04-30")
    assert deadline.assumed


def test_that_the_contracts_rhythm_comes_before_that_of_the_rules() -> None:
    monthly = replace(RULES, rhythm=Rhythm.MONTHLY)
    by_rules = report_due(CONTRACT, monthly, None, day("2026-02-01"))
    assert by_rules is not None
    assert by_rules.covers == span("2026-01-01", "2026-01-31")
    assert report_due(QUARTERLY, monthly, None, day("2026-02-01")) is None


def test_that_without_a_rhythm_or_dates_no_report_is_due() -> None:
    """The owner is asked for the rhythm instead; a guess could hide a report that is due."""
    today = day("2030-01-01")
    assert report_due(CONTRACT, RULES, None, today) is None
    assert report_due(replace(UNDATED, rhythm=Rhythm.MONTHLY), RULES, None, today) is None


def test_that_a_contract_without_an_end_in_sight_is_looked_at_until_today() -> None:
    endless = replace(QUARTERLY, ends_on=date.max)
    deadline = report_due(endless, RULES, day("2026-03-31"), day("2026-11-22"))
    assert deadline is not None
    assert deadline.covers == span("2026-04-01", "2026-09-30")
    assert report_due(endless, RULES, day("2026-09-30"), day("2026-11-22")) is None
