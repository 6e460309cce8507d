"""From the tables of a checked file to the domain's rule set, and back to tables."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    Bonus,
    Category,
    CountingLimit,
    CountingTerms,
    DeadlineRule,
    EvidenceRequirement,
    LimitKind,
    LowLabour,
    ObligationTerms,
    PenaltyTerms,
    RuleSet,
    ShareCap,
    Source,
)
from sroi_desktop.rulesets import schema


def rule_set(file: schema.RuleFile) -> RuleSet:
    """Return the rule set that a checked file holds."""
    return RuleSet(
        id=file.id,
        title=file.title,
        publisher=file.publisher,
        covers=file.covers,
        complete=file.complete,
        sources=tuple(Source(table.url, table.title, table.seen) for table in file.sources),
        edition=file.edition,
        valid_from=file.valid_from,
        valid_from_text=file.valid_from_text,
        applies_by=file.applies_by,
        supersedes=file.supersedes,
        full_time_hours=file.full_time_hours,
        obligation=_obligation(file.obligation),
        blocks=tuple(map(_block, file.blocks)),
        bonuses=tuple(map(_bonus, file.bonuses)),
        counting=_counting(file.counting),
        evidence=evidence(file.evidence),
        deadlines=tuple(
            DeadlineRule(table.kind, table.days, table.working_days) for table in file.deadlines
        ),
        rhythm=file.rhythm,
        penalty=_penalty(file.penalty),
        share_caps=tuple(
            ShareCap(table.label, table.blocks, table.share) for table in file.share_caps
        ),
        assumptions=file.assumptions,
        missing=file.missing,
        notes=file.notes,
    )


def evidence(tables: Iterable[schema.EvidenceTable]) -> tuple[EvidenceRequirement, ...]:
    """Return the pieces of evidence that the tables describe."""
    return tuple(
        EvidenceRequirement(
            table.code,
            table.label,
            table.kinds,
            table.blocks,
            covers_period=table.covers_period,
            assumed=table.assumed,
        )
        for table in tables
    )


def _money(euros: Fraction | None) -> Money | None:
    return None if euros is None else Money.from_euros(euros)


def _obligation(table: schema.ObligationTable) -> ObligationTerms:
    low = table.low_labour
    return ObligationTerms(
        percentage=table.percentage,
        base=table.base,
        base_text=table.base_text,
        thresholds=_thresholds(table.thresholds),
        cap=_money(table.cap),
        low_labour=None if low is None else LowLabour(low.share_under, low.percentage),
        min_months=table.min_months,
        offered_up_to=table.offered_up_to,
        supplies_from_labour_share=table.supplies_from_labour_share,
        note=table.note,
    )


def _thresholds(table: schema.ThresholdTable | None) -> tuple[tuple[Category, Money], ...]:
    if table is None:
        return ()
    found = ((category, getattr(table, category.value)) for category in Category)
    return tuple(
        (category, Money.from_euros(euros)) for category, euros in found if euros is not None
    )


def _counting(table: schema.CountingTable) -> CountingTerms:
    return CountingTerms(
        method=table.method,
        pro_rata=table.pro_rata,
        default_limit=_limit(table.limit),
        wage_subsidy_extends=table.wage_subsidy_extends,
        look_back_months=table.look_back_months,
        counts_before_contract=table.counts_before_contract,
        min_hours_per_week=table.min_hours_per_week,
        interruption_months=table.interruption_months,
        reference=table.reference,
    )


def _limit(table: schema.LimitTable | None) -> CountingLimit:
    if table is None:
        return CountingLimit()
    if table.months is not None:
        return CountingLimit(LimitKind.MONTHS, table.months)
    if table.worked_years is not None:
        return CountingLimit(LimitKind.WORKED_YEARS, table.worked_years)
    return CountingLimit(LimitKind.UNLIMITED)


def _penalty(table: schema.PenaltyTable | None) -> PenaltyTerms | None:
    if table is None:
        return None
    return PenaltyTerms(
        factor=table.factor,
        recovery_period=table.recovery_period,
        no_fault_exempt=table.no_fault_exempt,
        text=table.text,
    )


def _block(table: schema.BlockTable) -> Block:
    return Block(
        code=table.code,
        label=table.label,
        kind=table.kind,
        unit=table.unit,
        value=_money(table.value),
        limit=_limit(table.limit),
        min_months_out=table.min_months_out,
        share_cap=table.share_cap,
        note=table.note,
        assumptions=table.assumptions,
    )


def _bonus(table: schema.BonusTable) -> Bonus:
    return Bonus(
        code=table.code,
        label=table.label,
        unit=table.unit,
        value=_money(table.value),
        age=_age(table.age),
        stagger=table.stagger,
        follows_hours=table.follows_hours,
        follows_time=table.follows_time,
        kinds=table.kinds,
    )


def _age(table: schema.AgeTable | None) -> AgeCondition | None:
    if table is None:
        return None
    if table.at_least is not None:
        return AgeCondition(table.at_least)
    return AgeCondition(table.over or 0, inclusive=False)
