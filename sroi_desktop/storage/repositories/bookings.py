"""What an effort counts for: its allocations, with value, derivation and missing evidence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sroi_desktop.domain import allocation as shares
from sroi_desktop.domain.allocation import Allocation, Booked, accepted_parts
from sroi_desktop.domain.derivation import Valuation
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.plain import from_plain, to_plain
from sroi_desktop.domain.tenure import FRESH, Tenure
from sroi_desktop.storage.columns import (
    Shape,
    day,
    fraction,
    packed,
    pairs,
    period,
    readable,
    text,
    unpacked,
    whole,
)
from sroi_desktop.storage.errors import UnknownRecordError
from sroi_desktop.storage.repositories import efforts
from sroi_desktop.storage.unit_of_work import ALLOCATION, CONTRACT, VALUATION

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.storage.columns import Row
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

ALLOCATED = Shape(
    Allocation,
    {
        "contract_id": whole("contract_id"),
        "period": period("starts_on", "ends_on"),
        "parts": whole("parts"),
        "effort_id": whole("effort_id"),
        "id": whole("id"),
        "set_aside": text("set_aside"),
    },
)
_TENURE = Shape(Tenure, {"since": day("counted_since"), "years": fraction("counted_years")})
_NO_YEARS = "0"
# Derivations that stay read: a page asks for those of its contract twice, and after every act.
_KEPT = 1_000
_BOOKED = "allocation.*, valuation.plain"
_TABLES = "allocation JOIN valuation ON valuation.id = allocation.id"
_OF_CANDIDATE = "effort.candidate_id = (SELECT id FROM candidate WHERE code = ?)"


def of_effort(sql: Sql, effort_id: int) -> tuple[Booked, ...]:
    """Return what an effort counts for."""
    where = f"SELECT {_BOOKED} FROM {_TABLES} WHERE effort_id = ? ORDER BY allocation.id"
    return tuple(_booked(row) for row in sql.rows(where, effort_id))


def of_contract(sql: Sql, contract_id: int) -> tuple[tuple[Effort, Booked], ...]:
    """Return what counts for a contract, with its efforts, by the day on which they start."""
    found = sql.rows(
        f"SELECT {_BOOKED} FROM {_TABLES} JOIN effort ON effort.id = effort_id"
        " WHERE contract_id = ? ORDER BY effort.starts_on, effort.id, allocation.id",
        contract_id,
    )
    by_id = {
        row["id"]: efforts.record(sql, row)
        for row in sql.rows(
            f"SELECT {efforts.COLUMNS} FROM {efforts.TABLES} WHERE effort.id IN"
            " (SELECT effort_id FROM allocation WHERE contract_id = ?)",
            contract_id,
        )
    }
    return tuple((by_id[row["effort_id"]], _booked(row)) for row in found)


def of_candidate(sql: Sql, code: str) -> tuple[tuple[Effort, tuple[Booked, ...]], ...]:
    """Return the efforts of a candidate with what each counts for, by the day they start."""
    booked: dict[int, list[Booked]] = {}
    for row in sql.rows(
        f"SELECT {_BOOKED} FROM {_TABLES} JOIN effort ON effort.id = effort_id"
        f" WHERE {_OF_CANDIDATE} ORDER BY allocation.id",
        code,
    ):
        booked.setdefault(row["effort_id"], []).append(_booked(row))
    found = sql.rows(
        f"SELECT {efforts.COLUMNS} FROM {efforts.TABLES} WHERE {_OF_CANDIDATE}"
        " ORDER BY effort.starts_on, effort.id",
        code,
    )
    return tuple((efforts.record(sql, row), tuple(booked.get(row["id"], ()))) for row in found)


def tenure(row: sqlite3.Row) -> Tenure:
    """Return the counting time in the row of an allocation; with most there is none."""
    if row["counted_since"] is None and row["counted_years"] == _NO_YEARS:
        return FRESH
    return _TENURE.record(row)


def put(
    rows: Rows,
    effort: Effort,
    effort_id: int,
    booked: Sequence[Booked],
    rules: Callable[[int], RuleSet],
) -> None:
    """Replace what an effort counts for.

    Args:
        rows: what writes the rows.
        effort: the effort as it now is.
        effort_id: its id.
        booked: all that it counts for.
        rules: gives the rules of a contract, for the names of missing evidence.

    Raises:
        OverAllocatedError: the shares exceed the whole on some day.
        UnknownRecordError: there is no such contract.
    """
    shares.check([one.allocation for one in booked])
    accepted = accepted_parts(effort, [one.valuation.value for one in booked])
    wanted = [
        (_values(rows, one, effort_id, part.cents, rules), packed(to_plain(one.valuation)))
        for one, part in zip(booked, accepted, strict=True)
    ]
    kept, reported = _matched(rows, effort_id, [values for values, _ in wanted])
    for one, (values, plain), key in zip(booked, wanted, kept, strict=True):
        if key is None:
            values["reported_cents"] = reported.pop(one.allocation.contract_id, 0)
            rows.insert(VALUATION, {"id": rows.insert(ALLOCATION, values), "plain": plain})
        else:
            rows.update(ALLOCATION, key, values)
            rows.update(VALUATION, key, {"plain": plain})


def set_reported(rows: Rows, allocation_id: int, amount: Money) -> None:
    """Note what a report said was realised of a share."""
    rows.update(ALLOCATION, allocation_id, {"reported_cents": amount.cents})


def remove(rows: Rows, effort_id: int) -> None:
    """Remove all that an effort counts for."""
    _matched(rows, effort_id, [])


def _booked(row: sqlite3.Row) -> Booked:
    with readable():
        return Booked(
            ALLOCATED.record(row),
            _valuation(row["plain"]),
            tuple(code for code, _ in pairs(row["missing"])),
            tenure(row),
            Money(row["reported_cents"]),
        )


@lru_cache(_KEPT)
def _valuation(plain: str) -> Valuation:
    return from_plain(Valuation, unpacked(plain))


def _values(
    rows: Rows, one: Booked, effort_id: int, accepted: int, rules: Callable[[int], RuleSet]
) -> Row:
    contract_id = one.allocation.contract_id
    if rows.find(CONTRACT, contract_id) is None:
        raise UnknownRecordError(CONTRACT, contract_id)
    missing: list[list[str]] = []
    if one.missing:
        labels = {piece.code: piece.label for piece in rules(contract_id).evidence}
        missing = [[code, labels.get(code, code)] for code in one.missing]
    return {
        **ALLOCATED.values(one.allocation),
        **_TENURE.values(one.tenure),
        "effort_id": effort_id,
        "value_cents": one.valuation.value.cents,
        "accepted_cents": accepted,
        "missing": packed(missing),
        "missing_count": len(missing),
    }


def _matched(
    rows: Rows, effort_id: int, wanted: Sequence[Row]
) -> tuple[list[int | None], dict[int, int]]:
    """Pair what is wanted with the rows that claim the same share, and remove all others.

    Rows that claim another share go before new ones come, so that no moment in between has
    more than the whole.

    Returns:
        The row of each share that is wanted, and what was reported of those that went, by
        contract: another share there takes it over.
    """
    there = rows.sql.rows("SELECT * FROM allocation WHERE effort_id = ?", effort_id)
    free = {row["id"]: _claim(dict(row)) for row in there}
    kept: list[int | None] = []
    for values in wanted:
        key = next((key for key, claim in free.items() if claim == _claim(values)), None)
        kept.append(key)
        if key is not None:
            del free[key]
    reported: dict[int, int] = {}
    for row in there:
        if row["id"] in free:
            contract_id = row["contract_id"]
            reported[contract_id] = reported.get(contract_id, 0) + row["reported_cents"]
            rows.delete(VALUATION, row["id"])
            rows.delete(ALLOCATION, row["id"])
    return kept, reported


def _claim(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in ("contract_id", "starts_on", "ends_on", "parts"))
