"""One person has one counting time, whatever is booked, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Allocation, Booked
from sroi_desktop.domain.derivation import AssumptionKind, ReasonKind, Valuation
from sroi_desktop.domain.effort import TO_COME, Effort, EffortState
from sroi_desktop.domain.errors import UnknownBlockError
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import CountingLimit, EffortKind, LimitKind
from sroi_desktop.domain.tenure import FRESH, Tenure
from sroi_desktop.language.derivations import assumption_text, not_counted_text
from sroi_desktop.services import (
    bookings,
    contracts,
    effort_lines,
    efforts,
    history,
    positions,
    progress,
    weighing,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.effort_lines import Reached
from sroi_desktop.services.reports.material import gather
from sroi_desktop.services.tenures import People
from tests.unit.services.books import (
    CONTRACT,
    advance,
    book,
    desk_on,
    half_for,
    known,
    on,
    prove,
    rules,
    span,
    speaking,
    take_on,
)
from tests.unit.services.strategies import days, fill

TWO_YEARS = replace(
    CONTRACT,
    number="2026-02",
    rule_set_id="harlingen",
    ends_on=date(2029, 12, 31),
)
A_YEAR = replace(CONTRACT, number="2026-03", rule_set_id="haaglanden-2023-07")
# Full time: € 20.000 a year, twelve months at most under haaglanden-2023-07.
UNEMPLOYED = Effort(
    EffortKind.PLACEMENT,
    "ww",
    "K-01 · monteur",
    span("2026-01-01", "2026-08-31"),
    candidate="K-01",
    hours_per_week=Fraction(36),
)
AGAIN = replace(UNEMPLOYED, period=span("2026-10-01", "2027-03-31"))
# Full time: € 35.000 a year, two working years at most under harlingen.
DISABLED = replace(UNEMPLOYED, block="wia-wao", period=span("2026-01-01", "2027-06-30"))
BACK = replace(DISABLED, period=span("2027-09-01", "2028-08-31"))


def booked(desk: Desk, effort_id: int) -> Booked:
    (one,) = desk.store.allocations(effort_id)
    return one


def value(desk: Desk, effort_id: int) -> Valuation:
    return booked(desk, effort_id).valuation


def worth(desk: Desk, *effort_ids: int) -> list[int]:
    """Return what efforts are worth, in whole euros."""
    return [round(value(desk, one).value.euros) for one in effort_ids]


@pytest.fixture
def year(desk: Desk) -> int:
    return take_on(desk, A_YEAR)


@pytest.fixture
def two_years(desk: Desk) -> int:
    return take_on(desk, TWO_YEARS)


# --- worked examples


def test_that_two_placements_have_twelve_months_together_from_the_first_day_on(
    desk: Desk, year: int
) -> None:
    """Eight months, a month out, and of the next six months three lie within the twelve."""
    first, second = book(desk, year, UNEMPLOYED), book(desk, year, AGAIN)
    assert value(desk, first).value == Money(1_333_333)
    assert value(desk, second).value == Money(500_000)
    assert value(desk, second).counted == span("2026-10-01", "2026-12-31")
    (reason,) = value(desk, second).not_counted
    assert (reason.kind, reason.since) == (ReasonKind.AFTER_COUNTING_TIME, date(2026, 1, 1))
    with speaking("en"):
        assert not_counted_text(reason).endswith(
            "someone counts for at most 12 months, counted from 01-01-2026."
        )


def test_that_a_silence_about_interruptions_is_told_as_an_assumption(desk: Desk, year: int) -> None:
    first, second = book(desk, year, UNEMPLOYED), book(desk, year, AGAIN)
    kinds = [
        {one.kind for one in value(desk, effort_id).assumptions} for effort_id in (first, second)
    ]
    assert AssumptionKind.INTERRUPTION_UNKNOWN not in kinds[0]
    (told,) = (
        one
        for one in value(desk, second).assumptions
        if one.kind is AssumptionKind.INTERRUPTION_UNKNOWN
    )
    with speaking("en"):
        assert "goes on from the first day" in assumption_text(told)


def test_that_two_working_years_are_counted_over_two_efforts(desk: Desk, two_years: int) -> None:
    """One and a half years are used, so half of the next year counts."""
    first, second = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    assert worth(desk, first, second) == [52_500, 17_500]
    assert booked(desk, second).tenure == Tenure(date(2026, 1, 1), Fraction(3, 2))
    (reason,) = value(desk, second).not_counted
    with speaking("en"):
        assert not_counted_text(reason) == (
            "Someone counts for at most 2 full-time working years, counted from 01-01-2026."
        )


@pytest.mark.parametrize(("resumed", "euros"), [("2027-12-31", 17_500), ("2028-01-01", 35_000)])
def test_that_an_interruption_of_six_months_starts_the_two_years_again(
    desk: Desk, two_years: int, resumed: str, euros: int
) -> None:
    book(desk, two_years, DISABLED)
    later = replace(BACK, period=span(resumed, "2028-12-31"))
    assert worth(desk, book(desk, two_years, later)) == [euros]


def test_that_time_under_another_contract_and_other_rules_counts_as_well(
    desk: Desk, contract_id: int, two_years: int
) -> None:
    elsewhere = replace(DISABLED, block="participatiewet")
    book(desk, contract_id, elsewhere)
    second = book(desk, two_years, BACK)
    assert booked(desk, second).tenure == Tenure(date(2026, 1, 1), Fraction(3, 2))
    assert worth(desk, second) == [17_500]


def test_that_each_share_takes_over_what_its_own_rules_say(desk: Desk, two_years: int) -> None:
    """After eight months out the time starts again under the one contract, not the other."""
    shipped = rules("harlingen")
    strict = replace(
        shipped, id="strict", counting=replace(shipped.counting, interruption_months=12)
    )
    second = known(contracts.take_on(desk, replace(TWO_YEARS, number="2026-04"), strict))
    book(desk, two_years, DISABLED)
    later = replace(BACK, period=span("2028-03-01", "2029-02-28"))
    shares = [half_for(two_years, later), half_for(second, later)]
    effort_id = known(efforts.record(desk, later, shares))
    own, other = desk.store.allocations(effort_id)
    assert own.tenure == FRESH
    assert other.tenure == Tenure(date(2026, 1, 1), Fraction(3, 2))
    assert (own.valuation.value, other.valuation.value) == (Money(1_750_000), Money(875_000))
    assert desk.store.effort(effort_id).counted_since is None


def test_that_other_people_and_efforts_without_a_candidate_have_their_own_time(
    desk: Desk, year: int
) -> None:
    book(desk, year, UNEMPLOYED)
    other = book(desk, year, replace(AGAIN, candidate="K-02"))
    nobody = book(desk, year, replace(AGAIN, candidate=None))
    assert worth(desk, other, nobody) == [10_000, 10_000]


def test_that_time_without_a_limit_takes_nothing_over_but_is_used_up(
    desk: Desk, two_years: int
) -> None:
    unlimited = replace(DISABLED, block="banenafspraak")
    book(desk, two_years, unlimited)
    limited = book(desk, two_years, BACK)
    free = book(desk, two_years, replace(BACK, block="banenafspraak"))
    assert worth(desk, limited, free) == [17_500, 40_000]
    assert booked(desk, free).tenure == FRESH


def test_that_an_earlier_day_of_the_owner_himself_goes_before_ours(desk: Desk, year: int) -> None:
    book(desk, year, UNEMPLOYED)
    told = replace(AGAIN, counted_since=date(2025, 11, 1))
    second = book(desk, year, told)
    assert value(desk, second).counted == span("2026-10-01", "2026-10-31")
    assert desk.store.effort(second).counted_since == date(2025, 11, 1)
    third = book(desk, year, replace(AGAIN, period=span("2027-05-01", "2027-06-30")))
    assert booked(desk, third).tenure.since == date(2025, 11, 1)


# --- every act leaves the later efforts valued


def test_that_the_order_of_typing_makes_no_difference(desk: Desk, two_years: int) -> None:
    third = replace(BACK, period=span("2028-10-01", "2028-12-31"))
    outcomes = set()
    for order in permutations((DISABLED, BACK, third)):
        ids = {one.period.start: book(desk, two_years, one) for one in order}
        outcomes.add(tuple(worth(desk, *(ids[start] for start in sorted(ids)))))
        for _ in order:
            history.undo(desk)
    assert outcomes == {(52_500, 17_500, 0)}


def test_that_an_earlier_effort_takes_time_from_a_later_one_in_one_undoable_act(
    desk: Desk, year: int
) -> None:
    second = book(desk, year, AGAIN)
    before, entries = booked(desk, second), len(desk.store.history())
    book(desk, year, UNEMPLOYED)
    assert worth(desk, second) == [5_000]
    assert len(desk.store.history()) == entries + 1
    history.undo(desk)
    assert booked(desk, second) == before
    history.redo(desk)
    assert worth(desk, second) == [5_000]
    assert all(check.ok for check in desk.store.verify())


def test_that_removing_an_effort_gives_its_time_back_and_undo_takes_it_again(
    desk: Desk, two_years: int
) -> None:
    first, second = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    efforts.remove(desk, first)
    assert worth(desk, second) == [35_000]
    history.undo(desk)
    assert worth(desk, first, second) == [52_500, 17_500]


def test_that_a_change_of_dates_moves_the_clock_of_later_efforts(desk: Desk, year: int) -> None:
    first, second = book(desk, year, UNEMPLOYED), book(desk, year, AGAIN)
    later = replace(desk.store.effort(first), period=span("2026-04-01", "2026-08-31"))
    efforts.change(desk, later, [bookings.whole_for(year, later)])
    assert value(desk, second).counted == span("2026-10-01", "2027-03-31")
    history.undo(desk)
    assert worth(desk, second) == [5_000]


def test_that_an_effort_of_another_person_gives_the_time_to_that_one(desk: Desk, year: int) -> None:
    first, second = book(desk, year, UNEMPLOYED), book(desk, year, AGAIN)
    other = book(desk, year, replace(AGAIN, candidate="K-02"))
    moved = replace(desk.store.effort(first), candidate="K-02")
    efforts.change(desk, moved, [bookings.whole_for(year, moved)])
    assert worth(desk, second, other) == [10_000, 5_000]


def test_that_three_efforts_hand_on_the_time_in_turn(desk: Desk, two_years: int) -> None:
    """With the first one halved, the second counts whole and the third the half that is left."""
    first, second = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    third = book(desk, two_years, replace(BACK, period=span("2028-10-01", "2029-09-30")))
    assert worth(desk, first, second, third) == [52_500, 17_500, 0]
    shorter = replace(desk.store.effort(first), hours_per_week=Fraction(12))
    efforts.change(desk, shorter, [bookings.whole_for(two_years, shorter)])
    assert worth(desk, first, second, third) == [17_500, 35_000, 17_500]


@pytest.mark.parametrize("state", [EffortState.PLANNED, EffortState.COMMITTED])
def test_that_a_plan_has_its_place_in_the_time_as_well(
    desk: Desk, year: int, state: EffortState
) -> None:
    book(desk, year, replace(UNEMPLOYED, state=state))
    assert worth(desk, book(desk, year, replace(AGAIN, state=state))) == [5_000]


def test_that_a_rejected_effort_gives_its_time_back(desk: Desk, two_years: int) -> None:
    first, second = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    advance(desk, first, EffortState.REPORTED)
    assert worth(desk, second) == [17_500]
    efforts.judge(desk, first, EffortState.REJECTED, verdict="Geen bewijs")
    assert worth(desk, second) == [35_000]
    advance(desk, first, EffortState.REPORTED)
    assert worth(desk, second) == [17_500]
    history.undo(desk)
    history.undo(desk)
    assert worth(desk, second) == [17_500]


@pytest.mark.parametrize(
    "then", [None, EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART, EffortState.REJECTED]
)
def test_that_what_went_to_the_authority_keeps_its_value(
    desk: Desk, two_years: int, then: EffortState | None
) -> None:
    second = book(desk, two_years, BACK)
    advance(desk, second, EffortState.REPORTED)
    if then is not None:
        efforts.judge(desk, second, then)
    before = booked(desk, second)
    book(desk, two_years, DISABLED)
    prove(desk, second, two_years)
    assert replace(booked(desk, second), missing=()) == replace(before, missing=())


def test_that_an_effort_taken_back_from_a_report_is_valued_again(
    desk: Desk, two_years: int
) -> None:
    second = book(desk, two_years, BACK)
    advance(desk, second, EffortState.REPORTED)
    book(desk, two_years, DISABLED)
    assert worth(desk, second) == [35_000]
    advance(desk, second, EffortState.REALISED)
    assert worth(desk, second) == [17_500]


def test_that_a_changed_contract_hands_on_to_efforts_under_other_contracts(
    desk: Desk, two_years: int
) -> None:
    second = take_on(desk, replace(TWO_YEARS, number="2026-04"))
    first, later = book(desk, two_years, DISABLED), book(desk, second, BACK)
    assert worth(desk, first, later) == [52_500, 17_500]
    contract = desk.store.contract(two_years)
    contracts.change(desk, replace(contract, ends_on=date(2026, 12, 31)))
    assert worth(desk, first, later) == [35_000, 35_000]
    history.undo(desk)
    assert worth(desk, first, later) == [52_500, 17_500]


def test_that_changed_rules_may_set_the_clock_otherwise(desk: Desk, two_years: int) -> None:
    first, later = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    shipped, contract = rules("harlingen"), desk.store.contract(two_years)
    short = replace(shipped, counting=replace(shipped.counting, interruption_months=2))
    contracts.change(desk, contract, replace(short, id="short"))
    assert worth(desk, first, later) == [52_500, 35_000]
    free = replace(shipped.counting, default_limit=CountingLimit(LimitKind.UNLIMITED))
    contracts.change(desk, contract, replace(shipped, id="free", counting=free))
    assert [booked(desk, one).tenure for one in (first, later)] == [FRESH, FRESH]
    contracts.change(desk, contract, shipped)
    assert worth(desk, first, later) == [52_500, 17_500]


def test_that_a_reported_effort_keeps_its_clock_when_its_contract_changes(
    desk: Desk, two_years: int
) -> None:
    first, second = book(desk, two_years, DISABLED), book(desk, two_years, BACK)
    advance(desk, second, EffortState.REPORTED)
    efforts.remove(desk, first)
    contracts.change(desk, replace(desk.store.contract(two_years), title="Anders"))
    assert worth(desk, second) == [17_500]


# --- one time in all that is shown


def test_that_what_runs_today_counts_the_same_everywhere(desk: Desk, year: int) -> None:
    """On 10 January 2027 the second placement runs, but its time was over on 31 December."""
    first, second = book(desk, year, UNEMPLOYED), book(desk, year, AGAIN)
    for effort_id in (first, second):
        prove(desk, effort_id, year)
    winter = on(desk, date(2027, 1, 10))
    realised = Money(1_333_333) + Money(500_000)
    totals = positions.position(winter, year).totals
    assert (totals.realised, totals.planned) == (realised, ZERO)
    material = gather(winter, year, winter.today)
    assert sum((line.realised for line in material.lines), ZERO) == realised
    assert progress.curve(winter, year, winter.today).realised[-1].amount == realised
    place = weighing.places(winter)[year]
    assert place.standing.now.realised == realised
    reached = effort_lines.under_way(winter)()
    (running,) = desk.store.allocations(second)
    assert reached == Reached({running.allocation.id or 0: Money(500_000)})
    lines = effort_lines.every(winter)
    assert effort_lines.total(lines, reached, winter.today) == totals


def test_that_the_value_while_typing_is_the_one_that_is_booked(desk: Desk, two_years: int) -> None:
    first = book(desk, two_years, DISABLED)
    place = weighing.places(desk)[two_years]
    share = bookings.whole_for(two_years, BACK)
    weighed = weighing.weigh(BACK, share, place, desk.today)
    assert weighed.valuation == value(desk, book(desk, two_years, BACK))
    nobody = weighing.weigh(replace(BACK, candidate=None), share, place, desk.today)
    assert nobody.value == Money(3_500_000)
    # the first one is not an earlier effort of its own
    again = weighing.places(desk, first)[two_years]
    kept = desk.store.effort(first)
    whole = bookings.whole_for(two_years, kept)
    assert weighing.weigh(kept, whole, again, desk.today).valuation == value(desk, first)


def test_that_the_live_part_while_typing_uses_the_same_time(desk: Desk, year: int) -> None:
    book(desk, year, UNEMPLOYED)
    winter = on(desk, date(2027, 1, 10))
    place = weighing.places(winter)[year]
    share = bookings.whole_for(year, AGAIN)
    weighed = weighing.weigh(AGAIN, share, place, winter.today)
    assert (weighed.realised, weighed.planned) == (Money(500_000), ZERO)


def test_that_a_place_that_knows_nobody_takes_nothing_over(desk: Desk, two_years: int) -> None:
    book(desk, two_years, DISABLED)
    place = weighing.Place(desk.store.contract(two_years), desk.store.rule_set(two_years))
    assert place.tenure(BACK) == FRESH


def test_that_the_books_are_read_once_per_person(
    desk: Desk, two_years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(desk, two_years, DISABLED)
    people, under = People(desk), desk.store.rule_set(two_years)
    taken = people.tenure(BACK, under)
    monkeypatch.setattr(type(desk.store), "efforts_of", None)
    assert people.tenure(BACK, under) == taken


def test_that_rules_without_the_block_say_so(desk: Desk, two_years: int) -> None:
    with pytest.raises(UnknownBlockError):
        People(desk).tenure(UNEMPLOYED, desk.store.rule_set(two_years))


# --- whatever is booked


@settings(max_examples=40)
@given(st.data(), days)
def test_that_every_effort_of_ours_takes_over_what_the_books_say(
    data: st.DataObject, today: date
) -> None:
    """Also after one of them was removed, and again after that was undone."""
    desk = desk_on(today)
    fill(desk, data)
    ids = [line.effort_id for line in desk.store.effort_lines()]
    for turn in ("booked", "removed", "undone"):
        if turn == "removed" and ids:
            efforts.remove(desk, data.draw(st.sampled_from(ids)))
        if turn == "undone" and ids:
            history.undo(desk)
        _check(desk)
    assert all(check.ok for check in desk.store.verify())
    desk.store.close()


def _check(desk: Desk) -> None:
    people = People(desk)
    for effort in {line.effort_id for line in desk.store.effort_lines()}:
        kept = desk.store.effort(effort)
        if kept.state in TO_COME | {EffortState.REALISED}:
            shares = [one.allocation for one in desk.store.allocations(effort)]
            stored = [one.valuation for one in desk.store.allocations(effort)]
            assert [one.valuation for one in bookings.book(desk, kept, shares)] == stored
            for one in desk.store.allocations(effort):
                under = desk.store.rule_set(one.allocation.contract_id)
                assert one.tenure == people.tenure(kept, under)


def test_that_shares_after_each_other_count_two_years_together(desk: Desk) -> None:
    first = take_on(desk, replace(TWO_YEARS, ends_on=None))
    second = take_on(desk, replace(TWO_YEARS, number="2026-05", ends_on=None))
    long = replace(DISABLED, period=span("2026-01-01", "2028-12-31"))
    shares = (
        Allocation(first, span("2026-01-01", "2027-06-30"), PARTS),
        Allocation(second, span("2027-07-01", "2028-12-31"), PARTS),
    )
    effort_id = known(efforts.record(desk, long, shares))
    values = [one.valuation.value for one in desk.store.allocations(effort_id)]
    assert values == [Money(5_250_000), Money(1_750_000)]
    later = replace(long, period=span("2029-01-01", "2029-12-31"))
    assert worth(desk, book(desk, second, later)) == [0]
