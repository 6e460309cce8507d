"""Backups: making one now, which there are, what is in one, and putting it back.

Neither the backup nor the administration in use is ever written to: one looks into a copy, and
putting back makes a new file.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sroi_desktop import storage
from sroi_desktop.services import administrations
from sroi_desktop.storage import (
    FileMissingError,
    UnreachableFileError,
    backup_file,
    open_store,
    unwritten,
)
from sroi_desktop.system import paths

if TYPE_CHECKING:
    from datetime import datetime

    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: of which administration, made when (UTC), and its size in bytes."""

    path: Path
    name: str
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a backup. `last_act` is when something was last done in it, in UTC.

    `is_sound` tells that every check on the file was passed.
    """

    company: str
    contracts: int
    efforts: int
    last_act: datetime | None
    is_sound: bool


def make(path: Path, clock: Clock) -> Path:
    """Make a backup of an administration that is open, and return where it is.

    It may run on another thread: it reads over a connection of its own, which writes nothing
    and is closed at once.

    Raises:
        KnownStorageError: the backup cannot be written.
    """
    with open_store(path, clock.now, read_only=True) as store:
        return administrations.back_up(store, clock)


def all_backups() -> tuple[Backup, ...]:
    """Return the backups in the folder for them, the newest first."""
    found = [
        Backup(one.path, one.name, one.made_at, one.path.stat().st_size)
        for one in storage.all_backups(paths.backup_folder())
    ]
    found.sort(key=_by_moment, reverse=True)
    return tuple(found)


def look(path: Path, clock: Clock) -> Content:
    """Return what is in a backup, read from a copy; it may run on another thread.

    Raises:
        KnownStorageError: says what is the matter with the file.
    """
    with (
        TemporaryDirectory(prefix="sroi-", ignore_cleanup_errors=True) as folder,
        closing(open_store(_copy(path, Path(folder) / path.name), clock.now)) as store,
    ):
        company = store.company()
        last = store.history(limit=1)
        return Content(
            "" if company is None else company.name,
            len(store.contracts()),
            len({line.effort_id for line in store.effort_lines()}),
            last[0].at if last else None,
            all(check.ok for check in store.verify()),
        )


def view(path: Path, folder: Path, clock: Clock) -> Store:
    """Open a copy of a backup to read only.

    Args:
        path: the backup.
        folder: where the copy goes; it must outlive the store.
        clock: gives the time.

    Raises:
        KnownStorageError: says what is the matter with the file.
    """
    copy = _copy(path, folder / path.name)
    open_store(copy, clock.now).close()  # brings an older one up to date, which reading cannot
    return open_store(copy, clock.now, read_only=True)


def put_back(path: Path, clock: Clock) -> Store:
    """Make a new administration of a backup and open it.

    Raises:
        KnownStorageError: the backup or the new file is not right.
    """
    ours = backup_file(path)
    name = path.stem if ours is None else ours.name
    place = administrations.default_path(f"{name} {clock.today():%d-%m-%Y}")
    return open_store(_copy(path, place), clock.now)


def _copy(path: Path, place: Path) -> Path:
    """Copy a file whole: under another name first, so that no half of it stays behind."""
    part = place.with_name(f"{place.name}.part")
    try:
        shutil.copyfile(path, part)
        part.replace(place)
    except FileNotFoundError as error:
        raise FileMissingError(path) from error
    except OSError as error:
        part.unlink(missing_ok=True)
        if not path.is_file():
            raise UnreachableFileError(path) from error
        raise unwritten(place, error) from error
    return place


def _by_moment(backup: Backup) -> tuple[datetime, str]:
    return backup.made_at, backup.name
