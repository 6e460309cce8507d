"""A reader with a calculator: what is printed of a derivation gives what is printed under it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.app.cli.output import steps_data
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.derivation import Operation, Step, StepKind
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.domain.valuation import value
from sroi_desktop.language.derivations import calculation_text, step_words
from sroi_desktop.language.numbers import exact_money_text, money_text
from tests.unit.domain.strategies import cases, contracts

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARES = st.fractions(0, 1, max_denominator=1_000_000)


def read_number(text: str) -> Fraction:
    """Read "40.000", "25,2", "5/6" or "1 16/31" as a reader does."""
    plain = text.replace(".", "").replace(",", ".")
    return sum((Fraction(part) for part in plain.split()), Fraction(0))


def read_factor(text: str) -> Fraction:
    """Read "24/36", "(1 16/31)/12", "2/(2 1/2)" or "50%"."""
    if text.endswith("%"):
        return read_number(text.removesuffix("%")) / 100
    divided = re.fullmatch(r"(?:\((.+)\)|([^ /]+))/(?:\((.+)\)|([^ /]+))", text)
    if divided is None:
        return read_number(text)
    part, whole = (read_number(one) for one in divided.groups() if one is not None)
    return part / whole


def read_amount(text: str) -> Fraction:
    """Read the amount after the euro sign, whatever it is per."""
    found = re.search(r"€ (\d+/\d+|[\d.,]+(?: \d+/\d+)?)", text.replace("\xa0", " "))
    assert found is not None, text
    return read_number(found.group(1))


def done_again(factors: Iterable[str]) -> list[str]:
    """Do every printed step; return what a calculator shows after each, rounded to cents."""
    amount, shown = Fraction(0), []
    for factor in factors:
        if factor.startswith("× "):
            amount *= read_factor(factor.removeprefix("× "))
        elif factor.startswith("+ "):
            amount += read_amount(factor)
        elif factor.startswith("hooguit"):
            amount = min(amount, read_amount(factor))
        else:
            amount = read_amount(factor)
        shown.append(money_text(Money.from_euros(amount)))
    return shown


@settings(max_examples=60)
@given(cases(), contracts, SHARES)
def test_that_every_derivation_done_again_from_what_is_printed_gives_what_is_printed(
    case: tuple[Effort, RuleSet], contract: Contract, share: Fraction
) -> None:
    effort, rules = case
    found = value(effort, rules, contract, share=share)
    words = [step_words(step) for step in found.steps]
    assert done_again(one.factor for one in words) == [one.result for one in words]
    assert not words or words[-1].result == money_text(found.value)


@settings(max_examples=60)
@given(cases(), contracts, SHARES)
def test_that_the_factors_for_machines_give_the_results_for_machines(
    case: tuple[Effort, RuleSet], contract: Contract, share: Fraction
) -> None:
    effort, rules = case
    amount, told = Fraction(0), steps_data(value(effort, rules, contract, share=share).steps)
    for place, step in enumerate(told):
        factor = step["factor"]
        if factor.startswith("+"):
            amount += Fraction(factor[1:])
        elif factor.startswith("<="):
            amount = min(amount, Fraction(factor[2:]))
        else:
            amount = amount * Fraction(factor) if place else Fraction(factor)
        assert Money.from_euros(amount).plain == step["result"]


@pytest.mark.parametrize(
    ("euros", "text"),
    [
        (Fraction(120_000), "€\xa0120.000"),
        (Fraction(25, 2), "€\xa012,50"),
        (Fraction(0), "€\xa00"),
        # 10,000 a year is 833.33 and a third of a cent a month
        (Fraction(10_000, 12), "€\xa0833 1/3"),
        (Fraction(10_000_000, 3), "€\xa03.333.333 1/3"),
        (Fraction(1, 8), "€\xa01/8"),
    ],
)
def test_that_an_amount_that_is_no_whole_number_of_cents_is_not_rounded(
    euros: Fraction, text: str
) -> None:
    assert exact_money_text(euros) == text


def test_that_a_limit_of_working_years_is_printed_as_the_part_that_counts() -> None:
    """2 of 2.5 years of 40,000 each: 100,000 x 2 / 2.5 = 80,000."""
    start = Step(StepKind.RATE, Operation.START, Fraction(100_000), Fraction(100_000))
    years = (Fraction(2), Fraction(5, 2))
    most = Fraction(80_000)
    limit = Step(StepKind.WORKED_YEARS_LIMIT, Operation.AT_MOST, most, most, of=years)
    assert step_words(limit).factor == "× 2/2,5"
    assert calculation_text((start, limit)).replace("\xa0", " ") == "€ 100.000 × 2/2,5"
    assert steps_data((start, limit))[1]["factor"] == "4/5"
