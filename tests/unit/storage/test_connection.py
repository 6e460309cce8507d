"""What SQLite says about disk and file, in errors that have a sentence."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.storage import (
    DamagedFileError,
    DiskFullError,
    FileBusyError,
    KnownStorageError,
    ReadOnlyFileError,
    Store,
    UnfinishedWriteError,
    UnreachableFileError,
    open_store,
)
from sroi_desktop.storage import connection as connection_module
from sroi_desktop.storage.connection import Sql, known_errors
from tests.unit.storage.book import add_contract, add_effort, booked, effort, failed, tables

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_READONLY, ReadOnlyFileError),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyFileError),
        (sqlite3.SQLITE_READONLY_ROLLBACK, UnfinishedWriteError),
        (sqlite3.SQLITE_CORRUPT, DamagedFileError),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedFileError),
        (sqlite3.SQLITE_NOTADB, DamagedFileError),
        (sqlite3.SQLITE_BUSY, FileBusyError),
        (sqlite3.SQLITE_LOCKED, FileBusyError),
        (sqlite3.SQLITE_IOERR_WRITE, UnreachableFileError),
        (sqlite3.SQLITE_CANTOPEN, UnreachableFileError),
    ],
)
def test_that_what_sqlite_says_of_the_disk_is_known(
    tmp_path: Path, code: int, kind: type[KnownStorageError]
) -> None:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    with pytest.raises(kind) as caught, known_errors(tmp_path):
        raise error
    assert vars(caught.value)["path"] == tmp_path
    assert caught.value.__cause__ is error


def test_that_a_mistake_of_ours_stays_a_bug(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store._sql.run("DELETE FROM contarct")
    with pytest.raises(sqlite3.ProgrammingError):
        store._sql.run("SELECT ?")


def fill(store: Store, effort_id: int) -> None:
    with store.act("evidence.add") as work:
        work.add_piece(Piece(effort_id, "contract", "Contract"), os.urandom(1_000_000))


def test_that_a_full_disk_writes_nothing_and_loses_nothing(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        effort_id = add_effort(store, effort(), booked(add_contract(store)))
        before = tables(store)
        pages = store._sql.whole("PRAGMA page_count")
        store._sql.run(f"PRAGMA max_page_count = {pages + 10}")
        with pytest.raises(DiskFullError) as caught:
            fill(store, effort_id)
        assert caught.value.path == path
        assert tables(store) == before
        store._sql.run("PRAGMA max_page_count = 1000000")
        fill(store, effort_id)
        assert failed(store) == []


def test_that_a_disk_that_is_full_at_the_commit_writes_nothing(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(path, clock) as store:
        run = Sql.run

        def full_at_commit(self: Sql, sql: str, *values: object) -> None:
            if sql == "COMMIT":
                raise DiskFullError(self.path)
            run(self, sql, *values)

        with monkeypatch.context() as patch:
            patch.setattr(Sql, "run", full_at_commit)
            with pytest.raises(DiskFullError):
                add_contract(store)
        assert store.contracts() == ()
        add_contract(store)
        assert failed(store) == []


def test_that_a_transaction_sqlite_ended_itself_is_not_ended_twice(store: Store) -> None:
    def end() -> None:
        with store.act("contract.add"):
            store._sql.run("ROLLBACK")
            raise ValueError("after a roll-back by SQLite")

    with pytest.raises(ValueError, match="by SQLite"):
        end()
    add_contract(store)


def test_that_a_file_another_program_holds_is_busy(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    with open_store(path, clock) as store:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileBusyError):
            add_contract(store)
        with pytest.raises(FileBusyError):
            store.contracts()
        other.execute("ROLLBACK")
        add_contract(store)
    other.close()


def test_that_a_file_gone_before_opening_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(UnreachableFileError):
        Sql(tmp_path / "groen.sroi")


def test_that_a_whole_number_of_nothing_is_zero(store: Store) -> None:
    assert store._sql.whole("SELECT id FROM contract") == 0
    assert store._sql.whole("SELECT max(id) FROM contract") == 0
