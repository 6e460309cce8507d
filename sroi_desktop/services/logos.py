"""The picture of the firm, for the head of its reports: kept in the administration itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.system.settings import MEGABYTE

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.services.desk import Desk

LIMIT = 2 * MEGABYTE
_KINDS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class LogoFault(Enum):
    """What is wrong with a picture."""

    UNREADABLE = auto()
    TOO_LARGE = auto()
    OTHER_KIND = auto()


@dataclass(eq=False)
class LogoError(DomainError):
    """A file that cannot be the logo; nothing was changed."""

    fault: LogoFault


def read(path: Path) -> bytes:
    """Return the picture in a PNG or JPEG file.

    Raises:
        LogoError: it cannot be read, is above the limit or is something else.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LIMIT else b""
    except OSError as error:
        raise LogoError(LogoFault.UNREADABLE) from error
    if size > LIMIT:
        raise LogoError(LogoFault.TOO_LARGE)
    if not data.startswith(_KINDS):
        raise LogoError(LogoFault.OTHER_KIND)
    return data


def keep(desk: Desk, data: bytes | None) -> Done:
    """Keep a picture as the logo, or take the logo away.

    Raises:
        KnownStorageError: the file cannot be written, or there is no firm yet.
    """
    company = desk.store.company()
    with desk.store.act("change_company", "" if company is None else company.name) as work:
        work.set_logo(data)
    return Done(frozenset({Changed.COMPANY}))
