"""The smaller tables of a rule-set file: what is owed, what time counts, and what goes with it.

Only the shape: what is contradictory or out of range is found in `checks`. Amounts are exact
euros (`Fraction`), percentages run from 0 to 100, shares from 0 to 1. docs/ruleset-format.md
tells the same in words.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec import Struct

from sroi_desktop.domain.rules import (
    Anchor,
    CapOf,
    Category,
    DeadlineKind,
    EffortKind,
    NotePlace,
    ObligationBase,
    PsoLevel,
    QuotaUnit,
    ReferenceDate,
    SplitBy,
    TimeMethod,
)


class Table(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A table of the file; a key that is not known here is refused, never ignored."""


class SourceTable(Table, frozen=True, kw_only=True):
    """Where the rules were read; `title` describes the page, `seen` is the day."""

    url: str
    title: str | None = None
    seen: date | None = None


class CitationTable(Table, frozen=True, kw_only=True):
    """Where the value was read that `key` leads to, such as "obligation.pso.2.percentage"."""

    key: str
    page: str | None = None
    quote: str | None = None


class NoteTable(Table, frozen=True, kw_only=True):
    """A rule in words, with the place where it has to be read."""

    text: str
    place: NotePlace
    blocks: tuple[str, ...] = ()


class ThresholdTable(Table, frozen=True, kw_only=True):
    """The sum below which nothing is owed, per kind of contract."""

    works: Fraction | None = None
    services: Fraction | None = None
    supplies: Fraction | None = None


class LowLabourTable(Table, frozen=True, kw_only=True):
    """A lower percentage where labour is less than `share_under` of the price."""

    share_under: Fraction
    percentage: Fraction


class PercentageTable(Table, frozen=True, kw_only=True):
    """A percentage for contracts of one kind, or with little labour in the price."""

    percentage: Fraction
    category: Category | None = None
    labour_share_under: Fraction | None = None


class QuotaTable(Table, frozen=True, kw_only=True):
    """A number of hours, full-time years or placements, once or for every `per` euros."""

    unit: QuotaUnit
    amount: Fraction
    per: Fraction | None = None


class PsoTable(Table, frozen=True, kw_only=True):
    """What a PSO certificate from a step on takes off, in per cent."""

    from_level: PsoLevel
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
    percentages: tuple[PercentageTable, ...] = ()
    quotas: tuple[QuotaTable, ...] = ()
    pso: tuple[PsoTable, ...] = ()


OBLIGATION_UNSTATED = ObligationTable()


class LimitTable(Table, frozen=True, kw_only=True):
    """How long someone may count: exactly one of the five."""

    months: int | None = None
    worked_years: int | None = None
    worked_hours: int | None = None
    wage_subsidy: bool = False
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
    pro_rata: bool = False
    recovery_months: int | None = None
    buy_off: bool = False


class DeadlineTable(Table, frozen=True, kw_only=True):
    """A number of days, or of months and then days, after an event."""

    kind: DeadlineKind
    days: int | None = None
    working_days: bool = False
    months: int = 0
    anchor: Anchor | None = None


class ShareCapTable(Table, frozen=True, kw_only=True):
    """The largest part that some blocks or kinds together may fill, and of what."""

    label: str
    blocks: tuple[str, ...] = ()
    share: Fraction
    kinds: tuple[EffortKind, ...] = ()
    of: CapOf = CapOf.OBLIGATION


class RegionTable(Table, frozen=True, kw_only=True):
    """Where an effort may take place."""

    places: tuple[str, ...] = ()
    bound: bool | None = None
    on_project_share: Fraction | None = None
    text: str | None = None


class RecognitionTable(Table, frozen=True, kw_only=True):
    """Which suppliers are recognised as a social enterprise."""

    code: str
    label: str
    aspirant: bool = False
    schemes: tuple[str, ...] = ()
    target_group_share: Fraction | None = None
    market_income_share: Fraction | None = None
    seat_in_region: bool = False
    within_months: int | None = None
    note: str | None = None


class GroupTable(Table, frozen=True, kw_only=True):
    """A group of rows of which a person falls under exactly one, and what they differ in."""

    code: str
    label: str
    by: SplitBy
