from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, restoring, starting
from sroi_desktop.services.starting import Entrance
from sroi_desktop.storage import (
    DiskFullError,
    FileMissingError,
    NotOurFileError,
    ReadOnlyFileError,
    UnreachableFileError,
)
from sroi_desktop.system import paths
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.settings import Settings
from tests.ui.desks import LIBRARY

CLOCK = FixedClock(date(2026, 11, 22))


@pytest.fixture
def backup() -> Path:
    with starting.new(Company("Van Dijk"), Entrance(LIBRARY, CLOCK, Settings())) as store:
        return administrations.back_up(store, CLOCK)


def test_that_backups_are_listed_with_the_newest_first(backup: Path) -> None:
    older = backup.with_name("Van Dijk-0a1b2c3d-20251122-120000.sroi")
    other = backup.with_name("De Haan-0a1b2c3d-20261101-090000.sroi")
    for path in (older, other):
        shutil.copyfile(backup, path)
    backup.with_name("vakantie.sroi").touch()
    backup.with_name("Van Dijk-0a1b2c3d-20261399-000000.sroi").touch()
    found = restoring.all_backups()
    assert [one.path for one in found] == [backup, other, older]
    assert [one.name for one in found] == ["Van Dijk", "De Haan", "Van Dijk"]
    assert found[0].made_at == CLOCK.now()
    assert found[0].size == backup.stat().st_size


def test_that_looking_into_a_backup_tells_what_is_in_it_and_leaves_it_as_it_was() -> None:
    example = starting.write_example(LIBRARY)
    before = hashlib.sha256(example.read_bytes()).digest()
    content = restoring.look(example, CLOCK)
    assert content.company == "Van Dijk Groenvoorziening B.V."
    assert (content.contracts, content.efforts) == (3, 14)
    assert content.last_act is not None
    assert content.is_sound
    assert hashlib.sha256(example.read_bytes()).digest() == before


def test_that_an_empty_administration_can_be_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "leeg.sroi"
    administrations.create(path, CLOCK).close()
    assert restoring.look(path, CLOCK) == restoring.Content("", 0, 0, None, is_sound=True)


def test_that_a_backup_can_be_viewed_and_not_written(backup: Path, tmp_path: Path) -> None:
    with restoring.view(backup, tmp_path, CLOCK) as store:
        assert store.read_only
        assert store.path == tmp_path / backup.name
        with pytest.raises(ReadOnlyFileError), store.act("change_company"):
            pass


def test_that_putting_back_makes_a_new_administration(backup: Path) -> None:
    with restoring.put_back(backup, CLOCK) as store:
        assert store.path == paths.data_folder() / "Van Dijk 22-11-2026.sroi"
        assert not store.read_only
    assert backup.exists()
    assert (paths.data_folder() / "Van Dijk.sroi").exists()


def test_that_a_file_with_a_name_of_its_own_can_be_put_back(backup: Path, tmp_path: Path) -> None:
    moved = tmp_path / "kopie van usb.sroi"
    shutil.copyfile(backup, moved)
    with restoring.put_back(moved, CLOCK) as store:
        assert store.path is not None
        assert store.path.stem == "kopie van usb 22-11-2026"


def test_that_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "brief.sroi"
    other.write_text("geachte heer", encoding="utf-8")
    with pytest.raises(NotOurFileError):
        restoring.look(other, CLOCK)
    with pytest.raises(FileMissingError):
        restoring.look(tmp_path / "weg.sroi", CLOCK)
    with pytest.raises(UnreachableFileError):
        restoring.look(tmp_path, CLOCK)


def test_that_a_full_disk_leaves_no_half_copy(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_source: Path, place: Path) -> None:
        place.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(DiskFullError):
        restoring.put_back(backup, CLOCK)
    assert [path.name for path in paths.data_folder().glob("*22-11*")] == []


def test_that_a_backup_of_an_open_administration_can_be_made_at_once() -> None:
    with starting.new(Company("Van Dijk"), Entrance(LIBRARY, CLOCK, Settings())) as store:
        assert store.path is not None
        made = restoring.make(store.path, CLOCK)
        assert administrations.last_backup(store) == CLOCK.now()
    assert restoring.look(made, CLOCK).company == "Van Dijk"
