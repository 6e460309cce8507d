"""The published and derived cases, computed with the shipped files themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain import account, obligation
from sroi_desktop.domain.capping import Line, counted
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.periods import months_from
from sroi_desktop.domain.rules import Category
from sroi_desktop.domain.valuation import value
from tests.unit.rulesets.shipped import Fact, facts, library

START = date(2026, 3, 1)
Case = Callable[[], Money | None]


def _worth(
    rule_set_id: str,
    block: str,
    *,
    months: int = 12,
    hours: int | None = 36,
    age: int | None = None,
    bonuses: tuple[str, ...] = (),
    employees: int | None = None,
    spent: int | None = None,
) -> Case:
    """Return how to value an effort from 1 March 2026 on, within a contract of ten years."""

    def compute() -> Money:
        rules = library().get(rule_set_id)
        effort = Effort(
            kind=rules.block(block).kind,
            block=block,
            title="",
            period=months_from(START, months),
            hours_per_week=None if hours is None else Fraction(hours),
            born=None if age is None else date(START.year - age, 1, 1),
            bonuses=bonuses,
            employees=employees,
            hours=None if spent is None else Fraction(spent),
        )
        contract = Contract(
            number="1",
            title="",
            authority="",
            rule_set_id=rule_set_id,
            awarded_on=START,
            starts_on=START,
            ends_on=date(2036, 2, 29),
        )
        return value(effort, rules, contract).value

    return compute


def _owed(rule_set_id: str, euros: int, category: Category = Category.SERVICES) -> Case:
    def compute() -> Money | None:
        demand = Demand(category=category, base=Money.from_euros(euros))
        return obligation.owed(demand, library().get(rule_set_id).obligation).amount

    return compute


def _five_per_cent_without_a_rule_set() -> Money | None:
    demand = Demand(base=Money.from_euros(800_000), percentage=Fraction(5))
    return obligation.owed(demand, library().generic.obligation).amount


def _most_by_share_cap() -> Money:
    books = library()
    rules = books.to_fill_in(books.get("maastricht-older"))
    line = Line("behoud-vakmanschap", Money.from_euros(25_000), START, 1)
    (found,) = counted([line], rules, Money.from_euros(40_000))
    return found.counts


def _penalty() -> Money | None:
    terms = library().get("noordoost-brabant-2017").penalty
    return account.penalty(Money.from_euros(10_000), terms)


# In the order of cases.json.
CASES: list[Case] = [
    _five_per_cent_without_a_rule_set,
    _owed("friesland", 20_000_000, Category.WORKS),
    _owed("friesland", 1_200_000, Category.WORKS),
    _owed("schiedam", 100_000),
    _owed("capelle", 60_000),
    _worth("utrecht-v3", "participatiewet"),
    _worth("utrecht-v3", "participatiewet", hours=24, months=6),
    _worth("utrecht-v2", "participatiewet-over-2-years", age=52, bonuses=("permanent-contract",)),
    _worth("utrecht-v2", "maatschappelijke-activiteit", hours=None, employees=3, spent=8),
    _worth("utrecht-v1", "participatiewet-under-2-years"),
    _worth("utrecht-v2", "participatiewet-under-2-years"),
    _worth("haaglanden-2023-07", "ww", months=18),
    _worth("haaglanden-2023-07", "participatiewet", months=30),
    _worth("haaglanden-2023-07", "banenafspraak", hours=18),
    _worth("oost-nederland", "werkervaringsplaats", hours=None, months=4),
    _worth("oost-nederland", "ww-under-1-year", months=18),
    _worth("harlingen", "participatiewet-over-2-years", age=56),
    _worth("harlingen", "participatiewet-over-2-years", hours=10),
    _most_by_share_cap,
    _penalty,
]


@pytest.mark.parametrize(
    ("compute", "fact"),
    list(zip(CASES, facts("cases"), strict=True)),
    ids=[f"{fact['rules']}: {fact['case']}" for fact in facts("cases")],
)
def test_that_the_case_gives_its_expected_amount(compute: Case, fact: Fact) -> None:
    amount = compute()
    assert amount is not None
    assert amount.plain == fact["expected_eur"]
