"""The life of an effort, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.effort import HAPPENED, TO_COME, EffortState, next_states
from sroi_desktop.domain.errors import (
    CitizenNumberError,
    HoursOutOfRangeError,
    NegativeAmountError,
    StateChangeError,
)
from sroi_desktop.domain.money import Money
from tests.unit.domain.build import BOUGHT, HELPED, PLACED, changed, eur


@pytest.mark.parametrize(
    "verdict", [EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART, EffortState.REJECTED]
)
def test_that_an_effort_goes_from_plan_to_verdict(verdict: EffortState) -> None:
    effort = replace(PLACED, state=EffortState.PLANNED)
    for state in (EffortState.COMMITTED, EffortState.REALISED, EffortState.REPORTED, verdict):
        effort = effort.moved_to(state)
    assert effort.state is verdict


def test_that_only_what_was_reported_gets_a_verdict() -> None:
    for state in set(EffortState) - {EffortState.REPORTED}:
        assert not next_states(state) & {EffortState.ACCEPTED, EffortState.REJECTED}


def test_that_every_step_but_the_first_can_be_taken_back() -> None:
    for state in EffortState:
        for following in next_states(state):
            back = next_states(following)
            assert state in back or (state, following) == (
                EffortState.PLANNED,
                EffortState.REALISED,
            )


def test_that_a_step_that_does_not_exist_is_refused() -> None:
    with pytest.raises(StateChangeError) as refused:
        PLACED.moved_to(EffortState.ACCEPTED)
    assert (refused.value.current, refused.value.wanted) == ("realised", "accepted")


def test_that_what_is_to_come_and_what_happened_are_apart_and_rejected_is_neither() -> None:
    assert not TO_COME & HAPPENED
    assert set(EffortState) - TO_COME - HAPPENED == {EffortState.REJECTED}


@pytest.mark.parametrize("hours", [Fraction(0), Fraction(-1), Fraction(1681, 10)])
def test_that_hours_per_week_fit_in_a_week(hours: Fraction) -> None:
    with pytest.raises(HoursOutOfRangeError) as refused:
        replace(PLACED, hours_per_week=hours)
    assert refused.value.hours == hours


def test_that_more_than_full_time_can_be_worked() -> None:
    assert replace(PLACED, hours_per_week=Fraction(168)).hours_per_week == 168


@pytest.mark.parametrize(
    "field", ["worked_hours", "hours", "quantity", "employees", "counted_before"]
)
def test_that_no_number_is_negative(field: str) -> None:
    with pytest.raises(HoursOutOfRangeError) as refused:
        changed(HELPED, **{field: -1})
    assert refused.value.hours == -1
    assert getattr(changed(HELPED, **{field: 0}), field) == 0


@pytest.mark.parametrize(
    "change", [{"amount": Money(-1)}, {"accepted": Money(-1)}, {"bonus_costs": (("x", Money(-1)),)}]
)
def test_that_no_amount_is_negative(change: dict[str, object]) -> None:
    with pytest.raises(NegativeAmountError) as refused:
        changed(BOUGHT, **change)
    assert refused.value.cents == -1


def test_that_a_cost_without_an_entry_is_zero() -> None:
    effort = replace(PLACED, bonus_costs=(("training", eur(750)),))
    assert effort.bonus_cost("training") == eur(750)
    assert effort.bonus_cost("coach") == eur(0)


@pytest.mark.parametrize("field", ["title", "candidate", "place", "note", "verdict"])
def test_that_no_text_of_an_effort_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError) as refused:
        changed(PLACED, **{field: "K-01 123456782"})
    assert refused.value.field == field
