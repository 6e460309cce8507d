"""An effort that an edition can count in no way: it stays in the books, and is worth nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.derivation import NotCounted, ReasonKind
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import CitizenNumberError, UnknownBlockError
from sroi_desktop.domain.matching import Answer
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.services import (
    contracts,
    dossiers,
    editions,
    effort_lines,
    efforts,
    elsewhere,
    history,
    positions,
    proofs,
    quantities,
    reports,
    weighing,
)
from sroi_desktop.services.bookings import OURS, whole_for
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.reports import Variant
from tests.unit.services.books import (
    BSN,
    CONTRACT,
    PLACED,
    TODAY,
    advance,
    book,
    desk_on,
    half_for,
    known,
    prove,
    rules,
    span,
    take_on,
)
from tests.unit.services.strategies import fill

MOVE = "Afgesproken met de gemeente"
WHY = "Deze regel staat niet in v3"
V2 = replace(CONTRACT, rule_set_id="utrecht-v2")
ROW = "participatiewet-over-2-years"  # in v2, and not in v3
LONG = replace(PLACED, block=ROW, title="Hovenier")
ASIDE = Answer(aside=WHY)


@pytest.fixture
def here(desk: Desk) -> int:
    """Return a contract under v2."""
    return take_on(desk, V2)


def effect_of(
    desk: Desk, contract_id: int, under: RuleSet, answers: dict[int, Answer]
) -> editions.Effect:
    return editions.effect(editions.freeze(desk, contract_id, under), answers)


def moved(desk: Desk, here: int) -> int:
    """Book an effort, move its contract and leave it without counting."""
    effort_id = book(desk, here, LONG)
    editions.switch(desk, here, rules(), MOVE, {effort_id: ASIDE})
    return effort_id


def test_that_the_preview_says_what_the_move_then_does(desk: Desk, here: int) -> None:
    effort_id = book(desk, here, LONG)
    other = book(desk, here, replace(PLACED, block="wia-wao", candidate="K-02"))
    found = effect_of(desk, here, rules(), {effort_id: ASIDE})
    assert found.in_the_way == ()
    change = found.changes[0]
    assert (change.is_set_aside, change.difference) == (True, Money(-1_333_333))
    assert found.after.totals.realised == Money(1_333_333)  # of the other: 40,000 x 24/36 x 6/12
    editions.switch(desk, here, rules(), MOVE, {effort_id: ASIDE})
    assert positions.position(desk, here).totals == found.after.totals
    (share,) = desk.store.allocations(effort_id)
    assert share.allocation.set_aside == WHY
    assert share.valuation.value == ZERO
    assert share.valuation.not_counted == (NotCounted(ReasonKind.SET_ASIDE, label=WHY),)
    assert share.missing == ()
    assert desk.store.effort(effort_id).block == ROW
    assert desk.store.rule_set(here).left_over == (rules("utrecht-v2").block(ROW),)
    assert replace(desk.store.rule_set(here), left_over=()) == rules()
    assert all(check.ok for check in desk.store.verify())
    assert other != effort_id


def test_that_one_undo_brings_everything_back_and_one_redo_takes_it(desk: Desk, here: int) -> None:
    effort_id = book(desk, here, LONG)
    before = desk.store.booked(here), desk.store.rule_set(here)
    editions.switch(desk, here, rules(), MOVE, {effort_id: ASIDE})
    after = desk.store.booked(here), desk.store.rule_set(here)
    history.undo(desk)
    assert (desk.store.booked(here), desk.store.rule_set(here)) == before
    history.redo(desk)
    assert (desk.store.booked(here), desk.store.rule_set(here)) == after
    assert all(check.ok for check in desk.store.verify())


def test_that_it_is_only_for_what_the_edition_cannot_count(desk: Desk, here: int) -> None:
    effort_id = book(desk, here, replace(PLACED, block="wia-wao"))
    (change,) = effect_of(desk, here, rules(), {effort_id: ASIDE}).changes
    assert not change.is_set_aside
    assert change.difference == Money(333_333)


def test_that_it_needs_a_reason_and_one_that_may_be_kept(desk: Desk, here: int) -> None:
    effort_id = book(desk, here, LONG)
    assert effect_of(desk, here, rules(), {effort_id: Answer(aside="")}).in_the_way
    (change,) = effect_of(desk, here, rules(), {effort_id: Answer(aside=f"van {BSN}")}).in_the_way
    assert change.obstacle is not None
    assert isinstance(change.obstacle.error, CitizenNumberError)


def test_that_what_was_judged_stays_as_it_was_judged(desk: Desk, here: int) -> None:
    effort_id = book(desk, here, LONG)
    advance(desk, effort_id, EffortState.REPORTED)
    efforts.judge(desk, effort_id, EffortState.ACCEPTED)
    editions.switch(desk, here, rules(), MOVE, {effort_id: ASIDE})
    (share,) = desk.store.allocations(effort_id)
    assert (share.valuation.value, share.allocation.set_aside) == (Money(1_333_333), None)
    assert positions.position(desk, here).totals.accepted == Money(1_333_333)
    days = span("2026-01-01", "2026-09-30")
    (line,) = reports.draft(desk, here, Variant.ANONYMOUS, days).data.lines
    assert rules("utrecht-v2").block(ROW).label in line.detail


def test_that_it_stays_worth_nothing_when_the_contract_changes(desk: Desk, here: int) -> None:
    effort_id = moved(desk, here)
    contract = desk.store.contract(here)
    contracts.change(desk, replace(contract, starts_on=date(2026, 4, 1)))
    altered = replace(rules(), full_time_hours=Fraction(40))
    contracts.adjust_rules(desk, here, altered, "De gemeente rekent met 40 uur")
    (share,) = desk.store.allocations(effort_id)
    assert (share.allocation.set_aside, share.valuation.value) == (WHY, ZERO)
    assert desk.store.rule_set(here).block(ROW).code == ROW
    assert desk.store.rule_set(here).full_time_hours == 40


def test_that_the_row_of_what_was_judged_stays_when_the_rules_are_adjusted(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    advance(desk, effort_id, EffortState.REPORTED)
    efforts.judge(desk, effort_id, EffortState.ACCEPTED)
    rows = tuple(row for row in rules().blocks if row.code != PLACED.block)
    contracts.adjust_rules(desk, contract_id, replace(rules(), blocks=rows), "Geschrapt")
    assert [row.code for row in desk.store.rule_set(contract_id).left_over] == [PLACED.block]
    days = span("2026-01-01", "2026-09-30")
    (line,) = reports.draft(desk, contract_id, Variant.ANONYMOUS, days).data.lines
    assert line.value == Money(1_333_333)
    with pytest.raises(UnknownBlockError):
        book(desk, contract_id, replace(PLACED, candidate="K-02"))


def test_that_no_evidence_is_asked_for_it_and_what_is_there_stays(desk: Desk, here: int) -> None:
    effort_id = moved(desk, here)
    assert proofs.missing(desk, here) == ()
    assert proofs.dossier(desk, effort_id).asked == ()
    prove(desk, effort_id, here)
    assert desk.store.allocations(effort_id)[0].missing == ()
    assert positions.position(desk, here).unproven_count == 0


def test_that_it_takes_no_counting_time(desk: Desk, here: int) -> None:
    moved(desk, here)
    later = replace(PLACED, block="ww", period=span("2026-10-01", "2027-03-31"))
    alone = replace(later, candidate="K-09")
    place = weighing.places(desk)[here]
    values = [
        weighing.weigh(one, whole_for(here, one), place, desk.today).value for one in (later, alone)
    ]
    assert values[0] == values[1]


def test_that_the_table_the_page_and_the_report_say_that_it_does_not_count(
    desk: Desk, here: int
) -> None:
    moved(desk, here)
    (line,) = effort_lines.every(desk)
    assert (line.is_set_aside, line.value) == (True, ZERO)
    assert line.block_label == rules("utrecht-v2").block(ROW).label
    (booking,) = dossiers.bookings_of(desk, here)
    assert booking.booked.allocation.set_aside == WHY
    days = span("2026-01-01", "2026-09-30")
    data = reports.draft(desk, here, Variant.ANONYMOUS, days).data
    (told,) = data.lines
    assert told.value == ZERO
    assert told.not_counted == (f"Onder deze regels kan dit niet meetellen: “{WHY}”.",)
    assert told.detail.endswith("; telt niet mee")
    assert data.totals.proven == data.totals.unproven == ZERO


def test_that_nothing_else_can_be_booked_under_a_row_that_is_left_over(
    desk: Desk, here: int
) -> None:
    moved(desk, here)
    another = replace(LONG, candidate="K-02")
    with pytest.raises(UnknownBlockError):
        book(desk, here, another)
    place = weighing.places(desk)[here]
    assert not place.knows(another)
    assert place.rows(another) == rules().blocks


def test_that_who_changes_it_sees_it_worth_nothing_until_it_has_a_row_that_counts(
    desk: Desk, here: int
) -> None:
    effort_id = moved(desk, here)
    place = weighing.places(desk, effort_id)[here]
    effort = replace(desk.store.effort(effort_id), title="Tuinman")
    assert place.rows(effort)[-1].code == ROW
    weighed = weighing.weigh(effort, whole_for(here, effort), place, desk.today)
    assert (weighed.value, weighed.lacking) == (ZERO, ())
    share = replace(whole_for(here, effort), set_aside=place.set_aside(effort))
    efforts.change(desk, effort, [share])
    assert desk.store.allocations(effort_id)[0].allocation.set_aside == WHY
    counting = replace(effort, block="participatiewet")
    assert place.set_aside(counting) is None
    efforts.change(desk, counting, [whole_for(here, counting)])
    (counted,) = desk.store.allocations(effort_id)
    assert (counted.allocation.set_aside, counted.valuation.value) == (None, Money(1_333_333))


def test_that_a_row_that_is_nowhere_in_the_rules_cannot_be_set_aside(desk: Desk, here: int) -> None:
    effort_id = moved(desk, here)
    unknown = replace(desk.store.effort(effort_id), block="nergens")
    with pytest.raises(UnknownBlockError):
        efforts.change(desk, unknown, [replace(whole_for(here, unknown), set_aside=WHY)])


def test_that_a_shared_effort_goes_on_to_count_elsewhere(desk: Desk, here: int) -> None:
    there = take_on(desk, replace(V2, number="2026-02", title="Wijk West"))
    effort_id = known(efforts.record(desk, LONG, [half_for(here, LONG), half_for(there, LONG)]))
    editions.switch(desk, here, rules(), MOVE, {effort_id: ASIDE})
    values = {
        one.allocation.contract_id: one.valuation.value for one in desk.store.allocations(effort_id)
    }
    assert values == {here: ZERO, there: Money(666_667)}
    places = weighing.places(desk, effort_id)
    effort = desk.store.effort(effort_id)
    assert (places[here].set_aside(effort), places[there].set_aside(effort)) == (WHY, None)


def test_that_going_back_counts_it_again_and_another_edition_asks_again(
    desk: Desk, here: int
) -> None:
    effort_id = moved(desk, here)
    third = replace(rules(), id="utrecht-v4", edition="v4")
    assert effect_of(desk, here, third, {}).in_the_way
    editions.switch(desk, here, third, MOVE, {effort_id: Answer(aside="Ook niet in v4")})
    assert desk.store.allocations(effort_id)[0].allocation.set_aside == "Ook niet in v4"
    editions.switch(desk, here, rules("utrecht-v2"), MOVE)
    (share,) = desk.store.allocations(effort_id)
    assert (share.allocation.set_aside, share.valuation.value) == (None, Money(1_333_333))
    assert desk.store.rule_set(here) == rules("utrecht-v2")


def test_that_the_edition_that_is_kept_is_the_same_with_what_is_left_over(
    desk: Desk, here: int
) -> None:
    moved(desk, here)
    with pytest.raises(editions.SameEditionError):
        editions.switch(desk, here, rules(), MOVE)


def test_that_what_cannot_be_valued_can_be_set_aside_too(desk: Desk, contract_id: int) -> None:
    """Under Alphen the row is there by that code, and counts by pieces that nobody counted."""
    effort_id = book(desk, contract_id, PLACED)
    row = replace(rules("alphen").block("maatschappelijke-activiteit"), code=PLACED.block)
    by_piece = replace(rules("alphen"), blocks=(row,))
    assert effect_of(desk, contract_id, by_piece, {}).in_the_way
    editions.switch(desk, contract_id, by_piece, MOVE, {effort_id: ASIDE})
    (share,) = desk.store.allocations(effort_id)
    assert (share.allocation.set_aside, share.valuation.value) == (WHY, ZERO)
    assert desk.store.rule_set(contract_id).left_over == ()


def test_that_it_is_no_hour_and_no_person_where_those_are_owed(desk: Desk, here: int) -> None:
    moved(desk, here)
    assert quantities.of_contract(desk, here) == ()
    place = weighing.places(desk)[here]
    assert place.standing.now.realised == ZERO


def test_that_elsewhere_it_may_count_and_here_no_row_is_proposed(desk: Desk, here: int) -> None:
    effort_id = moved(desk, here)
    found = elsewhere.of_booked(desk, effort_id, here)
    rows = {row.place.key: row.worth for row in found.rows()}
    assert rows[f"contract.{here}"].value is None
    assert rows["rules.utrecht-v2"].value == Money(1_333_333)
    assert found.block.code == ROW


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_that_a_move_that_counts_nothing_and_one_back_restore_all(data: st.DataObject) -> None:
    desk = desk_on(TODAY)
    contract_id, _other = fill(desk, data, OURS)
    kept = desk.store.rule_set(contract_id)
    before = desk.store.booked(contract_id)
    codes = tuple(replace(row, code=f"{row.code}-anders") for row in kept.blocks)
    other = replace(kept, id="other", edition="anders", blocks=codes, share_caps=())
    answers = {effort.id or 0: ASIDE for effort, _booked in before}
    found = effect_of(desk, contract_id, other, answers)
    assert found.in_the_way == ()
    editions.switch(desk, contract_id, other, MOVE, answers)
    totals = positions.position(desk, contract_id).totals
    assert totals == found.after.totals
    assert totals.realised == totals.planned == ZERO
    editions.switch(desk, contract_id, kept, MOVE)
    assert desk.store.booked(contract_id) == before
    assert all(check.ok for check in desk.store.verify())
    desk.store.close()
