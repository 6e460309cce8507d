"""Files that are to be evidence: which are refused, under which name, and reading them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.errors import DomainError

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_NAME = 120
# What Windows, macOS or a Linux desktop starts when it is opened.
_PROGRAMS = frozenset(
    (
        *("app", "appimage", "bat", "cmd", "com", "cpl", "desktop", "dmg", "exe", "hta", "jar"),
        *("js", "jse", "lnk", "msi", "msp", "pkg", "ps1", "reg", "scr", "sh", "url", "vbe"),
        *("vbs", "wsf", "wsh"),
    )
)


@dataclass(eq=False)
class FileTooLargeError(DomainError):
    """A file above the limit for evidence; both in bytes."""

    size: int
    limit: int


@dataclass(eq=False)
class EmptyFileError(DomainError):
    """A file without content proves nothing."""

    name: str


@dataclass(eq=False)
class UnreadableFileError(DomainError):
    """A file that cannot be read: gone, a folder, or not allowed."""

    name: str


@dataclass(eq=False)
class ProgramFileError(DomainError):
    """A program or shortcut: it proves nothing, and opening it would start it."""

    name: str


def checked_name(path: Path) -> str:
    """Return the name under which a file would be kept.

    Raises:
        ProgramFileError: the file is a program.
        CitizenNumberError: the name holds what looks like a BSN.
    """
    name = safe_name(path.name)
    refuse_bsn("file_name", name)
    if name.rpartition(".")[2].casefold() in _PROGRAMS:
        raise ProgramFileError(name)
    return name


def safe_name(name: str) -> str:
    """Return a file name without a path, control characters or what systems forbid."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    clean = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    clean = clean.strip(". ") or "document"
    if len(clean) <= _LONGEST_NAME:
        return clean
    stem, dot, suffix = clean.rpartition(".")
    if not dot or len(suffix) > 10:  # noqa: PLR2004 - longer than any real suffix
        return clean[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"


def size(path: Path, limit: int) -> int:
    """Return the size of a file in bytes, so that a huge one is never loaded.

    Raises:
        FileTooLargeError: the file is above the limit.
        EmptyFileError: the file has no content.
        UnreadableFileError: the file cannot be read.
    """
    try:
        if not path.is_file():
            raise UnreadableFileError(path.name)
        found = path.stat().st_size
    except OSError:
        raise UnreadableFileError(path.name) from None
    if found > limit:
        raise FileTooLargeError(found, limit)
    if not found:
        raise EmptyFileError(path.name)
    return found


def read(path: Path, limit: int) -> bytes:
    """Read a file, looking at its size first.

    Raises:
        FileTooLargeError: the file is above the limit, in bytes.
        EmptyFileError: the file has no content.
        UnreadableFileError: the file cannot be read.
    """
    size(path, limit)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)  # it may have grown since
    except OSError:
        raise UnreadableFileError(path.name) from None
    if len(data) > limit:
        raise FileTooLargeError(len(data), limit)
    if not data:
        raise EmptyFileError(path.name)
    return data
