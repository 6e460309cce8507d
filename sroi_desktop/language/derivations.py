"""A derivation in words: each step, assumption and exclusion as an owner reads it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import (
    AssumptionKind,
    Operation,
    ReasonKind,
    StepKind,
)
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import (
    date_text,
    exact_text,
    money_text,
    number_text,
    percent_text,
    period_text,
    short_money_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.derivation import Assumption, NotCounted, Step

HUNDRED = 100
_BONUSES = (StepKind.BONUS, StepKind.BONUS_AT_COST)


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
        match step.operation:
            case Operation.START:
                text = _euros(step.operand)
            case Operation.ADD:
                text, has_sum = f"{text} + {_euros(step.operand)}", True
            case Operation.TIMES:
                text, has_sum = f"({text})" if has_sum else text, False
                text = f"{text} × {_times(step)}"
            case Operation.AT_MOST:
                limit = _("at most {amount}").format(amount=_euros(step.operand))
                text, has_sum = f"{text}, {limit}", True
    return text


def _euros(amount: Fraction) -> str:
    return short_money_text(Money.from_euros(amount))


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
        StepKind.SHARE: _("{percent} allocated to this contract"),
        StepKind.PERCENTAGE: _("{percent} of it"),
        StepKind.COMPANY_SHARE: _("your share: {percent}"),
    }
    return sentences[step.kind].format(
        count=number_text(number), percent=percent_text(number * HUNDRED)
    )


_NAMED = {
    StepKind.AMOUNT: lambda: _("Amount paid, excluding VAT"),
    StepKind.AGREED: lambda: _("Amount agreed with the adviser"),
    StepKind.FIXED: lambda: _("Amount named in the contract"),
    StepKind.BASE: lambda: _("Contract sum, excluding VAT"),
    StepKind.CAP: lambda: _("Maximum of the rule set"),
    StepKind.THRESHOLD: lambda: _("Below the threshold: nothing is owed"),
}


def _factor(step: Step) -> str:
    match step.operation:
        case Operation.START:
            return _start(step)
        case Operation.ADD:
            return f"+ {_euros(step.operand)}"
        case Operation.TIMES:
            return f"× {_times(step)}"
        case Operation.AT_MOST:
            return _("at most {amount}").format(amount=_euros(step.operand))


def _start(step: Step) -> str:
    amount = _euros(step.operand)
    return amount if step.basis is None else f"{amount} {label(step.basis)}"


def _times(step: Step) -> str:
    if step.of is not None:
        part, whole = step.of
        shown = exact_text(part)
        return f"({shown})/{exact_text(whole)}" if " " in shown else f"{shown}/{exact_text(whole)}"
    if step.kind in {StepKind.PERCENTAGE, StepKind.COMPANY_SHARE, StepKind.SHARE}:
        return f"{exact_text(step.operand * HUNDRED)}%"
    return exact_text(step.operand)


def assumption_text(assumption: Assumption) -> str:
    """Return an assumption as a sentence that an owner can check."""
    number = number_text(assumption.number or Fraction(0))
    name = assumption.text or ""
    sentences = {**_about_time(), **_about_bonuses(), **_about_rules()}
    return sentences[assumption.kind].format(number=number, name=name)


def _about_time() -> dict[AssumptionKind, str]:
    return {
        AssumptionKind.LINEAR: _(
            "The source gives a value per year only; a part of a week or year counts in proportion."
        ),
        AssumptionKind.CALENDAR_MONTHS: _(
            "The source does not say how to count time; calendar months are used."
        ),
        AssumptionKind.FULL_TIME_PRESUMED: _(
            "The source names no full-time week; {number} hours is assumed."
        ),
        AssumptionKind.FULL_TIME_BY_OWNER: _(
            "The source names no full-time week; you filled in {number} hours."
        ),
        AssumptionKind.WORKS_FULL_TIME: _("No hours a week are filled in; full time is assumed."),
    }


def _about_bonuses() -> dict[AssumptionKind, str]:
    return {
        AssumptionKind.BONUS_FOLLOWS: _(
            "The source does not say whether the bonus “{name}” follows hours and time; "
            "it does here."
        ),
        AssumptionKind.BONUS_ONCE: _(
            "The source does not say whether “{name}” counts once or every year; "
            "it counts once here."
        ),
        AssumptionKind.BONUSES_ADD_UP: _(
            "The source does not say whether bonuses may be added up; they are here."
        ),
        AssumptionKind.AGE_NOT_CHECKED: _(
            "No date of birth is filled in; you say that “{name}” applies."
        ),
    }


def _about_rules() -> dict[AssumptionKind, str]:
    return {
        AssumptionKind.LIMIT_UNKNOWN: _(
            "The source names no longest counting time; the whole period counts."
        ),
        AssumptionKind.SCHOOL_YEAR: _("A school year is taken to last twelve months."),
        AssumptionKind.AGREEMENT_ON_FILE: _(
            "This counts only with the adviser’s written agreement; keep it as evidence."
        ),
        AssumptionKind.AT_MOST_PER_DAY: _(
            "The value per day is a maximum; the authority may set it lower."
        ),
        AssumptionKind.LOOK_BACK_UNKNOWN: _(
            "The person started before the contract. The source does not say whether that is "
            "allowed; only the time within the contract counts. Ask the authority."
        ),
        AssumptionKind.EMPLOYER_NOT_CHECKED: _(
            "This counts only for someone who did not work for you in the last {number} months; "
            "that is not filled in."
        ),
        AssumptionKind.WORKED_HOURS_FROM_WEEK: _(
            "No worked hours are filled in; they are computed from the hours a week."
        ),
        AssumptionKind.INTERRUPTION_UNKNOWN: _(
            "The source does not say after how long an interruption the counting time starts "
            "again; here it goes on from the first day. Ask the authority."
        ),
        AssumptionKind.RULE_NOTE: "{name}",
    }


def not_counted_text(reason: NotCounted) -> str:
    """Return why something does not count, as a sentence."""
    sentences = _reasons() if reason.since is None else {**_reasons(), **_since_earlier()}
    return sentences[reason.kind].format(
        number=number_text(reason.number or Fraction(0)),
        amount=money_text(Money.from_euros(reason.number or Fraction(0))),
        period=period_text(reason.period) if reason.period is not None else "",
        name=reason.label or "",
        date="" if reason.since is None else date_text(reason.since),
    )


def _since_earlier() -> dict[ReasonKind, str]:
    """Return the sentences about a counting time that began before the effort."""
    return {
        ReasonKind.AFTER_COUNTING_TIME: _(
            "{period} does not count: someone counts for at most {number} months, "
            "counted from {date}."
        ),
        ReasonKind.COUNTING_TIME_USED: _(
            "Someone counts for at most {number} full-time working years, counted from {date}."
        ),
    }


def _reasons() -> dict[ReasonKind, str]:
    return {
        ReasonKind.BELOW_MINIMUM_HOURS: _("Fewer than {number} hours a week do not count."),
        ReasonKind.ABOVE_FULL_TIME: _("Full time is {number} hours; hours above it do not count."),
        ReasonKind.BEFORE_CONTRACT: _("{period} lies before the contract."),
        ReasonKind.AFTER_CONTRACT: _("{period} lies after the contract."),
        ReasonKind.STARTED_TOO_EARLY: _(
            "Someone who started more than {number} months before the contract does not count."
        ),
        ReasonKind.AFTER_COUNTING_TIME: _(
            "{period} does not count: someone counts for at most {number} months."
        ),
        ReasonKind.COUNTING_TIME_USED: _(
            "Someone counts for at most {number} full-time working years."
        ),
        ReasonKind.WORKED_HERE_BEFORE: _(
            "Someone who worked for you in the last {number} months does not count."
        ),
        ReasonKind.BONUS_AGE_NOT_MET: _("Bonus “{name}”: the age is not reached."),
        ReasonKind.BONUS_NOT_HIGHEST: _("Bonus “{name}”: only the highest of these counts."),
        ReasonKind.BONUS_WITHOUT_COST: _("Bonus “{name}”: no cost is filled in."),
        ReasonKind.BONUS_OTHER_KIND: _("Bonus “{name}” does not belong to this kind of effort."),
        ReasonKind.NO_PUBLISHED_VALUE: _(
            "The rule set has no value for “{name}”. Fill it in from your contract."
        ),
        ReasonKind.NOT_AGREED: _("“{name}” counts for what you agree with the adviser."),
        ReasonKind.AMOUNT_BESIDE_HOURS: _(
            "Hours or cost count, not both: {amount} is not counted beside the hours."
        ),
        ReasonKind.SHARE_CAP: _("{amount} is above what this kind may fill of the obligation."),
    }


def basis_note(title: str, edition: str | None) -> str:
    """Return the sentence that goes with every figure: whose computation it is."""
    rules = title if edition is None else f"{title} ({edition})"
    return _("Own calculation under {rules}; the authority decides.").format(rules=rules)


def hidden_count_text(count: int) -> str:
    """Return a line for what is not shown."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count)
