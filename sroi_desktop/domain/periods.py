"""Calendar dates and the periods between them; both the first and the last day count."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sroi_desktop.domain.errors import EndBeforeStartError

MONTHS_PER_YEAR = 12
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of days, from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise EndBeforeStartError(self.start, self.end)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        """The number of days, at least 1."""
        return (self.end - self.start).days + 1

    @property
    def calendar_months(self) -> Fraction:
        """The length in months: each calendar month gives its days in the period / its days.

        16 March to 15 May is 16/31 + 1 + 15/31 = 2. Source: DOMAIN.md section 3.
        """
        months = Fraction(0)
        first = self.start.replace(day=1)
        while first <= self.end:
            length = calendar.monthrange(first.year, first.month)[1]
            last = first.replace(day=length)
            covered = (min(last, self.end) - max(first, self.start)).days + 1
            months += Fraction(covered, length)
            first = last + ONE_DAY
        return months

    def common(self, other: Period) -> Period | None:
        """Return the days both have, or None where they have none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def until(self, last: date) -> Period | None:
        """Return the part up to and including `last`, or None where nothing is left."""
        return Period(self.start, min(self.end, last)) if last >= self.start else None

    def since(self, first: date) -> Period | None:
        """Return the part from `first` on, or None where nothing is left."""
        return Period(max(self.start, first), self.end) if first <= self.end else None

    def covers(self, other: Period) -> bool:
        """Tell whether every day of the other is also a day of this one."""
        return self.start <= other.start and other.end <= self.end


def add_months(day: date, months: int) -> date:
    """Return the same day a number of months later, the last day where that month is shorter."""
    index = day.year * MONTHS_PER_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_PER_YEAR)
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))


def months_from(start: date, months: int) -> Period:
    """Return the period of so many whole months that begins on `start`."""
    return Period(start, add_months(start, months) - ONE_DAY)


def age_on(born: date, day: date) -> int:
    """Return someone's age in whole years; who was born on 29 February turns a year on 1 March."""
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def add_days(day: date, days: int, *, working: bool = False) -> date:
    """Return the day so many calendar or working days later.

    Working days leave out Saturday and Sunday; public holidays are not known here.
    """
    if not working:
        return day + timedelta(days=days)
    left = days
    while left > 0:
        day += ONE_DAY
        left -= 1 if day.weekday() < calendar.SATURDAY else 0
    return day
