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
    event_of,
    needs_free_days,
    report_due,
    report_periods,
    rule_for,
)
from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import Anchor, DeadlineKind, DeadlineRule, Rhythm
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
    ("free", "due"),
    [
        ([], "2026-01-12"),
        (["2026-01-05"], "2026-01-13"),
        (["2026-01-01", "2026-01-03", "2026-01-13"], "2026-01-12"),  # before, weekend, after
        (["2026-01-12"], "2026-01-13"),
        (["2026-01-09", "2026-01-12"], "2026-01-14"),
    ],
)
def test_that_public_holidays_are_no_working_days(free: list[str], due: str) -> None:
    """Noord-Holland: 7 working days after the award, here Thursday 1 January 2026."""
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 7, working_days=True)
    rules = replace(RULES, deadlines=(rule,))
    free_days = frozenset(map(day, free))
    found = after(DeadlineKind.FIRST_CONTACT, day("2026-01-01"), rules, None, free_days)
    assert found.due == day(due)
    assert needs_free_days(rules)
    assert not needs_free_days(IN_14_DAYS)
    assert not needs_free_days(RULES)


def test_that_calendar_days_know_no_holidays() -> None:
    free_days = frozenset(map(day, ["2026-01-05", "2026-01-15"]))
    found = after(DeadlineKind.REPORT, day("2026-01-01"), IN_14_DAYS, None, free_days)
    assert found.due == day("2026-01-15")


@pytest.mark.parametrize(
    ("months", "days", "due"),
    [(3, 0, "2026-04-30"), (1, 0, "2026-02-28"), (1, 2, "2026-03-02"), (0, 2, "2026-02-02")],
)
def test_that_months_come_before_days(months: int, days: int, due: str) -> None:
    """After 31 January 2026."""
    rule = DeadlineRule(DeadlineKind.PLAN, days, months=months)
    rules = replace(RULES, deadlines=(rule,))
    assert after(DeadlineKind.PLAN, day("2026-01-31"), rules, None).due == day(due)


AWARDED = replace(CONTRACT, awarded_on=day("2025-12-01"))


@pytest.mark.parametrize(
    ("kind", "anchor", "event"),
    [
        (DeadlineKind.FIRST_CONTACT, None, "2025-12-01"),
        (DeadlineKind.PLAN, None, "2025-12-01"),
        (DeadlineKind.SETTLEMENT, None, "2027-12-31"),
        (DeadlineKind.REPORT, None, None),  # each period has its own
        (DeadlineKind.PLAN, Anchor.CONTRACT_START, "2026-01-01"),
        (DeadlineKind.PLAN, Anchor.CONTRACT_END, "2027-12-31"),
        (DeadlineKind.SETTLEMENT, Anchor.AWARD, "2025-12-01"),
        (DeadlineKind.SETTLEMENT, Anchor.PERIOD_END, None),
    ],
)
def test_that_a_deadline_follows_the_event_that_the_rules_name_or_else_the_usual_one(
    kind: DeadlineKind, anchor: Anchor | None, event: str | None
) -> None:
    rules = replace(RULES, deadlines=(DeadlineRule(kind, 7, anchor=anchor),))
    found = event_of(kind, AWARDED, rules)
    assert found == (None if event is None else day(event))


def test_that_an_event_that_is_not_filled_in_gives_no_day() -> None:
    assert event_of(DeadlineKind.FIRST_CONTACT, CONTRACT, RULES) == CONTRACT.starts_on
    assert event_of(DeadlineKind.FIRST_CONTACT, UNDATED, RULES) is None
    assert event_of(DeadlineKind.SETTLEMENT, UNDATED, RULES) is None


def test_that_a_report_is_due_some_working_days_after_its_period() -> None:
    rule = DeadlineRule(DeadlineKind.REPORT, 5, working_days=True)
    rules = replace(RULES, deadlines=(rule,))
    free = frozenset({day("2026-04-03"), day("2026-04-06")})  # Good Friday, Easter Monday
    found = report_due(QUARTERLY, rules, None, day("2026-04-10"), free)
    assert found is not None
    assert found.due == day("2026-04-09")


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


@given(periods(), st.sampled_from(Rhythm), st.none() | st.integers(-40, 900), st.integers(-40, 900))
def test_that_a_report_covers_the_same_as_a_list_of_all_periods_tells(
    period: Period, rhythm: Rhythm, reported_after: int | None, after_days: int
) -> None:
    contract = replace(CONTRACT, starts_on=period.start, ends_on=period.end, rhythm=rhythm)
    first, today = period.start, period.start + timedelta(days=after_days)
    until = None if reported_after is None else first + timedelta(days=reported_after)
    missed = [
        part
        for part in report_periods(period, rhythm)
        if part.end < today and (until is None or part.end > until)
    ]
    found = report_due(contract, IN_14_DAYS, until, today)
    if not missed:
        assert found is None
    else:
        assert found is not None
        assert found.covers == Period(missed[0].start, missed[-1].end)
        assert found.due == missed[0].end + timedelta(days=14)


def test_that_nothing_is_due_after_a_report_until_the_end_of_the_calendar() -> None:
    endless = replace(QUARTERLY, ends_on=date.max)
    assert report_due(endless, RULES, date.max, day("2026-11-22")) is None


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
