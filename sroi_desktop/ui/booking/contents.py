"""What the parts of the dialog show, and what the presenter may ask of the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sroi_desktop.ui.booking.choosing import WhatContent
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.questions import Question
from sroi_desktop.ui.booking.sharing import ContractRow
from sroi_desktop.ui.booking.worth import SideContent
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.proving.rows import ProofRow


@dataclass(frozen=True, slots=True)
class HeadContent:
    """The frame of the dialog: its title, the step, and the words on its buttons."""

    title: str
    step: int
    onward: str
    aside: str
    can_go_back: bool
    is_change: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at one field: an error, how the answer was read, a remark."""

    error: str = ""
    readings: tuple[str, ...] = ()
    read: str | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ContractsContent:
    """The third step: the contracts to choose from, or the shares of those chosen."""

    is_shared: bool
    rows: tuple[ContractRow, ...]
    others: tuple[Choice, ...]
    note: str = ""
    too_much: bool = False


class BookingView(Protocol):
    """What the presenter asks of the dialog."""

    def show_head(self, head: HeadContent) -> None:
        """Show a step with its buttons."""
        ...

    def show_what(self, content: WhatContent) -> None:
        """Show the first step."""
        ...

    def show_questions(self, questions: tuple[Question, ...], form: Form) -> None:
        """Ask these questions in the second step, with the answers given so far."""
        ...

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show errors, readings and remarks at the fields of the second step."""
        ...

    def show_contracts(self, content: ContractsContent) -> None:
        """Show the third step."""
        ...

    def show_proof(self, rows: tuple[ProofRow, ...], refused: Mapping[str, str]) -> None:
        """Show the fourth step; `refused` says why a file cannot be kept, by piece."""
        ...

    def show_side(self, side: SideContent) -> None:
        """Show the value and what it does."""
        ...

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message above the buttons; "" takes it away."""
        ...

    def go_to_field(self, name: str) -> None:
        """Put the cursor in a field of the step on the screen."""
        ...
