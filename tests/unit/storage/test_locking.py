"""The lock beside an administration: held by the system here, by its text elsewhere."""

from __future__ import annotations

import errno
import fcntl
import getpass
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.storage import (
    DiskFullError,
    FileLockedError,
    ReadOnlyFileError,
    break_lock,
    locking,
)
from sroi_desktop.storage.locking import acquire, lock_path, login_name

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ELSEWHERE = {"owner": "Bram", "host": "laptop-bram", "pid": 7, "since": AT.isoformat()}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "groen.sroi"


def no_locks(*_: object) -> None:
    """Stand for a disk that knows no locks, as some network disks."""
    raise OSError(errno.ENOLCK, "no locks available")


def test_that_the_lock_says_who_has_the_file_and_since_when(book: Path) -> None:
    lock = acquire(book, AT, "Anna")
    held = json.loads(lock_path(book).read_text())
    assert held == {
        "owner": "Anna",
        "host": platform.node(),
        "pid": os.getpid(),
        "since": "2026-11-22T09:00:00+00:00",
    }
    with pytest.raises(FileLockedError) as caught:
        acquire(book, AT, "Bram")
    error = caught.value
    assert (error.path, error.owner, error.since) == (book, "Anna", AT)
    assert error.host == platform.node()
    lock.release()


def test_that_a_lock_that_was_let_go_leaves_nothing(book: Path) -> None:
    acquire(book, AT, "Anna").release()
    assert not lock_path(book).exists()
    acquire(book, AT, "Bram").release()


def test_that_the_lock_of_a_program_that_crashed_is_taken_over(book: Path) -> None:
    code = (
        "import os; from datetime import datetime, UTC; from pathlib import Path\n"
        "from sroi_desktop.storage.locking import acquire\n"
        f"acquire(Path({str(book)!r}), datetime.now(UTC), 'Anna'); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    assert lock_path(book).exists()
    acquire(book, AT, "Bram").release()


def test_that_the_lock_of_another_computer_counts_until_broken(book: Path) -> None:
    lock_path(book).write_text(json.dumps(ELSEWHERE))
    with pytest.raises(FileLockedError) as caught:
        acquire(book, AT, "Anna")
    assert (caught.value.owner, caught.value.host) == ("Bram", "laptop-bram")
    break_lock(book)
    acquire(book, AT, "Anna").release()


def test_that_a_lock_on_this_computer_cannot_be_broken(book: Path) -> None:
    lock = acquire(book, AT, "Anna")
    with pytest.raises(FileLockedError) as caught:
        break_lock(book)
    assert caught.value.owner == "Anna"
    lock.release()


def test_that_without_a_lock_there_is_nothing_to_break(book: Path) -> None:
    break_lock(book)
    assert not lock_path(book).exists()


@pytest.mark.parametrize("content", ["", "?", "[1]"])
def test_that_a_lock_file_nobody_can_read_is_taken_over(book: Path, content: str) -> None:
    lock_path(book).write_text(content)
    acquire(book, AT, "Anna").release()


def test_that_a_held_lock_nobody_can_read_names_nobody(book: Path) -> None:
    lock = acquire(book, AT, "Anna")
    lock_path(book).write_text("?")
    with pytest.raises(FileLockedError) as caught:
        acquire(book, AT, "Bram")
    assert (caught.value.owner, caught.value.host, caught.value.since) == ("", "", None)
    lock.release()


def test_that_on_a_disk_without_locks_the_text_decides(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", no_locks)
    lock = acquire(book, AT, "Anna")
    with pytest.raises(FileLockedError):
        acquire(book, AT, "Bram")
    lock.release()
    again = acquire(book, AT, "Bram")
    break_lock(book)
    assert not lock_path(book).exists()
    again.release()


def test_that_a_lock_file_removed_meanwhile_is_made_again(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = locking._hold
    times: list[int] = []

    def remove_then_hold(handle: int) -> bool | None:
        if not times:
            lock_path(book).unlink()
        times.append(handle)
        return hold(handle)

    monkeypatch.setattr(locking, "_hold", remove_then_hold)
    lock = acquire(book, AT, "Anna")
    assert len(times) == 2
    assert lock_path(book).exists()
    lock.release()


def test_that_a_folder_that_cannot_be_written_is_told(book: Path) -> None:
    lock_path(book).mkdir()
    with pytest.raises(ReadOnlyFileError):
        acquire(book, AT, "Anna")


def test_that_a_disk_without_room_for_the_lock_is_told_and_leaves_none(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", no_room)
    with pytest.raises(DiskFullError):
        acquire(book, AT, "Anna")
    assert not lock_path(book).exists()


def test_that_a_computer_that_knows_no_names_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert login_name() == getpass.getuser()

    def unknown() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert login_name() == ""
