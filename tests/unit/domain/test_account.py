"""Where a contract stands: totals kept apart, its course, caps and penalties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.account import (
    NO_TOTALS,
    Course,
    Forecast,
    Totals,
    capped,
    course,
    expected_on,
    penalty,
    penalty_forecast,
    short_by,
    still_open,
    together,
)
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import PenaltyTerms
from tests.unit.domain.build import day, eur, span

PLANNED_AND_DONE = (Totals(planned=eur(5), proven=eur(2)), Totals(proven=eur(1)))
# 730 days, so that a day is worth 100 euros of 73,000.
PERIOD = span("2026-01-01", "2027-12-31")
OWED = eur(73_000)

money = st.integers(0, 10**9).map(Money)
totals = st.builds(Totals, money, money, money, money, money, money)


def done(proven: int, unproven: int = 0, planned: int = 0) -> Totals:
    return Totals(planned=eur(planned), unproven=eur(unproven), proven=eur(proven))


def test_that_what_was_done_is_what_is_proven_and_what_is_not() -> None:
    assert done(100, 50, 1_000).realised == eur(150)


@given(totals, totals)
def test_that_totals_add_up_each_by_itself(one: Totals, other: Totals) -> None:
    both = one + other
    for name in ("planned", "unproven", "proven", "rejected", "reported", "accepted"):
        assert getattr(both, name) == getattr(one, name) + getattr(other, name)
    assert both.realised == one.realised + other.realised
    assert one + NO_TOTALS == one


@pytest.mark.parametrize(
    ("totals", "open_amount", "short"),
    [
        (done(0), 73_000, 73_000),
        (done(20_000, 3_000, 10_000), 40_000, 50_000),
        (done(73_000), 0, 0),
        (done(80_000), 0, 0),  # more than enough leaves nothing open, never less than nothing
        (done(70_000, planned=10_000), 0, 3_000),
    ],
)
def test_that_plans_fill_what_is_open_but_not_what_falls_short(
    totals: Totals, open_amount: int, short: int
) -> None:
    assert still_open(OWED, totals) == eur(open_amount)
    assert short_by(OWED, totals) == eur(short)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-12-31", 0),
        ("2026-01-01", 100),  # the first day counts
        ("2026-01-31", 3_100),
        ("2026-12-31", 36_500),
        ("2027-12-31", 73_000),
        ("2028-06-30", 73_000),
    ],
)
def test_that_an_even_pace_gives_every_day_its_part(on: str, expected: int) -> None:
    assert expected_on(OWED, PERIOD, day(on)) == eur(expected)


def test_that_without_dates_nothing_is_expected() -> None:
    assert expected_on(OWED, None, day("2026-06-01")) == ZERO


@pytest.mark.parametrize(
    ("totals", "on", "how"),
    [
        (done(0), "2025-12-31", Course.NOT_STARTED),
        # by 31 January 3,100 are expected; a lag up to a twentieth, 3,650, is no lag
        (done(0), "2026-01-31", Course.ON_COURSE),
        # by 31 December 36,500; 32,850 lags by just a twentieth
        (done(32_850), "2026-12-31", Course.ON_COURSE),
        (done(32_849), "2026-12-31", Course.BEHIND),
        (done(20_000, unproven=12_850), "2026-12-31", Course.ON_COURSE),
        # plans do not put a contract on course
        (done(0, planned=73_000), "2026-12-31", Course.BEHIND),
        (done(65_700), "2026-12-31", Course.NEARLY_DONE),  # nine tenths
        (done(65_699), "2026-12-31", Course.ON_COURSE),
        (done(73_000), "2026-12-31", Course.DONE),
        (done(65_700), "2027-12-31", Course.NEARLY_DONE),  # the last day is still in time
        (done(65_700), "2028-01-01", Course.SHORT),
        (done(0), "2028-01-01", Course.SHORT),
        (done(73_000), "2028-01-01", Course.DONE),
    ],
)
def test_that_a_course_follows_from_pace_and_amount(totals: Totals, on: str, how: Course) -> None:
    assert course(OWED, PERIOD, totals, day(on)) is how


def test_that_without_an_amount_or_dates_a_course_is_not_known() -> None:
    today = day("2026-06-01")
    assert course(None, PERIOD, done(100), today) is Course.UNKNOWN
    assert course(OWED, None, done(100), today) is Course.UNKNOWN
    assert course(OWED, None, done(70_000), today) is Course.NEARLY_DONE
    assert course(OWED, None, done(73_000), today) is Course.DONE


def test_that_nothing_owed_is_done() -> None:
    assert course(ZERO, PERIOD, NO_TOTALS, day("2026-06-01")) is Course.DONE


@pytest.mark.parametrize(
    ("realised", "counts", "beyond"),
    [
        ((), 0, 0),
        ((4_000, 5_000), 9_000, 0),
        ((10_000,), 10_000, 0),
        ((8_000, 5_000), 10_000, 3_000),
    ],
)
def test_that_a_share_cap_lets_a_part_of_the_obligation_count(
    realised: tuple[int, ...], counts: int, beyond: int
) -> None:
    """A quarter of 40,000 is 10,000."""
    result = capped([eur(amount) for amount in realised], eur(40_000), Fraction(1, 4))
    assert result == (eur(counts), eur(beyond))


@given(st.lists(money, max_size=6), money, st.integers(0, 997).map(lambda n: Fraction(n, 997)))
def test_that_a_share_cap_loses_no_cent(amounts: list[Money], owed: Money, share: Fraction) -> None:
    counts, beyond = capped(amounts, owed, share)
    assert counts.cents + beyond.cents == sum(amount.cents for amount in amounts)
    assert counts >= ZERO
    assert beyond >= ZERO


def test_that_in_proportion_is_once_what_is_missing() -> None:
    """Harlingen withholds in proportion to the part not realised."""
    assert penalty(eur(10_000), PenaltyTerms(pro_rata=True)) == eur(10_000)
    both = PenaltyTerms(pro_rata=True, factor=Fraction(3, 2))
    assert penalty(eur(10_000), both) == eur(15_000)


NORTH = PenaltyTerms(factor=Fraction(1), recovery_period=True, no_fault_exempt=True)
BRABANT = PenaltyTerms(factor=Fraction(3, 2))
IN_THREE_MONTHS = PenaltyTerms(factor=Fraction(1), recovery_months=3)
BLAMELESS = PenaltyTerms(factor=Fraction(1), no_fault_exempt=True)


@pytest.mark.parametrize(
    ("terms", "at_fault", "recovered", "least", "most"),
    [
        (BRABANT, None, None, 15_000, 15_000),  # nothing spares the company
        (BRABANT, False, True, 15_000, 15_000),
        (NORTH, None, None, 0, 10_000),
        (NORTH, True, None, 0, 10_000),  # it may still be made up for
        (NORTH, None, False, 0, 10_000),  # it may still be nobody's fault
        (NORTH, True, False, 10_000, 10_000),
        (NORTH, False, False, 0, 0),
        (NORTH, True, True, 0, 0),
        (IN_THREE_MONTHS, True, None, 0, 10_000),
        (IN_THREE_MONTHS, None, False, 10_000, 10_000),
        (IN_THREE_MONTHS, None, True, 0, 0),
        (BLAMELESS, None, True, 0, 10_000),
        (BLAMELESS, True, True, 10_000, 10_000),
        (BLAMELESS, False, None, 0, 0),
    ],
)
def test_that_a_penalty_lies_between_what_may_be_spared_and_all_of_it(
    terms: PenaltyTerms, at_fault: bool | None, recovered: bool | None, least: int, most: int
) -> None:
    found = penalty_forecast(eur(10_000), terms, at_fault=at_fault, recovered=recovered)
    assert found == Forecast(eur(least), eur(most), terms.recovery_months)


def test_that_without_an_amount_in_the_rules_no_penalty_is_forecast() -> None:
    assert penalty_forecast(eur(10_000), None) is None
    assert penalty_forecast(eur(10_000), PenaltyTerms(text="Een boete is mogelijk.")) is None


def test_that_a_penalty_needs_a_factor() -> None:
    assert penalty(eur(10_000), PenaltyTerms(factor=Fraction(3, 2))) == eur(15_000)
    assert penalty(eur(10_000), PenaltyTerms(text="naar rato ingehouden")) is None
    assert penalty(eur(10_000), None) is None


def test_that_totals_are_added_up_part_by_part() -> None:
    assert together(PLANNED_AND_DONE) == PLANNED_AND_DONE[0] + PLANNED_AND_DONE[1]
    assert together(()) == NO_TOTALS
