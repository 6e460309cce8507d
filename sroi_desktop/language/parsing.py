"""What an owner types, read strictly: a doubtful amount is asked about, never guessed.

`12.50` may mean twelve and a half or twelve hundred and fifty: it is refused with both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from babel.core import Locale
from babel.numbers import NumberFormatError as BabelNumberError
from babel.numbers import parse_decimal

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.language.numbers import LOCALE, money_text, number_text

MOST_EUROS = 100_000_000_000
# No week, workshop or delivery has more hours or pieces; a slip of the finger has.
MOST_NUMBER = 10_000_000
EARLIEST_YEAR = 1900
_LONGEST = 24  # signs, well above the longest amount: "€ 100.000.000.000,00"
_READ_DECIMALS = 4
_CENTURY = 2000
_SHORT_YEAR = 100
_HALF = 50
_MONTHS, _LONGEST_MONTH = 12, 31


class Fault(Enum):
    """What is wrong with a text."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    DOUBTFUL = "doubtful"
    NEGATIVE = "negative"
    TOO_LARGE = "too_large"
    TOO_MANY_DECIMALS = "too_many_decimals"
    NOT_WHOLE = "not_whole"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    YEAR = "year"
    NO_YEAR = "no_year"
    IN_WORDS = "in_words"
    ABOVE_HUNDRED = "above_hundred"


@dataclass(eq=False)
class UnreadableError(DomainError):
    """A text that cannot be read; `readings` are what it may have meant, ready to choose."""

    fault: Fault
    text: str
    readings: tuple[str, ...] = ()


_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?", re.ASCII)
_POINT_DECIMAL = re.compile(r"(\d{1,3}(?:,\d{3})*|\d+)\.(\d+)", re.ASCII)
_COMMA_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII)
_IN_WORDS = re.compile(r"(\d[\d.,]*)(k|duizend|thousand|mln\.?|m|miljoen|million)", re.IGNORECASE)
_DASH_CENTS = re.compile(r",[-–—]{1,2}$")


def parse_money(text: str) -> Money:
    """Read an amount of zero or more euros: "4.250", "€ 4250,00", "4250,-".

    Raises:
        UnreadableError: with what is wrong, and for "12.50" with both readings.
    """
    bare = re.sub(r"(?i)€|eur(o(['’]?s)?)?\b", "", text)
    bare = _DASH_CENTS.sub("", _without_spaces(bare))
    if match := _IN_WORDS.fullmatch(bare):
        _refuse_words(match, text)
    number = _number(bare, text, as_money=True)
    if (number * 100).denominator != 1:
        raise UnreadableError(Fault.TOO_MANY_DECIMALS, text, _rounded_reading(number))
    if number > MOST_EUROS:
        raise UnreadableError(Fault.TOO_LARGE, text)
    return Money.from_euros(number)


def _refuse_words(match: re.Match[str], text: str) -> None:
    """Refuse an amount such as "2,4 miljoen", naming what it would be in figures."""
    factor = 1_000_000 if match[2].casefold().startswith("m") else 1000
    number = _number(match[1], text, as_money=True) * factor
    readings = () if number > MOST_EUROS else _rounded_reading(number)
    raise UnreadableError(Fault.IN_WORDS, text, readings)


def parse_number(text: str) -> Fraction:
    """Read a number of zero or more, such as hours: "24", "25,2".

    Raises:
        UnreadableError: with what is wrong.
    """
    number = _number(_without_spaces(text), text)
    if number > MOST_NUMBER:
        raise UnreadableError(Fault.TOO_LARGE, text)
    return number


def parse_whole(text: str) -> int:
    """Read a whole number of zero or more.

    Raises:
        UnreadableError: with what is wrong.
    """
    number = parse_number(text)
    if number.denominator != 1:
        raise UnreadableError(Fault.NOT_WHOLE, text)
    return int(number)


def parse_percent(text: str) -> Fraction:
    """Read a percentage from 0 to 100, with or without the sign: "5", "2,5%".

    Raises:
        UnreadableError: with what is wrong.
    """
    number = _number(_without_spaces(text).removesuffix("%"), text)
    if number > 100:  # noqa: PLR2004 - a hundred per cent
        raise UnreadableError(Fault.ABOVE_HUNDRED, text)
    return number


