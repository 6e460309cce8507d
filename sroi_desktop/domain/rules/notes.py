"""Rules in words, with the place where they matter, and where a value was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NotePlace(Enum):
    """Where a rule that is not computed has to be read."""

    OBLIGATION = "obligation"
    VALUATION = "valuation"
    EVIDENCE = "evidence"
    DEADLINES = "deadlines"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Note:
    """A rule that the format has no field for; for the named blocks, or for all."""

    text: str
    place: NotePlace
    blocks: tuple[str, ...] = ()

    def concerns(self, block: str) -> bool:
        """Tell whether the note is about the block with this code."""
        return not self.blocks or block in self.blocks


@dataclass(frozen=True, slots=True)
class Citation:
    """Where one value was read: `key` leads to it, such as "blocks.ww.value"."""

    key: str
    page: str | None = None
    quote: str | None = None
