"""What makes a rule set impossible although its file has the right shape.

Finds everything at once, each with the path of its key. Does not judge what a rule is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sroi_desktop.domain.rules import Basis
from sroi_desktop.domain.rules.citing import NUMBERED
from sroi_desktop.rulesets import checks_terms, measures
from sroi_desktop.rulesets.measures import Finding
from sroi_desktop.rulesets.problems import KeyPath, ProblemKind
from sroi_desktop.rulesets.schema import (
    FORMAT,
    BlockTable,
    BonusTable,
    EvidenceTable,
    NoteTable,
    RuleFile,
)

OLDEST = 120
SHORTEST_WEEK = 20


def findings(file: RuleFile) -> Iterator[Finding]:
    """Yield everything that is the matter with the rules of a file."""
    yield from _heading(file)
    yield from checks_terms.obligation(file.obligation)
    yield from checks_terms.counting(file.counting, file.full_time_hours)
    for at, block in enumerate(file.blocks):
        yield from _block(("blocks", at), block)
    for at, bonus in enumerate(file.bonuses):
        yield from _bonus(("bonuses", at), bonus)
    yield from _staggers(file.bonuses)
    yield from evidence(file.evidence)
    yield from _references(file)
    yield from _groups(file)
    yield from checks_terms.deadlines(file.deadlines)
    yield from checks_terms.share_caps(file.share_caps)
    yield from checks_terms.penalty(file.penalty)
    yield from checks_terms.region(file.region)
    yield from checks_terms.recognition(file.recognition)
    yield from _citations(file)


def evidence(pieces: Iterable[EvidenceTable]) -> Iterator[Finding]:
    """Yield what is the matter with pieces of evidence."""
    pieces = tuple(pieces)
    for at, piece in enumerate(pieces):
        path = ("evidence", at)
        yield from measures.code((*path, "code"), piece.code)
        yield from measures.text((*path, "label"), piece.label)
        if not piece.kinds and not piece.blocks:
            yield Finding(path, ProblemKind.FOR_NOTHING)
    yield from measures.duplicates(("evidence",), [piece.code for piece in pieces])


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
    for key in ("covers", "assumptions", "missing"):
        for at, text in enumerate(getattr(file, key)):
            yield from measures.text((key, at), text)
    for at, note in enumerate(file.notes):
        path: KeyPath = ("notes", at)
        if isinstance(note, NoteTable):
            yield from measures.text((*path, "text"), note.text)
        else:
            yield from measures.text(path, note)
    for at, source in enumerate(file.sources):
        yield from measures.text(("sources", at, "url"), source.url)
    if file.drops and file.builds_on is None:
        yield Finding(("drops",), ProblemKind.DROPS_NOTHING)
    if file.supersedes == file.id:
        yield Finding(("supersedes",), ProblemKind.SUPERSEDES_ITSELF)
    hours = file.full_time_hours
    if hours is not None and not SHORTEST_WEEK <= hours <= checks_terms.LONGEST_WEEK:
        yield Finding(("full_time_hours",), ProblemKind.FULL_TIME)


def _block(path: KeyPath, block: BlockTable) -> Iterator[Finding]:
    yield from measures.code((*path, "code"), block.code)
    yield from measures.text((*path, "label"), block.label)
    yield from _value(path, block)
    yield from checks_terms.limit((*path, "limit"), block.limit)
    most = checks_terms.MOST_MONTHS
    yield from measures.count((*path, "min_months_out"), block.min_months_out, most)
    yield from measures.share((*path, "share_cap"), block.share_cap)
    yield from measures.share((*path, "counts_for"), block.counts_for)
    if block.counts_for is not None and Basis.AMOUNT not in block.unit.bases:
        yield Finding((*path, "counts_for"), ProblemKind.PART_UNUSED)
    if block.choice is not None and block.group is None:
        yield Finding((*path, "group"), ProblemKind.MISSING_KEY)


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
    """Find two bonuses of one stagger from the same age on: neither would be the highest."""
    seen = set()
    for at, bonus in enumerate(bonuses):
        if bonus.stagger is None or bonus.age is None:
            continue
        age = bonus.age
        # "Older than 50" and "at least 51" are the same age.
        step = (bonus.stagger, (age.over or 0) + 1 if age.at_least is None else age.at_least)
        if step in seen:
            yield Finding(("bonuses", at, "age"), ProblemKind.SAME_AGE)
        seen.add(step)


def _references(file: RuleFile) -> Iterator[Finding]:
    """Find codes that occur twice, and codes of blocks that are not there.

    A file without blocks holds terms only; its codes are those of the generic set.
    """
    codes = [block.code for block in file.blocks]
    yield from measures.duplicates(("blocks",), codes)
    yield from measures.duplicates(("bonuses",), [bonus.code for bonus in file.bonuses])
    if not codes:
        return
    for table in ("bonuses", "evidence", "share_caps", "notes"):
        for at, row in enumerate(getattr(file, table)):
            for place, code in enumerate(getattr(row, "blocks", ())):
                if code not in codes:
                    path = (table, at, "blocks", place)
                    yield Finding(path, ProblemKind.UNKNOWN_BLOCK, measures.shown(code))


def _groups(file: RuleFile) -> Iterator[Finding]:
    """Find groups without a choice, and rows of a group that is not there."""
    groups = [group.code for group in file.groups]
    yield from measures.duplicates(("groups",), groups)
    members = [block.group for block in file.blocks]
    for at, group in enumerate(file.groups):
        yield from measures.code(("groups", at, "code"), group.code)
        yield from measures.text(("groups", at, "label"), group.label)
        if members.count(group.code) < measures.FEWEST_IN_A_GROUP:
            yield Finding(("groups", at), ProblemKind.NO_CHOICE)
    for at, code in enumerate(members):
        if code is not None and code not in groups:
            path = ("blocks", at, "group")
            yield Finding(path, ProblemKind.UNKNOWN_GROUP, measures.shown(code))


def _citations(file: RuleFile) -> Iterator[Finding]:
    for at, citation in enumerate(file.citations):
        if not _leads_to_a_value(file, citation.key):
            yield Finding(("citations", at, "key"), ProblemKind.NO_SUCH_VALUE)
    yield from measures.duplicates(
        ("citations",), [citation.key for citation in file.citations], key="key"
    )


def _leads_to_a_value(file: RuleFile, key: str) -> bool:
    """Tell whether a key such as "blocks.ww.value" names a value that the file gives."""
    found: object = file
    path = key.split(".")
    for depth, part in enumerate(path):
        if isinstance(found, tuple):
            found = _row_of(".".join(path[:depth]), found, part)
        elif isinstance(found, Struct) and part in found.__struct_fields__:
            found = getattr(found, part)
        elif path[0] == "notes" and isinstance(found, str) and part == "text":
            continue  # a note without a place is its text
        else:
            return False
    is_table = isinstance(found, tuple) and any(isinstance(row, Struct) for row in found)
    return found is not None and not is_table


def _row_of(table: str, rows: tuple[object, ...], part: str) -> object:
    """Return the row that a part of a key names: by code or kind, else by its number from 1."""
    if table not in NUMBERED:
        return next((row for row in rows if part in _names(row)), None)
    numbers = {str(number): row for number, row in enumerate(rows, start=1)}
    return numbers.get(part)


def _names(row: object) -> tuple[object, ...]:
    """Return how a row of a table can be called: by its code, or by its kind."""
    kind = getattr(row, "kind", None)
    return (getattr(row, "code", None), getattr(kind, "value", None))
