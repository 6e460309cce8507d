"""Calendar dates and the periods between them; both the first and the last day count."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from fractions import Fraction
from functools import cache

from sroi_desktop.domain.errors import EndBeforeStartError

MONTHS_PER_YEAR = 12
DAYS_PER_WEEK = 7
HOURS_PER_WEEK = DAYS_PER_WEEK * 24
ONE_DAY = timedelta(days=1)
SATURDAY = 5  # as `date.weekday` counts


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
        # What is over at the end of the last month, less what was over before the first day;
        # with one denominator, since every effort that is valued asks for this.
        first, last = _month_length(self.start), _month_length(self.end)
        whole = (_month_index(self.end) - _month_index(self.start)) * first * last
        return Fraction(whole + self.end.day * first - (self.start.day - 1) * last, first * last)

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


def _month_index(day: date) -> int:
    return day.year * MONTHS_PER_YEAR + day.month - 1


def _month_length(day: date) -> int:
    return _days_in(day.year, day.month)


@cache
def _days_in(year: int, month: int) -> int:
    if month == MONTHS_PER_YEAR:  # what follows on the last one of all is in no calendar
        return 31
    return (date(year, month + 1, 1) - ONE_DAY).day


def add_months(day: date, months: int) -> date:
    """Return the same day a number of months later, the last day where that month is shorter.

    Beyond the calendar, as with a contract "until 31-12-9999", it is the calendar's own end.
    """
    year, month = divmod(_month_index(day) + months, MONTHS_PER_YEAR)
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _month_length(first)))


def months_from(start: date, months: int) -> Period:
    """Return the period of so many whole months, 1 or more, that begins on `start`.

    It ends the day before the same day of the month, or on the last day of a month that is
    too short to have that day: a year from 29 February ends on 28 February.
    """
    if _month_index(start) + months > _month_index(date.max):
        return Period(start, date.max)
    following = add_months(start, months)
    return Period(start, following if following.day < start.day else following - ONE_DAY)


def age_on(born: date, day: date) -> int:
    """Return someone's age in whole years; who was born on 29 February turns a year on 1 March."""
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def add_days(
    day: date, days: int, *, working: bool = False, free_days: Collection[date] = frozenset()
) -> date:
    """Return the day so many calendar or working days later, at most the calendar's own end.

    Args:
        day: the first of them is the day after it.
        days: how many.
        working: leave out Saturdays, Sundays and free days.
        free_days: public holidays, which are not known here.
    """
    if not working:
        return day + timedelta(days=min(days, (date.max - day).days))
    left = days
    while left > 0 and day < date.max:
        day += ONE_DAY
        left -= 1 if day.weekday() < SATURDAY and day not in free_days else 0
    return day
