"""What was done, and undoing or redoing the last of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services.changes import EVERYTHING, Done

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import HistoryEntry


def undo(desk: Desk) -> Done | None:
    """Undo the last act, or return None where there is nothing to undo.

    Raises:
        UndoConflictError: a row was changed since in another way.
        BlockedByReportError: an issued report rests on it; correct it with a new booking.
    """
    return None if desk.store.undo() is None else Done(EVERYTHING)


def redo(desk: Desk) -> Done | None:
    """Redo what was undone last, or return None where there is nothing to redo."""
    return None if desk.store.redo() is None else Done(EVERYTHING)


def undoable(desk: Desk) -> HistoryEntry | None:
    """Return the act that undo would reverse."""
    return desk.store.undoable()


def redoable(desk: Desk) -> HistoryEntry | None:
    """Return the act that redo would bring back."""
    return desk.store.redoable()
