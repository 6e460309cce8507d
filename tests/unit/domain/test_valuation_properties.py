"""What holds for the value of every effort under every rule set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.derivation import Operation, StepKind
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import ZERO, total
from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import (
    Basis,
    BonusUnit,
    CountingLimit,
    LimitKind,
    RuleSet,
    TimeMethod,
    Unit,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import PLACEMENT, RULES, UNDATED, exact
from tests.unit.domain.strategies import BY_TIME, cases, contracts, dates

Case = tuple[Effort, RuleSet]
# Drawing a case costs more than valuing it; every run draws other ones.
few = settings(max_examples=30)
ONCE = frozenset({BonusUnit.ONCE, BonusUnit.ONCE_OR_PER_YEAR})
RULES_WITH_X = replace(RULES, blocks=(replace(PLACEMENT, code="x"),))


@few
@given(cases(), contracts, st.one_of(st.none(), dates))
def test_that_every_derivation_recomputed_gives_its_own_value(
    case: Case, contract: Contract, until: date | None
) -> None:
    effort, rules = case
    valuation = value(effort, rules, contract, until=until)
    assert valuation.is_consistent()
    for step in valuation.steps:
        if step.of is not None and step.operation is Operation.TIMES:
            assert step.of[0] / step.of[1] == step.operand


@few
@given(cases(), contracts, st.fractions(0, 1, max_denominator=1_000_000))
def test_that_no_value_is_negative(case: Case, contract: Contract, share: Fraction) -> None:
    effort, rules = case
    valuation = value(effort, rules, contract, share=share)
    assert valuation.value >= ZERO
    assert all(step.result >= 0 for step in valuation.steps)


@few
@given(cases(units=BY_TIME), contracts)
def test_that_no_value_is_above_the_rate_over_the_counted_time_plus_bonuses(
    case: Case, contract: Contract
) -> None:
    """Whatever the hours and the way of counting: full time over the counted days at most."""
    effort, rules = case
    valuation = value(effort, rules, contract)
    if valuation.counted is None:
        return
    block = rules.block("x")
    assert block.value is not None
    yearly = block.value.euros * (12 if block.unit.bases == (Basis.MONTH,) else 1)
    # A week, a month or a leap day that was begun may count as a whole one.
    years = Fraction(valuation.counted.days + 7, 364)
    extra = sum(
        (
            effort.bonus_cost(bonus.code).euros
            if bonus.unit is BonusUnit.COST
            else (bonus.value or ZERO).euros * max(Fraction(1), years)
            for bonus in rules.bonuses
        ),
        Fraction(0),
    )
    assert exact(valuation) <= yearly * years + extra


@few
@given(cases(units=BY_TIME))
def test_that_no_value_is_above_full_time_over_the_full_counting_time_plus_bonuses(
    case: Case,
) -> None:
    """Twelve months at 40,000 a year are never worth more than 40,000, leap day or not.

    With every bonus for a full year on top: 40,000 and 10,000 are 50,000 at most.
    """
    effort, rules = case
    twelve = CountingLimit(LimitKind.MONTHS, 12)
    counting = replace(rules.counting, default_limit=twelve, wage_subsidy_extends=False)
    rules = replace(rules, counting=counting)
    block = rules.block("x")
    assert block.value is not None
    yearly = block.value.euros * (12 if block.unit.bases == (Basis.MONTH,) else 1)
    plain = replace(effort, bonuses=(), bonus_costs=())
    assert exact(value(plain, rules, UNDATED)) <= yearly
    bonuses = [rules.bonus(code) for code in effort.bonuses]
    extra = (
        effort.bonus_cost(one.code) if one.unit is BonusUnit.COST else one.value or ZERO
        for one in bonuses
    )
    assert exact(value(effort, rules, UNDATED)) <= yearly + total(extra).euros


@few
@given(cases(units=BY_TIME), contracts, st.integers(1, 36))
def test_that_a_value_is_linear_in_the_hours_up_to_full_time(
    case: Case, contract: Contract, hours: int
) -> None:
    effort, rules = case
    counting = replace(rules.counting, min_hours_per_week=None, default_limit=CountingLimit())
    rules = replace(rules, full_time_hours=Fraction(36), bonuses=(), counting=counting)
    effort = replace(effort, worked_hours=None, bonuses=(), bonus_costs=())
    part = value(replace(effort, hours_per_week=Fraction(hours)), rules, contract)
    whole = value(replace(effort, hours_per_week=Fraction(36)), rules, contract)
    more = value(replace(effort, hours_per_week=Fraction(60)), rules, contract)
    assert exact(part) == exact(whole) * hours / 36
    assert exact(more) == exact(whole)


@few
@given(cases(), contracts, dates, dates)
def test_that_the_value_until_a_day_never_falls_as_days_pass(
    case: Case, contract: Contract, one: date, other: date
) -> None:
    effort, rules = case
    earlier = value(effort, rules, contract, until=min(one, other))
    later = value(effort, rules, contract, until=max(one, other))
    assert exact(earlier) <= exact(later)


@few
@given(cases(), contracts)
def test_that_the_value_until_the_last_day_is_the_whole(case: Case, contract: Contract) -> None:
    effort, rules = case
    until_end = value(effort, rules, contract, until=effort.period.end)
    assert until_end.steps == value(effort, rules, contract).steps


@few
@given(cases(), contracts, st.lists(dates, unique=True, max_size=6))
def test_that_what_reports_cover_one_after_the_other_adds_up_to_the_whole(
    case: Case, contract: Contract, ends: list[date]
) -> None:
    """A report counts what is worth until its last day, less until the day before its first."""
    effort, rules = case
    reported, before = [], ZERO
    for end in [*sorted(ends), date.max]:
        until = value(effort, rules, contract, until=end).value
        reported.append(until - before)
        before = until
    assert all(amount >= ZERO for amount in reported)
    assert total(reported) == value(effort, rules, contract).value


@few
@given(cases(), contracts, st.data())
def test_that_shares_of_an_effort_add_up_to_its_exact_worth(
    case: Case, contract: Contract, data: st.DataObject
) -> None:
    effort, rules = case
    share = data.draw(st.fractions(0, 1, max_denominator=1_000_000))
    parts = [value(effort, rules, contract, share=part) for part in (share, 1 - share)]
    assert sum(exact(part) for part in parts) == exact(value(effort, rules, contract))


@few
@given(cases(), st.data())
def test_that_days_allocated_to_two_contracts_are_worth_what_all_days_are(
    case: Case, data: st.DataObject
) -> None:
    """Hours, euros and people are conserved, also where an effort is divided by time."""
    effort, rules = case
    # Whole years of weeks and begun weeks are properties of the whole.
    assume(rules.block("x").unit is not Unit.PER_YEAR_OR_WEEKS)
    counting = replace(rules.counting, method=TimeMethod.CALENDAR_MONTHS)
    # A bonus once grows to a full year with the first part alone.
    yearly = tuple(bonus for bonus in rules.bonuses if bonus.unit not in ONCE)
    rules = replace(rules, counting=counting, bonuses=yearly)
    codes = {bonus.code for bonus in yearly}
    effort = replace(effort, bonuses=tuple(code for code in effort.bonuses if code in codes))
    assume(effort.period.days > 1)
    cut = effort.period.start + timedelta(days=data.draw(st.integers(0, effort.period.days - 2)))
    head = value(effort, rules, UNDATED, within=Period(effort.period.start, cut))
    tail = value(effort, rules, UNDATED, within=Period(cut + ONE_DAY, effort.period.end))
    whole = exact(value(effort, rules, UNDATED))
    leap_day = whole / 336  # capped once in the whole, which the parts stay below
    assert whole <= exact(head) + exact(tail) <= whole + leap_day


@few
@given(cases(units=BY_TIME), contracts)
def test_that_the_last_time_step_names_the_days_that_count(case: Case, contract: Contract) -> None:
    effort, rules = case
    valuation = value(effort, rules, contract)
    named = [step.period for step in valuation.steps if step.period is not None]
    assert named == ([] if valuation.counted is None else [valuation.counted])
    assert all(step.kind is not StepKind.AMOUNT for step in valuation.steps)
