"""Leads the reading of a clause: keeps every answer, and shows what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Answer, Intake, Key, Status, Topic
from sroi_desktop.domain.clause.questions import QUESTIONS
from sroi_desktop.language import _
from sroi_desktop.services import clauses, tenders
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.clause import choosing, heading, telling
from sroi_desktop.ui.clause.answering import Answering
from sroi_desktop.ui.clause.content import BEGIN, QUESTION, SUMMARY, BeginContent
from sroi_desktop.ui.clause.letter import Letter
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.clause.viewing import ClauseView
    from sroi_desktop.ui.kit.content import HeaderContent

FIRST = QUESTIONS[0].key


class ClausePresenter:
    """One clause at a time."""

    def __init__(
        self,
        view: ClauseView,
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
        self._intake = Intake()
        self._stage = BEGIN
        self.answering = Answering(view, desk)
        self.letter = Letter(view, desk, tell, lambda: self._intake)

    # -- coming and going

    def open_at(self, target: pages.ClauseTarget) -> None:
        """Begin with a clause, go on with one, or look at that of a contract again."""
        self._view.show_message("", Tone.INFO)
        try:
            self._intake = self._found(target)
        except REFUSALS as error:
            self._intake = Intake()
            self._view.show_message(explain(error), Tone.WARNING)
        self._view.show_text(self._intake.text)
        if self._intake.id is None:
            self._go_to_stage(BEGIN)
        elif self._intake.contract_id is not None or not self._intake.answers.open:
            self._go_to_stage(SUMMARY)
        else:
            self._ask(self._intake.answers.open[0].key)
        self._view.show_head()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return heading.header_of(self._intake, self._stage)

    def reload(self) -> None:
        """Read the clause again, after an undo for instance; one that is gone ends it."""
        if self._intake.id is None:
            return
        try:
            self._intake = clauses.intake_of(self._desk, self._intake.id)
        except REFUSALS:
            self.open_at(pages.ClauseTarget())
            return
        self._view.show_text(self._intake.text)
        if self._stage == QUESTION:
            self._ask(self.answering.key)
        else:
            self._go_to_stage(self._stage)
        self._view.show_head()

    def may_leave(self) -> bool:
        """Keep what was typed; then the page can always be left."""
        self._keep(half=True)
        return True

    # -- the tender itself

    def describe(self, *, title: str, authority: str, reference: str) -> None:
        """Take the names; those of a clause that is kept already are kept at once."""
        self._change(
            lambda: replace(self._intake, title=title, authority=authority, reference=reference)
        )

    def type_text(self, text: str) -> None:
        """Take the text of the clause."""
        self._change(lambda: replace(self._intake, text=text))

    def choose_base(self, rule_set_id: str) -> None:
        """Hold the answers against these rules; "" against the nearest."""
        self._change(lambda: replace(self._intake, rule_set_id=rule_set_id or None))

    def begin(self) -> None:
        """Keep the clause and ask the first question that is open."""
        intake = self._intake
        if not intake.title.strip():
            self._view.show_message(_("Give the tender a name that you recognise."), Tone.WARNING)
            self._view.focus()
            return
        if intake.id is None:
            done = self._do(lambda: clauses.begin(self._desk, intake))
            if done is None:
                return
            self._intake = clauses.intake_of(self._desk, done.id or 0)
            self._view.show_head()
        rest = self._intake.answers.open
        self._ask(rest[0].key if rest else FIRST)
        self._view.focus()

    def resume(self, clause_id: int) -> None:
        """Go on with a clause that was begun before."""
        self.open_at(pages.ClauseTarget(clause_id))
        self._view.focus()

    # -- answering

    def type(self, name: str, text: str) -> None:
        """Take what was typed or chosen in a field of the question."""
        self.answering.type(name, text)
        self.answering.show(self._intake.answers)

    def leave(self, name: str) -> None:
        """Keep the answer, now that a field was left, and say what is wrong with it."""
        self.answering.leave(name)
        self._keep()
        self.answering.show(self._intake.answers)

    def quote(self, text: str) -> None:
        """Take a passage of the text as the quote of this answer."""
        if self._stage == QUESTION and text.strip():
            self.answering.quote(text)
            self._keep()
            self.answering.show(self._intake.answers)

    def be_sure(self, *, smaller: bool) -> None:
        """Take a very large sum as meant, or three zeros off it."""
        if smaller:
            self.answering.take_smaller()
        else:
            self.answering.be_sure()
        self._keep()
        self.answering.show(self._intake.answers)

    def say(self, status: Status) -> None:
        """Answer that it is not there, or that the owner does not know, and go on."""
        if self._keep_answer(Answer(status)):
            self.answering.drop_draft()
            self._go_on()

    def onward(self) -> None:
        """Keep the answer and go on; what cannot be right stops here."""
        if self._stage == BEGIN:
            self.begin()
            return
        if self._stage == SUMMARY:
            self._to_contract()
            return
        self.answering.leave_all()
        self._keep()
        if self.answering.can_go_on:
            self._go_on()
        else:
            self.answering.show(self._intake.answers)
            self._view.focus()

    def back(self) -> None:
        """Go to the question before, or to the tender itself."""
        self._keep(half=True)
        asked = [one.key for one in self._intake.answers.asked]
        place = len(asked) if self._stage == SUMMARY else self._place(asked)
        if place:
            self._ask(asked[place - 1])
        else:
            self._go_to_stage(BEGIN)
        self._view.focus()

    def go_to(self, line: str) -> None:
        """Go to a line of the list, or to a question of the summary."""
        if self._intake.id is None:
            return
        self._keep(half=True)
        if line in {telling.START, telling.END}:
            self._go_to_stage(BEGIN if line == telling.START else SUMMARY)
        elif line.startswith(telling.TOPIC):
            topic = Topic(line.removeprefix(telling.TOPIC))
            self._ask(telling.first_of(self._intake.answers, topic))
        else:
            self._ask(Key(line))

    # -- the end

    def run_act(self, key: str) -> None:
        """Carry out an act of the head."""
        intake = self._intake
        if key == heading.TO_SUMMARY:
            self.go_to(telling.END)
        elif key == heading.REMOVE and intake.id is not None:
            self._do(lambda: clauses.remove(self._desk, intake.id or 0))
            self._tell(_("Removed. Undo brings it back."))
            self.open_at(pages.ClauseTarget())

    # -- inside

    def _to_contract(self) -> None:
        intake = self._intake
        if intake.contract_id is None:
            self._open_page(pages.NEW_CONTRACT, pages.NewContractTarget(clause_id=intake.id))
        else:
            self._open_page(pages.CONTRACT, pages.ContractTarget(intake.contract_id))

    def _found(self, target: pages.ClauseTarget) -> Intake:
        if target.clause_id is not None:
            return clauses.intake_of(self._desk, target.clause_id)
        return Intake()

    def _place(self, asked: list[Key]) -> int:
        return asked.index(self.answering.key) if self.answering.key in asked else 0

    def _go_on(self) -> None:
        asked = [one.key for one in self._intake.answers.asked]
        after = asked[self._place(asked) + 1 :]
        if after:
            self._ask(after[0])
        else:
            self._go_to_stage(SUMMARY)
        self._view.focus()

    def _ask(self, key: Key) -> None:
        if key not in [one.key for one in self._intake.answers.asked]:
            key = FIRST
        self._stage = QUESTION
        self._view.show_question(telling.question_content(self._intake.answers, key))
        self.answering.open(self._intake.id or 0, key, self._intake.answers)
        self._show()

    def _go_to_stage(self, stage: int) -> None:
        self._stage = stage
        if stage == BEGIN:
            self._view.show_begin(self._begin_content())
        self._show()

    def _begin_content(self) -> BeginContent:
        intake = self._intake
        is_new = intake.id is None
        return BeginContent(
            intake.title,
            intake.authority,
            intake.reference,
            _("&Begin") if is_new else _("&On to the questions"),
            tenders.authorities(self._desk),
            telling.earlier_of(clauses.intakes(self._desk)) if is_new else (),
        )

    def _show(self) -> None:
        """Show where one is, and what follows from the answers."""
        answers, stage = self._intake.answers, self._stage
        outcome = clauses.outcome_of(self._desk, self._intake)
        if stage == SUMMARY:
            has_contract = self._intake.contract_id is not None
            self._view.show_summary(telling.summary_of(outcome, answers, has_contract=has_contract))
        if stage == BEGIN:
            self._view.show_base(choosing.base_content(self._desk, self._intake))
        self._view.show_stage(stage)
        key = self.answering.key if stage == QUESTION else None
        current = {BEGIN: telling.START, SUMMARY: telling.END}.get(stage, self.answering.key.value)
        lines = () if self._intake.id is None else telling.lines_of(answers, key)
        self._view.show_lines(lines, current, telling.progress_of(answers))
        self._view.show_side(telling.side_of(outcome, answers, with_notices=stage != SUMMARY))
        self._view.show_head()

    def _keep(self, *, half: bool = False) -> None:
        """Keep the answer where it can be kept; with `half` what cannot, as a draft."""
        if self._stage != QUESTION:
            return
        answer = self.answering.answer()
        if answer is not None and answer != self._intake.answers.get(self.answering.key):
            self._keep_answer(answer)
        if half:
            self._do_quietly(self.answering.keep_draft)

    def _keep_answer(self, answer: Answer) -> bool:
        key, clause_id = self.answering.key, self._intake.id or 0
        done = self._do(lambda: clauses.keep_answer(self._desk, clause_id, key, answer))
        if done is None:
            return False
        self._intake = self._intake.with_answer(key, answer)
        self.answering.kept(answer)
        self._show()
        return True

    def _change(self, change: Callable[[], Intake]) -> None:
        """Change the names or the text; of a clause that is kept already, at once."""
        try:
            changed = change()
            if changed == self._intake:
                return
            if changed.id is not None:
                self._announce(clauses.describe(self._desk, changed))
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._view.show_message("", Tone.INFO)
        self._intake = changed
        self._show()

    def _do(self, act: Callable[[], Done]) -> Done | None:
        try:
            done = act()
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return None
        self._view.show_message("", Tone.INFO)
        self._announce(done)
        return done

    def _do_quietly(self, act: Callable[[], object]) -> None:
        try:
            act()
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
