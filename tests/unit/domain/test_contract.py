"""The life of a contract, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.contract import BEFORE_AWARD, ENDED, ContractState, next_states
from sroi_desktop.domain.errors import (
    CitizenNumberError,
    EndBeforeStartError,
    HoursOutOfRangeError,
    NegativeAmountError,
    PercentOutOfRangeError,
    StateChangeError,
)
from sroi_desktop.domain.money import Money
from tests.unit.domain.build import CONTRACT, UNDATED, changed, day, span

A_BSN = "123456782"


def reachable(state: ContractState) -> set[ContractState]:
    found: set[ContractState] = set()
    waiting = [state]
    while waiting:
        for following in next_states(waiting.pop()):
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found


def test_that_a_contract_goes_from_tender_to_settlement() -> None:
    path = ("bid", "awarded", "plan_agreed", "running", "reporting", "recovery", "settled")
    contract = replace(CONTRACT, state=ContractState.TENDER)
    for name in path:
        contract = contract.moved_to(ContractState(name))
    assert contract.state is ContractState.SETTLED
    assert next_states(ContractState.SETTLED) == ()


def test_that_every_state_but_the_first_follows_from_a_tender() -> None:
    assert reachable(ContractState.TENDER) == set(ContractState) - {ContractState.TENDER}


def test_that_a_bid_can_be_lost_but_an_award_cannot() -> None:
    bid = replace(CONTRACT, state=ContractState.BID)
    assert bid.moved_to(ContractState.LOST).state is ContractState.LOST
    with pytest.raises(StateChangeError) as refused:
        replace(CONTRACT, state=ContractState.AWARDED).moved_to(ContractState.LOST)
    assert (refused.value.current, refused.value.wanted) == ("awarded", "lost")


def test_that_a_contract_that_ended_has_not_to_be_awarded_any_more() -> None:
    assert not BEFORE_AWARD & ENDED


def test_that_the_dates_give_period_and_months_only_when_both_are_known() -> None:
    assert CONTRACT.period == span("2026-01-01", "2027-12-31")
    assert CONTRACT.months == 24
    for unknown in ("starts_on", "ends_on"):
        contract = changed(CONTRACT, **{unknown: None})
        assert contract.period is None
        assert contract.months is None


def test_that_a_contract_may_be_full_of_unknowns() -> None:
    assert UNDATED.period is None
    assert UNDATED.company_share == 1


@pytest.mark.parametrize("percent", [Fraction(-1, 100), Fraction(10_001, 100)])
def test_that_a_percentage_lies_between_0_and_100(percent: Fraction) -> None:
    with pytest.raises(PercentOutOfRangeError) as refused:
        replace(CONTRACT, percentage=percent)
    assert refused.value.percent == percent
    with pytest.raises(PercentOutOfRangeError):
        replace(CONTRACT, offered_percentage=percent)


@pytest.mark.parametrize("percent", [Fraction(0), Fraction(100)])
def test_that_0_and_100_percent_are_percentages(percent: Fraction) -> None:
    contract = replace(CONTRACT, percentage=percent, offered_percentage=percent)
    assert contract.percentage == contract.offered_percentage == percent


def test_that_a_share_lies_between_nothing_and_the_whole() -> None:
    with pytest.raises(PercentOutOfRangeError) as refused:
        replace(CONTRACT, labour_share=Fraction(11, 10))
    assert refused.value.percent == 110
    with pytest.raises(PercentOutOfRangeError):
        replace(CONTRACT, company_share=Fraction(-1, 10))


def test_that_a_sum_is_not_negative() -> None:
    with pytest.raises(NegativeAmountError) as refused:
        replace(CONTRACT, sum_excl_vat=Money(-1))
    assert refused.value.cents == -1
    with pytest.raises(NegativeAmountError):
        replace(CONTRACT, fixed_amount=Money(-1))


def test_that_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(EndBeforeStartError):
        replace(CONTRACT, ends_on=day("2025-12-31"))
    one_day = replace(CONTRACT, ends_on=CONTRACT.starts_on)
    assert one_day.period == span("2026-01-01", "2026-01-01")


@pytest.mark.parametrize("hours", [Fraction(0), Fraction(-36), Fraction(169)])
def test_that_a_full_time_week_has_hours_and_no_more_than_a_week(hours: Fraction) -> None:
    with pytest.raises(HoursOutOfRangeError) as refused:
        replace(CONTRACT, full_time_hours=hours)
    assert refused.value.hours == hours


def test_that_a_full_time_week_may_last_the_whole_week() -> None:
    assert replace(CONTRACT, full_time_hours=Fraction(168)).full_time_hours == 168


@pytest.mark.parametrize("field", ["title", "authority", "contact_name", "note"])
def test_that_no_text_of_a_contract_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError) as refused:
        changed(CONTRACT, **{field: f"over {A_BSN}"})
    assert refused.value.field == field


def test_that_the_numbers_of_a_contract_may_look_like_a_bsn() -> None:
    assert replace(CONTRACT, number=A_BSN, reference=A_BSN).reference == A_BSN
