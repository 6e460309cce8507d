"""One thing to do, and which of several comes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from sroi_desktop.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.quantities import Measured


class StepKind(Enum):
    """What the owner can be asked to do, most basic first."""

    COMPLETE_CONTRACT = "complete_contract"
    FIRST_CONTACT = "first_contact"
    WRITE_PLAN = "write_plan"
    FIRST_EFFORT = "first_effort"
    REPORT_DUE = "report_due"
    ADD_EVIDENCE = "add_evidence"
    RECOGNITION_EXPIRED = "recognition_expired"
    CERTIFICATE_ENDS = "certificate_ends"
    BEHIND_SCHEDULE = "behind_schedule"
    CONTRACT_ENDING = "contract_ending"
    SETTLE = "settle"


class Urgency(Enum):
    """How pressing a step is."""

    OVERDUE = 0
    AT_STAKE = 1
    SOON = 2
    LATER = 3


class Lack(Enum):
    """What a contract may still lack."""

    CATEGORY = "category"
    SUM = "sum"
    PERCENTAGE = "percentage"
    START = "start"
    END = "end"
    RHYTHM = "rhythm"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do; the other fields fill in its sentence.

    `due` is the day by which, `amount` the euros at stake, `quantity` the hours, years or
    placements; `assumed_due` tells that the day is ours because no source names one.
    """

    kind: StepKind
    contract_id: int | None
    contract_number: str
    contract_title: str
    authority: str
    urgency: Urgency
    due: date | None = None
    amount: Money | None = None
    quantity: Measured | None = None
    effort_id: int | None = None
    effort_title: str | None = None
    lacks: tuple[Lack, ...] = ()
    missing: tuple[str, ...] = ()
    others: int = 0
    covers_from: date | None = None
    covers_to: date | None = None
    assumed_due: bool = False


Rank: TypeAlias = tuple[int, date, int, int, str, int]
_ORDER = {kind: place for place, kind in enumerate(StepKind)}


def rank(step: NextStep) -> Rank:
    """Order by urgency, then by day, then by what is at stake; no two steps tie."""
    return (
        step.urgency.value,
        step.due or date.max,
        -(step.amount or ZERO).cents,
        _ORDER[step.kind],
        step.contract_number,
        step.effort_id or 0,
    )


def in_order(steps: Iterable[NextStep]) -> tuple[NextStep, ...]:
    """Return steps with what is most pressing first."""
    return tuple(sorted(steps, key=rank))
