"""Whether an administration is whole: its pages, its references, and that nobody altered it.

The history is replayed: the rows that follow from it have to be the rows in the tables, so
that a change made behind the program's back shows, and a cut-off history too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.storage import history
from sroi_desktop.storage.errors import KnownStorageError
from sroi_desktop.storage.hashing import sha256_of
from sroi_desktop.storage.records import Check
from sroi_desktop.storage.unit_of_work import RECORDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sroi_desktop.storage.columns import Row
    from sroi_desktop.storage.connection import Sql

_PER_READ = 1000
_OVER = """
    SELECT DISTINCT one.effort_id
    FROM allocation AS one
    JOIN allocation AS claim ON claim.effort_id = one.effort_id
        AND one.starts_on BETWEEN claim.starts_on AND claim.ends_on
    GROUP BY one.id
    HAVING sum(claim.parts) > 1000000
"""
_VALUES_DIFFER = """
    SELECT allocation.id FROM allocation LEFT JOIN valuation ON valuation.id = allocation.id
    WHERE valuation.id IS NULL
        OR CAST(replace(valuation.plain ->> '$.value', '.', '') AS INTEGER) IS NOT value_cents
"""


def every(sql: Sql) -> tuple[Check, ...]:
    """Return the outcome of every check; a check that cannot even read has failed."""
    return tuple(_outcome(sql, name, check) for name, check in _CHECKS)


def _outcome(sql: Sql, name: str, check: Callable[[Sql], tuple[int, list[str]]]) -> Check:
    try:
        count, wrong = check(sql)
    except KnownStorageError as error:
        return Check(name, ok=False, detail=repr(error))
    return Check(name, not wrong, wrong[0] if wrong else str(count))


def _integrity(sql: Sql) -> tuple[int, list[str]]:
    told = [row[0] for row in sql.rows("PRAGMA integrity_check")]
    return sql.whole("PRAGMA page_count"), [text for text in told if text != "ok"]


def _foreign_keys(sql: Sql) -> tuple[int, list[str]]:
    broken = sql.rows("PRAGMA foreign_key_check")
    return len(broken), [f"{row[0]} {row[1]} refers to no {row[2]}" for row in broken]


def _history(sql: Sql) -> tuple[int, list[str]]:
    """Compute the hash of every entry again, from the first on."""
    wrong = []
    before, count = history.FIRST_HASH, 0
    for entry in _pages(sql, "history"):
        count += 1
        if entry["hash"] != history.sealed(before, entry) or entry["id"] != count:
            wrong.append(f"entry {entry['id']} is not as it was written")
        before = str(entry["hash"])
    return count, wrong


def _rows(sql: Sql) -> tuple[int, list[str]]:
    """Compare the tables with what follows from the history.

    A column that a later version added is in no older entry, so only those of the entry count.
    """
    expected: dict[tuple[str, int], Row] = {}
    for entry in _pages(sql, "history"):
        for change in history.parsed(str(entry["changes"])):
            if change.after is None:
                expected.pop((change.table, change.key), None)
            else:
                expected[change.table, change.key] = change.after
    count, wrong = len(expected), []
    for table in RECORDED:
        for row in _pages(sql, table):
            told = expected.pop((table, int(str(row["id"]))), None)
            if told is None or any(row.get(name) != value for name, value in told.items()):
                wrong.append(f"{table} {row['id']} is not as the history left it")
    wrong.extend(f"{table} {key} is gone" for table, key in expected)
    return count, wrong


def _rules(sql: Sql) -> tuple[int, list[str]]:
    found = sql.rows("SELECT sha256, plain FROM rule_copy")
    wrong = [f"rules {row[0]}" for row in found if not _is_hash(row[0], row[1].encode())]
    return len(found), wrong


def _evidence(sql: Sql) -> tuple[int, list[str]]:
    """Hash every kept file, one at a time: together they may not fit in memory."""
    found = sql.rows("SELECT id, sha256 FROM kept_file")
    wrong = []
    for key, sha256 in found:
        row = sql.rows("SELECT bytes FROM kept_file WHERE id = ?", key)[0]
        if not _is_hash(sha256, row[0]):
            wrong.append(f"file {sha256}")
    return len(found), wrong


def _reports(sql: Sql) -> tuple[int, list[str]]:
    found = sql.rows("SELECT id, number, data_sha256, pdf_sha256 FROM report")
    wrong = []
    for key, number, data_sha256, pdf_sha256 in found:
        row = sql.row("SELECT data, pdf FROM report_document WHERE id = ?", key)
        if row is None or not (_is_hash(data_sha256, row[0]) and _is_hash(pdf_sha256, row[1])):
            wrong.append(f"report {number}")
    return len(found), wrong


def _allocations(sql: Sql) -> tuple[int, list[str]]:
    over = sql.rows(_OVER)
    count = sql.whole("SELECT count(*) FROM allocation")
    return count, [f"effort {row[0]} counts for more than the whole" for row in over]


def _valuations(sql: Sql) -> tuple[int, list[str]]:
    differ = sql.rows(_VALUES_DIFFER)
    count = sql.whole("SELECT count(*) FROM valuation")
    return count, [f"allocation {row[0]} has another value" for row in differ]


def _is_hash(sha256: str, data: bytes) -> bool:
    return sha256_of(data) == sha256


def _pages(sql: Sql, table: str) -> Iterator[dict[str, object]]:
    """Yield the rows of a table by id, some at a time: entries of the history can be long."""
    last: object = -1
    while found := sql.rows(
        f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT {_PER_READ}", last
    ):
        yield from map(dict, found)
        last = found[-1]["id"]


_CHECKS: tuple[tuple[str, Callable[[Sql], tuple[int, list[str]]]], ...] = (
    ("integrity", _integrity),
    ("foreign_keys", _foreign_keys),
    ("history", _history),
    ("rows", _rows),
    ("rules", _rules),
    ("evidence", _evidence),
    ("reports", _reports),
    ("allocations", _allocations),
    ("valuations", _valuations),
)
