"""One contract with what is known of its fulfilment."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.account import Course, Totals
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.demands import Quantity, Signal, SignalKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.obligation import of_contract
from sroi_desktop.domain.position import Position, certificate_ends
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.quantities import Filled, Measured
from sroi_desktop.domain.rules import PsoDiscount, PsoLevel, Quota, QuotaUnit, RuleSet
from tests.unit.domain.build import CONTRACT, RULES, UNDATED, changed, day, eur, span

TODAY = day("2026-12-31")
# Half of the days of the contract are over: 36,500 of 73,000 is an even pace.
POSITION = Position(
    CONTRACT,
    RULES,
    eur(73_000),
    Totals(planned=eur(20_000), unproven=eur(3_000), proven=eur(10_000)),
)


def test_that_a_position_tells_what_is_open_and_what_falls_short() -> None:
    assert POSITION.open == eur(40_000)
    assert POSITION.shortfall == eur(60_000)


def test_that_a_position_compares_with_an_even_pace() -> None:
    assert POSITION.expected(TODAY) == eur(36_500)
    assert POSITION.course(TODAY) is Course.BEHIND


def test_that_nothing_is_open_while_nothing_is_known_to_be_owed() -> None:
    unknown = replace(POSITION, owed=None)
    assert unknown.open is None
    assert unknown.shortfall is None
    assert unknown.expected(TODAY) == ZERO
    assert unknown.course(TODAY) is Course.UNKNOWN


def test_that_a_contract_is_over_after_its_last_day() -> None:
    assert not POSITION.is_over(day("2027-12-31"))
    assert POSITION.is_over(day("2028-01-01"))
    assert not replace(POSITION, contract=UNDATED).is_over(day("2099-01-01"))


# -- a quantity behind an even pace, of which half would be done


def of_hours(done: Fraction) -> Position:
    owed = Quantity(Quota(QuotaUnit.HOURS, Fraction(2)), Fraction(2))
    return replace(POSITION, filled=(Filled(owed, done, Fraction(0)),))


@pytest.mark.parametrize(
    ("done", "lag"), [(Fraction(3, 4), Fraction(1, 4)), (Fraction(1), None), (Fraction(2), None)]
)
def test_that_less_than_one_is_a_lag_as_well(done: Fraction, lag: Fraction | None) -> None:
    found = of_hours(done).lag_in_units(TODAY)
    assert found == (None if lag is None else Measured(QuotaUnit.HOURS, lag))


# -- the firm's PSO certificate, which takes half off until it ends

HELD = Certificate(PsoLevel.STEP_2, span("2025-01-01", "2026-12-31"))
HALF_OFF: RuleSet = replace(
    RULES, obligation=replace(RULES.obligation, pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(50)),))
)
HOURS = Quota(QuotaUnit.HOURS, Fraction(1_000))
PEOPLE = Quota(QuotaUnit.PLACEMENTS, Fraction(2))
# One person per so much of a sum that is not known yet.
PER_SUM = Quota(QuotaUnit.PLACEMENTS, Fraction(1), per=eur(500_000))


def of_bid(**fields: object) -> Contract:
    return changed(CONTRACT, bid_on=day("2025-11-01"), **fields)


def ends_of(contract: Contract) -> object:
    owed = of_contract(contract, HALF_OFF, certificates=(HELD,), today=day("2026-06-01"))
    ends = certificate_ends(owed, contract, HALF_OFF)
    return None if ends is None else (ends.on, ends.amount, ends.quantity)


def test_that_the_end_of_a_certificate_tells_the_euros_that_come_back() -> None:
    contract = of_bid(percentage=Fraction(5), sum_excl_vat=eur(1_600_000))
    assert ends_of(contract) == (day("2027-01-01"), eur(40_000), None)


def test_that_the_end_of_a_certificate_tells_the_first_quantity_that_grows() -> None:
    both = of_bid(quotas=(HOURS, PEOPLE))
    assert ends_of(both) == (day("2027-01-01"), ZERO, Measured(QuotaUnit.HOURS, Fraction(500)))
    unknown = of_bid(quotas=(PER_SUM, HOURS))
    assert ends_of(unknown) == (day("2027-01-01"), ZERO, Measured(QuotaUnit.HOURS, Fraction(500)))


def test_that_a_quantity_that_is_not_known_brings_nothing_back() -> None:
    assert ends_of(of_bid(quotas=(PER_SUM,))) == (day("2027-01-01"), ZERO, None)


def test_that_a_quantity_that_does_not_grow_brings_nothing_back() -> None:
    contract = of_bid(quotas=(HOURS,))
    whole = of_contract(contract, RULES)
    ending = Signal(SignalKind.PSO_ENDS, day=day("2027-01-01"))
    found = certificate_ends(replace(whole, signals=(ending,)), contract, RULES)
    assert found is not None
    assert found.quantity is None


def test_that_only_a_certificate_that_ends_is_told() -> None:
    contract = of_bid(quotas=(HOURS,))
    whole = of_contract(contract, RULES)
    others = (
        Signal(SignalKind.PSO_LAPSED, day=day("2026-03-01")),
        Signal(SignalKind.PSO_ENDS),
    )
    assert certificate_ends(replace(whole, signals=others), contract, RULES) is None
