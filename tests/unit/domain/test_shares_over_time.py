"""What a share of an effort takes over from the days before it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.rules import TimeMethod, Unit
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    UNDATED,
    eur,
    span,
    working_years,
)


def test_that_months_before_a_share_use_up_working_years_as_months() -> None:
    """1,000 a month, one working year at most: 7 months before the share leave 5 of its 11.

    11 x 1,000 = 11,000, of which 5/12 of a year of 11/12 counts: 5,000. Also where parts of a
    year are counted in days (212 of 365 would leave 5,030.14): a rate per month counts months.
    """
    monthly = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(1_000))
    counting = replace(COUNTING, method=TimeMethod.DAYS, default_limit=working_years(1))
    rules = replace(RULES, blocks=(monthly,), counting=counting)
    period = span("2026-01-01", "2027-06-30")
    effort = replace(PLACED, period=period, hours_per_week=Fraction(36))
    share = value(effort, rules, UNDATED, within=span("2026-08-01", "2027-06-30"))
    assert share.value == eur(5_000)


def test_that_what_is_assumed_about_the_days_before_a_share_is_told_once() -> None:
    """How a part of a month counts is not stated: assumed of the share, not of what is before."""
    counting = replace(COUNTING, method=None, default_limit=working_years(1))
    rules = replace(RULES, counting=counting)
    effort = replace(PLACED, period=span("2026-01-01", "2027-06-30"), hours_per_week=Fraction(36))
    share = value(effort, rules, UNDATED, within=span("2026-08-01", "2027-06-30"))
    assert share.assumptions
    assert len(set(share.assumptions)) == len(share.assumptions)
