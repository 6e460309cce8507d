"""Backups: a compact copy under a name with the moment, and which ones may go in time."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sroi_desktop.storage.errors import KnownStorageError, ReadOnlyFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

    from sroi_desktop.storage.store import Store

MOMENT = "%Y%m%d-%H%M%S"
AT_LEAST_APART = timedelta(minutes=30)
KEEP_ALL = timedelta(days=2)
_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (7, lambda at: at.date()),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)


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
    place = folder / _name(stem(store), now())
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
        raise ReadOnlyFileError(folder) from error
    store.changed = False
    return place


def backup_due(store: Store, folder: Path, now: Callable[[], datetime]) -> bool:
    """Tell whether to make a backup now: something changed and the last is half an hour old."""
    if not store.changed or store.path is None:
        return False
    made = backups(folder, stem(store))
    return not made or now() - max(made) >= AT_LEAST_APART


def backups(folder: Path, name: str) -> dict[datetime, Path]:
    """Return the backups of an administration by their moment, by their exact names."""
    pattern = re.compile(rf"{re.escape(name)}-(\d{{8}}-\d{{6}})\.sroi", re.ASCII)
    found = {}
    for path in folder.glob("*.sroi"):
        if match := pattern.fullmatch(path.name):
            try:
                at = datetime.strptime(match[1], MOMENT).replace(tzinfo=UTC)
            except ValueError:
                continue  # looks like ours, but 20261399-000000 is no moment
            found[at] = path
    return found


def thin_backups(folder: Path, name: str, now: datetime) -> tuple[Path, ...]:
    """Remove the backups that may go and return them; no other file is touched."""
    made = backups(folder, name)
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


def stem(store: Store) -> str:
    """Return the name that an administration's backups begin with."""
    return "" if store.path is None else store.path.stem


def _name(name: str, at: datetime) -> str:
    return f"{name}-{at.astimezone(UTC):{MOMENT}}.sroi"
