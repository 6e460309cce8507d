"""Numbers, money and dates as Dutch people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import numbers
from tests.unit.services.books import speaking

SPACE = "\xa0"
DAY = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("cents", "whole", "short", "full"),
    [
        (1_333_333, "13.333", "13.333,33", "13.333,33"),
        (12_000_000, "120.000", "120.000", "120.000,00"),
        (50, "1", "0,50", "0,50"),
        (49, "0", "0,49", "0,49"),
        (0, "0", "0", "0,00"),
        (-500, "-5", "-5", "-5,00"),
        (-550, "-6", "-5,50", "-5,50"),
        (-40, "0", "-0,40", "-0,40"),
    ],
)
def test_that_an_amount_is_written_with_cents_only_where_they_matter(
    cents: int, whole: str, short: str, full: str
) -> None:
    amount = Money(cents)
    assert numbers.whole_money_text(amount) == f"€{SPACE}{whole}"
    assert numbers.short_money_text(amount) == f"€{SPACE}{short}"
    assert numbers.money_text(amount) == f"€{SPACE}{full}"


@given(st.integers(-(10**14), 10**14).map(Money))
def test_that_an_amount_never_breaks_over_two_lines(amount: Money) -> None:
    for text in (numbers.money_text, numbers.short_money_text, numbers.whole_money_text):
        assert " " not in text(amount)


@given(st.integers(-(10**14), 10**14).map(Money))
def test_that_amounts_are_written_as_babel_writes_them(amount: Money) -> None:
    expected = format_currency(Decimal(amount.plain), "EUR", locale=numbers.LOCALE)
    assert numbers.money_text(amount) == expected


@given(st.integers(-(10**14), 10**14), st.integers(0, 6))
def test_that_numbers_are_written_as_babel_writes_them(scaled: int, decimals: int) -> None:
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    exact = Decimal(scaled).scaleb(-decimals)
    expected = format_decimal(exact, format=pattern, locale=numbers.LOCALE)
    assert numbers.number_text(Fraction(exact), decimals) == expected


@given(st.dates())
def test_that_dates_are_written_as_babel_writes_them(day: date) -> None:
    assert numbers.date_text(day) == format_date(day, "dd-MM-yyyy", locale=numbers.LOCALE)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(1, 8), "0,13"),
        (Fraction(5, 1000), "0,01"),
        (Fraction(-1, 8), "-0,13"),
        (Fraction(252, 10), "25,2"),
        (Fraction(1, 3), "0,33"),
        (1_234_567, "1.234.567"),
        (10**20, "100.000.000.000.000.000.000"),
    ],
)
def test_that_a_number_is_rounded_half_up(number: Fraction | int, shown: str) -> None:
    assert numbers.number_text(number) == shown


def test_that_a_number_can_have_no_decimals() -> None:
    assert numbers.number_text(Fraction(5, 2), 0) == "3"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(6), "6"),
        (Fraction(252, 10), "25,2"),
        (Fraction(1, 8), "0,125"),
        (Fraction(47, 31), "1 16/31"),
        (Fraction(16, 31), "16/31"),
    ],
)
def test_that_an_exact_number_keeps_its_fraction(number: Fraction, shown: str) -> None:
    assert numbers.exact_text(number) == shown


def test_that_a_percentage_carries_its_sign() -> None:
    assert numbers.percent_text(Fraction(5, 2)) == "2,5%"


def test_that_dates_are_in_figures_or_in_words() -> None:
    assert numbers.date_text(DAY) == "31-08-2026"
    assert numbers.long_date_text(DAY) == "31 augustus 2026"
    assert numbers.month_text(DAY) == "aug 2026"
    with speaking("en"):
        assert numbers.date_text(DAY) == "31-08-2026"
        assert numbers.long_date_text(DAY) == "31 August 2026"


def test_that_a_period_names_both_of_its_days() -> None:
    period = Period(date(2026, 3, 1), DAY)
    assert numbers.period_text(period) == "01-03-2026 t/m 31-08-2026"
    assert numbers.long_period_text(period) == "1 maart t/m 31 augustus 2026"
    assert numbers.period_text(Period(DAY, DAY)) == "31-08-2026"
    over = Period(date(2025, 12, 1), DAY)
    assert numbers.long_period_text(over) == "1 december 2025 t/m 31 augustus 2026"


def test_that_a_number_of_days_is_one_day_or_several() -> None:
    assert numbers.days_text(1) == "1 dag"
    assert numbers.days_text(20) == "20 dagen"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 kB"), (3400, "3 kB"), (3_400_000, "3,4 MB"), (60_000_000, "60 MB")],
)
def test_that_a_size_is_told_in_what_people_know(size: int, shown: str) -> None:
    assert numbers.size_text(size) == shown
