"""What an owner types is read strictly: a doubtful amount is asked about, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import Money
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import (
    date_text,
    exact_text,
    long_date_text,
    money_text,
    number_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.language.parsing import (
    MOST_EUROS,
    MOST_NUMBER,
    Fault,
    UnreadableError,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
    parse_whole,
)

SPACE = "\xa0"
Parser = Callable[[str], object]


def fault(parse: Parser, text: str) -> Fault:
    with pytest.raises(UnreadableError) as caught:
        parse(text)
    assert error_text(caught.value).endswith((".", "?"))
    assert caught.value.text == text
    return caught.value.fault


def readings(parse: Parser, text: str, why: Fault = Fault.DOUBTFUL) -> list[str]:
    with pytest.raises(UnreadableError) as caught:
        parse(text)
    assert caught.value.fault is why
    sentence = error_text(caught.value)
    assert all(reading in sentence for reading in caught.value.readings)
    return [reading.replace(SPACE, " ") for reading in caught.value.readings]


# -- money


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("4250", 425_000),
        ("4.250", 425_000),
        ("4250,5", 425_050),
        ("4.250,50", 425_050),
        ("€ 4.250,50", 425_050),
        ("€4250,-", 425_000),
        ("4250,--", 425_000),
        ("4.250,–", 425_000),
        ("4250 euro", 425_000),
        ("EUR 4250", 425_000),
        (" 2 400 000 ", 240_000_000),
        ("2.400.000", 240_000_000),
        ("\u202f4\xa0250,00", 425_000),
        ("0,01", 1),
        ("007", 700),
    ],
)
def test_that_an_amount_is_read_as_dutch_people_write_it(text: str, cents: int) -> None:
    assert parse_money(text) == Money(cents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.50", ["€ 12,50", "€ 1.250,00"]),
        ("1.5", ["€ 1,50", "€ 15,00"]),
        ("1234.56", ["€ 1.234,56", "€ 123.456,00"]),
        ("1,234.56", ["€ 1.234,56"]),
        ("1,234,567.8", ["€ 1.234.567,80"]),
        ("1,234", ["€ 1.234,00"]),
        ("1,234,567", ["€ 1.234.567,00"]),
    ],
)
def test_that_what_reads_otherwise_in_english_is_asked_about(
    text: str, expected: list[str]
) -> None:
    assert readings(parse_money, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Fault.EMPTY),
        ("   ", Fault.EMPTY),
        ("€", Fault.EMPTY),
        ("-5", Fault.NEGATIVE),
        ("−5,00", Fault.NEGATIVE),
        ("€ -5", Fault.NEGATIVE),
        ("1e9", Fault.NOT_A_NUMBER),
        ("veel", Fault.NOT_A_NUMBER),
        ("12,3,4", Fault.NOT_A_NUMBER),
        ("1.23.4", Fault.NOT_A_NUMBER),
        ("1.2345", Fault.DOUBTFUL),
        (",50", Fault.NOT_A_NUMBER),
        ("5,", Fault.NOT_A_NUMBER),
        ("NaN", Fault.NOT_A_NUMBER),
        ("inf", Fault.NOT_A_NUMBER),
        ("٤٢", Fault.NOT_A_NUMBER),
        ("½", Fault.NOT_A_NUMBER),
        ("0x10", Fault.NOT_A_NUMBER),
        ("1_000", Fault.NOT_A_NUMBER),
        ("<b>5</b>", Fault.NOT_A_NUMBER),
        ("12,505", Fault.DOUBTFUL),
        ("0,125", Fault.TOO_MANY_DECIMALS),
        ("1234,567", Fault.TOO_MANY_DECIMALS),
        ("100000000000,01", Fault.TOO_LARGE),
        ("9" * 39, Fault.TOO_LARGE),
        ("9" * 10_000, Fault.TOO_LARGE),
        ("1." + "0" * 10_000, Fault.TOO_LARGE),
        ("x" * 10_000, Fault.NOT_A_NUMBER),
    ],
)
def test_that_what_is_no_amount_is_refused_with_its_fault(text: str, expected: Fault) -> None:
    assert fault(parse_money, text) is expected


def test_that_a_third_decimal_is_rounded_only_in_the_question() -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_money("1234,567")
    assert caught.value.readings == (f"€{SPACE}1.234,57",)


@given(st.integers(0, MOST_EUROS * 100).map(Money))
def test_that_every_amount_we_print_is_read_back(amount: Money) -> None:
    assert parse_money(money_text(amount)) == amount
    assert parse_money(short_money_text(amount)) == amount


@given(st.text(alphabet="0123456789.,-€ eEuro", max_size=14))
def test_that_an_amount_is_read_exactly_or_refused(text: str) -> None:
    try:
        amount = parse_money(text)
    except UnreadableError:
        return
    figures = "".join(letter for letter in text if letter.isdigit())
    shown = "".join(letter for letter in money_text(amount) if letter.isdigit())
    assert shown.lstrip("0").startswith(figures.lstrip("0")) or amount == Money(0)


# -- numbers, percentages


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24", Fraction(24)),
        ("25,2", Fraction(252, 10)),
        ("0,125", Fraction(1, 8)),
        ("1.500", Fraction(1500)),
        ("36,00", Fraction(36)),
        (" 8 ", Fraction(8)),
    ],
)
def test_that_a_number_is_read_exactly(text: str, number: Fraction) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [("25.2", ["25,2", "252"]), ("1,234", ["1,234", "1.234"]), ("1,234,567", ["1.234.567"])],
)
def test_that_a_doubtful_number_is_asked_about(text: str, expected: list[str]) -> None:
    assert readings(parse_number, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,4 miljoen", ["€ 2.400.000,00"]),
        ("€ 2,4 mln.", ["€ 2.400.000,00"]),
        ("120k", ["€ 120.000,00"]),
        ("1.250 duizend euro's", ["€ 1.250.000,00"]),
        ("900.000 miljoen", []),
    ],
)
def test_that_an_amount_in_words_is_asked_about_in_figures(text: str, expected: list[str]) -> None:
    assert readings(parse_money, text, Fault.IN_WORDS) == expected


@pytest.mark.parametrize("text", ["1250 euro's", "1.250 euro’s", "1250 euros", "EUR 1.250,--"])
def test_that_euros_may_be_called_so(text: str) -> None:
    assert parse_money(text) == Money.from_euros(1250)


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_number, "-1", Fault.NEGATIVE),
        (parse_number, "10000001", Fault.TOO_LARGE),
        (parse_number, "acht", Fault.NOT_A_NUMBER),
        (parse_number, "8 uur", Fault.NOT_A_NUMBER),
        (parse_whole, "2,5", Fault.NOT_WHOLE),
        (parse_whole, "", Fault.EMPTY),
        (parse_whole, "1" * 30, Fault.TOO_LARGE),
        (parse_percent, "101", Fault.ABOVE_HUNDRED),
        (parse_percent, "100,01%", Fault.ABOVE_HUNDRED),
        (parse_percent, "-5%", Fault.NEGATIVE),
        (parse_percent, "%", Fault.EMPTY),
        (parse_percent, "2.5", Fault.DOUBTFUL),
    ],
)
def test_that_a_number_out_of_bounds_is_refused_with_its_fault(
    parse: Parser, text: str, expected: Fault
) -> None:
    assert fault(parse, text) is expected


def test_that_a_whole_number_and_a_percentage_are_read() -> None:
    assert parse_whole("1.200") == 1200
    assert parse_percent("5") == 5
    assert parse_percent("2,5 %") == Fraction(5, 2)
    assert parse_percent("100%") == 100


@given(st.integers(0, MOST_NUMBER * 100))
def test_that_every_number_we_print_is_read_back(hundredths: int) -> None:
    number = Fraction(hundredths, 100)
    assert parse_number(number_text(number)) == number
    if number <= 100:
        assert parse_percent(percent_text(number)) == number


@given(st.fractions(0, 10_000, max_denominator=1000))
def test_that_an_exact_number_is_never_rounded(number: Fraction) -> None:
    shown = exact_text(number)
    if "/" not in shown and "," not in shown.removesuffix(",000"):
        assert parse_number(shown) == number
    elif "/" in shown:
        whole, _, part = shown.rpartition(" ")
        assert (parse_number(whole) if whole else 0) + Fraction(part) == number


@given(st.one_of(st.text(), st.from_regex(r"[0-9.,]{1,30}", fullmatch=True)))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_money, parse_number, parse_whole, parse_percent, parse_date):
        told = ""
        try:
            parse(text)
        except UnreadableError as error:
            told = error_text(error)
        assert told == told.strip()


# -- dates


@pytest.mark.parametrize(
    "text",
    [
        "31-08-2026",
        "31/8/2026",
        "31.8.26",
        "31 8 2026",
        "31082026",
        "2026-08-31",
        "31 augustus 2026",
        "31 AUG 2026",
        "31aug26",
        "31 augustus 26",
        "2026-8-31",
        "31 aug. 2026",
        "31 August 2026",
        "  31-08-2026 ",
    ],
)
def test_that_a_date_is_read_in_every_usual_form(text: str) -> None:
    assert parse_date(text) == date(2026, 8, 31)


@pytest.mark.parametrize(("text", "year"), [("1-1-49", 2049), ("1-1-50", 1950), ("1-1-00", 2000)])
def test_that_two_figures_are_a_year_near_now(text: str, year: int) -> None:
    assert parse_date(text).year == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Fault.EMPTY),
        (" ", Fault.EMPTY),
        ("gisteren", Fault.NOT_A_DATE),
        ("31-08", Fault.NO_YEAR),
        ("31 augustus", Fault.NO_YEAR),
        ("1mrt.", Fault.NO_YEAR),
        ("31-13", Fault.NOT_A_DATE),
        ("32 maart", Fault.NOT_A_DATE),
        ("31 smarch", Fault.NOT_A_DATE),
        ("31-08-206", Fault.NOT_A_DATE),
        ("3108206", Fault.NOT_A_DATE),
        ("31 okt.. 2026", Fault.NOT_A_DATE),
        ("31 smarch 2026", Fault.NOT_A_DATE),
        ("30-02-2026", Fault.NO_SUCH_DAY),
        ("29-02-2026", Fault.NO_SUCH_DAY),
        ("31-11-2026", Fault.NO_SUCH_DAY),
        ("0-1-2026", Fault.NO_SUCH_DAY),
        ("13/13/2026", Fault.NO_SUCH_DAY),
        ("01-01-0206", Fault.YEAR),
        ("0026-01-01", Fault.YEAR),
        ("01-01-0000", Fault.YEAR),
        ("31-12-1899", Fault.YEAR),
    ],
)
def test_that_what_is_no_date_is_refused_with_its_fault(text: str, expected: Fault) -> None:
    if text == "0-1-2026":
        assert fault(parse_date, text) in {Fault.NO_SUCH_DAY, Fault.NOT_A_DATE}
    else:
        assert fault(parse_date, text) is expected


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_that_every_date_we_print_is_read_back(day: date) -> None:
    assert parse_date(date_text(day)) == day
    assert parse_date(long_date_text(day)) == day


@given(st.dates(date(1950, 1, 1), date(2049, 12, 30)))
def test_that_a_short_year_means_the_nearest(day: date) -> None:
    later = day + timedelta(days=1)
    assert parse_date(f"{later:%d-%m-%y}") == later
