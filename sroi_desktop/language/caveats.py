"""What goes with a value: what had to be assumed, and what does not count, as sentences."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, money_text, number_text, period_text

if TYPE_CHECKING:
    from sroi_desktop.domain.derivation import Assumption, NotCounted


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
        AssumptionKind.WAGE_SUBSIDY_UNKNOWN: _(
            "Someone counts as long as the wage subsidy runs. Its last day is not filled in; the "
            "whole period counts."
        ),
        AssumptionKind.REFERENCE_UNKNOWN: _(
            "The source does not say on which day age is judged; here that is the first day of "
            "work."
        ),
        AssumptionKind.AWARD_UNKNOWN: _(
            "Age is judged on the day of the award, which is not filled in; here that is the "
            "first day of work."
        ),
        AssumptionKind.NOT_COMPUTED: _("Not computed, and for you to check: {name}"),
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
        ReasonKind.COUNTING_HOURS_USED: _(
            "Someone counts for at most {number} worked hours, counted from {date}."
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
        ReasonKind.AFTER_WAGE_SUBSIDY: _(
            "{period} does not count: someone counts as long as the wage subsidy runs."
        ),
        ReasonKind.COUNTING_HOURS_USED: _("Someone counts for at most {number} worked hours."),
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
        ReasonKind.SHARE_CAP: _(
            "{amount} does not count: “{name}” may fill only a part of the obligation."
        ),
        ReasonKind.EMPLOYMENT_CAP: _(
            "{amount} does not count: “{name}” may be only a part of the employment created."
        ),
        ReasonKind.OFF_PROJECT: _(
            "{amount} does not count: a part of the obligation has to be filled on the project "
            "itself."
        ),
        ReasonKind.SET_ASIDE: _("It cannot count under these rules: “{name}”."),
    }
