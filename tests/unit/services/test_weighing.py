"""What a share would do where it is put, while it is still being typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.domain.allocation import Allocation
from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.hurry import Hurry
from sroi_desktop.domain.money import Money
from sroi_desktop.services import weighing
from sroi_desktop.services.weighing import Place, after, weigh
from tests.unit.services.books import CONTRACT, PLACED, book, rules, span, take_on

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


def test_that_a_place_of_which_nothing_is_known_does_not_press() -> None:
    assert Place(CONTRACT, rules()).hurry == Hurry()


def test_that_a_contract_presses_as_if_the_effort_at_hand_were_not_booked(desk: Desk) -> None:
    ending = replace(CONTRACT, sum_excl_vat=Money(20_000_000), ends_on=date(2026, 12, 31))
    contract_id = take_on(desk, ending)
    effort_id = book(desk, contract_id, PLACED)
    with_it = weighing.places(desk)[contract_id]
    without = weighing.places(desk, effort_id)[contract_id]
    # 10,000 is owed and 13,333.33 is booked: only without that effort anything is open
    assert with_it.hurry.kind is not StepKind.CONTRACT_ENDING
    assert without.hurry.kind in {StepKind.CONTRACT_ENDING, StepKind.REPORT_DUE}
    assert without.standing.open == Money(1_000_000)


def test_that_the_shares_of_one_effort_for_one_contract_add_up(
    desk: Desk, contract_id: int
) -> None:
    place = weighing.places(desk)[contract_id]
    halves = [
        weigh(PLACED, Allocation(contract_id, days), place, desk.today)
        for days in (span("2026-03-01", "2026-05-31"), span("2026-06-01", "2026-08-31"))
    ]
    assert after(place, *halves).realised == Money(666_667 * 2)
    assert after(place) == place.standing.others
