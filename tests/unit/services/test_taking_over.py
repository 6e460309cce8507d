"""A file that was in use: who says so, and taking it over from a computer that left it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sroi_desktop.services import administrations, taking_over
from sroi_desktop.storage import DamagedFileError, FileLockedError
from sroi_desktop.storage.locking import lock_path
from sroi_desktop.system.clock import FixedClock

CLOCK = FixedClock(date(2026, 10, 5))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a new administration that nobody has open."""
    made = tmp_path / "groen.sroi"
    administrations.create(made, CLOCK).close()
    return made


def _left_behind(path: Path) -> None:
    held = {"owner": "sanne", "host": "laptop-kantoor", "since": "2026-10-01T08:00:00+00:00"}
    lock_path(path).write_text(json.dumps(held))


def test_that_a_file_in_use_here_cannot_be_taken_over(path: Path) -> None:
    with administrations.open_file(path, CLOCK):
        with pytest.raises(FileLockedError) as caught:
            taking_over.take_over(path, CLOCK)
        assert taking_over.holder_elsewhere(caught.value) is None


def test_that_what_another_computer_left_behind_can_be_taken_over(path: Path) -> None:
    _left_behind(path)
    with pytest.raises(FileLockedError) as caught:
        administrations.open_file(path, CLOCK)
    held = taking_over.holder_elsewhere(caught.value)
    assert held is not None
    assert (held.owner, held.host) == ("sanne", "laptop-kantoor")
    with taking_over.take_over(path, CLOCK) as store:
        assert not store.read_only


def test_that_nobody_holds_a_damaged_file(path: Path) -> None:
    assert taking_over.holder_elsewhere(DamagedFileError(path, "page 3")) is None


def test_that_only_a_file_in_use_may_be_written_later(path: Path) -> None:
    with administrations.open_file(path, CLOCK, read_only=True) as store:
        assert not taking_over.is_possible(store)
    _left_behind(path)
    with administrations.open_file(path, CLOCK, read_only=True) as store:
        assert taking_over.is_possible(store)
    lock_path(path).unlink()
    with administrations.open_file(path, CLOCK) as store:
        assert not taking_over.is_possible(store)
