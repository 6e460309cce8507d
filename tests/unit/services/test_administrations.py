"""Making, opening and closing an administration file, with its backups."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sroi_desktop.services import administrations, companies
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.storage import (
    FileExistsAlreadyError,
    FileMissingError,
    ReadOnlyFileError,
    Store,
    UnreachableFileError,
    series,
)
from sroi_desktop.system import paths
from sroi_desktop.system.clock import FixedClock
from tests.unit.services.books import COMPANY, TODAY, desk_on, library
from tests.unit.system.zones import in_zone, needs_zones

CLOCK = FixedClock(TODAY)


def made(folder: Path) -> Store:
    """Return a new administration in which one act was done."""
    store = administrations.create(folder / "groen.sroi", CLOCK)
    companies.keep(Desk(store, library(), CLOCK), COMPANY)
    return store


@pytest.mark.parametrize(
    ("company", "stem"),
    [
        ("Hoveniersbedrijf Jansen B.V.", "Hoveniersbedrijf Jansen BV"),
        ("../../etc/passwd", "etcpasswd"),
        ("<b>Bloem & Zn</b>", "bBloem  Znb"),
        ("Ærø Groen", "Ærø Groen"),
        ("🌱🌱", "administratie"),
        ("   ", "administratie"),
        ("...", "administratie"),
        ("con", "administratie con"),
        ("LPT1", "administratie LPT1"),
    ],
)
def test_that_the_file_is_named_after_the_firm_as_every_system_allows(
    company: str, stem: str
) -> None:
    assert administrations.default_path(company).name == f"{stem}.sroi"


def test_that_a_name_of_300_signs_makes_a_file_that_every_disk_takes() -> None:
    path = administrations.default_path("é" * 300)
    administrations.create(path, CLOCK).close()
    assert len(path.name.encode()) < 255


def test_that_a_name_in_use_gets_a_number() -> None:
    first = administrations.default_path("Jansen")
    first.touch()
    second = administrations.default_path("Jansen")
    second.touch()
    assert second.name == "Jansen 2.sroi"
    assert administrations.default_path("Jansen").name == "Jansen 3.sroi"


def test_that_a_new_administration_makes_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "groen.sroi"
    administrations.create(path, CLOCK).close()
    with administrations.open_file(path, CLOCK) as store:
        assert store.contracts() == ()


def test_that_a_folder_that_cannot_be_made_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreachableFileError) as caught:
        administrations.create(tmp_path / "file" / "groen.sroi", CLOCK)
    assert "groen.sroi" in explain(caught.value)


def test_that_an_existing_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "groen.sroi"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsAlreadyError):
        administrations.create(path, CLOCK)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("content", [b"", b"not ours", b"SQLite format 3\0" + b"x" * 5000])
def test_that_another_file_is_refused_with_a_sentence_and_stays_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "groen.sroi"
    path.write_bytes(content)
    with pytest.raises(REFUSALS) as caught:
        administrations.open_file(path, CLOCK)
    assert "groen.sroi" in explain(caught.value)
    assert path.read_bytes() == content


def test_that_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError) as caught:
        administrations.open_file(tmp_path / "weg.sroi", CLOCK)
    assert "weg.sroi" in explain(caught.value)


def test_that_a_file_opened_to_read_is_not_written(tmp_path: Path) -> None:
    made(tmp_path).close()
    before = (tmp_path / "groen.sroi").read_bytes()
    with administrations.open_file(tmp_path / "groen.sroi", CLOCK, read_only=True) as store:
        with pytest.raises(ReadOnlyFileError):
            companies.keep(Desk(store, library(), CLOCK), COMPANY)
        administrations.close(store, CLOCK)
    assert (tmp_path / "groen.sroi").read_bytes() == before
    assert list(paths.backup_folder().iterdir()) == []


def test_that_closing_makes_a_backup_once_something_was_done(tmp_path: Path) -> None:
    store = made(tmp_path)
    administrations.close(store, CLOCK)
    (backup,) = paths.backup_folder().glob("groen-*.sroi")
    with administrations.open_file(backup, CLOCK, read_only=True) as copy:
        assert copy.company() == COMPANY


def test_that_closing_without_a_change_makes_no_backup(tmp_path: Path) -> None:
    store = administrations.create(tmp_path / "groen.sroi", CLOCK)
    administrations.close(store, CLOCK)
    assert list(paths.backup_folder().iterdir()) == []


@pytest.mark.parametrize("error", [ReadOnlyFileError(None), OSError(28, "full")])
def test_that_a_backup_that_fails_keeps_nobody_from_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    store = made(tmp_path)

    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(administrations, "backup", fail)
    administrations.close(store, CLOCK)
    administrations.open_file(tmp_path / "groen.sroi", CLOCK).close()


def test_that_old_backups_go_when_a_new_one_is_made(tmp_path: Path) -> None:
    store = made(tmp_path)
    folder = paths.backup_folder()
    long_ago = CLOCK.now() - timedelta(days=800)
    for hour in range(20):
        at = long_ago + timedelta(hours=hour)
        (folder / f"{series(store.path)}-{at:%Y%m%d-%H%M%S}.sroi").touch()
    (folder / "groen-mine.sroi").touch()
    administrations.back_up(store, CLOCK)
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) < 20
    assert "groen-mine.sroi" in left
    store.close()


def test_that_an_owner_is_told_when_there_is_no_backup_yet(tmp_path: Path) -> None:
    store = made(tmp_path)
    desk = Desk(store, library(), CLOCK)
    assert administrations.last_backup(store) is None
    without = administrations.safety_text(desk)
    administrations.back_up(store, CLOCK)
    assert administrations.last_backup(store) == CLOCK.now()
    assert administrations.safety_text(desk) != without
    store.close()


@needs_zones
def test_that_the_last_backup_is_told_by_day_and_time_where_the_owner_is(tmp_path: Path) -> None:
    store = made(tmp_path)
    administrations.back_up(store, CLOCK)
    with in_zone("Europe/Amsterdam"):
        told = [
            administrations.safety_text(Desk(store, library(), FixedClock(TODAY + later)))
            for later in (timedelta(0), timedelta(1), timedelta(9))
        ]
    store.close()
    assert "13:00" in told[0]
    assert "22-11-2026" in told[2]
    assert len(set(told)) == 3


def test_that_an_administration_in_memory_has_no_backup() -> None:
    desk = desk_on(TODAY)
    assert administrations.last_backup(desk.store) is None
    administrations.close(desk.store, desk.clock)