def _without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def _number(bare: str, text: str, *, as_money: bool = False) -> Fraction:
    if not bare:
        raise UnreadableError(Fault.EMPTY, text)
    if len(bare) > _LONGEST:
        fault = Fault.TOO_LARGE if bare[0].isdecimal() else Fault.NOT_A_NUMBER
        raise UnreadableError(fault, text)
    if re.fullmatch(r"[-−–]\d[\d.,]*", bare):
        raise UnreadableError(Fault.NEGATIVE, text)
    if _COMMA_GROUPS.fullmatch(bare) or _POINT_DECIMAL.fullmatch(bare):
        _refuse_english(bare, text, as_money=as_money)
    if not _NUMBER.fullmatch(bare):
        raise UnreadableError(Fault.NOT_A_NUMBER, text)
    try:
        return Fraction(parse_decimal(bare, locale=LOCALE, strict=True))
    except BabelNumberError:
        raise UnreadableError(Fault.NOT_A_NUMBER, text) from None


def _refuse_english(bare: str, text: str, *, as_money: bool) -> None:
    """Refuse what reads one way in Dutch and another in English, naming both readings."""
    dutch_groups = re.fullmatch(r"\d{1,3}(\.\d{3})+", bare)
    if dutch_groups:
        return
    whole = Fraction(int(re.sub(r"\D", "", bare)))
    english = Fraction(Decimal(bare.replace(",", "")))
    if "." in bare:
        readings = (english,) if "," in bare else (english, whole)
    elif as_money or bare.count(",") > 1:  # 1,234: a group in English, no amount in Dutch
        readings = (whole,)
    else:  # 1,234 hours: a group in English, three decimals in Dutch
        readings = (Fraction(Decimal(bare.replace(",", "."))), whole)
    say = _money_reading if as_money else _exact_reading
    raise UnreadableError(Fault.DOUBTFUL, text, tuple(say(reading) for reading in readings))


def _money_reading(number: Fraction) -> str:
    return money_text(Money.from_euros(number))


def _exact_reading(number: Fraction) -> str:
    return number_text(number, _READ_DECIMALS)


def _rounded_reading(number: Fraction) -> tuple[str, ...]:
    return (_money_reading(number),)


_FIGURES = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s*([^\W\d_]+)\.?\s*(\d{4}|\d{2})")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})(?:[-/. ](\d{1,2})|\s*([^\W\d_]+))\.?")


def parse_date(text: str) -> date:
    """Read a date: "31-08-2026", "31/8/26", "31082026", "2026-08-31", "31 augustus 2026".

    Raises:
        UnreadableError: it is no date, or a day that does not exist.
    """
    bare = text.strip()
    if not bare:
        raise UnreadableError(Fault.EMPTY, text)
    if match := _ISO.fullmatch(bare):
        year, month, day = match[1], int(match[2]), int(match[3])
    elif match := _FIGURES.fullmatch(bare) or _RUN.fullmatch(bare):
        day, month, year = int(match[1]), int(match[2]), match[3]
    elif match := _WORDS.fullmatch(bare):
        day, month, year = int(match[1]), _month(match[2]), match[3]
    else:
        raise UnreadableError(_why_no_date(bare), text)
    return _day(text, _year(text, year), month, day)


def _why_no_date(bare: str) -> Fault:
    """Tell whether only the year is missing: "1 maart", "1-3"."""
    match = _WITHOUT_YEAR.fullmatch(bare)
    if match is None:
        return Fault.NOT_A_DATE
    month = int(match[2]) if match[2] else _month(match[3])
    is_day = 1 <= month <= _MONTHS and 1 <= int(match[1]) <= _LONGEST_MONTH
    return Fault.NO_YEAR if is_day else Fault.NOT_A_DATE


def _year(text: str, figures: str) -> int:
    """Return a year, of which only the last two figures may have been typed."""
    year = int(figures)
    if len(figures) == len("26"):
        year += _CENTURY if year < _HALF else _CENTURY - _SHORT_YEAR
    if year < EARLIEST_YEAR:
        raise UnreadableError(Fault.YEAR, text)
    return year


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        fault = Fault.NO_SUCH_DAY if month else Fault.NOT_A_DATE
        raise UnreadableError(fault, text) from None


def _month(name: str) -> int:
    """Return the number of a Dutch or English month name, in full or in short; 0 for none."""
    wanted = name.casefold()
    for locale in (LOCALE, "en_GB"):
        months = Locale.parse(locale).months["format"]
        for width in ("wide", "abbreviated"):
            for number, month in months[width].items():
                if month.rstrip(".").casefold() == wanted:
                    return int(number)
    return 0
