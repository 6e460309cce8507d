"""What the page of another edition shows, as plain data, and what it asks of others. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.ui.kit.content import (
    Choice,
    DerivationContent,
    FigureContent,
    PillContent,
)
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.editions import Effect, Progress


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract that the edition could be for; `cents` sorts the difference."""

    contract_id: int
    title: str
    about: str
    pill: PillContent
    before: str
    after: str
    difference: str
    cents: int | None


@dataclass(frozen=True, slots=True)
class EffortRow:
    """An effort before and after; `place` is its place among the changes of the effect."""

    place: int
    title: str
    about: str
    pill: PillContent
    before: str
    after: str
    difference: str
    cents: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """What has to be answered before an effort can be valued under the edition.

    `choices` are rows to choose from; where there are none the answer is to give up the bonuses
    that `key` stands for. `chosen` is the answer so far. `reason` is why the effort stays in the
    books without counting, None where that is not asked; `wrong` what is the matter with it.
    """

    key: str
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    chosen: str | None = None
    reason: str | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class EffectContent:
    """What the edition means for one contract.

    `questions` stand for efforts that have to be resolved first, `more` says how many others
    there are. `values` says which values count where the edition itself names none.
    `switch_hint` says why the contract cannot be moved yet; "" where it can.
    """

    title: str
    verdict: str
    tone: Tone
    figures: tuple[FigureContent, ...]
    questions: tuple[Question, ...]
    more: str
    rows: tuple[EffortRow, ...]
    summary: str
    switch_hint: str
    values: str = ""


@dataclass(frozen=True, slots=True)
class SidesContent:
    """How one effort is worth what it is, under both editions; a refusal where it cannot be."""

    title: str
    left_title: str
    left: DerivationContent
    right_title: str
    right: DerivationContent | None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class SwitchContent:
    """What moving a contract would do, in lines, before it is done."""

    title: str
    lines: tuple[str, ...]


class Handle(Protocol):
    """Work that is going on elsewhere."""

    def cancel(self) -> None:
        """Stop as soon as possible."""


class Host(Protocol):
    """What the presenter asks of the program around its page."""

    def work(self, job: Callable[[Progress], Effect]) -> Handle:
        """Have an effect found out on another thread."""

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""

    def head_changed(self) -> None:
        """Show the head of the page again."""


class EditionView(Protocol):
    """What the presenter asks of the screen."""

    def show_editions(self, choices: tuple[Choice, ...], chosen: str | None) -> None:
        """Offer these sets, one of them chosen."""

    def show_sentence(self, text: str, tone: Tone) -> None:
        """Say in one sentence what holds; an empty text says nothing."""

    def show_contracts(self, rows: tuple[ContractRow, ...], chosen: int | None) -> None:
        """List the contracts; a list of one is not shown."""

    def show_working(self, done: int, total: int, text: str) -> None:
        """Show how far the work is, with a way to stop it."""

    def show_stopped(self, text: str) -> None:
        """Say that the work was stopped, with a way to go on; an empty text takes it away."""

    def show_effect(self, content: EffectContent | None) -> None:
        """Show what the edition means for the chosen contract, or nothing yet."""

    def show_sides(self, content: SidesContent | None) -> None:
        """Show both derivations of one effort."""

    def show_nothing(self, title: str, text: str) -> None:
        """Say why there is nothing to see."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above all; an empty text takes it away."""

    def ask_switch(self, content: SwitchContent) -> None:
        """Ask for the reason of a move, with what it would do."""

    def refuse_switch(self, text: str) -> None:
        """Say at the question why the contract was not moved."""

    def close_switch(self) -> None:
        """Take the question away."""
