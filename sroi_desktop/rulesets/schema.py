"""The shape of a rule-set file: one class per table of the TOML, checked by msgspec.

Only the shape: what is contradictory or out of range is found in `checks`. Amounts are exact
euros (`Fraction`), percentages run from 0 to 100, shares from 0 to 1. docs/ruleset-format.md
tells the same in words.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct

from sroi_desktop.domain.rules import (
    BonusUnit,
    DeadlineKind,
    EffortKind,
    ObligationBase,
    ReferenceDate,
    Rhythm,
    TimeMethod,
    Unit,
)

FORMAT = 1
BONUS_KINDS = (EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP)


class Table(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A table of the file; a key that is not known here is refused, never ignored."""


class SourceTable(Table, frozen=True, kw_only=True):
    """Where the rules were read; `title` describes the page, `seen` is the day."""

    url: str
    title: str | None = None
    seen: date | None = None


class ThresholdTable(Table, frozen=True, kw_only=True):
    """The sum below which nothing is owed, per kind of contract."""

    works: Fraction | None = None
    services: Fraction | None = None
    supplies: Fraction | None = None


class LowLabourTable(Table, frozen=True, kw_only=True):
    """A lower percentage where labour is less than `share_under` of the price."""

    share_under: Fraction
    percentage: Fraction


class ObligationTable(Table, frozen=True, kw_only=True):
    """How much social return is owed."""

    percentage: Fraction | None = None
    base: ObligationBase = ObligationBase.UNKNOWN
    base_text: str | None = None
    thresholds: ThresholdTable | None = None
    cap: Fraction | None = None
    low_labour: LowLabourTable | None = None
    min_months: int | None = None
    offered_up_to: Fraction | None = None
    supplies_from_labour_share: Fraction | None = None
    note: str | None = None


OBLIGATION_UNSTATED = ObligationTable()


class LimitTable(Table, frozen=True, kw_only=True):
    """How long someone may count: exactly one of the three."""

    months: int | None = None
    worked_years: int | None = None
    unlimited: bool = False


class CountingTable(Table, frozen=True, kw_only=True):
    """What time counts."""

    method: TimeMethod | None = None
    pro_rata: str | None = None
    limit: LimitTable | None = None
    wage_subsidy_extends: bool = False
    look_back_months: int | None = None
    counts_before_contract: bool | None = None
    min_hours_per_week: Fraction | None = None
    interruption_months: int | None = None
    reference: ReferenceDate | None = None


COUNTING_UNSTATED = CountingTable()


class PenaltyTable(Table, frozen=True, kw_only=True):
    """What a shortfall costs."""

    factor: Fraction | None = None
    recovery_period: bool = False
    no_fault_exempt: bool = False
    text: str | None = None


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


class EvidenceTable(Table, frozen=True, kw_only=True):
    """A piece of evidence, for the named blocks or else for the named kinds."""

    code: str
    label: str
    kinds: tuple[EffortKind, ...] = ()
    blocks: tuple[str, ...] = ()
    covers_period: bool = False
    assumed: bool = False


class DeadlineTable(Table, frozen=True, kw_only=True):
    """A number of days after the award, or after the period to report on."""

    kind: DeadlineKind
    days: int
    working_days: bool = False


class ShareCapTable(Table, frozen=True, kw_only=True):
    """The largest part of the obligation that some blocks together may fill."""

    label: str
    blocks: tuple[str, ...]
    share: Fraction


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
    notes: tuple[str, ...] = ()
    sources: tuple[SourceTable, ...] = ()
    obligation: ObligationTable = OBLIGATION_UNSTATED
    counting: CountingTable = COUNTING_UNSTATED
    penalty: PenaltyTable | None = None
    blocks: tuple[BlockTable, ...] = ()
    bonuses: tuple[BonusTable, ...] = ()
    evidence: tuple[EvidenceTable, ...] = ()
    deadlines: tuple[DeadlineTable, ...] = ()
    share_caps: tuple[ShareCapTable, ...] = ()


class EvidenceFile(Table, frozen=True, kw_only=True):
    """The file with the usual pieces of evidence."""

    format: int = FORMAT
    evidence: tuple[EvidenceTable, ...]
