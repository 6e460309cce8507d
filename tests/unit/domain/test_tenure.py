"""Since when someone counts, and what is used of the time that may count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Basis, CountingTerms, TimeMethod, Unit
from sroi_desktop.domain.tenure import counting_since, years_used
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    day,
    span,
    working_years,
)
from tests.unit.domain.test_periods import periods

START = day("2026-08-01")


@pytest.mark.parametrize(
    ("earlier", "months", "since"),
    [
        ([], 6, "2026-08-01"),
        # from 1 February to 31 July is exactly six months: not shorter, so a new clock
        ([span("2025-01-01", "2026-01-31")], 6, "2026-08-01"),
        # a day less is shorter: the clock of 2025 runs on
        ([span("2025-01-01", "2026-02-01")], 6, "2025-01-01"),
        # one interruption of three months and one of five: neither restarts
        ([span("2025-01-01", "2025-06-30"), span("2025-10-01", "2026-02-28")], 6, "2025-01-01"),
        # a long one before a short one: the clock starts after the long one
        ([span("2024-01-01", "2024-03-31"), span("2025-10-01", "2026-02-28")], 6, "2025-10-01"),
        # one job inside another: the longer one leads back
        ([span("2025-01-01", "2026-07-31"), span("2025-03-01", "2025-04-30")], 6, "2025-01-01"),
        # two jobs at once, the earlier one still running
        ([span("2025-01-01", "2026-12-31")], 6, "2025-01-01"),
        # what comes later has no say
        ([span("2026-09-01", "2026-12-31")], 6, "2026-08-01"),
        # the rule set is silent on interruptions: none restarts the clock
        ([span("2020-01-01", "2020-01-31")], None, "2020-01-01"),
    ],
)
def test_that_an_interruption_restarts_the_clock_only_when_long_enough(
    earlier: list[Period], months: int | None, since: str
) -> None:
    assert counting_since(earlier, START, months) == day(since)


@given(st.lists(periods(), max_size=6), st.integers(0, 24), st.data())
def test_that_the_order_of_earlier_work_does_not_matter(
    earlier: list[Period], months: int, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(earlier))
    assert counting_since(earlier, START, months) == counting_since(shuffled, START, months)


@given(st.lists(periods(), max_size=6), st.integers(0, 24))
def test_that_a_shorter_interruption_rule_never_moves_the_start_back(
    earlier: list[Period], months: int
) -> None:
    strict = counting_since(earlier, START, months)
    lenient = counting_since(earlier, START, months + 1)
    assert lenient <= strict <= START


def test_that_hours_and_time_make_the_years_used() -> None:
    # 24 of 36 hours in 6 of 12 months: a third of a year
    assert years_used(value(PLACED, RULES, CONTRACT)) == Fraction(1, 3)


def test_that_months_under_a_monthly_rate_are_years_as_well() -> None:
    monthly = replace(PLACEMENT, unit=Unit.PER_MONTH)
    assert monthly.unit.bases == (Basis.MONTH,)
    rules = replace(RULES, blocks=(monthly,))
    assert years_used(value(PLACED, rules, CONTRACT)) == Fraction(1, 3)


def test_that_worked_hours_are_years_of_full_time() -> None:
    counting = CountingTerms(method=TimeMethod.WORKED_HOURS, pro_rata="naar rato")
    rules = replace(RULES, counting=counting)
    # 468 of 36 x 52 = 1,872 hours: a quarter of a year
    effort = replace(PLACED, worked_hours=Fraction(468))
    assert years_used(value(effort, rules, CONTRACT)) == Fraction(1, 4)


def test_that_no_more_is_used_than_was_left() -> None:
    counting = replace(COUNTING, default_limit=working_years(2))
    rules = replace(RULES, counting=counting)
    # 2 years at full time less the 1 9/10 used before leave 1/10, of the third that was worked
    effort = replace(PLACED, counted_before=Fraction(19, 10))
    assert years_used(value(effort, rules, CONTRACT)) == Fraction(1, 10)


def test_that_what_is_not_a_placement_uses_no_time() -> None:
    assert years_used(value(BOUGHT, RULES, CONTRACT)) == 0
    assert years_used(NOTHING) == 0
