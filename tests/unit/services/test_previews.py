"""What the booking dialog says beforehand is what the books say afterwards, to the cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.dividing import cut, spread
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import CapOf, ShareCap
from sroi_desktop.services import companies, contracts, efforts, positions, weighing
from tests.unit.services.books import (
    BOUGHT,
    COMPANY,
    CONTRACT,
    PLACED,
    TODAY,
    book,
    desk_on,
    known,
    rules,
    span,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

YEAR = span("2026-01-01", "2026-12-31")
FIRST = date(2026, 1, 1)
PARTICIPATION = ("participatiewet",)
days = st.integers(0, 364).map(lambda number: FIRST + timedelta(number))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    one, other = sorted((draw(days), draw(days)))
    return Period(one, other)


@st.composite
def bookings(draw: st.DrawFn) -> Effort:
    """Return a placement or a purchase, done or planned."""
    number = draw(st.integers(1, 9))
    if draw(st.booleans()):
        hours = Fraction(draw(st.integers(4, 36)))
        found = replace(PLACED, period=draw(periods()), hours_per_week=hours)
        return replace(found, candidate=f"K-{number:02d}", title=f"K-{number:02d} · kok")
    amount = Money(draw(st.integers(1, 2_000_000)))
    state = draw(st.sampled_from((EffortState.PLANNED, EffortState.REALISED)))
    day = draw(days)
    return replace(
        BOUGHT, amount=amount, state=state, period=Period(day, day), title=f"Inkoop {number}"
    )


@st.composite
def divided(draw: st.DrawFn, contract_ids: list[int]) -> tuple[Effort, tuple[Allocation, ...]]:
    """Return an effort over some days, with shares of it in up to three parts of those."""
    period = draw(periods())
    hours = Fraction(draw(st.integers(4, 36)))
    effort = replace(PLACED, period=period, candidate="K-10", hours_per_week=hours)
    if draw(st.booleans()):
        effort = replace(BOUGHT, period=period, amount=Money(draw(st.integers(1, 2_000_000))))
    parts = cut(period, draw(st.lists(st.sampled_from([period.start, period.end]) | days)))[:3]
    shares: dict[int, list[int]] = {key: [] for key in contract_ids}
    for _part in parts:
        left = PARTS
        for key in contract_ids:
            shares[key].append(draw(st.integers(0, left)))
            left -= shares[key][-1]
    return effort, spread(parts, shares)


def taken_on(desk: Desk, number: str, cap: ShareCap) -> int:
    owes = replace(
        CONTRACT, number=number, sum_excl_vat=None, percentage=None, fixed_amount=Money(2_000_000)
    )
    return known(contracts.take_on(desk, owes, replace(rules(), share_caps=(cap,))))


PARTS_OF = st.fractions(0, 1, max_denominator=20)
CAPS = st.builds(
    ShareCap,
    st.just("Een deel"),
    st.sampled_from([("sociale-inkoop",), PARTICIPATION, ("sociale-inkoop", *PARTICIPATION)]),
    PARTS_OF,
    of=st.sampled_from(CapOf),
)


@given(st.data(), CAPS, CAPS, st.lists(bookings(), max_size=4))
def test_that_shares_under_caps_count_as_they_were_weighed_together(
    data: st.DataObject, cap: ShareCap, other: ShareCap, before: list[Effort]
) -> None:
    desk = desk_on(TODAY)
    companies.keep(desk, COMPANY)
    keys = [taken_on(desk, "2026-01", cap), taken_on(desk, "2026-02", other)]
    for at, one in enumerate(before):
        book(desk, keys[at % 2], replace(one, title=f"{one.title} ({at})"))
    effort, shares = data.draw(divided(keys))
    if shares:
        places, expected = weighing.places(desk), {}
        for key in keys:
            own = [one for one in shares if one.contract_id == key]
            found = weighing.weigh_together(effort, own, places[key], desk.today)
            expected[key] = weighing.after(places[key], *found)
        efforts.record(desk, effort, shares)
        for key in keys:
            assert positions.position(desk, key).totals == expected[key]
    desk.store.close()


QUARTER = ShareCap("Plaatsing", PARTICIPATION, Fraction(1, 4))
HALVES = (span("2026-03-01", "2026-05-31"), span("2026-06-01", "2026-08-31"))
HALF_WORTH = Money(333_333)  # 40,000 x 12/36 x 3/12
ROOM = Money(500_000)


def test_that_two_shares_share_what_is_left_under_a_cap() -> None:
    desk = desk_on(TODAY)
    companies.keep(desk, COMPANY)
    key = taken_on(desk, "2026-01", QUARTER)
    placed = replace(PLACED, hours_per_week=Fraction(12))
    shares = [Allocation(key, part) for part in HALVES]
    place = weighing.places(desk)[key]
    one, two = weighing.weigh_together(placed, shares, place, desk.today)
    assert (one.realised, one.beyond, one.reasons) == (HALF_WORTH, ZERO, ())
    assert (two.realised, two.beyond) == (ROOM - HALF_WORTH, HALF_WORTH + HALF_WORTH - ROOM)
    assert [reason.number for reason in two.reasons] == [two.beyond.euros]
    assert (one.displaced, two.displaced) == (ZERO, ZERO)
    assert total(each.value for each in (one, two)) == HALF_WORTH + HALF_WORTH
    desk.store.close()


def test_that_what_others_lose_is_told_once() -> None:
    desk = desk_on(TODAY)
    companies.keep(desk, COMPANY)
    key = taken_on(desk, "2026-01", QUARTER)
    later = replace(PLACED, candidate="K-02", hours_per_week=Fraction(12), period=HALVES[1])
    book(desk, key, later)
    earlier = replace(PLACED, hours_per_week=Fraction(9), period=HALVES[0])  # € 2.500
    days = cut(earlier.period, [date(2026, 4, 1)])
    place = weighing.places(desk)[key]
    shares = [Allocation(key, part) for part in days]
    one, two = weighing.weigh_together(earlier, shares, place, desk.today)
    lost = Money(250_000) + HALF_WORTH - ROOM
    assert (one.displaced, one.beyond, one.reasons) == (ZERO, ZERO, ())
    assert (two.displaced, two.beyond, two.reasons) == (lost, lost, ())
    assert one.realised + two.realised == Money(250_000) - lost
    desk.store.close()
