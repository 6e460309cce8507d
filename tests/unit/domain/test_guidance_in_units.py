"""What comes next where hours or placements are owed, instead of euros or beside them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.account import NO_TOTALS, Course, Totals
from sroi_desktop.domain.demands import Quantity
from sroi_desktop.domain.guidance import NextStep, Position, StepKind
from sroi_desktop.domain.obligation import of_contract
from sroi_desktop.domain.position import certificate_ends
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.quantities import Filled, Measured
from sroi_desktop.domain.rules import PsoDiscount, PsoLevel, Quota, QuotaUnit
from tests.unit.domain.build import RULES, day, eur, span
from tests.unit.domain.test_guidance import COMPLETE, OWED, kinds, only

LATE, HALF_WAY = day("2027-10-01"), day("2026-12-31")


def filled(unit: QuotaUnit, owed: int | None, done: int, planned: int = 0) -> Filled:
    amount = None if owed is None else Fraction(owed)
    quota = Quota(unit, amount or Fraction(1))
    return Filled(Quantity(quota, amount), Fraction(done), Fraction(planned))


def in_units(done: int, planned: int = 0, **fields: object) -> Position:
    """Return a contract that asks 1,000 hours, and nothing in euros."""
    hours = filled(QuotaUnit.HOURS, 1_000, done, planned)
    contract = replace(COMPLETE, percentage=None, sum_excl_vat=None, quotas=(hours.owed.quota,))
    made = Position(contract, RULES, None, filled=(hours,), in_units=True)
    return replace(made, **fields)  # type: ignore[arg-type]


def in_hours(amount: int) -> Measured:
    return Measured(QuotaUnit.HOURS, Fraction(amount))


def hours(step: NextStep) -> object:
    assert step.amount is None
    assert step.quantity is not None
    return step.quantity.unit, step.quantity.amount


def test_that_the_first_effort_names_the_hours_that_are_asked_for() -> None:
    assert hours(only(in_units(0), StepKind.FIRST_EFFORT)) == (QuotaUnit.HOURS, 1_000)


def test_that_a_lag_in_hours_is_told_in_hours() -> None:
    """Half of two years is over: 500 hours would be done at an even pace."""
    assert in_units(300, efforts=1).course(HALF_WAY) is Course.BEHIND
    step = only(in_units(300, efforts=1), StepKind.BEHIND_SCHEDULE, HALF_WAY)
    assert hours(step) == (QuotaUnit.HOURS, 200)
    assert StepKind.BEHIND_SCHEDULE not in kinds(in_units(480, efforts=1), HALF_WAY)


def test_that_hours_left_open_near_the_end_are_told_in_hours() -> None:
    step = only(in_units(700, 100, efforts=1), StepKind.CONTRACT_ENDING, LATE)
    assert hours(step) == (QuotaUnit.HOURS, 200)
    assert StepKind.CONTRACT_ENDING not in kinds(in_units(700, 300, efforts=1), LATE)


def test_that_hours_that_were_not_made_are_told_at_the_settlement() -> None:
    step = only(in_units(900, 100, efforts=1), StepKind.SETTLE, day("2028-01-10"))
    assert hours(step) == (QuotaUnit.HOURS, 100)
    done = only(in_units(1_000, efforts=1), StepKind.SETTLE, day("2028-01-10"))
    assert done.quantity is None


def test_that_hours_that_are_planned_hide_no_people_that_are_not() -> None:
    people = filled(QuotaUnit.PLACEMENTS, 2, 1)
    both = in_units(0, 1_000, efforts=1)
    both = replace(both, filled=(*both.filled, people))
    assert both.measure is both.filled[0]
    assert hours(only(both, StepKind.CONTRACT_ENDING, LATE)) == (QuotaUnit.PLACEMENTS, 1)


def test_that_a_contract_in_euros_and_hours_goes_as_the_worst_of_both() -> None:
    done = Totals(proven=OWED)
    both = in_units(0, in_units=False, owed=OWED, totals=done, efforts=1)
    assert both.course(HALF_WAY) is Course.BEHIND
    assert both.measure is None
    lag = only(both, StepKind.BEHIND_SCHEDULE, HALF_WAY)
    assert (lag.amount, lag.quantity) == (eur(0), in_hours(500))
    ending = only(both, StepKind.CONTRACT_ENDING, LATE)
    assert (ending.amount, ending.quantity) == (eur(0), in_hours(1_000))
    assert both.course(day("2028-01-10")) is Course.SHORT
    all_done = replace(both, filled=(filled(QuotaUnit.HOURS, 1_000, 1_000),))
    assert all_done.course(HALF_WAY) is Course.DONE
    assert StepKind.CONTRACT_ENDING not in kinds(all_done, LATE)
    behind = replace(both, totals=NO_TOTALS, filled=all_done.filled)
    lag = only(behind, StepKind.BEHIND_SCHEDULE, HALF_WAY)
    assert (lag.amount, lag.quantity) == (eur(60_000), None)


def test_that_euros_that_are_not_known_yet_are_no_euros_that_are_not_owed() -> None:
    unknown = in_units(1_000, in_units=False, efforts=1)
    assert unknown.measure is None
    assert unknown.course(HALF_WAY) is Course.UNKNOWN
    assert not unknown.owes_nothing


def test_that_a_quantity_that_is_not_known_leaves_the_course_open() -> None:
    unknown = replace(in_units(0), filled=(filled(QuotaUnit.PLACEMENTS, None, 1),))
    assert unknown.course(HALF_WAY) is Course.UNKNOWN
    assert unknown.open_quantity is None
    assert unknown.lag_in_units(HALF_WAY) is None
    assert only(unknown, StepKind.FIRST_EFFORT).quantity is None


@pytest.mark.parametrize("quantities", [(), (filled(QuotaUnit.HOURS, 0, 0),)])
def test_that_nothing_waits_where_nothing_is_owed_in_any_unit(
    quantities: tuple[Filled, ...],
) -> None:
    nothing = in_units(0, in_units=False, owed=eur(0), filled=quantities)
    assert nothing.owes_nothing
    assert kinds(nothing, LATE) == []
    assert kinds(nothing, day("2028-01-10")) == []


def test_that_no_euros_beside_hours_are_not_nothing() -> None:
    no_euros = in_units(0, in_units=False, owed=eur(0))
    assert not no_euros.owes_nothing
    assert hours_of(no_euros) == (QuotaUnit.HOURS, 1_000)


def hours_of(position: Position) -> object:
    return only(position, StepKind.FIRST_EFFORT).quantity


def test_that_euros_come_before_other_units() -> None:
    both = in_units(0, in_units=False, owed=eur(120_000))
    assert only(both, StepKind.FIRST_EFFORT).amount == eur(120_000)


@pytest.mark.parametrize(("percentage", "comes_back"), [(50, 500), (100, 1_000), (0, None)])
def test_that_the_end_of_a_certificate_tells_the_hours_that_come_back(
    percentage: int, comes_back: int | None
) -> None:
    terms = replace(
        RULES.obligation,
        percentages=(),
        percentage=None,
        pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(percentage)),),
    )
    rules = replace(RULES, obligation=terms)
    contract = replace(in_units(0).contract, bid_on=day("2025-11-01"))
    held = Certificate(PsoLevel.STEP_2, span("2025-01-01", "2026-12-31"))
    owed = of_contract(contract, rules, certificates=(held,), today=day("2026-06-01"))
    ends = certificate_ends(owed, contract, rules)
    if comes_back is None:
        assert ends is None
        return
    assert ends is not None
    assert ends.quantity == in_hours(comes_back)
    position = in_units(0, certificate=ends)
    assert only(position, StepKind.CERTIFICATE_ENDS, day("2026-08-01")).quantity == ends.quantity
