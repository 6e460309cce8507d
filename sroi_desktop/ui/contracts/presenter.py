"""What the list of contracts shows: running or ended ones, and those that a search finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.services import positions
from sroi_desktop.ui import pages
from sroi_desktop.ui.contracts.cards import ContractCard, card_of
from sroi_desktop.ui.kit.content import Act, Choice, HeaderContent
from sroi_desktop.ui.kit.tables.columns import folded

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

RUNNING = "running"
ENDED = "ended"
NEW = "new"
READ = "read"
# Fewer contracts than this are seen at a glance: a search would only be in the way.
SEARCHED_FROM = 6


class ContractsView(Protocol):
    """What the presenter asks of the screen."""

    def show_cards(self, cards: tuple[ContractCard, ...]) -> None:
        """Show these contracts; the selection stays where it can."""

    def show_filters(self, choices: tuple[Choice, ...], current: str, *, searched: bool) -> None:
        """Show the filters with their counts, and the search where there is much to search."""

    def show_empty(self, *, title: str, text: str, act: Act | None) -> None:
        """Say why there is nothing to see, and offer the first act."""


class ContractsPresenter:
    """Decides what the list shows and where its acts lead."""

    def __init__(
        self, view: ContractsView, desk: Desk, open_page: Callable[[str, object], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._cards: tuple[ContractCard, ...] = ()
        self._filter = RUNNING
        self._needle: tuple[str, ...] = ()

    def header(self) -> HeaderContent:
        """Return the head of the page; an empty one offers its first act in the middle."""
        read = Act(READ, _("Read a tender"), icon="file-search")
        if not self._cards:
            return HeaderContent(_("Contracts"), acts=(read,))
        new = Act(NEW, _("New contract"), icon="plus", kind="primary")
        return HeaderContent(_("Contracts"), acts=(read,), primary=new, legend=True)

    def load(self) -> None:
        """Read the contracts and show them."""
        today = self._desk.today
        self._cards = tuple(card_of(one, today) for one in positions.positions(self._desk))
        self._show()

    def choose_filter(self, key: str) -> None:
        """Show the running contracts, or those that have ended."""
        self._filter = key
        self._show()

    def search(self, text: str) -> None:
        """Show only contracts in which every word of the text occurs."""
        self._needle = tuple(folded(text).split())
        self._show()

    def open_contract(self, contract_id: int) -> None:
        """Go to one contract."""
        self._open_page(pages.CONTRACT, pages.ContractTarget(contract_id))

    def run_act(self, key: str) -> None:
        """Carry out an act of the head or of the empty list."""
        if key == NEW:
            self._open_page(pages.NEW_CONTRACT, None)
        elif key == READ:
            self._open_page(pages.CLAUSE, None)

    def _show(self) -> None:
        ended = sum(card.is_ended for card in self._cards)
        choices = (
            Choice(RUNNING, _("Running contracts"), str(len(self._cards) - ended)),
            Choice(ENDED, _("Ended contracts"), str(ended)),
        )
        searched = len(self._cards) >= SEARCHED_FROM
        self._view.show_filters(choices, self._filter, searched=searched)
        shown = tuple(card for card in self._cards if self._is_shown(card))
        self._view.show_cards(shown)
        if not shown:
            self._show_empty()

    def _is_shown(self, card: ContractCard) -> bool:
        words = folded(card.words)
        return card.is_ended == (self._filter == ENDED) and all(
            part in words for part in self._needle
        )

    def _show_empty(self) -> None:
        if self._needle:
            self._view.show_empty(
                title=_("No contract found"),
                text=_("No contract has these words. Change or empty the search."),
                act=None,
            )
        elif self._filter == ENDED:
            self._view.show_empty(
                title=_("No ended contracts"),
                text=_("Contracts that were settled or not awarded will be here."),
                act=None,
            )
        else:
            self._view.show_empty(
                title=_("Your contracts will be here"),
                text=_(
                    "Add a contract in which a municipality or other authority asks for social "
                    "return. You need not know everything: what you do not know, you fill in later."
                ),
                act=Act(NEW, _("New contract"), icon="plus", kind="primary"),
            )
