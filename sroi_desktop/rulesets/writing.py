"""From the domain's rule set to the text of a file, such that reading it gives the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import msgspec

from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    Bonus,
    CountingLimit,
    CountingTerms,
    DeadlineRule,
    LimitKind,
    ObligationTerms,
    RuleSet,
)
from sroi_desktop.rulesets import schema
from sroi_desktop.rulesets.alike import table, tables
from sroi_desktop.rulesets.layout import toml_text
from sroi_desktop.rulesets.measures import FEWEST_IN_A_GROUP

T = TypeVar("T")
_WITHOUT_AMOUNT = frozenset({LimitKind.WAGE_SUBSIDY, LimitKind.UNLIMITED})


def write_rule_set(rules: RuleSet) -> str:
    """Return the text of a rule-set file that `read_rule_set` turns into equal rules."""
    return toml_text({"format": schema.FORMAT, **plain_tables(rules)})


def plain_tables(rules: RuleSet) -> dict[str, Any]:
    """Return the tables of a rule-set file as text, numbers, dates, lists and dicts."""
    data: dict[str, Any] = msgspec.to_builtins(
        _file(rules), builtin_types=(date, Decimal), enc_hook=_number
    )
    return data


def _number(number: Fraction) -> int | Decimal | str:
    """Write an exact number as simply as TOML can: 40000, 2.5 or "1/3"."""
    if number.denominator == 1:
        return int(number)
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return decimal if Fraction(decimal) == number else str(number)


def _file(rules: RuleSet) -> schema.RuleFile:
    rules = _with_choices_only(rules)
    return table(
        schema.RuleFile,
        rules,
        notes=(*rules.notes, *tables(schema.NoteTable, rules.placed_notes)),
        sources=tables(schema.SourceTable, rules.sources),
        obligation=_obligation(rules.obligation),
        counting=_counting(rules.counting),
        penalty=None if rules.penalty is None else table(schema.PenaltyTable, rules.penalty),
        blocks=tuple(map(_block, rules.blocks)),
        bonuses=tuple(map(_bonus, rules.bonuses)),
        evidence=tables(schema.EvidenceTable, rules.evidence),
        deadlines=tuple(map(_deadline, rules.deadlines)),
        share_caps=tables(schema.ShareCapTable, rules.share_caps),
        groups=tables(schema.GroupTable, rules.groups),
        recognition=tables(schema.RecognitionTable, rules.recognition),
        region=None if rules.region is None else table(schema.RegionTable, rules.region),
        citations=tables(schema.CitationTable, rules.citations),
    )


def _with_choices_only(rules: RuleSet) -> RuleSet:
    """Leave out groups of which one row is left, such as after an owner took out the other."""
    lone = {group.code for group in rules.groups if len(rules.members(group)) < FEWEST_IN_A_GROUP}
    if not lone:
        return rules
    return replace(
        rules,
        groups=tuple(group for group in rules.groups if group.code not in lone),
        blocks=tuple(
            replace(block, group=None, choice=None) if block.group in lone else block
            for block in rules.blocks
        ),
    )


def _obligation(terms: ObligationTerms) -> schema.ObligationTable:
    low = terms.low_labour
    thresholds = {category.value: amount.euros for category, amount in terms.thresholds}
    written = table(
        schema.ObligationTable,
        terms,
        thresholds=schema.ThresholdTable(**thresholds) if thresholds else None,
        low_labour=None if low is None else table(schema.LowLabourTable, low),
        percentages=tables(schema.PercentageTable, terms.percentages),
        quotas=tables(schema.QuotaTable, terms.quotas),
        pso=tables(schema.PsoTable, terms.pso),
    )
    return _unless_default(written, schema.OBLIGATION_UNSTATED)


def _unless_default(written: T, default: T) -> T:
    """Return the default itself where nothing is said: only that is left out of the text."""
    return default if written == default else written


def _counting(terms: CountingTerms) -> schema.CountingTable:
    written = table(schema.CountingTable, terms, limit=_limit(terms.default_limit))
    return _unless_default(written, schema.COUNTING_UNSTATED)


def _limit(limit: CountingLimit) -> schema.LimitTable | None:
    if limit.kind is LimitKind.SILENT:
        return None
    key = limit.kind.value
    known: dict[str, Any] = {key: True if limit.kind in _WITHOUT_AMOUNT else limit.amount}
    return schema.LimitTable(**known)


def _deadline(rule: DeadlineRule) -> schema.DeadlineTable:
    days = None if rule.months and not rule.days else rule.days
    return table(schema.DeadlineTable, rule, days=days)


def _block(block: Block) -> schema.BlockTable:
    return table(
        schema.BlockTable,
        block,
        value_from_contract=block.value is None and block.unit.has_value,
        limit=_limit(block.limit),
    )


def _bonus(bonus: Bonus) -> schema.BonusTable:
    return table(
        schema.BonusTable,
        bonus,
        value_from_contract=bonus.value is None and bonus.unit.has_value,
        age=_age(bonus.age),
        kinds=_unless_default(bonus.kinds, schema.BONUS_KINDS),
    )


def _age(age: AgeCondition | None) -> schema.AgeTable | None:
    if age is None:
        return None
    return schema.AgeTable(at_least=age.years) if age.inclusive else schema.AgeTable(over=age.years)
