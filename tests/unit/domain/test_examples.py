"""Worked examples of our own: the arithmetic written out in data/examples.toml, and the program.

The arithmetic is computed here with exact numbers and none of the program's code.
"""

from __future__ import annotations

import ast
import operator
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sroi_desktop.domain import account, obligation, turnover
from sroi_desktop.domain.allocation import accepted_parts
from sroi_desktop.domain.capping import Line, counted
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import Category, EffortKind, PsoLevel, RuleSet
from sroi_desktop.domain.turnover import Invoice
from sroi_desktop.domain.valuation import value
from sroi_desktop.rulesets import load_library, read_rule_set
from tests.unit.domain.build import eur

Facts = dict[str, Any]
EXAMPLES: dict[str, list[Facts]] = tomllib.loads(
    (Path(__file__).parent / "data" / "examples.toml").read_text(encoding="utf-8"),
    parse_float=Fraction,
)
ALL = [(kind, example) for kind, examples in EXAMPLES.items() for example in examples]
LIBRARY = load_library()
HEAD = """
id = "own"
title = "Eigen"
publisher = "Eigen"
covers = []
complete = true
full_time_hours = 36
"""
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def computed(text: str) -> Fraction:
    """Return what a sum comes to, exactly: numbers, + - * /, brackets and min()."""

    def of(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant():
                return Fraction(ast.get_source_segment(text, node) or "")
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATIONS[type(op)](of(left), of(right))
            case ast.Call(func=ast.Name(id="min"), args=args):
                return min(map(of, args))
        raise AssertionError(text)

    return of(ast.parse(text, mode="eval").body)


def rounded(number: Fraction) -> str:
    """Round half up to the cent; none of the sums is below zero."""
    cents = (number * 100 + Fraction(1, 2)).__floor__()
    return f"{cents // 100}.{cents % 100:02d}"


def rules_of(example: Facts) -> RuleSet:
    text: str = example["rules"]
    if "\n" in text:
        return read_rule_set((HEAD + text).encode())
    rules = LIBRARY.get(text)
    return rules if rules.blocks else LIBRARY.to_fill_in(rules)


def _fraction(facts: Facts, key: str) -> Fraction | None:
    return None if key not in facts else Fraction(facts[key])


def _money(facts: Facts, key: str) -> Money | None:
    return None if key not in facts else eur(facts[key])


def _contract(facts: Facts) -> Contract:
    category = facts.get("category")
    return Contract(
        "1",
        "Opdracht",
        "Opdrachtgever",
        "x",
        category=None if category is None else Category(category),
        sum_excl_vat=_money(facts, "sum"),
        wage_sum=_money(facts, "wage_sum"),
        fixed_amount=_money(facts, "fixed"),
        percentage=_fraction(facts, "percentage"),
        offered_percentage=_fraction(facts, "offered"),
        labour_share=_fraction(facts, "labour"),
        company_share=_fraction(facts, "share") or Fraction(1),
        bid_on=facts.get("bid_on"),
        awarded_on=facts.get("awarded"),
        starts_on=facts.get("starts"),
        ends_on=facts.get("ends"),
        full_time_hours=_fraction(facts, "full_time"),
    )


def _effort(facts: Facts, rules: RuleSet) -> Effort:
    costs = facts.get("bonus_costs", {})
    return Effort(
        rules.block(facts["block"]).kind,
        facts["block"],
        "",
        Period(facts["start"], facts["end"]),
        hours_per_week=_fraction(facts, "hours"),
        worked_hours=_fraction(facts, "worked_hours"),
        employees=facts.get("employees"),
        hours=_fraction(facts, "spent"),
        quantity=_fraction(facts, "quantity"),
        amount=_money(facts, "amount"),
        born=facts.get("born"),
        bonuses=tuple(facts.get("bonuses", ())),
        bonus_costs=tuple((code, eur(euros)) for code, euros in costs.items()),
        counted_before=_fraction(facts, "counted_before") or Fraction(0),
        wage_subsidy_until=facts.get("subsidy_until"),
        worked_here_before=facts.get("worked_here_before"),
    )


def _value(example: Facts) -> Money:
    rules = rules_of(example)
    within = example.get("within")
    valuation = value(
        _effort(example["effort"], rules),
        rules,
        _contract(example.get("contract", {})),
        until=example.get("until"),
        within=None if within is None else Period(*within),
        share=Fraction(example.get("share", 1)),
    )
    assert valuation.is_consistent()
    return valuation.value


def _obligation(example: Facts) -> Money:
    demand = example["demand"]
    held = demand.get("pso")
    certificates: tuple[Certificate, ...] = ()
    if held is not None:
        valid = Period(held["from"], held["until"])
        certificates = (Certificate(PsoLevel(held["level"]), valid),)
    found = obligation.of_contract(
        _contract(demand), rules_of(example), certificates=certificates, today=date(2026, 6, 1)
    )
    assert found.amount is not None
    return found.amount


def _turnover(example: Facts) -> Money:
    invoices = [Invoice(dated, eur(euros)) for dated, euros in example["invoices"]]
    terms = rules_of(example).obligation
    found = turnover.running(_contract(example["demand"]), terms, invoices, example["day"])
    assert found.to_date.amount is not None
    return found.to_date.amount


def _caps(example: Facts) -> Money:
    lines = [
        Line(
            facts["block"],
            eur(facts["value"]),
            facts["start"],
            place,
            _fraction(facts, "years") or Fraction(0),
            facts.get("elsewhere"),
        )
        for place, facts in enumerate(example["lines"])
    ]
    found = counted(lines, rules_of(example), eur(example["owed"]))
    return total(one.counts for one in found)


def _penalty(example: Facts) -> Money:
    found = account.penalty(eur(example["shortfall"]), rules_of(example).penalty)
    assert found is not None
    return found


def _accepted(example: Facts) -> Money:
    effort = Effort(
        EffortKind.PLACEMENT,
        "x",
        "",
        Period(date(2026, 1, 1), date(2026, 12, 31)),
        EffortState.ACCEPTED_IN_PART,
    )
    part = replace(effort, accepted=eur(example["accepted"]))
    parts = accepted_parts(part, [eur(euros) for euros in example["values"]])
    assert total(parts) == eur(example["accepted"])
    return parts[0]


PROGRAM: dict[str, Callable[[Facts], Money]] = {
    "value": _value,
    "obligation": _obligation,
    "turnover": _turnover,
    "caps": _caps,
    "penalty": _penalty,
    "accepted": _accepted,
}


def test_that_there_are_forty_examples_and_more() -> None:
    assert len(ALL) >= 60
    names = [(kind, example["name"]) for kind, example in ALL]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "example"), ALL, ids=[f"{kind}: {example['name']}" for kind, example in ALL]
)
def test_that_an_example_comes_to_what_its_arithmetic_says(kind: str, example: Facts) -> None:
    assert rounded(computed(example["sum"])) == example["gives"]
    assert PROGRAM[kind](example).plain == example["gives"]
