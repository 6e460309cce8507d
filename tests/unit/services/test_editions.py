"""What another edition would mean for a contract, effort by effort, and moving to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.editions import EditionSwitch, Ground
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import CitizenNumberError, MissingInputError
from sroi_desktop.domain.matching import Answer
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import EditionBy, RuleSet
from sroi_desktop.rulesets import Library
from sroi_desktop.services import (
    contracts,
    dossiers,
    editions,
    efforts,
    history,
    positions,
    reports,
)
from sroi_desktop.services.bookings import OURS
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import explain
from sroi_desktop.services.reports import Variant
from tests.unit.services.books import (
    BOUGHT,
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

REASON = "Afgesproken met de gemeente op 3 november"
V2 = replace(CONTRACT, rule_set_id="utrecht-v2")
# € 30.000 under v2, € 40.000 under v3: the same row in both.
DISABLED = replace(PLACED, block="wia-wao")
LONG = replace(PLACED, block="participatiewet-over-2-years", title="Hovenier")
DEARER = replace(
    rules(),
    id="utrecht-v4",
    edition="v4",
    supersedes="utrecht-v3",
    blocks=tuple(
        replace(row, value=None if row.value is None else row.value + row.value)
        for row in rules().blocks
    ),
)


def judged(desk: Desk, effort_id: int, state: EffortState = EffortState.ACCEPTED) -> None:
    advance(desk, effort_id, EffortState.REPORTED)
    efforts.judge(desk, effort_id, state)


def effect_of(
    desk: Desk, contract_id: int, under: RuleSet, answers: dict[int, Answer] | None = None
) -> editions.Effect:
    return editions.effect(editions.freeze(desk, contract_id, under), answers or {})


def value(desk: Desk, effort_id: int) -> list[Money]:
    return [one.valuation.value for one in desk.store.allocations(effort_id)]


# ---- whom it concerns


def test_that_a_successor_is_found_for_a_set_and_for_a_contract_s_own_copy(desk: Desk) -> None:
    assert editions.successor(desk, rules("utrecht-v1")) == rules("utrecht-v2")
    own = replace(rules("utrecht-v2"), id="utrecht-v2-own")
    assert editions.successor(desk, own) == rules()
    assert editions.successor(desk, replace(own, id="ours", based_on="utrecht-v2")) == rules()
    assert editions.successor(desk, rules()) is None
    assert editions.newest(desk, rules("utrecht-v1")) == rules()
    assert editions.newest(desk, rules()) is None


def test_that_an_edition_concerns_contracts_that_keep_an_earlier_one(desk: Desk) -> None:
    older = take_on(desk, V2)
    take_on(desk, replace(CONTRACT, number="2026-02"))
    take_on(desk, replace(V2, number="2026-03", state=ContractState.SETTLED))
    elsewhere = replace(V2, number="2026-04", authority="Gemeente Elders", rule_set_id="harlingen")
    take_on(desk, elsewhere)
    assert [one.id for one in editions.touched(desk, rules())] == [older]


def test_that_an_earlier_edition_concerns_no_contract_that_keeps_a_later_one(desk: Desk) -> None:
    take_on(desk)
    assert editions.touched(desk, rules("utrecht-v2")) == ()


def test_that_an_edition_concerns_the_contracts_of_its_publisher_and_of_its_authority(
    desk: Desk,
) -> None:
    same = replace(rules("harlingen"), id="harlingen-own", edition="oud")
    ours = known(contracts.take_on(desk, CONTRACT, same))
    assert editions.touched(desk, rules("harlingen")) == ()
    other = replace(rules("harlingen"), id="harlingen-oud", publisher="Gemeente Harlingen")
    moved = replace(CONTRACT, number="2026-02", authority="Elders")
    by_publisher = known(contracts.take_on(desk, moved, other))
    assert [one.id for one in editions.touched(desk, rules("harlingen"))] == [by_publisher]
    in_leiden = replace(CONTRACT, number="2026-03", authority="Gemeente Leiden")
    by_authority = known(contracts.take_on(desk, in_leiden, rules("alphen")))
    assert [one.id for one in editions.touched(desk, rules("leiden-2023-09"))] == [by_authority]
    assert ours not in {by_publisher, by_authority}


def test_that_a_contract_can_be_moved_to_any_table_and_to_terms_alone(desk: Desk) -> None:
    every = editions.choices(desk)
    assert rules() in every
    assert rules("rijk") in every
    assert editions.find(desk, "utrecht-v2") == rules("utrecht-v2")
    assert editions.find(desk, "generic") is None


def test_that_editions_that_name_each_other_end_somewhere(desk: Desk) -> None:
    first = replace(rules(), id="a", supersedes="b")
    second = replace(rules(), id="b", supersedes="a")

    class Circle:
        rule_sets = (first, second)
        terms = own_sets = ()

        @staticmethod
        def for_authority(_name: str) -> tuple[RuleSet, ...]:
            return ()

    circular = Desk(desk.store, cast("Library", Circle()), desk.clock)
    assert editions.newest(circular, first) == second
    take_on(desk)
    assert editions.touched(circular, replace(first, publisher="Elders")) == ()


def test_that_the_verdict_knows_the_day_that_the_source_names(desk: Desk, contract_id: int) -> None:
    dated = replace(DEARER, valid_from=date(2026, 7, 1), edition_by=EditionBy.AWARD)
    books = editions.freeze(desk, contract_id, dated)
    found = editions.effect(books).verdict
    assert (found.holds, found.ground, found.day) == (False, Ground.DAY, CONTRACT.awarded_on)
    open_ended = editions.verdict_on(desk, desk.store.contract(contract_id), rules())
    assert open_ended.ground is Ground.FIRST_DAY_UNKNOWN


# ---- what it means


def test_that_an_effect_tells_each_value_before_and_after_with_its_derivation(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    book(desk, contract_id, DISABLED)
    found = effect_of(desk, contract_id, rules())
    (change,) = found.changes
    # 24/36 hours, 6/12 months: of 30,000 that is 10,000, of 40,000 it is 13,333.33.
    assert change.before.booked.valuation.value == Money(1_000_000)
    assert change.after is not None
    assert change.after.booked.valuation.value == Money(1_333_333)
    assert change.after.booked.valuation.is_consistent()
    assert change.difference == Money(333_333)
    assert found.before.totals.unproven == Money(1_000_000)
    assert found.after.totals.unproven == Money(1_333_333)
    assert found.before.owed.amount == found.after.owed.amount == Money(12_000_000)
    assert not change.is_judged


def test_that_nothing_is_written_to_find_an_effect_out(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    book(desk, contract_id, DISABLED)
    before = desk.store.history_head()
    effect_of(desk, contract_id, rules())
    assert desk.store.history_head() == before


def test_that_the_work_is_watched_and_can_be_stopped(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    seen: list[tuple[int, int]] = []

    class Watch:
        def report(self, done: int, total: int, /) -> None:
            seen.append((done, total))

    editions.effect(editions.freeze(desk, contract_id, DEARER), progress=Watch())
    assert seen == [(0, 1), (1, 1)]

    class Stop:
        def report(self, done: int, total: int, /) -> None:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        editions.effect(editions.freeze(desk, contract_id, DEARER), progress=Stop())


def test_that_a_row_that_is_not_there_is_named_with_the_nearest_as_a_choice(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    effort_id = book(desk, contract_id, LONG)
    found = effect_of(desk, contract_id, rules())
    (change,) = found.in_the_way
    assert change.obstacle is not None
    assert change.difference is None
    assert change.obstacle.row == rules("utrecht-v2").block("participatiewet-over-2-years")
    assert change.obstacle.choices[0].code == "participatiewet"
    assert found.after.totals.realised == ZERO
    answered = effect_of(desk, contract_id, rules(), {effort_id: Answer("participatiewet")})
    assert answered.in_the_way == ()
    assert answered.after.totals.realised == Money(1_333_333)


def test_that_a_claimed_bonus_that_is_not_there_is_named(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, replace(DISABLED, bonuses=("status-holder",)))
    (change,) = effect_of(desk, contract_id, rules("utrecht-v2")).in_the_way
    assert change.obstacle is not None
    assert [one.code for one in change.obstacle.bonuses] == ["status-holder"]
    assert change.obstacle.row is None
    without = {effort_id: Answer(without=frozenset({"status-holder"}))}
    assert effect_of(desk, contract_id, rules("utrecht-v2"), without).in_the_way == ()


def test_that_what_valuing_refuses_is_in_the_way_with_its_reason(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    per_piece = Answer("maatschappelijke-activiteit")
    found = effect_of(desk, contract_id, rules("alphen"), {effort_id: per_piece})
    (change,) = found.in_the_way
    assert change.obstacle is not None
    assert isinstance(change.obstacle.error, MissingInputError)


def test_that_a_choice_that_another_contract_does_not_know_is_in_the_way(desk: Desk) -> None:
    here = take_on(desk, V2)
    there = take_on(desk, replace(V2, number="2026-02", title="Wijk West"))
    effort_id = known(efforts.record(desk, LONG, [half_for(here, LONG), half_for(there, LONG)]))
    answers = {effort_id: Answer("participatiewet")}
    (change,) = effect_of(desk, here, rules(), answers).in_the_way
    assert change.obstacle is not None
    assert change.obstacle.elsewhere == ("Wijk West",)
    assert change.obstacle.choices[0].code == "participatiewet"


def test_that_what_the_authority_judged_keeps_its_value(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    effort_id = book(desk, contract_id, DISABLED)
    judged(desk, effort_id)
    found = effect_of(desk, contract_id, rules())
    (change,) = found.changes
    assert change.is_judged
    assert change.difference == ZERO
    assert found.after.totals == found.before.totals
    assert found.before.totals.accepted == Money(1_000_000)


def test_that_a_limit_of_the_edition_counts_in_its_totals(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    capped = replace(rules().block("participatiewet"), share_cap=Fraction(1, 20))
    edition = replace(rules(), id="capped", blocks=(capped, *rules().blocks[1:]))
    found = effect_of(desk, contract_id, edition)
    # One twentieth of € 120,000 is € 6,000; of € 13,333.33 the rest does not count.
    assert found.after.totals.realised == Money(600_000)
    assert found.after.totals.beyond == Money(733_333)
    editions.switch(desk, contract_id, edition, REASON)
    assert positions.position(desk, contract_id).totals == found.after.totals


def test_that_the_counting_time_of_a_person_runs_on_under_the_other_rules(desk: Desk) -> None:
    contract_id = take_on(desk, replace(CONTRACT, ends_on=date(2029, 12, 31)))
    other = take_on(desk, replace(CONTRACT, number="2026-02", rule_set_id="haaglanden-2023-07"))
    early = replace(PLACED, block="ww", period=span("2026-01-01", "2026-03-31"))
    between = replace(early, period=span("2026-04-01", "2026-06-30"))
    late = replace(early, period=span("2026-07-01", "2027-06-30"))
    last = replace(early, period=span("2027-07-01", "2027-12-31"))
    book(desk, contract_id, early)
    elsewhere = book(desk, other, between)
    ids = [book(desk, contract_id, one) for one in (late, last)]
    year = replace(rules("haaglanden-2023-07"), id="year")
    found = effect_of(desk, contract_id, year)
    switched = editions.switch(desk, contract_id, year, REASON)
    assert known(switched) == contract_id
    # Twelve months from the first day: of the second effort here six are left, of the last none.
    worth = [one.after.booked.valuation.value for one in found.changes if one.after is not None]
    assert worth == [Money(333_333), Money(666_667), ZERO]
    assert [value(desk, one) for one in ids] == [[Money(666_667)], [ZERO]]
    assert value(desk, elsewhere) == [Money(333_333)]


def test_that_what_was_rejected_took_no_counting_time_under_the_other_rules(
    desk: Desk, contract_id: int
) -> None:
    early = replace(PLACED, block="ww", period=span("2026-01-01", "2026-03-31"))
    judged(desk, book(desk, contract_id, early), EffortState.REJECTED)
    book(desk, contract_id, replace(early, period=span("2026-07-01", "2027-06-30")))
    year = replace(rules("haaglanden-2023-07"), id="year")
    late = effect_of(desk, contract_id, year).changes[1].after
    # 24/36 of € 20,000 for a whole year: the clock begins with this effort.
    assert late is not None
    assert late.booked.valuation.value == Money(1_333_333)


# ---- moving to it


def test_that_a_switch_is_one_act_that_does_what_was_foretold(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    effort_id = book(desk, contract_id, DISABLED)
    prove(desk, book(desk, contract_id, replace(LONG, candidate="K-02")), contract_id)
    second = desk.store.booked(contract_id)[1][0].id or 0
    answers = {second: Answer("participatiewet")}
    foretold = effect_of(desk, contract_id, rules(), answers)
    entries = len(desk.store.history())
    done = editions.switch(desk, contract_id, rules(), f"  {REASON}\n", answers)
    assert done.changed == {Changed.CONTRACTS, Changed.EFFORTS}
    assert len(desk.store.history()) == entries + 1
    assert positions.position(desk, contract_id).totals == foretold.after.totals
    assert desk.store.rule_set(contract_id) == rules()
    contract = desk.store.contract(contract_id)
    assert contract.rule_set_id == "utrecht-v3"
    assert contract.switches == (
        EditionSwitch(TODAY, editions.told(rules("utrecht-v2")), editions.told(rules()), REASON),
    )
    assert desk.store.effort(second).block == "participatiewet"
    assert value(desk, effort_id) == [Money(1_333_333)]
    assert all(check.ok for check in desk.store.verify())


def test_that_the_history_tells_from_which_edition_to_which_and_why(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    editions.switch(desk, contract_id, rules(), REASON)
    told = dossiers.history_of(desk, contract_id)[0].text
    assert told.startswith("andere uitgave: ")
    assert "v2 → " in told
    assert told.endswith(f"v3, reden: {REASON}")


def test_that_one_undo_restores_contract_rules_and_totals_to_the_cent(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    effort_id = book(desk, contract_id, LONG)
    book(desk, contract_id, replace(DISABLED, candidate="K-02", hours_per_week=Fraction(19)))
    contract, booked = desk.store.contract(contract_id), desk.store.booked(contract_id)
    before = positions.position(desk, contract_id).totals
    editions.switch(desk, contract_id, rules(), REASON, {effort_id: Answer("participatiewet")})
    assert positions.position(desk, contract_id).totals != before
    history.undo(desk)
    assert positions.position(desk, contract_id).totals == before
    assert desk.store.contract(contract_id) == contract
    assert desk.store.rule_set(contract_id) == rules("utrecht-v2")
    assert desk.store.booked(contract_id) == booked


def test_that_a_switch_without_a_reason_is_refused(desk: Desk, contract_id: int) -> None:
    with pytest.raises(editions.NoReasonError) as caught:
        editions.switch(desk, contract_id, DEARER, " \n")
    assert explain(caught.value).startswith("Zeg waarom")


def test_that_a_reason_with_a_citizen_number_is_refused(desk: Desk, contract_id: int) -> None:
    with pytest.raises(CitizenNumberError):
        editions.switch(desk, contract_id, DEARER, f"besproken met {BSN}")
    assert desk.store.rule_set(contract_id) == rules()


def test_that_a_contract_is_not_moved_to_the_edition_that_it_keeps(
    desk: Desk, contract_id: int
) -> None:
    with pytest.raises(editions.SameEditionError) as caught:
        editions.switch(desk, contract_id, rules(), REASON)
    assert "v3" in explain(caught.value)


def test_that_efforts_in_the_way_are_named_and_nothing_is_changed(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    book(desk, contract_id, LONG)
    before = desk.store.history_head()
    with pytest.raises(contracts.EffortsInTheWayError) as caught:
        editions.switch(desk, contract_id, rules(), REASON)
    assert caught.value.titles == (LONG.title,)
    assert desk.store.history_head() == before


def test_that_an_issued_report_stays_byte_for_byte(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    prove(desk, book(desk, contract_id, DISABLED), contract_id)
    draft = reports.draft(desk, contract_id, Variant.ANONYMOUS, span("2026-01-01", "2026-09-30"))
    report_id = known(reports.issue(desk, draft, b"%PDF-1.7 frozen"))
    pdf, data = desk.store.report_pdf(report_id), desk.store.report_data(report_id)
    issued = desk.store.reports(contract_id)
    foretold = effect_of(desk, contract_id, rules()).after.totals
    assert foretold.reported == Money(1_000_000)
    editions.switch(desk, contract_id, rules(), REASON)
    assert positions.position(desk, contract_id).totals == foretold
    assert desk.store.report_pdf(report_id) == pdf
    assert desk.store.report_data(report_id) == data
    assert desk.store.reports(contract_id) == issued
    assert value(desk, 1) == [Money(1_333_333)]
    history.undo(desk)
    assert value(desk, 1) == [Money(1_000_000)]
    assert all(check.ok for check in desk.store.verify())


def test_that_a_judged_effort_gets_its_row_and_keeps_its_value(desk: Desk) -> None:
    contract_id = take_on(desk, V2)
    effort_id = book(desk, contract_id, LONG)
    judged(desk, effort_id)
    editions.switch(desk, contract_id, rules(), REASON, {effort_id: Answer("participatiewet")})
    assert desk.store.effort(effort_id).block == "participatiewet"
    assert value(desk, effort_id) == [Money(1_333_333)]
    contract = desk.store.contract(contract_id)
    contracts.change(desk, replace(contract, starts_on=date(2026, 6, 1)))
    assert value(desk, effort_id) == [Money(1_333_333)]


def test_that_a_shared_effort_is_valued_for_the_other_contract_too(desk: Desk) -> None:
    here = take_on(desk, V2)
    there = take_on(desk, replace(V2, number="2026-02"))
    effort_id = known(efforts.record(desk, LONG, [half_for(here, LONG), half_for(there, LONG)]))
    both = replace(
        rules(),
        id="both",
        blocks=(
            *rules().blocks,
            replace(rules().block("wia-wao"), code="participatiewet-under-2-years"),
        ),
    )
    without = replace(both, blocks=both.blocks[1:])
    answers = {effort_id: Answer("participatiewet-under-2-years")}
    editions.switch(desk, here, without, REASON, answers)
    # Half of 24/36 x 6/12: of 40,000 here, of 30,000 under v2 for the other.
    assert value(desk, effort_id) == [Money(666_667), Money(500_000)]
    assert desk.store.effort(effort_id).block == "participatiewet-under-2-years"
    assert all(check.ok for check in desk.store.verify())


# ---- properties


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_that_the_same_edition_changes_nothing_and_going_there_and_back_restores_all(
    data: st.DataObject,
) -> None:
    desk = desk_on(TODAY)
    contract_id, _other = fill(desk, data, OURS)
    kept = desk.store.rule_set(contract_id)
    same = effect_of(desk, contract_id, kept)
    assert [one.difference for one in same.changes] == [ZERO] * len(same.changes)
    assert same.before.totals == same.after.totals
    assert same.before.totals == positions.position(desk, contract_id).totals
    before = {
        effort.id: desk.store.allocations(effort.id or 0)
        for effort, _booked in desk.store.booked(contract_id)
    }
    dearer = tuple(
        replace(row, value=None if row.value is None else row.value + row.value)
        for row in kept.blocks
    )
    other = replace(kept, id="other", edition="duurder", blocks=dearer)
    editions.switch(desk, contract_id, other, REASON)
    editions.switch(desk, contract_id, kept, REASON)
    after = {
        effort.id: desk.store.allocations(effort.id or 0)
        for effort, _booked in desk.store.booked(contract_id)
    }
    assert after == before
    desk.store.close()
