"""The published and derived cases of data/cases.json, with rules written out beside them.

Only what a case needs of its rules stands here; tests/unit/rulesets does the same with the
rule sets as shipped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.account import capped, penalty
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand, owed
from sroi_desktop.domain.periods import months_from
from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    Bonus,
    BonusUnit,
    Category,
    CountingLimit,
    CountingTerms,
    EffortKind,
    LimitKind,
    ObligationTerms,
    PenaltyTerms,
    RuleSet,
    Unit,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import SILENT, day, eur, months

START = day("2026-03-01")
CONTRACT = Contract("1", "Opdracht", "Gemeente", "case", starts_on=START, awarded_on=START)


def block(euros: int, limit: CountingLimit | None = None, unit: Unit | None = None) -> Block:
    """Return the block that the case is about, under the code "x"."""
    row = Block("x", "Bouwblok", EffortKind.PLACEMENT, Unit.PER_YEAR_FULL_TIME, eur(euros))
    return replace(row, limit=limit or row.limit, unit=unit or row.unit)


def under(row: Block, *bonuses: Bonus, full_time: int | None = 36) -> RuleSet:
    base = None if full_time is None else Fraction(full_time)
    return replace(SILENT, full_time_hours=base, blocks=(row,), bonuses=bonuses)


def placed(count: int, hours: int | None = 36, age: int | None = None) -> Effort:
    return Effort(
        EffortKind.PLACEMENT,
        "x",
        "K-01",
        months_from(START, count),
        hours_per_week=None if hours is None else Fraction(hours),
        born=None if age is None else START.replace(year=START.year - age),
    )


def worth(effort: Effort, rules: RuleSet) -> Money:
    return value(effort, rules, CONTRACT).value


def due(category: Category | None, euros: int, terms: ObligationTerms) -> Money | None:
    return owed(Demand(category=category, base=eur(euros)), terms).amount


def age_bonus(age: int, euros: int, stagger: str | None = None) -> Bonus:
    return Bonus(
        f"age-{age}",
        f"{age}+",
        BonusUnit.EXTRA_ON_BLOCK,
        eur(euros),
        age=AgeCondition(age),
        stagger=stagger,
    )


FRIESLAND = ObligationTerms(
    percentage=Fraction(2),
    thresholds=((Category.WORKS, eur(250_000)), (Category.SERVICES, eur(100_000))),
    cap=eur(300_000),
)
SCHIEDAM = ObligationTerms(
    percentage=Fraction(5),
    thresholds=(
        (Category.SERVICES, eur(125_000)),
        (Category.SUPPLIES, eur(125_000)),
        (Category.WORKS, eur(225_000)),
    ),
)
CAPELLE = ObligationTerms(
    percentage=Fraction(5), thresholds=tuple((category, eur(50_000)) for category in Category)
)
PERMANENT = Bonus("vast", "Vast dienstverband", BonusUnit.EXTRA_ON_BLOCK, eur(10_000))
MINIMUM_12 = CountingTerms(min_hours_per_week=Fraction(12))


def obligation_of_five_per_cent() -> Money | None:
    """800,000 x 5% = 40,000."""
    return due(None, 800_000, ObligationTerms(percentage=Fraction(5)))


def friesland_capped() -> Money | None:
    """20,000,000 x 2% = 400,000, at most 300,000."""
    return due(Category.WORKS, 20_000_000, FRIESLAND)


def friesland() -> Money | None:
    """1,200,000 x 2% = 24,000."""
    return due(Category.WORKS, 1_200_000, FRIESLAND)


def schiedam_below_threshold() -> Money | None:
    """100,000 lies below 125,000: nothing, instead of 5,000."""
    return due(Category.SERVICES, 100_000, SCHIEDAM)


def capelle() -> Money | None:
    """60,000 x 5% = 3,000."""
    return due(Category.SERVICES, 60_000, CAPELLE)


def utrecht_v3_full_year() -> Money:
    """40,000 x 36/36 x 12/12."""
    return worth(placed(12), under(block(40_000)))


def utrecht_v3_part_time() -> Money:
    """40,000 x 24/36 x 6/12 = 13,333.33."""
    return worth(placed(6, hours=24), under(block(40_000)))


def utrecht_v2_with_bonuses() -> Money:
    """40,000 + 10,000 for a permanent contract + 5,000 for 50 and over."""
    effort = replace(placed(12, age=52), bonuses=("vast",))
    return worth(effort, under(block(40_000), PERMANENT, age_bonus(50, 5_000)))


def utrecht_v2_activity() -> Money:
    """3 employees x 8 hours x 100."""
    row = replace(block(100, unit=Unit.PER_HOUR_OR_INVOICE), kind=EffortKind.ACTIVITY)
    effort = replace(placed(1), kind=EffortKind.ACTIVITY, employees=3, hours=Fraction(8))
    return worth(effort, under(row))


def utrecht_v1() -> Money:
    """30,000 x 36/40 = 27,000."""
    return worth(placed(12), under(block(30_000), full_time=40))


def utrecht_v2() -> Money:
    """30,000 x 36/36 = 30,000: the same value, another full-time week."""
    return worth(placed(12), under(block(30_000)))


def haaglanden_ww() -> Money:
    """18 months in service, 12 count: 20,000 x 12/12."""
    return worth(placed(18), under(block(20_000, months(12))))


def haaglanden_participatiewet() -> Money:
    """30 months, 24 count: 40,000 x 24/12."""
    return worth(placed(30), under(block(40_000, months(24))))


def haaglanden_banenafspraak() -> Money:
    """50,000 x 18/36 x 12/12."""
    limit = CountingLimit(LimitKind.UNLIMITED)
    return worth(placed(12, hours=18), under(block(50_000, limit)))


def oost_work_experience() -> Money:
    """750 x 4 months."""
    return worth(placed(4, hours=None), under(block(750, unit=Unit.PER_MONTH), full_time=None))


def oost_ww() -> Money:
    """18 months, 12 count, full time: 10,000 x 12/12."""
    row = block(10_000, months(12), Unit.PER_YEAR)
    return worth(placed(18, hours=36), under(row, full_time=None))


def harlingen_highest_age_bonus() -> Money:
    """40,000 + 7,500 for 55 and over, not also 5,000 for 50 and over."""
    bonuses = (age_bonus(50, 5_000, "age"), age_bonus(55, 7_500, "age"))
    return worth(placed(12, age=56), under(block(40_000), *bonuses))


def harlingen_too_few_hours() -> Money:
    """10 hours a week lie below the minimum of 12."""
    rules = replace(under(block(40_000)), counting=MINIMUM_12)
    return worth(placed(12, hours=10), rules)


def maastricht_share_cap() -> Money:
    """25,000 of retained craftsmanship under 40,000: a quarter, 10,000, counts."""
    return capped([eur(25_000)], eur(40_000), Fraction(1, 4))[0]


def noordoost_brabant_penalty() -> Money | None:
    """10,000 x 1.5."""
    return penalty(eur(10_000), PenaltyTerms(factor=Fraction(3, 2)))


# In the order of the file.
COMPUTED: tuple[Callable[[], Money | None], ...] = (
    obligation_of_five_per_cent,
    friesland_capped,
    friesland,
    schiedam_below_threshold,
    capelle,
    utrecht_v3_full_year,
    utrecht_v3_part_time,
    utrecht_v2_with_bonuses,
    utrecht_v2_activity,
    utrecht_v1,
    utrecht_v2,
    haaglanden_ww,
    haaglanden_participatiewet,
    haaglanden_banenafspraak,
    oost_work_experience,
    oost_ww,
    harlingen_highest_age_bonus,
    harlingen_too_few_hours,
    maastricht_share_cap,
    noordoost_brabant_penalty,
)
FACTS = json.loads((Path(__file__).parent / "data" / "cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("compute", "expected"),
    [(compute, fact["expected_eur"]) for compute, fact in zip(COMPUTED, FACTS, strict=True)],
    ids=[f"{fact['rules']}: {fact['case']}" for fact in FACTS],
)
def test_that_the_case_gives_its_expected_amount(
    compute: Callable[[], Money | None], expected: str
) -> None:
    amount = compute()
    assert amount is not None
    assert amount.plain == expected
