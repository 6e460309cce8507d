"""What the editor shows beside its answers, and what the presenter asks of the screen. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rule_editor.questions import RowTable, Section
from sroi_desktop.ui.rule_editor.sheet import Place, Row, Sheet
from sroi_desktop.ui.rule_editor.trying import TrialContent
from sroi_desktop.ui.rule_editor.typing import Mark, Point


@dataclass(frozen=True, slots=True)
class StartContent:
    """What an owner can begin with: sets to copy, the usual one first, and drafts to go on with."""

    sets: tuple[Choice, ...]
    proposed: str
    drafts: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RowsContent:
    """A table as it is shown: its rows, and the marks of their cells by column."""

    table: RowTable
    rows: tuple[Row, ...]
    marks: Mapping[str, Mapping[str, Mark]]
    choices: Mapping[str, tuple[Choice, ...]]
    cited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceContent:
    """Where the answer at hand was read; `about` is empty where nothing can be noted."""

    about: str
    place: Place


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row that was found in a text: what it would become."""

    label: str
    value: str
    per: str
    kind: str


class EditorView(Protocol):
    """What the presenter asks of the screen."""

    def show_start(self, content: StartContent) -> None:
        """Ask what to begin with."""

    def show_sheet(
        self, sections: tuple[Section, ...], sheet: Sheet, reason: str, *, of_contract: bool
    ) -> None:
        """Show every answer of a sheet; a contract's rules ask for a reason."""

    def show_tabs(self, open_points: Mapping[str, int]) -> None:
        """Show how much is open in each section."""

    def show_rows(self, content: RowsContent) -> None:
        """Show the rows of a table."""

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at every question how it was read, and what is wrong."""

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show what is still open."""

    def show_trial(self, content: TrialContent) -> None:
        """Show what an example comes to."""

    def show_place(self, content: PlaceContent) -> None:
        """Show where the answer at hand was read."""

    def show_pasted(self, table: str, rows: tuple[PastedRow, ...]) -> None:
        """Ask whether these rows are to be added; none takes the question away."""

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the sheet; an empty text takes it away."""

    def show_head(self) -> None:
        """Show the head of the page again."""

    def go_to(self, name: str) -> None:
        """Go to a question or cell, on whichever tab it stands."""

    def choose_cell(self, name: str, *, edit: bool) -> None:
        """Go to a cell, and begin to type in it where that is asked."""

    def keep_soon(self) -> None:
        """Ask to keep a draft when the owner pauses."""

    def confirm_recount(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""
