from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, companies, starting
from sroi_desktop.services.companies import FieldError
from sroi_desktop.services.starting import Entrance
from sroi_desktop.storage import (
    DamagedFileError,
    DiskFullError,
    FileExistsAlreadyError,
    FileLockedError,
    FileMissingError,
    FileTooNewError,
    ReadOnlyFileError,
)
from sroi_desktop.system import paths
from sroi_desktop.system.clock import SystemClock
from sroi_desktop.system.settings import Settings
from tests.ui.desks import LIBRARY

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

CLOCK = SystemClock()
ENTRANCE = Entrance(LIBRARY, CLOCK, Settings())


def test_that_a_new_administration_lies_in_the_data_folder_under_the_name_of_the_firm() -> None:
    with starting.new(Company("Van Dijk <b>& Zn</b> B.V.", town="Utrecht"), ENTRANCE) as store:
        assert store.path is not None
        assert store.path.parent == paths.data_folder()
        assert store.path.stem == "Van Dijk b Znb BV"
        company = store.company()
    assert company is not None
    assert company.name == "Van Dijk <b>& Zn</b> B.V."


def test_that_a_wrong_number_makes_no_file() -> None:
    with pytest.raises(FieldError):
        starting.new(Company("Van Dijk", kvk="123"), ENTRANCE)
    assert list(paths.data_folder().glob("*.sroi*")) == []


def test_that_a_name_with_a_citizen_number_makes_no_file() -> None:
    with pytest.raises(CitizenNumberError):
        starting.new(Company("Jansen 111222333"), ENTRANCE)
    assert list(paths.data_folder().glob("*.sroi*")) == []


def test_that_what_goes_wrong_halfway_leaves_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_desk: Desk, _company: Company) -> Done:
        raise FieldError("name")

    monkeypatch.setattr(companies, "keep", fail)
    with pytest.raises(FieldError):
        starting.new(Company("Van Dijk"), ENTRANCE)
    assert list(paths.data_folder().glob("*.sroi*")) == []


def test_that_the_example_is_written_once_and_kept() -> None:
    path = starting.write_example(LIBRARY)
    assert path == starting.example_path()
    written = path.stat().st_mtime_ns
    assert starting.write_example(LIBRARY).stat().st_mtime_ns == written
    with administrations.open_file(path, CLOCK) as store:
        company = store.company()
    assert company is not None
    assert company.example


def test_that_recent_files_tell_whether_they_are_still_there(tmp_path: Path) -> None:
    here, gone = tmp_path / "hier.sroi", tmp_path / "weg.sroi"
    here.touch()
    settings = Settings().opened(gone).opened(here)
    first, second = starting.recent(settings)
    assert first.path == here
    assert first.changed_at is not None
    assert second == starting.Recent(gone, None)


def test_that_an_administration_never_replaces_another() -> None:
    company = Company("Van Dijk")
    with starting.new(company, ENTRANCE) as first:
        with starting.new(company, ENTRANCE) as second:
            assert first.path != second.path
        assert first.path is not None
        with pytest.raises(FileExistsAlreadyError):
            administrations.create(first.path, CLOCK)


@pytest.mark.parametrize(
    ("error", "readable", "backup"),
    [
        (FileLockedError(Path("a.sroi"), "Kim", "pc-2", None), True, False),
        (ReadOnlyFileError(Path("a.sroi")), True, False),
        (DiskFullError(Path("a.sroi")), True, False),
        (DamagedFileError(Path("a.sroi"), "cut off"), False, True),
        (FileMissingError(Path("a.sroi")), False, True),
        (FileTooNewError(Path("a.sroi"), 99, 7), False, False),
    ],
)
def test_that_a_file_that_does_not_open_shows_a_way_out(
    error: Exception, readable: bool, backup: bool
) -> None:
    assert starting.can_be_read(error) is readable
    assert starting.needs_backup(error) is backup
