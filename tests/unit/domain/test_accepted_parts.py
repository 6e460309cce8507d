"""What an authority accepted, divided over the contracts of an effort."""

from __future__ import annotations

from datetime import date

from sroi_desktop.domain.allocation import accepted_parts
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind

VALUES = (Money(20_000), Money(10_000))


def effort(state: EffortState, accepted: Money | None = None) -> Effort:
    period = Period(date(2026, 3, 1), date(2026, 8, 31))
    return Effort(EffortKind.PURCHASE, "inkoop", "Lunch", period, state, accepted=accepted)


def test_that_nothing_is_accepted_before_the_authority_said_so() -> None:
    assert accepted_parts(effort(EffortState.REPORTED, Money(5)), VALUES) == (ZERO, ZERO)


def test_that_an_acceptance_without_an_amount_accepts_the_whole() -> None:
    assert accepted_parts(effort(EffortState.ACCEPTED), VALUES) == VALUES


def test_that_an_accepted_amount_follows_the_values_and_adds_up() -> None:
    parts = accepted_parts(effort(EffortState.ACCEPTED_IN_PART, Money(10_000)), VALUES)
    assert parts == (Money(6_667), Money(3_333))
