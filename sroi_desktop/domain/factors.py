"""What part of a full-time year the counting days and hours of a placement are."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain import counting
from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind, StepKind
from sroi_desktop.domain.periods import DAYS_PER_WEEK, MONTHS_PER_YEAR, months_from
from sroi_desktop.domain.rules import Basis, LimitKind, TimeMethod, Unit

if TYPE_CHECKING:
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.worksheet import Worksheet

# Where neither the rule set nor the owner names a full-time week. 36 hours is what every
# published table that names one uses, but the oldest (40); the valuation says so.
PRESUMED_FULL_TIME = Fraction(36)
WEEKS_PER_YEAR = 52
DAYS_PER_YEAR = 365
WHOLE = Fraction(1)
_USED = {
    LimitKind.WORKED_YEARS: ReasonKind.COUNTING_TIME_USED,
    LimitKind.WORKED_HOURS: ReasonKind.COUNTING_HOURS_USED,
}


@dataclass(frozen=True, slots=True)
class HoursFactor:
    """Hours per week as part of a full-time week, never above 1."""

    factor: Fraction
    of: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class TimeFactor:
    """The time that counts, in the unit of the rate: years, months or school years.

    `years` is the same time in calendar years. `hours` is the part of full time that the
    factor already holds: below 1 only where worked hours are counted.
    """

    kind: StepKind
    factor: Fraction
    of: tuple[Fraction, Fraction] | None
    years: Fraction
    hours: Fraction = WHOLE

    @property
    def worked_years(self) -> Fraction:
        """The full-time years in the factor: of worked hours, or of calendar time as it is."""
        return self.factor if self.kind is StepKind.WORKED_HOURS else self.years


def full_time_hours(sheet: Worksheet) -> Fraction:
    """Return the full-time week: of the rule set, else the owner's answer, else presumed."""
    if sheet.rules.full_time_hours is not None:
        return sheet.rules.full_time_hours
    if sheet.contract.full_time_hours is not None:
        hours = sheet.contract.full_time_hours
        sheet.assume(AssumptionKind.FULL_TIME_BY_OWNER, number=hours)
        return hours
    sheet.assume(AssumptionKind.FULL_TIME_PRESUMED, number=PRESUMED_FULL_TIME)
    return PRESUMED_FULL_TIME


def _by_worked_hours(sheet: Worksheet, basis: Basis) -> bool:
    """Tell whether time is counted in worked hours, which then hold the hours factor as well."""
    counts = sheet.rules.counting.method is TimeMethod.WORKED_HOURS
    return counts and basis is Basis.YEAR and sheet.effort.worked_hours is not None


def hours_factor(sheet: Worksheet, basis: Basis) -> HoursFactor | None:
    """Return the hours factor, or None where there is none to multiply with.

    Without hours someone is taken to work full time, marked as an assumption.
    """
    if _by_worked_hours(sheet, basis):
        return None
    hours = counting.hours_a_week(sheet)
    if hours is None:
        sheet.assume(AssumptionKind.WORKS_FULL_TIME)
        return None
    full_time = full_time_hours(sheet)
    if hours > full_time:
        sheet.leave_out(ReasonKind.ABOVE_FULL_TIME, number=full_time)
        hours = full_time
    return HoursFactor(hours / full_time, (hours, full_time))


def time_factor(sheet: Worksheet, basis: Basis, counted: Period) -> TimeFactor:
    """Return the time that counts in the unit of the rate, noting what had to be assumed."""
    if basis is Basis.MONTH:
        return _months(sheet, counted)
    if basis is Basis.SCHOOL_YEAR:
        # A school year runs from 1 August to 31 July: twelve months.
        sheet.assume(AssumptionKind.SCHOOL_YEAR)
        return _months_of_year(sheet, counted)
    if _by_worked_hours(sheet, basis):
        return _worked_hours(sheet, counted)
    return _part_of_year(sheet, counted)


def _part_of_year(sheet: Worksheet, counted: Period) -> TimeFactor:
    """Return the time by months, days or weeks, as the unit or else the rule set says."""
    if sheet.block.unit is Unit.PER_YEAR_OR_WEEKS:
        return _weeks_of_year(sheet, counted)
    _assume_method(sheet)
    match sheet.rules.counting.method:
        case TimeMethod.DAYS:
            days = Fraction(counted.days)
            return _of_year(sheet, StepKind.DAYS_OF_YEAR, days, DAYS_PER_YEAR)
        case TimeMethod.WEEKS:
            return _weeks_of_year(sheet, counted)
        case _:
            return _months_of_year(sheet, counted)


