"""Efforts, the hours under them, and by what an effort that was booked twice is recognised."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.storage import persons
from sroi_desktop.storage.columns import (
    Shape,
    choice,
    codes,
    costs,
    day,
    flag,
    fraction,
    money,
    period,
    readable,
    text,
    whole,
)
from sroi_desktop.storage.errors import BlockedByReportError, UnknownRecordError
from sroi_desktop.storage.records import HourRow
from sroi_desktop.storage.repositories import parties
from sroi_desktop.storage.unit_of_work import APART, CANDIDATE, EFFORT, HOUR, PIECE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sroi_desktop.domain.duplicates import Trace
    from sroi_desktop.storage.columns import Row
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

# The candidate and the sealed birth date stand elsewhere or otherwise: see `record`.
_EFFORT = Shape(
    Effort,
    {
        "kind": choice("kind", EffortKind),
        "block": text("block"),
        "title": text("title"),
        "period": period("starts_on", "ends_on"),
        "state": choice("state", EffortState),
        "supplier_id": whole("supplier_id"),
        "hours_per_week": fraction("hours_per_week"),
        "worked_hours": fraction("worked_hours"),
        "employees": whole("employees"),
        "hours": fraction("hours"),
        "quantity": fraction("quantity"),
        "amount": money("amount_cents"),
        "invoice_number": text("invoice_number"),
        "bonuses": codes("bonuses"),
        "bonus_costs": costs("bonus_costs"),
        "counted_since": day("counted_since"),
        "counted_before": fraction("counted_before"),
        "wage_subsidy_until": day("wage_subsidy_until"),
        "worked_here_before": flag("worked_here_before"),
        "on_project": flag("on_project"),
        "place": text("place"),
        "note": text("note"),
        "accepted": money("accepted_cents"),
        "verdict": text("verdict"),
        "id": whole("id"),
    },
)
# To be followed by WHERE; other queries join it with their own columns.
COLUMNS = "effort.*, candidate.code AS candidate"
TABLES = "effort LEFT JOIN candidate ON candidate.id = effort.candidate_id"
_TRACED = """
    effort.id, effort.title, starts_on, ends_on, candidate.code, supplier_id, amount_cents,
    invoice_number
