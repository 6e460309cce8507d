"""What the welcome screen offers: a new administration, the example, and what was open before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.rulesets import Library
from sroi_desktop.services import administrations, companies, example
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import (
    DamagedFileError,
    DiskFullError,
    FileLockedError,
    FileMissingError,
    ReadOnlyFileError,
    Store,
)
from sroi_desktop.system import paths

if TYPE_CHECKING:
    from sroi_desktop.domain.parties import Company
    from sroi_desktop.system.clock import Clock
    from sroi_desktop.system.settings import Settings

__all__ = [
    "Entrance",
    "Library",
    "Recent",
    "Store",
    "can_be_read",
    "example_path",
    "needs_backup",
    "new",
    "recent",
    "write_example",
]

_EXAMPLE = "Voorbeeldbedrijf"


@dataclass(frozen=True, slots=True)
class Entrance:
    """What there is before an administration is open."""

    library: Library
    clock: Clock
    settings: Settings


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was open before; `changed_at` (UTC) is None where it is not there any more."""

    path: Path
    changed_at: datetime | None


def new(company: Company, entrance: Entrance) -> Store:
    """Make an administration for a firm and open it.

    Raises:
        FieldError: a number of the firm cannot be right; nothing was made.
        CitizenNumberError: the name looks like a BSN, and it would become a file name.
        KnownStorageError: the file cannot be written.
    """
    companies.check(company)
    refuse_bsn("name", company.name)
    path = administrations.default_path(company.name)
    store = administrations.create(path, entrance.clock)
    try:
        companies.keep(Desk(store, entrance.library, entrance.clock), company)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return store


def example_path() -> Path:
    """Return where the example company is kept, whether it is there or not."""
    return paths.data_folder() / f"{_EXAMPLE}{paths.FILE_SUFFIX}"


def write_example(library: Library) -> Path:
    """Write the example company where it is not there yet, and return its path.

    Takes half a second; it may run on another thread, since nobody has the file open yet.

    Raises:
        KnownStorageError: the file cannot be written.
    """
    path = example_path()
    if not path.exists():
        example.write(path, library)
    return path


def recent(settings: Settings) -> tuple[Recent, ...]:
    """Return the files that were open before, the last one first."""
    return tuple(_recent(Path(name)) for name in settings.recent_files)


def _recent(path: Path) -> Recent:
    try:
        seconds = path.stat().st_mtime
    except OSError:
        return Recent(path, None)
    return Recent(path, datetime.fromtimestamp(seconds, UTC))


def can_be_read(error: Exception) -> bool:
    """Tell whether a file that did not open can still be opened to read only."""
    return isinstance(error, FileLockedError | ReadOnlyFileError | DiskFullError)


def needs_backup(error: Exception) -> bool:
    """Tell whether only a backup helps: the file is damaged or gone."""
    return isinstance(error, DamagedFileError | FileMissingError)
