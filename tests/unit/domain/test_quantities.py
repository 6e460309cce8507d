"""How far an obligation in hours, full-time years or placements is filled."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.demands import Quantity
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.quantities import (
    Filled,
    Measured,
    Share,
    amount_of,
    filled,
    filled_least,
    full_time_week,
    most_open,
    of_share,
)
from sroi_desktop.domain.rules import (
    CountingTerms,
    EffortKind,
    Quota,
    QuotaUnit,
    RuleSet,
    TimeMethod,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    RULES,
    SILENT,
    day,
    eur,
    months,
    span,
    working_years,
)

HOURS, FTE, PLACEMENTS = QuotaUnit.HOURS, QuotaUnit.FTE, QuotaUnit.PLACEMENTS
FULL_TIME = Fraction(36)
HALF = Fraction(1, 2)


def share(effort: Effort, part: Fraction = Fraction(1), rules: RuleSet = RULES) -> Share:
    return Share(effort, value(effort, rules, CONTRACT, share=part), part)


@pytest.mark.parametrize(("unit", "amount"), [(HOURS, 624), (FTE, Fraction(1, 3)), (PLACEMENTS, 1)])
def test_that_a_placement_comes_to_hours_years_and_one_person(
    unit: QuotaUnit, amount: Fraction
) -> None:
    """24 of 36 hours for 6 of 12 months: a third of a year of 36 x 52 = 1,872 hours."""
    assert amount_of(unit, [share(PLACED)], FULL_TIME) == amount


@pytest.mark.parametrize(
    ("unit", "amount"), [(HOURS, 312), (FTE, Fraction(1, 6)), (PLACEMENTS, HALF)]
)
def test_that_a_share_of_an_effort_is_its_part_in_every_unit(
    unit: QuotaUnit, amount: Fraction
) -> None:
    assert amount_of(unit, [share(PLACED, HALF)], FULL_TIME) == amount


def test_that_hours_that_employees_gave_count_as_they_are() -> None:
    """3 employees x 8 hours; by one person where no number is filled in."""
    assert amount_of(HOURS, [share(HELPED)], FULL_TIME) == 24
    assert amount_of(HOURS, [share(replace(HELPED, employees=None))], FULL_TIME) == 8
    assert amount_of(HOURS, [share(HELPED, HALF)], FULL_TIME) == 12
    assert amount_of(FTE, [share(HELPED)], FULL_TIME) == Fraction(24, 1872)


def test_that_a_purchase_is_no_work_and_no_person() -> None:
    for unit in QuotaUnit:
        assert amount_of(unit, [share(BOUGHT)], FULL_TIME) == 0


def test_that_hours_given_are_no_placement() -> None:
    assert amount_of(PLACEMENTS, [share(HELPED)], FULL_TIME) == 0


def test_that_someone_with_two_efforts_is_one_placement() -> None:
    later = replace(PLACED, period=span("2026-10-01", "2026-12-31"))
    other = replace(PLACED, candidate="K-02")
    assert amount_of(PLACEMENTS, [share(PLACED), share(later), share(other)], FULL_TIME) == 2
    assert amount_of(PLACEMENTS, [share(PLACED, HALF), share(later)], FULL_TIME) == 1
    assert amount_of(PLACEMENTS, [share(later), share(PLACED, HALF)], FULL_TIME) == 1


def test_that_people_without_a_pseudonym_are_each_one() -> None:
    nobody = replace(PLACED, candidate=None)
    assert amount_of(PLACEMENTS, [share(nobody), share(nobody)], FULL_TIME) == 2


@pytest.mark.parametrize("kind", list(EffortKind))
def test_that_hired_people_apprentices_and_trainees_are_placements(kind: EffortKind) -> None:
    people = {EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP, EffortKind.TRAINEESHIP}
    found = amount_of(PLACEMENTS, [share(replace(PLACED, kind=kind))], FULL_TIME)
    assert found == (1 if kind in people else 0)


def test_that_what_does_not_count_in_euros_does_not_count_here() -> None:
    """Six months, of which three may count: half the hours, and one person all the same."""
    rules = replace(RULES, counting=replace(RULES.counting, default_limit=months(3)))
    assert amount_of(HOURS, [share(PLACED, rules=rules)], FULL_TIME) == 312
    early = replace(PLACED, period=span("2024-03-01", "2024-08-31"))
    assert amount_of(HOURS, [share(early)], FULL_TIME) == 0
    assert amount_of(PLACEMENTS, [share(early)], FULL_TIME) == 0


def test_that_a_limit_in_working_years_limits_the_hours() -> None:
    """Two years of 24 of 36 hours are 4/3 working years, of which one counts."""
    rules = replace(RULES, counting=replace(RULES.counting, default_limit=working_years(1)))
    long = replace(PLACED, period=span("2026-01-01", "2027-12-31"))
    assert amount_of(FTE, [share(long, rules=rules)], FULL_TIME) == 1


def test_that_worked_hours_count_as_they_were_worked() -> None:
    rules = replace(RULES, counting=CountingTerms(method=TimeMethod.WORKED_HOURS))
    worked = replace(PLACED, worked_hours=Fraction(500))
    assert amount_of(HOURS, [share(worked, rules=rules)], FULL_TIME) == 500


def test_that_nothing_done_is_nothing() -> None:
    for unit in QuotaUnit:
        assert amount_of(unit, [], FULL_TIME) == 0


@pytest.mark.parametrize(
    ("owed", "open_amount"), [(Fraction(2), Fraction(1)), (Fraction(1), Fraction(0)), (None, None)]
)
def test_that_what_is_planned_stands_apart_from_what_is_done(
    owed: Fraction | None, open_amount: Fraction | None
) -> None:
    """By 31 May three of six months are done; the other three are planned."""
    quantity = Quantity(Quota(FTE, Fraction(2)), owed)
    effort = replace(PLACED, hours_per_week=Fraction(36), period=span("2026-03-01", "2027-02-28"))
    done = Share(effort, value(effort, RULES, CONTRACT, until=day("2026-05-31")))
    found = filled(quantity, [done], [share(effort)], FULL_TIME)
    assert found == Filled(quantity, Fraction(1, 4), Fraction(3, 4))
    assert found.open == open_amount


def test_that_more_done_than_planned_leaves_nothing_planned() -> None:
    quantity = Quantity(Quota(PLACEMENTS, Fraction(3)), Fraction(3))
    found = filled(quantity, [share(PLACED)], [], FULL_TIME)
    assert found == Filled(quantity, Fraction(1), Fraction(0))
    assert found.open == 2


def test_that_the_full_time_week_is_that_of_the_rules_or_else_the_owners() -> None:
    owner = replace(CONTRACT, full_time_hours=Fraction(38))
    assert full_time_week(RULES, owner) == 36
    assert full_time_week(SILENT, owner) == 38
    assert full_time_week(SILENT, CONTRACT) == 36


def of_owed(unit: QuotaUnit, owed: int | None, done: int, planned: int = 0) -> Filled:
    amount = None if owed is None else Fraction(owed)
    quota = Quota(unit, amount or Fraction(1))
    return Filled(Quantity(quota, amount), Fraction(done), Fraction(planned))


def test_that_of_several_quantities_the_one_filled_least_decides() -> None:
    hours, people = of_owed(HOURS, 1_000, 500), of_owed(PLACEMENTS, 4, 1, 1)
    assert filled_least((hours, people)) is people
    assert [people.part_done, people.short, people.open] == [Fraction(1, 4), 3, 2]
    assert people.measured(people.short) == Measured(PLACEMENTS, Fraction(3))


def test_that_a_quantity_that_is_not_known_decides_nothing() -> None:
    unknown = of_owed(PLACEMENTS, None, 0)
    assert filled_least((unknown,)) is None
    assert filled_least(()) is None
    assert [unknown.whole, unknown.part_done, unknown.short] == [0, 1, 0]


def test_that_a_share_adds_to_each_unit_that_is_asked_for() -> None:
    asked = (Quota(HOURS, Fraction(1_000)), Quota(PLACEMENTS, Fraction(2)))
    in_units = replace(CONTRACT, quotas=asked)
    both = (Measured(HOURS, Fraction(624)), Measured(PLACEMENTS, Fraction(1)))
    assert of_share(share(PLACED), RULES, in_units) == both
    assert of_share(share(PLACED), RULES, CONTRACT) == ()
    by_rules = replace(RULES, obligation=replace(RULES.obligation, quotas=asked[1:]))
    assert of_share(share(PLACED), by_rules, CONTRACT) == both[1:]
    fixed = replace(CONTRACT, fixed_amount=eur(10_000))
    assert of_share(share(PLACED), by_rules, fixed) == ()


def test_that_hours_follow_the_full_time_week_of_the_contract() -> None:
    """A third of a year: of 38 hours a week where the rules say nothing of it."""
    owner = replace(CONTRACT, full_time_hours=Fraction(38), quotas=(Quota(HOURS, Fraction(1_000)),))
    third = replace(PLACED, hours_per_week=Fraction(38), period=span("2026-01-01", "2026-04-30"))
    shared = Share(third, value(third, SILENT, owner))
    assert of_share(shared, SILENT, owner) == (Measured(HOURS, Fraction(38 * 52, 3)),)


def test_that_placements_are_planned_as_people() -> None:
    quantity = Quantity(Quota(PLACEMENTS, Fraction(2)), Fraction(2))
    later = replace(PLACED, candidate="K-02")
    found = filled(quantity, [share(PLACED)], [share(PLACED), share(later)], FULL_TIME)
    assert [found.done, found.planned] == [Fraction(1)] * 2


def test_that_most_is_open_of_what_the_largest_part_is() -> None:
    hours, people = of_owed(HOURS, 1_000, 800, 100), of_owed(PLACEMENTS, 2, 1)
    for both in ((hours, people), (people, hours)):
        assert most_open(both) == Measured(PLACEMENTS, Fraction(1))
    alike = of_owed(HOURS, 10, 5)
    assert most_open((alike, people)) == Measured(HOURS, Fraction(5))  # the first of two alike
    assert most_open((people, alike)) == Measured(PLACEMENTS, Fraction(1))
    assert most_open((of_owed(PLACEMENTS, None, 0), of_owed(HOURS, 10, 4, 6))) is None
    assert most_open(()) is None
