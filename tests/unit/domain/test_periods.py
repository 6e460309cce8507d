"""Periods: months by the calendar, terms, ages and working days."""

from __future__ import annotations

import calendar
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.errors import EndBeforeStartError
from sroi_desktop.domain.periods import (
    ONE_DAY,
    Period,
    add_days,
    add_months,
    age_on,
    months_from,
)
from tests.unit.domain.build import day, span

days = st.dates(date(2019, 1, 1), date(2033, 12, 31))
lengths = st.integers(0, 900)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start, start + timedelta(days=draw(lengths)))


def months_day_by_day(period: Period) -> Fraction:
    """Give every day its part of its own month: slow, and hard to get wrong."""
    in_month: Counter[tuple[int, int]] = Counter()
    current = period.start
    while current <= period.end:
        in_month[current.year, current.month] += 1
        current += ONE_DAY
    return sum(
        (Fraction(count, calendar.monthrange(*month)[1]) for month, count in in_month.items()),
        Fraction(0),
    )


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-03-01", "2026-08-31", Fraction(6)),
        # 16/31 of March + April + 15/31 of May
        ("2026-03-16", "2026-05-15", Fraction(2)),
        ("2026-03-16", "2026-03-16", Fraction(1, 31)),
        # a leap year: 29 days of February are one month, 28 of them are not
        ("2028-02-01", "2028-02-29", Fraction(1)),
        ("2028-02-01", "2028-02-28", Fraction(28, 29)),
        ("2026-02-01", "2026-02-28", Fraction(1)),
        ("2026-01-01", "2027-12-31", Fraction(24)),
        # 16/31 of December + 15/31 of January, over the turn of the year
        ("2026-12-16", "2027-01-15", Fraction(1)),
        # 20/29 of February + 11 months + 9/28 of February: a little above twelve
        ("2028-02-10", "2029-02-09", 11 + Fraction(20, 29) + Fraction(9, 28)),
    ],
)
def test_that_every_month_gives_its_days_in_the_period_over_its_days(
    first: str, last: str, months: Fraction
) -> None:
    assert span(first, last).calendar_months == months


@given(periods())
def test_that_months_are_those_of_a_count_day_by_day(period: Period) -> None:
    assert period.calendar_months == months_day_by_day(period)


@given(periods(), st.data())
def test_that_a_period_cut_in_two_has_the_same_months(period: Period, data: st.DataObject) -> None:
    last = period.start + timedelta(days=data.draw(st.integers(0, period.days - 1)))
    head, tail = period.until(last), period.since(last + ONE_DAY)
    assert head is not None
    rest = tail.calendar_months if tail is not None else 0
    assert head.calendar_months + rest == period.calendar_months


def test_that_a_period_may_run_to_the_end_of_the_calendar() -> None:
    open_ended = Period(day("2026-01-01"), date.max)
    assert open_ended.calendar_months == (9999 - 2026 + 1) * 12


def test_that_both_the_first_and_the_last_day_count() -> None:
    period = span("2026-03-01", "2026-03-02")
    assert period.days == 2
    assert day("2026-03-01") in period
    assert day("2026-03-02") in period
    assert day("2026-02-28") not in period
    assert day("2026-03-03") not in period


def test_that_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(EndBeforeStartError) as refused:
        span("2026-03-02", "2026-03-01")
    assert refused.value.start == day("2026-03-02")
    assert refused.value.end == day("2026-03-01")


def test_that_two_periods_share_the_days_that_both_have() -> None:
    spring, summer = span("2026-03-01", "2026-06-30"), span("2026-06-30", "2026-09-30")
    assert spring.common(summer) == span("2026-06-30", "2026-06-30")
    assert spring.common(span("2026-07-01", "2026-07-02")) is None


def test_that_a_part_until_or_since_a_day_is_cut_there_or_empty() -> None:
    spring = span("2026-03-01", "2026-06-30")
    assert spring.until(day("2026-03-01")) == span("2026-03-01", "2026-03-01")
    assert spring.until(day("2027-01-01")) == spring
    assert spring.until(day("2026-02-28")) is None
    assert spring.since(day("2026-06-30")) == span("2026-06-30", "2026-06-30")
    assert spring.since(day("2026-01-01")) == spring
    assert spring.since(day("2026-07-01")) is None


