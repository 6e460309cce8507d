"""Numbers, money and dates as Dutch people write them. Reading them is in `parsing`.

What is in figures is written here, and a test holds it against Babel, which takes 15 ms to load
and ten times as long to write an amount: a screen writes hundreds. Months come from Babel.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.catalogue import active

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.periods import Period

# Amounts and dates are written the Dutch way in every language: they are typed over from
# Dutch letters, and a document must not change its meaning with a setting.
LOCALE = "nl_NL"
_EXACT_DECIMALS = 3
_LANGUAGE_LOCALE = {"nl": "nl_NL", "en": "en_GB"}
_EURO = "€\xa0"


def money_text(amount: Money) -> str:
    """Return an amount with cents, "€ 13.333,33"; a no-break space keeps it together."""
    whole, cents = divmod(abs(amount.cents), 100)
    sign = "-" if amount.cents < 0 else ""
    return f"{_EURO}{sign}{_grouped(whole)},{cents:02d}"


def short_money_text(amount: Money) -> str:
    """Return an amount in whole euros where it has no cents, "€ 120.000"."""
    if amount.cents % 100:
        return money_text(amount)
    return whole_money_text(amount)


def whole_money_text(amount: Money) -> str:
    """Return an amount rounded half up to whole euros, for figures and charts."""
    whole = (abs(amount.cents) + 50) // 100
    sign = "-" if amount.cents < 0 and whole else ""
    return f"{_EURO}{sign}{_grouped(whole)}"


def number_text(number: Fraction | int, decimals: int = 2) -> str:
    """Return a number with at most so many decimals, rounded half up as money is: "25,2"."""
    shown = floor(abs(Fraction(number)) * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(shown, 10**decimals)
    sign = "-" if number < 0 and shown else ""
    behind = f",{rest:0{decimals}d}".rstrip("0") if rest else ""
    return f"{sign}{_grouped(whole)}{behind}"


def _grouped(whole: int) -> str:
    """Return a whole number with a point between the thousands."""
    return f"{whole:,}".replace(",", ".")


def exact_text(number: Fraction) -> str:
    """Return a number without rounding it: "6", "25,2" or "1 16/31"."""
    if (number * 10**_EXACT_DECIMALS).denominator == 1:
        return number_text(number, _EXACT_DECIMALS)
    whole, rest = divmod(number, 1)
    part = f"{rest.numerator}/{rest.denominator}"
    return f"{number_text(whole, 0)} {part}" if whole else part


def exact_money_text(euros: Fraction) -> str:
    """Return an amount in euros without rounding it: "€ 120.000", "€ 12,50" or "€ 833 1/3"."""
    cents = euros * 100
    if cents.denominator > 1:
        whole, rest = divmod(euros, 1)
        part = f"{rest.numerator}/{rest.denominator}"
        return f"{_EURO}{_grouped(whole)} {part}" if whole else f"{_EURO}{part}"
    in_euros, in_cents = divmod(cents.numerator, 100)
    behind = f",{in_cents:02d}" if in_cents else ""
    return f"{_EURO}{_grouped(in_euros)}{behind}"


def percent_text(percent: Fraction) -> str:
    """Return a percentage that runs from 0 to 100, "5%" or "2,5%"."""
    return f"{number_text(percent)}%"


def date_text(day: date) -> str:
    """Return a date in figures, "31-08-2026"."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def long_date_text(day: date) -> str:
    """Return a date with the month in words, "31 augustus 2026"."""
    return _in_words(day, "d MMMM yyyy")


def month_text(day: date) -> str:
    """Return a month in short, "aug 2026"."""
    return _in_words(day, "MMM yyyy").replace(".", "")


def _in_words(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - see above

    return format_date(day, pattern, locale=_LANGUAGE_LOCALE[active()])


def period_text(period: Period) -> str:
    """Return a period in figures, "01-03-2026 t/m 31-08-2026"; one day is just that day."""
    if period.start == period.end:
        return date_text(period.start)
    return _("{start} to {end}").format(start=date_text(period.start), end=date_text(period.end))


def long_period_text(period: Period) -> str:
    """Return a period in words, "1 januari t/m 30 september 2026"."""
    start = long_date_text(period.start)
    if period.start.year == period.end.year:
        start = _in_words(period.start, "d MMMM")
    return _("{start} to {end}").format(start=start, end=long_date_text(period.end))


def days_text(days: int) -> str:
    """Return a number of days in words."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def size_text(size: int) -> str:
    """Return a file size, "3,4 MB"."""
    kilobyte, megabyte = 1000, 1_000_000
    if size < megabyte:
        return f"{number_text(Fraction(size, kilobyte), 0)} kB"
    return f"{number_text(Fraction(size, megabyte), 1)} MB"
