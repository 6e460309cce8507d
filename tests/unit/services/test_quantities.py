"""Obligations in hours, full-time years or placements, as far as they are filled."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Quota, QuotaUnit
from sroi_desktop.language.quantities import amount_text, filled_text, quantity_text
from sroi_desktop.language.steps import next_step_words
from sroi_desktop.reporting.account import to_json
from sroi_desktop.services import contracts, efforts, positions, quantities, reports
from tests.unit.services.books import CONTRACT, HELPED, PLACED, advance, book, on, span, take_on

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

ASKED = (
    Quota(QuotaUnit.HOURS, Fraction(1_000)),
    Quota(QuotaUnit.FTE, Fraction(1, 2)),
    Quota(QuotaUnit.PLACEMENTS, Fraction(2)),
)
IN_UNITS = replace(CONTRACT, number="2026-05", percentage=None, quotas=ASKED)


@pytest.fixture
def in_units(desk: Desk) -> int:
    """Return a contract that asks 1,000 hours, half a year at full time and two placements."""
    return take_on(desk, IN_UNITS)


def test_that_a_contract_in_euros_has_no_quantities(desk: Desk, contract_id: int) -> None:
    assert quantities.of_contract(desk, contract_id) == ()


def test_that_hours_years_and_people_are_counted(desk: Desk, in_units: int) -> None:
    """24 of 36 hours for six months is a third of a year: 624 hours of 1,872."""
    book(desk, in_units, PLACED)
    book(desk, in_units, HELPED)  # 3 employees gave 8 hours each
    hours, years, people = quantities.of_contract(desk, in_units)
    assert [hours.done, hours.planned, hours.open] == [648, 0, 352]
    assert years.done == Fraction(1, 3) + Fraction(24, 1872)
    assert [people.done, people.open] == [1, 1]


def test_that_what_runs_counts_up_to_today_and_the_rest_is_planned(
    desk: Desk, in_units: int
) -> None:
    book(desk, in_units, PLACED)
    early = on(desk, date(2026, 5, 31))
    years = quantities.of_contract(early, in_units)[1]
    assert (years.done, years.planned) == (Fraction(1, 6), Fraction(1, 6))
    assert quantities.of_contract(desk, in_units, date(2026, 5, 31))[1] == years


def test_that_what_was_rejected_counts_for_nothing(desk: Desk, in_units: int) -> None:
    effort_id = book(desk, in_units, PLACED)
    advance(desk, effort_id, EffortState.REPORTED)
    efforts.judge(desk, effort_id, EffortState.REJECTED)
    assert quantities.of_contract(desk, in_units)[0].done == 0


def test_that_plans_are_no_deeds(desk: Desk, in_units: int) -> None:
    book(desk, in_units, replace(PLACED, state=EffortState.PLANNED))
    people = quantities.of_contract(desk, in_units)[2]
    assert [people.done, people.planned] == [0, 1]


def test_that_the_report_tells_how_far_they_are_filled(desk: Desk, in_units: int) -> None:
    book(desk, in_units, PLACED)
    days = span("2026-01-01", "2026-09-30")
    data = reports.draft(desk, in_units, reports.Variant.ANONYMOUS, days).data
    told = [filled_text(one) for one in quantities.of_contract(desk, in_units)]
    assert set(told) <= set(data.summary)
    assert "1.000 uur" in told[0]
    assert "0,5 jaar" in told[1]


def test_that_the_data_in_a_report_tells_them_as_figures(desk: Desk, in_units: int) -> None:
    """24 of 36 hours for three months is a sixth of a year, which has to be rounded."""
    book(desk, in_units, PLACED)
    days = span("2026-01-01", "2026-05-31")
    data = reports.draft(desk, in_units, reports.Variant.ANONYMOUS, days).data
    told = json.loads(to_json(data))["quantities"]
    assert [list(one.values()) for one in told] == [
        ["hours", "1000.0000", "312.0000", "312.0000", "376.0000"],
        ["fte", "0.5000", "0.1667", "0.1667", "0.1667"],
        ["placements", "2.0000", "1.0000", "0.0000", "1.0000"],
    ]


def test_that_a_figure_that_is_not_known_is_null(desk: Desk) -> None:
    per = (Quota(QuotaUnit.PLACEMENTS, Fraction(1), Money.from_euros(500_000)),)
    unknown = take_on(desk, replace(IN_UNITS, quotas=per, sum_excl_vat=None))
    days = span("2026-01-01", "2026-05-31")
    data = reports.draft(desk, unknown, reports.Variant.ANONYMOUS, days).data
    (told,) = json.loads(to_json(data))["quantities"]
    assert (told["owed"], told["open"], told["done"]) == (None, None, "0.0000")


def test_that_a_number_per_sum_waits_for_the_sum(desk: Desk) -> None:
    per = (Quota(QuotaUnit.PLACEMENTS, Fraction(1), Money.from_euros(500_000)),)
    unknown = take_on(desk, replace(IN_UNITS, quotas=per, sum_excl_vat=None))
    (found,) = quantities.of_contract(desk, unknown)
    assert found.open is None
    assert quantity_text(found.owed).endswith("per €\N{NO-BREAK SPACE}500.000")
    assert filled_text(found)
    contract = desk.store.contract(unknown)
    contracts.change(desk, replace(contract, sum_excl_vat=Money.from_euros(1_000_000)))
    assert quantities.of_contract(desk, unknown)[0].open == 2
    assert positions.position(desk, unknown).contract.quotas == per


def test_that_a_contract_in_units_is_measured_by_what_is_filled_least(
    desk: Desk, in_units: int
) -> None:
    book(desk, in_units, PLACED)  # 624 of 1,000 hours, 1/3 of 1/2 a year, 1 of 2 people
    found = positions.position(desk, in_units)
    assert found.filled == quantities.of_contract(desk, in_units)
    assert found.measure is not None
    assert found.measure.owed.unit is QuotaUnit.PLACEMENTS
    assert quantities.are_asked(found.contract, found.rules)


def test_that_a_contract_in_euros_is_measured_in_euros(desk: Desk, contract_id: int) -> None:
    found = positions.position(desk, contract_id)
    assert (found.filled, found.measure) == ((), None)


def test_that_steps_speak_of_hours_and_people(desk: Desk) -> None:
    asked = (Quota(QuotaUnit.HOURS, Fraction(1_001, 2)),)
    take_on(desk, replace(IN_UNITS, quotas=asked, plan_agreed_on=date(2026, 1, 5)))
    told = [next_step_words(step, desk.today) for step in positions.next_steps(desk)]
    assert any(one.reason.startswith("500,5 uur moet u nog invullen") for one in told)
    assert any(" loopt 223,51 uur achter" in one.title for one in told), told


def test_that_one_placement_is_said_in_the_singular() -> None:
    assert amount_text(QuotaUnit.PLACEMENTS, Fraction(1)) == "1 plaatsing"
    assert amount_text(QuotaUnit.PLACEMENTS, Fraction(1, 2)) == "0,5 plaatsingen"


def test_that_the_key_figures_of_a_report_are_in_the_unit_that_is_owed(
    desk: Desk, in_units: int, contract_id: int
) -> None:
    book(desk, in_units, PLACED)
    days = span("2026-01-01", "2026-09-30")
    data = reports.draft(desk, in_units, reports.Variant.ANONYMOUS, days).data
    assert data.in_units is not None
    figures = data.in_units
    assert (figures.owed, figures.done, figures.open) == (
        "2 plaatsingen",
        "1 plaatsing",
        "1 plaatsing",
    )
    assert figures.also == "en 1.000 uur en 0,5 jaar voltijd"
    euros = reports.draft(desk, contract_id, reports.Variant.ANONYMOUS, days).data
    assert euros.in_units is None
