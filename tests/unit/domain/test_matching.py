"""How an effort stands under a rule set that it was not booked under."""

from __future__ import annotations

from dataclasses import replace

from sroi_desktop.domain.matching import Answer, Fitted, fitted, row_of
from sroi_desktop.domain.rules import Block, Bonus, BonusUnit, EffortKind, Unit
from tests.unit.domain.build import INVOICE, PLACED, PLACEMENT, RULES, WORKSHOP, eur

BONUS = Bonus("status", "Statushouder", BonusUnit.PER_YEAR, eur(1000))
WITHOUT_PLACEMENT = replace(RULES, id="other", blocks=(INVOICE, WORKSHOP))
TRAINEE = Block(
    "pw-bol", "Participatiewet BOL", EffortKind.TRAINEESHIP, Unit.PER_YEAR_FULL_TIME, eur(20_000)
)


def test_that_the_same_code_is_the_same_row_unless_another_is_chosen() -> None:
    assert row_of(RULES, "pw") is PLACEMENT
    assert fitted(PLACED, RULES, Answer("pw")) == Fitted(PLACED)
    assert fitted(PLACED, RULES, Answer("gone")) == Fitted(PLACED)
    moved = replace(PLACED, block="inkoop", kind=EffortKind.PURCHASE)
    assert fitted(PLACED, RULES, Answer("inkoop")) == Fitted(moved)
    assert fitted(PLACED, RULES).is_whole


def test_that_a_row_that_is_not_there_is_asked_for_and_never_chosen_in_silence() -> None:
    found = fitted(PLACED, WITHOUT_PLACEMENT)
    assert found == Fitted(PLACED, "pw")
    assert not found.is_whole
    assert fitted(PLACED, WITHOUT_PLACEMENT, Answer("gone")) == found


def test_that_the_chosen_row_brings_its_kind() -> None:
    rules = replace(RULES, blocks=(TRAINEE,))
    found = fitted(PLACED, rules, Answer("pw-bol"))
    assert found == Fitted(replace(PLACED, block="pw-bol", kind=EffortKind.TRAINEESHIP))


def test_that_a_claimed_bonus_that_is_not_there_has_to_be_given_up() -> None:
    effort = replace(
        PLACED, bonuses=("status", "taal"), bonus_costs=(("taal", eur(50)), ("status", eur(1)))
    )
    rules = replace(RULES, bonuses=(BONUS,))
    assert fitted(effort, rules) == Fitted(effort, None, ("taal",))
    found = fitted(effort, rules, Answer(without=frozenset({"taal", "status"})))
    assert found.is_whole
    assert found.effort.bonuses == ("status",)
    assert found.effort.bonus_costs == (("status", eur(1)),)
