"""A period cut in two: worth the same where the way of counting allows it (docs/rules.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import Bonus, BonusUnit, RuleSet, TimeMethod
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    COUNTING,
    PLACED,
    RULES,
    UNDATED,
    UNLIMITED,
    day,
    eur,
    exact,
    months,
    span,
)
from tests.unit.domain.strategies import periods

few = settings(max_examples=50)
YEAR = span("2026-01-01", "2026-12-31")
FULL = replace(PLACED, period=YEAR, hours_per_week=Fraction(36))


def by(method: TimeMethod, limit: int | None = None) -> RuleSet:
    """Return the rules with another way of counting parts of a year."""
    longest = UNLIMITED if limit is None else months(limit)
    return replace(RULES, counting=replace(COUNTING, method=method, default_limit=longest))


def cut(effort: Effort, after: int) -> tuple[Effort, Effort]:
    """Return the first `after` days of an effort, and the rest."""
    last = effort.period.start + timedelta(days=after - 1)
    return (
        replace(effort, period=Period(effort.period.start, last)),
        replace(effort, period=Period(last + ONE_DAY, effort.period.end)),
    )


def in_cents(effort: Effort, rules: RuleSet) -> Money:
    return value(effort, rules, UNDATED).value


@st.composite
def cuts(draw: st.DrawFn) -> tuple[Effort, Effort, Effort]:
    """Return an effort, and the same in two parts."""
    period = draw(periods())
    assume(period.days > 1)
    whole = replace(PLACED, period=period)
    return whole, *cut(whole, draw(st.integers(1, period.days - 1)))


@few
@given(cuts())
def test_that_by_months_the_parts_differ_a_cent_at_most(
    efforts: tuple[Effort, Effort, Effort],
) -> None:
    """Exact before rounding; each part is rounded by itself."""
    whole, head, tail = (value(one, by(TimeMethod.CALENDAR_MONTHS), UNDATED) for one in efforts)
    assert exact(head) + exact(tail) == exact(whole)
    assert abs((head.value + tail.value - whole.value).cents) <= 1


@few
@given(cuts())
def test_that_by_days_the_parts_differ_a_cent_at_most(
    efforts: tuple[Effort, Effort, Effort],
) -> None:
    whole, head, tail = (value(one, by(TimeMethod.DAYS), UNDATED) for one in efforts)
    assert exact(head) + exact(tail) == exact(whole)
    assert abs((head.value + tail.value - whole.value).cents) <= 1


@few
@given(cuts())
def test_that_by_weeks_the_parts_differ_a_day_or_two_a_year(
    efforts: tuple[Effort, Effort, Effort],
) -> None:
    """A whole year counts as 52 weeks; cut, its 365 or 366 days are 52 weeks and a day or two.

    Where the cut moves a leap day into a whole year the parts are that day less.
    """
    whole, head, tail = (exact(value(one, by(TimeMethod.WEEKS), UNDATED)) for one in efforts)
    years = efforts[0].period.days // 365 + 1
    a_day = Fraction(40_000 * 24, 36) / (7 * 52)  # at the hours of PLACED
    leap_days = years // 4 + 1
    assert whole - leap_days * a_day <= head + tail <= whole + 2 * years * a_day


def test_that_by_weeks_a_leap_day_may_fall_into_a_whole_year() -> None:
    """2022-01-01 to 2024-08-27 is two years and 240 days, of which one is 29 February 2024.

    Cut after 239 days the tail is two years exactly, with that day in it.
    40,000 x 240 / 364 = 26,373.63 and 40,000 x 239 / 364 = 26,263.74.
    """
    rules = by(TimeMethod.WEEKS)
    long = replace(FULL, period=span("2022-01-01", "2024-08-27"))
    head, tail = cut(long, 239)
    assert tail.period == span("2022-08-28", "2024-08-27")
    assert in_cents(long, rules) == eur("106373.63")
    assert [in_cents(one, rules) for one in (head, tail)] == [eur("26263.74"), eur(80_000)]


@pytest.mark.parametrize(
    ("method", "whole", "parts"),
    [
        # 40,000 a year: 6 of 12 months and 6 of 12 months
        (TimeMethod.CALENDAR_MONTHS, "40000", ("20000", "20000")),
        # 181 and 184 of 365 days: 19,835.62 and 20,164.38
        (TimeMethod.DAYS, "40000", ("19835.62", "20164.38")),
        # 181 / 7 = 25 6/7 and 184 / 7 = 26 2/7 of 52 weeks: 19,890.11 and 20,219.78, together
        # 109.89 more than the year, which counts as 52 weeks
        (TimeMethod.WEEKS, "40000", ("19890.11", "20219.78")),
    ],
)
def test_that_a_year_cut_at_the_end_of_june_is_worth(
    method: TimeMethod, whole: str, parts: tuple[str, str]
) -> None:
    rules = by(method)
    assert in_cents(FULL, rules) == eur(whole)
    assert tuple(in_cents(one, rules) for one in cut(FULL, 181)) == (eur(parts[0]), eur(parts[1]))


def test_that_rounding_each_part_can_make_a_cent() -> None:
    """40,000 over 1 month and 2 months: 3,333.33 and 6,666.67, together 10,000.00.

    Over 1 month and 1 month: 3,333.33 and 3,333.33, a cent below 6,666.67.
    """
    quarter = replace(FULL, period=span("2026-01-01", "2026-03-31"))
    two = replace(FULL, period=span("2026-01-01", "2026-02-28"))
    first, rest = cut(quarter, 31)
    assert [in_cents(one, RULES) for one in (first, rest)] == [eur("3333.33"), eur("6666.67")]
    halves = cut(two, 31)
    assert [in_cents(one, RULES) for one in halves] == [eur("3333.33"), eur("3333.33")]
    assert in_cents(two, RULES) == eur("6666.67")


def test_that_a_leap_day_counts_in_the_parts_where_the_whole_has_reached_its_limit() -> None:
    """366 days are 365 at most in twelve months; 182 and 184 of them are both below.

    40,000 x 182 / 365 = 19,945.21 and 40,000 x 184 / 365 = 20,164.38: a day more, 109.59.
    """
    rules = by(TimeMethod.DAYS, limit=12)
    leap = replace(FULL, period=span("2028-01-01", "2028-12-31"))
    assert in_cents(leap, rules) == eur(40_000)
    assert [in_cents(one, rules) for one in cut(leap, 182)] == [eur("19945.21"), eur("20164.38")]


def test_that_a_bonus_that_counts_once_counts_in_every_effort() -> None:
    """5,000 once, up to one full year: half of it in half a year, and as much in a second one.

    Over two years as one effort 5,000; over two efforts of a year 5,000 each. So one placement
    is one effort: what belongs together is not booked in parts.
    """
    once = Bonus("vast", "Vast contract", BonusUnit.ONCE, eur(5_000), follows_time=True)
    rules = replace(by(TimeMethod.CALENDAR_MONTHS), bonuses=(once,))
    long = replace(FULL, period=span("2026-01-01", "2027-12-31"), bonuses=("vast",))
    assert in_cents(long, rules) == eur(85_000)
    assert [in_cents(one, rules) for one in cut(long, 365)] == [eur(45_000), eur(45_000)]


def test_that_more_than_full_time_is_cut_off_in_each_part_by_itself() -> None:
    """936 hours in half a year are 26 weeks of 36 hours: full time, 20,000.

    400 of them in the first 13 weeks (13 x 36 = 468) and 536 in the last 13: of those 68 are
    above full time. 40,000 x 400 / 1,872 = 8,547.01 and 40,000 x 468 / 1,872 = 10,000.
    """
    rules = by(TimeMethod.WORKED_HOURS)
    half = replace(FULL, period=span("2026-01-01", "2026-07-01"), worked_hours=Fraction(936))
    assert half.period.days == 26 * 7
    assert in_cents(half, rules) == eur(20_000)
    head, tail = cut(half, 13 * 7)
    head, tail = (
        replace(head, worked_hours=Fraction(400)),
        replace(tail, worked_hours=Fraction(536)),
    )
    assert tail.period.start == day("2026-04-02")
    assert [in_cents(one, rules) for one in (head, tail)] == [eur("8547.01"), eur(10_000)]
