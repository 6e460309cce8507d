"""How a value came about: typed steps that carry their own numbers, told in words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from sroi_desktop.domain.money import ZERO, Money

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import Basis


class Operation(Enum):
    """What a step does to the amount so far."""

    START = "start"
    ADD = "add"
    TIMES = "times"
    AT_MOST = "at_most"


class StepKind(Enum):
    """What a step stands for."""

    RATE = "rate"
    AMOUNT = "amount"
    AGREED = "agreed"
    BONUS = "bonus"
    BONUS_AT_COST = "bonus_at_cost"
    HOURS = "hours"
    MONTHS = "months"
    MONTHS_OF_YEAR = "months_of_year"
    DAYS_OF_YEAR = "days_of_year"
    WEEKS_OF_YEAR = "weeks_of_year"
    WORKED_HOURS = "worked_hours"
    WORKED_YEARS_LIMIT = "worked_years_limit"
    EMPLOYEES = "employees"
    HOURS_SPENT = "hours_spent"
    DAYS = "days"
    PIECES = "pieces"
    COUNTS_FOR = "counts_for"
    SHARE = "share"
    # of an obligation
    FIXED = "fixed"
    BASE = "base"
    BID_SUM = "bid_sum"
    WAGE_SUM = "wage_sum"
    TURNOVER = "turnover"
    PERCENTAGE = "percentage"
    COMPANY_SHARE = "company_share"
    CAP = "cap"
    THRESHOLD = "threshold"
    PSO = "pso"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: apply `operation` with `operand` and get `result` (exact euros).

    `of` keeps a factor as people say it: 24 of 36 hours is operand 24/36 and of (24, 36).
    `label` is a name from the rule set, `period` the days that a time factor stands for,
    `basis` what a rate is per.
    """

    kind: StepKind
    operation: Operation
    operand: Fraction
    result: Fraction
    of: tuple[Fraction, Fraction] | None = None
    label: str | None = None
    period: Period | None = None
    basis: Basis | None = None

    def applied_to(self, before: Fraction) -> Fraction:
        """Return what this step makes of the amount before it; used to check a derivation."""
        match self.operation:
            case Operation.START:
                return self.operand
            case Operation.ADD:
                return before + self.operand
            case Operation.TIMES:
                return before * self.operand
            case Operation.AT_MOST:
                return min(before, self.operand)
            case _ as never:
                assert_never(never)


class AssumptionKind(Enum):
    """What the rules do not say, and was filled in to get a value."""

    LINEAR = "linear"
    CALENDAR_MONTHS = "calendar_months"
    FULL_TIME_PRESUMED = "full_time_presumed"
    FULL_TIME_BY_OWNER = "full_time_by_owner"
    WORKS_FULL_TIME = "works_full_time"
    BONUS_FOLLOWS = "bonus_follows"
    BONUS_ONCE = "bonus_once"
    BONUSES_ADD_UP = "bonuses_add_up"
    AGE_NOT_CHECKED = "age_not_checked"
    LIMIT_UNKNOWN = "limit_unknown"
    SCHOOL_YEAR = "school_year"
    AGREEMENT_ON_FILE = "agreement_on_file"
    AT_MOST_PER_DAY = "at_most_per_day"
    LOOK_BACK_UNKNOWN = "look_back_unknown"
    EMPLOYER_NOT_CHECKED = "employer_not_checked"
    WORKED_HOURS_FROM_WEEK = "worked_hours_from_week"
    INTERRUPTION_UNKNOWN = "interruption_unknown"
    WAGE_SUBSIDY_UNKNOWN = "wage_subsidy_unknown"
    REFERENCE_UNKNOWN = "reference_unknown"
    AWARD_UNKNOWN = "award_unknown"
    NOT_COMPUTED = "not_computed"
    RULE_NOTE = "rule_note"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption behind a value; `number` and `text` fill in its sentence."""

    kind: AssumptionKind
    number: Fraction | None = None
    text: str | None = None


class ReasonKind(Enum):
    """Why something does not count."""

    BELOW_MINIMUM_HOURS = "below_minimum_hours"
    ABOVE_FULL_TIME = "above_full_time"
    BEFORE_CONTRACT = "before_contract"
    AFTER_CONTRACT = "after_contract"
    STARTED_TOO_EARLY = "started_too_early"
    AFTER_COUNTING_TIME = "after_counting_time"
    AFTER_WAGE_SUBSIDY = "after_wage_subsidy"
    COUNTING_TIME_USED = "counting_time_used"
    COUNTING_HOURS_USED = "counting_hours_used"
    WORKED_HERE_BEFORE = "worked_here_before"
    BONUS_AGE_NOT_MET = "bonus_age_not_met"
    BONUS_NOT_HIGHEST = "bonus_not_highest"
    BONUS_WITHOUT_COST = "bonus_without_cost"
    BONUS_OTHER_KIND = "bonus_other_kind"
    NO_PUBLISHED_VALUE = "no_published_value"
    NOT_AGREED = "not_agreed"
    AMOUNT_BESIDE_HOURS = "amount_beside_hours"
    SHARE_CAP = "share_cap"
    EMPLOYMENT_CAP = "employment_cap"
    OFF_PROJECT = "off_project"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Something that does not count, and why; the other fields fill in the sentence.

    `since` is the day on which a counting time began, where that was before the effort.
    """

    kind: ReasonKind
    period: Period | None = None
    number: Fraction | None = None
    label: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Valuation:
    """What an effort is worth under a rule set and a contract, with everything behind it.

    `value` is rounded once, from the last step. `counted` is the time that counts.
    """

    value: Money
    steps: tuple[Step, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    counted: Period | None = None

    def is_consistent(self) -> bool:
        """Tell whether the steps, done again one by one, give the value."""
        amount = Fraction(0)
        for step in self.steps:
            amount = step.applied_to(amount)
            if amount != step.result:
                return False
        return Money.from_euros(amount) == self.value


NOTHING = Valuation(ZERO)


def set_aside(reason: str) -> Valuation:
    """Return what a share is worth that its owner keeps in the books without counting it."""
    return Valuation(ZERO, not_counted=(NotCounted(ReasonKind.SET_ASIDE, label=reason),))
