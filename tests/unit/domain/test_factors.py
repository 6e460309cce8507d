"""What part of a full-time year counts: hours per week, months, days, weeks, worked hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import AssumptionKind, NotCounted, ReasonKind, StepKind
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import CountingTerms, RuleSet, TimeMethod, Unit
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    CONTRACT,
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    SILENT,
    UNDATED,
    assumed,
    day,
    eur,
    factor,
    left_out,
    months,
    span,
    told,
    working_years,
)

FULL_TIME = replace(PLACED, hours_per_week=Fraction(36))


def by(method: TimeMethod, unit: Unit = Unit.PER_YEAR_FULL_TIME) -> RuleSet:
    return replace(
        RULES,
        blocks=(replace(PLACEMENT, unit=unit),),
        counting=replace(COUNTING, method=method),
    )


def working(first: str, last: str) -> Effort:
    return replace(FULL_TIME, period=span(first, last))


# --- hours


@pytest.mark.parametrize(
    ("hours", "worth"),
    [
        (Fraction(36), "20000"),
        (Fraction(24), "13333.33"),  # 40,000 x 24/36 x 6/12
        (Fraction(18), "10000"),
        (Fraction(126, 5), "14000"),  # 25.2 hours: 40,000 x 0.7 x 6/12
        (Fraction(40), "20000"),  # above full time: 36 count
    ],
)
def test_that_hours_count_as_part_of_the_full_time_week(hours: Fraction, worth: str) -> None:
    assert value(replace(PLACED, hours_per_week=hours), RULES, CONTRACT).value == eur(worth)


def test_that_the_step_keeps_the_hours_as_people_say_them() -> None:
    step = value(PLACED, RULES, CONTRACT).steps[1]
    assert (step.kind, step.of, step.operand) == (
        StepKind.HOURS,
        (Fraction(24), Fraction(36)),
        Fraction(2, 3),
    )


def test_that_hours_above_full_time_are_told_as_not_counted() -> None:
    valuation = value(replace(PLACED, hours_per_week=Fraction(40)), RULES, CONTRACT)
    assert valuation.not_counted == (NotCounted(ReasonKind.ABOVE_FULL_TIME, number=Fraction(36)),)
    assert factor(valuation, 1) == (Fraction(36), Fraction(36))


@pytest.mark.parametrize(("base", "worth"), [(36, "40000"), (38, "37894.74"), (40, "36000")])
def test_that_the_same_table_is_worth_less_with_a_longer_full_time_week(
    base: int, worth: str
) -> None:
    """36 hours, twelve months: 40,000 x 36/38 = 37,894.74 and 40,000 x 36/40 = 36,000."""
    rules = replace(RULES, full_time_hours=Fraction(base))
    assert value(working("2026-01-01", "2026-12-31"), rules, CONTRACT).value == eur(worth)


def test_that_the_owners_full_time_week_is_used_where_the_rules_name_none() -> None:
    rules = replace(RULES, full_time_hours=None)
    contract = replace(CONTRACT, full_time_hours=Fraction(40))
    valuation = value(PLACED, rules, contract)
    # 40,000 x 24/40 x 6/12
    assert valuation.value == eur(12_000)
    assert assumed(valuation) == {AssumptionKind.FULL_TIME_BY_OWNER}
    assert valuation.assumptions[0].number == 40


def test_that_36_hours_are_presumed_where_nobody_names_a_full_time_week() -> None:
    valuation = value(PLACED, replace(RULES, full_time_hours=None), CONTRACT)
    assert valuation.value == eur("13333.33")
    assert assumed(valuation) == {AssumptionKind.FULL_TIME_PRESUMED}
    assert valuation.assumptions[0].number == 36


def test_that_the_rules_full_time_week_comes_before_the_owners() -> None:
    contract = replace(CONTRACT, full_time_hours=Fraction(40))
    valuation = value(PLACED, RULES, contract)
    assert valuation.value == eur("13333.33")
    assert assumed(valuation) == set()


def test_that_unknown_hours_are_full_time_and_told_so() -> None:
    valuation = value(replace(PLACED, hours_per_week=None), RULES, CONTRACT)
    assert valuation.value == eur(20_000)
    assert assumed(valuation) == {AssumptionKind.WORKS_FULL_TIME}
    assert StepKind.HOURS not in told(valuation)


# --- time


def test_that_a_silent_rule_set_makes_two_assumptions_about_time() -> None:
    kinds = assumed(value(PLACED, SILENT, CONTRACT))
    assert {AssumptionKind.LINEAR, AssumptionKind.CALENDAR_MONTHS} <= kinds


def test_that_naar_rato_in_the_source_leaves_only_the_way_of_counting_open() -> None:
    rules = replace(RULES, counting=replace(COUNTING, method=None))
    assert assumed(value(PLACED, rules, CONTRACT)) == {AssumptionKind.CALENDAR_MONTHS}


@pytest.mark.parametrize(
    ("period", "worth"),
    [
        (("2026-03-01", "2026-08-31"), "20000"),
        (("2026-03-16", "2026-05-15"), "6666.67"),  # 16/31 + 1 + 15/31 = 2 of 12 months
        (("2026-03-01", "2026-03-01"), "107.53"),  # 40,000 x 1/31 / 12
        (("2026-01-01", "2027-12-31"), "80000"),
    ],
)
def test_that_calendar_months_make_the_part_of_a_year(period: tuple[str, str], worth: str) -> None:
    assert value(working(*period), RULES, CONTRACT).value == eur(worth)


@pytest.mark.parametrize(
    ("period", "worth"),
    [
        (("2026-03-01", "2026-08-31"), "20164.38"),  # 40,000 x 184/365
        (("2026-01-01", "2026-12-31"), "40000"),
        (("2028-01-01", "2028-12-31"), "40109.59"),  # a leap year: 366/365
    ],
)
def test_that_days_make_the_part_of_a_year(period: tuple[str, str], worth: str) -> None:
    valuation = value(working(*period), by(TimeMethod.DAYS), UNDATED)
    assert valuation.value == eur(worth)
    assert told(valuation)[-1] is StepKind.DAYS_OF_YEAR
    assert assumed(valuation) == set()


def test_that_a_leap_day_does_not_stretch_a_limit_of_twelve_months() -> None:
    rules = by(TimeMethod.DAYS)
    rules = replace(rules, counting=replace(rules.counting, default_limit=months(12)))
    valuation = value(working("2028-01-01", "2028-12-31"), rules, UNDATED)
    assert valuation.value == eur(40_000)
    assert factor(valuation) == (365, 365)


@pytest.mark.parametrize(
    ("period", "weeks"),
    [
        (("2026-03-02", "2026-03-08"), Fraction(1)),
        (("2026-03-02", "2026-07-19"), Fraction(20)),  # 140 days
        (("2026-01-01", "2026-12-31"), Fraction(52)),  # a year is a year
        (("2026-01-01", "2026-12-30"), Fraction(52)),  # 364 days
        (("2028-01-01", "2028-12-30"), Fraction(52)),  # 365 days, a day short of a leap year
        (("2026-01-01", "2027-01-07"), Fraction(53)),
        (("2026-03-01", "2028-03-06"), 104 + Fraction(6, 7)),
        (("2028-02-29", "2029-02-28"), Fraction(52)),
    ],
)
def test_that_whole_years_and_weeks_of_52_make_the_part_of_a_year(
    period: tuple[str, str], weeks: Fraction
) -> None:
    valuation = value(working(*period), by(TimeMethod.WEEKS), UNDATED)
    assert factor(valuation) == (weeks, 52)


def test_that_weeks_are_counted_to_the_end_of_the_calendar() -> None:
    effort = replace(FULL_TIME, period=Period(day("2026-01-01"), date.max))
    valuation = value(effort, by(TimeMethod.WEEKS), UNDATED)
    assert factor(valuation) == ((9999 - 2026 + 1) * 52, 52)


def test_that_a_unit_pro_rata_in_weeks_is_counted_in_weeks() -> None:
    """10 weeks under a rule set that is silent on time: 40,000 x 10/52 = 7,692.31."""
    block = replace(PLACEMENT, unit=Unit.PER_YEAR_OR_WEEKS)
    rules = replace(SILENT, blocks=(block,), full_time_hours=Fraction(36))
    valuation = value(working("2026-03-02", "2026-05-10"), rules, CONTRACT)
    assert valuation.value == eur("7692.31")
    assert assumed(valuation) == {AssumptionKind.LIMIT_UNKNOWN}


# --- per month and per school year


def test_that_a_monthly_rate_is_multiplied_with_months() -> None:
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(750))
    rules = replace(RULES, blocks=(block,))
    # 750 x 24/36 x 2 months
    valuation = value(replace(PLACED, period=span("2026-03-16", "2026-05-15")), rules, CONTRACT)
    assert valuation.value == eur(1_000)
    assert told(valuation) == [StepKind.RATE, StepKind.HOURS, StepKind.MONTHS]
    assert valuation.steps[-1].operand == 2
    assert factor(valuation) == ()


def test_that_a_monthly_rate_needs_no_assumption_on_parts_of_a_year() -> None:
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(750))
    rules = replace(RULES, blocks=(block,), counting=replace(COUNTING, method=None, pro_rata=None))
    assert assumed(value(FULL_TIME, rules, CONTRACT)) == {AssumptionKind.CALENDAR_MONTHS}


def test_that_a_school_year_is_twelve_months_from_any_day() -> None:
    block = replace(PLACEMENT, unit=Unit.PER_SCHOOL_YEAR, value=eur(20_000))
    valuation = value(
        working("2026-08-01", "2027-07-31"), replace(RULES, blocks=(block,)), CONTRACT
    )
    assert valuation.value == eur(20_000)
    assert assumed(valuation) == {AssumptionKind.SCHOOL_YEAR}


@pytest.mark.parametrize("unit", [Unit.PER_MONTH, Unit.PER_SCHOOL_YEAR])
def test_that_worked_hours_become_hours_per_week_where_time_is_counted_in_months(
    unit: Unit,
) -> None:
    """312 hours in the 13 weeks from 2 March to 31 May are 24 a week."""
    effort = replace(
        PLACED,
        period=span("2026-03-02", "2026-05-31"),
        hours_per_week=None,
        worked_hours=Fraction(312),
    )
    valuation = value(effort, by(TimeMethod.WORKED_HOURS, unit), CONTRACT)
    assert factor(valuation, 1) == (24, 36)
    assert StepKind.WORKED_HOURS not in told(valuation)


# --- worked hours


def test_that_worked_hours_count_against_a_full_time_year() -> None:
    """36 hours x 52 weeks = 1,872; 40,000 x 468/1,872 = 10,000."""
    effort = replace(PLACED, worked_hours=Fraction(468))
    valuation = value(effort, by(TimeMethod.WORKED_HOURS), CONTRACT)
    assert valuation.value == eur(10_000)
    assert told(valuation) == [StepKind.RATE, StepKind.WORKED_HOURS]
    assert factor(valuation) == (468, 1872)


def test_that_without_worked_hours_the_week_stands_in_and_that_is_told() -> None:
    valuation = value(PLACED, by(TimeMethod.WORKED_HOURS), CONTRACT)
    assert valuation.value == eur("13333.33")
    assert assumed(valuation) == {AssumptionKind.WORKED_HOURS_FROM_WEEK}


def test_that_part_of_a_period_takes_its_part_of_the_worked_hours() -> None:
    """184 days, 368 hours: 2 a day; March has 31, so 62 of 1,872 hours."""
    effort = replace(PLACED, worked_hours=Fraction(368))
    valuation = value(effort, by(TimeMethod.WORKED_HOURS), CONTRACT, until=day("2026-03-31"))
    assert factor(valuation) == (62, 1872)


def test_that_more_worked_hours_than_full_time_do_not_count() -> None:
    """184 days begin 27 weeks: 27 x 36 = 972 hours count of 1,500."""
    effort = replace(PLACED, worked_hours=Fraction(1500))
    valuation = value(effort, by(TimeMethod.WORKED_HOURS), CONTRACT)
    assert factor(valuation) == (972, 1872)
    assert left_out(valuation) == [ReasonKind.ABOVE_FULL_TIME]


def test_that_worked_hours_do_not_stretch_a_limit_in_months() -> None:
    """A year begins 53 weeks; with a limit of 12 months 1,872 hours count, not 1,908."""
    rules = by(TimeMethod.WORKED_HOURS)
    rules = replace(rules, counting=replace(rules.counting, default_limit=months(12)))
    effort = replace(working("2026-01-01", "2026-12-31"), worked_hours=Fraction(2000))
    assert value(effort, rules, CONTRACT).value == eur(40_000)


def test_that_no_worked_hours_are_worth_nothing() -> None:
    effort = replace(PLACED, worked_hours=Fraction(0))
    valuation = value(effort, by(TimeMethod.WORKED_HOURS), CONTRACT)
    assert valuation.value == eur(0)
    assert valuation.is_consistent()


# --- a limit in worked years


def capped(amount: int = 2) -> RuleSet:
    return replace(RULES, counting=replace(COUNTING, default_limit=working_years(amount)))


def test_that_two_working_years_last_longer_part_time() -> None:
    """18 of 36 hours for three years are 1.5 worked years: all of it counts."""
    effort = replace(working("2026-01-01", "2028-12-31"), hours_per_week=Fraction(18))
    valuation = value(effort, capped(), UNDATED)
    # 40,000 x 18/36 x 36/12
    assert valuation.value == eur(60_000)
    assert valuation.not_counted == ()


def test_that_two_working_years_end_the_counting_in_worked_time() -> None:
    """27 of 36 hours for three years are 2.25 worked years; 2 count: 90,000 x 2/2.25."""
    effort = replace(working("2026-01-01", "2028-12-31"), hours_per_week=Fraction(27))
    valuation = value(effort, capped(), UNDATED)
    assert valuation.value == eur(80_000)
    assert valuation.steps[-1].kind is StepKind.WORKED_YEARS_LIMIT
    assert factor(valuation) == (2, Fraction(9, 4))
    assert valuation.not_counted == (NotCounted(ReasonKind.COUNTING_TIME_USED, number=Fraction(2)),)


def test_that_working_years_go_on_from_one_share_of_an_effort_to_the_next() -> None:
    """Three full years, divided over two contracts after 18 months: two years count together."""
    effort = replace(working("2026-01-01", "2028-12-31"), hours_per_week=Fraction(36))
    first = value(effort, capped(), UNDATED, within=span("2026-01-01", "2027-06-30"))
    second = value(effort, capped(), UNDATED, within=span("2027-07-01", "2028-12-31"))
    assert (first.value, second.value) == (eur(60_000), eur(20_000))
    assert first.not_counted == ()
    assert factor(second) == (Fraction(1, 2), Fraction(3, 2))
    assert left_out(second) == [ReasonKind.COUNTING_TIME_USED]


def test_that_working_years_that_began_earlier_say_when() -> None:
    effort = replace(
        working("2026-01-01", "2026-12-31"),
        counted_since=day("2024-07-01"),
        counted_before=Fraction(3, 2),
    )
    valuation = value(effort, capped(), CONTRACT)
    assert valuation.value == eur(20_000)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.COUNTING_TIME_USED, number=Fraction(2), since=day("2024-07-01")),
    )
    assert assumed(valuation) == {AssumptionKind.INTERRUPTION_UNKNOWN}


@pytest.mark.parametrize(
    ("used", "worth"),
    [
        (Fraction(0), "40000"),
        (Fraction(1), "40000"),  # a year is left, a year is worked
        (Fraction(3, 2), "20000"),
        (Fraction(2), "0"),
        (Fraction(5, 2), "0"),
    ],
)
def test_that_what_was_used_before_shortens_what_is_left(used: Fraction, worth: str) -> None:
    effort = replace(working("2026-01-01", "2026-12-31"), counted_before=used)
    valuation = value(effort, capped(), CONTRACT)
    assert valuation.value == eur(worth)
    assert valuation.is_consistent()


def test_that_worked_hours_use_up_worked_years() -> None:
    """2,808 of 1,872 hours are 1.5 years; with 1 left: 60,000 x 1/1.5 = 40,000."""
    rules = by(TimeMethod.WORKED_HOURS)
    rules = replace(rules, counting=replace(rules.counting, default_limit=working_years(2)))
    effort = replace(
        working("2026-01-01", "2027-12-31"),
        worked_hours=Fraction(2808),
        counted_before=Fraction(1),
    )
    valuation = value(effort, rules, CONTRACT)
    assert valuation.value == eur(40_000)
    assert factor(valuation) == (1, Fraction(3, 2))


def test_that_a_limit_in_worked_years_holds_under_a_monthly_rate() -> None:
    """36 months at 1,000 are 3 worked years; 2 count: 36,000 x 2/3."""
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(1_000))
    rules = replace(capped(), blocks=(block,))
    assert value(working("2026-01-01", "2028-12-31"), rules, UNDATED).value == eur(24_000)


def test_that_rules_without_any_terms_still_give_a_value() -> None:
    rules = replace(SILENT, counting=CountingTerms())
    assert value(FULL_TIME, rules, CONTRACT).value == eur(20_000)
