"""A rule set as data: units, thresholds, conditions and what is asked for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain import rules as package
from sroi_desktop.domain.errors import UnknownBlockError, UnknownBonusError
from sroi_desktop.domain.rules import (
    AgeCondition,
    Basis,
    Bonus,
    BonusUnit,
    Category,
    DeadlineKind,
    DeadlineRule,
    EffortKind,
    EvidenceRequirement,
    ObligationTerms,
    Rhythm,
    Unit,
)
from tests.unit.domain.build import INVOICE, PLACEMENT, RULES, SILENT, WORKSHOP, eur

PERMANENT = Bonus("vast", "Vast contract", BonusUnit.PER_YEAR, eur(10_000))


def test_that_everything_of_the_package_is_offered_at_its_edge() -> None:
    assert all(hasattr(package, name) for name in package.__all__)
    assert sorted(package.__all__) == package.__all__


@pytest.mark.parametrize("unit", Unit)
def test_that_every_unit_is_multiplied_with_something(unit: Unit) -> None:
    assert unit.bases
    assert len(set(unit.bases)) == len(unit.bases)


def test_that_hours_come_before_cost_where_a_unit_allows_both() -> None:
    assert Unit.PER_HOUR_OR_COST.bases == (Basis.HOUR, Basis.AMOUNT)
    assert Unit.PER_HOUR_OR_INVOICE.bases == (Basis.HOUR, Basis.AMOUNT)


def test_that_a_block_or_bonus_is_found_by_its_code() -> None:
    rules = replace(RULES, bonuses=(PERMANENT,))
    assert rules.block("inkoop") is INVOICE
    assert rules.bonus("vast") is PERMANENT


def test_that_an_unknown_code_is_refused_with_its_rule_set() -> None:
    with pytest.raises(UnknownBlockError) as block:
        RULES.block("weg")
    with pytest.raises(UnknownBonusError) as bonus:
        RULES.bonus("weg")
    assert (block.value.code, block.value.rule_set) == ("weg", "example")
    assert (bonus.value.code, bonus.value.rule_set) == ("weg", "example")


@pytest.mark.parametrize(
    ("inclusive", "age", "met"),
    [(True, 49, False), (True, 50, True), (False, 50, False), (False, 51, True)],
)
def test_that_at_least_and_older_than_differ_by_one_age(
    inclusive: bool, age: int, met: bool
) -> None:
    assert AgeCondition(50, inclusive=inclusive).met_at(age) is met


def test_that_a_threshold_is_that_of_the_category() -> None:
    terms = ObligationTerms(thresholds=((Category.WORKS, eur(250_000)),))
    assert terms.threshold(Category.WORKS) == eur(250_000)
    assert terms.threshold(Category.SUPPLIES) is None


def test_that_named_blocks_come_before_kinds_in_what_a_piece_proves() -> None:
    by_kind = EvidenceRequirement("a", "Factuur", kinds=(EffortKind.PURCHASE,))
    by_block = EvidenceRequirement(
        "b", "Besluit", kinds=(EffortKind.PURCHASE,), blocks=("pw", "hulp")
    )
    assert by_kind.asked_for(INVOICE)
    assert not by_kind.asked_for(PLACEMENT)
    assert by_block.asked_for(PLACEMENT)
    assert not by_block.asked_for(INVOICE)
    rules = replace(RULES, evidence=(by_kind, by_block))
    assert rules.requirements(WORKSHOP) == (by_block,)
    assert rules.requirements(INVOICE) == (by_kind,)


def test_that_a_deadline_is_found_by_its_kind() -> None:
    plan = DeadlineRule(DeadlineKind.PLAN, 30)
    rules = replace(RULES, deadlines=(DeadlineRule(DeadlineKind.REPORT, 14), plan))
    assert rules.deadline(DeadlineKind.PLAN) is plan
    assert rules.deadline(DeadlineKind.SETTLEMENT) is None


@pytest.mark.parametrize(
    ("rhythm", "months"),
    [
        (Rhythm.MONTHLY, 1),
        (Rhythm.QUARTERLY, 3),
        (Rhythm.HALF_YEARLY, 6),
        (Rhythm.YEARLY, 12),
        (Rhythm.AT_END, None),
    ],
)
def test_that_a_rhythm_is_a_number_of_months(rhythm: Rhythm, months: int | None) -> None:
    assert rhythm.months == months


def test_that_a_silent_rule_set_is_silent_on_everything() -> None:
    assert SILENT.full_time_hours is None
    assert SILENT.counting.method is None
    assert SILENT.obligation.percentage is None
    assert SILENT.counting.default_limit.amount == Fraction(0)
