"""Where every contract stands, added up by SQL: fast with ten thousand efforts.

Which amount goes where (docs/storage.md, Figures):

- to come (planned, committed) and realised ones that start later: planned;
- realised or reported, and over: proven or unproven, by the evidence;
- realised or reported, and under way: nowhere, they are valued live (`running`);
- accepted, wholly or in part: the accepted amount is proven, reported and accepted, since the
  authority's word is stronger than our list of evidence; the rest is rejected;
- rejected: rejected.

Reported is of what was realised the part that the latest report told.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.guidance import Unproven, Unrecognised
from sroi_desktop.domain.money import Money
from sroi_desktop.storage.columns import packed, pairs
from sroi_desktop.storage.records import AddedUp, ContractFigures, Outline, Running
from sroi_desktop.storage.repositories import bookings, efforts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from sroi_desktop.storage.connection import Sql

MOST_SHOWN = 3
_DONE = "effort.state IN ('realised', 'reported')"
_OVER = f"{_DONE} AND effort.ends_on <= :today"
_UNDER_WAY = f"{_DONE} AND effort.starts_on <= :today AND effort.ends_on > :today"
_ACCEPTED = "state IN ('accepted', 'accepted_in_part')"
_TO_COME = f"state IN ('planned', 'committed') OR {_DONE} AND effort.starts_on > :today"


def _sum(cents: str, condition: str) -> str:
    return f"sum(CASE WHEN {condition} THEN {cents} ELSE 0 END)"


_EVERY, _SOME = "TRUE", "contract_id IN (SELECT value FROM json_each(:only))"
# So that the few efforts of some contracts are looked up, not found among all under way.
_OF_SOME = f"{_SOME} AND effort.id IN (SELECT effort_id FROM allocation WHERE {_SOME})"
_VALUE, _PART = "allocation.value_cents", "allocation.accepted_cents"
# What the owner calls reported without a report is so as a whole.
_TOLD = f"""CASE WHEN state = 'reported' AND reported_cents = 0 THEN {_VALUE}
    ELSE min({_VALUE}, reported_cents) END"""
_TOTALS = f"""
    SELECT
        contract_id,
        {_sum(_VALUE, _TO_COME)} AS planned,
        {_sum(_VALUE, f"{_OVER} AND missing_count > 0")} AS unproven,
        {_sum(_VALUE, f"{_OVER} AND missing_count = 0")} AS proven,
        {_sum(_TOLD, _OVER)} AS reported,
        {_sum(_PART, _ACCEPTED)} AS accepted,
        {_sum(_VALUE, "state = 'rejected'")} AS rejected,
        {_sum(f"max(0, {_VALUE} - {_PART})", _ACCEPTED)} AS turned_down,
        {_sum(_VALUE, _UNDER_WAY)} AS under_way,
        count(DISTINCT effort_id) AS efforts,
        count(DISTINCT CASE WHEN {_OVER} AND missing_count > 0 THEN effort_id END)
            AS unproven_count
    FROM allocation JOIN effort ON effort.id = effort_id
    WHERE {{among}}
    GROUP BY contract_id
"""
_UNPROVEN = f"""
    SELECT contract_id, effort_id, title, value_cents, missing FROM (
        SELECT allocation.contract_id, effort_id, title, value_cents, missing, row_number() OVER (
            PARTITION BY allocation.contract_id ORDER BY value_cents DESC, effort_id) AS place
        FROM allocation JOIN effort ON effort.id = effort_id
        WHERE {_OVER} AND missing_count > 0 AND {{among}}
    )
    WHERE place <= {MOST_SHOWN}
    ORDER BY contract_id, place
"""
_REPORTED_UNTIL = """
    SELECT contract_id, max(ends_on) FROM report WHERE kind IN ('progress', 'final')
    GROUP BY contract_id
"""
# Of most contracts the share with most at stake is the first that is looked at.
_OUTLINES = f"""
    SELECT contract.id, (
        SELECT {_VALUE} FROM allocation CROSS JOIN effort ON effort.id = effort_id
        WHERE contract_id = contract.id AND missing_count > 0
            AND {_DONE} AND effort.starts_on <= :today
        ORDER BY {_VALUE} DESC LIMIT 1
    )
    FROM contract
    WHERE EXISTS (SELECT 1 FROM allocation WHERE contract_id = contract.id)
"""
# CROSS JOIN: begin with the few efforts that are under way, whatever order is asked for.
_RUNNING = f"""
    SELECT {efforts.COLUMNS}, allocation.id AS allocation_id
    FROM {efforts.TABLES} CROSS JOIN allocation ON allocation.effort_id = effort.id
    WHERE {_UNDER_WAY} AND {{among}}
    ORDER BY allocation.contract_id, effort.id, allocation.id
"""
_ALLOCATED = f"""
    SELECT allocation.* FROM effort CROSS JOIN allocation ON effort_id = effort.id
    WHERE {_UNDER_WAY} AND {{among}}
