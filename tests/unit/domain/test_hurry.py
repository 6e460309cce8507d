"""Which contract presses most: decided by the guidance, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.guidance import StepKind, Urgency
from sroi_desktop.domain.hurry import Hurry, hurry
from tests.unit.domain.build import UNDATED, day, eur
from tests.unit.domain.test_guidance import CALM, COMPLETE, FIRST_DAY, PROOF, with_contract


def test_that_a_contract_with_nothing_to_do_presses_by_its_end() -> None:
    assert hurry(CALM, FIRST_DAY) == Hurry(due=day("2027-12-31"))
    assert hurry(CALM, FIRST_DAY).kind is None


def test_that_without_an_end_it_presses_last() -> None:
    ended = with_contract(replace(UNDATED, id=1, state=ContractState.SETTLED))
    assert hurry(ended, FIRST_DAY) == Hurry(due=date.max)


def test_that_the_end_in_sight_presses() -> None:
    found = hurry(CALM, day("2027-11-01"))
    pressing = (found.urgency, found.due, found.kind)
    assert pressing == (Urgency.AT_STAKE.value, day("2027-12-31"), StepKind.CONTRACT_ENDING)


def test_that_a_report_that_is_due_presses() -> None:
    found = hurry(replace(CALM, totals=Totals(proven=eur(60_000))), day("2026-04-02"))
    assert (found.kind, found.due) == (StepKind.REPORT_DUE, day("2026-04-30"))


def test_that_a_step_without_a_day_presses_by_the_end_of_the_contract() -> None:
    found = hurry(replace(CALM, efforts=0), FIRST_DAY)
    assert (found.kind, found.due) == (StepKind.FIRST_EFFORT, day("2027-12-31"))


def test_that_what_an_effort_does_not_help_with_does_not_press() -> None:
    assert hurry(replace(CALM, unproven=(PROOF,)), FIRST_DAY).kind is None


def test_that_what_is_overdue_comes_before_what_is_at_stake_and_that_before_the_rest() -> None:
    settling = with_contract(replace(COMPLETE, state=ContractState.RECOVERY))
    overdue = hurry(settling, day("2028-02-01"))
    at_stake, calm = hurry(CALM, day("2027-11-01")), hurry(CALM, FIRST_DAY)
    assert sorted([calm, at_stake, overdue]) == [overdue, at_stake, calm]
