"""What the calculator answers while one types, and where its answer can go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Obligation, SignalKind
from sroi_desktop.domain.rules import ObligationBase
from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import (
    money_text,
    percent_text,
)
from sroi_desktop.language.signals import signal_text
from sroi_desktop.services import rules as published
from sroi_desktop.services import tenders
from sroi_desktop.ui import pages
from sroi_desktop.ui.calculator.answer import Answer, answer_of, nothing_yet, unreadable
from sroi_desktop.ui.calculator.form import FIELDS, FieldName, Form, read
from sroi_desktop.ui.kit.content import Act, Choice, Crumb, HeaderContent

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

RULES, TAKE_ON, EMPTY, SURE = "rules", "take_on", "empty", "sure"
_THOUSAND = 1000


class CalculatorView(Protocol):
    """What the presenter asks of the screen."""

    def show_form(self, form: Form) -> None:
        """Show these texts in the fields."""

    def show_authorities(self, names: Sequence[str]) -> None:
        """Offer these municipalities and regions."""

    def show_rules(self, choices: tuple[Choice, ...], chosen: str | None, note: str) -> None:
        """Offer these rule sets, and say where the municipality is not known."""

    def show_hints(self, hints: Hints) -> None:
        """Say beneath the fields what the rules themselves say."""

    def show_reading(self, name: FieldName, text: str | None) -> None:
        """Show how a text was read."""

    def show_error(self, name: FieldName, text: str | None, readings: Sequence[str] = ()) -> None:
        """Show what is wrong with a text and what it may have meant, or that nothing is."""

    def ask_sum(self, question: str, readings: Sequence[str]) -> None:
        """Ask whether a very large sum is right, and offer another; "" asks nothing."""

    def show_answer(self, answer: Answer) -> None:
        """Show what would be owed."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the chosen rules say about the sum and the percentage."""

    sum: str
    percentage: str


class CalculatorPresenter:
    """Reads what is typed, asks what it comes to, and hands it on to a new contract."""

    def __init__(
        self, view: CalculatorView, desk: Desk, open_page: Callable[[str, object], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._form = Form()
        self._rules: tuple[RuleSet, ...] = ()
        self._sure: Money | None = None

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        take_on = Act(
            TAKE_ON,
            _("This becomes my contract"),
            icon="arrow-right",
            enabled=not self._form.is_empty,
        )
        return HeaderContent(
            _("Work out an obligation"),
            _("What would social return ask of you? Fill in what stands in the tender."),
            trail=(Crumb(pages.HOME, _("Overview")),),
            acts=() if self._form.is_empty else (Act(EMPTY, _("Start afresh"), icon="rotate-ccw"),),
            primary=take_on,
        )

    def load(self) -> None:
        """Show the calculator as it was left."""
        self._view.show_authorities(tenders.authorities(self._desk))
        self._view.show_form(self._form)
        self._choose_authority(self._form)
        self._answer()

    def change(self, form: Form) -> None:
        """Answer to what was typed so far; faults wait until the field is left."""
        if form.authority != self._form.authority:
            form = self._choose_authority(form)
        self._form = form
        reading = read(form)
        for name in FIELDS:
            self._view.show_reading(name, reading.readings.get(name))
            if name not in reading.faults:
                self._view.show_error(name, None)
        self._answer()

    def finish(self, name: FieldName) -> None:
        """Say what is wrong with a field that was left."""
        fault = read(self._form).faults.get(name)
        if fault is not None:
            self._view.show_error(name, error_text(fault), fault.readings)

    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        if key == TAKE_ON:
            reading = read(self._form)
            target = pages.NewContractTarget(
                self._form.authority.strip() or None, self._form.rules, reading.demand
            )
            self._open_page(pages.NEW_CONTRACT, target)
        elif key == SURE:
            self._sure = read(self._form).demand.base
            self._answer()
        else:
            self._form = Form()
            self._sure = None
            self.load()

    def _choose_authority(self, form: Form) -> Form:
        """Offer the rules of the municipality named, the newest first."""
        self._rules = published.for_authority(self._desk, form.authority)
        choices = tuple(Choice(one.id, edition_text(one.title, one.edition)) for one in self._rules)
        keys = [choice.key for choice in choices]
        chosen = form.rules if form.rules in keys else (keys[0] if keys else None)
        note = ""
        if form.authority.strip() and not choices:
            note = _(
                "The rules of {name} are not in this program. Take the percentage from the "
                "tender itself."
            ).format(name=form.authority.strip())
        self._view.show_rules(choices, chosen, note)
        return replace(form, rules=chosen)

    def _chosen(self) -> RuleSet:
        """Return the chosen rules, or the general ones, which ask nothing by themselves."""
        found = (one for one in self._rules if one.id == self._form.rules)
        return next(found, self._desk.library.generic)

    def _answer(self) -> None:
        reading = read(self._form)
        rules = self._chosen()
        self._view.show_hints(_hints(rules))
        owed = tenders.reckon(reading.demand, rules)
        self._ask_sum(owed)
        if self._form.is_empty:
            self._view.show_answer(nothing_yet())
        elif reading.faults:
            self._view.show_answer(unreadable())
        else:
            self._view.show_answer(answer_of(self._without_doubt(owed), reading.demand, rules))

    def _ask_sum(self, owed: Obligation) -> None:
        doubts = [one for one in owed.signals if one.kind is SignalKind.DOUBTFUL_SUM]
        if not doubts or doubts[0].amount is None or doubts[0].amount == self._sure:
            self._view.ask_sum("", ())
            return
        smaller = Money(doubts[0].amount.cents // _THOUSAND)
        self._view.ask_sum(signal_text(doubts[0]), (money_text(smaller),))

    def _without_doubt(self, owed: Obligation) -> Obligation:
        """Leave out the doubt about the sum: it is asked beside the field itself."""
        rest = tuple(one for one in owed.signals if one.kind is not SignalKind.DOUBTFUL_SUM)
        return replace(owed, signals=rest)


def _hints(rules: RuleSet) -> Hints:
    terms = rules.obligation
    base = _("The price without VAT.")
    if terms.base not in {ObligationBase.UNKNOWN, ObligationBase.CONTRACT_SUM}:
        base = _("These rules take the percentage of the {base}, without VAT.").format(
            base=label(terms.base)
        )
    if terms.percentage is None:
        return Hints(base, _("These rules name no percentage; the tender does."))
    percentage = _("Empty means the {percent} of these rules.").format(
        percent=percent_text(terms.percentage)
    )
    return Hints(base, percentage)
