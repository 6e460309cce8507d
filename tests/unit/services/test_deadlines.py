"""Every day that a contract is bound to, and how far each of them is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.periods import Period, add_months
from sroi_desktop.domain.rules import Anchor, DeadlineKind, DeadlineRule, Rhythm
from sroi_desktop.services import contracts, deadlines, positions
from sroi_desktop.services.deadlines import Standing
from tests.unit.services.books import CONTRACT, rules

if TYPE_CHECKING:
    from sroi_desktop.services.deadlines import Line
    from sroi_desktop.services.desk import Desk

NAMED = (
    DeadlineRule(DeadlineKind.FIRST_CONTACT, 5),
    DeadlineRule(DeadlineKind.REPORT, 14),
    DeadlineRule(DeadlineKind.SETTLEMENT, 30),
)


def lines(desk: Desk, *named: DeadlineRule, **changes: object) -> tuple[Line, ...]:
    contract: Contract = replace(CONTRACT, **changes)  # type: ignore[arg-type]
    done = contracts.take_on(desk, contract, replace(rules(), deadlines=named))
    return deadlines.of_contract(desk, done.id or 0)


def test_that_deadlines_come_in_order(desk: Desk) -> None:
    found = lines(desk)
    assert [line.kind for line in found] == [
        DeadlineKind.FIRST_CONTACT,
        DeadlineKind.PLAN,
        *[DeadlineKind.REPORT] * 8,
        DeadlineKind.SETTLEMENT,
    ]


def test_that_contact_follows_the_award_and_is_done_once_noted(desk: Desk) -> None:
    contact = lines(desk, *NAMED, contact_made_on=date(2025, 11, 25))[0]
    assert (contact.standing, contact.due, contact.done_on) == (
        Standing.DONE,
        date(2025, 11, 25),
        date(2025, 11, 25),
    )


def test_that_one_is_late_only_for_a_day_that_the_rules_name(desk: Desk) -> None:
    contact, plan = lines(desk, *NAMED)[:2]
    assert (contact.standing, contact.assumed) == (Standing.OVERDUE, False)
    assert (plan.standing, plan.assumed) == (Standing.DUE, True)


def test_that_an_agreed_plan_was_sent(desk: Desk) -> None:
    assert lines(desk, plan_agreed_on=date(2025, 12, 18))[1].standing is Standing.DONE


@pytest.mark.parametrize(
    "changes",
    [{"awarded_on": None, "starts_on": None}, {"state": ContractState.TENDER}],
)
def test_that_without_an_award_no_day_is_known(desk: Desk, changes: dict[str, object]) -> None:
    contact = lines(desk, **changes)[0]
    assert (contact.standing, contact.due) == (Standing.UNDATED, None)


def test_that_what_was_done_before_the_award_is_done(desk: Desk) -> None:
    contact = lines(desk, state=ContractState.TENDER, contact_made_on=date(2025, 11, 1))[0]
    assert contact.standing is Standing.DONE


def test_that_reports_of_periods_that_are_over_are_due_and_later_ones_wait(desk: Desk) -> None:
    reports = [line for line in lines(desk, *NAMED) if line.kind is DeadlineKind.REPORT]
    assert [line.standing for line in reports] == [
        *[Standing.OVERDUE] * 3,
        *[Standing.LATER] * 5,
    ]
    assert reports[2].covers == Period(date(2026, 7, 1), date(2026, 9, 30))
    assert reports[2].due == date(2026, 10, 14)


def test_that_a_reported_period_is_done(example_desk: Desk) -> None:
    contract = next(one for one in example_desk.store.contracts() if one.rhythm)
    reports = [
        line
        for line in deadlines.of_contract(example_desk, contract.id or 0)
        if line.kind is DeadlineKind.REPORT
    ]
    until = max(one.period.end for one in example_desk.store.reports(contract.id))
    done = [line for line in reports if line.standing is Standing.DONE]
    assert done
    assert all(line.covers is not None and line.covers.end <= until for line in done)


@pytest.mark.parametrize("changes", [{"ends_on": None}, {"rhythm": None}])
def test_that_reports_need_dates_and_a_rhythm(desk: Desk, changes: dict[str, object]) -> None:
    report = lines(desk, **changes)[2]
    assert (report.kind, report.standing) == (DeadlineKind.REPORT, Standing.UNDATED)


def test_that_the_rhythm_of_the_rules_stands_in_for_that_of_the_contract(desk: Desk) -> None:
    contract = replace(CONTRACT, rhythm=None)
    done = contracts.take_on(desk, contract, replace(rules(), rhythm=Rhythm.YEARLY))
    found = deadlines.of_contract(desk, done.id or 0)
    assert sum(line.kind is DeadlineKind.REPORT for line in found) == 2


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({}, Standing.LATER),
        ({"ends_on": date(2026, 11, 1)}, Standing.DUE),
        ({"ends_on": date(2026, 9, 1)}, Standing.OVERDUE),
        ({"ends_on": date(2026, 9, 1), "state": ContractState.SETTLED}, Standing.DONE),
        ({"ends_on": None}, Standing.UNDATED),
    ],
)
def test_that_the_settlement_follows_the_end(
    desk: Desk, changes: dict[str, object], standing: Standing
) -> None:
    assert lines(desk, *NAMED, **changes)[-1].standing is standing


def test_that_working_days_leave_out_public_holidays(desk: Desk) -> None:
    """Ten working days after Monday 21 December 2026: without Christmas and New Year's Day."""
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 10, working_days=True)
    contact = lines(
        desk, rule, awarded_on=date(2026, 12, 21), ends_on=date(9999, 12, 31), rhythm=Rhythm.AT_END
    )[0]
    assert contact.due == date(2027, 1, 6)
    assert date(2026, 12, 25) in positions.positions(desk)[0].free_days


def test_that_rules_in_calendar_days_need_no_holidays(desk: Desk) -> None:
    lines(desk, *NAMED)
    assert positions.positions(desk)[0].free_days == frozenset()


def test_that_a_contract_without_dates_needs_no_holidays(desk: Desk) -> None:
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 10, working_days=True)
    contact = lines(desk, rule, awarded_on=None, starts_on=None, ends_on=None)[0]
    assert contact.due is None
    assert positions.positions(desk)[0].free_days == frozenset()


def test_that_a_deadline_follows_the_event_that_the_rules_name(desk: Desk) -> None:
    rule = DeadlineRule(DeadlineKind.PLAN, 0, months=1, anchor=Anchor.CONTRACT_START)
    settle = DeadlineRule(DeadlineKind.SETTLEMENT, 0, months=40, anchor=Anchor.AWARD)
    found = lines(desk, rule, settle)
    assert CONTRACT.starts_on == date(2026, 1, 1)
    assert found[1].due == date(2026, 2, 1)
    assert CONTRACT.awarded_on is not None
    assert found[-1].due == add_months(CONTRACT.awarded_on, 40)
