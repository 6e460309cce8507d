"""Backups: whole or not there, named by their moment, and thinned in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.storage import (
    DiskFullError,
    ReadOnlyFileError,
    Store,
    backup,
    backup_due,
    backups,
    create_store,
    memory_store,
    open_store,
    series,
    superfluous,
    thin_backups,
)
from tests.unit.storage.book import add_contract, failed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GROEN = "groen-0a1b2c3d"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "reservekopieën" / "groen"


def test_that_a_backup_is_a_whole_administration(path: Path, clock: Clock, folder: Path) -> None:
    with open_store(path, clock) as store:
        add_contract(store)
        place = backup(store, folder, lambda: NOW)
        assert not store.changed
    assert place == folder / f"{series(path)}-20261122-120000.sroi"
    assert [found.name for found in folder.iterdir()] == [place.name]
    with open_store(place, clock) as store:
        assert len(store.contracts()) == 1
        assert failed(store) == []
        add_contract(store, "2026-02")


def test_that_who_only_reads_can_make_a_backup_and_still_not_write(
    path: Path, clock: Clock, folder: Path
) -> None:
    with open_store(path, clock) as store:
        add_contract(store)
        with open_store(path, clock, read_only=True) as reader:
            place = backup(reader, folder, lambda: NOW)
            with pytest.raises(ReadOnlyFileError), reader.act("add"):
                pass
            with pytest.raises(ReadOnlyFileError):
                reader._sql.run("DELETE FROM contract")
    with open_store(place, clock) as store:
        assert len(store.contracts()) == 1


def test_that_a_backup_cut_off_before_is_written_again(
    path: Path, clock: Clock, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / f"{series(path)}-20261122-120000.sroi.part").write_bytes(b"half")
    with open_store(path, clock) as store:
        backup(store, folder, lambda: NOW)
    assert [found.suffix for found in folder.iterdir()] == [".sroi"]


def test_that_a_full_disk_leaves_no_half_backup(
    path: Path, clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, path: Path) -> None:
        path.write_bytes(b"half")
        raise DiskFullError(path)

    monkeypatch.setattr(Store, "copy_to", full)
    with open_store(path, clock) as store:
        add_contract(store)
        with pytest.raises(DiskFullError):
            backup(store, folder, lambda: NOW)
        assert store.changed
    assert list(folder.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_is_told(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store, pytest.raises(ReadOnlyFileError) as caught:
        backup(store, path / "sub", lambda: NOW)
    assert caught.value.path == path / "sub"


def test_that_a_backup_is_due_after_a_change_and_half_an_hour(
    path: Path, clock: Clock, folder: Path
) -> None:
    with open_store(path, clock) as store:
        assert not backup_due(store, folder, lambda: NOW)
        add_contract(store)
        assert backup_due(store, folder, lambda: NOW)
        backup(store, folder, lambda: NOW)
        assert not backup_due(store, folder, lambda: NOW + HOUR)
        add_contract(store, "2026-02")
        assert not backup_due(store, folder, lambda: NOW + timedelta(minutes=29))
        assert backup_due(store, folder, lambda: NOW + timedelta(minutes=30))


def test_that_what_stands_in_memory_needs_no_backup(clock: Clock, folder: Path) -> None:
    with memory_store(clock) as store:
        add_contract(store)
        assert not backup_due(store, folder, lambda: NOW)


def test_that_only_exact_names_are_backups(tmp_path: Path) -> None:
    for name in (
        f"{GROEN}-20261122-120000.sroi",
        f"{GROEN}-20261399-120000.sroi",
        f"{GROEN}-20261122-120000.sroi.part",
        "groen-20261122-120000.sroi",
        "groen-0A1B2C3D-20261122-120000.sroi",
        "groen-0a1b2c3-20261122-120000.sroi",
        f"Kopie van {GROEN}-20261122-120000.sroi",
        "groen-oud-0a1b2c3d-20261122-120000.sroi",
        "groen.sroi",
        f"{GROEN}-20261122-12000\u0661.sroi",
    ):
        (tmp_path / name).touch()
    assert backups(tmp_path, GROEN) == {NOW: tmp_path / f"{GROEN}-20261122-120000.sroi"}


def test_that_without_a_folder_there_are_no_backups(folder: Path) -> None:
    assert backups(folder, GROEN) == {}


def test_that_thinning_touches_nothing_but_backups(tmp_path: Path) -> None:
    keep = [
        tmp_path / f"{GROEN}-20200101-000000.sroi.bak",
        tmp_path / "groen-20200101-000000.sroi",
        tmp_path / "groen-99999999-20200101-000000.sroi",
        tmp_path / "ander-0a1b2c3d-20200101-000000.sroi",
    ]
    old = [tmp_path / f"{GROEN}-202001{day:02d}-000000.sroi" for day in range(1, 32)]
    for place in (*keep, *old):
        place.touch()
    gone = thin_backups(tmp_path, GROEN, NOW)
    assert set(gone) < set(old)
    assert all(place.exists() for place in keep)
    assert not any(place.exists() for place in gone)


def test_that_two_files_of_one_name_have_backups_of_their_own(
    tmp_path: Path, clock: Clock, folder: Path
) -> None:
    places = [tmp_path / year / "groen.sroi" for year in ("2025", "2026")]
    for place in places:
        place.parent.mkdir()
        with create_store(place, clock) as store:
            add_contract(store)
            backup(store, folder, lambda: NOW)
    assert len(list(folder.iterdir())) == 2
    assert all(len(backups(folder, series(place))) == 1 for place in places)


def test_that_the_way_to_a_file_does_not_change_whose_backups_they_are(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    around = tmp_path / "map" / ".." / "groen.sroi"
    assert series(around) == series(tmp_path / "groen.sroi")
    composed, apart = tmp_path / "caf\u00e9.sroi", tmp_path / "cafe\u0301.sroi"
    assert series(composed).rsplit("-")[-1] == series(apart).rsplit("-")[-1]


def test_that_a_long_name_leaves_room_for_the_moment(clock: Clock, tmp_path: Path) -> None:
    long = (tmp_path / ("\N{SEEDLING}" * 50)).with_suffix(".sroi")
    with create_store(long, clock) as store:
        place = backup(store, tmp_path / "backups", lambda: NOW)
    assert len(place.name.encode()) <= 255 - len(".part")
    assert backups(place.parent, series(long)) == {NOW: place}


@pytest.mark.parametrize(
    ("ages", "gone"),
    [
        ([], []),
        ([HOUR * hour for hour in range(48)], []),
        ([DAY * 2, DAY * 2 + HOUR], [DAY * 2 + HOUR]),
        ([DAY * 5, DAY * 5 - HOUR, DAY * 5 - 2 * HOUR], [DAY * 5, DAY * 5 - HOUR]),
        ([-HOUR, DAY * 400], []),
    ],
)
def test_that_two_days_stay_whole_and_older_days_keep_their_last(
    ages: list[timedelta], gone: list[timedelta]
) -> None:
    assert superfluous([NOW - age for age in ages], NOW) == tuple(NOW - age for age in gone)


def test_that_a_year_of_daily_backups_thins_to_days_weeks_and_months() -> None:
    made = [NOW - DAY * age for age in range(365)]
    kept = sorted(set(made) - set(superfluous(made, NOW)), reverse=True)
    days = [at.strftime("%m-%d") for at in kept]
    assert days[:7] == ["11-22", "11-21", "11-20", "11-19", "11-18", "11-17", "11-16"]
    assert days[7:10] == ["11-15", "11-08", "11-01"]
    assert days[10:] == ["10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31",
                         "02-28", "01-31", "12-31"]  # fmt: skip


@given(st.lists(st.integers(0, 500 * 24), unique=True))
def test_that_thinning_again_removes_nothing_more(hours: list[int]) -> None:
    made = [NOW - HOUR * age for age in hours]
    kept = set(made) - set(superfluous(made, NOW))
    assert superfluous(kept, NOW) == ()
    assert not made or max(made) in kept
