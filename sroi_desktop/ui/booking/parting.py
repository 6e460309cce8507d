"""The parts of an effort's days that have shares of their own: one, until someone asks for more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sroi_desktop.domain.dividing import cut, stretches
from sroi_desktop.domain.periods import ONE_DAY, Period, add_months
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.parsing import UnreadableError, parse_date
from sroi_desktop.services.efforts import Opened
from sroi_desktop.ui.booking.form import Form, ShareTyped
from sroi_desktop.ui.booking.situation import Situation


@dataclass(frozen=True, slots=True)
class Parts:
    """The days in parts as read: none while a first day cannot be used; `wrong` by part."""

    periods: tuple[Period, ...] = ()
    wrong: dict[int, str] | None = None


NO_PARTS = Parts()


def read(form: Form, period: Period | None) -> Parts:
    """Return the parts of the days of an effort; without those only one part can be read."""
    if period is None:
        return NO_PARTS
    starts: list[date] = []
    wrong: dict[int, str] = {}
    for part, typed in enumerate(form.cuts, 1):
        before = starts[-1] if starts else period.start
        try:
            day = parse_date(typed)
        except UnreadableError as error:
            wrong[part] = error_text(error)
            continue
        if before < day <= period.end:
            starts.append(day)
        else:
            wrong[part] = _("Choose a day after {start} and not after {end}.").format(
                start=date_text(before), end=date_text(period.end)
            )
    return Parts(wrong=wrong) if wrong else Parts(cut(period, starts), wrong)


def with_part(now: Situation, period: Period) -> Form:
    """Return the form with one more part, with the shares of the part before it.

    It begins where a contract that takes part begins or has just ended, else half-way, with a
    month if it can.
    """
    form, found = now.form, read(now.form, period).periods
    if not found or found[-1].days == 1:
        return form
    part = len(form.cuts)
    added = tuple(
        ShareTyped(one.contract_id, one.percent, part + 1)
        for one in form.shares
        if one.part == part
    )
    day = _next_start(now, found[-1])
    cuts = (*form.cuts, date_text(day))
    return replace(form, cuts=cuts, shares=(*form.shares, *added))


def _next_start(now: Situation, last: Period) -> date:
    days: list[date] = []
    for key in now.form.sharing:
        contract = now.known.places[key].contract.period
        if contract is not None:
            days.append(contract.start)
            days += [contract.end + ONE_DAY] if contract.end < last.end else []
    middle = last.start + (last.end - last.start + ONE_DAY) / 2
    days = [day for day in days if last.start < day <= last.end]
    month = middle if middle.day == 1 else add_months(middle.replace(day=1), 1)
    return min(days, default=month if month <= last.end else middle)


def without_part(form: Form, part: int) -> Form:
    """Return the form without a part; the days go to the part before it."""
    shares = tuple(
        one if one.part < part else one._replace(part=one.part - 1)
        for one in form.shares
        if one.part != part
    )
    cuts = tuple(typed for number, typed in enumerate(form.cuts, 1) if number != part)
    return replace(form, shares=shares, cuts=cuts)


def with_start(form: Form, part: int, typed: str) -> Form:
    """Return the form with another first day of a part, as typed."""
    cuts = tuple(typed if number == part else one for number, one in enumerate(form.cuts, 1))
    return replace(form, cuts=cuts)


def cuts_of(opened: Opened) -> tuple[Period, ...]:
    """Return the parts of the days in which an effort in the books is divided."""
    return stretches(opened.effort.period, opened.allocations)
