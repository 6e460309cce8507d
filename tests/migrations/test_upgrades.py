"""A file of any earlier version opens, upgraded and whole.

`files/` keeps one file of every release (packaging/RELEASE.md); they are copied, never changed.
`schema.sql` is the schema as it is now: a change to it has to be a new migration.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from sroi_desktop.storage import SCHEMA_VERSION, Store, memory_store, open_store
from sroi_desktop.storage.schema import STEPS
from tests.unit.storage.book import Clock, add_contract, add_effort, booked, effort, failed

HERE = Path(__file__).parent
RELEASED = sorted((HERE / "files").glob("*.sroi"))
SCHEMA = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%sqlite_%'"
    " ORDER BY type = 'trigger', type = 'index', rowid"
)


def schema(store: Store) -> str:
    """Return the tables, indexes and triggers of a file as SQL."""
    return ";\n".join(row["sql"].strip() for row in store._sql.rows(SCHEMA)) + ";\n"


def file_of_version(path: Path, version: int) -> None:
    """Make a file as the program of that version left it, without rows."""
    connection = sqlite3.connect(path)
    found = Migrations("sroi_desktop")
    for step in STEPS[:version]:
        found(name=step.__name__.rpartition(".m")[2])(step.apply)
    found.apply(Database(connection, strict=True, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_that_a_file_of_an_earlier_version_becomes_as_a_new_one(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "groen.sroi"
    file_of_version(path, version)
    with open_store(path, Clock()) as store, memory_store(Clock()) as new:
        assert schema(store) == schema(new)
        add_effort(store, effort(), booked(add_contract(store)))
        assert failed(store) == []
    assert path.with_name(f"groen.v{version}.bak").exists()


def test_that_the_schema_is_as_it_was_written_down(tmp_path: Path) -> None:
    with memory_store(Clock()) as store:
        assert schema(store) == (HERE / "schema.sql").read_text(encoding="utf-8")


def test_that_every_released_file_still_opens(tmp_path: Path) -> None:
    for released in RELEASED:
        path = Path(shutil.copy(released, tmp_path))
        with open_store(path, Clock()) as store:
            assert (released.name, failed(store)) == (released.name, [])
