"""The conversation of a booking: four steps, a live value, drafts, and at the end the act.

Decides what is asked and shown and when something may be booked; knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.parsing import parse_date
from sroi_desktop.services import efforts, elsewhere, evidence
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.elsewhere import Comparison
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.booking import choosing, opening, saving, sharing, shown
from sroi_desktop.ui.booking.contents import BookingView
from sroi_desktop.ui.booking.form import FileGiven, Form, Seen
from sroi_desktop.ui.booking.keeping import Keeper
from sroi_desktop.ui.booking.question import COST, Question
from sroi_desktop.ui.booking.shown import PROOF, WHAT, WHERE, WHO
from sroi_desktop.ui.booking.situation import Known, Situation
from sroi_desktop.ui.booking.weighed import State
from sroi_desktop.ui.booking.where import WherePresenter
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import BookingTarget
from sroi_desktop.ui.proving.noting import wrong_with


class BookingPresenter:
    """One conversation after another, each about one effort."""

    def __init__(
        self,
        view: BookingView,
        desk: Desk,
        booked: Callable[[Done, str], None],
        left: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._booked = booked
        self._left = left
        self._keeper = Keeper(desk)
        self._state = State(Situation(Form(), Known(desk.today, {})))
        self._asked: tuple[Question, ...] = ()
        self._finished: set[str] = set()
        self._refused: dict[str, str] = {}
        self._is_open = False
        self._complained = False
        self.where = WherePresenter(self._now, self._take)

    # -- opening and leaving

    def open(self, target: BookingTarget) -> None:
        """Begin: something new, or the change of an effort, going on where one left off."""
        opened = None
        if target.effort_id is not None:
            opened = efforts.opened(self._desk, target.effort_id)
        known = opening.known(self._desk, opened)
        form = opening.begun(known, opened, target.contract_id)
        if target.divide:
            form = replace(sharing.start_sharing(Situation(form, known)), step=WHERE)
        self._keeper.begin(form, target.effort_id)
        self._begin(Situation(form, known))
        draft = None if target.effort_id is None else self._keeper.of_effort(target.effort_id)
        if draft is not None:
            self._change(draft)
            self._begin(self._state.now)
            self._view.show_message(_("You go on with the change that you began."), Tone.INFO)

    def refresh(self) -> None:
        """Take in what changed in the books; what was typed stays."""
        if not self._is_open:
            return
        effort = self._state.now.known.effort
        try:
            opened = None if effort is None else efforts.opened(self._desk, effort.id or 0)
        except REFUSALS:  # removed meanwhile: there is nothing left to change
            self._is_open = False
            self._left()
            return
        now = Situation(self._form, opening.known(self._desk, opened))
        self._state = State(choosing.up_to_date(now))
        self._show_step()

    def resume(self, key: str) -> None:
        """Go on with a draft; what is on the screen is kept."""
        self._keeper.keep(self._form)
        form = self._keeper.resumed(key)
        if form is None:
            return
        self._keeper.begin(form, None, key)
        self._begin(Situation(form, self._state.now.known))

    def discard(self, key: str) -> None:
        """Throw a draft away."""
        self._keeper.discard(key)
        self._show_step()

    def keep(self) -> bool:
        """Keep what was typed so far; tell whether there is a draft now."""
        return self._is_open and self._keeper.keep(self._form)

    def leave(self) -> None:
        """Leave; what was typed is there the next time."""
        self._left()

    def aside(self) -> None:
        """Leave something new as a draft; save a change at once."""
        if self._state.now.known.effort is None:
            self._left()
        else:
            self.book()

    def compared(self) -> Comparison | None:
        """Return what is being booked with all that it can be compared under, once it is known."""
        effort, contract_id = self._state.reading.effort, self._form.contract
        if effort is None or contract_id is None:
            return None
        return elsewhere.comparison(self._desk, effort, contract_id)

    def look_alike(self) -> str:
        """Return the name of what in the books this looks like most, "" for nothing."""
        likely = self._state.likely
        return likely[0].first.title if likely else ""

    def _begin(self, now: Situation) -> None:
        self._state = State(choosing.up_to_date(now))
        self._finished, self._refused, self._asked = set(), {}, ()
        self._is_open, self._complained = True, False
        self._view.show_message("", Tone.INFO)
        self._show_step()

    # -- answers

    @property
    def _form(self) -> Form:
        return self._state.now.form

    def choose_contract(self, key: str) -> None:
        """Take the rules of another contract; what its rules do not have must be chosen again."""
        self._change(choosing.with_contract(self._state.now, int(key)))
        self._show_step()

    def choose_kind(self, key: str) -> None:
        """Take another kind of effort; a kind with one row needs no further choice."""
        self._change(choosing.with_kind(self._state.now, key))
        self._show_step()

    def answer(self, name: str, answer: object) -> None:
        """Take an answer of the second step as it is typed."""
        if name.startswith(COST):
            self._change(self._form.with_cost(name.removeprefix(COST), str(answer)))
        elif name == "supplier":
            self._change(choosing.with_supplier(self._state.now, str(answer)))
            self._asked = ()  # the fields of the recognition hold other words now
        else:
            self._change(self._form.with_answer(name, answer))
        self._show_answers()

    def finish(self, name: str) -> None:
        """Judge a field that the user is done with."""
        if name not in self._finished:
            self._finished.add(name)
            self._show_answers()

    def _change(self, form: Form) -> None:
        self._state = State(replace(self._state.now, form=form))

    def _now(self) -> State:
        return self._state

    def _take(self, form: Form, *, only_shares: bool = False) -> None:
        """Take what changed in the third step; of shares that are typed no field is made anew."""
        self._change(form)
        if only_shares:
            self._show_shares()
        else:
            self._show_step()

    # -- the fourth step

    def give_file(self, code: str, path: Path) -> None:
        """Take a file as proof, or say why it cannot be kept."""
        try:
            evidence.look_at(self._desk, path)
        except REFUSALS as error:
            self._refused[code] = explain(error)
        else:
            self._refused.pop(code, None)
            self._change(self._form.with_file(FileGiven(code, str(path))))
        self._show_step()

    def see(self, code: str, who: str, when: str) -> Mapping[str, str]:
        """Note that a document was seen and is not kept; returns what is wrong with the note."""
        wrong = wrong_with(who, when, self._desk)
        if not wrong:
            self._refused.pop(code, None)
            note = Seen(code, who.strip(), date_text(parse_date(when)))
            self._change(self._form.with_note(note))
            self._show_step()
        return wrong

    def take_proof_away(self, code: str) -> None:
        """Take a file or note back."""
        self._refused.pop(code, None)
        self._change(self._form.without_proof(code))
        self._show_step()

    # -- from step to step

    def back(self) -> None:
        """Go to the step before."""
        self._go_to(max(WHAT, self._form.step - 1))

    def onward(self) -> None:
        """Go to the next step when this one is answered; after the last one, book."""
        if self._form.step == PROOF:
            self.book()
        elif shown.stops(self._state, self._form.step) is None:
            self._go_to(self._form.step + 1)
        else:
            self._complain(self._form.step)

    def book(self) -> None:
        """Book, from any step; what is lacking is shown where it is asked."""
        step = shown.first_stop(self._state)
        if step is not None:
            self._go_to(step)
            self._complain(step)
            return
        if not self._is_open:
            return
        try:
            done = saving.book(self._desk, self._state)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._is_open = False
        self._keeper.drop()
        self._booked(done, shown.told(self._state))

    def _complain(self, step: int) -> None:
        """Say what a step still needs, at the field itself."""
        if step == WHO:
            answers = self._state.reading.answers
            self._finished |= {*answers.lacks, *answers.wrong}
            self._complained = True
            self._show_answers()
        else:
            self._view.show_message(shown.complaint(self._state, step), Tone.WARNING)
        self._view.go_to_field(shown.stops(self._state, step) or "")

    def _go_to(self, step: int) -> None:
        self._change(replace(self._form, step=step))
        self._complained = False
        self._view.show_message("", Tone.INFO)
        self._show_step()

    # -- showing

    def _show_step(self) -> None:
        """Show everything that belongs to the step on the screen."""
        state = self._state
        self._view.show_head(shown.head(state))
        if self._form.step == WHAT:
            self._view.show_what(choosing.what(state.now, self._keeper.offers(state.now.known)))
        elif self._form.step == WHO:
            self._asked = ()
            self._show_answers()
            return
        elif self._form.step == WHERE:
            self._view.show_contracts(shown.contracts(state))
        else:
            self._view.show_proof(state.proof, dict(self._refused))
        self._view.show_side(state.side)

    def _show_answers(self) -> None:
        """Show what follows from an answer; the questions only where they are others."""
        state = self._state
        if state.questions != self._asked:
            self._asked = state.questions
            self._view.show_questions(state.questions, self._form)
        self._view.show_marks(shown.marks(state, self._finished, missing=self._complained))
        self._view.show_side(state.side)

    def _show_shares(self) -> None:
        self._view.show_contracts(shown.contracts(self._state))
        self._view.show_side(self._state.side)
