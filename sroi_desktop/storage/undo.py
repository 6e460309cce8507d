"""Turning an act back, and forward again: each time as a new entry of the history.

An act is undone where the latest entry about it is an undo. What can be redone are the acts
undone since the last new act, the one undone last coming first. Acts that may not be undone
(an issued report, an erased person) are passed over.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sroi_desktop.storage import history
from sroi_desktop.storage.errors import BlockedByReportError, UndoConflictError
from sroi_desktop.storage.history import Act
from sroi_desktop.storage.records import EntryKind
from sroi_desktop.storage.unit_of_work import CONTRACT

if TYPE_CHECKING:
    from sroi_desktop.storage.columns import Row
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.records import HistoryEntry
    from sroi_desktop.storage.unit_of_work import RowChange, Rows

_UNDOABLE = """
    SELECT id FROM history AS act
    WHERE kind = 'act' AND undoable AND 'undo' <> (
        SELECT kind FROM history WHERE origin = act.id ORDER BY id DESC LIMIT 1)
    ORDER BY id DESC LIMIT 1
"""
_REDOABLE = """
    SELECT origin FROM history AS undone
    WHERE kind = 'undo'
        AND id > (SELECT max(id) FROM history WHERE kind = 'act')
        AND id = (SELECT max(id) FROM history WHERE origin = undone.origin)
    ORDER BY id DESC LIMIT 1
"""
_LATEST = "SELECT max(id) FROM history WHERE origin = ?"
_REPORT_ON_EFFORT = """
    SELECT number, contract_id FROM report JOIN report_line ON report_line.report_id = report.id
    WHERE report_line.effort_id = ? AND report.entry_id > ? ORDER BY report.id LIMIT 1
"""
_REPORT_ON_CONTRACT = """
    SELECT number, contract_id FROM report WHERE contract_id = ? AND entry_id > ?
    ORDER BY id LIMIT 1
"""


def undoable(sql: Sql) -> HistoryEntry | None:
    """Return the act that `undo` would turn back."""
    found = sql.whole(_UNDOABLE)
    return history.entry(sql, found) if found else None


def redoable(sql: Sql) -> HistoryEntry | None:
    """Return the act that `redo` would bring back."""
    found = sql.whole(_REDOABLE)
    return history.entry(sql, found) if found else None


def reverse(rows: Rows, act: HistoryEntry, kind: EntryKind, who: str) -> int | None:
    """Turn back the latest entry about an act: the act itself, its undo or its redo.

    Args:
        rows: what writes the rows; the caller commits.
        act: the act that is undone or redone.
        kind: which of the two.
        who: the person who does so.

    Raises:
        BlockedByReportError: a report that was issued after the act rests on it.
        UndoConflictError: a row is no longer as the entry left it.
    """
    latest = rows.sql.whole(_LATEST, act.id)
    changes = history.changes(rows.sql, latest)
    _refuse_reported(rows.sql, latest, changes)
    for change in reversed(changes):
        try:
            _turn_back(rows, latest, change)
        except sqlite3.IntegrityError as error:
            raise UndoConflictError(latest, change.table) from error
    return history.append(rows, Act(who, act.name, act.about, kind, origin=act.id, reverses=latest))


def _turn_back(rows: Rows, entry_id: int, change: RowChange) -> None:
    if not _is_as(rows.find(change.table, change.key), change.after):
        raise UndoConflictError(entry_id, change.table)
    if change.before is None:
        rows.delete(change.table, change.key)
    elif change.after is None:
        rows.insert(change.table, change.before)
    else:
        rows.update(change.table, change.key, change.before)


def _is_as(row: Row | None, told: Row | None) -> bool:
    """Tell whether a row is as an entry says; a column of a later version was empty then."""
    if row is None or told is None:
        return row is told
    return all(value == told.get(name) for name, value in row.items())


def _refuse_reported(sql: Sql, entry_id: int, changes: tuple[RowChange, ...]) -> None:
    for change in changes:
        if change.table == CONTRACT and change.before is None:
            found = sql.row(_REPORT_ON_CONTRACT, change.key, entry_id)
        else:
            found = sql.row(_REPORT_ON_EFFORT, history.effort_of(sql, change), entry_id)
        if found is not None:
            raise BlockedByReportError(found["number"], found["contract_id"])
