"""The shape of a rule-set file: one class per table of the TOML, checked by msgspec.

The rows and the file as a whole; the smaller tables stand in `tables`, and are found here too.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import json

from sroi_desktop.domain.rules import BonusUnit, EditionBy, EffortKind, Rhythm, Unit
from sroi_desktop.rulesets.tables import (
    COUNTING_UNSTATED,
    OBLIGATION_UNSTATED,
    CitationTable,
    CountingTable,
    DeadlineTable,
    GroupTable,
    LimitTable,
    LowLabourTable,
    NoteTable,
    ObligationTable,
    PenaltyTable,
    PercentageTable,
    PsoTable,
    QuotaTable,
    RecognitionTable,
    RegionTable,
    ShareCapTable,
    SourceTable,
    Table,
    ThresholdTable,
)

__all__ = [
    "COUNTING_UNSTATED",
    "OBLIGATION_UNSTATED",
    "AgeTable",
    "BlockTable",
    "BonusTable",
    "CitationTable",
    "CountingTable",
    "DeadlineTable",
    "EvidenceFile",
    "EvidenceTable",
    "GroupTable",
    "LimitTable",
    "LowLabourTable",
    "NoteTable",
    "ObligationTable",
    "PenaltyTable",
    "PercentageTable",
    "PsoTable",
    "QuotaTable",
    "RecognitionTable",
    "RegionTable",
    "RuleFile",
    "ShareCapTable",
    "SourceTable",
    "Table",
    "ThresholdTable",
]

FORMAT = 1
BONUS_KINDS = (EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP)


class BlockTable(Table, frozen=True, kw_only=True):
    """A building block; `value_from_contract` says that its value stands in the contract."""

    code: str
    label: str
    kind: EffortKind
    unit: Unit
    value: Fraction | None = None
    value_from_contract: bool = False
    limit: LimitTable | None = None
    min_months_out: int | None = None
    share_cap: Fraction | None = None
    note: str | None = None
    assumptions: tuple[str, ...] = ()
    group: str | None = None
    choice: str | None = None
    counts_for: Fraction | None = None


class AgeTable(Table, frozen=True, kw_only=True):
    """An age to have reached: exactly one of "at least" and "older than"."""

    at_least: int | None = None
    over: int | None = None


class BonusTable(Table, frozen=True, kw_only=True):
    """An extra on top of a block."""

    code: str
    label: str
    unit: BonusUnit
    value: Fraction | None = None
    value_from_contract: bool = False
    age: AgeTable | None = None
    stagger: str | None = None
    follows_hours: bool | None = None
    follows_time: bool | None = None
    kinds: tuple[EffortKind, ...] = BONUS_KINDS
    blocks: tuple[str, ...] = ()


class EvidenceTable(Table, frozen=True, kw_only=True):
    """A piece of evidence, for the named blocks or else for the named kinds."""

    code: str
    label: str
    kinds: tuple[EffortKind, ...] = ()
    blocks: tuple[str, ...] = ()
    covers_period: bool = False
    assumed: bool = False


class RuleFile(Table, frozen=True, kw_only=True):
    """A whole rule-set file."""

    format: int = FORMAT
    id: str
    title: str
    publisher: str
    covers: tuple[str, ...]
    complete: bool
    edition: str | None = None
    valid_from: date | None = None
    valid_from_text: str | None = None
    applies_by: str | None = None
    supersedes: str | None = None
    full_time_hours: Fraction | None = None
    rhythm: Rhythm | None = None
    assumptions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str | NoteTable, ...] = ()
    builds_on: str | None = None
    drops: tuple[str, ...] = ()
    based_on: str | None = None
    edition_by: EditionBy | None = None
    sources: tuple[SourceTable, ...] = ()
    obligation: ObligationTable = OBLIGATION_UNSTATED
    counting: CountingTable = COUNTING_UNSTATED
    penalty: PenaltyTable | None = None
    blocks: tuple[BlockTable, ...] = ()
    bonuses: tuple[BonusTable, ...] = ()
    evidence: tuple[EvidenceTable, ...] = ()
    deadlines: tuple[DeadlineTable, ...] = ()
    share_caps: tuple[ShareCapTable, ...] = ()
    groups: tuple[GroupTable, ...] = ()
    recognition: tuple[RecognitionTable, ...] = ()
    region: RegionTable | None = None
    citations: tuple[CitationTable, ...] = ()


class EvidenceFile(Table, frozen=True, kw_only=True):
    """The file with the usual pieces of evidence."""

    format: int = FORMAT
    evidence: tuple[EvidenceTable, ...]


# msgspec looks into a type at its first use, and crashes where two threads do so at once: they
# are looked into here, while the module is loaded, which one thread does.
json.Decoder(RuleFile)
json.Decoder(EvidenceFile)
