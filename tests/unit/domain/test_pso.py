"""What the company's own PSO certificates take off, at the bid and throughout."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import NO_EFFECT, Certificate, PsoEffect, discount_on, effect
from sroi_desktop.domain.rules import PsoDiscount, PsoLevel
from tests.unit.domain.build import day, span
from tests.unit.domain.strategies import dates, periods

# Tilburg 2017 exempts from step 2 on; the discount for step 1 is an own example.
DISCOUNTS = (
    PsoDiscount(PsoLevel.STEP_1, Fraction(25)),
    PsoDiscount(PsoLevel.STEP_2, Fraction(100)),
)
BID = day("2025-11-01")
CONTRACT = span("2026-01-01", "2027-12-31")
TODAY = day("2026-06-01")


def held(level: PsoLevel, first: str = "2025-01-01", last: str = "2028-12-31") -> Certificate:
    return Certificate(level, span(first, last))


def found(*certificates: Certificate, today: str | None = "2026-06-01") -> PsoEffect:
    return effect(DISCOUNTS, certificates, BID, CONTRACT, day(today) if today else None)


@pytest.mark.parametrize(
    ("level", "percentage"),
    [
        (PsoLevel.ASPIRANT, 0),
        (PsoLevel.STEP_1, 25),
        (PsoLevel.STEP_2, 100),
        (PsoLevel.STEP_3, 100),
        (PsoLevel.STEP_30_PLUS, 100),
    ],
)
def test_that_a_step_gives_what_the_highest_row_that_it_reaches_gives(
    level: PsoLevel, percentage: int
) -> None:
    assert found(held(level)) == PsoEffect(Fraction(percentage))


def test_that_the_steps_stand_in_order() -> None:
    levels = list(PsoLevel)
    for lower, level in enumerate(levels):
        assert [level.reaches(one) for one in levels] == [at <= lower for at in range(len(levels))]


def test_that_the_best_of_two_certificates_counts() -> None:
    assert found(held(PsoLevel.STEP_1), held(PsoLevel.STEP_2)).percentage == 100


def test_that_without_rules_or_certificates_nothing_is_taken_off() -> None:
    assert effect((), (held(PsoLevel.STEP_3),), BID, CONTRACT, TODAY) == NO_EFFECT
    assert found() == PsoEffect()
    assert effect(DISCOUNTS, (held(PsoLevel.STEP_3),), None, None) == PsoEffect(bid_known=False)


@pytest.mark.parametrize(
    ("first", "percentage"), [("2025-11-01", 25), ("2025-11-02", 0), ("2026-01-01", 0)]
)
def test_that_a_certificate_has_to_be_valid_on_the_day_of_the_bid(
    first: str, percentage: int
) -> None:
    assert found(held(PsoLevel.STEP_1, first)) == PsoEffect(Fraction(percentage))


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2027-12-31", PsoEffect(Fraction(25))),
        ("2027-12-30", PsoEffect(Fraction(25), ends_on=day("2027-12-31"))),
        ("2026-06-01", PsoEffect(Fraction(25), ends_on=day("2026-06-02"))),
        ("2026-05-31", PsoEffect(lapsed_on=day("2026-06-01"))),
        ("2025-11-01", PsoEffect(lapsed_on=day("2025-11-02"))),
    ],
)
def test_that_a_certificate_has_to_be_valid_throughout(last: str, expected: PsoEffect) -> None:
    assert found(held(PsoLevel.STEP_1, last=last)) == expected


def test_that_a_certificate_that_follows_at_once_leaves_no_gap() -> None:
    first = held(PsoLevel.STEP_1, last="2026-04-30")
    assert found(first, held(PsoLevel.STEP_1, "2026-05-01")) == PsoEffect(Fraction(25))


def test_that_a_discount_lost_in_a_gap_does_not_come_back() -> None:
    first = held(PsoLevel.STEP_1, last="2026-04-30")
    again = held(PsoLevel.STEP_2, "2026-05-02")
    assert found(first, again) == PsoEffect(lapsed_on=day("2026-05-01"))


def test_that_a_lower_step_leaves_the_lower_discount() -> None:
    first = held(PsoLevel.STEP_2, last="2026-04-30")
    lower = held(PsoLevel.STEP_1, "2026-05-01")
    assert found(first, lower) == PsoEffect(Fraction(25), lapsed_on=day("2026-05-01"))
    still_to_come = found(first, lower, today="2026-04-30")
    assert still_to_come == PsoEffect(Fraction(100), ends_on=day("2026-05-01"))


def test_that_a_second_loss_is_told_by_its_first_day() -> None:
    first = held(PsoLevel.STEP_2, last="2026-03-31")
    lower = held(PsoLevel.STEP_1, "2026-04-01", "2026-04-30")
    assert found(first, lower) == PsoEffect(lapsed_on=day("2026-04-01"))


def test_that_before_the_contract_only_the_first_day_is_judged() -> None:
    ends = held(PsoLevel.STEP_1, last="2026-01-31")
    assert found(ends, today=None) == PsoEffect(Fraction(25), ends_on=day("2026-02-01"))


def test_that_without_the_day_of_the_bid_the_first_day_of_the_contract_stands_in() -> None:
    late = held(PsoLevel.STEP_1, "2026-01-01")
    assert effect(DISCOUNTS, (late,), None, CONTRACT, TODAY) == PsoEffect(
        Fraction(25), bid_known=False
    )


def test_that_without_dates_of_the_contract_the_day_of_the_bid_decides() -> None:
    ends = held(PsoLevel.STEP_1, last="2025-12-31")
    assert effect(DISCOUNTS, (ends,), BID, None, TODAY) == PsoEffect(Fraction(25))
    assert effect(DISCOUNTS, (ends,), None, None, day("2025-12-31")).percentage == 25


def test_that_a_certificate_without_an_end_is_no_trouble() -> None:
    forever = held(PsoLevel.STEP_1, last="9999-12-31")
    assert found(forever) == PsoEffect(Fraction(25))
    endless = replace(CONTRACT, end=day("9999-12-31"))
    assert effect(DISCOUNTS, (forever,), BID, endless, TODAY) == PsoEffect(Fraction(25))


certificates = st.lists(st.builds(Certificate, st.sampled_from(PsoLevel), periods()), max_size=4)


@given(certificates, dates, periods(), dates)
def test_that_never_more_is_taken_off_than_on_any_day_so_far(
    held_ones: list[Certificate], bid: date, period: Period, today: date
) -> None:
    """Whatever the dates: day by day gives the same as looking at the changes alone."""
    result = effect(DISCOUNTS, held_ones, bid, period, today)
    last = min(today, max(bid, period.end))
    days = [bid + timedelta(days=count) for count in range(max(0, (last - bid).days) + 1)]
    assert result.percentage == min(discount_on(one, DISCOUNTS, held_ones) for one in days)
