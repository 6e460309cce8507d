"""What each question of the conversation shows just now. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.obligation import Signal, SignalKind
from sroi_desktop.domain.rules import Category, ObligationBase
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import percent_text, short_money_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.ui.new_contract.form import (
    ASKED_IN,
    FIXED,
    PART,
    PERCENTAGE,
    QUESTIONS,
    UNITS,
    VALUE,
    Form,
)
from sroi_desktop.ui.new_contract.reading import Reading, smaller

if TYPE_CHECKING:
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet

EVERY_QUESTION = tuple(name for names in QUESTIONS.values() for name in names)
DOUBTED = ("sum", "amount")


@dataclass(frozen=True, slots=True)
class FieldState:
    """How an answer was read, what is wrong with it, and what it may have meant."""

    reading: str | None = None
    error: str | None = None
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """An amount that looks like a slip: the question, and the words of the two answers."""

    text: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions the step about the amount asks, and the help beneath some of them."""

    share: bool
    percentage: bool
    amount: bool
    labour: bool
    bid: bool
    wage: bool
    turnover: bool
    bid_on: bool
    units: bool
    sum_hint: str
    percentage_hint: str


class FieldsView(Protocol):
    """What showing the state of the questions asks of the screen."""

    def show_field(self, name: str, state: FieldState) -> None:
        """Show how an answer was read, and what is wrong with it."""

    def show_doubt(self, name: str, doubt: Doubt | None) -> None:
        """Ask whether an amount is right; None takes the question away."""


class FieldBoard:
    """Shows only what changed since the last time: what stands still is not drawn again."""

    def __init__(self, view: FieldsView) -> None:
        self._view = view
        self._shown: dict[str, FieldState] = {}
        self._doubts: dict[str, Doubt | None] = {}

    def forget(self) -> None:
        """Show everything the next time: the fields were filled in anew."""
        self._shown, self._doubts = {}, {}

    def show(self, form: Form, reading: Reading, left: frozenset[str]) -> None:
        """Show the state of every question."""
        for name, state in field_states(form, reading, left).items():
            if self._shown.get(name) != state:
                self._shown[name] = state
                self._view.show_field(name, state)
        for name in DOUBTED:
            doubt = doubt_of(reading.doubts.get(name))
            if name not in self._doubts or self._doubts[name] != doubt:
                self._doubts[name] = doubt
                self._view.show_doubt(name, doubt)


def field_states(form: Form, reading: Reading, left: frozenset[str]) -> dict[str, FieldState]:
    """Return what every question shows; an error only once its question was left."""
    rows = tuple(f"{VALUE}{row}" for row, _text in form.values)
    return {name: _state(name, reading, left) for name in (*EVERY_QUESTION, *rows)}


def _state(name: str, reading: Reading, left: frozenset[str]) -> FieldState:
    error = reading.problems.get(name)
    if error is not None and name not in left and name not in reading.at_once:
        error = None
    offers = reading.offers.get(name, ()) if error is not None else ()
    return FieldState(reading.readings.get(name), error, offers)


def doubt_of(amount: Money | None) -> Doubt | None:
    """Return the question about an amount that looks like a slip."""
    if amount is None:
        return None
    return Doubt(
        signal_text(Signal(SignalKind.DOUBTFUL_SUM, amount=amount)),
        _("Yes, {amount} is right").format(amount=short_money_text(amount)),
        _("No, it is {amount}").format(amount=short_money_text(smaller(amount))),
    )


def asked(form: Form, rules: RuleSet) -> Asked:
    """Return which questions about the amount are asked under the chosen rules."""
    terms = rules.obligation
    depends = (
        terms.low_labour is not None
        or terms.supplies_from_labour_share is not None
        or any(row.labour_share_under is not None for row in terms.percentages)
    )
    base = terms.base
    return Asked(
        share=form.part == PART,
        percentage=form.demand == PERCENTAGE,
        amount=form.demand == FIXED,
        labour=depends or form.category == Category.SUPPLIES.value,
        bid=base is ObligationBase.BID_SUM or bool(form.bid),
        wage=base is ObligationBase.WAGE_SUM or bool(form.wage),
        turnover=base is ObligationBase.INVOICED_TURNOVER or bool(form.turnover),
        bid_on=bool(terms.pso or form.bid_on),
        units=form.demand == UNITS or any(form.text(name) for name in ASKED_IN),
        sum_hint=_sum_hint(rules),
        percentage_hint=_percentage_hint(rules),
    )


def _sum_hint(rules: RuleSet) -> str:
    base = rules.obligation.base
    if base is ObligationBase.UNKNOWN:
        return _("Excluding VAT, as in the contract or the tender.")
    return _("Excluding VAT. These rules take the percentage of the {base}.").format(
        base=label(base)
    )


def _percentage_hint(rules: RuleSet) -> str:
    usual = rules.obligation.percentage
    if usual is None:
        return rules.obligation.note or _("Look it up in your contract or tender.")
    return _("These rules name {percent}; that counts while this is empty.").format(
        percent=percent_text(usual)
    )


def rhythm_hint(rules: RuleSet) -> str:
    """Return what the rules say about how often to report."""
    if rules.rhythm is None:
        return _("As the contract or the authority says.")
    return _("These rules ask for a report {rhythm}.").format(rhythm=label(rules.rhythm))
