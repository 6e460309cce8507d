"""The history: one entry per act, each sealed with the hash of the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sroi_desktop.storage.columns import packed, readable, unpacked
from sroi_desktop.storage.hashing import sha256_of
from sroi_desktop.storage.records import EntryKind, HistoryEntry
from sroi_desktop.storage.unit_of_work import (
    ALLOCATION,
    CANDIDATE,
    CLAUSE,
    CONTRACT,
    EFFORT,
    HOUR,
    INVOICE,
    PERSON,
    PIECE,
    REPORT,
    REPORT_LINE,
    VALUATION,
    RowChange,
)

if TYPE_CHECKING:
    import sqlite3

    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

FIRST_HASH = "0" * 64
_LISTED = "id, at, who, name, about, kind, reverses, tables"
# The tables of which the history names the contract with every change, and those of persons,
# who stand in no figure but through their efforts; a clause stands in none.
_OF_CONTRACTS = frozenset(
    {
        ALLOCATION,
        CANDIDATE,
        CLAUSE,
        CONTRACT,
        EFFORT,
        HOUR,
        INVOICE,
        PERSON,
        PIECE,
        REPORT,
        REPORT_LINE,
        VALUATION,
    }
)
# The columns that the hash covers, in this order.
SEALED = ("id", "at", "who", "name", "about", "kind", "origin", "reverses", "undoable", "tables",
          "contracts", "changes")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What an entry is called; for a reversal also what it turns back, and for which act."""

    who: str
    name: str
    about: str
    kind: EntryKind = EntryKind.ACT
    origin: int | None = None
    reverses: int | None = None


def next_id(sql: Sql) -> int:
    """Return the id of the entry that the next act will get."""
    return sql.whole("SELECT max(id) FROM history") + 1


def touched(sql: Sql, since: int) -> frozenset[int] | None:
    """Return the contracts that entries after one were about.

    None where an entry changed something that belongs to no contract, such as a supplier.
    """
    found: set[int] = set()
    for row in sql.rows("SELECT tables, contracts FROM history WHERE id > ?", since):
        with readable():
            if not _OF_CONTRACTS.issuperset(unpacked(row["tables"])):
                return None
            found.update(unpacked(row["contracts"]))
    return frozenset(found)


def append(rows: Rows, act: Act) -> int | None:
    """Write the entry of an act, unless nothing changed; return its id."""
    if not rows.changes and not rows.leaves_entry:
        return None
    entry = {
        "id": rows.entry_id,
        "at": rows.at.astimezone(UTC).isoformat(),
        "who": act.who,
        "name": act.name,
        "about": act.about,
        "kind": act.kind.value,
        "origin": act.origin or rows.entry_id,
        "reverses": act.reverses,
        "undoable": int(rows.undoable),
        "tables": packed(sorted({change.table for change in rows.changes})),
        "contracts": packed(sorted(_contracts(rows))),
        "changes": packed([[c.table, c.key, c.before, c.after] for c in rows.changes]),
    }
    entry["hash"] = sealed(head(rows.sql), entry)
    rows.sql.database.table("history").insert(entry)
    return rows.entry_id


def head(sql: Sql) -> str:
    """Return the hash of the last entry: it stands for everything before it."""
    last = sql.row("SELECT hash FROM history ORDER BY id DESC LIMIT 1")
    return FIRST_HASH if last is None else str(last["hash"])


def sealed(before: str, entry: dict[str, object] | sqlite3.Row) -> str:
    """Return the hash of an entry that follows the one with hash `before`."""
    body = packed([entry[name] for name in SEALED])
    return sha256_of(f"{before}\n{body}".encode())


def entries(sql: Sql, contract_id: int | None, limit: int) -> tuple[HistoryEntry, ...]:
    """Return the latest entries, newest first; of one contract where one is given."""
    about_it = "EXISTS (SELECT 1 FROM json_each(contracts) WHERE value = :contract)"
    where = "TRUE" if contract_id is None else about_it
    # By name: Python 3.12.3 warns of values that are given by number.
    found = sql.rows(
        f"SELECT {_LISTED} FROM history WHERE {where} ORDER BY id DESC LIMIT :limit",
        contract=contract_id,
        limit=limit,
    )
    return tuple(_entry(row) for row in found)


def entry(sql: Sql, entry_id: int) -> HistoryEntry:
    """Return one entry that is known to be there."""
    row = sql.rows(f"SELECT {_LISTED} FROM history WHERE id = ?", entry_id)[0]
    return _entry(row)


def changes(sql: Sql, entry_id: int) -> tuple[RowChange, ...]:
    """Return what an entry changed, in the order in which it did."""
    row = sql.rows("SELECT changes FROM history WHERE id = ?", entry_id)[0]
    return parsed(row["changes"])


def parsed(text: str) -> tuple[RowChange, ...]:
    """Return the changes that an entry holds as text."""
    with readable():
        return tuple(
            RowChange(table, key, before and dict(before), after and dict(after))
            for table, key, before, after in unpacked(text)
        )


def _entry(row: sqlite3.Row) -> HistoryEntry:
    with readable():
        return HistoryEntry(
            row["id"],
            datetime.fromisoformat(row["at"]),
            row["who"],
            row["name"],
            row["about"],
            EntryKind(row["kind"]),
            row["reverses"],
            tuple(unpacked(row["tables"])),
        )


def effort_of(sql: Sql, change: RowChange) -> int | None:
    """Return the effort that a change is part of, or None."""
    if change.table == EFFORT:
        return change.key
    if change.table == VALUATION:
        return sql.whole("SELECT effort_id FROM allocation WHERE id = ?", change.key)
    if change.table in {ALLOCATION, HOUR, PIECE}:
        return _whole(change, "effort_id")
    return None


def _contracts(rows: Rows) -> set[int]:
    """Return the contracts that the changes are about, through their efforts too."""
    found = {
        change.key if change.table == CONTRACT else _whole(change, "contract_id")
        for change in rows.changes
        if change.table in {CONTRACT, ALLOCATION, INVOICE, REPORT}
    }
    found |= _of_clauses(rows)
    for effort_id in {effort_of(rows.sql, change) for change in rows.changes}:
        where = "SELECT contract_id FROM allocation WHERE effort_id = ?"
        found.update(row["contract_id"] for row in rows.sql.rows(where, effort_id))
    return found


def _of_clauses(rows: Rows) -> set[int]:
    """Return the contracts that changed clauses belong to; most belong to none yet."""
    told = (
        change.after or change.before or {} for change in rows.changes if change.table == CLAUSE
    )
    return {int(row["contract_id"]) for row in told if row["contract_id"] is not None}


def _whole(change: RowChange, column: str) -> int:
    """Return a reference of the changed row, which no change alters."""
    row = change.after or change.before or {}
    return int(row[column] or 0)
