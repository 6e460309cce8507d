"""One effort under other rules: the same facts, with what is lost told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import ReasonKind
from sroi_desktop.domain.elsewhere import worth
from sroi_desktop.domain.errors import MissingInputError
from sroi_desktop.domain.likeness import Match
from sroi_desktop.domain.rules import Block, Bonus, BonusUnit, EffortKind, Unit
from sroi_desktop.domain.tenure import Tenure
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    HELPED,
    INVOICE,
    PLACED,
    PLACEMENT,
    RULES,
    WORKSHOP,
    eur,
    left_out,
    months,
)

OLDER = Bonus("ouder", "50 jaar of ouder", BonusUnit.PER_YEAR, eur(5_000))
RICHER = replace(RULES, id="richer", blocks=(replace(PLACEMENT, value=eur(50_000)),))


def test_that_the_same_facts_are_valued_under_the_other_rules() -> None:
    # 50,000 x 24/36 x 6/12
    found = worth(PLACED, PLACEMENT, RICHER, CONTRACT)
    assert found.value == eur("16666.67")
    assert (found.fit.match, found.lost, found.refusal) == (Match.SAME, (), None)


def test_that_under_its_own_rules_it_is_worth_what_it_is_worth() -> None:
    for effort, block in ((PLACED, PLACEMENT), (BOUGHT, INVOICE), (HELPED, WORKSHOP)):
        found = worth(effort, block, RULES, CONTRACT)
        assert found.valuation == value(effort, RULES, CONTRACT)


def test_that_it_is_valued_under_the_row_that_looks_like_it() -> None:
    longer = replace(PLACEMENT, code="pw-lang", label="Participatiewet lang", value=eur(60_000))
    found = worth(PLACED, PLACEMENT, replace(RULES, blocks=(longer,)), CONTRACT)
    assert (found.fit.match, found.value) == (Match.ALIKE, eur(20_000))


def test_that_it_is_valued_under_the_row_that_the_owner_chose() -> None:
    rows = (PLACEMENT, replace(PLACEMENT, code="ww", label="WW", value=eur(12_000)))
    found = worth(PLACED, PLACEMENT, replace(RULES, blocks=rows), CONTRACT, chosen="ww")
    assert (found.fit.match, found.value) == (Match.CHOSEN, eur(4_000))


def test_that_a_row_of_another_kind_values_it_as_that_kind() -> None:
    trainee = Block("stage", "Stage", EffortKind.TRAINEESHIP, Unit.PER_MONTH, eur(600))
    rules = replace(RULES, blocks=(trainee,))
    # 600 a month x 24/36 x 6
    assert worth(PLACED, PLACEMENT, rules, CONTRACT, chosen="stage").value == eur(2_400)


def test_that_without_a_row_there_is_no_value() -> None:
    found = worth(BOUGHT, INVOICE, RICHER, CONTRACT)
    assert (found.fit.match, found.value, found.valuation) == (Match.NONE, None, None)


def test_that_what_the_row_needs_and_the_effort_does_not_say_is_named() -> None:
    found = worth(PLACED, PLACEMENT, RULES, CONTRACT, chosen="inkoop")
    assert found.value is None
    assert isinstance(found.refusal, MissingInputError)
    assert found.refusal.field == "amount"


def test_that_bonuses_that_the_other_rules_do_not_know_are_named_and_left_out() -> None:
    claimed = replace(PLACED, bonuses=("ouder", "reis"), bonus_costs=(("reis", eur(100)),))
    rules = replace(RULES, bonuses=(OLDER,))
    found = worth(claimed, PLACEMENT, rules, CONTRACT)
    # (40,000 + 5,000) x 24/36 x 6/12
    assert (found.lost, found.value) == (("reis",), eur(15_000))


def test_that_the_cost_of_a_bonus_that_both_know_goes_along() -> None:
    at_cost = Bonus("reis", "Reiskosten", BonusUnit.COST)
    claimed = replace(PLACED, bonuses=("reis",), bonus_costs=(("reis", eur(100)),))
    rules = replace(RULES, bonuses=(at_cost,))
    assert worth(claimed, PLACEMENT, rules, CONTRACT).value == eur("13433.33")


def test_that_counting_time_used_elsewhere_counts() -> None:
    limited = replace(RULES, blocks=(replace(PLACEMENT, limit=months(12)),))
    tenure = Tenure(since=date(2025, 6, 1))
    found = worth(PLACED, PLACEMENT, limited, CONTRACT, tenure=tenure)
    # only March to May fall within twelve months from June 2025
    assert found.valuation is not None
    assert found.value == eur("6666.67")
    assert left_out(found.valuation) == [ReasonKind.AFTER_COUNTING_TIME]


@pytest.mark.parametrize("hours", [18, 24, 36])
def test_that_more_hours_are_never_worth_less_elsewhere(hours: int) -> None:
    effort = replace(PLACED, hours_per_week=Fraction(hours))
    more = replace(PLACED, hours_per_week=Fraction(hours + 1))
    one, other = (worth(each, PLACEMENT, RICHER, CONTRACT).value for each in (effort, more))
    assert one is not None
    assert other is not None
    assert other >= one
