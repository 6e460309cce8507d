"""How a contract was filled in over time, month by month, and what is planned from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import ONE_DAY, add_months
from sroi_desktop.services import bookings, counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.counts import Under
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Point:
    """An amount reached on a day."""

    day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Curve:
    """What was reached month by month until today, and what is planned after it."""

    realised: tuple[Point, ...]
    planned: tuple[Point, ...]


def curve(desk: Desk, contract_id: int, today: date) -> Curve:
    """Return the curve of a contract; empty while its dates are not known."""
    by = counts.under(desk, contract_id)
    if by.contract.period is None:
        return Curve((), ())
    return of_entries(bookings.entries(desk, contract_id), by, by.contract.period, today)


def of_entries(entries: Sequence[Entry], by: Under, period: Period, today: date) -> Curve:
    """Return the curve of what is booked for one contract."""
    happened = [entry for entry in entries if entry.effort.state in HAPPENED]
    counted = [entry for entry in entries if entry.effort.state in HAPPENED | TO_COME]
    realised = tuple(
        Point(day, total(one.adds.realised for one in counts.on(happened, by, day)))
        for day in _days(period, period.start, min(today, period.end))
    )
    if today >= period.end:
        return Curve(realised, ())
    ahead = list(realised[-1:])
    for day in _days(period, max(today + ONE_DAY, period.start), period.end):
        least = ahead[-1].amount if ahead else ZERO
        ahead.append(Point(day, max(least, _expected(counted, by, day))))
    return Curve(realised, tuple(ahead))


def _days(period: Period, first: date, last: date) -> Iterator[date]:
    """Yield the start of the contract, every month's end up to `last`, and `last` itself."""
    if first == period.start and first <= last:
        yield first
    month_end = add_months(first.replace(day=1), 1) - ONE_DAY
    while month_end < last:
        if month_end > first:
            yield month_end
        month_end = add_months(month_end.replace(day=1), 2) - ONE_DAY
    if last > first:
        yield last


def _expected(entries: Sequence[Entry], by: Under, day: date) -> Money:
    """Return what will be reached by a day to come, with what is planned until then."""
    worth = [bookings.worth_until(entry, by.rules, by.contract, day) for entry in entries]
    reached = [
        Totals(proven=_reached(entry, value.value))
        for entry, value in zip(entries, worth, strict=True)
    ]
    return total(one.adds.realised for one in counts.held(entries, worth, reached, by, day))


def _reached(entry: Entry, worth: Money) -> Money:
    whole = entry.booked.valuation.value
    adds = entry.counts(whole)
    most = adds.realised + adds.planned
    return most if worth >= whole else min(worth, most)
