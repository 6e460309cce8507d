"""What makes the terms of a rule set impossible: what is owed, what time counts, consequences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sroi_desktop.rulesets import measures
from sroi_desktop.rulesets.measures import HUNDRED, Finding
from sroi_desktop.rulesets.problems import KeyPath, ProblemKind
from sroi_desktop.rulesets.schema import (
    CountingTable,
    DeadlineTable,
    LimitTable,
    ObligationTable,
    PenaltyTable,
    RecognitionTable,
    RegionTable,
    ShareCapTable,
)

MOST_MONTHS = 1200
MOST_DAYS = 3660
MOST_HOURS = 100_000
LONGEST_WEEK = 48


def obligation(terms: ObligationTable) -> Iterator[Finding]:
    """Yield what is the matter with what is owed."""
    here = "obligation"
    yield from measures.percentage((here, "percentage"), terms.percentage)
    yield from measures.percentage((here, "offered_up_to"), terms.offered_up_to)
    yield from measures.amount((here, "cap"), terms.cap)
    yield from measures.share(
        (here, "supplies_from_labour_share"), terms.supplies_from_labour_share
    )
    yield from measures.at_least_one((here, "min_months"), terms.min_months, MOST_MONTHS)
    if terms.low_labour is not None:
        low = terms.low_labour
        yield from measures.share((here, "low_labour", "share_under"), low.share_under)
        yield from measures.percentage((here, "low_labour", "percentage"), low.percentage)
    for key, threshold in _thresholds(terms):
        yield from measures.amount((here, "thresholds", key), threshold)
    yield from _cap(terms)
    yield from _percentages(terms)
    yield from _quotas(terms)
    yield from _pso(terms)


def _thresholds(terms: ObligationTable) -> list[tuple[str, Fraction]]:
    table = terms.thresholds
    if table is None:
        return []
    named = (("works", table.works), ("services", table.services), ("supplies", table.supplies))
    return [(key, value) for key, value in named if value is not None]


def _cap(terms: ObligationTable) -> Iterator[Finding]:
    """Find a cap that is reached at every threshold: then the percentage has no meaning."""
    thresholds = [value for _, value in _thresholds(terms)]
    if terms.cap is None or terms.percentage is None or not thresholds:
        return
    if terms.cap < min(thresholds) * terms.percentage / HUNDRED:
        yield Finding(("obligation", "cap"), ProblemKind.CAP_TOO_LOW)


def _percentages(terms: ObligationTable) -> Iterator[Finding]:
    """Find rows that hold never: after one with the same conditions, or without any."""
    seen = set()
    for at, row in enumerate(terms.percentages):
        path = ("obligation", "percentages", at)
        yield from measures.percentage((*path, "percentage"), row.percentage)
        yield from measures.share((*path, "labour_share_under"), row.labour_share_under)
        conditions = (row.category, row.labour_share_under)
        if conditions in seen or conditions == (None, None):
            yield Finding(path, ProblemKind.SAME_CONDITIONS)
        seen.add(conditions)


def _quotas(terms: ObligationTable) -> Iterator[Finding]:
    for at, quota in enumerate(terms.quotas):
        path = ("obligation", "quotas", at)
        yield from measures.more_than_zero((*path, "amount"), quota.amount)
        yield from measures.amount((*path, "per"), quota.per)
        yield from measures.more_than_zero((*path, "per"), quota.per)
    units = [quota.unit.value for quota in terms.quotas]
    yield from measures.duplicates(("obligation", "quotas"), units, key="unit")


def _pso(terms: ObligationTable) -> Iterator[Finding]:
    for at, row in enumerate(terms.pso):
        yield from measures.percentage(("obligation", "pso", at, "percentage"), row.percentage)
    levels = [row.from_level.value for row in terms.pso]
    yield from measures.duplicates(("obligation", "pso"), levels, key="from_level")


def counting(terms: CountingTable, full_time: Fraction | None) -> Iterator[Finding]:
    """Yield what is the matter with what time counts."""
    here = "counting"
    yield from limit((here, "limit"), terms.limit)
    for key in ("look_back_months", "interruption_months"):
        yield from measures.count((here, key), getattr(terms, key), MOST_MONTHS)
    hours = terms.min_hours_per_week
    if hours is None:
        return
    if hours < 0:
        yield Finding((here, "min_hours_per_week"), ProblemKind.NEGATIVE)
    elif hours > (full_time or LONGEST_WEEK):
        yield Finding((here, "min_hours_per_week"), ProblemKind.ABOVE_FULL_TIME)


def limit(path: KeyPath, found: LimitTable | None) -> Iterator[Finding]:
    """Yield what is the matter with how long someone may count."""
    if found is None:
        return
    keys = found.__struct_fields__
    absent = [getattr(found, key) is None or getattr(found, key) is False for key in keys]
    if absent.count(False) != 1:
        yield measures.one_of(path, *keys)
    yield from measures.at_least_one((*path, "months"), found.months, MOST_MONTHS)
    yield from measures.at_least_one((*path, "worked_years"), found.worked_years, MOST_MONTHS)
    yield from measures.at_least_one((*path, "worked_hours"), found.worked_hours, MOST_HOURS)


def deadlines(rules: Iterable[DeadlineTable]) -> Iterator[Finding]:
    """Yield what is the matter with the days by which something is due."""
    rules = tuple(rules)
    for at, rule in enumerate(rules):
        path = ("deadlines", at)
        if rule.days is None and not rule.months:
            yield Finding((*path, "days"), ProblemKind.MISSING_KEY)
        yield from measures.count((*path, "days"), rule.days, MOST_DAYS)
        yield from measures.count((*path, "months"), rule.months, MOST_MONTHS)
    yield from measures.duplicates(("deadlines",), [rule.kind.value for rule in rules], key="kind")


def share_caps(caps: Iterable[ShareCapTable]) -> Iterator[Finding]:
    """Yield what is the matter with the largest parts that some blocks may fill."""
    for at, cap in enumerate(caps):
        path = ("share_caps", at)
        yield from measures.text((*path, "label"), cap.label)
        yield from measures.share((*path, "share"), cap.share)
        if not cap.blocks and not cap.kinds:
            yield Finding(path, ProblemKind.LIMITS_NOTHING)


def penalty(found: PenaltyTable | None) -> Iterator[Finding]:
    """Yield what is the matter with what a shortfall costs."""
    if found is None:
        return
    yield from measures.at_least_one(
        ("penalty", "recovery_months"), found.recovery_months, MOST_MONTHS
    )
    if found.factor is None:
        return
    if found.factor < 0:
        yield Finding(("penalty", "factor"), ProblemKind.NEGATIVE)
    elif found.factor > HUNDRED:
        yield Finding(("penalty", "factor"), ProblemKind.TOO_GREAT)


def region(found: RegionTable | None) -> Iterator[Finding]:
    """Yield what is the matter with where an effort may take place."""
    if found is None:
        return
    yield from measures.share(("region", "on_project_share"), found.on_project_share)
    for at, place in enumerate(found.places):
        yield from measures.text(("region", "places", at), place)


def recognition(rows: Iterable[RecognitionTable]) -> Iterator[Finding]:
    """Yield what is the matter with which suppliers are recognised."""
    rows = tuple(rows)
    for at, row in enumerate(rows):
        path = ("recognition", at)
        yield from measures.code((*path, "code"), row.code)
        yield from measures.text((*path, "label"), row.label)
        for key in ("target_group_share", "market_income_share"):
            yield from measures.share((*path, key), getattr(row, key))
        yield from measures.at_least_one((*path, "within_months"), row.within_months, MOST_MONTHS)
    yield from measures.duplicates(("recognition",), [row.code for row in rows])
