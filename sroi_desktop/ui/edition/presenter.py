"""Which edition is looked at, for which contracts, what is being worked out, and the move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.matching import AS_BOOKED, Answer
from sroi_desktop.domain.rows_kept import is_same_edition
from sroi_desktop.language import _, pgettext
from sroi_desktop.services import dossiers, editions
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.edition import words
from sroi_desktop.ui.edition.asking import ASIDE, REASON, ROW, unknown_bonuses, usual_reason
from sroi_desktop.ui.edition.sides import sides
from sroi_desktop.ui.edition.working import Working
from sroi_desktop.ui.kit.content import Act, Choice, Crumb, HeaderContent
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.editions import Effect
    from sroi_desktop.ui.edition.content import EditionView, EffectContent, Host

COMPARE = "compare"


class EditionPresenter:
    """The page of another edition: for one contract, or for all that it could be for."""

    def __init__(self, view: EditionView, desk: Desk, host: Host) -> None:
        self._view = view
        self._desk = desk
        self._host = host
        self._rules: RuleSet | None = None
        self._only: int | None = None
        self._contracts: dict[int, Contract] = {}
        self._chosen: int | None = None
        self._place: int | None = None
        self._answers: dict[int, dict[int, Answer]] = {}
        self.work = Working(desk, host, self._show_progress, self._arrived)

    # -- the head of the page

    def header(self) -> HeaderContent:
        """Return the head: where this stands, and moving the contract."""
        trail: tuple[Crumb, ...] = (Crumb(pages.RULES, _("Rules by municipality")),)
        if self._only is not None:
            trail = (
                Crumb(pages.CONTRACTS, _("Contracts")),
                Crumb(pages.CONTRACT, dossiers.contract_of(self._desk, self._only).title),
            )
        title = pgettext("page", "Another edition")
        if self._rules is None or self._chosen is None:
            return HeaderContent(title, trail=trail, search=False)
        acts = (Act(COMPARE, _("Compare the rules"), "columns-3"),)
        return HeaderContent(title, editions.told(self._rules), trail, acts=acts, search=False)

    def run_act(self, key: str) -> None:
        """Carry out the act of the head: the two sets side by side."""
        if key == COMPARE and self._rules is not None and self._chosen is not None:
            target = pages.CompareTarget(self._rules.id, contract_id=self._chosen)
            self._host.open_page(pages.RULES, target)

    def go_to_crumb(self, key: str) -> None:
        """Go back to where this was opened from."""
        argument: object = None
        if key == pages.CONTRACT and self._only is not None:
            argument = pages.ContractTarget(self._only, "details")
        elif key == pages.RULES and self._rules is not None:
            argument = self._rules.id
        self._host.open_page(key, argument)

    # -- loading

    def open_at(self, target: pages.EditionTarget) -> None:
        """Show an edition, for one contract where one is named."""
        self._view.show_message("", Tone.INFO)
        self._only, self._chosen, self._answers = target.contract_id, None, {}
        self._rules = self._wanted(target)
        self.load()

    def _wanted(self, target: pages.EditionTarget) -> RuleSet | None:
        """Return the set that is named, else what came after the one that the contract keeps."""
        if target.rule_set_id is not None:
            return editions.find(self._desk, target.rule_set_id)
        if self._only is None:
            return None
        kept = dossiers.rules_of(self._desk, self._only)
        return editions.newest(self._desk, kept)

    def load(self) -> None:
        """Work everything out again: the books may have changed."""
        self.work.stop()
        self._place = None
        rules = self._rules
        known = "" if rules is None else rules.id
        choices = tuple(
            Choice(one.id, f"{one.publisher}: {editions.told(one)}")
            for one in editions.choices(self._desk)
        )
        self._view.show_editions(choices, known or None)
        self._view.show_stopped("")
        self._contracts = {} if rules is None else self._concerned(rules)
        if self._chosen not in self._contracts:
            self._chosen = next(iter(self._contracts), None)
        self._show_contracts()
        self._view.show_effect(None)
        self._view.show_sides(None)
        if rules is None or not self._contracts:
            self._say_nothing(rules)
        else:
            verdicts = [
                editions.verdict_on(self._desk, one, rules) for one in self._contracts.values()
            ]
            self._view.show_sentence(*words.sentence(verdicts))
            self.work.begin(rules, self._contracts, self._answers)
        self._host.head_changed()

    def _concerned(self, rules: RuleSet) -> dict[int, Contract]:
        if self._only is not None:
            return {self._only: dossiers.contract_of(self._desk, self._only)}
        return {one.id: one for one in editions.touched(self._desk, rules) if one.id is not None}

    def _say_nothing(self, rules: RuleSet | None) -> None:
        self._view.show_sentence("", Tone.INFO)
        if rules is None:
            self._view.show_nothing(
                _("Choose an edition"),
                _("Here you then see what your contracts and efforts would be worth under it."),
            )
            return
        self._view.show_nothing(
            _("This edition touches none of your contracts"),
            _(
                "No running contract keeps an earlier edition, or other rules of this authority. "
                "From the details of a contract you can look at any edition."
            ),
        )

    # -- choosing

    def choose_edition(self, rule_set_id: str) -> None:
        """Look at another set."""
        self._rules, self._answers = editions.find(self._desk, rule_set_id), {}
        self.load()

    def choose_contract(self, contract_id: int) -> None:
        """Show what the edition means for another contract."""
        if contract_id != self._chosen:
            self._chosen, self._place = contract_id, None
            self._show_effect()
            self._host.head_changed()

    def choose_effort(self, place: int) -> None:
        """Show both derivations of an effort."""
        self._place = place
        effect = self._effect()
        if effect is not None and place < len(effect.changes):
            self._view.show_sides(sides(effect, effect.changes[place]))

    def answer(self, key: str, value: str | None = None) -> None:
        """Take the answer to a question: a row, none with the reason, or giving up bonuses."""
        effect = self._effect()
        if effect is None or self._chosen is None:
            return
        answers = self._answers.setdefault(self._chosen, {})
        effort_id = int(key.rpartition(".")[2])
        given = answers.get(effort_id, AS_BOOKED)
        if key.startswith(REASON):
            answers[effort_id] = replace(given, aside=" ".join((value or "").split()))
        elif key.startswith(ROW) and value == ASIDE:
            answers[effort_id] = Answer(aside=usual_reason(effect, effort_id))
        elif key.startswith(ROW):
            answers[effort_id] = replace(given, block=value, aside=None)
        else:
            answers[effort_id] = replace(given, without=unknown_bonuses(effect, effort_id))
        if answers[effort_id] == given:
            return
        self.work.again(self._chosen)

    # -- what is worked out

    def go_on(self) -> None:
        """Work out the rest after all."""
        self._view.show_stopped("")
        self.work.resume()

    def _show_progress(self) -> None:
        done, total = self.work.progress
        if self.work.is_stopped:
            self._view.show_working(total, total, "")
            self._view.show_stopped(_("Working it out was stopped. Not every amount is there."))
            return
        text = _("Working out {done} of {total} contracts…").format(
            done=min(done + 1, total), total=total
        )
        self._view.show_working(done, total, text)

    def _arrived(self, contract_id: int) -> None:
        """Show what was worked out of a contract."""
        self._show_contracts()
        if contract_id == self._chosen:
            self._show_effect()
        self._host.head_changed()

    def _show_contracts(self) -> None:
        rules = self._rules
        if rules is None:
            self._view.show_contracts((), None)
            return
        rows = tuple(
            words.contract_row(
                one, editions.verdict_on(self._desk, one, rules), self.work.effects.get(key)
            )
            for key, one in self._contracts.items()
        )
        self._view.show_contracts(rows, self._chosen)

    def _effect(self) -> Effect | None:
        return None if self._chosen is None else self.work.effects.get(self._chosen)

    def _content(self, effect: Effect) -> EffectContent:
        answers = self._answers.get(self._chosen or 0, {})
        is_kept = is_same_edition(effect.before.rules, effect.after.rules)
        told = len(self._contracts) > 1  # of a single one the sentence at the top tells it
        return words.effect_content(effect, answers, is_kept=is_kept, told=told)

    def _show_effect(self) -> None:
        effect = self._effect()
        self._view.show_effect(None if effect is None else self._content(effect))
        if effect is None or self._place is None:
            self._view.show_sides(None)
        else:
            self.choose_effort(self._place)

    # -- moving

    def ask(self) -> None:
        """Ask for the reason, with what the move would do."""
        effect = self._effect()
        if effect is not None:
            self._view.ask_switch(words.switch_content(effect))

    def switch(self, reason: str) -> None:
        """Move the contract; a refusal is told at the question."""
        if self._rules is None or self._chosen is None:
            return
        answers = self._answers.get(self._chosen, {})
        try:
            done = editions.switch(self._desk, self._chosen, self._rules, reason, answers)
        except REFUSALS as error:
            self._view.refuse_switch(explain(error))
            return
        self._view.close_switch()
        told = _("The contract now counts under {edition}.")
        self._host.done(done, told.format(edition=editions.told(self._rules)))
        if self._only is not None:
            target = pages.ContractTarget(self._only, "details")
            self._host.open_page(pages.CONTRACT, target)
        else:
            self._answers.pop(self._chosen, None)
            self.load()
