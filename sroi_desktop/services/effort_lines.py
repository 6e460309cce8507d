"""Every effort as a row of a long table, and what the rows add up to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sroi_desktop.domain import account
from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.effort import ACCEPTED
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.services import bookings, counts
from sroi_desktop.storage import EffortLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from sroi_desktop.services.desk import Desk

__all__ = ["EffortLine", "Reached", "every", "first", "total", "under_way"]


@dataclass(frozen=True, slots=True)
class Reached:
    """What only valuing tells of shares, by the id of their allocation.

    `values` is what efforts that run today are worth up to today; `adds` what a share adds to
    the totals of a contract under which some category may fill only a part.
    """

    values: dict[int, Money] = field(default_factory=dict)
    adds: dict[int, Totals] = field(default_factory=dict)


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
    today, store = desk.today, desk.store
    every = {one.id: counts.under(desk, one.id) for one in store.contracts() if one.id is not None}
    limiting = tuple(
        (by, bookings.entries(desk, key))
        for key, by in every.items()
        if counts.is_limiting(by.rules)
    )
    running = tuple((every[one.allocation.contract_id], one) for one in store.running(today))

    def job() -> Reached:
        reached = Reached()
        for by, one in running:
            valuation = bookings.share_value(
                one.effort, one.allocation, by.rules, by.contract, today, tenure=one.tenure
            )
            reached.values[one.allocation.id or 0] = valuation.value
        for by, entries in limiting:
            for count in counts.on(entries, by, today):
                reached.adds[count.entry.booked.allocation.id or 0] = count.adds
        return reached

    return job


def total(lines: Iterable[EffortLine], reached: Reached, today: date) -> Totals:
    """Return what lines add up to, each standing apart, as the contracts themselves count it.

    Args:
        lines: those that are shown.
        reached: what `under_way` found; a running effort that it lacks counts as planned.
        today: the day of it.
    """
    return account.together(_adds(line, reached, today) for line in lines)


def _adds(line: EffortLine, reached: Reached, today: date) -> Totals:
    """Return what a line adds, under limits what was worked out for it."""
    if line.allocation_id in reached.adds:
        return reached.adds[line.allocation_id]
    return account.of_share(
        line.state,
        line.value,
        _so_far(line, reached, today),
        line.accepted,
        is_proven=not line.missing,
        reported=line.reported,
    )


def _so_far(line: EffortLine, reached: Reached, today: date) -> Money:
    if line.ends_on <= today or line.state in ACCEPTED:
        return line.value
    return reached.values.get(line.allocation_id or 0, ZERO)
