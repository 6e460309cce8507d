"""One contract with what is known of its fulfilment."""

from __future__ import annotations

from dataclasses import replace

from sroi_desktop.domain.account import Course, Totals
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.position import Position
from tests.unit.domain.build import CONTRACT, RULES, UNDATED, day, eur

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
