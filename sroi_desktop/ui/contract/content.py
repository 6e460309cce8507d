"""What the tabs of a contract show, as plain data. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.ui.contract.rows import (
    DeadlineRow,
    EffortRow,
    EventRow,
    HeldRow,
    MissingRow,
    ReportRow,
)
from sroi_desktop.ui.kit.content import (
    Act,
    ChartContent,
    DerivationContent,
    FigureContent,
    StepContent,
)


@dataclass(frozen=True, slots=True)
class StandingContent:
    """Where the contract stands. `chart` is None while dates or obligation are not known.

    `unit` says what the chart's figures are in, `no_chart` what stands in its place, and
    `derivation` is None while nothing is known to be owed. `beyond` says what does not count,
    since its category may fill only a part; `quantities` how far is filled what is owed in hours,
    years at full time or placements, `penalty` what it costs where nothing more is done.
    """

    figures: tuple[FigureContent, ...]
    derivation: DerivationContent | None
    no_chart: str
    chart: ChartContent | None
    unit: str
    steps: tuple[StepContent, ...]
    latest: tuple[EffortRow, ...]
    beyond: str = ""
    quantities: tuple[str, ...] = ()
    penalty: str = ""


@dataclass(frozen=True, slots=True)
class EffortsContent:
    """All efforts of the contract, the amounts that are never mixed, and what does not count."""

    rows: tuple[EffortRow, ...]
    totals: tuple[tuple[str, str], ...]
    beyond: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """What is missing, what is on file, and how many more are missing than are named.

    `notes` are the rules about evidence that the program does not work out.
    """

    missing: tuple[MissingRow, ...]
    more: str
    held: tuple[HeldRow, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ReportsContent:
    """The issued reports, newest first."""

    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class DeadlinesContent:
    """The deadlines, and the days that the owner notes, as typed: "" is not noted yet."""

    rows: tuple[DeadlineRow, ...]
    contact_made: str
    plan_sent: str
    plan_agreed: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class DetailsContent:
    """What was filled in: pairs of question and answer, in groups with a title.

    `newer` says that there is a later edition of the rules; "" where there is none.
    """

    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    rules_act: Act | None
    newer: str = ""
    clause_act: Act | None = None


@dataclass(frozen=True, slots=True)
class HistoryContent:
    """What was done, newest first."""

    rows: tuple[EventRow, ...]
