"""The settings of one user: typed, in one readable file, never overwritten when unreadable."""

from __future__ import annotations

import codecs
import json
import logging
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import TYPE_CHECKING

from sroi_desktop.domain.plain import PlainDataError, from_plain, to_plain
from sroi_desktop.language.catalogue import DEFAULT, LANGUAGES
from sroi_desktop.system import files

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000
TEXT_SIZES = (13, 14, 16, 18, 20, 22)
# Above this an administration becomes too large to copy and to back up.
MOST_EVIDENCE_MB = 500
_MOST_RECENT = 5

_log = logging.getLogger(__name__)


class Theme(Enum):
    """How the program looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `evidence_limit_mb` is the largest file kept as evidence."""

    language: str = DEFAULT
    theme: Theme = Theme.SYSTEM
    text_size: int = 14
    evidence_limit_mb: int = 25
    last_file: str | None = None
    recent_files: tuple[str, ...] = ()

    def opened(self, path: Path) -> Settings:
        """Return the settings with a file as the one opened last."""
        name = str(path)
        recent = (name, *(other for other in self.recent_files if other != name))
        return replace(self, last_file=name, recent_files=recent[:_MOST_RECENT])


def load(path: Path) -> Settings:
    """Read the settings; an unreadable file is moved aside and the defaults are used."""
    try:
        data = json.loads(path.read_bytes().removeprefix(codecs.BOM_UTF8))
        return _sensible(from_plain(Settings, _known(data)))
    except FileNotFoundError:
        return Settings()
    except (PlainDataError, ValueError, RecursionError, OSError):
        _log.warning("the settings cannot be read; they are moved aside")
        _move_aside(path)
        return Settings()


def _known(data: object) -> object:
    """Leave out what a later version of the program added."""
    names = {field.name for field in fields(Settings)}
    if not isinstance(data, dict):
        return data
    return {name: value for name, value in data.items() if name in names}


def _sensible(found: Settings) -> Settings:
    """Return settings within their bounds: a file that was edited by hand may say anything."""
    return replace(
        found,
        language=found.language if found.language in LANGUAGES else DEFAULT,
        text_size=min(TEXT_SIZES, key=lambda size: abs(size - found.text_size)),
        evidence_limit_mb=max(1, min(found.evidence_limit_mb, MOST_EVIDENCE_MB)),
        recent_files=found.recent_files[:_MOST_RECENT],
    )


def save(settings: Settings, path: Path) -> None:
    """Write the settings in one step: a new file beside the old, then in its place.

    Raises:
        OSError: they cannot be written; those of before are as they were.
    """
    files.write(path, json.dumps(to_plain(settings), indent=2).encode())


def _move_aside(path: Path) -> None:
    for number in range(1, 100):
        aside = path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")
        if not aside.exists():
            try:
                path.replace(aside)
            except OSError:
                _log.warning("the unreadable settings cannot be moved aside")
            return
