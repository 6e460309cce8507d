"""A category that may fill only a part, in every place where an owner looks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel, ShareCap
from sroi_desktop.language.numbers import money_text
from sroi_desktop.services import (
    certificates,
    contracts,
    dossiers,
    effort_lines,
    efforts,
    glance,
    positions,
    progress,
    reports,
    weighing,
)
from sroi_desktop.services.bookings import whole_for
from sroi_desktop.services.reports.material import gather
from tests.unit.services.books import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    book,
    half_for,
    known,
    on,
    prove,
    rules,
    span,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

# Maastricht-Heuvelland (older) lets a category fill a quarter; here purchases, of € 20.000.
PURCHASES = ShareCap("Inkoop: ten hoogste een kwart", ("sociale-inkoop",), Fraction(1, 4))
LIMITED = replace(rules(), share_caps=(PURCHASES,))
SMALL = replace(CONTRACT, number="2026-07", sum_excl_vat=None, fixed_amount=Money(2_000_000))
ROOM = Money(500_000)
PRICE = Money(800_000)
LARGE = replace(BOUGHT, amount=PRICE)
PLANNED = replace(
    BOUGHT, state=EffortState.PLANNED, period=span("2027-02-01", "2027-02-01"), title="Kerst"
)
YEAR = span("2026-01-01", "2026-09-30")


@pytest.fixture
def limited(desk: Desk) -> int:
    """Return a contract of € 20.000 under which purchases may fill a quarter."""
    return known(contracts.take_on(desk, SMALL, LIMITED))


def test_that_what_is_above_a_cap_stands_apart_in_the_totals(desk: Desk, limited: int) -> None:
    """Of € 8.000 in purchases € 5.000 counts, and of € 4.250 that is planned nothing."""
    prove(desk, book(desk, limited, LARGE), limited)
    book(desk, limited, PLANNED)
    found = positions.position(desk, limited)
    assert found.totals == Totals(proven=ROOM, beyond=Money(300_000 + 425_000))
    assert found.open == Money(1_500_000)
    assert found.unproven_count == 0


def test_that_evidence_is_asked_for_what_counts_only(desk: Desk, limited: int) -> None:
    book(desk, limited, LARGE)
    found = positions.position(desk, limited)
    assert [one.value for one in found.unproven] == [ROOM]
    assert found.unproven_count == 1
    assert found.unproven[0].missing
    (step,) = (one for one in positions.next_steps(desk) if one.kind is StepKind.ADD_EVIDENCE)
    assert step.amount == ROOM


def test_that_a_limited_contract_is_counted_the_same_everywhere(desk: Desk, limited: int) -> None:
    running = replace(PLACED, period=span("2026-09-01", "2027-02-28"), candidate="K-02")
    for effort in (PLACED, LARGE, HELPED, PLANNED, running):
        book(desk, limited, effort)
    totals = positions.position(desk, limited).totals
    assert totals.beyond > ZERO
    material = gather(desk, limited, desk.today)
    assert sum((line.counts for line in material.lines), Totals()) == totals
    curve = progress.curve(desk, limited, desk.today)
    assert curve.realised[-1].amount == totals.realised
    assert curve.planned[-1].amount == totals.realised + totals.planned
    assert weighing.places(desk)[limited].standing.now == totals
    reached, lines = effort_lines.under_way(desk)(), effort_lines.every(desk)
    assert effort_lines.total(lines, reached, desk.today) == totals
    booked = dossiers.bookings_of(desk, limited)
    assert sum((one.beyond for one in booked), ZERO) == totals.beyond


def test_that_two_shares_of_one_effort_are_added_up_once(desk: Desk, limited: int) -> None:
    early, late = span("2026-04-01", "2026-04-11"), span("2026-04-12", "2026-04-12")
    long = replace(LARGE, period=span("2026-04-01", "2026-04-12"))
    shares = [replace(whole_for(limited, long), period=days) for days in (early, late)]
    efforts.record(desk, long, shares)
    reached, lines = effort_lines.under_way(desk)(), effort_lines.every(desk)
    assert len(lines) == 2
    totals = positions.position(desk, limited).totals
    assert effort_lines.total(lines, reached, desk.today) == totals


def test_that_the_dialog_warns_before_one_books_above_a_cap(desk: Desk, limited: int) -> None:
    place = weighing.places(desk)[limited]
    found = weighing.weigh(LARGE, whole_for(limited, LARGE), place, desk.today)
    assert (found.realised, found.beyond) == (ROOM, Money(300_000))
    assert [one.label for one in found.reasons] == [PURCHASES.label]
    assert weighing.after(place, found).realised == ROOM
    book(desk, limited, LARGE)
    assert positions.position(desk, limited).totals == weighing.after(place, found)


def test_that_an_earlier_booking_takes_the_place_of_a_later_one(desk: Desk, limited: int) -> None:
    book(desk, limited, LARGE)
    earlier = replace(BOUGHT, period=span("2026-02-02", "2026-02-02"))
    place = weighing.places(desk)[limited]
    found = weighing.weigh(earlier, whole_for(limited, earlier), place, desk.today)
    assert (found.realised, found.beyond, found.reasons) == (ZERO, Money(425_000), ())


def test_that_changing_an_effort_weighs_it_against_the_others(desk: Desk, limited: int) -> None:
    effort_id = book(desk, limited, LARGE)
    place = weighing.places(desk, effort_id)[limited]
    assert place.standing.others == Totals()
    smaller = replace(BOUGHT, id=effort_id)
    found = weighing.weigh(smaller, whole_for(limited, smaller), place, desk.today)
    assert (found.realised, found.beyond) == (Money(425_000), ZERO)


def test_that_the_report_shows_value_what_counts_and_why(desk: Desk, limited: int) -> None:
    prove(desk, book(desk, limited, LARGE), limited)
    book(desk, limited, replace(LARGE, title="Nog meer", period=span("2026-05-01", "2026-05-01")))
    book(desk, limited, PLANNED)
    data = reports.draft(desk, limited, reports.Variant.ANONYMOUS, YEAR).data
    first, second, planned = data.lines
    assert (first.value, first.beyond) == (ROOM, Money(300_000))
    assert [step.result for step in first.steps][-2:] == [money_text(PRICE), money_text(ROOM)]
    assert PURCHASES.label in first.not_counted[0]
    assert (second.value, second.beyond) == (ZERO, Money(800_000))
    assert (planned.value, planned.beyond) == (ZERO, Money(425_000))
    assert data.totals.beyond == Money(300_000 + 800_000 + 425_000)
    assert data.totals.open == Money(1_500_000)


def test_that_a_running_effort_loses_what_is_planned_of_it(desk: Desk) -> None:
    cap = ShareCap("Plaatsingen", ("participatiewet",), Fraction(1, 2))
    number = known(contracts.take_on(desk, SMALL, replace(rules(), share_caps=(cap,))))
    book(desk, number, replace(PLACED, period=span("2026-07-01", "2027-06-30")))
    done, planned = gather(desk, number, YEAR.end).lines[0].counts, Money(333_333)
    assert (done.realised, done.planned) == (Money(666_667), planned)
    data = reports.draft(desk, number, reports.Variant.ANONYMOUS, YEAR).data
    assert [line.beyond for line in data.lines] == [ZERO, data.totals.beyond]
    assert data.lines[1].value == planned


def test_that_a_share_that_counts_elsewhere_is_not_limited_here(
    desk: Desk, limited: int, contract_id: int
) -> None:
    efforts.record(desk, LARGE, [half_for(limited, LARGE), half_for(contract_id, LARGE)])
    assert positions.position(desk, limited).totals.realised == Money(400_000)
    assert positions.position(desk, contract_id).totals.beyond == ZERO


def test_that_a_glance_passes_over_contracts_that_owe_nothing(desk: Desk) -> None:
    for number in range(24):
        amount = Money(0 if number % 2 else 100_000 * (number + 1))
        take_on(desk, replace(SMALL, number=f"2026-{number:02d}", fixed_amount=amount))
    steps = positions.next_steps(on(desk, desk.today))
    seen = glance.first(on(desk, desk.today), 2)
    assert seen is not None
    assert seen.steps == steps[: len(seen.steps)]


@pytest.mark.parametrize("certified", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_that_a_glance_among_limited_contracts_is_exact(
    desk: Desk, seed: int, *, certified: bool
) -> None:
    if certified:
        certificates.keep(desk, Certificate(PsoLevel.STEP_1, span("2024-01-01", "2028-12-31")))
    chance = random.Random(seed)  # noqa: S311 - books to test with, no secret
    for number in range(24):
        start = desk.today - timedelta(days=chance.randrange(30, 700))
        contract = replace(
            SMALL,
            number=f"2026-{number:02d}",
            starts_on=start,
            ends_on=start + timedelta(days=800),
            fixed_amount=Money(chance.randrange(1, 3_000_000)),
        )
        if chance.random() < 1 / 2:
            key = known(contracts.take_on(desk, contract, LIMITED))
        else:
            key = take_on(desk, contract)
        for _ in range(chance.randrange(0, 3)):
            day = start + timedelta(days=chance.randrange(0, 800))
            amount = Money(chance.randrange(1, 10**6))
            last = day + timedelta(days=chance.choice((0, 300)))
            effort = replace(LARGE, period=Period(day, last), amount=amount)
            book(desk, key, effort)
    steps = positions.next_steps(on(desk, desk.today))
    seen = glance.first(on(desk, desk.today), 3)
    assert seen is not None
    assert seen.steps == steps[: len(seen.steps)]