"""
# Only what several efforts have in common can tell that two of them are the same.
_BY = ("candidate_id", "supplier_id", "invoice_number")
_TRACEABLE = " OR ".join(
    f"effort.{column} IN (SELECT {column} FROM effort GROUP BY {column} HAVING count(*) > 1)"
    for column in _BY
)
_TRACEABLE_ALONE = " OR ".join(f"effort.{column} IS NOT NULL" for column in _BY)


def get(sql: Sql, effort_id: int) -> Effort:
    """Return one effort.

    Raises:
        UnknownRecordError: there is no such effort.
    """
    row = sql.row(f"SELECT {COLUMNS} FROM {TABLES} WHERE effort.id = ?", effort_id)
    if row is None:
        raise UnknownRecordError(EFFORT, effort_id)
    return record(sql, row)


def record(sql: Sql, row: sqlite3.Row) -> Effort:
    """Return the effort of a row that has `COLUMNS`."""
    born = None
    if row["born_sealed"] is not None:
        subject, key = _key_owner(row["candidate_id"], row["id"])
        plain = persons.unsealed(sql, subject, key, row["born_sealed"])
        with readable():
            born = None if plain is None else date.fromisoformat(plain)
    return _EFFORT.record(row, candidate=row["candidate"], born=born)


def add(rows: Rows, effort: Effort) -> int:
    """Add an effort and return its id.

    Raises:
        UnknownRecordError: there is no candidate with this pseudonym, or no such supplier.
    """
    values = _values(rows, effort)
    effort_id = rows.insert(EFFORT, values | {"born_sealed": None})
    if effort.born is not None:
        _seal(rows, effort, effort_id, values["candidate_id"])
    return effort_id


def change(rows: Rows, effort: Effort) -> None:
    """Change an effort.

    Raises:
        UnknownRecordError: there is no such effort, candidate or supplier.
    """
    effort_id = effort.id or 0
    before = get(rows.sql, effort_id)
    values = _values(rows, effort)
    if effort.born is None:
        values["born_sealed"] = None
    rows.update(EFFORT, effort_id, values)
    # Sealing again gives another text each time: only where there is something else to seal.
    is_sealed = (before.born, before.candidate) == (effort.born, effort.candidate)
    if effort.born is not None and not is_sealed:
        _seal(rows, effort, effort_id, values["candidate_id"])


def remove(rows: Rows, effort_id: int) -> None:
    """Remove an effort with its hours, evidence and pairs; its allocations are gone already.

    Raises:
        UnknownRecordError: there is no such effort.
    """
    for table in (HOUR, PIECE):
        for row in rows.sql.rows(f"SELECT id FROM {table} WHERE effort_id = ?", effort_id):
            rows.delete(table, row["id"])
    for row in rows.sql.rows("SELECT id FROM apart WHERE ? IN (first_id, second_id)", effort_id):
        rows.delete(APART, row["id"])
    rows.delete(EFFORT, effort_id)


def traces(sql: Sql, *, alone: bool) -> tuple[Trace, ...]:
    """Return by what efforts can be recognised, also those that are `alone` in it if asked."""
    from sroi_desktop.domain.duplicates import Trace  # noqa: PLC0415 - no start asks for them

    where = _TRACEABLE_ALONE if alone else _TRACEABLE
    found = sql.rows(f"SELECT {_TRACED} FROM {TABLES} WHERE {where} ORDER BY effort.id")
    with readable():
        return tuple(
            Trace(
                effort_id,
                title,
                Period(date.fromisoformat(starts), date.fromisoformat(ends)),
                candidate,
                supplier_id,
                None if cents is None else Money(cents),
                invoice,
            )
            for effort_id, title, starts, ends, candidate, supplier_id, cents, invoice in found
        )


def apart(sql: Sql) -> frozenset[tuple[int, int]]:
    """Return the pairs that are no duplicates, the smaller id first."""
    return frozenset((row[0], row[1]) for row in sql.rows("SELECT first_id, second_id FROM apart"))


def set_apart(rows: Rows, pair: tuple[int, int]) -> None:
    """Keep that two efforts are no duplicates; once is enough.

    Raises:
        UnknownRecordError: one of them is not there.
    """
    first, second = sorted(pair)
    for effort_id in (first, second):
        rows.existing(EFFORT, effort_id)
    if (first, second) not in apart(rows.sql):
        rows.insert(APART, {"first_id": first, "second_id": second})


def refuse_reported(sql: Sql, effort_id: int) -> None:
    """Raise where an issued report rests on an effort.

    Raises:
        BlockedByReportError: one does.
    """
    row = sql.row(
        "SELECT number, contract_id FROM report JOIN report_line"
        " ON report_line.report_id = report.id WHERE effort_id = ? ORDER BY report.id",
        effort_id,
    )
    if row is not None:
        raise BlockedByReportError(row["number"], row["contract_id"])


def hours(sql: Sql, effort_id: int) -> tuple[HourRow, ...]:
    """Return the hours under an effort, by day."""
    found = sql.rows(
        "SELECT worked_on, hours FROM hour WHERE effort_id = ? ORDER BY worked_on, id", effort_id
    )
    with readable():
        return tuple(
            HourRow(date.fromisoformat(worked), Fraction(spent)) for worked, spent in found
        )


def set_hours(rows: Rows, effort_id: int, wanted: Sequence[tuple[date, Fraction]]) -> None:
    """Replace the hours under an effort; rows that stay as they were are left alone.

    Raises:
        UnknownRecordError: there is no such effort.
    """
    rows.existing(EFFORT, effort_id)
    new = [(worked.isoformat(), str(spent)) for worked, spent in wanted]
    for row in rows.sql.rows("SELECT * FROM hour WHERE effort_id = ? ORDER BY id", effort_id):
        if (row["worked_on"], row["hours"]) in new:
            new.remove((row["worked_on"], row["hours"]))
        else:
            rows.delete(HOUR, row["id"])
    for worked, spent in new:
        rows.insert(HOUR, {"effort_id": effort_id, "worked_on": worked, "hours": spent})


def _values(rows: Rows, effort: Effort) -> Row:
    values = _EFFORT.values(effort)
    values["candidate_id"] = None
    if effort.candidate is not None:
        candidate = parties.candidate_by_code(rows.sql, effort.candidate)
        if candidate is None:
            raise UnknownRecordError(CANDIDATE, effort.candidate)
        values["candidate_id"] = candidate.id
    if effort.supplier_id is not None:
        parties.supplier(rows.sql, effort.supplier_id)
    return values


def _seal(rows: Rows, effort: Effort, effort_id: int, candidate_id: object) -> None:
    subject, key = _key_owner(candidate_id, effort_id)
    text = persons.sealed(rows, subject, key, str(effort.born))
    rows.update(EFFORT, effort_id, {"born_sealed": text})


def _key_owner(candidate_id: object, effort_id: int) -> tuple[str, int]:
    """Return whose key seals the birth date: the candidate's, or the effort's without one."""
    return (EFFORT, effort_id) if candidate_id is None else (CANDIDATE, int(str(candidate_id)))
