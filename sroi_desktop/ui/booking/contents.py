"""What the parts of the dialog show, and what the presenter may ask of the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sroi_desktop.ui.booking.choosing import WhatContent
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.proposing import ProposalContent
from sroi_desktop.ui.booking.question import Question
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
class PartContent:
    """One part of the days with its shares.

    `starts` is its first day as typed and `wrong` what is the matter with that; the first part
    begins with the effort. `days` are the days in words.
    """

    rows: tuple[ContractRow, ...]
    note: str = ""
    too_much: bool = False
    days: str = ""
    starts: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class ContractsContent:
    """The third step: the contracts to choose from, or the shares of those chosen.

    `rows`, `note` and `too_much` are those of the first part of the days; `parts` holds all of
    them. `told` says why it cannot be divided in another way.
    """

    is_shared: bool
    parts: tuple[PartContent, ...]
    others: tuple[Choice, ...]
    can_split: bool = False
    proposals: tuple[ProposalContent, ...] = ()
    told: str = ""

    @property
    def rows(self) -> tuple[ContractRow, ...]:
        """The contracts of the first part: of all days, while there is one part."""
        return self.parts[0].rows

    @property
    def note(self) -> str:
        """How much of the first part is divided."""
        return self.parts[0].note

    @property
    def too_much(self) -> bool:
        """Tell whether more than the whole is divided in any part."""
        return any(part.too_much for part in self.parts)


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
