"""Which of the places where values were read are behind an amount."""

from __future__ import annotations

from dataclasses import replace

from sroi_desktop.domain.rules import Citation
from sroi_desktop.domain.rules.citing import behind_obligation, behind_value
from tests.unit.domain.build import RULES as WHOLE

ROW = Citation("blocks.ww.value", "12")
OTHER_ROW = Citation("blocks.ww-long.value", "12")
BONUS = Citation("bonuses.senior.value", "13")
WEEK = Citation("full_time_hours", "9")
LIMIT = Citation("counting.limit", "10", "ten hoogste 24 maanden")
OWED = Citation("obligation.percentages.2.percentage", "3")
RULES = replace(WHOLE, citations=(OWED, OTHER_ROW, ROW, BONUS, WEEK, LIMIT))


def test_that_a_value_has_behind_it_its_row_and_what_holds_for_all_rows() -> None:
    assert behind_value(RULES, "ww") == (ROW, WEEK, LIMIT)
    assert behind_value(RULES, "ww-long") == (OTHER_ROW, WEEK, LIMIT)
    assert behind_value(RULES, "nothing") == (WEEK, LIMIT)


def test_that_a_bonus_is_behind_a_value_where_it_is_claimed() -> None:
    assert behind_value(RULES, "ww", ["senior"]) == (ROW, BONUS, WEEK, LIMIT)


def test_that_an_obligation_has_behind_it_what_is_said_of_it() -> None:
    assert behind_obligation(RULES) == (OWED,)
    assert behind_obligation(WHOLE) == ()
