"""Money: whole cents, one way of rounding, and division that loses nothing."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import ZERO, Money, divide, total

amounts = st.integers(-(10**12), 10**12).map(Money)
weights = st.lists(
    st.integers(0, 10**6).map(lambda number: Fraction(number, 997)), min_size=1, max_size=8
)


@pytest.mark.parametrize(
    ("euros", "cents"),
    [
        (Fraction(0), 0),
        (Fraction(5, 1000), 1),  # half a cent goes up
        (Fraction(4999, 1_000_000), 0),  # just below half a cent does not
        (Fraction(-5, 1000), -1),  # and mirrors below zero
        (Fraction(-4999, 1_000_000), 0),
        (Fraction(40_000) * Fraction(24, 36) * Fraction(6, 12), 1_333_333),  # 13,333.333...
        (Fraction(35_000) * Fraction(7, 10) * Fraction(1, 3), 816_667),  # 8,166.666...
        (12, 1200),
    ],
)
def test_that_exact_euros_are_rounded_half_up_to_the_cent(
    euros: Fraction | int, cents: int
) -> None:
    assert Money.from_euros(euros) == Money(cents)


@given(st.decimals(-(10**9), 10**9, places=5, allow_nan=False, allow_infinity=False))
def test_that_rounding_is_decimals_round_half_up(euros: Decimal) -> None:
    cents = (euros * 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert Money.from_euros(Fraction(euros)).cents == int(cents)


@given(amounts)
def test_that_cents_survive_the_way_to_euros_and_back(amount: Money) -> None:
    assert Money.from_euros(amount.euros) == amount


@pytest.mark.parametrize(
    ("cents", "plain"),
    [(0, "0.00"), (5, "0.05"), (1_333_333, "13333.33"), (-5, "-0.05"), (-12_345, "-123.45")],
)
def test_that_machines_read_a_point_and_two_decimals(cents: int, plain: str) -> None:
    assert Money(cents).plain == plain


def test_that_money_adds_subtracts_negates_and_compares_in_cents() -> None:
    assert Money(150) + Money(50) == Money(200)
    assert Money(150) - Money(200) == Money(-50)
    assert -Money(150) == Money(-150)
    assert Money(1) > ZERO
    assert not ZERO
    assert Money(-1)


def test_that_a_total_of_nothing_is_zero() -> None:
    assert total([]) == ZERO
    assert total([Money(1), Money(2), Money(-5)]) == Money(-2)


@pytest.mark.parametrize(
    ("cents", "shares", "parts"),
    [
        # 100.00 in three: 33.33 each leaves one cent, which the first gets.
        (10_000, (1, 1, 1), (3334, 3333, 3333)),
        # 0.05 by 1:2: 1.67 and 3.33 cents; the larger rest (.67) gets the cent.
        (5, (1, 2), (2, 3)),
        # weights that are all zero give equal parts
        (10, (0, 0), (5, 5)),
        (10, (1, 0), (10, 0)),
        # a counter-entry mirrors the entry
        (-10_000, (1, 1, 1), (-3334, -3333, -3333)),
        (1, (1, 1, 1), (1, 0, 0)),
    ],
)
def test_that_cents_that_do_not_divide_go_to_the_largest_rests(
    cents: int, shares: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    divided = divide(Money(cents), [Fraction(share) for share in shares])
    assert tuple(part.cents for part in divided) == parts


def test_that_nothing_is_divided_among_nobody() -> None:
    assert divide(Money(100), []) == ()


@given(amounts, weights)
def test_that_a_division_conserves_every_cent(amount: Money, shares: list[Fraction]) -> None:
    assert total(divide(amount, shares)) == amount


@given(amounts, weights)
def test_that_a_part_lies_within_a_cent_of_its_exact_share(
    amount: Money, shares: list[Fraction]
) -> None:
    whole = sum(shares, Fraction(0))
    for part, share in zip(divide(amount, shares), shares, strict=True):
        exact = amount.cents * (share / whole if whole else Fraction(1, len(shares)))
        assert abs(part.cents - exact) < 1
