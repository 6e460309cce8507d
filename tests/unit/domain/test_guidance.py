"""What the owner should do next: each step exactly when it waits, in a fixed order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.guidance import (
    Lack,
    NextStep,
    Position,
    StepKind,
    Unproven,
    Unrecognised,
    Urgency,
    lacks,
    most_pressing,
    next_steps,
    rank,
    steps_of,
)
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.obligation import of_contract
from sroi_desktop.domain.rules import (
    Category,
    DeadlineKind,
    DeadlineRule,
    ObligationTerms,
    Rhythm,
    RuleSet,
)
from tests.unit.domain.build import CONTRACT, RULES, changed, day, eur

# Complete and well under way: 2,400,000 x 5% = 120,000 over 730 days, nothing waits on day one.
COMPLETE = replace(
    CONTRACT,
    id=1,
    category=Category.SERVICES,
    sum_excl_vat=eur(2_400_000),
    percentage=Fraction(5),
    rhythm=Rhythm.QUARTERLY,
    awarded_on=day("2025-12-01"),
    contact_made_on=day("2025-12-03"),
    plan_sent_on=day("2025-12-20"),
    plan_agreed_on=day("2025-12-22"),
)
FRESH = replace(COMPLETE, contact_made_on=None, plan_sent_on=None, plan_agreed_on=None)
OWED = eur(120_000)
CALM = Position(COMPLETE, RULES, OWED, NO_TOTALS, efforts=1)
FIRST_DAY = day("2026-01-01")
PROOF = Unproven(7, "K-01", eur("13333.33"), ("Arbeidsovereenkomst",))


def steps(position: Position, today: date = FIRST_DAY) -> tuple[NextStep, ...]:
    return next_steps((position,), today)


def kinds(position: Position, today: date = FIRST_DAY) -> list[StepKind]:
    return [step.kind for step in steps(position, today)]


def only(position: Position, kind: StepKind, today: date = FIRST_DAY) -> NextStep:
    """Return the step of this kind, which must be there once."""
    (found,) = [step for step in steps(position, today) if step.kind is kind]
    return found


def with_contract(contract: Contract, **fields: object) -> Position:
    return changed(CALM, contract=contract, **fields)


def asking(kind: DeadlineKind, days: int) -> RuleSet:
    return replace(RULES, deadlines=(DeadlineRule(kind, days),))


def done(proven: int, planned: int = 0) -> Totals:
    return Totals(proven=eur(proven), planned=eur(planned))


def test_that_nothing_waits_where_everything_is_in_order() -> None:
    assert steps(CALM) == ()


def test_that_a_step_names_its_contract() -> None:
    step = only(replace(CALM, unproven=(PROOF,)), StepKind.ADD_EVIDENCE)
    assert (step.contract_id, step.contract_number, step.contract_title, step.authority) == (
        1,
        "2026-01",
        "Groenonderhoud Wijk Oost",
        "Een gemeente",
    )


# --- fill in what the contract still lacks


@pytest.mark.parametrize(
    ("field", "lack"),
    [
        ("category", Lack.CATEGORY),
        ("sum_excl_vat", Lack.SUM),
        ("percentage", Lack.PERCENTAGE),
        ("starts_on", Lack.START),
        ("ends_on", Lack.END),
        ("rhythm", Lack.RHYTHM),
    ],
)
def test_that_each_thing_a_contract_lacks_is_asked_for(field: str, lack: Lack) -> None:
    contract = changed(COMPLETE, **{field: None})
    step = only(with_contract(contract, owed=None), StepKind.COMPLETE_CONTRACT)
    assert step.lacks == (lack,)
    assert (step.urgency, step.due) == (Urgency.SOON, None)


def test_that_everything_a_contract_lacks_is_asked_for_at_once() -> None:
    empty = Contract("9", "Leeg", "Een gemeente", "example")
    position = Position(empty, RULES, of_contract(empty, RULES).amount)
    assert only(position, StepKind.COMPLETE_CONTRACT).lacks == tuple(Lack)


def test_that_an_amount_in_the_contract_makes_category_sum_and_percentage_needless() -> None:
    contract = replace(
        COMPLETE, category=None, sum_excl_vat=None, percentage=None, fixed_amount=OWED
    )
    assert lacks(contract, RULES) == ()


def test_that_what_the_rules_name_is_not_asked_for() -> None:
    rules = replace(RULES, rhythm=Rhythm.YEARLY, obligation=ObligationTerms(percentage=Fraction(5)))
    contract = replace(COMPLETE, percentage=None, rhythm=None)
    assert lacks(contract, rules) == ()
    assert lacks(contract, RULES) == (Lack.PERCENTAGE, Lack.RHYTHM)


def test_that_without_rules_a_percentage_is_not_judged() -> None:
    assert lacks(replace(COMPLETE, percentage=None, rhythm=None)) == (Lack.RHYTHM,)


def test_that_an_offered_percentage_is_a_percentage() -> None:
    contract = replace(COMPLETE, percentage=None, offered_percentage=Fraction(6))
    assert lacks(contract, RULES) == ()


# --- first contact, plan, first effort


def test_that_first_contact_comes_before_the_plan_and_the_plan_before_the_first_effort() -> None:
    nothing_yet = with_contract(FRESH, efforts=0)
    talked = with_contract(replace(FRESH, contact_made_on=day("2025-12-03")), efforts=0)
    planned = with_contract(replace(FRESH, plan_sent_on=day("2025-12-20")), efforts=0)
    assert kinds(nothing_yet) == [StepKind.FIRST_CONTACT]
    assert kinds(talked) == [StepKind.WRITE_PLAN]
    assert kinds(planned) == [StepKind.FIRST_EFFORT]
    assert kinds(with_contract(FRESH)) == []  # an effort was booked: the start is behind us


@pytest.mark.parametrize(
    "state", [ContractState.PLAN_AGREED, ContractState.REPORTING, ContractState.RECOVERY]
)
def test_that_a_state_after_the_plan_needs_no_dates_to_say_so(state: ContractState) -> None:
    position = with_contract(replace(FRESH, state=state), efforts=0)
    assert kinds(position) == [StepKind.FIRST_EFFORT]


def test_that_an_agreed_plan_was_sent() -> None:
    contract = replace(FRESH, plan_agreed_on=day("2025-12-22"))
    assert kinds(with_contract(contract, efforts=0)) == [StepKind.FIRST_EFFORT]


@pytest.mark.parametrize(
    ("today", "urgency"),
    [("2025-12-08", Urgency.SOON), ("2025-12-15", Urgency.SOON), ("2025-12-16", Urgency.OVERDUE)],
)
def test_that_first_contact_is_due_some_days_after_the_award(today: str, urgency: Urgency) -> None:
    """Awarded on 1 December 2025, 14 days by the rules: 15 December."""
    rules = asking(DeadlineKind.FIRST_CONTACT, 14)
    position = with_contract(FRESH, efforts=0, rules=rules)
    step = only(position, StepKind.FIRST_CONTACT, day(today))
    assert (step.due, step.urgency, step.assumed_due) == (day("2025-12-15"), urgency, False)


def test_that_a_day_of_ours_is_told_and_alarms_nobody() -> None:
    position = with_contract(FRESH, efforts=0)
    step = only(position, StepKind.FIRST_CONTACT, day("2026-01-31"))
    assert (step.due, step.urgency, step.assumed_due) == (day("2025-12-08"), Urgency.SOON, True)


def test_that_the_start_of_the_contract_stands_in_for_an_unknown_award() -> None:
    contract = replace(FRESH, awarded_on=None)
    position = with_contract(contract, efforts=0)
    assert only(position, StepKind.FIRST_CONTACT).due == day("2026-01-08")
    undated = replace(contract, starts_on=None, ends_on=None)
    assert only(with_contract(undated, efforts=0), StepKind.FIRST_CONTACT).due is None


def test_that_the_plan_is_due_some_days_after_the_award() -> None:
    contract = replace(FRESH, contact_made_on=day("2025-12-03"))
    position = with_contract(contract, efforts=0, rules=asking(DeadlineKind.PLAN, 40))
    step = only(position, StepKind.WRITE_PLAN)
    # 30 days of December and 10 of January after 1 December
    assert (step.due, step.urgency) == (day("2026-01-10"), Urgency.SOON)


def test_that_the_first_effort_names_what_is_owed() -> None:
    step = only(replace(CALM, efforts=0), StepKind.FIRST_EFFORT)
    assert (step.amount, step.due, step.urgency) == (OWED, None, Urgency.SOON)
    unknown = replace(CALM, efforts=0, owed=None)
    assert only(unknown, StepKind.FIRST_EFFORT).amount is None


def test_that_a_contract_that_is_over_needs_no_start() -> None:
    for contract in (COMPLETE, FRESH):
        found = kinds(with_contract(contract, efforts=0), day("2028-01-01"))
        assert StepKind.SETTLE in found
        assert not {
            StepKind.FIRST_CONTACT,
            StepKind.WRITE_PLAN,
            StepKind.FIRST_EFFORT,
        } & set(found)


# --- evidence and recognition


def test_that_missing_evidence_names_the_effort_with_most_at_stake() -> None:
    small, large = replace(PROOF, effort_id=8, value=eur(100)), PROOF
    position = replace(CALM, unproven=(small, large), unproven_count=5)
    step = only(position, StepKind.ADD_EVIDENCE)
    assert (step.effort_id, step.effort_title, step.amount) == (7, "K-01", eur("13333.33"))
    assert step.missing == ("Arbeidsovereenkomst",)
    assert (step.others, step.urgency) == (4, Urgency.AT_STAKE)


def test_that_of_equal_amounts_the_first_booked_is_named() -> None:
    position = replace(CALM, unproven=(replace(PROOF, effort_id=9), PROOF))
    step = only(position, StepKind.ADD_EVIDENCE)
    assert (step.effort_id, step.others) == (7, 1)


def test_that_each_purchase_without_recognition_is_named() -> None:
    ended = Unrecognised(3, "De Broodbrigade", eur(4_250), day("2026-03-31"), 1, day("2026-04-12"))
    unknown = Unrecognised(4, "Groen & Zo", eur(900), None, 2, day("2026-04-12"))
    found = steps(replace(CALM, unrecognised=(unknown, ended)))
    assert [(one.kind, one.effort_id, one.effort_title, one.amount) for one in found] == [
        (StepKind.RECOGNITION_EXPIRED, 3, "De Broodbrigade", eur(4_250)),
        (StepKind.RECOGNITION_EXPIRED, 4, "Groen & Zo", eur(900)),
    ]
    assert [one.covers_to for one in found] == [day("2026-03-31"), None]
    assert {one.urgency for one in found} == {Urgency.AT_STAKE}


# --- report


def test_that_a_report_is_due_once_its_period_is_over() -> None:
    rules = asking(DeadlineKind.REPORT, 15)
    position = replace(CALM, rules=rules, totals=done(20_000))
    assert kinds(position, day("2026-03-31")) == []
    step = only(position, StepKind.REPORT_DUE, day("2026-04-01"))
    assert (step.covers_from, step.covers_to) == (day("2026-01-01"), day("2026-03-31"))
    assert (step.due, step.urgency, step.assumed_due) == (day("2026-04-15"), Urgency.SOON, False)


def test_that_a_report_after_its_day_is_overdue() -> None:
    position = replace(CALM, rules=asking(DeadlineKind.REPORT, 15))
    assert only(position, StepKind.REPORT_DUE, day("2026-04-15")).urgency is Urgency.SOON
    assert only(position, StepKind.REPORT_DUE, day("2026-04-16")).urgency is Urgency.OVERDUE


def test_that_a_report_that_was_issued_is_not_due() -> None:
    position = replace(CALM, reported_until=day("2026-03-31"), totals=done(20_000))
    assert kinds(position, day("2026-04-01")) == []


# --- pace and end


def test_that_a_lag_is_told_with_its_amount() -> None:
    """By 31 December 2026, 365 of 730 days, 60,000 is an even pace; 20,000 is 40,000 behind."""
    position = replace(CALM, totals=done(20_000), reported_until=day("2026-09-30"))
    step = only(position, StepKind.BEHIND_SCHEDULE, day("2026-12-31"))
    assert (step.amount, step.urgency) == (eur(40_000), Urgency.LATER)


@pytest.mark.parametrize("today", ["2025-12-31", "2026-01-01"])
def test_that_a_contract_that_has_hardly_begun_is_not_behind(today: str) -> None:
    assert kinds(CALM, day(today)) == []


def test_that_a_gap_half_a_year_before_the_end_is_told() -> None:
    """From 30 June 2027: six months before 31 December, by the calendar."""
    position = replace(CALM, totals=done(80_000, 10_000), reported_until=day("2027-03-31"))
    assert StepKind.CONTRACT_ENDING not in kinds(position, day("2027-06-29"))
    step = only(position, StepKind.CONTRACT_ENDING, day("2027-06-30"))
    assert (step.amount, step.due, step.urgency) == (
        eur(30_000),
        day("2027-12-31"),
        Urgency.AT_STAKE,
    )
    assert StepKind.BEHIND_SCHEDULE not in kinds(position, day("2027-06-30"))


def test_that_a_gap_that_is_planned_for_is_no_gap_but_may_be_a_lag() -> None:
    position = replace(CALM, totals=done(80_000, 40_000), reported_until=day("2027-12-31"))
    assert kinds(position, day("2027-11-30")) == [StepKind.BEHIND_SCHEDULE]


def test_that_a_short_contract_is_not_ending_before_it_begins() -> None:
    short = replace(COMPLETE, ends_on=day("2026-03-31"))
    assert kinds(with_contract(short), day("2025-12-31")) == []
    assert kinds(with_contract(short), day("2026-01-01")) == [StepKind.CONTRACT_ENDING]


def test_that_pace_needs_dates_and_an_amount() -> None:
    late = day("2027-12-01")
    undated = replace(COMPLETE, ends_on=None)
    assert kinds(with_contract(undated), late) == [StepKind.COMPLETE_CONTRACT]
    unknown = replace(CALM, owed=None, reported_until=late)
    assert kinds(unknown, late) == []


# --- settlement


@pytest.mark.parametrize(
    ("today", "state", "urgency"),
    [
        ("2028-01-01", ContractState.RUNNING, Urgency.SOON),
        ("2028-01-30", ContractState.RUNNING, Urgency.SOON),
        ("2028-01-31", ContractState.RUNNING, Urgency.OVERDUE),
        ("2028-01-01", ContractState.RECOVERY, Urgency.OVERDUE),
    ],
)
def test_that_a_contract_is_settled_after_its_last_day(
    today: str, state: ContractState, urgency: Urgency
) -> None:
    """Thirty days after 31 December 2027 is 30 January; what was only planned falls short."""
    position = with_contract(
        replace(COMPLETE, state=state),
        rules=asking(DeadlineKind.SETTLEMENT, 30),
        totals=done(100_000, planned=20_000),
        reported_until=day("2027-12-31"),
    )
    (step,) = steps(position, day(today))
    assert (step.kind, step.due, step.amount) == (
        StepKind.SETTLE,
        day("2028-01-30"),
        eur(20_000),
    )
    assert (step.urgency, step.assumed_due) == (urgency, False)


def test_that_a_contract_is_not_settled_on_its_last_day() -> None:
    assert StepKind.SETTLE not in kinds(CALM, day("2027-12-31"))


def test_that_a_settlement_without_a_day_in_the_rules_has_one_of_ours() -> None:
    step = only(CALM, StepKind.SETTLE, day("2028-01-01"))
    assert (step.due, step.assumed_due) == (day("2028-02-29"), True)


# --- states


@pytest.mark.parametrize("state", [ContractState.LOST, ContractState.SETTLED])
def test_that_nothing_waits_under_a_contract_that_is_lost_or_settled(state: ContractState) -> None:
    contract = Contract("9", "Leeg", "Een gemeente", "example", state=state, ends_on=FIRST_DAY)
    position = Position(contract, RULES, None, unproven=(PROOF,))
    assert steps(position, day("2030-01-01")) == ()


@pytest.mark.parametrize("state", [ContractState.TENDER, ContractState.BID])
def test_that_before_the_award_only_the_contract_itself_can_be_completed(
    state: ContractState,
) -> None:
    late = day("2030-01-01")
    complete = with_contract(replace(FRESH, state=state), unproven=(PROOF,))
    assert steps(complete, late) == ()
    incomplete = with_contract(replace(FRESH, state=state, sum_excl_vat=None), owed=None)
    assert kinds(incomplete, late) == [StepKind.COMPLETE_CONTRACT]


def test_that_nothing_owed_asks_for_no_talk_plan_report_or_settlement() -> None:
    position = with_contract(FRESH, owed=ZERO, efforts=0)
    assert kinds(position, day("2028-06-01")) == []
    booked = replace(position, efforts=1, unproven=(PROOF,))
    assert kinds(booked, day("2028-06-01")) == [StepKind.ADD_EVIDENCE]


# --- order


def test_that_what_is_overdue_comes_first_then_what_is_at_stake_then_by_day() -> None:
    rules = replace(RULES, deadlines=(DeadlineRule(DeadlineKind.REPORT, 5),))
    overdue = replace(CALM, rules=rules)
    at_stake = with_contract(
        replace(COMPLETE, number="2026-02"),
        unproven=(PROOF,),
        reported_until=day("2026-06-30"),
        totals=done(60_000),
    )
    soon = with_contract(
        replace(FRESH, number="2026-03", awarded_on=day("2026-04-20")),
        efforts=0,
        reported_until=day("2026-06-30"),
    )
    found = next_steps((soon, at_stake, overdue), day("2026-04-30"))
    assert [(one.urgency, one.kind, one.contract_number) for one in found] == [
        (Urgency.OVERDUE, StepKind.REPORT_DUE, "2026-01"),
        (Urgency.AT_STAKE, StepKind.ADD_EVIDENCE, "2026-02"),
        (Urgency.SOON, StepKind.FIRST_CONTACT, "2026-03"),
        (Urgency.LATER, StepKind.BEHIND_SCHEDULE, "2026-01"),
        (Urgency.LATER, StepKind.BEHIND_SCHEDULE, "2026-03"),
    ]


def test_that_of_equal_urgency_the_most_euros_come_first() -> None:
    position = replace(
        CALM,
        unproven=(PROOF,),
        unrecognised=(
            Unrecognised(3, "A", eur(500), None, 1, day("2026-04-12")),
            Unrecognised(4, "B", eur(50_000), None, 2, day("2026-04-12")),
        ),
    )
    assert [one.effort_id for one in steps(position)] == [4, 7, 3]


@st.composite
def positions(draw: st.DrawFn, number: int) -> Position:
    maybe_day = st.one_of(st.none(), st.dates(day("2025-10-01"), day("2026-03-01")))
    amounts = st.integers(0, 15_000_000).map(Money)
    contract = replace(
        draw(st.sampled_from((COMPLETE, FRESH))),
        id=number,
        number=f"2026-{number:02d}",
        state=draw(st.sampled_from(ContractState)),
        sum_excl_vat=draw(st.sampled_from((None, eur(2_400_000)))),
        awarded_on=draw(maybe_day),
        contact_made_on=draw(maybe_day),
        ends_on=draw(st.sampled_from((None, day("2026-06-30"), day("2027-12-31")))),
    )
    waiting = draw(st.lists(amounts, max_size=3))
    return Position(
        contract,
        RULES,
        of_contract(contract, RULES).amount,
        Totals(planned=draw(amounts), proven=draw(amounts)),
        efforts=draw(st.integers(0, 2)),
        unproven=tuple(Unproven(at, "K", amount, ("x",)) for at, amount in enumerate(waiting)),
        unrecognised=tuple(
            Unrecognised(at, "S", amount, None, at, day("2026-04-12"))
            for at, amount in enumerate(waiting)
        ),
        reported_until=draw(maybe_day),
    )


@settings(max_examples=40)
@given(st.data(), st.dates(day("2025-11-01"), day("2028-06-30")))
def test_that_the_steps_do_not_depend_on_the_order_of_the_contracts(
    data: st.DataObject, today: date
) -> None:
    book = [data.draw(positions(number)) for number in range(3)]
    shuffled = data.draw(st.permutations(book))
    found = next_steps(tuple(book), today)
    assert next_steps(tuple(shuffled), today) == found
    urgencies = [step.urgency.value for step in found]
    assert urgencies == sorted(urgencies)
    for step in found:
        assert step.amount is None or step.amount >= ZERO
        assert step.contract_id is not None
        assert book[step.contract_id].contract.state not in {
            ContractState.LOST,
            ContractState.SETTLED,
        }


@given(st.data(), st.dates(day("2025-11-01"), day("2028-06-30")))
def test_that_the_most_pressing_place_is_that_of_the_first_step(
    data: st.DataObject, today: date
) -> None:
    position = data.draw(positions(1))
    ranks = [rank(step) for step in steps_of(position, today)]
    assert most_pressing(position, today) == min(ranks, default=None)
