from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.rules import Basis
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import tenders
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import memory_store
from sroi_desktop.system.clock import SystemClock

LIBRARY = load_library()
UTRECHT = LIBRARY.get("utrecht-v3")
OWED = Money.from_euros(120_000)


def test_that_every_municipality_with_rules_is_named_once_and_in_order() -> None:
    clock = SystemClock()
    with memory_store(clock.now) as store:
        names = tenders.authorities(Desk(store, LIBRARY, clock))
    assert {"Utrecht", "Den Haag", "Harlingen"} <= set(names)
    assert len(names) == len(set(names))
    assert list(names) == sorted(names, key=str.casefold)


def test_that_a_tender_is_reckoned_like_a_contract() -> None:
    demand = Demand(base=Money.from_euros(2_400_000), percentage=Fraction(5))
    assert tenders.reckon(demand, UTRECHT).amount == OWED


def test_that_an_obligation_is_shown_as_years_hours_and_invoices() -> None:
    years, hours, bought = tenders.examples(UTRECHT, OWED)
    assert (years.basis, years.quantity) == (Basis.YEAR, Fraction(3))
    assert (hours.basis, hours.quantity) == (Basis.HOUR, Fraction(1200))
    assert (bought.basis, bought.quantity) == (Basis.AMOUNT, Fraction(120_000))


def test_that_a_block_without_a_value_is_no_example() -> None:
    bare = replace(UTRECHT, blocks=tuple(replace(one, value=None) for one in UTRECHT.blocks))
    assert [one.basis for one in tenders.examples(bare, OWED)] == [Basis.AMOUNT]


def test_that_nothing_owed_needs_no_example() -> None:
    assert tenders.examples(UTRECHT, ZERO) == ()
