"""Decides what the page of one contract shows, and carries out its acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain import guidance
from sroi_desktop.domain.contract import ContractState, next_states
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import long_period_text
from sroi_desktop.services import contracts, dossiers, elsewhere, positions
from sroi_desktop.services.elsewhere import Comparison
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.details import CLAUSE, EDITION, RULES
from sroi_desktop.ui.contract.filling import TABS, TabFiller, TabsView
from sroi_desktop.ui.contract.noting import DayNoter, DaysView
from sroi_desktop.ui.contract.reports import ReportKeeper, ReportsView
from sroi_desktop.ui.contract.standing import COMPLETE, HOW, MISSING, STEP
from sroi_desktop.ui.contract.steps import target_of
from sroi_desktop.ui.contract.turnover import TURNOVER, InvoiceKeeper, is_asked
from sroi_desktop.ui.contracts.cards import course_pill
from sroi_desktop.ui.kit.content import Act, Choice, Crumb, HeaderContent
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

BOOK, REPORT, MORE, ALL = "book", "report", "more", "all"
EDIT, REMOVE, MOVE, ADJUST = "edit", "remove", "move.", "adjust_rules"


class ContractView(TabsView, DaysView, ReportsView, Protocol):
    """What the presenter asks of the screen."""

    def show_tabs(self, tabs: tuple[Choice, ...], current: str) -> None:
        """Show the tabs with their counts, and bring one to the front."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the tabs; an empty text takes it away."""

    def toggle_derivation(self) -> None:
        """Open or close how the obligation was computed."""

    def show_head(self) -> None:
        """Show the head of the page again."""

    def show_menu(self, acts: tuple[Act, ...]) -> None:
        """Offer more acts near their button."""

    def confirm_removal(self, title: str) -> bool:
        """Ask whether a contract may go."""


