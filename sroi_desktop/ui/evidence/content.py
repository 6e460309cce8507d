"""What the parts of the evidence page show, and what the presenter may ask of the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sroi_desktop.services.changes import Done
from sroi_desktop.ui.evidence.rows import EvidenceRow, Key
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.proving.rows import ProofRow


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A piece that is held: its name, what it proves, and whether there is a file to open."""

    piece_id: int
    title: str
    detail: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class DetailContent:
    """One effort with what it needs and what there is.

    `waiting` is the name of a file of which it is not known yet what it proves.
    """

    title: str
    detail: str
    rows: tuple[ProofRow, ...]
    held: tuple[HeldRow, ...]
    complete: bool
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class ListContent:
    """The table: its rows, what is at stake, and the counts on the tabs."""

    rows: tuple[EvidenceRow, ...]
    at_stake: str
    missing: int
    contracts: tuple[Choice, ...]


class EvidenceView(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, content: ListContent) -> None:
        """Show the efforts."""
        ...

    def show_filter(self, *, everything: bool, contract: str | None) -> None:
        """Show which tab and contract are on."""
        ...

    def select(self, key: Key) -> None:
        """Select a row of the table."""
        ...

    def show_detail(self, content: DetailContent | None, refused: Mapping[str, str]) -> None:
        """Show one effort, or what can be done here when none is chosen."""
        ...

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message with the effort; "" takes it away."""
        ...

    def show_wrong(self, code: str, wrong: Mapping[str, str]) -> None:
        """Show what is the matter with the note of what was seen."""
        ...

    def open_file(self, name: str, write: Callable[[Path], None]) -> bool:
        """Open a copy in the program for its kind; tell whether there is one."""
        ...


class Host(Protocol):
    """What the presenter asks of the rest of the program."""

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        ...

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        ...
