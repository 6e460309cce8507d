"""Which days and hours of a placement count, and what part of a full-time year they are."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind, StepKind
from sroi_desktop.domain.periods import (
    MONTHS_PER_YEAR,
    ONE_DAY,
    Period,
    add_months,
    months_from,
)
from sroi_desktop.domain.rules import Basis, LimitKind, TimeMethod

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.rules import CountingLimit
    from sroi_desktop.domain.worksheet import Worksheet

# Where neither the rule set nor the owner names a full-time week. 36 hours is what every
# published table that names one uses, but the oldest (40); the valuation says so.
PRESUMED_FULL_TIME = Fraction(36)
WEEKS_PER_YEAR = Fraction(52)
DAYS_PER_YEAR = Fraction(365)
DAYS_PER_WEEK = Fraction(7)


@dataclass(frozen=True, slots=True)
class HoursFactor:
    """Hours per week as part of a full-time week, never above 1."""

    factor: Fraction
    of: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class TimeFactor:
    """The time that counts, in the unit of the rate: years, months or school years."""

    kind: StepKind
    factor: Fraction
    of: tuple[Fraction, Fraction] | None

    @property
    def years(self) -> Fraction:
        """The time in years, whatever the unit of the rate."""
        return self.factor / MONTHS_PER_YEAR if self.kind is StepKind.MONTHS else self.factor


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


def enough_hours(sheet: Worksheet) -> bool:
    """Tell whether the hours per week reach the minimum of the rule set."""
    least, hours = sheet.rules.counting.min_hours_per_week, sheet.effort.hours_per_week
    if least is None or hours is None or hours >= least:
        return True
    sheet.leave_out(ReasonKind.BELOW_MINIMUM_HOURS, number=least)
    return False


def counted_days(sheet: Worksheet) -> Period | None:
    """Return the days that count, or None where no day does; notes what falls away and why.

    A limit in worked years is not a matter of days: see `cap_worked_years`.
    """
    if _worked_here_before(sheet) or _started_too_early(sheet):
        return None
    counted = _within_contract(sheet, sheet.effort.period)
    if counted is not None:
        counted = _within_counting_time(sheet, counted)
    if counted is not None and sheet.until is not None:
        counted = counted.until(sheet.until)
    return counted


def _worked_here_before(sheet: Worksheet) -> bool:
    """Tell whether the person worked for the same employer too recently to count."""
    months = sheet.block.min_months_out
    if months is None:
        return False
    if sheet.effort.worked_here_before:
        sheet.leave_out(ReasonKind.WORKED_HERE_BEFORE, number=Fraction(months))
        return True
    if sheet.effort.worked_here_before is None:
        sheet.assume(AssumptionKind.EMPLOYER_NOT_CHECKED, number=Fraction(months))
    return False


def _started_too_early(sheet: Worksheet) -> bool:
    """Tell whether the person started longer before the contract than the look-back allows."""
    start, contract_start = sheet.effort.period.start, sheet.contract.starts_on
    if contract_start is None or start >= contract_start:
        return False
    months = sheet.rules.counting.look_back_months
    if months is None:
        sheet.assume(AssumptionKind.LOOK_BACK_UNKNOWN)
        return False
    if start < add_months(contract_start, -months):
        sheet.leave_out(
            ReasonKind.STARTED_TOO_EARLY, period=sheet.effort.period, number=Fraction(months)
        )
        return True
    return False


def _within_contract(sheet: Worksheet, days: Period) -> Period | None:
    """Return the days that the effort and the contract have in common."""
    start, end = sheet.contract.starts_on, sheet.contract.ends_on
    left: Period | None = days
    if start is not None and days.start < start and not sheet.rules.counting.counts_before_contract:
        left = days.since(start)
        outside = Period(days.start, min(days.end, start - ONE_DAY))
        sheet.leave_out(ReasonKind.BEFORE_CONTRACT, period=outside)
    if end is not None and days.end > end:
        left = left.until(end) if left is not None else None
        outside = Period(max(days.start, end + ONE_DAY), days.end)
        sheet.leave_out(ReasonKind.AFTER_CONTRACT, period=outside)
    return left


def _limit(sheet: Worksheet) -> CountingLimit:
    """Return the block's own limit, or the rule set's where the block has none."""
    if sheet.block.limit.kind is LimitKind.SILENT:
        return sheet.rules.counting.default_limit
    return sheet.block.limit


def _within_counting_time(sheet: Worksheet, days: Period) -> Period | None:
    """Return the days before the person's counting time is over."""
    limit = _limit(sheet)
    if limit.kind is LimitKind.SILENT:
        sheet.assume(AssumptionKind.LIMIT_UNKNOWN)
    if limit.kind is not LimitKind.MONTHS:
        return days
    last = _last_counting_day(sheet, limit.amount)
    if days.end <= last:
        return days
    outside = Period(max(days.start, last + ONE_DAY), days.end)
    sheet.leave_out(ReasonKind.AFTER_COUNTING_TIME, period=outside, number=Fraction(limit.amount))
    return days.until(last)


