"""How a contract was filled in over time, month by month, and what is planned from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.periods import ONE_DAY, add_months
from sroi_desktop.services import bookings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import RuleSet
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
    return of_efforts(desk.store.booked(contract_id), contract, rules, contract.period, today)


def of_efforts(
    booked: Sequence[tuple[Effort, Booked]],
    contract: Contract,
    rules: RuleSet,
    period: Period,
    today: date,
) -> Curve:
    """Return the curve of the efforts of one contract."""
    happened = [pair for pair in booked if pair[0].state in HAPPENED]
    counted = [pair for pair in booked if pair[0].state in HAPPENED | TO_COME]
    realised = tuple(
        Point(day, _until(happened, contract, rules, day))
        for day in _days(period, period.start, min(today, period.end))
    )
    if not realised or today >= period.end:
        return Curve(realised, ())
    ahead = [realised[-1]]
    for day in _days(period, today + ONE_DAY, period.end):
        amount = _until(counted, contract, rules, day)
        ahead.append(Point(day, max(amount, ahead[-1].amount)))
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


def _until(
    booked: Sequence[tuple[Effort, Booked]], contract: Contract, rules: RuleSet, day: date
) -> Money:
    return total(so_far(effort, one, contract, rules, day) for effort, one in booked)


def so_far(effort: Effort, booked: Booked, contract: Contract, rules: RuleSet, day: date) -> Money:
    """Return what a booked share of an effort was worth by the end of a day."""
    return valued_so_far(effort, booked, contract, rules, day).value


def valued_so_far(
    effort: Effort, booked: Booked, contract: Contract, rules: RuleSet, day: date
) -> Valuation:
    """Return the valuation of a booked share up to the end of a day."""
    if day >= booked.allocation.period.end:
        return booked.valuation
    if day < booked.allocation.period.start:
        return NOTHING
    return bookings.share_value(effort, booked.allocation, rules, contract, day)
