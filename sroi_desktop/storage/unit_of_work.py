"""Writing rows within one act, and remembering each as it was and as it became.

Every table that is written here has a whole-number `id`; nothing else belongs in the history.
Bytes, keys and copies of rules are kept beside it (`keep`): they are named by their hash, and
no act takes them away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.storage.errors import ClosedActError, UnknownRecordError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

    from sroi_desktop.storage.columns import Row, SqlValue
    from sroi_desktop.storage.connection import Sql

COMPANY = "company"
CERTIFICATE = "certificate"
CANDIDATE = "candidate"
PERSON = "person"
SUPPLIER = "supplier"
CONTRACT = "contract"
CLAUSE = "clause"
INVOICE = "invoice"
EFFORT = "effort"
HOUR = "hour"
APART = "apart"
ALLOCATION = "allocation"
VALUATION = "valuation"
PIECE = "piece"
REPORT = "report"
REPORT_LINE = "report_line"

# All tables of which the history keeps the rows, parents before children.
RECORDED = (
    COMPANY,
    CERTIFICATE,
    CANDIDATE,
    PERSON,
    SUPPLIER,
    CONTRACT,
    CLAUSE,
    INVOICE,
    EFFORT,
    HOUR,
    APART,
    ALLOCATION,
    VALUATION,
    PIECE,
    REPORT,
    REPORT_LINE,
)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None before is a new row, None after a removed one."""

    table: str
    key: int
    before: Row | None
    after: Row | None


class Rows:
    """Writes rows within one act, and lists what changed.

    `entry_id` is the entry of the history that the act will get and `at` its moment. An act
    that may not be undone says so in `undoable`; one that leaves an entry even where no row
    changed, in `leaves_entry`.
    """

    def __init__(self, sql: Sql, entry_id: int, at: datetime) -> None:
        self.sql = sql
        self.entry_id = entry_id
        self.at = at
        self.changes: list[RowChange] = []
        self.undoable = True
        self.leaves_entry = False
        self.is_open = True

    def insert(self, table: str, values: Mapping[str, SqlValue]) -> int:
        """Add a row and return its id; with an `id` among the values it gets that one."""
        self._check_open()
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        added = self._execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())
        key = int(added.lastrowid or 0)
        self._note(table, key, None)
        return key

    def update(self, table: str, key: int, values: Mapping[str, SqlValue]) -> None:
        """Change a row; where nothing differs, nothing is written or noted.

        Raises:
            UnknownRecordError: there is no such row.
        """
        self._check_open()
        before = self.existing(table, key)
        if any(before[name] != value for name, value in values.items()):
            changed = ", ".join(f"{name} = ?" for name in values)
            self._execute(f"UPDATE {table} SET {changed} WHERE id = ?", *values.values(), key)
            self._note(table, key, before)

    def delete(self, table: str, key: int) -> None:
        """Remove a row.

        Raises:
            UnknownRecordError: there is no such row.
        """
        self._check_open()
        before = self.existing(table, key)
        self._execute(f"DELETE FROM {table} WHERE id = ?", key)
        self._note(table, key, before)

    def put(self, table: str, key: int, values: Mapping[str, SqlValue]) -> None:
        """Change a row, or add it under this id where there is none."""
        if self.find(table, key) is None:
            self.insert(table, {"id": key, **values})
        else:
            self.update(table, key, values)

    def keep(self, sql: str, *values: object) -> None:
        """Execute a statement on what stands beside the history: bytes, keys, copies."""
        self._check_open()
        self.sql.run(sql, *values)

    def find(self, table: str, key: int | None) -> Row | None:
        """Return a row as it is now, or None."""
        row = self.sql.row(f"SELECT * FROM {table} WHERE id = ?", key)
        return None if row is None else dict(row)

    def existing(self, table: str, key: int | None) -> Row:
        """Return a row as it is now.

        Raises:
            UnknownRecordError: there is no such row.
        """
        row = self.find(table, key)
        if row is None:
            raise UnknownRecordError(table, key or 0)
        return row

    def _note(self, table: str, key: int, before: Row | None) -> None:
        self.changes.append(RowChange(table, key, before, self.find(table, key)))

    def _execute(self, sql: str, *values: SqlValue) -> sqlite3.Cursor:
        """Execute a statement through sqlite-utils, but not through its tables.

        Those ask SQLite for the columns at each row: 1.5 ms for an update.
        """
        return self.sql.database.execute(sql, list(values))

    def _check_open(self) -> None:
        if not self.is_open:
            raise ClosedActError
