"""Opening, making and closing an administration file, with its backups."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.storage import (
    KnownStorageError,
    UnreachableFileError,
    backup,
    backup_due,
    backups,
    create_store,
    open_store,
    series,
    thin_backups,
)
from sroi_desktop.system import paths

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock

_STEM = "administratie"
_LONGEST_STEM = 60
# Names that Windows keeps for devices.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.ASCII | re.IGNORECASE)

_log = logging.getLogger(__name__)


def default_path(company: str) -> Path:
    """Return a path in the user's data folder for a new administration, not in use yet.

    The name is that of the firm, without what some system forbids in the name of a file.
    """
    stem = re.sub(r"[^\w\- ]", "", company)[:_LONGEST_STEM].strip() or _STEM
    if _RESERVED.fullmatch(stem):
        stem = f"{_STEM} {stem}"
    folder = paths.data_folder()
    path = folder / f"{stem}{paths.FILE_SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{paths.FILE_SUFFIX}"
        number += 1
    return path


def create(path: Path, clock: Clock) -> Store:
    """Make a new administration.

    Raises:
        KnownStorageError: the file is there already, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreachableFileError(path) from error
    return create_store(path, clock.now)


def open_file(path: Path, clock: Clock, *, read_only: bool = False) -> Store:
    """Open an administration, upgrading an older one after a backup.

    Raises:
        KnownStorageError: says what is the matter with the file.
    """
    return open_store(path, clock.now, read_only=read_only)


def close(store: Store, clock: Clock) -> None:
    """Close an administration, with a backup first when one is due."""
    try:
        if not store.read_only and backup_due(store, paths.backup_folder(), clock.now):
            back_up(store, clock)
    except (KnownStorageError, OSError):
        # A full disk must not keep anyone from closing; the next status line says how old
        # the last backup is.
        _log.warning("no backup was made on closing", exc_info=True)
    finally:
        store.close()


def back_up(store: Store, clock: Clock) -> Path:
    """Make a backup now and remove the ones that may go.

    Raises:
        KnownStorageError: the backup cannot be written.
    """
    folder = paths.backup_folder()
    path = backup(store, folder, clock.now)
    thin_backups(folder, series(store.path), clock.now())
    return path


def last_backup(store: Store) -> datetime | None:
    """Return when the last backup was made, in UTC, or None where there is none."""
    return max(backups(paths.backup_folder(), series(store.path)), default=None)


def safety_text(desk: Desk) -> str:
    """Return what a worried owner wants to know: everything saved, and the last backup."""
    made = last_backup(desk.store)
    if made is None:
        return _("All saved. The first backup is made when you close.")
    local = made.astimezone()
    days = (desk.today - local.date()).days
    if days == 0:
        day = _("today")
    elif days == 1:
        day = _("yesterday")
    else:
        day = date_text(local.date())
    return _("Last backup: {day} {time} · all saved").format(day=day, time=f"{local:%H:%M}")
