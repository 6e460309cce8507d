"""A derivation can be worked out again from its own steps."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import NOTHING, Operation, Step, StepKind, Valuation
from sroi_desktop.domain.money import ZERO, Money
from tests.unit.domain.build import eur

RATE = Step(StepKind.RATE, Operation.START, Fraction(40_000), Fraction(40_000))
BONUS = Step(StepKind.BONUS, Operation.ADD, Fraction(10_000), Fraction(50_000))
HOURS = Step(StepKind.HOURS, Operation.TIMES, Fraction(2, 3), Fraction(100_000, 3))
LIMIT = Step(StepKind.CAP, Operation.AT_MOST, Fraction(30_000), Fraction(30_000))
STEPS = (RATE, BONUS, HOURS, LIMIT)


@pytest.mark.parametrize(
    ("operation", "before", "operand", "after"),
    [
        (Operation.START, 7, 40_000, 40_000),
        (Operation.ADD, 7, 3, 10),
        (Operation.TIMES, 7, 3, 21),
        (Operation.AT_MOST, 7, 3, 3),
        (Operation.AT_MOST, 3, 7, 3),
    ],
)
def test_that_a_step_does_what_its_operation_says(
    operation: Operation, before: int, operand: int, after: int
) -> None:
    step = Step(StepKind.RATE, operation, Fraction(operand), Fraction(0))
    assert step.applied_to(Fraction(before)) == after


def test_that_a_value_with_its_own_steps_is_consistent() -> None:
    assert Valuation(eur(30_000), STEPS).is_consistent()
    # 33,333.33... is rounded once, at the end
    assert Valuation(eur("33333.33"), STEPS[:3]).is_consistent()
    assert NOTHING.is_consistent()
    assert NOTHING.value == ZERO


def test_that_another_value_is_not_consistent() -> None:
    assert not Valuation(Money(3_000_001), STEPS).is_consistent()
    assert not Valuation(Money(1), ()).is_consistent()


@pytest.mark.parametrize("position", range(len(STEPS)))
def test_that_one_result_out_of_line_is_not_consistent(position: int) -> None:
    steps = list(STEPS)
    steps[position] = replace(steps[position], result=steps[position].result + 1)
    assert not Valuation(eur(30_000), tuple(steps)).is_consistent()