def test_that_a_period_covers_another_only_with_all_its_days() -> None:
    spring = span("2026-03-01", "2026-06-30")
    assert spring.covers(spring)
    assert spring.covers(span("2026-03-02", "2026-06-29"))
    assert not spring.covers(span("2026-02-28", "2026-06-30"))
    assert not spring.covers(span("2026-03-01", "2026-07-01"))


@pytest.mark.parametrize(
    ("start", "months", "result"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-10", -12, "2025-01-10"),
        ("2028-02-29", 12, "2029-02-28"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_that_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(
    start: str, months: int, result: str
) -> None:
    assert add_months(day(start), months) == day(result)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2026-03-01", 12, "2027-02-28"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2026-01-15", 1, "2026-02-14"),
        # there is no 31 February: the month ends with February
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-28", 1, "2026-02-27"),
        # there is no 29 February 2029: the year ends with February
        ("2028-02-29", 12, "2029-02-28"),
    ],
)
def test_that_a_term_of_months_ends_the_day_before_the_same_day(
    start: str, months: int, last: str
) -> None:
    assert months_from(day(start), months) == span(start, last)


@given(days, st.integers(1, 40), st.integers(1, 40))
def test_that_a_longer_term_ends_later(start: date, months: int, more: int) -> None:
    assert months_from(start, months).end < months_from(start, months + more).end


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("1971-03-01", "2026-02-28", 54),
        ("1971-03-01", "2026-03-01", 55),
        ("1972-02-29", "2026-02-28", 53),  # who was born on 29 February
        ("1972-02-29", "2026-03-01", 54),  # turns a year on 1 March
        ("2026-03-01", "2026-03-01", 0),
    ],
)
def test_that_someone_turns_a_year_on_the_birthday_itself(born: str, on: str, age: int) -> None:
    assert age_on(day(born), day(on)) == age


@pytest.mark.parametrize(
    ("start", "count", "working", "result"),
    [
        ("2026-01-01", 7, False, "2026-01-08"),
        # Thursday 1 January; Fri 2, Mon 5 to Fri 9 and Mon 12 are seven working days
        ("2026-01-01", 7, True, "2026-01-12"),
        ("2026-01-02", 1, True, "2026-01-05"),  # from Friday to Monday
        ("2026-01-03", 1, True, "2026-01-05"),  # from Saturday too
        ("2026-01-03", 0, True, "2026-01-03"),
    ],
)
def test_that_working_days_pass_over_the_weekend(
    start: str, count: int, working: bool, result: str
) -> None:
    assert add_days(day(start), count, working=working) == day(result)


@given(days, st.integers(1, 60))
def test_that_working_days_are_those_of_a_count_day_by_day(start: date, count: int) -> None:
    due = add_days(start, count, working=True)
    between = Period(start + ONE_DAY, due)
    dates = (between.start + timedelta(days=i) for i in range(between.days))
    assert sum(one.weekday() not in {5, 6} for one in dates) == count
    assert due.weekday() not in {5, 6}


@pytest.mark.parametrize("working", [False, True])
def test_that_days_after_the_end_of_the_calendar_are_its_end(working: bool) -> None:
    """As with a contract "until 31-12-9999"."""
    assert add_days(date.max, 60, working=working) == date.max
    assert add_days(day("9999-12-29"), 60, working=working) == date.max


def test_that_days_are_calendar_days_unless_working_days_are_asked_for() -> None:
    friday = day("2026-11-27")
    assert add_days(friday, 3) == day("2026-11-30")
    assert add_days(friday, 3, working=True) == day("2026-12-02")


def test_that_months_reach_into_the_first_and_the_last_year_of_the_calendar() -> None:
    assert add_months(day("9998-12-31"), 2) == day("9999-02-28")
    assert add_months(date(2, 1, 15), -12) == date(1, 1, 15)
    assert months_from(day("9999-01-15"), 11) == Period(day("9999-01-15"), day("9999-12-14"))
    assert months_from(day("9999-01-15"), 12) == Period(day("9999-01-15"), date.max)
