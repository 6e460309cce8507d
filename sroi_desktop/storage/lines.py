"""Rows for long tables, straight from SQL: no rules, derivations or persons are read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.storage.columns import packed, readable
from sroi_desktop.storage.records import EffortLine, MissingLine

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from sroi_desktop.storage.connection import Sql

_KINDS = {kind.value: kind for kind in EffortKind}
_STATES = {state.value: state for state in EffortState}
_NO_LIMIT = -1
_AMONG = "effort.id IN (SELECT value FROM json_each(?))"

_EFFORTS = """
    SELECT effort.id, contract.id, contract.number, contract.title, effort.title,
        candidate.code, effort.block, coalesce(rule_block.label, effort.block), effort.kind,
        effort.state, coalesce(max(allocation.starts_on, effort.starts_on), effort.starts_on),
        coalesce(min(allocation.ends_on, effort.ends_on), effort.ends_on),
        coalesce(allocation.value_cents, 0), coalesce(allocation.missing_count, 0),
        supplier.name, coalesce(allocation.accepted_cents, 0), allocation.id,
        effort.invoice_number, coalesce(allocation.reported_cents, 0),
        allocation.set_aside IS NOT NULL
    FROM effort
    LEFT JOIN allocation ON allocation.effort_id = effort.id
    LEFT JOIN contract ON contract.id = allocation.contract_id
    LEFT JOIN rule_block
        ON rule_block.sha256 = contract.rule_copy AND rule_block.code = effort.block
    LEFT JOIN candidate ON candidate.id = effort.candidate_id
    LEFT JOIN supplier ON supplier.id = effort.supplier_id
    WHERE {where}
    ORDER BY effort.starts_on DESC, effort.id DESC, allocation.id
    LIMIT ? OFFSET ?
"""
_WORDS = """
    SELECT effort.starts_on, effort.id,
        effort.title, candidate.code, coalesce(rule_block.label, effort.block), contract.title,
        effort.invoice_number
    FROM effort
    LEFT JOIN allocation ON allocation.effort_id = effort.id
    LEFT JOIN contract ON contract.id = allocation.contract_id
    LEFT JOIN rule_block
        ON rule_block.sha256 = contract.rule_copy AND rule_block.code = effort.block
    LEFT JOIN candidate ON candidate.id = effort.candidate_id
"""
# What the authority has judged needs no more proof. Shares of one effort for one contract, on
# other days, ask for the same pieces: those are asked for once. CROSS JOIN: begin
# with what lacks something, whatever is grouped by.
_MISSING = """
    SELECT effort.id, effort.title, candidate.code, contract.id, contract.number,
        contract.title, json_extract(lack.value, '$[0]'), json_extract(lack.value, '$[1]'),
        effort.starts_on, effort.ends_on, sum(allocation.value_cents) AS at_stake
    FROM allocation
    JOIN json_each(allocation.missing) AS lack
    CROSS JOIN effort ON effort.id = allocation.effort_id
    JOIN contract ON contract.id = allocation.contract_id
    LEFT JOIN candidate ON candidate.id = effort.candidate_id
    WHERE allocation.missing_count > 0 AND effort.state IN ('realised', 'reported') AND {where}
    GROUP BY effort.id, contract.id, json_extract(lack.value, '$[0]')
    ORDER BY at_stake DESC, effort.id, min(allocation.id), min(lack.key)
"""


def of_efforts(
    sql: Sql, contract_id: int | None, limit: int | None, offset: int
) -> tuple[EffortLine, ...]:
    """Return efforts, the latest first; of one contract where one is given."""
    where, values = _only(contract_id)
    found = sql.rows(
        _EFFORTS.format(where=where), *values, _NO_LIMIT if limit is None else limit, offset
    )
    with readable():
        return tuple(_effort(row) for row in found)


def of_efforts_where(sql: Sql, holds: Callable[[str], bool], most: int) -> tuple[EffortLine, ...]:
    """Return the efforts of which the words meet a condition: the latest ones, at most so many.

    Only those become lines: among ten thousand efforts they are found in a third of the time.
    """
    found = sorted(
        {
            (row[0], row[1])
            for row in sql.rows(_WORDS)
            if holds(" ".join(part for part in row[2:] if part))
        },
        reverse=True,
    )
    ids = packed([effort_id for _starts, effort_id in found[:most]])
    lines = sql.rows(_EFFORTS.format(where=_AMONG), ids, _NO_LIMIT, 0)
    with readable():
        return tuple(_effort(row) for row in lines)


def _effort(row: sqlite3.Row) -> EffortLine:
    return EffortLine._make(
        (
            *row[:8],
            _KINDS[row[8]],
            _STATES[row[9]],
            date.fromisoformat(row[10]),
            date.fromisoformat(row[11]),
            Money(row[12]),
            row[13],
            row[14],
            Money(row[15]),
            *row[16:18],
            Money(row[18]),
            bool(row[19]),
        )
    )


def of_missing(sql: Sql, contract_id: int | None) -> tuple[MissingLine, ...]:
    """Return each piece of evidence that is still asked for, most at stake first."""
    where, values = _only(contract_id)
    with readable():
        return tuple(
            MissingLine._make(
                (
                    *row[:8],
                    date.fromisoformat(row[8]),
                    date.fromisoformat(row[9]),
                    Money(row[10]),
                )
            )
            for row in sql.rows(_MISSING.format(where=where), *values)
        )


def _only(contract_id: int | None) -> tuple[str, tuple[int, ...]]:
    if contract_id is None:
        return "TRUE", ()
    return "allocation.contract_id = ?", (contract_id,)
