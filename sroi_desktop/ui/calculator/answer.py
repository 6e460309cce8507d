"""The answer of the calculator in words: what is owed, why, and what that means. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import Basis
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.numbers import money_text, number_text, short_money_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.services import tenders
from sroi_desktop.ui.obligations import derivation_of

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.domain.obligation import Demand, Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.tenders import Example
    from sroi_desktop.ui.kit.content import DerivationContent

_ICONS = {Basis.YEAR: "user-plus", Basis.HOUR: "clock", Basis.AMOUNT: "shopping-cart"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the calculator says.

    `amount` is the large figure, `meaning` the line beneath it. `open_points` say what is
    still to be filled in; `examples` what would fill the obligation, each after its icon.
    """

    amount: str
    meaning: str
    derivation: DerivationContent | None = None
    open_points: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


def nothing_yet() -> Answer:
    """Return what is said before anything is filled in."""
    return Answer(
        _("Not known yet"), _("Fill in what stands in the tender. The answer appears here.")
    )


def unreadable() -> Answer:
    """Return what is said while something cannot be read: no guess is better than a wrong one."""
    return Answer(_("Not known yet"), _("One of your answers cannot be read yet."))


def answer_of(owed: Obligation, demand: Demand, rules: RuleSet) -> Answer:
    """Return what is owed in words, honest about what is not known."""
    if owed.amount is None:
        return Answer(
            _("Not known yet"),
            _("This is still needed to work it out:"),
            open_points=tuple(signal_text(signal) for signal in owed.signals),
        )
    derivation = derivation_of(owed, rules)
    if owed.amount == ZERO:
        return Answer(
            short_money_text(owed.amount),
            _("Under these rules you owe nothing. The tender itself decides."),
            derivation,
        )
    return Answer(
        short_money_text(owed.amount),
        _meaning(owed.amount, demand),
        derivation,
        examples=tuple(
            (_ICONS[one.basis], _example(one)) for one in tenders.examples(rules, owed.amount)
        ),
    )


def _meaning(owed: Money, demand: Demand) -> str:
    """Say what is owed, spread over the contract where its length is known."""
    if not demand.months:
        return _("This is the worth of what you would do for people at a distance from work.")
    monthly = Money.from_euros(owed.euros / demand.months)
    return _("Over {months} months: {amount} a month.").format(
        months=number_text(demand.months), amount=money_text(monthly)
    )


def _example(example: Example) -> str:
    value = example.block.value
    number = _about(example.quantity)
    one_or_more = 1 if number == "1" else 2
    words = {
        Basis.YEAR: ngettext(
            "{number} year of full-time work: {block} ({value} a year)",
            "{number} years of full-time work: {block} ({value} a year)",
            one_or_more,
        ),
        Basis.HOUR: ngettext(
            "{number} hour of your own people: {block} ({value} an hour)",
            "{number} hours of your own people: {block} ({value} an hour)",
            one_or_more,
        ),
        Basis.AMOUNT: _("{amount} of invoices: {block}"),
    }[example.basis]
    return words.format(
        number=number,
        amount=short_money_text(Money.from_euros(example.quantity)),
        block=example.block.label,
        value="" if value is None else short_money_text(value),
    )


def _about(quantity: Fraction) -> str:
    return number_text(quantity, 1)
