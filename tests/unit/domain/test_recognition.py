"""Which suppliers an authority recognises as a social enterprise."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.recognition import (
    Condition,
    Judged,
    SupplierFacts,
    held_against,
    is_recognised,
    judge,
    other_schemes,
)
from sroi_desktop.domain.rules import Recognition, RegionTerms
from tests.unit.domain.build import RULES, day

# Haaglanden: 30% of the staff from the target group, 50% income from the market, a seat in the
# region; aspirants 15% and 30%, and two years to meet the conditions.
FULL = Recognition(
    "erkend",
    "Erkende sociale onderneming",
    target_group_share=Fraction(3, 10),
    market_income_share=Fraction(1, 2),
    seat_in_region=True,
)
ASPIRANT = Recognition(
    "aspirant",
    "Aspirant",
    aspirant=True,
    target_group_share=Fraction(15, 100),
    market_income_share=Fraction(3, 10),
    seat_in_region=True,
    within_months=24,
)
PSO = Recognition("pso", "PSO-certificaat", schemes=("PSO", "PSO 30+"))
DAY = day("2026-04-12")
GOOD = SupplierFacts(Fraction(3, 10), Fraction(1, 2), seat_in_region=True)


def judged(facts: SupplierFacts, *rows: Recognition) -> tuple[Judged, ...]:
    return judge(facts, rows, DAY)


@pytest.mark.parametrize(
    ("facts", "unmet", "unknown"),
    [
        (GOOD, (), ()),
        (replace(GOOD, target_group_share=Fraction(29, 100)), (Condition.TARGET_GROUP,), ()),
        (replace(GOOD, market_income_share=Fraction(49, 100)), (Condition.MARKET_INCOME,), ()),
        (replace(GOOD, seat_in_region=False), (Condition.SEAT,), ()),
        (replace(GOOD, target_group_share=None), (), (Condition.TARGET_GROUP,)),
        (
            SupplierFacts(seat_in_region=False),
            (Condition.SEAT,),
            (Condition.TARGET_GROUP, Condition.MARKET_INCOME),
        ),
        (
            SupplierFacts(),
            (),
            (Condition.TARGET_GROUP, Condition.MARKET_INCOME, Condition.SEAT),
        ),
    ],
)
def test_that_every_condition_has_to_be_met(
    facts: SupplierFacts, unmet: tuple[Condition, ...], unknown: tuple[Condition, ...]
) -> None:
    (found,) = judged(facts, FULL)
    assert found == Judged(FULL, unmet, unknown)
    assert found.counts is (not unmet and not unknown)


@pytest.mark.parametrize(
    ("since", "unmet", "unknown"),
    [
        ("2026-04-12", (), ()),
        ("2024-04-13", (), ()),
        ("2024-04-12", (Condition.TIME,), ()),  # the two years are over on that day
        ("2026-04-13", (Condition.TIME,), ()),  # it was no aspirant yet
        (None, (), (Condition.TIME,)),
    ],
)
def test_that_an_aspirant_has_two_years(
    since: str | None, unmet: tuple[Condition, ...], unknown: tuple[Condition, ...]
) -> None:
    small = SupplierFacts(Fraction(15, 100), Fraction(3, 10), seat_in_region=True)
    facts = replace(small, aspirant_since=None if since is None else day(since))
    assert judged(facts, ASPIRANT) == (Judged(ASPIRANT, unmet, unknown),)


def test_that_where_only_recognitions_are_named_one_of_them_is_needed() -> None:
    assert judged(GOOD, PSO) == (Judged(PSO, (Condition.SCHEME,)),)
    either = replace(PSO, target_group_share=Fraction(3, 10))
    assert judged(GOOD, either)[0].counts
    income = replace(PSO, market_income_share=Fraction(1, 2))
    assert judged(GOOD, income)[0].counts
    seat = replace(PSO, seat_in_region=True)
    assert judged(GOOD, seat)[0].counts


def test_that_rules_without_conditions_recognise_everyone() -> None:
    assert judged(SupplierFacts(), Recognition("x", "X"))[0].counts


def test_that_what_fits_best_stands_first() -> None:
    facts = replace(GOOD, aspirant_since=DAY)
    assert [one.row.code for one in judged(facts, PSO, ASPIRANT, FULL)] == [
        "erkend",
        "aspirant",
        "pso",
    ]
    unknown = replace(facts, market_income_share=None)
    assert [one.row.code for one in judged(unknown, PSO, ASPIRANT, FULL)] == [
        "erkend",
        "aspirant",
        "pso",
    ]
    small = replace(facts, target_group_share=Fraction(15, 100))
    assert [one.row.code for one in judged(small, FULL, ASPIRANT)] == ["aspirant", "erkend"]
    young = replace(unknown, aspirant_since=None, target_group_share=Fraction(15, 100))
    assert [one.row.code for one in judged(young, FULL, PSO, ASPIRANT)] == [
        "aspirant",
        "pso",
        "erkend",
    ]


# -- a supplier as it is on record, under the rules of a contract

RULES_30 = replace(RULES, recognition=(FULL, ASPIRANT), covers=("Delft", "Den Haag"))
MEETS = Supplier(
    "Broodbrigade",
    target_group_share=Fraction(3, 10),
    market_income_share=Fraction(1, 2),
    seat="Moerwijk, Den Haag",
)


@pytest.mark.parametrize(
    ("supplier", "expected"),
    [
        (Supplier("Broodbrigade"), None),
        (Supplier("Broodbrigade", "PSO"), True),
        (Supplier("Broodbrigade", "PSO", valid_until=day("2026-04-11")), False),
        (MEETS, True),
        (replace(MEETS, scheme="PSO", valid_until=day("2026-04-11")), True),
        (replace(MEETS, seat="Groningen"), None),
        (replace(MEETS, seat=None), None),
        (replace(MEETS, target_group_share=Fraction(1, 5)), None),
    ],
)
def test_that_a_supplier_counts_by_its_recognition_or_by_the_conditions(
    supplier: Supplier, expected: bool | None
) -> None:
    assert is_recognised(supplier, RULES_30, DAY) is expected


def test_that_an_aspirant_counts_until_its_time_is_over() -> None:
    small = replace(MEETS, target_group_share=Fraction(15, 100), aspirant_since=day("2024-04-13"))
    assert is_recognised(small, RULES_30, DAY)
    assert is_recognised(small, RULES_30, day("2026-04-13")) is None


def test_that_the_places_of_the_region_count_beside_those_the_rules_are_for() -> None:
    wider = replace(RULES_30, region=RegionTerms(("Groningen",)))
    assert is_recognised(replace(MEETS, seat="Groningen"), wider, DAY)


def test_that_words_alone_decide_nothing() -> None:
    rules = replace(RULES, recognition=(Recognition("x", "X", note="Vraag het de adviseur."),))
    assert held_against(Supplier("Broodbrigade"), rules, DAY) is None
    assert is_recognised(Supplier("Broodbrigade"), rules, DAY) is None


def test_that_what_is_lacking_least_stands_first() -> None:
    small = replace(MEETS, target_group_share=Fraction(1, 5), aspirant_since=day("2020-01-01"))
    nearest = held_against(replace(small, market_income_share=Fraction(2, 5)), RULES_30, DAY)
    assert nearest == Judged(ASPIRANT, (Condition.TIME,))


@pytest.mark.parametrize("scheme", ["PSO", "pso 30+", "PSO-certificaat trede 2", None])
def test_that_nothing_is_remarked_on_a_recognition_that_the_rules_name(scheme: str | None) -> None:
    rules = replace(RULES, recognition=(PSO, replace(PSO, code="again"), FULL))
    assert other_schemes(Supplier("Broodbrigade", scheme), rules) == ()


@pytest.mark.parametrize("scheme", ["Code Sociale Ondernemingen", "Psoriasisfonds"])
def test_that_the_recognitions_that_the_rules_name_are_told_where_it_is_another(
    scheme: str,
) -> None:
    supplier = Supplier("Broodbrigade", scheme)
    rules = replace(RULES, recognition=(PSO, replace(PSO, code="again"), FULL))
    assert other_schemes(supplier, rules) == ("PSO", "PSO 30+")
    assert other_schemes(supplier, RULES_30) == ()  # they name none, so any may do