def _assume_method(sheet: Worksheet) -> None:
    """Note what the rule set does not say about parts of a year."""
    terms = sheet.rules.counting
    if terms.pro_rata is None and terms.method is None:
        sheet.assume(AssumptionKind.LINEAR)
    if terms.method is None:
        sheet.assume(AssumptionKind.CALENDAR_MONTHS)
    elif terms.method is TimeMethod.WORKED_HOURS:
        sheet.assume(AssumptionKind.WORKED_HOURS_FROM_WEEK)


def _months(sheet: Worksheet, counted: Period) -> TimeFactor:
    if sheet.rules.counting.method is None:
        sheet.assume(AssumptionKind.CALENDAR_MONTHS)
    year = _months_of_year(sheet, counted)
    return TimeFactor(StepKind.MONTHS, year.factor * MONTHS_PER_YEAR, None, year.factor)


def _months_of_year(sheet: Worksheet, counted: Period) -> TimeFactor:
    months = counted.calendar_months
    return _of_year(sheet, StepKind.MONTHS_OF_YEAR, months, MONTHS_PER_YEAR)


def _weeks_of_year(sheet: Worksheet, counted: Period) -> TimeFactor:
    """Count whole years as years and the rest in weeks of 52, so that a year is exactly 1."""
    years, rest = _whole_years(counted)
    weeks = min(Fraction(rest, DAYS_PER_WEEK), Fraction(WEEKS_PER_YEAR))
    weeks += years * WEEKS_PER_YEAR
    return _of_year(sheet, StepKind.WEEKS_OF_YEAR, weeks, WEEKS_PER_YEAR)


def _whole_years(counted: Period) -> tuple[int, int]:
    """Return how many whole years a period has, and how many days after them."""
    years = counted.end.year - counted.start.year + 1
    while years > 0:
        last = months_from(counted.start, MONTHS_PER_YEAR * years).end
        if last <= counted.end:
            return years, (counted.end - last).days
        years -= 1
    return 0, counted.days


def _of_year(sheet: Worksheet, kind: StepKind, part: Fraction, year: int) -> TimeFactor:
    """Return a part of a year, never more than the months that may count at most."""
    whole = Fraction(year)
    part = _limited(sheet, part, whole)
    years = part / whole
    return TimeFactor(kind, years, (part, whole), years)


def _limited(sheet: Worksheet, part: Fraction, year: Fraction) -> Fraction:
    most = counting.most_months(sheet)
    return part if most is None else min(part, most * year / MONTHS_PER_YEAR)


def _worked_hours(sheet: Worksheet, counted: Period) -> TimeFactor:
    """Count worked hours against a full-time year; part of a period takes its part of them.

    More than full time in every week that was begun does not count, as with hours per week.
    """
    full_time = full_time_hours(sheet)
    year = full_time * WEEKS_PER_YEAR
    worked = sheet.effort.worked_hours or Fraction(0)
    worked *= Fraction(counted.days, sheet.effort.period.days)
    weeks = math.ceil(Fraction(counted.days, DAYS_PER_WEEK))
    most = _limited(sheet, full_time * weeks, year)
    if worked > most:
        sheet.leave_out(ReasonKind.ABOVE_FULL_TIME, number=full_time)
        worked = most
    years = _months_of_year(sheet, counted).factor
    factor = worked / year
    hours = min(WHOLE, factor / years)
    return TimeFactor(StepKind.WORKED_HOURS, factor, (worked, year), years, hours)


def cap_worked_years(
    sheet: Worksheet, basis: Basis, hours: HoursFactor | None, time: TimeFactor
) -> None:
    """Limit the amount where more full-time years, or hours, were worked than may count.

    Source: a limit of working years counted in worked hours, not in calendar years.
    """
    limit = counting.limit_of(sheet)
    if limit.kind not in _USED:
        return
    most = Fraction(limit.amount)
    if limit.kind is LimitKind.WORKED_HOURS:
        most /= full_time_hours(sheet) * WEEKS_PER_YEAR
    full_time = WHOLE if hours is None else hours.factor
    worked = time.worked_years * full_time
    used = sheet.effort.counted_before + _years_before(sheet, basis) * full_time
    left = max(Fraction(0), most - used)
    if worked <= left:
        return
    since = counting.began_earlier(sheet)
    sheet.leave_out(_USED[limit.kind], number=Fraction(limit.amount), since=since)
    sheet.at_most(StepKind.WORKED_YEARS_LIMIT, sheet.amount * left / worked, of=(left, worked))


def _years_before(sheet: Worksheet, basis: Basis) -> Fraction:
    """Return the years of this effort that come before the share that is valued."""
    if sheet.before is None:
        return Fraction(0)
    # On a sheet of its own: what is noted about those days belongs to another share.
    apart = replace(sheet, assumptions=[], not_counted=[])
    return time_factor(apart, basis, sheet.before).worked_years
