"""What the conversation tells back: what is owed, and the whole in summary. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import FULL_SHARE
from sroi_desktop.domain.obligation import HUNDRED, SignalKind
from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import (
    date_text,
    money_text,
    number_text,
    percent_text,
    whole_money_text,
)
from sroi_desktop.language.quantities import quantity_text
from sroi_desktop.language.signals import signal_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.kit.content import DerivationContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.new_contract.form import AMOUNT, CONTRACT, DATES, RULES
from sroi_desktop.ui.obligations import derivation_of, signal_tone

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum
    from fractions import Fraction

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet

_WANTING = frozenset({SignalKind.SUM_UNKNOWN, SignalKind.PERCENTAGE_UNKNOWN})


@dataclass(frozen=True, slots=True)
class OwedContent:
    """The side of the conversation: the amount, how it came about and what is doubtful."""

    value: str
    about: str
    is_known: bool
    derivation: DerivationContent | None
    signals: tuple[tuple[str, Tone], ...]


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One answer; `is_known` is False where it still has to be filled in."""

    question: str
    answer: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """The answers of one step, with the step to go back to."""

    step: int
    title: str
    lines: tuple[SummaryLine, ...]


def owed_content(contract: Contract, rules: RuleSet, owed: Obligation) -> OwedContent:
    """Return what the side shows of an obligation."""
    known = owed.amount is not None
    about = ", ".join(part for part in (contract.title, contract.authority) if part != "–")
    derivation = derivation_of(owed, rules)
    if derivation is not None:
        # The signals stand beneath it, each in its own tone.
        derivation = DerivationContent(
            derivation.rows, derivation.total_label, derivation.total, derivation.sources
        )
    return OwedContent(
        whole_money_text(owed.amount) if owed.amount is not None else _("Not known yet"),
        _("for {contract}").format(contract=about) if about else "",
        known,
        derivation,
        tuple(
            (signal_text(one), Tone.NEUTRAL if one.kind in _WANTING else signal_tone(one))
            for one in owed.signals
        ),
    )


def summary_of(contract: Contract, rules: RuleSet, owed: Obligation) -> tuple[SummaryGroup, ...]:
    """Return everything that was answered, in the order of the steps."""
    return (
        SummaryGroup(CONTRACT, _("The contract"), _about(contract)),
        SummaryGroup(RULES, _("The rules"), _rules(contract, rules)),
        SummaryGroup(AMOUNT, _("The amount"), _amount(contract, rules, owed)),
        SummaryGroup(DATES, _("The dates"), _dates(contract)),
    )


def _about(contract: Contract) -> tuple[SummaryLine, ...]:
    return (
        SummaryLine(_("Name"), contract.title),
        SummaryLine(_("Authority"), contract.authority),
        SummaryLine(_("Number"), contract.number),
        *_optional(_("Their reference"), contract.reference),
        *_optional(_("Contact at the authority"), contract.contact_name),
    )


def _rules(contract: Contract, rules: RuleSet) -> tuple[SummaryLine, ...]:
    title = edition_text(rules.title, rules.edition)
    hours = rules.full_time_hours or contract.full_time_hours
    shown = None if hours is None else _("{count} hours").format(count=number_text(hours))
    return SummaryLine(_("Rule set"), title), _line(_("Full-time week"), shown)


def _amount(contract: Contract, rules: RuleSet, owed: Obligation) -> tuple[SummaryLine, ...]:
    share = contract.company_share
    part = _("the whole contract") if share == FULL_SHARE else percent_text(share * HUNDRED)
    amount = None if owed.amount is None else money_text(owed.amount)
    return (
        _line(_("Kind of contract"), _named(contract.category)),
        _line(_("Contract sum, excluding VAT"), _money(contract.sum_excl_vat)),
        *_optional(_("Bid sum"), _money(contract.bid_sum)),
        *_optional(_("Wage sum"), _money(contract.wage_sum)),
        *_optional(_("Turnover that you expect"), _money(contract.expected_turnover)),
        SummaryLine(_("Your share"), part),
        *_demanded(contract, rules),
        *_optional(_("Percentage offered in the bid"), _percent(contract.offered_percentage)),
        *_optional(_("Day of your bid"), _date(contract.bid_on)),
        _line(_("Obligation"), amount),
        *_optional(_("Also asked"), enumeration([quantity_text(one) for one in owed.quantities])),
    )


def _demanded(contract: Contract, rules: RuleSet) -> tuple[SummaryLine, ...]:
    if contract.fixed_amount is not None:
        return (SummaryLine(_("Amount named in the contract"), money_text(contract.fixed_amount)),)
    if contract.percentage is None and rules.obligation.percentage is not None:
        usual = percent_text(rules.obligation.percentage)
        said = _("{percent}, from the rule set").format(percent=usual)
        return (SummaryLine(_("Percentage in the contract"), said),)
    return (_line(_("Percentage in the contract"), _percent(contract.percentage)),)


def _dates(contract: Contract) -> tuple[SummaryLine, ...]:
    return (
        SummaryLine(_("State"), label(contract.state)),
        _line(_("Awarded on"), _date(contract.awarded_on)),
        _line(_("Starts on"), _date(contract.starts_on)),
        _line(_("Ends on"), _date(contract.ends_on)),
        _line(_("Reports"), _named(contract.rhythm)),
        *_optional(_("Note"), contract.note),
    )


def _line(question: str, answer: str | None) -> SummaryLine:
    if answer is None:
        return SummaryLine(question, _("not known yet"), is_known=False)
    return SummaryLine(question, answer)


def _optional(question: str, answer: str | None) -> tuple[SummaryLine, ...]:
    return (SummaryLine(question, answer),) if answer else ()


def _named(value: Enum | None) -> str | None:
    return None if value is None else label(value)


def _money(amount: Money | None) -> str | None:
    return None if amount is None else money_text(amount)


def _percent(percent: Fraction | None) -> str | None:
    return None if percent is None else percent_text(percent)


def _date(day: date | None) -> str | None:
    return None if day is None else date_text(day)
