"""What storage answers with, where the domain has no class for it.

Named tuples, since the rows of long tables are made by the ten thousand: frozen dataclasses
take four times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.allocation import Allocation
from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.guidance import Unproven
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.domain.tenure import Tenure


class EntryKind(Enum):
    """What an entry of the history is: an act, or the reversal of one."""

    ACT = "act"
    UNDO = "undo"
    REDO = "redo"


class HistoryEntry(NamedTuple):
    """One act of the user as the history keeps it.

    `name` is the act's key, such as "effort.record", and `about` what it was done to; a
    reversal has those of the act it is about, and `reverses` is the entry it turned back.
    `tables` are the tables whose rows changed.
    """

    id: int
    at: datetime
    who: str
    name: str
    about: str
    kind: EntryKind
    reverses: int | None
    tables: tuple[str, ...]


class Check(NamedTuple):
    """The outcome of one check on the file; `detail` counts, or names what is wrong first."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who a candidate is; kept sealed, and gone once the person is erased."""

    name: str
    born: date | None = None

    def __post_init__(self) -> None:
        refuse_bsn("name", self.name)


class HourRow(NamedTuple):
    """The hours of one day under an effort."""

    day: date
    hours: Fraction


class EffortLine(NamedTuple):
    """One share of an effort for one contract, as a row of a long table.

    `contract_id`, `contract_number` and `contract_title` are None while the effort counts for
    no contract yet; `value` is then zero and `block_label` the code. `missing` counts the
    pieces of evidence that are still asked for. `accepted` is the part of the value that the
    authority accepted, `reported` what the latest report said was realised. `starts_on` and
    `ends_on` are the days of the share. `is_set_aside` tells that it stays in the books and does
    not count.
    """

    effort_id: int
    contract_id: int | None
    contract_number: str | None
    contract_title: str | None
    title: str
    candidate: str | None
    block: str
    block_label: str
    kind: EffortKind
    state: EffortState
    starts_on: date
    ends_on: date
    value: Money
    missing: int
    supplier: str | None = None
    accepted: Money = ZERO
    allocation_id: int | None = None
    invoice_number: str | None = None
    reported: Money = ZERO
    is_set_aside: bool = False


class MissingLine(NamedTuple):
    """One piece of evidence that one effort still needs under one contract."""

    effort_id: int
    title: str
    candidate: str | None
    contract_id: int
    contract_number: str
    contract_title: str
    requirement: str
    label: str
    starts_on: date
    ends_on: date
    value: Money


class ContractFigures(NamedTuple):
    """Where a contract stands, but for the efforts that are under way (`Running`).

    `efforts` counts all its efforts; `unproven` are the three with most at stake of the
    `unproven_count` that lack evidence. `reported_until` is the last day that a progress or
    final report covers.
    """

    contract_id: int
    totals: Totals
    efforts: int
    unproven: tuple[Unproven, ...]
    unproven_count: int
    reported_until: date | None


class Running(NamedTuple):
    """An effort that is under way: only what lies behind us counts, so it is valued live.

    `value` is what the whole of it is worth as booked; `missing` pairs of code and label.
    `tenure` is the counting time that it took over, to be used for its live value as well;
    `reported` is what the latest report said was realised of it.
    """

    effort: Effort
    allocation: Allocation
    value: Money
    missing: tuple[tuple[str, str], ...]
    tenure: Tenure
    reported: Money


class Outline(NamedTuple):
    """What can be told of a contract without adding up its efforts.

    `lacking` is the largest value of an effort that has begun and lacks evidence, None where
    none does. `reported_until` is the last day that a progress or final report covers.
    """

    is_booked_for: bool
    lacking: Money | None
    reported_until: date | None


class AddedUp(NamedTuple):
    """What the efforts of a contract add up to, as far as no rules are needed for it.

    `under_way` is what those that run are worth as a whole, with the days to come; it is in none
    of the totals. `efforts` counts all.
    """

    totals: Totals
    under_way: Money
    efforts: int


class IssuedReport(NamedTuple):
    """A report as it was issued; `sha256` is that of its PDF, `corrects` the report it corrects."""

    id: int
    contract_id: int
    number: str
    kind: str
    variant: str
    period: Period
    issued_at: datetime
    sha256: str
    corrects: int | None
