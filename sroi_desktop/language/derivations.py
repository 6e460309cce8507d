"""A derivation in words: each step, assumption and exclusion as an owner reads it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import Operation, StepKind
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.caveats import assumption_text, not_counted_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import (
    exact_money_text,
    exact_text,
    money_text,
    number_text,
    percent_text,
    period_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.derivation import Step

__all__ = [
    "StepWords",
    "assumption_text",
    "basis_note",
    "calculation_text",
    "hidden_count_text",
    "not_counted_text",
    "step_words",
]

HUNDRED = 100
_BONUSES = (StepKind.BONUS, StepKind.BONUS_AT_COST)
_PERCENTAGES = frozenset(
    {StepKind.PERCENTAGE, StepKind.COMPANY_SHARE, StepKind.SHARE, StepKind.PSO, StepKind.COUNTS_FOR}
)


@dataclass(frozen=True, slots=True)
class StepWords:
    """One line of a derivation: what it is, the factor as printed, and the result so far."""

    label: str
    factor: str
    result: str


def step_words(step: Step) -> StepWords:
    """Return a step in words, for screen, report and command line alike."""
    return StepWords(_label(step), _factor(step), money_text(Money.from_euros(step.result)))


def calculation_text(steps: Sequence[Step]) -> str:
    """Return the whole derivation on one line: "(€ 50.000 + € 10.000) × 18/36 × 8/12"."""
    text = ""
    has_sum = False
    for step in steps:
        if _multiplies(step):
            text, has_sum = f"({text})" if has_sum else text, False
            text = f"{text} × {_times(step)}"
        elif step.operation is Operation.START:
            text = exact_money_text(step.operand)
        elif step.operation is Operation.ADD:
            text, has_sum = f"{text} + {exact_money_text(step.operand)}", True
        else:
            text, has_sum = f"{text}, {_at_most(step)}", True
    return text


def _multiplies(step: Step) -> bool:
    """Tell whether a step is printed as a factor; a limit is where it is a part of the amount."""
    return step.operation is Operation.TIMES or (
        step.operation is Operation.AT_MOST and step.of is not None
    )


def _at_most(step: Step) -> str:
    return _("at most {amount}").format(amount=exact_money_text(step.operand))


def _label(step: Step) -> str:
    if step.kind in _BONUSES:
        return _("Bonus: {name}").format(name=step.label)
    if step.kind is StepKind.RATE:
        return _("Block: {name}").format(name=step.label)
    if step.kind in _NAMED:
        return step.label or _NAMED[step.kind]()
    if step.of is not None:
        return _counted_label(step, *step.of)
    return _plain_label(step)


def _counted_label(step: Step, part: Fraction, whole: Fraction) -> str:
    sentences = {
        StepKind.HOURS: _("{part} of {whole} hours a week"),
        StepKind.MONTHS_OF_YEAR: _("{part} of {whole} months"),
        StepKind.DAYS_OF_YEAR: _("{part} of {whole} days"),
        StepKind.WEEKS_OF_YEAR: _("{part} of {whole} weeks"),
        StepKind.WORKED_HOURS: _("{part} of {whole} hours worked in a year"),
        StepKind.WORKED_YEARS_LIMIT: _("{part} working years still count, of {whole} worked"),
    }
    text = sentences[step.kind].format(part=number_text(part), whole=number_text(whole))
    if step.period is not None:
        return f"{text} ({period_text(step.period)})"
    return text


def _plain_label(step: Step) -> str:
    number = step.operand
    sentences = {
        StepKind.MONTHS: _("{count} months"),
        StepKind.EMPLOYEES: _("{count} employees"),
        StepKind.HOURS_SPENT: _("{count} hours each"),
        StepKind.DAYS: _("{count} days"),
        StepKind.PIECES: _("{count} times"),
        StepKind.COUNTS_FOR: _("{percent} of it counts"),
        StepKind.SHARE: _("{percent} allocated to this contract"),
        StepKind.PERCENTAGE: _("{percent} of it"),
        StepKind.COMPANY_SHARE: _("your share: {percent}"),
        StepKind.PSO: _("your PSO certificate leaves {percent}"),
    }
    return sentences[step.kind].format(
        count=number_text(number), percent=percent_text(number * HUNDRED)
    )


_NAMED = {
    StepKind.AMOUNT: lambda: _("Amount paid, excluding VAT"),
    StepKind.AGREED: lambda: _("Amount agreed with the adviser"),
    StepKind.FIXED: lambda: _("Amount named in the contract"),
    StepKind.BASE: lambda: _("Contract sum, excluding VAT"),
    StepKind.BID_SUM: lambda: _("Bid sum, excluding VAT"),
    StepKind.WAGE_SUM: lambda: _("Wage sum"),
    StepKind.TURNOVER: lambda: _("Turnover, excluding VAT"),
    StepKind.CAP: lambda: _("Maximum of the rule set"),
    StepKind.THRESHOLD: lambda: _("Below the threshold: nothing is owed"),
}


def _factor(step: Step) -> str:
    """Return what a reader needs to do the step again: nothing in it is rounded."""
    if _multiplies(step):
        return f"× {_times(step)}"
    if step.operation is Operation.AT_MOST:
        return _at_most(step)
    amount = exact_money_text(step.operand)
    if step.operation is Operation.ADD:
        return f"+ {amount}"
    return amount if step.basis is None else f"{amount} {label(step.basis)}"


def _times(step: Step) -> str:
    if step.of is not None:
        part, whole = step.of
        return f"{_one_number(part)}/{_one_number(whole)}"
    if step.kind in _PERCENTAGES:
        return f"{exact_text(step.operand * HUNDRED)}%"
    return exact_text(step.operand)


def _one_number(number: Fraction) -> str:
    """Return a number that can be divided: "12", or "(1 16/31)" and "(5/31)" in brackets."""
    text = exact_text(number)
    return f"({text})" if "/" in text else text


def basis_note(title: str, edition: str | None) -> str:
    """Return the sentence that goes with every figure: whose computation it is."""
    rules = edition_text(title, edition)
    return _("Own calculation under {rules}; the authority decides.").format(rules=rules)


def edition_text(title: str, edition: str | None) -> str:
    """Return the title of a rule set with the edition its publisher gave it, if any."""
    return f"{title}, {edition}" if edition else title


def hidden_count_text(count: int) -> str:
    """Return a line for what is not shown."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count)