def _last_counting_day(sheet: Worksheet, months: int) -> date:
    """Return the last day of the counting time; a running wage subsidy may extend it."""
    effort = sheet.effort
    last = months_from(effort.counted_since or effort.period.start, months).end
    if sheet.rules.counting.wage_subsidy_extends and effort.wage_subsidy_until is not None:
        return max(last, effort.wage_subsidy_until)
    return last


def hours_factor(sheet: Worksheet) -> HoursFactor | None:
    """Return the hours factor, or None where the time is counted in worked hours.

    Without hours someone is taken to work full time, marked as an assumption.
    """
    if _method(sheet) is TimeMethod.WORKED_HOURS and sheet.effort.worked_hours is not None:
        return None
    hours = sheet.effort.hours_per_week
    if hours is None:
        sheet.assume(AssumptionKind.WORKS_FULL_TIME)
        return None
    full_time = full_time_hours(sheet)
    if hours > full_time:
        sheet.leave_out(ReasonKind.ABOVE_FULL_TIME, number=full_time)
        hours = full_time
    return HoursFactor(hours / full_time, (hours, full_time))


def _method(sheet: Worksheet) -> TimeMethod:
    return sheet.rules.counting.method or TimeMethod.CALENDAR_MONTHS


def time_factor(sheet: Worksheet, basis: Basis, counted: Period) -> TimeFactor:
    """Return the time that counts in the unit of the rate, noting what had to be assumed."""
    if basis is Basis.MONTH:
        _assume_method(sheet)
        return TimeFactor(StepKind.MONTHS, _months(sheet, counted), None)
    if basis is Basis.SCHOOL_YEAR:
        # A school year runs from 1 August to 31 July: twelve months.
        sheet.assume(AssumptionKind.SCHOOL_YEAR)
        return _months_of_year(sheet, counted)
    method = _method(sheet)
    if method is TimeMethod.WORKED_HOURS and sheet.effort.worked_hours is not None:
        return _worked_hours(sheet, counted)
    _assume_method(sheet)
    if method is TimeMethod.DAYS:
        days = Fraction(counted.days)
        return TimeFactor(StepKind.DAYS_OF_YEAR, days / DAYS_PER_YEAR, (days, DAYS_PER_YEAR))
    if method is TimeMethod.WEEKS:
        return _weeks(counted)
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


def _months(sheet: Worksheet, counted: Period) -> Fraction:
    """Return the calendar months, never more than the counting limit itself.

    A leap day makes twelve months from 10 February 2028 come out a little above 12.
    """
    months = counted.calendar_months
    limit = _limit(sheet)
    subsidised = sheet.effort.wage_subsidy_until is not None
    if limit.kind is LimitKind.MONTHS and not subsidised:
        return min(months, Fraction(limit.amount))
    return months


def _months_of_year(sheet: Worksheet, counted: Period) -> TimeFactor:
    months = _months(sheet, counted)
    year = Fraction(MONTHS_PER_YEAR)
    return TimeFactor(StepKind.MONTHS_OF_YEAR, months / year, (months, year))


def _weeks(counted: Period) -> TimeFactor:
    """Count whole years as years and the rest in weeks of 52, so that a year is exactly 1."""
    years = 0
    while add_months(counted.start, MONTHS_PER_YEAR * (years + 1)) - ONE_DAY <= counted.end:
        years += 1
    rest_start = add_months(counted.start, MONTHS_PER_YEAR * years)
    rest = Fraction((counted.end - rest_start).days + 1) / DAYS_PER_WEEK
    weeks = years * WEEKS_PER_YEAR + min(rest, WEEKS_PER_YEAR)
    return TimeFactor(StepKind.WEEKS_OF_YEAR, weeks / WEEKS_PER_YEAR, (weeks, WEEKS_PER_YEAR))


def _worked_hours(sheet: Worksheet, counted: Period) -> TimeFactor:
    """Count worked hours against a full-time year; part of a period takes its part of them."""
    worked = sheet.effort.worked_hours or Fraction(0)
    worked *= Fraction(counted.days, sheet.effort.period.days)
    year = full_time_hours(sheet) * WEEKS_PER_YEAR
    return TimeFactor(StepKind.WORKED_HOURS, worked / year, (worked, year))


def cap_worked_years(sheet: Worksheet, hours: HoursFactor | None, time: TimeFactor) -> None:
    """Limit the amount where more full-time years were worked than may count.

    Source: a limit of working years counted in worked hours, not in calendar years.
    """
    limit = _limit(sheet)
    if limit.kind is not LimitKind.WORKED_YEARS:
        return
    worked = time.years * (hours.factor if hours is not None else 1)
    left = max(Fraction(0), limit.amount - sheet.effort.counted_before)
    if worked <= left:
        return
    sheet.leave_out(ReasonKind.COUNTING_TIME_USED, number=Fraction(limit.amount))
    sheet.at_most(StepKind.WORKED_YEARS_LIMIT, sheet.amount * left / worked, of=(left, worked))
