"""What the owner should do next under rules of the less usual kinds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.guidance import StepKind, lacks
from sroi_desktop.domain.rules import Anchor, DeadlineKind, DeadlineRule, Quota, QuotaUnit
from tests.unit.domain.build import RULES, day
from tests.unit.domain.test_guidance import COMPLETE, FRESH, only, with_contract


def test_that_a_day_follows_the_event_that_the_rules_name() -> None:
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 0, months=1, anchor=Anchor.CONTRACT_START)
    rules = replace(RULES, deadlines=(rule,))
    step = only(with_contract(FRESH, efforts=0, rules=rules), StepKind.FIRST_CONTACT)
    assert step.due == day("2026-02-01")


def test_that_public_holidays_are_no_working_days() -> None:
    """Awarded on Monday 21 December 2026: five working days without both days of Christmas."""
    rule = DeadlineRule(DeadlineKind.FIRST_CONTACT, 5, working_days=True)
    contract = replace(FRESH, awarded_on=day("2026-12-21"))
    position = with_contract(contract, efforts=0, rules=replace(RULES, deadlines=(rule,)))
    assert only(position, StepKind.FIRST_CONTACT).due == day("2026-12-28")
    free = frozenset({day("2026-12-25"), day("2026-12-26")})
    position = replace(position, free_days=free)
    assert only(position, StepKind.FIRST_CONTACT).due == day("2026-12-29")


def test_that_a_settlement_may_follow_another_event() -> None:
    rule = DeadlineRule(DeadlineKind.SETTLEMENT, 0, months=36, anchor=Anchor.AWARD)
    rules = replace(RULES, deadlines=(rule,))
    step = only(with_contract(COMPLETE, rules=rules), StepKind.SETTLE, day("2028-01-01"))
    assert step.due == day("2028-12-01")


def test_that_an_obligation_in_placements_alone_needs_no_sum_and_no_percentage() -> None:
    asked = (Quota(QuotaUnit.PLACEMENTS, Fraction(2)),)
    contract = replace(COMPLETE, category=None, sum_excl_vat=None, percentage=None, quotas=asked)
    assert lacks(contract, RULES) == ()
