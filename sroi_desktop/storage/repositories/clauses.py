"""The clauses of tenders as they were read, with what was answered."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sroi_desktop.storage.columns import Column, Shape, packed, text, unpacked, whole
from sroi_desktop.storage.errors import UnknownRecordError
from sroi_desktop.storage.unit_of_work import CLAUSE, CONTRACT

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows


@cache
def _shape() -> Shape[Intake]:
    """Return how a clause stands in its row; the first screen needs none of its questions."""
    from sroi_desktop.domain.clause import Intake  # noqa: PLC0415 - see above
    from sroi_desktop.domain.clause.plain import (  # noqa: PLC0415
        answers_from_plain,
        answers_to_plain,
    )

    answers = Column(
        ("answers",),
        lambda given: (packed(answers_to_plain(given)),),
        lambda data: answers_from_plain(unpacked(data)),
    )
    return Shape(
        Intake,
        {
            "title": text("title"),
            "authority": text("authority"),
            "reference": text("reference"),
            "text": text("text"),
            "answers": answers,
            "rule_set_id": text("rule_set_id"),
            "contract_id": whole("contract_id"),
            "id": whole("id"),
        },
    )


def every(sql: Sql) -> tuple[Intake, ...]:
    """Return all clauses, the newest first."""
    return tuple(_shape().record(row) for row in sql.rows("SELECT * FROM clause ORDER BY id DESC"))


def of_contract(sql: Sql, contract_id: int) -> tuple[Intake, ...]:
    """Return the clauses that a contract came from."""
    found = sql.rows("SELECT * FROM clause WHERE contract_id = ? ORDER BY id", contract_id)
    return tuple(_shape().record(row) for row in found)


def get(sql: Sql, clause_id: int) -> Intake:
    """Return one clause.

    Raises:
        UnknownRecordError: there is no such clause.
    """
    row = sql.row("SELECT * FROM clause WHERE id = ?", clause_id)
    if row is None:
        raise UnknownRecordError(CLAUSE, clause_id)
    return _shape().record(row)


def add(rows: Rows, intake: Intake) -> int:
    """Add a clause and return its id.

    Raises:
        UnknownRecordError: there is no such contract.
    """
    _refuse_unknown(rows, intake)
    return rows.insert(CLAUSE, _shape().values(intake))


def change(rows: Rows, intake: Intake) -> None:
    """Change a clause.

    Raises:
        UnknownRecordError: there is no such clause or contract.
    """
    _refuse_unknown(rows, intake)
    rows.update(CLAUSE, intake.id or 0, _shape().values(intake))


def remove(rows: Rows, clause_id: int) -> None:
    """Remove a clause; what came of it stays.

    Raises:
        UnknownRecordError: there is no such clause.
    """
    rows.delete(CLAUSE, clause_id)


def let_go(rows: Rows, contract_id: int) -> None:
    """Keep the clauses of a contract that goes, without it."""
    for row in rows.sql.rows("SELECT id FROM clause WHERE contract_id = ?", contract_id):
        rows.update(CLAUSE, row["id"], {"contract_id": None})


def _refuse_unknown(rows: Rows, intake: Intake) -> None:
    if intake.contract_id is not None:
        rows.existing(CONTRACT, intake.contract_id)
