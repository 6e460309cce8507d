"""Whatever the order in which efforts are booked, a contract counts the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.services import efforts, positions
from sroi_desktop.services.bookings import OURS
from tests.unit.domain.build import eur
from tests.unit.services.books import CONTRACT, TODAY, desk_on, known, span, take_on
from tests.unit.services.strategies import SETS, any_effort

BOOKED = st.sampled_from(SETS).flatmap(
    lambda id_: st.tuples(st.just(id_), st.lists(any_effort(id_, OURS), min_size=2, max_size=5))
)


def counted(
    rule_set_id: str, booked: Sequence[Effort], order: Sequence[int]
) -> tuple[list[Totals], list[list[Money]]]:
    """Return the totals of both contracts, and what each effort is worth under each."""
    desk = desk_on(TODAY)
    contract = replace(CONTRACT, rule_set_id=rule_set_id, ends_on=date(2028, 12, 31))
    first = take_on(desk, contract)
    second = take_on(desk, replace(contract, number="2026-02"))
    ids = {}
    for place in order:
        effort = booked[place]
        shares = [
            Allocation(first, effort.period, PARTS // 4),
            Allocation(second, effort.period, PARTS - PARTS // 4),
        ]
        ids[place] = known(efforts.record(desk, effort, shares))
    totals = [one.totals for one in positions.positions(desk)]
    worth = [
        [one.valuation.value for one in desk.store.allocations(ids[place])]
        for place in range(len(booked))
    ]
    desk.store.close()
    return totals, worth


@settings(max_examples=25)
@given(BOOKED, st.data())
def test_that_the_order_of_booking_changes_no_value_and_no_total(
    case: tuple[str, list[Effort]], data: st.DataObject
) -> None:
    rule_set_id, booked = case
    in_order = range(len(booked))
    mixed = data.draw(st.permutations(in_order))
    assert counted(rule_set_id, booked, mixed) == counted(rule_set_id, booked, in_order)


def test_that_a_person_s_two_years_are_used_up_from_the_first_day_on() -> None:
    """Full time, 35,000 a year: 18 months, and then 12 of which two working years leave 6.

    1.5 x 35,000 = 52,500 and 0.5 x 35,000 = 17,500. The first contract has a quarter of each:
    13,125 and 4,375; the second has the rest: 39,375 and 13,125.
    """
    first = Effort(
        EffortKind.PLACEMENT,
        "wia-wao",
        "Monteur",
        span("2026-01-01", "2027-06-30"),
        candidate="K-01",
        hours_per_week=Fraction(36),
    )
    then = replace(first, period=span("2027-07-01", "2028-06-30"))
    for order in ((0, 1), (1, 0)):
        _totals, worth = counted("harlingen", [first, then], order)
        assert worth == [[eur(13_125), eur(39_375)], [eur(4_375), eur(13_125)]], order
