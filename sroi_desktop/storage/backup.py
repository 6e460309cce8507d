"""Backups: a compact copy under a name with the moment, and which ones may go in time.

Backups of all administrations lie in one folder. The name of each tells the series it is of: the
name of the file, and a mark of the place it lies in, so that two files of one name in different
folders never thin each other's backups.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize
from zlib import crc32

from sroi_desktop.storage.errors import KnownStorageError, unwritten

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from sroi_desktop.storage.store import Store

MOMENT = "%Y%m%d-%H%M%S"
AT_LEAST_APART = timedelta(minutes=30)
KEEP_ALL = timedelta(days=2)
# Some systems refuse names above 255 bytes, and a letter can take four of them.
_LONGEST_NAME = 40
_MARK_LENGTH = 8
_OURS = re.compile(
    rf"(?P<series>(?P<name>.*)-[0-9a-f]{{{_MARK_LENGTH}}})-(?P<moment>\d{{8}}-\d{{6}})\.sroi",
    re.ASCII | re.DOTALL,
)
_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (7, lambda at: at.date()),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup by its name: of which series and administration, made when (UTC)."""

    path: Path
    series: str
    name: str
    made_at: datetime


def backup(store: Store, folder: Path, now: Callable[[], datetime]) -> Path:
    """Write a backup of an administration and return where it is.

    It is written under another name and gets its own only when it is complete.

    Args:
        store: the administration, which lies in a file.
        folder: where the backups go; made if needed.
        now: gives this moment, aware UTC.

    Raises:
        KnownStorageError: the folder cannot be written, or the file cannot be read.
    """
    place = folder / f"{series(store.path)}-{now().astimezone(UTC):{MOMENT}}.sroi"
    part = place.with_name(f"{place.name}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        store.copy_to(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(place)
    except KnownStorageError:
        part.unlink(missing_ok=True)
        raise
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise unwritten(folder, error) from error
    store.changed = False
    return place


def backup_due(store: Store, folder: Path, now: Callable[[], datetime]) -> bool:
    """Tell whether to make a backup now: something changed and the last is half an hour old."""
    if not store.changed or store.path is None:
        return False
    made = backups(folder, series(store.path))
    return not made or now() - max(made) >= AT_LEAST_APART


def series(path: Path | None) -> str:
    """Return what the names of an administration's backups begin with: "groen-1f3a9c0b".

    Args:
        path: where the administration lies; None for one in memory, which has no backups.
    """
    if path is None:
        return ""
    place = normalize("NFC", os.path.normcase(path.resolve()))
    # A checksum will do to tell places apart, and needs no OpenSSL at every start.
    mark = crc32(place.encode(errors="surrogateescape"))
    return f"{path.stem[:_LONGEST_NAME]}-{mark:0{_MARK_LENGTH}x}"


def backups(folder: Path, of: str) -> dict[datetime, Path]:
    """Return the backups of one series by their moment, by their exact names."""
    return {one.made_at: one.path for one in all_backups(folder) if one.series == of}


def all_backups(folder: Path) -> tuple[BackupFile, ...]:
    """Return the files in a folder whose names are exactly those of backups."""
    return tuple(one for path in folder.glob("*.sroi") if (one := backup_file(path)) is not None)


def backup_file(path: Path) -> BackupFile | None:
    """Return what the name of a backup tells, or None for a file that is called otherwise."""
    match = _OURS.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match["moment"], MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None  # looks like ours, but 20261399-000000 is no moment
    return BackupFile(path, match["series"], match["name"], at)


def thin_backups(folder: Path, of: str, now: datetime) -> tuple[Path, ...]:
    """Remove the backups of one series that may go, and return them; no other file is touched."""
    made = backups(folder, of)
    gone = tuple(made[at] for at in superfluous(made, now))
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def superfluous(moments: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return which backups may go, oldest first.

    All of the last two days stay, and the newest of each of the last 7 days, 4 weeks and 12
    months that have one.

    Args:
        moments: when the backups were made, aware UTC.
        now: this moment, aware UTC.
    """
    newest_first = sorted(moments, reverse=True)
    kept = {at for at in newest_first if now - at <= KEEP_ALL}
    for most, period in _PERIODS:
        newest: dict[Hashable, datetime] = {}
        for at in newest_first:
            newest.setdefault(period(at), at)
        kept.update(list(newest.values())[:most])
    return tuple(at for at in reversed(newest_first) if at not in kept)
