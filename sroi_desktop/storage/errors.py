"""What can be the matter with an administration file: small classes with fields, told elsewhere.

A `KnownStorageError` is something a person can do something about, so it becomes a sentence
with advice. Anything else that SQLite says stays what it is: a bug. Not frozen: Python itself
sets `__traceback__` on an error that leaves a `with` block.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class StorageError(Exception):
    """Something that storage refuses; the base of all of them."""


class KnownStorageError(StorageError):
    """Something a person can do something about."""


class NotOurs(Enum):
    """Why a file is not an administration."""

    FOLDER = "folder"
    EMPTY = "empty"
    NOT_SQLITE = "not_sqlite"
    OTHER_PROGRAM = "other_program"


@dataclass(eq=False)
class NotOurFileError(KnownStorageError):
    """The file was not made by this program, or its first page is damaged."""

    path: Path
    reason: NotOurs


@dataclass(eq=False)
class FileTooNewError(KnownStorageError):
    """A later version of the program wrote the file; this one knows versions up to `known`."""

    path: Path
    version: int
    known: int


@dataclass(eq=False)
class UpgradeNeededError(KnownStorageError):
    """An older file cannot be read without bringing it up to date, which read-only forbids."""

    path: Path
    version: int


@dataclass(eq=False)
class DamagedFileError(KnownStorageError):
    """Part of the file is gone or overwritten; `detail` is for a log."""

    path: Path | None
    detail: str


@dataclass(eq=False)
class FileLockedError(KnownStorageError):
    """Someone has the file open. `since` is None where the lock file cannot be read."""

    path: Path
    owner: str
    host: str
    since: datetime | None


@dataclass(eq=False)
class FileBusyError(KnownStorageError):
    """Another program keeps the file locked for a moment, such as a backup or virus scan."""

    path: Path | None


@dataclass(eq=False)
class DiskFullError(KnownStorageError):
    """There is no room to write; nothing was written."""

    path: Path | None


@dataclass(eq=False)
class ReadOnlyFileError(KnownStorageError):
    """The file or its folder cannot be written, or it was opened for reading only."""

    path: Path | None


def unwritten(path: Path | None, error: OSError) -> KnownStorageError:
    """Return what it means for a file that the system refused to write it or beside it."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return DiskFullError(path) if full else ReadOnlyFileError(path)


@dataclass(eq=False)
class UnreachableFileError(KnownStorageError):
    """The file cannot be read or written: no permission, disk removed, network gone."""

    path: Path | None


@dataclass(eq=False)
class UnfinishedWriteError(KnownStorageError):
    """A write was cut off; opening the file for writing once repairs it."""

    path: Path | None


@dataclass(eq=False)
class FileMissingError(KnownStorageError):
    """There is no such file or folder."""

    path: Path


@dataclass(eq=False)
class FileExistsAlreadyError(KnownStorageError):
    """A new file would replace an existing one."""

    path: Path


@dataclass(eq=False)
class UndoConflictError(KnownStorageError):
    """A row is no longer as the act left it, so the act cannot be reversed."""

    entry_id: int
    table: str


@dataclass(eq=False)
class BlockedByReportError(KnownStorageError):
    """An issued report rests on this; it can only be corrected by a new entry."""

    report_number: str
    contract_id: int


@dataclass(eq=False)
class DuplicateError(KnownStorageError):
    """A number or code that is already in use."""

    table: str
    field: str
    value: str


@dataclass(eq=False)
class RecordInUseError(KnownStorageError):
    """Something that cannot be removed, because rows of table `by` refer to it."""

    table: str
    key: int
    by: str


@dataclass(eq=False)
class UnknownRecordError(KnownStorageError):
    """A record that does not exist (any more)."""

    table: str
    key: int | str


class NestedActError(StorageError):
    """An act was begun, undone or redone inside another one: a mistake in the program."""


class ClosedActError(StorageError):
    """Something was written through an act that is over: a mistake in the program."""
