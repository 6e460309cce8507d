"""What the first bytes of a file tell before SQLite may touch it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.storage import (
    SCHEMA_VERSION,
    DamagedFileError,
    FileMissingError,
    FileTooNewError,
    KnownStorageError,
    NotOurFileError,
    NotOurs,
    UnreachableFileError,
    open_store,
)
from sroi_desktop.storage.header import APPLICATION_ID, inspect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

COUNTER, PAGES, VALID_FOR = slice(24, 28), slice(28, 32), slice(92, 96)


def patch(path: Path, part: slice, value: int) -> None:
    """Write a number into the header of a file."""
    data = bytearray(path.read_bytes())
    data[part] = value.to_bytes(part.stop - part.start, "big")
    path.write_bytes(data)


def refused(path: Path, clock: Clock) -> KnownStorageError:
    """Open a file that cannot be, and return why; neither it nor its folder is changed."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.glob("*"))
    with pytest.raises(KnownStorageError) as caught:
        open_store(path, clock)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.glob("*")) == beside
    return caught.value


def test_that_a_file_that_is_not_there_is_missing(tmp_path: Path, clock: Clock) -> None:
    assert isinstance(refused(tmp_path / "groen.sroi", clock), FileMissingError)


def test_that_a_folder_is_not_ours(tmp_path: Path, clock: Clock) -> None:
    place = tmp_path / "groen.sroi"
    place.mkdir()
    error = refused(place, clock)
    assert isinstance(error, NotOurFileError)
    assert error.reason is NotOurs.FOLDER


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", NotOurs.EMPTY),
        (b"naam;bedrag\n", NotOurs.NOT_SQLITE),
        (b"naam;bedrag\n" * 100, NotOurs.NOT_SQLITE),
        (b"SQLite format 3\x00", NotOurs.NOT_SQLITE),
    ],
)
def test_that_another_kind_of_file_is_not_ours(
    tmp_path: Path, clock: Clock, content: bytes, reason: NotOurs
) -> None:
    place = tmp_path / "groen.sroi"
    place.write_bytes(content)
    error = refused(place, clock)
    assert isinstance(error, NotOurFileError)
    assert error.reason is reason


def test_that_the_database_of_another_program_is_not_ours(tmp_path: Path, clock: Clock) -> None:
    place = tmp_path / "places.sqlite"
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE contract (id INTEGER)")
    connection.close()
    error = refused(place, clock)
    assert isinstance(error, NotOurFileError)
    assert error.reason is NotOurs.OTHER_PROGRAM


def test_that_a_file_of_a_later_version_is_left_alone(path: Path, clock: Clock) -> None:
    patch(path, slice(60, 64), SCHEMA_VERSION + 1)
    error = refused(path, clock)
    assert isinstance(error, FileTooNewError)
    assert (error.version, error.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)


@pytest.mark.parametrize("left", [200, 4096, -1])
def test_that_a_file_without_its_end_is_damaged(path: Path, clock: Clock, left: int) -> None:
    path.write_bytes(path.read_bytes()[:left])
    assert isinstance(refused(path, clock), DamagedFileError)


def test_that_a_file_that_cannot_be_read_is_unreachable(path: Path, clock: Clock) -> None:
    assert isinstance(refused(path / "groen.sroi", clock), UnreachableFileError)


def test_that_an_old_page_count_tells_nothing(path: Path) -> None:
    patch(path, VALID_FOR, 0)
    patch(path, PAGES, 10**6)
    assert inspect(path, SCHEMA_VERSION).whole_size is None


def test_that_a_file_with_a_journal_is_left_to_be_repaired(path: Path) -> None:
    patch(path, PAGES, 10**6)
    with pytest.raises(DamagedFileError):
        inspect(path, SCHEMA_VERSION)
    path.with_name(f"{path.name}-journal").write_bytes(b"")
    assert inspect(path, SCHEMA_VERSION).application_id == APPLICATION_ID


def test_that_the_largest_page_size_is_read(path: Path) -> None:
    patch(path, slice(16, 18), 1)
    patch(path, PAGES, 2)
    assert inspect(path, SCHEMA_VERSION).whole_size == 2 * 65_536
