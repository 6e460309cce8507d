"""Making and opening an administration."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.parties import Company, Supplier
from sroi_desktop.storage import (
    SCHEMA_VERSION,
    DamagedFileError,
    DiskFullError,
    FileExistsAlreadyError,
    FileLockedError,
    FileMissingError,
    ReadOnlyFileError,
    Store,
    UndoConflictError,
    UpgradeNeededError,
    create_store,
    memory_store,
    open_store,
    warm_up,
)
from sroi_desktop.storage import opening as opening_module
from sroi_desktop.storage.header import APPLICATION_ID
from tests.unit.storage.book import add_contract, failed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock


def pragma(store: Store, name: str) -> object:
    return store._sql.rows(f"PRAGMA {name}")[0][0]


def test_that_a_new_administration_is_empty_and_whole(tmp_path: Path, clock: Clock) -> None:
    place = tmp_path / "groen & co #1?.sroi"
    with create_store(place, clock) as store:
        assert (store.path, store.read_only, store.changed) == (place, False, False)
        assert store.contracts() == ()
        assert failed(store) == []
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
        ("foreign_keys", 1),
        ("journal_mode", "delete"),
        ("synchronous", 2),
        ("busy_timeout", 3000),
        ("secure_delete", 1),
    ],
)
def test_that_a_file_is_ours_and_set_for_safety(
    path: Path, clock: Clock, name: str, value: object
) -> None:
    with open_store(path, clock) as store:
        assert pragma(store, name) == value


def test_that_nothing_existing_is_overwritten(path: Path, clock: Clock) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        create_store(path, clock)
    assert path.read_bytes() == before


def test_that_a_new_file_needs_a_folder(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(FileMissingError) as caught:
        create_store(tmp_path / "nergens" / "groen.sroi", clock)
    assert caught.value.path == tmp_path / "nergens"


def test_that_a_place_that_cannot_be_written_is_told(path: Path, clock: Clock) -> None:
    with pytest.raises(ReadOnlyFileError):
        create_store(path / "groen.sroi", clock)


def test_that_a_disk_that_fills_up_leaves_no_half_file(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, path: Path) -> None:
        path.write_bytes(b"half")
        raise DiskFullError(path)

    monkeypatch.setattr(Store, "copy_to", full)
    (tmp_path / "groen.sroi.part").write_bytes(b"left from before")
    with pytest.raises(DiskFullError):
        create_store(tmp_path / "groen.sroi", clock)
    assert list(tmp_path.iterdir()) == []


def test_that_what_was_saved_is_there_after_reopening(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store, store.act("company.set") as work:
        work.set_company(Company("Van Dijk"))
    with open_store(path, clock) as store:
        assert store.company() == Company("Van Dijk")


def test_that_a_file_opened_for_reading_refuses_acts(path: Path, clock: Clock) -> None:
    with open_store(path, clock, read_only=True) as store:
        assert store.read_only
        with pytest.raises(ReadOnlyFileError), store.act("company.set"):
            pass
        with pytest.raises(ReadOnlyFileError):
            store._sql.run("DELETE FROM contract")


def test_that_a_file_that_is_open_can_still_be_read(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as writer, open_store(path, clock, read_only=True) as reader:
        add_contract(writer)
        assert len(reader.contracts()) == 1


def test_that_a_file_we_may_not_write_says_so(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnlyFileError):
        open_store(path, clock)
    with open_store(path, clock, read_only=True) as store:
        assert store.contracts() == ()


def test_that_the_entries_carry_the_name_of_who_did_it(path: Path, clock: Clock) -> None:
    with open_store(path, clock, who="Anna") as store:
        add_contract(store)
        assert store.history()[0].who == "Anna"
    with memory_store(clock) as store:
        add_contract(store)
        assert store.history()[0].who == ""


def test_that_a_failed_opening_leaves_no_lock(path: Path, clock: Clock) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)
    for _ in range(2):
        with pytest.raises(DamagedFileError):
            open_store(path, clock)
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_that_closing_twice_is_harmless(path: Path, clock: Clock) -> None:
    store = open_store(path, clock)
    store.close()
    store.close()
    open_store(path, clock).close()


def test_that_a_second_opening_is_refused_until_the_first_is_closed(
    path: Path, clock: Clock
) -> None:
    with open_store(path, clock, who="Anna"), pytest.raises(FileLockedError) as caught:
        open_store(path, clock)
    assert caught.value.owner == "Anna"
    open_store(path, clock).close()


def older(path: Path) -> None:
    """Take the last migration from a file, as an earlier version of the program left it."""
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX allocation_lacking")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0010%'")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    connection.commit()
    connection.close()


def test_that_an_older_file_is_brought_up_to_date_after_a_backup(path: Path, clock: Clock) -> None:
    older(path)
    before = path.read_bytes()
    with open_store(path, clock) as store:
        assert pragma(store, "user_version") == SCHEMA_VERSION
        assert pragma(store, "foreign_keys") == 1
        add_contract(store)
        assert failed(store) == []
    backup = path.with_name(f"groen.v{SCHEMA_VERSION - 1}.bak")
    connection = sqlite3.connect(backup)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION - 1,)
    connection.close()
    assert path.read_bytes() != before


def test_that_the_first_backup_before_an_upgrade_stays(path: Path, clock: Clock) -> None:
    older(path)
    backup = path.with_name(f"groen.v{SCHEMA_VERSION - 1}.bak")
    backup.write_bytes(b"from the first time")
    open_store(path, clock).close()
    assert backup.read_bytes() == b"from the first time"


def test_that_an_older_file_cannot_be_opened_for_reading_only(path: Path, clock: Clock) -> None:
    older(path)
    before = path.read_bytes()
    with pytest.raises(UpgradeNeededError) as caught:
        open_store(path, clock, read_only=True)
    assert caught.value.version == SCHEMA_VERSION - 1
    assert path.read_bytes() == before


def test_that_dangling_references_stop_an_upgrade(path: Path, clock: Clock) -> None:
    older(path)
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO person (id, sealed) VALUES (9, '')")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedFileError, match="dangling references"):
        open_store(path, clock)


def test_that_what_was_done_before_an_upgrade_is_verified_and_undone_after_it(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(path)
    with memory_store(clock):  # loads the migrations
        schema = sys.modules["sroi_desktop.storage.schema"]
    with monkeypatch.context() as before:
        before.setattr(schema, "STEPS", schema.STEPS[:-1])
        before.setattr(opening_module, "SCHEMA_VERSION", SCHEMA_VERSION - 1)
        with open_store(path, clock) as store, store.act("add_supplier") as work:
            work._rows.insert("supplier", {"name": "De Haven", "scheme": "PSO"})
    with open_store(path, clock) as store:
        assert failed(store) == []
        haven = Supplier("De Haven", "PSO", id=1)
        assert store.suppliers() == (haven,)
        with store.act("change_supplier") as work:
            work.change_supplier(replace(haven, seat="Delft"))
        assert store.undo() is not None
        store._sql.run("UPDATE supplier SET seat = 'Delft'")  # by another program
        with pytest.raises(UndoConflictError):
            store.undo()
        store._sql.run("UPDATE supplier SET seat = NULL")
        assert store.undo() is not None
        assert store.suppliers() == ()
        assert store.redo() is not None
        assert store.suppliers() == (haven,)
        assert failed(store) == []


def test_that_a_failed_upgrade_leaves_the_file_as_it_was(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(path)
    before = path.read_bytes()
    with memory_store(clock):  # loads the migrations
        schema = sys.modules["sroi_desktop.storage.schema"]
    step = schema.STEPS[-1]

    def fail(database: object) -> None:
        step.HISTORY_MADE = True
        raise sqlite3.OperationalError("stopped half way")

    monkeypatch.setattr(step, "apply", fail)
    with pytest.raises(sqlite3.OperationalError):
        open_store(path, clock)
    assert path.read_bytes() == before
    monkeypatch.undo()
    open_store(path, clock).close()


def test_that_reading_does_not_load_what_only_writing_needs(path: Path) -> None:
    code = (
        "import sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from sroi_desktop.storage import open_store, warm_up\n"
        "slow = {'sqlite_utils', 'cryptography'}\n"
        f"with open_store(Path({str(path)!r}), lambda: datetime.now(UTC)) as store:\n"
        "    store.contracts()\n"
        "    assert slow.isdisjoint(sys.modules)\n"
        "warm_up()\n"
        "assert slow <= set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_warming_up_may_be_done_at_any_time() -> None:
    warm_up()
    assert "sqlite_utils" in sys.modules


def test_that_the_version_counts_the_migrations(store: Store) -> None:
    schema = sys.modules["sroi_desktop.storage.schema"]
    assert len(schema.STEPS) == SCHEMA_VERSION == opening_module.SCHEMA_VERSION
