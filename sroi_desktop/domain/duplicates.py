"""Efforts that may have been booked twice: found and shown, never merged.

Two efforts of one person on the same days, two with one invoice number, or two purchases of the
same amount from one supplier on the same days. Whether they are the same is for the owner to say.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.periods import Period


class Ground(Enum):
    """Why two efforts may be the same, the strongest first."""

    INVOICE = "invoice"
    PERSON = "person"
    AMOUNT = "amount"


_ORDER = {ground: place for place, ground in enumerate(Ground)}


@dataclass(frozen=True, slots=True)
class Trace:
    """By what an effort can be recognised; `effort_id` is None for one that is not booked yet."""

    effort_id: int | None
    title: str
    period: Period
    candidate: str | None = None
    supplier_id: int | None = None
    amount: Money | None = None
    invoice_number: str | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """Two efforts that may be the same, the one booked first in front."""

    first: Trace
    second: Trace
    ground: Ground

    @property
    def key(self) -> tuple[int, int]:
        """The ids of the two, the smaller one first; 0 for what is not booked yet."""
        one, other = self.first.effort_id or 0, self.second.effort_id or 0
        return min(one, other), max(one, other)


def resembling(trace: Trace, others: Iterable[Trace]) -> tuple[Likely, ...]:
    """Return the efforts that one may be the same as, those on the strongest ground first."""
    found = []
    for other in others:
        ground = _ground(other, trace)
        if ground is not None and (trace.effort_id is None or other.effort_id != trace.effort_id):
            found.append(Likely(other, trace, ground))
    return tuple(sorted(found, key=_strongest))


def likely(
    traces: Iterable[Trace], apart: Collection[tuple[int, int]] = frozenset()
) -> tuple[Likely, ...]:
    """Return the pairs of efforts that may be the same, each once, on its strongest ground.

    Args:
        traces: efforts that are booked.
        apart: the pairs, the smaller id first, of which the owner said that they are not.
    """
    every = sorted(traces, key=_start)
    found: dict[tuple[int, int], Likely] = {}
    for key, overlapping in ((_invoice, False), (_person, True), (_purchase, True)):
        for one, other in _pairs(every, key, overlapping=overlapping):
            ground = _ground(one, other)
            if ground is None:
                continue
            first, second = sorted((one, other), key=_id)
            pair = Likely(first, second, ground)
            if pair.key not in apart:
                found.setdefault(pair.key, pair)
    return tuple(sorted(found.values(), key=_strongest))


def _ground(one: Trace, other: Trace) -> Ground | None:
    """Return why two efforts may be the same, None where there is no reason to think so."""
    if _invoice(one) is not None and _invoice(one) == _invoice(other):
        known = {one.supplier_id, other.supplier_id} - {None}
        if len(known) <= 1:  # another firm may well use the same number
            return Ground.INVOICE
    if one.period.common(other.period) is None:
        return None
    if _person(one) is not None and _person(one) == _person(other):
        return Ground.PERSON
    if _purchase(one) is not None and _purchase(one) == _purchase(other):
        are_numbered = _invoice(one) is not None and _invoice(other) is not None
        return None if are_numbered else Ground.AMOUNT  # two numbers are two invoices
    return None


def _pairs(
    every: Iterable[Trace], key: Callable[[Trace], Hashable], *, overlapping: bool
) -> Iterator[tuple[Trace, Trace]]:
    """Yield the pairs with the same key, of which the days overlap where that matters.

    The traces come by their first day, so that of the earlier ones those that are over by then
    need not be looked at again.
    """
    running: dict[Hashable, list[Trace]] = defaultdict(list)
    for trace in every:
        group = key(trace)
        if group is None:
            continue
        if overlapping:
            still = (one for one in running[group] if one.period.end >= trace.period.start)
            running[group] = list(still)
        for one in running[group]:
            yield one, trace
        running[group].append(trace)


def _invoice(trace: Trace) -> str | None:
    """Return an invoice number as one compares it: without spaces, in small letters."""
    number = "".join((trace.invoice_number or "").split()).casefold()
    return number or None


def _person(trace: Trace) -> str | None:
    return trace.candidate or None


def _purchase(trace: Trace) -> tuple[int, Money] | None:
    if trace.supplier_id is None or not trace.amount:
        return None
    return trace.supplier_id, trace.amount


def _start(trace: Trace) -> tuple[object, int]:
    return trace.period.start, _id(trace)


def _id(trace: Trace) -> int:
    return trace.effort_id or 0


def _strongest(pair: Likely) -> tuple[int, int, int]:
    return _ORDER[pair.ground], *pair.key
