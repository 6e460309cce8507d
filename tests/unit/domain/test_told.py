"""What a value tells besides its amount: names, numbers, days and what a rate is per."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import (
    Assumption,
    AssumptionKind,
    NotCounted,
    ReasonKind,
    StepKind,
)
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.rules import (
    Basis,
    Block,
    Bonus,
    BonusUnit,
    CountingTerms,
    EffortKind,
    RuleSet,
    TimeMethod,
    Unit,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    COUNTING,
    HELPED,
    PLACED,
    PLACEMENT,
    RULES,
    WORKSHOP,
    assumed,
    day,
    eur,
    left_out,
    span,
    working_years,
)

DAYS = Block("dag", "Activiteit", EffortKind.ACTIVITY, Unit.PER_DAY_AT_MOST, eur(1_000))
PIECES = Block("stuk", "Bijeenkomst", EffortKind.ACTIVITY, Unit.PER_PIECE, eur(500))
YEAR = span("2026-01-01", "2026-12-31")
WORKED = replace(COUNTING, method=TimeMethod.WORKED_HOURS)


def only(*blocks: Block) -> RuleSet:
    return replace(RULES, blocks=blocks)


def with_bonus(bonus: Bonus, counting: CountingTerms = COUNTING) -> RuleSet:
    return replace(RULES, bonuses=(bonus,), counting=counting)


# --- rates


@pytest.mark.parametrize(
    ("block", "basis", "kind"),
    [(DAYS, Basis.DAY, StepKind.DAYS), (PIECES, Basis.PIECE, StepKind.PIECES)],
)
def test_that_a_rate_tells_what_it_is_and_what_it_is_per(
    block: Block, basis: Basis, kind: StepKind
) -> None:
    effort = replace(HELPED, block=block.code, quantity=Fraction(2))
    rate, times = value(effort, only(block), CONTRACT).steps
    assert (rate.label, rate.basis) == (block.label, basis)
    assert times.kind is kind
    assert times.operand == 2


@pytest.mark.parametrize("block", [DAYS, PIECES])
def test_that_none_of_something_is_worth_nothing(block: Block) -> None:
    effort = replace(HELPED, block=block.code, quantity=Fraction(0))
    valuation = value(effort, only(block), CONTRACT)
    assert valuation.value == ZERO
    assert valuation.steps[-1].operand == 0


@pytest.mark.parametrize("block", [WORKSHOP, DAYS, PIECES, PLACEMENT])
def test_that_a_row_without_a_value_is_named_and_computes_nothing(block: Block) -> None:
    effort = replace(HELPED, block=block.code, quantity=Fraction(2))
    valuation = value(effort, only(replace(block, value=None)), CONTRACT)
    assert valuation.steps == ()
    assert valuation.not_counted == (NotCounted(ReasonKind.NO_PUBLISHED_VALUE, label=block.label),)


def test_that_weeks_are_told_as_weeks() -> None:
    rules = only(replace(PLACEMENT, unit=Unit.PER_YEAR_OR_WEEKS))
    step = value(PLACED, rules, CONTRACT).steps[-1]
    assert step.kind is StepKind.WEEKS_OF_YEAR
    assert step.of == (Fraction(184, 7), Fraction(52))


# --- bonuses


BONUS = Bonus("b", "Vast contract", BonusUnit.PER_YEAR, eur(6_000), follows_time=True)


@pytest.mark.parametrize("follows_hours", [True, False])
def test_that_a_bonus_is_named_where_it_comes_in(follows_hours: bool) -> None:
    rules = with_bonus(replace(BONUS, follows_hours=follows_hours))
    steps = value(replace(PLACED, bonuses=("b",)), rules, CONTRACT).steps
    named = [step.label for step in steps if step.kind is StepKind.BONUS]
    assert named == ["Vast contract"]


@pytest.mark.parametrize(
    ("unit", "kind"), [(BonusUnit.ONCE, StepKind.BONUS), (BonusUnit.COST, StepKind.BONUS_AT_COST)]
)
def test_that_a_bonus_that_stands_apart_is_named(unit: BonusUnit, kind: StepKind) -> None:
    effort = replace(PLACED, bonuses=("b",), bonus_costs=(("b", eur(100)),))
    step = value(effort, with_bonus(replace(BONUS, unit=unit)), CONTRACT).steps[-1]
    assert (step.kind, step.label) == (kind, "Vast contract")


def test_that_an_assumption_about_a_bonus_names_it() -> None:
    rules = with_bonus(replace(BONUS, unit=BonusUnit.ONCE_OR_PER_YEAR, follows_time=None))
    found = value(replace(PLACED, bonuses=("b",)), rules, CONTRACT).assumptions
    assert found == (
        Assumption(AssumptionKind.BONUS_ONCE, text="Vast contract"),
        Assumption(AssumptionKind.BONUS_FOLLOWS, text="Vast contract"),
    )


def test_that_a_bonus_on_an_invoice_is_left_out_by_name() -> None:
    valuation = value(replace(BOUGHT, bonuses=("b",)), with_bonus(BONUS), CONTRACT)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.BONUS_OTHER_KIND, label="Vast contract"),
    )


def test_that_a_yearly_bonus_apart_from_worked_hours_counts_every_year() -> None:
    """2 years of 1,872 hours: 40,000 x 2 + 6,000 x 2."""
    bonus = replace(BONUS, follows_hours=False)
    two_years = span("2026-01-01", "2027-12-31")
    effort = replace(PLACED, period=two_years, worked_hours=Fraction(3744), bonuses=("b",))
    assert value(effort, with_bonus(bonus, WORKED), CONTRACT).value == eur(92_000)
    once = replace(bonus, unit=BonusUnit.ONCE)
    assert value(effort, with_bonus(once, WORKED), CONTRACT).value == eur(86_000)


# --- what does not count


def test_that_an_unchecked_employer_is_told_with_the_months() -> None:
    rules = only(replace(PLACEMENT, min_months_out=6))
    assert value(PLACED, rules, CONTRACT).assumptions == (
        Assumption(AssumptionKind.EMPLOYER_NOT_CHECKED, number=Fraction(6)),
    )


def test_that_a_start_beyond_the_look_back_is_told_with_its_days() -> None:
    early = replace(PLACED, period=span("2024-12-31", "2026-06-30"))
    assert value(early, RULES, CONTRACT).not_counted == (
        NotCounted(ReasonKind.STARTED_TOO_EARLY, early.period, Fraction(12)),
    )


@pytest.mark.parametrize(
    ("hours", "reasons"),
    [
        # 365 days are 53 begun weeks: 53 x 36 = 1,908 hours at most
        (1908, ()),
        (1909, (NotCounted(ReasonKind.ABOVE_FULL_TIME, number=Fraction(36)),)),
    ],
)
def test_that_worked_hours_above_full_time_are_told(
    hours: int, reasons: tuple[NotCounted, ...]
) -> None:
    rules = replace(RULES, counting=WORKED)
    effort = replace(PLACED, period=YEAR, worked_hours=Fraction(hours))
    assert value(effort, rules, CONTRACT).not_counted == reasons


# --- the days of another contract come first


@pytest.mark.parametrize("unit", [Unit.PER_YEAR_FULL_TIME, Unit.PER_MONTH])
def test_that_the_days_before_a_share_use_up_working_years_as_they_were_worked(unit: Unit) -> None:
    """Two years at half time are one working year: the second half of them finds half of one.

    1 January 2026 to 31 December 2027 at 18 of 36 hours, at most three quarters of a working
    year; the first year used up a half, so that a quarter is left for the second.
    """
    rules = only(replace(PLACEMENT, unit=unit, value=eur(40_000)))
    limited = replace(COUNTING, default_limit=working_years(1))
    effort = replace(
        PLACED,
        period=span("2026-01-01", "2027-12-31"),
        hours_per_week=Fraction(18),
        counted_before=Fraction(1, 4),
    )
    second = span("2027-01-01", "2027-12-31")
    valuation = value(effort, replace(rules, counting=limited), CONTRACT, within=second)
    yearly = 40_000 * (12 if unit is Unit.PER_MONTH else 1)
    assert valuation.value == eur(yearly // 4)
    assert valuation.steps[-1].of == (Fraction(1, 4), Fraction(1, 2))


def test_that_what_is_noted_about_the_days_before_stays_with_them() -> None:
    """Too many hours in the first year are told there, and not twice in the second."""
    limited = replace(WORKED, default_limit=working_years(9), pro_rata=None)
    effort = replace(PLACED, period=span("2026-01-01", "2027-12-31"), worked_hours=Fraction(4000))
    rules = replace(RULES, counting=limited)
    second = span("2027-01-01", "2027-12-31")
    valuation = value(effort, rules, CONTRACT, within=second)
    assert left_out(valuation) == [ReasonKind.ABOVE_FULL_TIME]
    assert valuation.is_consistent()


def test_that_assumptions_about_the_days_before_are_not_repeated() -> None:
    limited = replace(COUNTING, method=None, pro_rata=None, default_limit=working_years(9))
    rules = replace(RULES, counting=limited)
    effort = replace(PLACED, period=span("2026-01-01", "2027-12-31"))
    second = span("2027-01-01", "2027-12-31")
    valuation = value(effort, rules, CONTRACT, within=second)
    kinds = [one.kind for one in valuation.assumptions]
    assert kinds == [AssumptionKind.LINEAR, AssumptionKind.CALENDAR_MONTHS]
    assert assumed(valuation) == set(kinds)


def test_that_a_contract_that_begins_after_the_effort_ended_counts_no_day() -> None:
    before = replace(PLACED, period=span("2025-06-01", "2025-12-31"))
    valuation = value(before, RULES, CONTRACT)
    assert valuation.value == ZERO
    assert valuation.not_counted == (NotCounted(ReasonKind.BEFORE_CONTRACT, before.period),)
    assert valuation.counted is None
    assert day("2026-01-01") == CONTRACT.starts_on
