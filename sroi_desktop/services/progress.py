"""How a contract was filled in over time, month by month, and what is planned from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import ONE_DAY, add_months
from sroi_desktop.services import bookings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.bookings import Entry
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
    contract = desk.store.contract(contract_id)
    if contract.period is None:
        return Curve((), ())
    rules = desk.store.rule_set(contract_id)
    return of_entries(bookings.entries(desk, contract_id), contract, rules, contract.period, today)


def of_entries(
    entries: Sequence[Entry], contract: Contract, rules: RuleSet, period: Period, today: date
) -> Curve:
    """Return the curve of what is booked for one contract."""
    happened = [entry for entry in entries if entry.effort.state in HAPPENED]
    counted = [entry for entry in entries if entry.effort.state in HAPPENED | TO_COME]
    realised = tuple(
        Point(day, _realised(happened, contract, rules, day))
        for day in _days(period, period.start, min(today, period.end))
    )
    if today >= period.end:
        return Curve(realised, ())
    ahead = list(realised[-1:])
    for day in _days(period, max(today + ONE_DAY, period.start), period.end):
        least = ahead[-1].amount if ahead else ZERO
        ahead.append(Point(day, max(least, _expected(counted, contract, rules, day))))
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


def _realised(entries: Sequence[Entry], contract: Contract, rules: RuleSet, day: date) -> Money:
    """Return what was realised by the end of a day."""
    return total(
        entry.counts(bookings.worth_until(entry, rules, contract, day).value).realised
        for entry in entries
    )


def _expected(entries: Sequence[Entry], contract: Contract, rules: RuleSet, day: date) -> Money:
    """Return what will be reached by a day to come, with what is planned until then."""
    return total(_reached(entry, contract, rules, day) for entry in entries)


def _reached(entry: Entry, contract: Contract, rules: RuleSet, day: date) -> Money:
    whole, worth = entry.booked.valuation.value, bookings.worth_until(entry, rules, contract, day)
    counts = entry.counts(whole)
    most = counts.realised + counts.planned
    return most if worth.value >= whole else min(worth.value, most)
