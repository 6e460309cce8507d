"""The public holidays of the Netherlands, for deadlines in working days.

The `holidays` package is loaded when it is first asked for something: few rules count in
working days, and loading it takes a fifth of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache


def public_holidays(years: Iterable[int]) -> frozenset[date]:
    """Return the public holidays of some years.

    Liberation Day counts in the years in which it is a day off for all, once in five: a day
    that is not counted off makes a deadline early rather than late.

    Source: the category "public" of the `holidays` package (Algemene termijnenwet, art. 3).
    """
    return frozenset(day for year in years for day in _of_year(year))


@cache
def _of_year(year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415 - rarely needed, slow to load

    return frozenset(country_holidays("NL", years=year))
