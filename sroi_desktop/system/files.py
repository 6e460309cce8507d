"""Writing a file whole: beside its place first, so that nothing half-written stays there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_beside(path: Path, data: bytes) -> Path:
    """Write data to a new file in the folder of `path`, down to the disk; return that file.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    part = path.with_name(f".{os.urandom(6).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def write(path: Path, data: bytes) -> None:
    """Write a file, in the place of one that is there: all of it or nothing.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    part = write_beside(path, data)
    try:
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
