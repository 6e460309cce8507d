"""Every effort as a row of a long table, and what the rows add up to."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from sroi_desktop.domain import account
from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.effort import ACCEPTED
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.services import bookings
from sroi_desktop.storage import EffortLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from sroi_desktop.services.desk import Desk

__all__ = ["EffortLine", "Reached", "every", "first", "total", "under_way"]

# What efforts that run today are worth up to today, by effort and contract.
Reached = dict[tuple[int, int], Money]


def first(desk: Desk, count: int, after: int = 0) -> tuple[EffortLine, ...]:
    """Return the latest efforts, as many as fill a window while the rest is read.

    Args:
        desk: the open administration.
        count: how many lines at most.
        after: how many of the latest lines are known already.
    """
    return desk.store.effort_lines(limit=count, offset=after)


def every(desk: Desk) -> tuple[EffortLine, ...]:
    """Return all efforts, the latest first; one line for each contract that one counts for."""
    return desk.store.effort_lines()


def under_way(desk: Desk) -> Callable[[], Reached]:
    """Return a job that values what runs today up to today; it may run on another thread."""
    today = desk.today
    contracts = {contract.id: contract for contract in desk.store.contracts()}
    frozen = tuple(
        (one, desk.store.rule_set(one.allocation.contract_id)) for one in desk.store.running(today)
    )

    def job() -> Reached:
        reached: Reached = {}
        for one, rules in frozen:
            contract_id = one.allocation.contract_id
            contract = contracts[contract_id]
            valuation = bookings.share_value(
                one.effort, one.allocation, rules, contract, today, tenure=one.tenure
            )
            reached[one.effort.id or 0, contract_id] = valuation.value
        return reached

    return job


def total(
    lines: Iterable[EffortLine], reached: Mapping[tuple[int, int], Money], today: date
) -> Totals:
    """Return what lines add up to, each standing apart, as the contracts themselves count it.

    Args:
        lines: those that are shown.
        reached: what `under_way` found; a running effort that it lacks counts as planned.
        today: the day of it.
    """
    cents = [0] * len(_PARTS)
    for line in lines:
        adds = account.of_share(
            line.state,
            line.value,
            _so_far(line, reached, today),
            line.accepted,
            is_proven=not line.missing,
        )
        # Whole numbers: adding up ten thousand `Totals` would take a noticeable moment.
        for place, part in enumerate(_PARTS):
            cents[place] += part(adds).cents
    return Totals(*map(Money, cents))


_PARTS = tuple(attrgetter(one.name) for one in fields(Totals))


def _so_far(line: EffortLine, reached: Mapping[tuple[int, int], Money], today: date) -> Money:
    if line.ends_on <= today or line.state in ACCEPTED:
        return line.value
    if line.contract_id is None:
        return ZERO
    return reached.get((line.effort_id, line.contract_id), ZERO)
