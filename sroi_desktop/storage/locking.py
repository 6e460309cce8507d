"""Who has an administration open: a lock file beside it, with owner, computer and time.

On one computer the operating system holds the lock, so a program that crashed leaves none
behind. Another computer's lock can only be seen by the file itself (a synchronised folder
carries no locks), so that one counts until its owner removes it or someone breaks it.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sroi_desktop.storage.errors import FileLockedError, unwritten

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the other half runs elsewhere
    import msvcrt

    # Windows hides locked bytes from readers, so one far behind the text is locked.
    _FAR = 1 << 20

    def _hold(handle: int) -> bool | None:
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _remove(path: Path, handle: int) -> None:
        os.close(handle)  # an open file cannot be removed here
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _hold(handle: int) -> bool | None:
        """Take the system's lock; None where this disk knows no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    def _remove(path: Path, handle: int) -> None:
        with suppress(OSError):
            path.unlink()  # before the lock is let go: nobody can have taken it over
        os.close(handle)


_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held; `release` lets go of it."""

    path: Path
    handle: int

    def release(self) -> None:
        """Let go of the lock and remove its file."""
        _remove(self.path, self.handle)


def lock_path(path: Path) -> Path:
    """Return where the lock of an administration lies."""
    return path.with_name(f"{path.name}.lock")


def computer_name() -> str:
    """Return the name of this computer in its network."""
    if sys.platform == "win32":  # pragma: no cover - the other half runs elsewhere
        import socket  # noqa: PLC0415 - takes a hundredth of a start, and is not needed elsewhere

        return socket.gethostname()
    return os.uname().nodename


def login_name() -> str:
    """Return the name of the person at this computer, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def acquire(path: Path, at: datetime, owner: str) -> Lock:
    """Take the lock of an administration.

    Args:
        path: the administration.
        at: this moment, shown to whoever comes second.
        owner: who opens it.

    Raises:
        FileLockedError: someone has it open, here or on another computer.
        ReadOnlyFileError: nothing can be written beside the file.
        DiskFullError: there is no room for the lock.
    """
    place = lock_path(path)
    while True:
        handle = _open(path, place)
        holds = _hold(handle)
        held = _content(handle)
        if holds is False or (held and (holds is None or held.get("host") != computer_name())):
            raise _locked(path, handle)
        if _is_at(place, handle):
            break
        os.close(handle)
    text = {
        "owner": owner,
        "host": computer_name(),
        "pid": os.getpid(),
        "since": at.isoformat(),
    }
    lock = Lock(place, handle)
    try:
        _write(handle, json.dumps(text))
    except OSError as error:
        lock.release()
        raise unwritten(path, error) from error
    return lock


def break_lock(path: Path) -> None:
    """Remove the lock that another computer left behind.

    Raises:
        FileLockedError: the administration is open on this computer.
    """
    place = lock_path(path)
    if place.exists():
        handle = _open(path, place)
        if _hold(handle) is False:
            raise _locked(path, handle)
        _remove(place, handle)


def _is_at(place: Path, handle: int) -> bool:
    """Tell whether the file is still there: its last owner may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except FileNotFoundError:
        return False


def _open(path: Path, place: Path) -> int:
    try:
        return os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise unwritten(path, error) from error


def _locked(path: Path, handle: int) -> FileLockedError:
    """Return who has the file, and let go of it."""
    held = _content(handle)
    os.close(handle)
    since = None
    with suppress(ValueError):
        since = datetime.fromisoformat(held.get("since", ""))
    return FileLockedError(path, held.get("owner", ""), held.get("host", ""), since)


def _content(handle: int) -> dict[str, str]:
    """Return what the lock file says; nothing where it cannot be read."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        held = json.loads(os.read(handle, _LONGEST))
    except ValueError:
        return {}
    return {key: str(value) for key, value in held.items()} if isinstance(held, dict) else {}


def _write(handle: int, text: str) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text.encode())
    os.fsync(handle)
