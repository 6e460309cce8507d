"""One administration that is open: what can be read, and the acts that change it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from sroi_desktop.storage import history, undo
from sroi_desktop.storage.errors import NestedActError
from sroi_desktop.storage.history import Act
from sroi_desktop.storage.reading import Reader
from sroi_desktop.storage.records import EntryKind
from sroi_desktop.storage.repositories import (
    drafts,
)
from sroi_desktop.storage.unit_of_work import Rows
from sroi_desktop.storage.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.locking import Lock
    from sroi_desktop.storage.records import (
        HistoryEntry,
    )


class Store(Reader):
    """One administration; made by `open_store`, `create_store` and `memory_store`.

    Used on one thread. `changed` tells whether an act was committed since opening or since the
    last backup.
    """

    def __init__(
        self, sql: Sql, now: Callable[[], datetime], who: str, lock: Lock | None = None
    ) -> None:
        super().__init__(sql)
        self.changed = False
        self._now = now
        self._who = who
        self._lock = lock
        self._is_acting = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def is_acting(self) -> bool:
        """Tell whether an act is going on: what is read now may still be rolled back."""
        return self._is_acting

    def close(self) -> None:
        """Close the file and let go of its lock; closing twice is harmless."""
        self._sql.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # ---- acts

    @contextmanager
    def act(self, name: str, about: str = "", *, undoable: bool = True) -> Iterator[Work]:
        """Do one act of the user: all of it or nothing, with one entry in the history.

        Args:
            name: the key of the act, such as "effort.record".
            about: what it is done to, as the user knows it, such as "K-01".
            undoable: False for an act that must not be turned back.

        Raises:
            NestedActError: another act is going on.
            ReadOnlyFileError: the file was opened for reading only.
        """
        with self._writing() as rows:
            rows.undoable = undoable
            yield Work(rows, self.rule_set)
            history.append(rows, Act(self._who, name, about))

    def undo(self) -> HistoryEntry | None:
        """Turn back the last act, as a new entry; return that, or None without such an act.

        Raises:
            BlockedByReportError: a report that was issued after the act rests on it.
            UndoConflictError: a row is no longer as the act left it.
        """
        return self._turn(undo.undoable, EntryKind.UNDO)

    def redo(self) -> HistoryEntry | None:
        """Bring back the act that was undone last, as a new entry; None without such an act.

        Raises:
            UndoConflictError: a row is no longer as the undoing left it.
        """
        return self._turn(undo.redoable, EntryKind.REDO)

    # ---- drafts, outside the history

    def save_draft(self, key: str, data: dict[str, Any]) -> None:
        """Keep a draft, in place of the one with the same key; within an act as part of it."""
        drafts.save(self._sql, key, data)

    def drop_draft(self, key: str) -> None:
        """Forget a draft, if there is one; within an act as part of it."""
        drafts.drop(self._sql, key)

    def copy_to(self, path: Path) -> None:
        """Write a compact copy of the whole file to a path where nothing is yet."""
        self._sql.copy_to(path)

    def _turn(
        self, find: Callable[[Sql], HistoryEntry | None], kind: EntryKind
    ) -> HistoryEntry | None:
        with self._writing() as rows:
            act = find(self._sql)
            entry_id = None if act is None else undo.reverse(rows, act, kind, self._who)
        return None if entry_id is None else history.entry(self._sql, entry_id)

    @contextmanager
    def _writing(self) -> Iterator[Rows]:
        """Open the one transaction of an act."""
        if self._is_acting:
            raise NestedActError
        self._is_acting = True
        try:
            with self._sql.transaction():
                rows = Rows(self._sql, history.next_id(self._sql), self._now())
                try:
                    yield rows
                finally:
                    rows.is_open = False
            self.changed = self.changed or bool(rows.changes)
        finally:
            self._is_acting = False
