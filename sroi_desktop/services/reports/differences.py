"""What was changed of what an earlier report told: an issued report never changes, the books may.

The books as they are now are valued up to the last day of that report, so that what grew by
itself since then is no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import money_text
from sroi_desktop.services.reports.material import gather

if TYPE_CHECKING:
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports.material import Line

_JUDGED = frozenset({EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART, EffortState.REJECTED})


@dataclass(frozen=True, slots=True)
class Difference:
    """An effort of which a report told something else than the books do now."""

    effort: Effort
    told: Money
    now: Money


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different from a report: `number` is the latest one of the contract."""

    number: str
    every: tuple[Difference, ...]


def since_last(desk: Desk, contract_id: int) -> Differences | None:
    """Return what differs from the latest report of a contract, None where nothing does."""
    last = next(iter(desk.store.reports(contract_id)), None)
    if last is None:
        return None
    told = desk.store.report_realised(last.id)
    now: dict[int, Money] = {}
    for line in gather(desk, contract_id, last.period.end).lines:
        if line.realised or _key(line) in told:
            now[_key(line)] = now.get(_key(line), ZERO) + line.realised
    found = tuple(
        Difference(desk.store.effort(key), told.get(key, ZERO), now.get(key, ZERO))
        for key in sorted({*told, *now})
        if told.get(key, ZERO) != now.get(key, ZERO)
    )
    return Differences(last.number, found) if found else None


def _key(line: Line) -> int:
    return line.effort.id or 0


def texts(found: Differences) -> tuple[str, ...]:
    """Return every difference as a sentence, with the verdict where that made it."""
    return tuple(_text(one) for one in found.every)


def _text(one: Difference) -> str:
    words = _("{effort}: was {before}, is now {after}.")
    if one.effort.state in _JUDGED:
        words = _("{effort}: was {before}, is now {after} ({state}).")
    elif not one.told:
        words = _("{effort}: was not in it, is now {after}.")
    return words.format(
        effort=one.effort.title,
        before=money_text(one.told),
        after=money_text(one.now),
        state=label(one.effort.state),
    )
