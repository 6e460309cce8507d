"""What an act changed, so that the screens that show it can load again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Changed(Enum):
    """A part of the books."""

    CLAUSES = auto()
    COMPANY = auto()
    CONTRACTS = auto()
    EFFORTS = auto()
    EVIDENCE = auto()
    PARTIES = auto()
    REPORTS = auto()


EVERYTHING = frozenset(Changed)


@dataclass(frozen=True, slots=True)
class Done:
    """One act that was carried out: what it changed, and the row that it was about."""

    changed: frozenset[Changed]
    id: int | None = None
