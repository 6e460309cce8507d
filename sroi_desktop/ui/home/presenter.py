"""What the overview shows: the greeting, what to do next, and a card per contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _, ngettext
from sroi_desktop.services import drafts, glance, positions
from sroi_desktop.ui import pages
from sroi_desktop.ui.begun import begun_text
from sroi_desktop.ui.home.cards import MOST_CARDS, HomeCard, cards_shown, home_card
from sroi_desktop.ui.kit.content import Act, HeaderContent, StepContent
from sroi_desktop.ui.next_steps import step_content, step_target

if TYPE_CHECKING:
    from datetime import datetime

    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.services.desk import Desk

FEW_STEPS = 3
MORE_STEPS = 10
BOOK, NEW, ALL_CONTRACTS, CALCULATE, READ, MORE, FEWER, BEGIN = (
    "book",
    "new",
    "all_contracts",
    "calculate",
    "read",
    "more",
    "fewer",
    "begin",
)
RESUME_CONTRACT, RESUME_BOOKING = "resume_contract", "resume_booking"
_STEP = "step."
_MORNING, _AFTERNOON, _EVENING = 6, 12, 18
_LEGAL_FORM = re.compile(r"[\s,]+(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?)$", re.IGNORECASE)


class HomeView(Protocol):
    """What the presenter asks of the screen."""

    def show_steps(self, steps: tuple[StepContent, ...], count: str, more: Act | None) -> None:
        """Show what to do, how many of all steps that are, and the way to see more or fewer."""

    def show_contracts(self, cards: tuple[HomeCard, ...], everything: Act | None) -> None:
        """Show these contracts, and the way to all of them where there are more."""

    def show_start(self) -> None:
        """Show how to begin: there is no contract yet."""

    def show_begun(self, text: str, act: Act | None) -> None:
        """Say what was begun and not finished, and the way to it; "" says nothing."""


class HomePresenter:
    """Decides what the overview shows and where its acts lead."""

    def __init__(
        self, view: HomeView, desk: Desk, open_page: Callable[[str, object], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._contracts = 0
        self._is_glance = False
        self._steps: tuple[NextStep, ...] = ()
        self._shown = FEW_STEPS
        self._name = ""

    def header(self) -> HeaderContent:
        """Return the head of the page: a greeting by the time of day, and the usual act."""
        has_contracts = bool(self._contracts)
        book = Act(BOOK, _("Book an effort"), icon="plus", kind="primary")
        return HeaderContent(
            _greeting(self._desk.clock.now(), self._name),
            primary=book if has_contracts else None,
            legend=has_contracts,
        )

    def load(self) -> None:
        """Read where everything stands and show it."""
        company = self._desk.store.company()
        self._name = "" if company is None else company.name
        seen = glance.first(self._desk, MOST_CARDS)
        self._is_glance = seen is not None
        if seen is None:
            found = positions.positions(self._desk)
            self._steps, self._contracts = positions.next_steps(self._desk), len(found)
            shown = cards_shown(found, self._steps)
        else:
            self._steps, self._contracts, shown = seen.steps, seen.contracts, seen.positions
        self._show_begun()
        if not self._contracts:
            self._view.show_start()
            return
        self._show_steps()
        self._show_contracts(shown)

    def load_rest(self) -> None:
        """Show what a first glance did not tell: how many steps there are."""
        if self._is_glance:
            positions.positions(self._desk)
            self.load()

    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        if key.startswith(_STEP):
            self._open_page(*step_target(self._steps[int(key.removeprefix(_STEP))]))
        elif key in {MORE, FEWER}:
            self.load_rest()
            self._shown = self._shown + MORE_STEPS if key == MORE else FEW_STEPS
            self._show_steps()
        else:
            self._open_page(*_TARGETS[key])

    def open_contract(self, contract_id: int) -> None:
        """Go to one contract."""
        self._open_page(pages.CONTRACT, pages.ContractTarget(contract_id))

    def _show_begun(self) -> None:
        """Say what was left half typed: whoever starts again a day later has forgotten it."""
        if drafts.keys(self._desk, drafts.NEW_CONTRACT):
            key, text = RESUME_CONTRACT, _("You were busy with a new contract.")
        else:
            count = len(drafts.keys(self._desk, drafts.NEW_BOOKING))
            key, text = RESUME_BOOKING, begun_text(count)
        self._view.show_begun(text, Act(key, _("Go on")) if text else None)

    def _show_contracts(self, shown: tuple[Position, ...]) -> None:
        cards = tuple(home_card(one, self._desk.today) for one in shown)
        everything = None
        if len(shown) < self._contracts:
            words = ngettext(
                "View all contracts ({count})", "View all contracts ({count})", self._contracts
            ).format(count=self._contracts)
            everything = Act(ALL_CONTRACTS, words, icon="arrow-right", kind="link")
        self._view.show_contracts(cards, everything)

    def _show_steps(self) -> None:
        shown = self._steps[: self._shown]
        contents = tuple(
            step_content(
                step, self._desk.today, f"{_STEP}{place}", "secondary" if place else "primary"
            )
            for place, step in enumerate(shown)
        )
        self._view.show_steps(contents, self._count(len(shown)), self._more(len(shown)))

    def _count(self, shown: int) -> str:
        total = len(self._steps)
        if self._is_glance:
            return ""
        if shown < total:
            return _("{shown} of {total} steps").format(shown=shown, total=total)
        return ngettext("{total} step", "{total} steps", total).format(total=total) if total else ""

    def _more(self, shown: int) -> Act | None:
        left = len(self._steps) - shown
        if left > MORE_STEPS or self._is_glance:
            words = _("Show {count} more steps").format(count=MORE_STEPS)
            return Act(MORE, words, icon="chevron-down", kind="link")
        if left:
            return Act(MORE, _("Show all steps"), icon="chevron-down", kind="link")
        if shown > FEW_STEPS:
            return Act(FEWER, _("Show fewer steps"), icon="chevron-up", kind="link")
        return None


_TARGETS: dict[str, tuple[str, object]] = {
    BOOK: (pages.BOOKING, None),
    NEW: (pages.NEW_CONTRACT, None),
    ALL_CONTRACTS: (pages.CONTRACTS, None),
    CALCULATE: (pages.CALCULATOR, None),
    RESUME_CONTRACT: (pages.NEW_CONTRACT, None),
    RESUME_BOOKING: (pages.BOOKING, None),
    READ: (pages.CLAUSE, None),
    BEGIN: (pages.HELP, pages.HelpTarget("1")),
}


def _greeting(now: datetime, name: str) -> str:
    """Return a greeting for the time of day where the owner is, with the firm's everyday name."""
    hour = now.astimezone().hour
    if _MORNING <= hour < _AFTERNOON:
        words, bare = _("Good morning, {name}"), _("Good morning")
    elif _AFTERNOON <= hour < _EVENING:
        words, bare = _("Good afternoon, {name}"), _("Good afternoon")
    else:
        words, bare = _("Good evening, {name}"), _("Good evening")
    short = _LEGAL_FORM.sub("", name.strip())
    return words.format(name=short) if short else bare
