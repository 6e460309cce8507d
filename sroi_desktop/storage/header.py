"""What the first hundred bytes of a file tell, before SQLite may touch it.

A file that is not ours, or is newer than we are, is refused here: even opening a database can
write to it (a cut-off write is rolled back), and nothing of someone else's is ever written.

Source of the offsets: https://www.sqlite.org/fileformat2.html, section 1.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.storage.errors import (
    DamagedFileError,
    FileMissingError,
    FileTooNewError,
    NotOurFileError,
    NotOurs,
    UnreachableFileError,
)

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = int.from_bytes(b"SROI", "big")
MAGIC = b"SQLite format 3\x00"
LENGTH = 100
_BIGGEST_PAGE = 65_536  # written as 1, since it does not fit


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says of the file; `whole_size` is None where it does not tell."""

    application_id: int
    version: int
    whole_size: int | None


def inspect(path: Path, known: int) -> Header:
    """Return the header of an administration that this program can open.

    Args:
        path: the file.
        known: the newest version of the schema that this program knows.

    Raises:
        FileMissingError: there is no such file.
        UnreachableFileError: it cannot be read.
        NotOurFileError: it is something else.
        FileTooNewError: a later program wrote it.
        DamagedFileError: its end is missing.
    """
    header = _parse(path, _first_bytes(path))
    if header.application_id != APPLICATION_ID:
        raise NotOurFileError(path, NotOurs.OTHER_PROGRAM)
    if header.version > known:
        raise FileTooNewError(path, header.version, known)
    _refuse_cut_off(path, header)
    return header


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise NotOurFileError(path, NotOurs.FOLDER)
    try:
        with path.open("rb") as file:
            return file.read(LENGTH)
    except FileNotFoundError as error:
        raise FileMissingError(path) from error
    except OSError as error:
        raise UnreachableFileError(path) from error


def _parse(path: Path, data: bytes) -> Header:
    if not data:
        raise NotOurFileError(path, NotOurs.EMPTY)
    if len(data) < LENGTH or not data.startswith(MAGIC):
        raise NotOurFileError(path, NotOurs.NOT_SQLITE)

    def number(offset: int, size: int = 4) -> int:
        return int.from_bytes(data[offset : offset + size], "big")

    page_size = number(16, 2)
    page_size = _BIGGEST_PAGE if page_size == 1 else page_size
    # The number of pages holds only where it was written together with the last change.
    is_told = number(24) == number(92)
    return Header(
        application_id=number(68),
        version=number(60),
        whole_size=page_size * number(28) if is_told else None,
    )


def _refuse_cut_off(path: Path, header: Header) -> None:
    """Raise where the end of the file is missing: a copy or download that did not finish.

    With a journal beside it a write was cut off, which SQLite itself repairs.
    """
    if header.whole_size is None or path.with_name(f"{path.name}-journal").exists():
        return
    size = path.stat().st_size
    if size < header.whole_size:
        raise DamagedFileError(path, f"{size} of {header.whole_size} bytes are left")
