"""From the domain's rule set to the text of a file, such that reading it gives the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import msgspec

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    Bonus,
    CountingLimit,
    CountingTerms,
    LimitKind,
    ObligationTerms,
    RuleSet,
)
from sroi_desktop.rulesets import schema
from sroi_desktop.rulesets.layout import toml_text

T = TypeVar("T")


def write_rule_set(rules: RuleSet) -> str:
    """Return the text of a rule-set file that `read_rule_set` turns into equal rules."""
    data = msgspec.to_builtins(_file(rules), builtin_types=(date, Decimal), enc_hook=_number)
    return toml_text({"format": schema.FORMAT, **data})


def _number(number: Fraction) -> int | Decimal | str:
    """Write an exact number as simply as TOML can: 40000, 2.5 or "1/3"."""
    if number.denominator == 1:
        return int(number)
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return decimal if Fraction(decimal) == number else str(number)


def _file(rules: RuleSet) -> schema.RuleFile:
    return schema.RuleFile(
        id=rules.id,
        title=rules.title,
        publisher=rules.publisher,
        covers=rules.covers,
        complete=rules.complete,
        edition=rules.edition,
        valid_from=rules.valid_from,
        valid_from_text=rules.valid_from_text,
        applies_by=rules.applies_by,
        supersedes=rules.supersedes,
        full_time_hours=rules.full_time_hours,
        rhythm=rules.rhythm,
        assumptions=rules.assumptions,
        missing=rules.missing,
        notes=rules.notes,
        sources=tuple(
            schema.SourceTable(url=source.url, title=source.title, seen=source.seen)
            for source in rules.sources
        ),
        obligation=_obligation(rules.obligation),
        counting=_counting(rules.counting),
        penalty=_penalty(rules),
        blocks=tuple(map(_block, rules.blocks)),
        bonuses=tuple(map(_bonus, rules.bonuses)),
        evidence=_evidence(rules),
        deadlines=tuple(
            schema.DeadlineTable(kind=rule.kind, days=rule.days, working_days=rule.working_days)
            for rule in rules.deadlines
        ),
        share_caps=tuple(
            schema.ShareCapTable(label=cap.label, blocks=cap.blocks, share=cap.share)
            for cap in rules.share_caps
        ),
    )


def _euros(amount: Money | None) -> Fraction | None:
    return None if amount is None else amount.euros


def _obligation(terms: ObligationTerms) -> schema.ObligationTable:
    low = terms.low_labour
    thresholds = {category.value: amount.euros for category, amount in terms.thresholds}
    table = schema.ObligationTable(
        percentage=terms.percentage,
        base=terms.base,
        base_text=terms.base_text,
        thresholds=schema.ThresholdTable(**thresholds) if thresholds else None,
        cap=_euros(terms.cap),
        low_labour=None
        if low is None
        else schema.LowLabourTable(share_under=low.share_under, percentage=low.percentage),
        min_months=terms.min_months,
        offered_up_to=terms.offered_up_to,
        supplies_from_labour_share=terms.supplies_from_labour_share,
        note=terms.note,
    )
    return _unless_default(table, schema.OBLIGATION_UNSTATED)


def _unless_default(table: T, default: T) -> T:
    """Return the default itself where nothing is said: only that is left out of the text."""
    return default if table == default else table


def _counting(terms: CountingTerms) -> schema.CountingTable:
    table = schema.CountingTable(
        method=terms.method,
        pro_rata=terms.pro_rata,
        limit=_limit(terms.default_limit),
        wage_subsidy_extends=terms.wage_subsidy_extends,
        look_back_months=terms.look_back_months,
        counts_before_contract=terms.counts_before_contract,
        min_hours_per_week=terms.min_hours_per_week,
        interruption_months=terms.interruption_months,
        reference=terms.reference,
    )
    return _unless_default(table, schema.COUNTING_UNSTATED)


def _limit(limit: CountingLimit) -> schema.LimitTable | None:
    if limit.kind is LimitKind.SILENT:
        return None
    if limit.kind is LimitKind.UNLIMITED:
        return schema.LimitTable(unlimited=True)
    if limit.kind is LimitKind.MONTHS:
        return schema.LimitTable(months=limit.amount)
    return schema.LimitTable(worked_years=limit.amount)


def _penalty(rules: RuleSet) -> schema.PenaltyTable | None:
    terms = rules.penalty
    if terms is None:
        return None
    return schema.PenaltyTable(
        factor=terms.factor,
        recovery_period=terms.recovery_period,
        no_fault_exempt=terms.no_fault_exempt,
        text=terms.text,
    )


def _block(block: Block) -> schema.BlockTable:
    return schema.BlockTable(
        code=block.code,
        label=block.label,
        kind=block.kind,
        unit=block.unit,
        value=_euros(block.value),
        value_from_contract=block.value is None and block.unit.has_value,
        limit=_limit(block.limit),
        min_months_out=block.min_months_out,
        share_cap=block.share_cap,
        note=block.note,
        assumptions=block.assumptions,
    )


def _bonus(bonus: Bonus) -> schema.BonusTable:
    return schema.BonusTable(
        code=bonus.code,
        label=bonus.label,
        unit=bonus.unit,
        value=_euros(bonus.value),
        value_from_contract=bonus.value is None and bonus.unit.has_value,
        age=_age(bonus.age),
        stagger=bonus.stagger,
        follows_hours=bonus.follows_hours,
        follows_time=bonus.follows_time,
        kinds=_unless_default(bonus.kinds, schema.BONUS_KINDS),
    )


def _age(age: AgeCondition | None) -> schema.AgeTable | None:
    if age is None:
        return None
    return schema.AgeTable(at_least=age.years) if age.inclusive else schema.AgeTable(over=age.years)


def _evidence(rules: RuleSet) -> tuple[schema.EvidenceTable, ...]:
    return tuple(
        schema.EvidenceTable(
            code=piece.code,
            label=piece.label,
            kinds=piece.kinds,
            blocks=piece.blocks,
            covers_period=piece.covers_period,
            assumed=piece.assumed,
        )
        for piece in rules.evidence
    )
