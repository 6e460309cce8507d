"""The one connection to an administration: the only place that speaks to SQLite.

What SQLite says about the disk or the file becomes a `KnownStorageError`. Reading needs the
standard library only; sqlite-utils, which takes 40 ms to load, is loaded at the first write.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from sroi_desktop.storage.errors import (
    DamagedFileError,
    DiskFullError,
    FileBusyError,
    KnownStorageError,
    ReadOnlyFileError,
    UnfinishedWriteError,
    UnreachableFileError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlite_utils import Database

BUSY_SECONDS = 3.0
_PRIMARY = 0xFF  # the low byte of an extended result code
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# Told without a code of their own; on writing, text is always text and JSON is checked.
_DAMAGED_TEXT = ("Could not decode to UTF-8", "malformed JSON")
_BY_CODE: dict[int, Callable[[Path | None], KnownStorageError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyFileError,
    sqlite3.SQLITE_BUSY: FileBusyError,
    sqlite3.SQLITE_LOCKED: FileBusyError,
    sqlite3.SQLITE_IOERR: UnreachableFileError,
    sqlite3.SQLITE_CANTOPEN: UnreachableFileError,
}


@contextmanager
def known_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite says about disk and file into an error that has a sentence.

    Raises:
        KnownStorageError: one of its classes, by SQLite's result code.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error


def _known(error: sqlite3.Error, path: Path | None) -> KnownStorageError | None:
    code: int = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return UnfinishedWriteError(path)
    primary = code & _PRIMARY
    if primary in _DAMAGE or str(error).startswith(_DAMAGED_TEXT):
        return DamagedFileError(path, str(error))
    kind = _BY_CODE.get(primary)
    return None if kind is None else kind(path)


class Sql:
    """One connection, used on one thread; `path` is None in memory."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        with known_errors(path):
            self._connection = sqlite3.connect(
                _address(path, read_only=read_only),
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,  # a transaction begins where we say so, never by itself
            )
        self._connection.row_factory = sqlite3.Row
        try:
            self._set_up()
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, *values: object, **named: object) -> list[sqlite3.Row]:
        """Return all rows of a query; its values are given by place or by name."""
        with self._asking():
            return self._connection.execute(sql, named or values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        with self._asking():
            row: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def whole(self, sql: str, *values: object) -> int:
        """Return the whole number that a query finds, 0 where it finds none."""
        row = self.row(sql, *values)
        return 0 if row is None or row[0] is None else int(row[0])

    def run(self, sql: str, *values: object) -> None:
        """Execute one statement."""
        with self._asking():
            self._connection.execute(sql, values)

    def copy_to(self, path: Path) -> None:
        """Write a compact copy of the whole file to a path where nothing is yet.

        A connection that only reads may do so too. The file itself it can still not write
        (mode=ro), but for SQLite the copy counts as writing.
        """
        if self.read_only:
            self.run("PRAGMA query_only = OFF")
        try:
            self.run("VACUUM INTO ?", str(path))
        finally:
            if self.read_only:
                self.run("PRAGMA query_only = ON")

    def content(self) -> bytes:
        """Return what would be in the file, byte for byte."""
        return self._connection.serialize()

    def become(self, content: bytes) -> None:
        """Hold what `content` returned instead, in memory."""
        self._connection.deserialize(content)

    @cached_property
    def database(self) -> Database:
        """The same connection under sqlite-utils, for migrations and writing rows."""
        from sqlite_utils import Database  # noqa: PLC0415 - reading does not need it

        return Database(self._connection, strict=True, execute_plugins=False)

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return self._connection.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of what follows, or none of it.

        Inside an open transaction it is part of that one. Otherwise the file is taken for
        writing at once (BEGIN IMMEDIATE), so that no other writer comes in between.

        Raises:
            ReadOnlyFileError: the file was opened for reading only.
        """
        if self.read_only:
            raise ReadOnlyFileError(self.path)
        if self.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            with known_errors(self.path):
                yield
            self.run("COMMIT")
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._connection.close()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Know SQLite's errors, also one about damage whose own words are damaged."""
        try:
            with known_errors(self.path):
                yield
        except UnicodeDecodeError as error:
            raise DamagedFileError(self.path, str(error)) from error

    def _set_up(self) -> None:
        """Set what holds per connection; foreign keys follow once the schema is up to date."""
        self.run("PRAGMA cell_size_check = ON")  # damage shows where it is read
        self.run("PRAGMA temp_store = MEMORY")
        if self.read_only:
            self.run("PRAGMA query_only = ON")
            return
        self.run("PRAGMA journal_mode = DELETE")  # one user; shared folders break WAL
        self.run("PRAGMA synchronous = FULL")
        self.run("PRAGMA secure_delete = ON")  # an erased key leaves no trace in the file


def _address(path: Path | None, *, read_only: bool) -> str:
    if path is None:
        return ":memory:"
    return f"file:{quote(str(path.absolute()))}?mode={'ro' if read_only else 'rw'}"
