"""What `verify` finds: nothing in a sound file, and any change made behind our back."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.clause import Intake
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.parties import Candidate, Company, Supplier
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.domain.turnover import Invoice
from sroi_desktop.storage import DamagedFileError, Person, Store, verify
from sroi_desktop.storage.connection import Sql
from sroi_desktop.storage.history import SEALED
from sroi_desktop.storage.unit_of_work import RECORDED
from tests.unit.storage.book import (
    QUARTERS,
    add_contract,
    add_effort,
    booked,
    effort,
    failed,
    tables,
)

if TYPE_CHECKING:
    from sroi_desktop.storage import Check

GUARDS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
CLAIM = (
    "INSERT INTO allocation SELECT 9, effort_id, contract_id, starts_on, ends_on, 1, 0, 0, 0,"
    " '[]', 0, NULL, '0', NULL"
    " FROM allocation LIMIT 1"
)


@pytest.fixture
def full(store: Store) -> Store:
    """Return an administration with a row in every table, and without any guard."""
    contract_id = add_contract(store)
    with store.act("parties.add") as work:
        work.set_company(Company("Van Dijk"))
        work.add_supplier(Supplier("Alfa"))
        work.set_person(work.add_candidate(Candidate("K-01")), Person("Jan"))
    effort_id = add_effort(store, effort(), booked(contract_id))
    add_effort(store, effort(title="Tweede"), booked(contract_id))
    store.undo()
    other_id = add_effort(store, effort(title="Derde"))
    with store.act("effort.fill") as work:
        work.set_apart((effort_id, other_id))
        work.add_invoice(Invoice(QUARTERS.start, ZERO, contract_id=contract_id))
        work.add_clause(Intake("Groenonderhoud"))
        work.add_certificate(Certificate(PsoLevel.STEP_1, QUARTERS))
        work.set_hours(effort_id, [(QUARTERS.start, effort().counted_before)])
        work.add_piece(Piece(effort_id, "contract", "Contract"), b"%PDF")
    with store.act("report.issue") as work:
        work.issue_report(
            contract_id,
            number="2026-001",
            kind="progress",
            variant="anonymous",
            period=QUARTERS,
            data_json=b"{}",
            pdf=b"%PDF",
            sha256=sha256(b"%PDF").hexdigest(),
            realised={effort_id: ZERO},
        )
    assert all(tables(store).values())
    for row in store._sql.rows(GUARDS):
        store._sql.run(f"DROP TRIGGER {row['name']}")
    store._sql.run("PRAGMA foreign_keys = OFF")
    return store


def found(store: Store, name: str) -> Check:
    return next(check for check in store.verify() if check.name == name)


def test_that_a_sound_file_passes_every_check(full: Store) -> None:
    assert [(check.name, check.ok) for check in full.verify()] == [
        ("integrity", True),
        ("foreign_keys", True),
        ("history", True),
        ("rows", True),
        ("rules", True),
        ("evidence", True),
        ("reports", True),
        ("allocations", True),
        ("valuations", True),
    ]
    assert found(full, "history").detail == "8"


@pytest.mark.parametrize("column", [name for name in SEALED if name != "id"])
@pytest.mark.parametrize("entry", [1, 7])
def test_that_a_change_to_an_entry_of_the_history_is_found(
    full: Store, column: str, entry: int
) -> None:
    full._sql.run("PRAGMA ignore_check_constraints = ON")
    full._sql.run(
        f"UPDATE history SET {column} = CASE typeof({column})"
        f" WHEN 'integer' THEN {column} + 1 WHEN 'null' THEN 1 ELSE {column} || ' ' END"
        " WHERE id = ?",
        entry,
    )
    assert found(full, "history").detail == f"entry {entry} is not as it was written"


def test_that_another_hash_is_found(full: Store) -> None:
    full._sql.run("UPDATE history SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE id = 7")
    assert "history" in failed(full)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM history WHERE id = 1",
        "DELETE FROM history WHERE id = 3",
        "UPDATE history SET id = 9 WHERE id = 7",
    ],
)
def test_that_a_gap_in_the_history_is_found(full: Store, statement: str) -> None:
    full._sql.run("PRAGMA ignore_check_constraints = ON")
    full._sql.run(statement)
    assert "history" in failed(full)


def test_that_a_history_without_its_end_is_found(full: Store) -> None:
    full._sql.run("DELETE FROM history WHERE id = 7")
    assert "rows" in failed(full)


@pytest.mark.parametrize("table", RECORDED)
def test_that_a_row_removed_behind_our_back_is_found(full: Store, table: str) -> None:
    full._sql.run(f"DELETE FROM {table}")
    assert found(full, "rows").detail == f"{table} 1 is gone"


@pytest.mark.parametrize("table", RECORDED)
def test_that_a_row_changed_behind_our_back_is_found(full: Store, table: str) -> None:
    column = next(name for name, value in tables(full)[table][0].items() if name != "id" and value)
    full._sql.run("PRAGMA ignore_check_constraints = ON")
    full._sql.run(
        f"UPDATE {table} SET {column} = CASE typeof({column})"
        f" WHEN 'integer' THEN {column} + 1 ELSE {column} || ' ' END"
    )
    assert found(full, "rows").detail == f"{table} 1 is not as the history left it"


def test_that_a_row_added_behind_our_back_is_found(full: Store) -> None:
    full._sql.run("INSERT INTO supplier (id, name) VALUES (9, 'Verzonnen')")
    assert found(full, "rows").detail == "supplier 9 is not as the history left it"


@pytest.mark.parametrize(
    ("name", "statement", "detail"),
    [
        ("foreign_keys", "DELETE FROM candidate", "person 1 refers to no candidate"),
        ("evidence", "UPDATE kept_file SET bytes = x'25504445'", "file"),
        ("rules", "UPDATE rule_copy SET plain = '{}'", "rules"),
        ("reports", "UPDATE report_document SET pdf = x'00'", "report 2026-001"),
        ("reports", "UPDATE report_document SET data = x'00'", "report 2026-001"),
        ("reports", "DELETE FROM report_document", "report 2026-001"),
        ("allocations", CLAIM, "effort 1 counts for more than the whole"),
        ("valuations", "DELETE FROM valuation", "allocation 1 has another value"),
        (
            "valuations",
            "UPDATE allocation SET value_cents = value_cents + 1",
            "allocation 1 has another value",
        ),
    ],
)
def test_that_what_does_not_fit_is_found(
    full: Store, name: str, statement: str, detail: str
) -> None:
    full._sql.run(statement)
    check = found(full, name)
    assert not check.ok
    assert check.detail.startswith(detail)


def test_that_a_page_that_does_not_fit_is_found(full: Store) -> None:
    full._sql.run("PRAGMA writable_schema = ON")
    full._sql.run("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'history_by_kind'")
    full._sql.run("PRAGMA writable_schema = RESET")
    assert "integrity" in failed(full)


def test_that_a_check_that_cannot_read_has_failed(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(self: Sql, sql: str, *values: object, **named: object) -> list[object]:
        raise DamagedFileError(None, "disk image is malformed")

    monkeypatch.setattr(Sql, "rows", damaged)
    checks = verify.every(full._sql)
    assert not any(check.ok for check in checks)
    assert "malformed" in checks[0].detail


def test_that_a_long_history_is_read_in_parts(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "_PER_READ", 2)
    assert failed(full) == []
