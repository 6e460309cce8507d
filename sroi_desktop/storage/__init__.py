"""The administration file: one SQLite file per firm, with its history inside.

Services open a `Store`, read from it, and write through `Store.act`. Knows no sentence of the
screens and decides nothing about social return: that is the domain's.
"""

from __future__ import annotations

from sroi_desktop.storage.backup import backup, backup_due, backups, superfluous, thin_backups
from sroi_desktop.storage.errors import (
    BlockedByReportError,
    ClosedActError,
    DamagedFileError,
    DiskFullError,
    DuplicateError,
    FileBusyError,
    FileExistsAlreadyError,
    FileLockedError,
    FileMissingError,
    FileTooNewError,
    KnownStorageError,
    NestedActError,
    NotOurFileError,
    NotOurs,
    ReadOnlyFileError,
    RecordInUseError,
    StorageError,
    UndoConflictError,
    UnfinishedWriteError,
    UnknownRecordError,
    UnreachableFileError,
    UpgradeNeededError,
)
from sroi_desktop.storage.locking import break_lock
from sroi_desktop.storage.opening import (
    SCHEMA_VERSION,
    create_store,
    memory_store,
    open_store,
    warm_up,
)
from sroi_desktop.storage.records import (
    Check,
    ContractFigures,
    EffortLine,
    EntryKind,
    HistoryEntry,
    HourRow,
    IssuedReport,
    MissingLine,
    Person,
    Running,
    RunningSum,
)
from sroi_desktop.storage.store import Store
from sroi_desktop.storage.work import Work

__all__ = [
    "SCHEMA_VERSION",
    "BlockedByReportError",
    "Check",
    "ClosedActError",
    "ContractFigures",
    "DamagedFileError",
    "DiskFullError",
    "DuplicateError",
    "EffortLine",
    "EntryKind",
    "FileBusyError",
    "FileExistsAlreadyError",
    "FileLockedError",
    "FileMissingError",
    "FileTooNewError",
    "HistoryEntry",
    "HourRow",
    "IssuedReport",
    "KnownStorageError",
    "MissingLine",
    "NestedActError",
    "NotOurFileError",
    "NotOurs",
    "Person",
    "ReadOnlyFileError",
    "RecordInUseError",
    "Running",
    "RunningSum",
    "StorageError",
    "Store",
    "UndoConflictError",
    "UnfinishedWriteError",
    "UnknownRecordError",
    "UnreachableFileError",
    "UpgradeNeededError",
    "Work",
    "backup",
    "backup_due",
    "backups",
    "break_lock",
    "create_store",
    "memory_store",
    "open_store",
    "superfluous",
    "thin_backups",
    "warm_up",
]
