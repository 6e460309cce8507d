"""How pressing it is to fill a contract: by what the guidance says waits for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.domain.guidance import NextStep, StepKind, Urgency, rank, steps_of

if TYPE_CHECKING:
    from sroi_desktop.domain.position import Position

# What an effort helps with; evidence or a first talk waits no less for it.
_HELPED = frozenset(
    {
        StepKind.FIRST_EFFORT,
        StepKind.REPORT_DUE,
        StepKind.BEHIND_SCHEDULE,
        StepKind.CONTRACT_ENDING,
        StepKind.SETTLE,
    }
)
_NOTHING_WAITS = len(Urgency)


@dataclass(frozen=True, order=True, slots=True)
class Hurry:
    """How pressing a contract is; the smallest is the most pressing.

    `due` is the day by which, that of the end of the contract where the step has none, and
    `kind` what waits, None where nothing does.
    """

    urgency: int = _NOTHING_WAITS
    due: date = date.max
    kind: StepKind | None = field(default=None, compare=False)


def hurry(position: Position, today: date) -> Hurry:
    """Return how pressing it is to fill a contract on a day.

    Args:
        position: where it stands without the effort that is divided.
        today: the day on which the owner asks.
    """
    period = position.contract.period
    end = date.max if period is None else period.end
    waiting = [step for step in steps_of(position, today) if step.kind in _HELPED]
    if not waiting:
        return Hurry(due=end)
    first = min(waiting, key=rank)
    return Hurry(first.urgency.value, _due(first, end), first.kind)


def _due(step: NextStep, end: date) -> date:
    return end if step.due is None else step.due