class ContractPresenter:
    """One contract on its page."""

    def __init__(
        self,
        view: ContractView,
        desk: Desk,
        open_page: Callable[[str, object], None],
        announce: Callable[[Done], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._announce = announce
        self._id = 0
        self._tab = TABS[0]
        self._position: Position | None = None
        self._steps: tuple[NextStep, ...] = ()
        self.days = DayNoter(view, desk, self._do)
        self.reports = ReportKeeper(view, desk)
        self.invoices = InvoiceKeeper(view, desk, self._do)
        self._tabs = TabFiller(view, desk, self.days, self.invoices)
        self._acts: dict[str, Callable[[], None]] = {
            BOOK: self._book,
            REPORT: self._report,
            MORE: self._offer_more,
            EDIT: self._edit,
            COMPLETE: self._edit,
            REMOVE: self._remove,
            HOW: view.toggle_derivation,
            MISSING: self._go_to_evidence,
            ALL: self._go_to_efforts,
            RULES: self._go_to_rules,
            ADJUST: self._adjust_rules,
            EDITION: self._go_to_edition,
            CLAUSE: self._go_to_clause,
        }

    # -- loading

    def open_at(self, target: pages.ContractTarget) -> None:
        """Show a contract on one of its tabs."""
        if target.contract_id != self._id:
            self._view.show_message("", Tone.INFO)
        self._id = target.contract_id
        self._tab = target.tab if target.tab in TABS else TABS[0]
        self.load()

    def load(self) -> None:
        """Read the contract again; one that is gone leads to the list."""
        try:
            position = positions.position(self._desk, self._id)
        except KeyError:
            self._position = None
            self._open_page(pages.CONTRACTS, None)
            return
        if self._tab == TURNOVER and not is_asked(position):
            self._tab = TABS[0]
        self._position = position
        self._steps = guidance.next_steps((position,), self._desk.today)
        self._view.show_tabs(self._tabs.tabs(self._id, position), self._tab)
        self._tabs.fill(self._tab, self._id, position, self._steps)
        self._view.show_head()

    def choose_tab(self, key: str) -> None:
        """Bring another tab to the front."""
        self._tab = key
        if self._position is not None:
            self._tabs.fill(key, self._id, self._position, self._steps)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        trail = (Crumb(pages.CONTRACTS, _("Contracts")),)
        if self._position is None:
            return HeaderContent(_("Contract"), trail=trail)
        contract = self._position.contract
        period = contract.period
        parts = (
            contract.authority,
            "" if contract.category is None else label(contract.category),
            label(contract.state).lower(),
            "" if period is None else long_period_text(period),
        )
        return HeaderContent(
            contract.title,
            " · ".join(part for part in parts if part),
            trail,
            course_pill(self._position, self._desk.today),
            (
                Act(REPORT, _("Make report"), icon="printer"),
                Act(MORE, _("More"), icon="ellipsis", hint=_("Change, move on or remove")),
            ),
            Act(BOOK, _("Book effort"), icon="plus", kind="primary"),
            search=False,
        )

    # -- acts

    def run_act(self, key: str) -> None:
        """Carry out an act of the head, of the menu or of a tab."""
        if key.startswith(STEP):
            step = self._steps[int(key.removeprefix(STEP))]
            self._open_page(*target_of(step))
        elif key.startswith(MOVE):
            state = ContractState(key.removeprefix(MOVE))
            self._do(lambda: contracts.move_on(self._desk, self._id, state))
        else:
            self._acts[key]()

    def divide(self, effort_id: int) -> None:
        """Divide an effort over contracts and days."""
        self._open_page(pages.BOOKING, pages.BookingTarget(self._id, effort_id, divide=True))

    def compared(self, effort_id: int) -> Comparison:
        """Return an effort with all that it can be compared under."""
        return elsewhere.of_booked(self._desk, effort_id, self._id)

    def open_effort(self, effort_id: int) -> None:
        """Change an effort."""
        self._open_page(pages.BOOKING, pages.BookingTarget(self._id, effort_id))

    def open_evidence(self, effort_id: int | None = None) -> None:
        """Go to the evidence of one effort, or of the whole contract."""
        self._open_page(pages.EVIDENCE, pages.EvidenceTarget(self._id, effort_id))

    def _book(self) -> None:
        self._open_page(pages.BOOKING, pages.BookingTarget(self._id))

    def _report(self) -> None:
        self._open_page(pages.REPORTS, pages.ReportTarget(self._id))

    def _edit(self) -> None:
        self._open_page(pages.NEW_CONTRACT, pages.ContractTarget(self._id))

    def _go_to_evidence(self) -> None:
        self._open_page(pages.CONTRACT, pages.ContractTarget(self._id, "evidence"))

    def _go_to_efforts(self) -> None:
        self._open_page(pages.CONTRACT, pages.ContractTarget(self._id, "efforts"))

    def _go_to_rules(self) -> None:
        self._open_page(pages.RULES, pages.ContractTarget(self._id))

    def _adjust_rules(self) -> None:
        self._open_page(pages.RULE_EDITOR, pages.RuleEditorTarget(contract_id=self._id))

    def _go_to_edition(self) -> None:
        self._open_page(pages.EDITION, pages.EditionTarget(contract_id=self._id))

    def _go_to_clause(self) -> None:
        found = dossiers.clauses_of(self._desk, self._id)
        if found:
            self._open_page(pages.CLAUSE, pages.ClauseTarget(found[-1].id))

    def _offer_more(self) -> None:
        if self._position is None:
            return
        moves = tuple(
            Act(f"{MOVE}{state.value}", _moves()[state])
            for state in next_states(self._position.contract.state)
        )
        change = Act(EDIT, _("Change contract"), icon="pencil")
        remove = Act(
            REMOVE,
            _("Remove contract"),
            icon="trash-2",
            enabled=not self._position.efforts,
            hint=_("Only a contract without efforts can be removed."),
        )
        self._view.show_menu((change, *moves, remove))

    def _remove(self) -> None:
        if self._position is not None and self._view.confirm_removal(self._position.contract.title):
            self._do(lambda: contracts.remove(self._desk, self._id))

    def _do(self, act: Callable[[], Done]) -> bool:
        try:
            done = act()
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return False
        self._view.show_message("", Tone.INFO)
        self._announce(done)
        return True


def _moves() -> dict[ContractState, str]:
    return {
        ContractState.BID: _("The bid was submitted"),
        ContractState.LOST: _("The contract went to someone else"),
        ContractState.AWARDED: _("The contract was awarded to us"),
        ContractState.PLAN_AGREED: _("The plan was agreed"),
        ContractState.RUNNING: _("The work is running"),
        ContractState.REPORTING: _("The final account is being made"),
        ContractState.RECOVERY: _("There is a recovery period"),
        ContractState.SETTLED: _("The contract was settled"),
    }
