"""Which days of a placement count for a contract."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind
from sroi_desktop.domain.periods import (
    DAYS_PER_WEEK,
    ONE_DAY,
    Period,
    add_months,
    months_from,
)
from sroi_desktop.domain.rules import LimitKind

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.rules import CountingLimit
    from sroi_desktop.domain.worksheet import Worksheet


def enough_hours(sheet: Worksheet) -> bool:
    """Tell whether the hours per week reach the minimum of the rule set."""
    least, hours = sheet.rules.counting.min_hours_per_week, hours_a_week(sheet)
    if least is None or hours is None or hours >= least:
        return True
    sheet.leave_out(ReasonKind.BELOW_MINIMUM_HOURS, number=least)
    return False


def hours_a_week(sheet: Worksheet) -> Fraction | None:
    """Return the hours per week: as agreed, else the average of the hours worked."""
    effort = sheet.effort
    if effort.hours_per_week is None and effort.worked_hours is not None:
        return effort.worked_hours * DAYS_PER_WEEK / effort.period.days
    return effort.hours_per_week


def counted_days(sheet: Worksheet) -> Period | None:
    """Return the days that count, or None where no day does; notes what falls away and why.

    A limit in worked years is not a matter of days: see `factors.cap_worked_years`.
    """
    if _worked_here_before(sheet) or _started_too_early(sheet):
        return None
    counted = _within_contract(sheet, sheet.effort.period)
    if counted is not None:
        counted = _within_counting_time(sheet, counted)
    if counted is not None and sheet.within is not None:
        if counted.start < sheet.within.start:
            sheet.before = counted.until(sheet.within.start - ONE_DAY)
        counted = counted.common(sheet.within)
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


def limit_of(sheet: Worksheet) -> CountingLimit:
    """Return how long someone may count in this block."""
    return sheet.rules.limit(sheet.block)


def began_earlier(sheet: Worksheet) -> date | None:
    """Return the day on which the counting time began, None where that is with the effort.

    Asked where it takes something away. That an interruption in between does not restart the
    time is an assumption where the rule set is silent on it, and is noted as one.
    """
    since = sheet.effort.counted_since
    if since is None or since >= sheet.effort.period.start:
        return None
    if sheet.rules.counting.interruption_months is None:
        sheet.assume(AssumptionKind.INTERRUPTION_UNKNOWN)
    return since


def _within_counting_time(sheet: Worksheet, days: Period) -> Period | None:
    """Return the days before the person's counting time is over."""
    limit = limit_of(sheet)
    if limit.kind is LimitKind.SILENT:
        sheet.assume(AssumptionKind.LIMIT_UNKNOWN)
    if limit.kind is LimitKind.WAGE_SUBSIDY:
        return _while_subsidised(sheet, days)
    if limit.kind is not LimitKind.MONTHS:
        return days
    last = _last_counting_day(sheet, limit.amount)
    if days.end <= last:
        return days
    outside = Period(max(days.start, last + ONE_DAY), days.end)
    sheet.leave_out(
        ReasonKind.AFTER_COUNTING_TIME,
        period=outside,
        number=Fraction(limit.amount),
        since=began_earlier(sheet),
    )
    return days.until(last)


def _while_subsidised(sheet: Worksheet, days: Period) -> Period | None:
    """Return the days on which the wage subsidy runs; all of them while its end is not known."""
    last = sheet.effort.wage_subsidy_until
    if last is None:
        sheet.assume(AssumptionKind.WAGE_SUBSIDY_UNKNOWN)
        return days
    if days.end > last:
        outside = Period(max(days.start, last + ONE_DAY), days.end)
        sheet.leave_out(ReasonKind.AFTER_WAGE_SUBSIDY, period=outside)
    return days.until(last)


def _last_counting_day(sheet: Worksheet, months: int) -> date:
    """Return the last day of the counting time; a running wage subsidy may extend it."""
    last = _end_of_limit(sheet, months)
    subsidised = sheet.effort.wage_subsidy_until
    if sheet.rules.counting.wage_subsidy_extends and subsidised is not None:
        return max(last, subsidised)
    return last


def _end_of_limit(sheet: Worksheet, months: int) -> date:
    """Return the last day of so many months since the person's first day."""
    start = sheet.effort.period.start
    return months_from(min(sheet.effort.counted_since or start, start), months).end


def most_months(sheet: Worksheet) -> Fraction | None:
    """Return the months that may count at most, or None where no number of months limits them.

    Needed beside the last day, because months come out above their number around a leap day:
    10 February 2028 to 9 February 2029 is 20/29 + 11 + 9/28 of a month, a little above 12.
    """
    limit = limit_of(sheet)
    if limit.kind is not LimitKind.MONTHS:
        return None
    extended = _last_counting_day(sheet, limit.amount) > _end_of_limit(sheet, limit.amount)
    return None if extended else Fraction(limit.amount)
