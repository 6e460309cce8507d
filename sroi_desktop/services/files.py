"""Writing what an owner takes out of the administration, never over the administration itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.system import files

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


class Unwritable(Enum):
    """Why a file cannot be written."""

    NO_NAME = auto()
    NO_FOLDER = auto()
    NOT_A_FILE = auto()
    ADMINISTRATION = auto()
    REFUSED = auto()


@dataclass(eq=False)
class UnwritableError(DomainError):
    """A file that cannot be written; nothing was changed."""

    path: Path
    reason: Unwritable


def check(desk: Desk, path: Path) -> None:
    """Refuse a place where no file can or may be written, before any work is done for it.

    Raises:
        UnwritableError: says why.
    """
    reason = _obstacle(desk, path)
    if reason is not None:
        raise UnwritableError(path, reason)


def write(desk: Desk, path: Path, data: bytes) -> None:
    """Write a file in one step, in the place of one that is there.

    Raises:
        UnwritableError: it cannot be written; what was there is as it was.
    """
    check(desk, path)
    try:
        files.write(path, data)
    except OSError as error:
        raise UnwritableError(path, Unwritable.REFUSED) from error


def _obstacle(desk: Desk, path: Path) -> Unwritable | None:
    if not path.name:
        return Unwritable.NO_NAME
    try:
        if not path.parent.is_dir():
            return Unwritable.NO_FOLDER
        path.stat()
        return _in_its_place(desk, path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return Unwritable.REFUSED


def _in_its_place(desk: Desk, path: Path) -> Unwritable | None:
    """Return what is wrong with writing over what is there; a file in use elsewhere raises."""
    if not path.is_file():
        return Unwritable.NOT_A_FILE
    if desk.store.path is not None and path.samefile(desk.store.path):
        return Unwritable.ADMINISTRATION
    path.open("r+b").close()
    return None
