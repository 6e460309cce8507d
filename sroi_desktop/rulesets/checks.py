"""What makes a rule set impossible although its file has the right shape.

Finds everything at once, each with the path of its key. Does not judge what a rule is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sroi_desktop.rulesets import measures
from sroi_desktop.rulesets.measures import HUNDRED, Finding
from sroi_desktop.rulesets.problems import KeyPath, ProblemKind
from sroi_desktop.rulesets.schema import (
    FORMAT,
    BlockTable,
    BonusTable,
    CountingTable,
    EvidenceTable,
    LimitTable,
    ObligationTable,
    RuleFile,
)

MOST_MONTHS = 1200
MOST_DAYS = 3660
OLDEST = 120
SHORTEST_WEEK, LONGEST_WEEK = 20, 48


def findings(file: RuleFile) -> Iterator[Finding]:
    """Yield everything that is the matter with the rules of a file."""
    yield from _heading(file)
    yield from _obligation(file.obligation)
    yield from _counting(file.counting, file.full_time_hours)
    for at, block in enumerate(file.blocks):
        yield from _block(("blocks", at), block)
    for at, bonus in enumerate(file.bonuses):
        yield from _bonus(("bonuses", at), bonus)
    yield from _staggers(file.bonuses)
    yield from evidence(file.evidence)
    yield from _references(file)
    yield from _the_rest(file)


def evidence(pieces: Iterable[EvidenceTable]) -> Iterator[Finding]:
    """Yield what is the matter with pieces of evidence."""
    pieces = tuple(pieces)
    for at, piece in enumerate(pieces):
        path = ("evidence", at)
        yield from measures.code((*path, "code"), piece.code)
        yield from measures.text((*path, "label"), piece.label)
        if not piece.kinds and not piece.blocks:
            yield Finding(path, ProblemKind.FOR_NOTHING)
    yield from measures.duplicates("evidence", [piece.code for piece in pieces])


def format_findings(number: int) -> Iterator[Finding]:
    """Yield that a file is of a later format than this program knows."""
    if number > FORMAT:
        yield Finding(("format",), ProblemKind.NEWER_FORMAT)
    elif number < 1:
        yield Finding(("format",), ProblemKind.LESS_THAN_ONE)


def _heading(file: RuleFile) -> Iterator[Finding]:
    yield from format_findings(file.format)
    yield from measures.code(("id",), file.id)
    yield from measures.text(("title",), file.title)
    yield from measures.text(("publisher",), file.publisher)
    for key in ("covers", "assumptions", "missing", "notes"):
        for at, text in enumerate(getattr(file, key)):
            yield from measures.text((key, at), text)
    for at, source in enumerate(file.sources):
        yield from measures.text(("sources", at, "url"), source.url)
    if file.supersedes == file.id:
        yield Finding(("supersedes",), ProblemKind.SUPERSEDES_ITSELF)
    hours = file.full_time_hours
    if hours is not None and not SHORTEST_WEEK <= hours <= LONGEST_WEEK:
        yield Finding(("full_time_hours",), ProblemKind.FULL_TIME)


def _obligation(terms: ObligationTable) -> Iterator[Finding]:
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


def _counting(terms: CountingTable, full_time: Fraction | None) -> Iterator[Finding]:
    here = "counting"
    yield from _limit((here, "limit"), terms.limit)
    for key in ("look_back_months", "interruption_months"):
        yield from measures.count((here, key), getattr(terms, key), MOST_MONTHS)
    hours = terms.min_hours_per_week
    if hours is None:
        return
    if hours < 0:
        yield Finding((here, "min_hours_per_week"), ProblemKind.NEGATIVE)
    elif hours > (full_time or LONGEST_WEEK):
        yield Finding((here, "min_hours_per_week"), ProblemKind.ABOVE_FULL_TIME)


def _limit(path: KeyPath, limit: LimitTable | None) -> Iterator[Finding]:
    if limit is None:
        return
    if [limit.months is None, limit.worked_years is None, not limit.unlimited].count(False) != 1:
        yield measures.one_of(path, "months", "worked_years", "unlimited")
    yield from measures.at_least_one((*path, "months"), limit.months, MOST_MONTHS)
    yield from measures.at_least_one((*path, "worked_years"), limit.worked_years, MOST_MONTHS)


def _block(path: KeyPath, block: BlockTable) -> Iterator[Finding]:
    yield from measures.code((*path, "code"), block.code)
    yield from measures.text((*path, "label"), block.label)
    yield from _value(path, block)
    yield from _limit((*path, "limit"), block.limit)
    yield from measures.count((*path, "min_months_out"), block.min_months_out, MOST_MONTHS)
    yield from measures.share((*path, "share_cap"), block.share_cap)


def _bonus(path: KeyPath, bonus: BonusTable) -> Iterator[Finding]:
    yield from measures.code((*path, "code"), bonus.code)
    yield from measures.text((*path, "label"), bonus.label)
    yield from _value(path, bonus)
    age = bonus.age
    if age is None:
        return
    if (age.at_least is None) == (age.over is None):
        yield measures.one_of((*path, "age"), "at_least", "over")
    yield from measures.at_least_one((*path, "age", "at_least"), age.at_least, OLDEST)
    yield from measures.at_least_one((*path, "age", "over"), age.over, OLDEST)


def _value(path: KeyPath, row: BlockTable | BonusTable) -> Iterator[Finding]:
    """Find a value that should be there and is not, or the other way round."""
    needed, given = row.unit.has_value, row.value is not None
    if given and row.value_from_contract:
        yield measures.one_of(path, "value", "value_from_contract")
    elif needed and not given and not row.value_from_contract:
        yield Finding((*path, "value"), ProblemKind.VALUE_MISSING)
    elif not needed and given:
        yield Finding((*path, "value"), ProblemKind.VALUE_UNUSED)
    elif not needed and row.value_from_contract:
        yield Finding((*path, "value_from_contract"), ProblemKind.VALUE_UNUSED)
    yield from measures.amount((*path, "value"), row.value)


def _staggers(bonuses: Iterable[BonusTable]) -> Iterator[Finding]:
    """Find two bonuses of one stagger at the same age: neither would be the highest."""
    seen = set()
    for at, bonus in enumerate(bonuses):
        if bonus.stagger is None or bonus.age is None:
            continue
        step = (bonus.stagger, bonus.age.at_least, bonus.age.over)
        if step in seen:
            yield Finding(("bonuses", at, "age"), ProblemKind.SAME_AGE)
        seen.add(step)


def _references(file: RuleFile) -> Iterator[Finding]:
    """Find codes that occur twice, and codes of blocks that are not there.

    A file without blocks holds terms only; its codes are those of the generic set.
    """
    codes = [block.code for block in file.blocks]
    yield from measures.duplicates("blocks", codes)
    yield from measures.duplicates("bonuses", [bonus.code for bonus in file.bonuses])
    if not codes:
        return
    named = [(("evidence", at), row.blocks) for at, row in enumerate(file.evidence)]
    named += [(("share_caps", at), row.blocks) for at, row in enumerate(file.share_caps)]
    for path, blocks in named:
        for place, code in enumerate(blocks):
            if code not in codes:
                data = measures.shown(code)
                yield Finding((*path, "blocks", place), ProblemKind.UNKNOWN_BLOCK, data)


def _the_rest(file: RuleFile) -> Iterator[Finding]:
    for at, rule in enumerate(file.deadlines):
        yield from measures.count(("deadlines", at, "days"), rule.days, MOST_DAYS)
    kinds = [rule.kind.value for rule in file.deadlines]
    yield from measures.duplicates("deadlines", kinds, key="kind")
    for at, cap in enumerate(file.share_caps):
        yield from measures.text(("share_caps", at, "label"), cap.label)
        yield from measures.share(("share_caps", at, "share"), cap.share)
    if file.penalty is not None and file.penalty.factor is not None:
        if file.penalty.factor < 0:
            yield Finding(("penalty", "factor"), ProblemKind.NEGATIVE)
        elif file.penalty.factor > HUNDRED:
            yield Finding(("penalty", "factor"), ProblemKind.TOO_GREAT)
