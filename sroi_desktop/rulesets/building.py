"""From the tables of a checked file to the domain's rule set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    BlockGroup,
    Bonus,
    Category,
    Citation,
    CountingLimit,
    CountingTerms,
    DeadlineRule,
    EvidenceRequirement,
    LimitKind,
    LowLabour,
    Note,
    ObligationTerms,
    PenaltyTerms,
    PercentageRow,
    PsoDiscount,
    Quota,
    Recognition,
    RegionTerms,
    RuleSet,
    ShareCap,
    Source,
)
from sroi_desktop.rulesets import schema
from sroi_desktop.rulesets.alike import money, record, records


def rule_set(file: schema.RuleFile) -> RuleSet:
    """Return the rule set that a checked file holds."""
    placed = [note for note in file.notes if isinstance(note, schema.NoteTable)]
    return record(
        RuleSet,
        file,
        sources=records(Source, file.sources),
        obligation=_obligation(file.obligation),
        blocks=tuple(map(_block, file.blocks)),
        bonuses=tuple(map(_bonus, file.bonuses)),
        counting=record(CountingTerms, file.counting, default_limit=_limit(file.counting.limit)),
        evidence=evidence(file.evidence),
        deadlines=tuple(map(_deadline, file.deadlines)),
        penalty=None if file.penalty is None else record(PenaltyTerms, file.penalty),
        share_caps=records(ShareCap, file.share_caps),
        notes=tuple(note for note in file.notes if isinstance(note, str)),
        placed_notes=records(Note, placed),
        groups=records(BlockGroup, file.groups),
        recognition=records(Recognition, file.recognition),
        region=None if file.region is None else record(RegionTerms, file.region),
        citations=_citations(file),
    )


def _citations(file: schema.RuleFile) -> tuple[Citation, ...]:
    """Return where values were read; notes without a place come before those with one."""
    in_order = sorted(range(len(file.notes)), key=lambda at: not isinstance(file.notes[at], str))
    moved = {f"notes.{at + 1}.text": f"notes.{to}.text" for to, at in enumerate(in_order, start=1)}
    found = records(Citation, file.citations)
    return tuple(replace(one, key=moved.get(one.key, one.key)) for one in found)


def evidence(tables: Iterable[schema.EvidenceTable]) -> tuple[EvidenceRequirement, ...]:
    """Return the pieces of evidence that the tables describe."""
    return records(EvidenceRequirement, tables)


def _obligation(table: schema.ObligationTable) -> ObligationTerms:
    return record(
        ObligationTerms,
        table,
        thresholds=_thresholds(table.thresholds),
        cap=money(table.cap),
        low_labour=None if table.low_labour is None else record(LowLabour, table.low_labour),
        percentages=records(PercentageRow, table.percentages),
        quotas=tuple(record(Quota, quota, per=money(quota.per)) for quota in table.quotas),
        pso=records(PsoDiscount, table.pso),
    )


def _thresholds(table: schema.ThresholdTable | None) -> tuple[tuple[Category, Money], ...]:
    if table is None:
        return ()
    found = ((category, getattr(table, category.value)) for category in Category)
    return tuple(
        (category, Money.from_euros(euros)) for category, euros in found if euros is not None
    )


def _limit(table: schema.LimitTable | None) -> CountingLimit:
    if table is None:
        return CountingLimit()
    for kind in (LimitKind.MONTHS, LimitKind.WORKED_YEARS, LimitKind.WORKED_HOURS):
        amount: int | None = getattr(table, kind.value)
        if amount is not None:
            return CountingLimit(kind, amount)
    return CountingLimit(LimitKind.WAGE_SUBSIDY if table.wage_subsidy else LimitKind.UNLIMITED)


def _deadline(table: schema.DeadlineTable) -> DeadlineRule:
    return record(DeadlineRule, table, days=table.days or 0)


def _block(table: schema.BlockTable) -> Block:
    return record(Block, table, value=money(table.value), limit=_limit(table.limit))


def _bonus(table: schema.BonusTable) -> Bonus:
    return record(Bonus, table, value=money(table.value), age=_age(table.age))


def _age(table: schema.AgeTable | None) -> AgeCondition | None:
    if table is None:
        return None
    if table.at_least is not None:
        return AgeCondition(table.at_least)
    return AgeCondition(table.over or 0, inclusive=False)
