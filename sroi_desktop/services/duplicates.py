"""Efforts that may have been booked twice: looked for, shown, and set apart by the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain import duplicates
from sroi_desktop.domain.duplicates import Ground, Likely, Trace
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.services.desk import Desk

__all__ = [
    "Ground",
    "Likely",
    "Trace",
    "apart",
    "looking",
    "resembling",
    "set_apart",
    "trace_of",
    "traces",
]


def looking(desk: Desk) -> Callable[[], tuple[Likely, ...]]:
    """Return a job that finds the pairs that may be the same; it may run on another thread."""
    frozen, no_duplicates = desk.store.traces(), desk.store.apart()

    def job() -> tuple[Likely, ...]:
        return duplicates.likely(frozen, no_duplicates)

    return job


def traces(desk: Desk) -> tuple[Trace, ...]:
    """Return by what every effort in the books can be recognised, to compare with a new one."""
    return desk.store.traces(alone=True)


def apart(desk: Desk) -> frozenset[tuple[int, int]]:
    """Return the pairs of efforts that are no duplicates, the smaller id first."""
    return desk.store.apart()


def resembling(
    effort: Effort, others: Iterable[Trace], apart: Collection[tuple[int, int]]
) -> tuple[Likely, ...]:
    """Return the efforts in the books that one may be the same as, the likeliest first."""
    found = duplicates.resembling(trace_of(effort), others)
    return tuple(pair for pair in found if pair.key not in apart)


def trace_of(effort: Effort) -> Trace:
    """Return by what an effort that is being booked can be recognised."""
    return Trace(
        effort.id,
        effort.title,
        effort.period,
        effort.candidate,
        effort.supplier_id,
        effort.amount,
        effort.invoice_number,
    )


def set_apart(desk: Desk, pair: tuple[int, int], about: str) -> Done:
    """Keep that two efforts are no duplicates, so that it is not asked again; undo asks again.

    Args:
        desk: the open administration.
        pair: their ids.
        about: what they are called in the history.

    Raises:
        UnknownRecordError: one of them is not there (any more).
    """
    with desk.store.act("set_apart", about) as work:
        work.set_apart(pair)
    return Done(frozenset({Changed.EFFORTS}))
