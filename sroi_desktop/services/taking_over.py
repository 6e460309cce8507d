"""Writing again in an administration that was opened to read only because it was in use.

A lock of this computer goes with the program that holds it. One that another computer left
behind stays until someone who knows says that nobody works there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import administrations
from sroi_desktop.storage import FileLockedError, break_lock
from sroi_desktop.storage.locking import computer_name, lock_path

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock


def is_possible(store: Store) -> bool:
    """Tell whether a file that may only be read now may be written once its lock is gone."""
    return store.read_only and store.path is not None and lock_path(store.path).exists()


def holder_elsewhere(error: Exception) -> FileLockedError | None:
    """Return who has a file open on another computer, or None where that is not what is wrong."""
    if isinstance(error, FileLockedError) and error.host not in {"", computer_name()}:
        return error
    return None


def take_over(path: Path, clock: Clock) -> Store:
    """Open a file although another computer says that it has it open.

    Raises:
        FileLockedError: it is open on this computer.
        KnownStorageError: says what is the matter with the file.
    """
    break_lock(path)
    return administrations.open_file(path, clock)
