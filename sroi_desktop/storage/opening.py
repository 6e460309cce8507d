"""Opening an administration: every check first, then the lock, and only then a write."""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from sroi_desktop.storage import header, locking
from sroi_desktop.storage.connection import Sql, known_errors
from sroi_desktop.storage.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    FileMissingError,
    ReadOnlyFileError,
    UpgradeNeededError,
    unwritten,
)
from sroi_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

SCHEMA_VERSION = 10  # the number of migrations in `schema`; a test keeps them equal


def create_store(path: Path, now: Callable[[], datetime], *, who: str | None = None) -> Store:
    """Make a new administration and open it.

    The file appears complete or not at all.

    Args:
        path: where; its folder exists.
        now: gives this moment, aware UTC.
        who: the person at the keyboard, for history and lock; None asks the system.

    Raises:
        FileExistsAlreadyError: something is there; it is left as it is.
        FileMissingError: the folder does not exist.
        ReadOnlyFileError: nothing can be written there.
        DiskFullError: there is no room.
        KnownStorageError: the disk fails.
    """
    _reserve(path)
    part = path.with_name(f"{path.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()
        with memory_store(now) as empty:
            empty.copy_to(part)
        part.replace(path)
    except BaseException:
        for left in (part, path):
            left.unlink(missing_ok=True)
        raise
    return open_store(path, now, who=who)


def open_store(
    path: Path, now: Callable[[], datetime], *, read_only: bool = False, who: str | None = None
) -> Store:
    """Open an administration; an older one is brought up to date after a backup beside it.

    Args:
        path: the file.
        now: gives this moment, aware UTC.
        read_only: take no lock and write nothing.
        who: the person at the keyboard, for history and lock; None asks the system.

    Raises:
        FileMissingError: there is no such file.
        NotOurFileError: it is something else.
        FileTooNewError: a later version of the program wrote it.
        DamagedFileError: part of it is gone.
        FileLockedError: someone has it open; it can be opened read-only.
        ReadOnlyFileError: it cannot be written; it can be opened read-only.
        DiskFullError: there is no room to work; it can be opened read-only.
        UpgradeNeededError: it is older, and read-only was asked for.
        KnownStorageError: the disk fails.
    """
    version = header.inspect(path, SCHEMA_VERSION).version
    owner = locking.login_name() if who is None else who
    if read_only:
        if version < SCHEMA_VERSION:
            raise UpgradeNeededError(path, version)
        return Store(_connected(path, version, read_only=True), now, owner)
    if not os.access(path, os.W_OK):
        raise ReadOnlyFileError(path)
    lock = locking.acquire(path, now(), owner)
    try:
        return Store(_connected(path, version, read_only=False), now, owner, lock)
    except BaseException:
        lock.release()
        raise


def memory_store(now: Callable[[], datetime], *, who: str = "") -> Store:
    """Open a new administration that is gone when it is closed."""
    sql = Sql(None)
    sql.become(_blank())
    sql.run("PRAGMA foreign_keys = ON")
    return Store(sql, now, who)


def warm_up() -> None:
    """Load what the first act needs and the first screen does not: some 70 ms.

    For a moment at which nobody waits; without it the first act is that much slower.
    """
    importlib.import_module("sqlite_utils")
    importlib.import_module("cryptography.hazmat.primitives.ciphers.aead")


@cache
def _blank() -> bytes:
    """Return an administration with nothing in it: its tables are built once per process."""
    sql = Sql(None)
    try:
        _upgrade(sql)
        return sql.content()
    finally:
        sql.close()


def _reserve(path: Path) -> None:
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise FileExistsAlreadyError(path) from error
    except FileNotFoundError as error:
        raise FileMissingError(path.parent) from error
    except OSError as error:
        raise unwritten(path, error) from error


def _connected(path: Path, version: int, *, read_only: bool) -> Sql:
    sql = Sql(path, read_only=read_only)
    try:
        if version < SCHEMA_VERSION:
            _keep_old(sql, path, version)
            _upgrade(sql)
        sql.run("PRAGMA foreign_keys = ON")
        sql.whole("SELECT count(*) FROM sqlite_master")  # the first page that is really read
    except BaseException:
        sql.close()
        raise
    return sql


def _keep_old(sql: Sql, path: Path, version: int) -> None:
    """Keep a copy of the file as it is, beside it, unless one from before is there."""
    old = path.with_name(f"{path.stem}.v{version}.bak")
    if not old.exists():
        part = path.with_name(f"{old.name}.part")
        part.unlink(missing_ok=True)
        sql.run("VACUUM INTO ?", str(part))
        part.replace(old)


def _upgrade(sql: Sql) -> None:
    """Apply what the file does not have yet, with foreign keys off, and check them after."""
    from sroi_desktop.storage import schema  # noqa: PLC0415 - brings sqlite-utils, slow to load

    sql.run("PRAGMA foreign_keys = OFF")
    with known_errors(sql.path):
        schema.migrate(sql.database)
    if broken := sql.rows("PRAGMA foreign_key_check"):
        raise DamagedFileError(sql.path, f"dangling references after upgrade: {broken[0][0]}")
    sql.run(f"PRAGMA user_version = {SCHEMA_VERSION}")
    sql.run("PRAGMA foreign_keys = ON")
