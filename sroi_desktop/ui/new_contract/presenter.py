"""Leads the conversation in which a contract is taken on or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.numbers import short_money_text
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Act, HeaderContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.new_contract.choosing import RulesContent, ValueRow
from sroi_desktop.ui.new_contract.form import CHECK, Form, step_of
from sroi_desktop.ui.new_contract.heading import header_of, next_text
from sroi_desktop.ui.new_contract.opening import editor_target, opened
from sroi_desktop.ui.new_contract.reading import smaller
from sroi_desktop.ui.new_contract.saving import Refusal, keep, recount_text
from sroi_desktop.ui.new_contract.showing import (
    Asked,
    FieldBoard,
    FieldState,
    FieldsView,
    asked,
    rhythm_hint,
)
from sroi_desktop.ui.new_contract.talk import Talk
from sroi_desktop.ui.new_contract.told import OwedContent, SummaryGroup, owed_content, summary_of

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

AFRESH = "afresh"


class NewContractView(FieldsView, Protocol):
    """What the presenter asks of the screen."""

    def show_form(self, form: Form, *, is_new: bool) -> None:
        """Fill in every field; a new contract is also asked how far it is."""

    def show_step(self, step: int, next_text: str) -> None:
        """Show one step; `next_text` stands on the button that leads on."""

    def show_authority(self, note: str, suggestions: tuple[str, ...]) -> None:
        """Show what is known of the authority that was typed, and names that may be meant."""

    def show_rules(self, content: RulesContent, rhythm_hint: str) -> None:
        """Show which rules there are, and what the chosen ones lack."""

    def show_values(self, rows: tuple[ValueRow, ...], typed: dict[str, str]) -> None:
        """Offer a field for the value of every row of the rules; no rows close the list."""

    def show_asked(self, asked: Asked) -> None:
        """Show the questions about the amount that matter."""

    def show_owed(self, content: OwedContent) -> None:
        """Show what is owed, and how that is computed."""

    def show_summary(self, groups: tuple[SummaryGroup, ...]) -> None:
        """Show everything that was answered."""

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the step; an empty text takes it away."""

    def show_head(self) -> None:
        """Show the head of the page again."""

    def focus(self, name: str) -> None:
        """Put the cursor in a field."""

    def keep_soon(self) -> None:
        """Call `keep_draft` in a moment, when the owner pauses."""

    def confirm_rules(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""


class NewContractPresenter:
    """One conversation at a time."""

    def __init__(
        self,
        view: NewContractView,
        desk: Desk,
        open_page: Callable[[str, object], None],
        announce: Callable[[Done], None],
        tell: Callable[[str], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._announce = announce
        self._tell = tell
        self._talk = Talk(desk, opened(desk, None))
        self._board = FieldBoard(view)

    # -- beginning and leaving

    def open_at(self, target: object) -> None:
        """Begin, or go on with, the conversation that a page asked for."""
        chosen = None
        if isinstance(target, pages.ChosenRulesTarget):
            contract_id, chosen = target.contract_id, target.rule_set_id
            target = None if contract_id is None else pages.ContractTarget(contract_id)
        try:
            opening = opened(self._desk, target)
        except REFUSALS:
            self._open_page(pages.CONTRACTS, None)
            return
        self._talk = Talk(self._desk, opening)
        if chosen is not None:
            self._talk.answer("rules", chosen)
        self._show_all()
        if opening.resumed and chosen is None:
            self._view.show_message(
                _("You were here before; what you typed is still here."),
                Tone.INFO,
                Act(AFRESH, _("Start afresh"), kind="link"),
            )
        if opening.field is not None:
            self._view.focus(opening.field)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return header_of(self._talk.opening)

    def start_afresh(self) -> None:
        """Forget what was typed before."""
        self._talk.drop_draft()
        self._talk = Talk(self._desk, self._talk.opening.afresh())
        self._show_all()

    def keep_draft(self) -> bool:
        """Keep what was typed, so that a kill loses nothing; tell whether a draft is kept."""
        try:
            return self._talk.keep_draft()
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return False

    def leave(self) -> None:
        """Go back to where one came from; what was typed is kept."""
        opening = self._talk.opening
        self.leave_for(pages.CONTRACTS if opening.is_new else pages.CONTRACT)

    def leave_for(self, page: str) -> None:
        """Go to a place above; what was typed is kept."""
        self.keep_draft()
        contract_id = self._talk.opening.base.id
        if page == pages.CONTRACT and contract_id is not None:
            self._open_page(page, pages.ContractTarget(contract_id))
        else:
            self._open_page(page, None)

    # -- answering

    def answer(self, name: str, text: str) -> None:
        """Take what was typed or chosen as the answer to a question."""
        changed = self._talk.answer(name, text)
        if name == "authority":
            self._show_authority()
        if changed or name == "authority":
            self._show_rules()
        self._refresh()

    def set_unknown(self, name: str, *, unknown: bool) -> None:
        """Take "I don't know" as the answer, or take it back."""
        self._talk.take(self._talk.form.with_unknown(name, unknown=unknown))
        self._refresh()

    def leave_field(self, name: str) -> None:
        """Say what is wrong with an answer, now that it was typed."""
        self._talk.leave(name)
        self._show_fields()

    def choose_authority(self, name: str) -> None:
        """Take a suggested name as the authority."""
        self.answer("authority", self._talk.chooser.official_name(name))
        self._fill_in()
        self._view.focus("authority")

    def adjust_values(self) -> None:
        """Open or close the list of values to take over from the contract."""
        form = self._talk.form
        self._talk.take(replace(form, adjusts=not form.adjusts))
        self._show_rules()
        self._refresh()

    def type_over(self) -> None:
        """Type the whole table of the contract over, and come back with it."""
        self.keep_draft()
        self._open_page(pages.RULE_EDITOR, editor_target(self._talk))

    def be_sure(self, name: str) -> None:
        """Take a very large amount as meant."""
        amount = self._talk.reading.doubts.get(name)
        if amount is not None:
            self._talk.be_sure(amount)
            self._refresh()

    def take_smaller(self, name: str) -> None:
        """Take three zeros off an amount."""
        amount = self._talk.reading.doubts.get(name)
        if amount is not None:
            self.answer(name, short_money_text(smaller(amount)))
            self._fill_in()
            self._view.focus(name)

    # -- going on

    def go_on(self) -> None:
        """Go to the next step, or keep the contract on the last; a problem stops here."""
        step = self._talk.form.step
        names = self._talk.names_of(step)
        self._talk.leave(*names)
        self._show_fields()
        problem = self._talk.first_problem(names)
        if problem is not None:
            self._go_to_question(problem)
        elif step == CHECK:
            self._keep()
        else:
            self.go_to(step + 1)

    def go_up(self) -> None:
        """Go to the step before; from the first, leave."""
        if self._talk.form.step == 0:
            self.leave()
        else:
            self.go_to(self._talk.form.step - 1)

    def go_to(self, step: int) -> None:
        """Go to a step."""
        self._talk.take(replace(self._talk.form, step=step))
        self._show_step()
        self.keep_draft()

    def _go_to_question(self, name: str) -> None:
        if step_of(name) != self._talk.form.step:
            self.go_to(step_of(name))
        self._view.focus(name)

    def _keep(self) -> None:
        talk, opening = self._talk, self._talk.opening
        contract_id = opening.base.id
        if contract_id is not None and talk.rules != opening.own:
            warning = recount_text(self._desk, contract_id, talk.rules)
            if warning is not None and not self._view.confirm_rules(warning):
                return
        outcome = keep(
            self._desk, talk.reading.contract, talk.rules, opening.own, opening.clause_id
        )
        if isinstance(outcome, Refusal):
            self._refuse(outcome)
            return
        talk.finish()
        self._announce(outcome)
        self._tell(_("Contract added.") if opening.is_new else _("Contract changed."))
        self._open_page(pages.CONTRACT, pages.ContractTarget(outcome.id or 0))

    def _refuse(self, refusal: Refusal) -> None:
        if refusal.field is None:
            self._view.show_message(refusal.text, Tone.DANGER)
            return
        self._go_to_question(refusal.field)
        self._view.show_field(refusal.field, FieldState(error=refusal.text))

    # -- showing

    def _show_all(self) -> None:
        self._view.show_message("", Tone.INFO)
        self._fill_in()
        self._show_authority()
        self._show_rules()
        self._show_fields()
        self._show_step()
        self._view.show_head()

    def _fill_in(self) -> None:
        """Put the answers in the fields, and show the state of every question again."""
        self._view.show_form(self._talk.form, is_new=self._talk.opening.is_new)
        self._board.forget()
        self._show_fields()

    def _refresh(self) -> None:
        self._show_fields()
        self._show_weighed()
        self._view.keep_soon()

    def _show_step(self) -> None:
        talk, step = self._talk, self._talk.form.step
        if step == CHECK:
            self._view.show_summary(summary_of(talk.reading.contract, talk.rules, talk.owed))
        self._view.show_step(step, next_text(step, is_new=talk.opening.is_new))
        self._show_weighed()

    def _show_weighed(self) -> None:
        talk = self._talk
        self._view.show_asked(asked(talk.form, talk.rules))
        self._view.show_owed(owed_content(talk.reading.contract, talk.rules, talk.owed))

    def _show_fields(self) -> None:
        self._board.show(self._talk.form, self._talk.reading, self._talk.left)

    def _show_authority(self) -> None:
        typed, chooser = self._talk.form.authority, self._talk.chooser
        self._view.show_authority(chooser.found_text(typed), chooser.suggestions(typed))

    def _show_rules(self) -> None:
        talk = self._talk
        content = talk.chooser.content(talk.form, talk.published)
        self._view.show_rules(content, rhythm_hint(talk.rules))
        is_open = (
            talk.form.adjusts or content.needs_values or bool(talk.chooser.filled_in(talk.form))
        )
        rows = talk.chooser.value_rows(talk.form) if is_open else ()
        self._view.show_values(rows, dict(talk.form.values))
