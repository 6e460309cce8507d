"""Arbitrary books: any effort under shipped rules, in any state, divided in any way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.effort import ACCEPTED, Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import efforts
from sroi_desktop.services.desk import Desk
from tests.unit.services import books
from tests.unit.services.books import known, take_on

SETS = ("utrecht-v3", "harlingen", "haaglanden-2023-07", "oost-nederland")
EVERY_STATE = frozenset(EffortState)
days = st.dates(date(2025, 10, 1), date(2028, 3, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start, start + timedelta(days=draw(st.integers(0, 500))))


@st.composite
def any_effort(
    draw: st.DrawFn, rule_set_id: str, states: Collection[EffortState] = EVERY_STATE
) -> Effort:
    """Return an effort under any block of a rule set, with all that it may need.

    Args:
        draw: draws.
        rule_set_id: the rules.
        states: one of these it is in. What went to the authority is not valued again when an
            earlier effort of the same person is booked after it: see `bookings.settled`.
    """
    rules = books.rules(rule_set_id)
    block = rules.block(draw(st.sampled_from([block.code for block in rules.blocks])))
    state = draw(st.sampled_from([one for one in EffortState if one in states]))
    accepted = st.one_of(st.none(), st.integers(0, 6_000_000).map(Money))
    codes = [bonus.code for bonus in rules.bonuses]
    return Effort(
        block.kind,
        block.code,
        draw(st.sampled_from(("Hovenier", "Kantine", "Stage"))),
        draw(periods()),
        state,
        candidate=draw(st.sampled_from((None, "K-01", "K-02"))),
        hours_per_week=draw(st.one_of(st.none(), st.integers(1, 60).map(Fraction))),
        employees=draw(st.one_of(st.none(), st.integers(0, 9))),
        hours=draw(st.integers(0, 80).map(Fraction)),
        quantity=draw(st.integers(0, 40).map(Fraction)),
        amount=draw(st.integers(0, 2_000_000).map(Money)),
        bonuses=tuple(draw(st.sets(st.sampled_from(codes), max_size=2)) if codes else ()),
        accepted=draw(accepted) if state in ACCEPTED else None,
    )


@st.composite
def shares_of(draw: st.DrawFn, effort: Effort, ids: list[int]) -> tuple[Allocation, ...]:
    """Divide an effort over contracts by parts, or over time."""
    first, second = draw(st.permutations(ids))
    second = draw(st.sampled_from((first, second)))
    if draw(st.booleans()):
        part = draw(st.sampled_from((PARTS, PARTS // 2, PARTS // 3, 1)))
        rest = Allocation(second, effort.period, PARTS - part)
        return (Allocation(first, effort.period, part), rest)
    days_long = (effort.period.end - effort.period.start).days
    if not days_long:
        return (Allocation(first, effort.period),)
    cut = effort.period.start + timedelta(days=draw(st.integers(0, days_long - 1)))
    return (
        Allocation(first, Period(effort.period.start, cut)),
        Allocation(second, Period(cut + timedelta(days=1), effort.period.end)),
    )


def fill(
    desk: Desk, data: st.DataObject, states: Collection[EffortState] = EVERY_STATE
) -> list[int]:
    """Take on two contracts and book anything at all for them, in one of these states."""
    sets = data.draw(st.sampled_from(SETS))
    first = take_on(desk, replace(books.CONTRACT, rule_set_id=sets))
    second = take_on(
        desk,
        replace(
            books.CONTRACT,
            rule_set_id=sets,
            number="2026-02",
            starts_on=date(2026, 7, 1),
            ends_on=data.draw(st.sampled_from((None, date(2026, 12, 31)))),
        ),
    )
    ids = [first, second]
    for _ in range(data.draw(st.integers(0, 5))):
        effort = data.draw(any_effort(sets, states))
        shares = data.draw(shares_of(effort, ids))
        effort_id = known(efforts.record(desk, effort, shares))
        if data.draw(st.booleans()):
            books.prove(desk, effort_id, first)
    return ids
