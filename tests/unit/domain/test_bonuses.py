"""Bonuses: what applies, what follows hours and time, and what is told about it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import AssumptionKind, NotCounted, ReasonKind, StepKind
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.errors import UnknownBonusError
from sroi_desktop.domain.rules import (
    AgeCondition,
    Bonus,
    BonusUnit,
    EffortKind,
    ReferenceDate,
    RuleSet,
    TimeMethod,
    Unit,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    assumed,
    day,
    eur,
    left_out,
    months,
    span,
    told,
    working_years,
)

PERMANENT = Bonus(
    "vast",
    "Vast contract",
    BonusUnit.PER_YEAR,
    eur(10_000),
    follows_hours=True,
    follows_time=True,
)
ONCE = replace(PERMANENT, code="eenmalig", label="Na een stage", unit=BonusUnit.ONCE)
COST = Bonus("kosten", "Opleidingskosten", BonusUnit.COST)
AGE_50 = replace(PERMANENT, code="50", label="50+", age=AgeCondition(50), value=eur(5_000))
AGE_55 = replace(PERMANENT, code="55", label="55+", age=AgeCondition(55), value=eur(7_500))

# Half of full time, half a year: 18 of 36 hours, 1 January to 30 June.
HALF = replace(PLACED, period=span("2026-01-01", "2026-06-30"), hours_per_week=Fraction(18))
WHOLE = replace(PLACED, period=span("2026-01-01", "2026-12-31"), hours_per_week=Fraction(36))


def rules_with(*bonuses: Bonus) -> RuleSet:
    return replace(RULES, bonuses=bonuses)


def claiming(effort: Effort, *bonuses: Bonus) -> Effort:
    return replace(effort, bonuses=tuple(bonus.code for bonus in bonuses))


# --- following hours and time


@pytest.mark.parametrize(
    ("hours", "time", "worth"),
    [
        # the block alone: 40,000 x 18/36 x 6/12 = 10,000
        (True, True, "12500"),  # (40,000 + 10,000) x 1/2 x 1/2
        (False, True, "15000"),  # (40,000 x 1/2 + 10,000) x 1/2
        (True, False, "15000"),  # 10,000 + 10,000 x 1/2
        (False, False, "20000"),  # 10,000 + 10,000
    ],
)
def test_that_a_bonus_follows_hours_and_time_as_the_rules_say(
    hours: bool, time: bool, worth: str
) -> None:
    bonus = replace(PERMANENT, follows_hours=hours, follows_time=time)
    valuation = value(claiming(HALF, bonus), rules_with(bonus), CONTRACT)
    assert valuation.value == eur(worth)
    assert valuation.is_consistent()
    assert assumed(valuation) == set()


@pytest.mark.parametrize(("hours", "time"), [(None, True), (True, None), (None, None)])
def test_that_a_bonus_follows_where_the_rules_are_silent_and_that_is_told(
    hours: bool | None, time: bool | None
) -> None:
    bonus = replace(PERMANENT, follows_hours=hours, follows_time=time)
    valuation = value(claiming(HALF, bonus), rules_with(bonus), CONTRACT)
    assert valuation.value == eur(12_500)
    assert assumed(valuation) == {AssumptionKind.BONUS_FOLLOWS}
    assert valuation.assumptions[-1].text == "Vast contract"


def test_that_the_steps_add_the_bonus_before_what_it_follows() -> None:
    with_time = replace(PERMANENT, code="tijd", follows_hours=False)
    fixed = replace(PERMANENT, code="los", follows_hours=False, follows_time=False)
    effort = claiming(HALF, fixed, with_time, PERMANENT)
    valuation = value(effort, rules_with(PERMANENT, with_time, fixed), CONTRACT)
    assert told(valuation) == [
        StepKind.RATE,
        StepKind.BONUS,
        StepKind.HOURS,
        StepKind.BONUS,
        StepKind.MONTHS_OF_YEAR,
        StepKind.BONUS,
    ]
    # ((40,000 + 10,000) x 1/2 + 10,000) x 1/2 + 10,000
    assert valuation.value == eur(27_500)


def test_that_a_yearly_bonus_counts_every_year() -> None:
    effort = claiming(replace(WHOLE, period=span("2026-01-01", "2027-12-31")), PERMANENT)
    assert value(effort, rules_with(PERMANENT), CONTRACT).value == eur(100_000)


def test_that_extra_on_a_block_is_as_yearly_as_the_block() -> None:
    bonus = replace(PERMANENT, unit=BonusUnit.EXTRA_ON_BLOCK)
    assert value(claiming(HALF, bonus), rules_with(bonus), CONTRACT).value == eur(12_500)


def test_that_a_bonus_ends_with_the_counting_time() -> None:
    counting = replace(COUNTING, default_limit=months(12))
    rules = replace(rules_with(PERMANENT), counting=counting)
    effort = claiming(replace(WHOLE, period=span("2026-01-01", "2027-12-31")), PERMANENT)
    assert value(effort, rules, CONTRACT).value == eur(50_000)


def test_that_a_monthly_rate_takes_a_twelfth_of_a_yearly_bonus() -> None:
    """(750 + 10,000/12) x 1/2 x 6 months = 4,750."""
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(750))
    rules = replace(rules_with(PERMANENT), blocks=(block,))
    assert value(claiming(HALF, PERMANENT), rules, CONTRACT).value == eur(4_750)


def test_that_a_monthly_rate_takes_the_twelfth_also_without_the_hours() -> None:
    """(750 x 1/2 + 10,000/12) x 6 months = 7,250."""
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(750))
    bonus = replace(PERMANENT, follows_hours=False)
    rules = replace(rules_with(bonus), blocks=(block,))
    assert value(claiming(HALF, bonus), rules, CONTRACT).value == eur(7_250)


# --- once, and at cost


@pytest.mark.parametrize(
    ("effort", "worth"),
    [
        (WHOLE, "50000"),  # 40,000 + 10,000
        (HALF, "12500"),  # 10,000 + 10,000 x 1/2 x 1/2
        # two years: 80,000 + 10,000, once
        (replace(WHOLE, period=span("2026-01-01", "2027-12-31")), "90000"),
    ],
)
def test_that_a_bonus_that_counts_once_grows_to_one_full_year(effort: Effort, worth: str) -> None:
    assert value(claiming(effort, ONCE), rules_with(ONCE), CONTRACT).value == eur(worth)


def test_that_a_bonus_once_that_follows_nothing_counts_whole_from_the_first_day() -> None:
    bonus = replace(ONCE, follows_hours=False, follows_time=False)
    valuation = value(claiming(HALF, bonus), rules_with(bonus), CONTRACT, until=day("2026-01-31"))
    # 40,000 x 1/2 x 1/12 = 1,666.67, and 10,000
    assert valuation.value == eur("11666.67")


def test_that_once_or_per_year_counts_once_and_that_is_told() -> None:
    bonus = replace(ONCE, unit=BonusUnit.ONCE_OR_PER_YEAR)
    effort = claiming(replace(WHOLE, period=span("2026-01-01", "2027-12-31")), bonus)
    valuation = value(effort, rules_with(bonus), CONTRACT)
    assert valuation.value == eur(90_000)
    assert assumed(valuation) == {AssumptionKind.BONUS_ONCE}


def test_that_a_bonus_once_under_a_monthly_rate_is_not_a_twelfth() -> None:
    """1,000 x 1/2 x 6 = 3,000, and 10,000 x 1/2 x 6/12 = 2,500."""
    block = replace(PLACEMENT, unit=Unit.PER_MONTH, value=eur(1_000))
    rules = replace(rules_with(ONCE), blocks=(block,))
    assert value(claiming(HALF, ONCE), rules, CONTRACT).value == eur(5_500)


def test_that_a_bonus_at_cost_is_what_was_spent() -> None:
    effort = replace(claiming(HALF, COST), bonus_costs=((COST.code, eur("1234.56")),))
    valuation = value(effort, rules_with(COST), CONTRACT)
    assert valuation.value == eur("11234.56")
    assert told(valuation)[-1] is StepKind.BONUS_AT_COST
    assert assumed(valuation) == set()


@pytest.mark.parametrize("costs", [(), ((COST.code, eur(0)),)])
def test_that_a_bonus_at_cost_needs_a_cost(costs: tuple[tuple[str, object], ...]) -> None:
    effort = replace(claiming(HALF, COST), bonus_costs=costs)  # type: ignore[arg-type]
    valuation = value(effort, rules_with(COST), CONTRACT)
    assert valuation.value == eur(10_000)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.BONUS_WITHOUT_COST, label="Opleidingskosten"),
    )


def test_that_a_cost_that_was_not_claimed_is_not_counted() -> None:
    effort = replace(HALF, bonus_costs=((COST.code, eur(500)),))
    assert value(effort, rules_with(COST), CONTRACT).value == eur(10_000)


# --- age


@pytest.mark.parametrize(
    ("born", "inclusive", "met"),
    [
        ("1976-01-01", True, True),  # 50 on 1 January 2026
        ("1976-01-02", True, False),  # 49, a day short
        ("1976-01-01", False, False),  # not older than 50
        ("1975-01-01", False, True),  # 51
    ],
)
def test_that_an_age_bonus_follows_from_the_birthday(born: str, inclusive: bool, met: bool) -> None:
    bonus = replace(AGE_50, age=AgeCondition(50, inclusive=inclusive))
    valuation = value(replace(WHOLE, born=day(born)), rules_with(bonus), CONTRACT)
    assert valuation.value == eur(45_000 if met else 40_000)
    assert left_out(valuation) == []


def test_that_a_claimed_age_bonus_that_is_not_met_is_told_as_not_counted() -> None:
    effort = replace(claiming(WHOLE, AGE_50), born=day("1990-01-01"))
    valuation = value(effort, rules_with(AGE_50), CONTRACT)
    assert valuation.value == eur(40_000)
    assert valuation.not_counted == (NotCounted(ReasonKind.BONUS_AGE_NOT_MET, label="50+"),)


def test_that_an_age_bonus_claimed_without_a_birthday_counts_as_the_owner_says() -> None:
    valuation = value(claiming(WHOLE, AGE_50), rules_with(AGE_50), CONTRACT)
    assert valuation.value == eur(45_000)
    assert assumed(valuation) == {AssumptionKind.AGE_NOT_CHECKED}
    assert valuation.assumptions[0].text == "50+"


def test_that_without_a_birthday_no_age_bonus_comes_by_itself() -> None:
    assert value(WHOLE, rules_with(AGE_50), CONTRACT).value == eur(40_000)


@pytest.mark.parametrize(
    ("reference", "awarded", "met"),
    [
        (None, "2025-11-01", True),  # silent: the first day of the effort, 1 January 2026
        (ReferenceDate.START, "2025-11-01", True),
        (ReferenceDate.AWARD, "2025-11-01", False),  # still 49 on the day of the award
        (ReferenceDate.AWARD, "2026-03-01", True),
        (ReferenceDate.AWARD, None, True),  # the award is not known: the first day
    ],
)
def test_that_age_is_judged_on_the_reference_date(
    reference: ReferenceDate | None, awarded: str | None, met: bool
) -> None:
    """Born on 1 December 1975: 50 from 1 December 2025."""
    rules = replace(rules_with(AGE_50), counting=replace(COUNTING, reference=reference))
    contract = replace(CONTRACT, awarded_on=day(awarded) if awarded else None)
    effort = replace(WHOLE, born=day("1975-12-01"))
    assert value(effort, rules, contract).value == eur(45_000 if met else 40_000)


def test_that_an_age_condition_holds_for_a_bonus_at_cost_too() -> None:
    bonus = replace(COST, age=AgeCondition(50))
    effort = replace(
        claiming(WHOLE, bonus), bonus_costs=((bonus.code, eur(500)),), born=day("1990-01-01")
    )
    valuation = value(effort, rules_with(bonus), CONTRACT)
    assert left_out(valuation) == [ReasonKind.BONUS_AGE_NOT_MET]


# --- which bonuses


STAGGERED = (replace(AGE_50, stagger="age"), replace(AGE_55, stagger="age"))


@pytest.mark.parametrize("order", [STAGGERED, STAGGERED[::-1]])
def test_that_of_a_stagger_only_the_highest_counts(order: tuple[Bonus, ...]) -> None:
    """56 on the first day: 40,000 + 7,500, not also 5,000."""
    valuation = value(replace(WHOLE, born=day("1969-06-01")), rules_with(*order), CONTRACT)
    assert valuation.value == eur(47_500)
    assert valuation.not_counted == (NotCounted(ReasonKind.BONUS_NOT_HIGHEST, label="50+"),)
    assert assumed(valuation) == {AssumptionKind.REFERENCE_UNKNOWN}


def test_that_the_highest_of_a_stagger_is_the_highest_that_is_met() -> None:
    valuation = value(replace(WHOLE, born=day("1974-06-01")), rules_with(*STAGGERED), CONTRACT)
    assert valuation.value == eur(45_000)
    assert left_out(valuation) == []


def test_that_of_equal_bonuses_in_a_stagger_the_first_counts() -> None:
    first = replace(PERMANENT, code="a", label="Eerste", stagger="x")
    second = replace(PERMANENT, code="b", label="Tweede", stagger="x")
    valuation = value(claiming(WHOLE, second, first), rules_with(first, second), CONTRACT)
    assert valuation.not_counted == (NotCounted(ReasonKind.BONUS_NOT_HIGHEST, label="Tweede"),)


def test_that_two_staggers_do_not_compete() -> None:
    other = replace(PERMANENT, stagger="contract")
    effort = replace(claiming(WHOLE, other), born=day("1969-06-01"))
    # 40,000 + 10,000 + 7,500
    assert value(effort, rules_with(*STAGGERED, other), CONTRACT).value == eur(57_500)


def test_that_bonuses_add_up_and_that_is_told() -> None:
    valuation = value(claiming(WHOLE, PERMANENT, ONCE), rules_with(PERMANENT, ONCE), CONTRACT)
    assert valuation.value == eur(60_000)
    assert assumed(valuation) == {AssumptionKind.BONUSES_ADD_UP}


def test_that_a_bonus_claimed_twice_counts_once() -> None:
    effort = claiming(WHOLE, PERMANENT, PERMANENT)
    assert value(effort, rules_with(PERMANENT), CONTRACT).value == eur(50_000)


def test_that_a_bonus_for_another_kind_of_effort_is_told_as_not_counted() -> None:
    bonus = replace(PERMANENT, kinds=(EffortKind.TRAINEESHIP,))
    valuation = value(claiming(WHOLE, bonus), rules_with(bonus), CONTRACT)
    assert valuation.value == eur(40_000)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.BONUS_OTHER_KIND, label="Vast contract"),
    )


def test_that_an_age_bonus_for_another_kind_does_not_come_by_itself() -> None:
    bonus = replace(AGE_50, kinds=(EffortKind.TRAINEESHIP,))
    effort = replace(WHOLE, born=day("1960-01-01"))
    assert left_out(value(effort, rules_with(bonus), CONTRACT)) == []


def test_that_a_bonus_without_a_published_value_is_told_as_not_counted() -> None:
    bonus = replace(PERMANENT, value=None)
    valuation = value(claiming(WHOLE, bonus), rules_with(bonus), CONTRACT)
    assert valuation.value == eur(40_000)
    assert valuation.not_counted == (
        NotCounted(ReasonKind.NO_PUBLISHED_VALUE, label="Vast contract"),
    )


def test_that_a_bonus_does_not_belong_to_a_purchase() -> None:
    valuation = value(claiming(BOUGHT, PERMANENT), rules_with(PERMANENT), CONTRACT)
    assert valuation.value == eur(4_250)
    assert left_out(valuation) == [ReasonKind.BONUS_OTHER_KIND]


@pytest.mark.parametrize("effort", [WHOLE, BOUGHT])
def test_that_a_bonus_the_rules_do_not_have_is_refused(effort: Effort) -> None:
    with pytest.raises(UnknownBonusError) as refused:
        value(replace(effort, bonuses=("weg",)), RULES, CONTRACT)
    assert (refused.value.code, refused.value.rule_set) == ("weg", "example")


# --- together with worked hours, limits and allocation


@pytest.mark.parametrize(
    ("hours", "time", "once", "worth"),
    [
        # 468 of 1,872 hours in half a year: a quarter of a year, at half of full time;
        # the block alone is 10,000
        (True, True, False, "12500"),  # + 10,000 x 1/4
        (False, True, False, "15000"),  # + 10,000 x 6/12
        (True, False, False, "15000"),  # + 10,000 x 1/2
        (False, False, False, "20000"),
        (True, True, True, "12500"),
        (False, True, True, "15000"),
    ],
)
def test_that_a_bonus_follows_hours_and_time_also_where_worked_hours_hold_both(
    hours: bool, time: bool, once: bool, worth: str
) -> None:
    unit = BonusUnit.ONCE if once else BonusUnit.PER_YEAR
    bonus = replace(PERMANENT, unit=unit, follows_hours=hours, follows_time=time)
    counting = replace(COUNTING, method=TimeMethod.WORKED_HOURS)
    rules = replace(rules_with(bonus), counting=counting)
    effort = replace(claiming(HALF, bonus), worked_hours=Fraction(468))
    assert value(effort, rules, CONTRACT).value == eur(worth)


def test_that_a_limit_in_worked_years_takes_its_part_of_a_running_bonus() -> None:
    """Two years at full time, one left: (40,000 + 10,000) x 2 x 1/2."""
    counting = replace(COUNTING, default_limit=working_years(1))
    rules = replace(rules_with(PERMANENT), counting=counting)
    effort = claiming(replace(WHOLE, period=span("2026-01-01", "2027-12-31")), PERMANENT)
    assert value(effort, rules, CONTRACT).value == eur(50_000)


def test_that_a_limit_in_worked_years_leaves_what_does_not_run_along() -> None:
    """Two years at full time, one left: 40,000 x 2 x 1/2, and 10,000 as it is."""
    bonus = replace(PERMANENT, follows_hours=False, follows_time=False)
    counting = replace(COUNTING, default_limit=working_years(1))
    rules = replace(rules_with(bonus), counting=counting)
    effort = claiming(replace(WHOLE, period=span("2026-01-01", "2027-12-31")), bonus)
    assert value(effort, rules, CONTRACT).value == eur(50_000)


@pytest.mark.parametrize("bonus", [replace(ONCE, follows_time=False), COST])
def test_that_what_counts_once_goes_to_the_contract_with_the_first_day(bonus: Bonus) -> None:
    effort = replace(claiming(WHOLE, bonus), bonus_costs=((COST.code, eur(10_000)),))
    rules = rules_with(bonus)
    head = value(effort, rules, CONTRACT, within=span("2026-01-01", "2026-06-30"))
    tail = value(effort, rules, CONTRACT, within=span("2026-07-01", "2026-12-31"))
    # 20,000 each for half a year, and 10,000 for the first
    assert (head.value, tail.value) == (eur(30_000), eur(20_000))


def test_that_what_runs_along_goes_to_both_contracts() -> None:
    bonus = replace(PERMANENT, follows_hours=False)
    effort = replace(claiming(WHOLE, bonus), worked_hours=Fraction(1872))
    counting = replace(COUNTING, method=TimeMethod.WORKED_HOURS)
    rules = replace(rules_with(bonus), counting=counting)
    head = value(effort, rules, CONTRACT, within=span("2026-01-01", "2026-03-31"))
    tail = value(effort, rules, CONTRACT, within=span("2026-04-01", "2026-12-31"))
    # 40,000 for the hours and 10,000 for the year, in parts of 3 and 9 months
    assert told(tail)[-1] is StepKind.BONUS
    assert head.value + tail.value == eur(50_000)


# --- the day on which age is judged, where that is not known

# 50 on 1 January 2026, the first day of WHOLE.
JUST_50 = replace(WHOLE, born=day("1976-01-01"))
SIXTY = replace(WHOLE, born=day("1966-01-01"))
FORTY = replace(WHOLE, born=day("1986-01-01"))
UNKNOWN, AWARD = AssumptionKind.REFERENCE_UNKNOWN, AssumptionKind.AWARD_UNKNOWN


@pytest.mark.parametrize(
    ("effort", "reference", "awarded", "euros", "noted"),
    [
        # neither the day nor the rule is known
        (JUST_50, None, None, 45_000, {UNKNOWN}),
        (SIXTY, None, None, 45_000, {UNKNOWN}),
        (FORTY, None, None, 40_000, set()),  # no bonus rests on it
        # the award is known, the rule is not: told where it would make a difference
        (JUST_50, None, "2025-12-31", 45_000, {UNKNOWN}),
        (SIXTY, None, "2025-12-31", 45_000, set()),
        (replace(WHOLE, born=day("1976-02-01")), None, "2026-03-01", 40_000, {UNKNOWN}),
        # the rule is known, the award is not
        (SIXTY, ReferenceDate.AWARD, None, 45_000, {AWARD}),
        (FORTY, ReferenceDate.AWARD, None, 40_000, set()),
        # all is known
        (JUST_50, ReferenceDate.AWARD, "2025-12-31", 40_000, set()),
        (JUST_50, ReferenceDate.AWARD, "2026-01-01", 45_000, set()),
        (JUST_50, ReferenceDate.START, None, 45_000, set()),
        (JUST_50, ReferenceDate.START, "2025-12-31", 45_000, set()),
    ],
)
def test_that_an_unknown_day_of_reference_is_an_assumption_where_it_decides(
    effort: Effort,
    reference: ReferenceDate | None,
    awarded: str | None,
    euros: int,
    noted: set[AssumptionKind],
) -> None:
    rules = replace(rules_with(AGE_50), counting=replace(COUNTING, reference=reference))
    contract = replace(CONTRACT, awarded_on=None if awarded is None else day(awarded))
    valuation = value(effort, rules, contract)
    assert valuation.value == eur(euros)
    assert assumed(valuation) == noted


# --- for some blocks only


def test_that_a_bonus_may_be_for_some_blocks_only() -> None:
    """Own example: a bonus for people with a disability, on their row alone."""
    only = replace(PERMANENT, blocks=("banenafspraak",), kinds=(EffortKind.PLACEMENT,))
    row = replace(PLACEMENT, code="banenafspraak", kind=EffortKind.APPRENTICESHIP)
    rules = replace(rules_with(only), blocks=(PLACEMENT, row))
    other = value(claiming(WHOLE, only), rules, CONTRACT)
    assert other.value == eur(40_000)
    assert left_out(other) == [ReasonKind.BONUS_OTHER_KIND]
    its_own = replace(claiming(WHOLE, only), block="banenafspraak")
    assert value(its_own, rules, CONTRACT).value == eur(50_000)


def test_that_an_age_bonus_for_some_blocks_is_not_added_to_others() -> None:
    only = replace(AGE_50, blocks=("elders",))
    valuation = value(SIXTY, rules_with(only), CONTRACT)
    assert valuation.value == eur(40_000)
    assert left_out(valuation) == []
    assert assumed(valuation) == set()