"""
# A purchase counts on its last day, so that is the day on which the recognition has to hold.
_UNRECOGNISED = """
    SELECT contract_id, effort.id, supplier.name, value_cents,
        CASE WHEN valid_until < effort.ends_on THEN valid_until END, supplier.id, effort.ends_on
    FROM effort
    CROSS JOIN allocation ON effort_id = effort.id
    JOIN supplier ON supplier.id = supplier_id
    WHERE supplier_id IS NOT NULL AND state IN ('planned', 'committed', 'realised', 'reported')
        AND (scheme IS NULL OR valid_from > effort.ends_on OR valid_until < effort.ends_on)
        AND {among}
    ORDER BY contract_id, value_cents DESC, effort.id
"""


def every(
    sql: Sql, today: date, only: Collection[int] | None = None
) -> tuple[ContractFigures, ...]:
    """Return where each contract stands, by number.

    Args:
        sql: the connection.
        today: what was done counts once it is over by then.
        only: the contracts that are asked for; None for all.
    """
    sums = {row["contract_id"]: row for row in _asked(sql, _TOTALS, today, only)}
    unproven = _unproven(sql, today, only)
    reported = _reported(sql)
    return tuple(
        _figures(contract, sums.get(contract), unproven.get(contract, ()), reported.get(contract))
        for (contract,) in sql.rows("SELECT id FROM contract ORDER BY number")
        if only is None or contract in only
    )


def _asked(sql: Sql, query: str, today: date, only: Collection[int] | None) -> list[sqlite3.Row]:
    """Return the rows of a query over all contracts, or over some."""
    if only is None:
        return sql.rows(query.format(among=_EVERY), today=today.isoformat())
    some = packed(list(only))
    return sql.rows(query.format(among=_OF_SOME), today=today.isoformat(), only=some)


def outlines(sql: Sql, today: date) -> dict[int, Outline]:
    """Return by contract what can be told without adding up; without those of which nothing can."""
    booked = dict(map(tuple, sql.rows(_OUTLINES, today=today.isoformat())))
    reported = _reported(sql)
    return {
        contract: Outline(
            contract in booked,
            None if (most := booked.get(contract)) is None else Money(most),
            reported.get(contract),
        )
        for contract in booked.keys() | reported.keys()
    }


def added_up(sql: Sql, today: date, only: Collection[int]) -> dict[int, AddedUp]:
    """Return by contract what its efforts add up to; nothing for one without efforts."""
    return {
        row["contract_id"]: AddedUp(_totals(row), Money(row["under_way"]), row["efforts"])
        for row in _asked(sql, _TOTALS, today, only)
    }


def _reported(sql: Sql) -> dict[int, date]:
    """Return the last day that a report covers, by contract."""
    return {row[0]: date.fromisoformat(row[1]) for row in sql.rows(_REPORTED_UNTIL)}


def _figures(
    contract_id: int,
    sums: sqlite3.Row | None,
    unproven: Sequence[Unproven],
    reported_until: date | None,
) -> ContractFigures:
    if sums is None:
        return ContractFigures(contract_id, NO_TOTALS, 0, (), 0, reported_until)
    return ContractFigures(
        contract_id,
        _totals(sums),
        sums["efforts"],
        tuple(unproven),
        sums["unproven_count"],
        reported_until,
    )


def running(sql: Sql, today: date, only: Collection[int] | None = None) -> tuple[Running, ...]:
    """Return the efforts that are under way on a day, per contract they count for."""
    allocated = {row["id"]: row for row in _asked(sql, _ALLOCATED, today, only)}
    found = []
    for row in _asked(sql, _RUNNING, today, only):
        part = allocated[row["allocation_id"]]
        found.append(
            Running(
                efforts.record(sql, row),
                bookings.ALLOCATED.record(part),
                Money(part["value_cents"]),
                pairs(part["missing"]),
                bookings.tenure(part),
                Money(part["reported_cents"]),
            )
        )
    return tuple(found)


def unrecognised(
    sql: Sql, only: Collection[int] | None = None
) -> tuple[tuple[int, Unrecognised], ...]:
    """Return the purchases whose supplier's recognition did not hold, each with its contract."""
    return tuple(
        (
            contract_id,
            Unrecognised(
                effort_id,
                supplier,
                Money(cents),
                None if ended is None else date.fromisoformat(ended),
                supplier_id,
                date.fromisoformat(day),
            ),
        )
        for contract_id, effort_id, supplier, cents, ended, supplier_id, day in _asked(
            sql, _UNRECOGNISED, date.min, only
        )
    )


def _totals(row: sqlite3.Row) -> Totals:
    accepted = Money(row["accepted"])
    return Totals(
        planned=Money(row["planned"]),
        unproven=Money(row["unproven"]),
        proven=Money(row["proven"]) + accepted,
        rejected=Money(row["rejected"]) + Money(row["turned_down"]),
        reported=Money(row["reported"]) + accepted,
        accepted=accepted,
    )


def _unproven(sql: Sql, today: date, only: Collection[int] | None) -> dict[int, list[Unproven]]:
    found: dict[int, list[Unproven]] = {}
    for contract, effort, title, cents, missing in _asked(sql, _UNPROVEN, today, only):
        labels = tuple(label for _, label in pairs(missing))
        found.setdefault(contract, []).append(Unproven(effort, title, Money(cents), labels))
    return found
