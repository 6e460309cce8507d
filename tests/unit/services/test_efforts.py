"""Booking what was done, and everything that comes with it, in one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import (
    CitizenNumberError,
    HoursOutOfRangeError,
    MissingInputError,
    OverAllocatedError,
    StateChangeError,
    UnknownBlockError,
    UnknownBonusError,
)
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.parties import Candidate, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import bookings, efforts, evidence, history, positions, reports
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.efforts import Brings, ReportedSharesError
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services.books import (
    BOUGHT,
    BSN,
    CONTRACT,
    HELPED,
    PLACED,
    a_file,
    advance,
    book,
    half_for,
    known,
    prove,
    span,
    take_on,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.services.desk import Desk


def values(desk: Desk, effort_id: int) -> list[Money]:
    return [booked.valuation.value for booked in desk.store.allocations(effort_id)]


# -- what is booked


@pytest.mark.parametrize(
    ("effort", "cents"), [(PLACED, 1_333_333), (BOUGHT, 425_000), (HELPED, 240_000)]
)
def test_that_the_walk_s_bookings_are_worth_what_the_issue_says(
    desk: Desk, contract_id: int, effort: object, cents: int
) -> None:
    assert isinstance(effort, type(PLACED))
    assert values(desk, book(desk, contract_id, effort)) == [Money(cents)]


def test_that_a_booking_is_one_act_that_says_what_changed(desk: Desk, contract_id: int) -> None:
    before = len(desk.store.history())
    done = efforts.record(desk, PLACED, [bookings.whole_for(contract_id, PLACED)])
    assert done.changed == {Changed.EFFORTS, Changed.EVIDENCE, Changed.PARTIES}
    assert len(desk.store.history()) == before + 1
    opened = efforts.opened(desk, known(done))
    assert opened.effort == replace(PLACED, id=done.id)
    assert [share.contract_id for share in opened.allocations] == [contract_id]
    assert opened.pieces == ()


def test_that_an_effort_need_not_count_for_a_contract_yet(desk: Desk) -> None:
    effort_id = known(efforts.record(desk, PLACED, []))
    assert values(desk, effort_id) == []


def test_that_a_share_of_nothing_is_left_out(desk: Desk, contract_id: int) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    shares = [
        Allocation(contract_id, BOUGHT.period, PARTS),
        Allocation(second, BOUGHT.period, 0),
    ]
    effort_id = known(efforts.record(desk, BOUGHT, shares))
    assert values(desk, effort_id) == [Money(425_000)]


def test_that_an_invoice_divided_over_time_counts_once_where_its_last_day_lies(
    desk: Desk, contract_id: int
) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    year = replace(BOUGHT, period=span("2026-01-01", "2026-12-31"))
    shares = [
        Allocation(contract_id, span("2026-01-01", "2026-06-30")),
        Allocation(second, span("2026-07-01", "2026-12-31")),
    ]
    effort_id = known(efforts.record(desk, year, shares))
    assert values(desk, effort_id) == [ZERO, Money(425_000)]


def test_that_a_placement_divided_over_time_counts_each_day_once(
    desk: Desk, contract_id: int
) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    shares = [
        Allocation(contract_id, span("2026-03-01", "2026-05-31")),
        Allocation(second, span("2026-06-01", "2026-08-31")),
    ]
    effort_id = known(efforts.record(desk, PLACED, shares))
    assert values(desk, effort_id) == [Money(666_667), Money(666_667)]


def test_that_a_share_outside_the_effort_is_worth_nothing(desk: Desk, contract_id: int) -> None:
    share = Allocation(contract_id, span("2027-01-01", "2027-06-30"))
    assert values(desk, known(efforts.record(desk, PLACED, [share]))) == [ZERO]


def test_that_shares_never_claim_more_than_the_whole(desk: Desk, contract_id: int) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    shares = [bookings.whole_for(contract_id, PLACED), half_for(second, PLACED)]
    with pytest.raises(OverAllocatedError) as caught:
        efforts.record(desk, PLACED, shares)
    assert "150%" in explain(caught.value)
    assert desk.store.effort_lines() == ()


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"block": "nergens"}, UnknownBlockError),
        ({"bonuses": ("nergens",)}, UnknownBonusError),
        ({"block": "sociale-inkoop"}, MissingInputError),
        ({"block": "sociaal-initiatief", "hours": Fraction(10**9), "employees": 10**6}, None),
        ({"supplier_id": 99}, UnknownRecordError),
    ],
)
def test_that_an_effort_that_cannot_be_valued_is_refused_and_nothing_is_kept(
    desk: Desk, contract_id: int, wrong: dict[str, object], error: type[Exception] | None
) -> None:
    head = desk.store.history_head()
    fields: dict[str, object] = wrong
    effort = replace(PLACED, **fields)  # type: ignore[arg-type]
    with pytest.raises(error or bookings.ImpossibleValueError) as caught:
        book(desk, contract_id, effort)
    assert explain(caught.value).endswith(".")
    assert desk.store.history_head() == head
    assert desk.store.candidates() == ()


@pytest.mark.parametrize("hours", [0, -1, 169])
def test_that_hours_that_no_week_has_never_reach_the_books(hours: int) -> None:
    with pytest.raises(HoursOutOfRangeError) as caught:
        replace(PLACED, hours_per_week=Fraction(hours))
    assert str(hours) in explain(caught.value)


@pytest.mark.parametrize("field", ["title", "note", "place", "candidate", "verdict"])
def test_that_a_bsn_never_reaches_the_books(field: str) -> None:
    unchecked: dict[str, object] = {field: f"Jan {BSN}"}
    with pytest.raises(CitizenNumberError) as caught:
        replace(PLACED, **unchecked)  # type: ignore[arg-type]
    assert BSN not in explain(caught.value) + repr(caught.value)


def test_that_a_contract_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        book(desk, 99, PLACED)
    assert explain(caught.value).endswith(".")


@pytest.mark.parametrize(
    "title", ["<b>Kweker & Zn</b>", "x" * 300, "🌱 hovenier", "\u202eginev", "{about}"]
)
def test_that_any_name_comes_back_as_it_was_typed(desk: Desk, contract_id: int, title: str) -> None:
    effort_id = book(desk, contract_id, replace(PLACED, title=title))
    assert desk.store.effort(effort_id).title == title
    assert desk.store.history()[0].about == title


# -- what comes with it


def test_that_candidate_supplier_and_proof_come_and_go_with_the_booking(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    proof = evidence.from_file(desk, "factuur", a_file(tmp_path), title="Factuur")
    seen = evidence.sighting(
        "erkenning-leverancier", title="Erkenning", seen_by="M.", seen_on=date(2026, 4, 1)
    )
    brings = Brings("kok", Supplier("De Broodbrigade", "PSO"), (proof, seen))
    effort = replace(BOUGHT, candidate="K-07")
    done = efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)], brings)
    (supplier,) = desk.store.suppliers()
    assert desk.store.effort(known(done)).supplier_id == supplier.id
    assert desk.store.candidate_by_code("K-07") == Candidate("K-07", "kok", id=1)
    assert len(desk.store.pieces(known(done))) == 2
    assert desk.store.allocations(known(done))[0].missing == ()
    history.undo(desk)
    assert desk.store.suppliers() == ()
    assert desk.store.candidates() == ()
    assert desk.store.effort_lines() == ()


def test_that_a_known_candidate_gets_a_role_only_while_there_is_none(
    desk: Desk, contract_id: int
) -> None:
    whole = [bookings.whole_for(contract_id, PLACED)]
    for role in (None, "hovenier", "stratenmaker"):
        efforts.record(desk, PLACED, whole, Brings(role))
    assert [one.role for one in desk.store.candidates()] == ["hovenier"]


def test_that_a_supplier_that_changed_is_changed_with_the_booking(
    desk: Desk, contract_id: int
) -> None:
    whole = [bookings.whole_for(contract_id, BOUGHT)]
    efforts.record(desk, BOUGHT, whole, Brings(supplier=Supplier("De Haven")))
    (supplier,) = desk.store.suppliers()
    renewed = replace(supplier, valid_until=date(2027, 6, 1))
    done = efforts.record(desk, BOUGHT, whole, Brings(supplier=renewed))
    assert desk.store.suppliers() == (renewed,)
    assert desk.store.effort(known(done)).supplier_id == supplier.id


def test_that_a_candidate_without_a_code_is_no_candidate(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, replace(PLACED, candidate=""))
    assert desk.store.effort(effort_id).candidate is None
    assert desk.store.candidates() == ()


def test_that_the_next_code_follows_those_in_use(desk: Desk, contract_id: int) -> None:
    assert efforts.proposed_code(desk) == "K-01"
    book(desk, contract_id, replace(PLACED, candidate="K-09"))
    book(desk, contract_id, replace(PLACED, candidate="Anna"))
    assert efforts.proposed_code(desk) == "K-10"


# -- changing, moving on, removing


def test_that_a_change_values_again_and_keeps_the_evidence(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    evidence.attach(desk, effort_id, "factuur", a_file(tmp_path), title="Factuur")
    dearer = replace(desk.store.effort(effort_id), amount=Money(500_000))
    seen = evidence.sighting(
        "erkenning-leverancier", title="Erkenning", seen_by="M.", seen_on=date(2026, 4, 1)
    )
    whole = [bookings.whole_for(contract_id, dearer)]
    efforts.change(desk, dearer, whole, Brings(proof=(seen,)))
    assert values(desk, effort_id) == [Money(500_000)]
    assert desk.store.allocations(effort_id)[0].missing == ()
    history.undo(desk)
    assert values(desk, effort_id) == [Money(425_000)]


def test_that_a_change_can_move_an_effort_to_another_contract(desk: Desk, contract_id: int) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    effort_id = book(desk, contract_id, PLACED)
    effort = desk.store.effort(effort_id)
    efforts.change(desk, effort, [bookings.whole_for(second, effort)])
    assert positions.position(desk, contract_id).efforts == 0
    assert positions.position(desk, second).efforts == 1


def test_that_an_effort_that_was_never_kept_cannot_be_changed(desk: Desk, contract_id: int) -> None:
    with pytest.raises(ValueError, match="never kept"):
        efforts.change(desk, PLACED, [bookings.whole_for(contract_id, PLACED)])


def test_that_an_effort_that_is_gone_cannot_be_changed(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    effort = desk.store.effort(effort_id)
    efforts.remove(desk, effort_id)
    with pytest.raises(UnknownRecordError):
        efforts.change(desk, effort, [bookings.whole_for(contract_id, effort)])


def test_that_an_effort_moves_only_along_its_life(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, replace(PLACED, state=EffortState.PLANNED))
    advance(desk, effort_id, EffortState.COMMITTED, EffortState.REALISED)
    with pytest.raises(StateChangeError) as caught:
        efforts.move_on(desk, effort_id, EffortState.ACCEPTED)
    assert explain(caught.value)


def test_that_the_authority_s_verdict_is_kept_with_its_reason(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    advance(desk, effort_id, EffortState.REPORTED)
    efforts.judge(
        desk,
        effort_id,
        EffortState.ACCEPTED_IN_PART,
        accepted=Money(1_000_000),
        verdict="Te laat begonnen",
    )
    totals = positions.position(desk, contract_id).totals
    assert (totals.accepted, totals.rejected) == (Money(1_000_000), Money(333_333))
    assert desk.store.effort(effort_id).verdict == "Te laat begonnen"
    history.undo(desk)
    assert positions.position(desk, contract_id).totals.accepted == ZERO


def test_that_nothing_is_judged_before_it_was_reported(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    with pytest.raises(StateChangeError):
        efforts.judge(desk, effort_id, EffortState.ACCEPTED)


def test_that_removing_takes_evidence_along_and_undo_brings_all_back(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    evidence.attach(desk, effort_id, "factuur", a_file(tmp_path), title="Factuur")
    before = positions.positions(desk), desk.store.pieces(effort_id)
    efforts.remove(desk, effort_id)
    assert desk.store.effort_lines() == ()
    history.undo(desk)
    assert (positions.positions(desk), desk.store.pieces(effort_id)) == before
    efforts.remove(desk, effort_id)
    history.undo(desk)
    assert (positions.positions(desk), desk.store.pieces(effort_id)) == before


def test_that_an_accepted_amount_is_divided_over_a_share_by_its_size(
    desk: Desk, contract_id: int
) -> None:
    accepted = replace(PLACED, state=EffortState.ACCEPTED_IN_PART, accepted=Money(1_000_000))
    half = bookings.book(desk, accepted, [half_for(contract_id, accepted)])[0]
    assert bookings.accepted_alone(accepted, half) == Money(500_000)
    whole = replace(accepted, state=EffortState.ACCEPTED, accepted=None)
    assert bookings.accepted_alone(whole, half) == Money(666_667)


def test_that_a_share_was_worth_nothing_before_it_began(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    (entry,) = bookings.of_effort(desk, effort_id)
    contract, rules = desk.store.contract(contract_id), desk.store.rule_set(contract_id)
    worth = [
        bookings.worth_until(entry, rules, contract, day).value
        for day in (date(2026, 2, 28), date(2026, 5, 31), date(2026, 8, 31), date(2027, 1, 1))
    ]
    assert worth == [ZERO, Money(666_667), Money(1_333_333), Money(1_333_333)]
    assert Period(date(2026, 3, 1), date(2026, 8, 31)) == entry.effort.period


# -- what was reported


@pytest.fixture
def reported(desk: Desk, contract_id: int) -> int:
    """Return an effort that a report tells of."""
    effort_id = book(desk, contract_id, PLACED)
    prove(desk, effort_id, contract_id)
    period = span("2026-01-01", "2026-09-30")
    reports.publish(desk, contract_id, reports.Variant.PSEUDONYMOUS, period)
    return effort_id


def test_that_other_shares_of_what_was_reported_are_refused_with_the_way_out(
    desk: Desk, contract_id: int, reported: int
) -> None:
    opened = efforts.opened(desk, reported)
    assert opened.effort.state is EffortState.REPORTED
    assert [one.number for one in opened.reports] == ["2026-001"]
    with pytest.raises(ReportedSharesError) as refused:
        efforts.change(desk, opened.effort, [half_for(contract_id, opened.effort)])
    assert "2026-001" in explain(refused.value)
    # moved back to realised it can be divided again
    advance(desk, reported, EffortState.REALISED)
    effort = desk.store.effort(reported)
    efforts.change(desk, effort, [half_for(contract_id, effort)])
    assert values(desk, reported) == [Money(666_667)]


def test_that_what_was_reported_can_be_changed_in_all_but_its_shares(
    desk: Desk, contract_id: int, reported: int
) -> None:
    effort = replace(desk.store.effort(reported), note="Uren nagekeken")
    shares = [bookings.whole_for(contract_id, effort), Allocation(contract_id, effort.period, 0)]
    efforts.change(desk, effort, shares)
    assert desk.store.effort(reported).note == "Uren nagekeken"


def test_that_what_went_out_without_a_report_of_ours_can_be_divided_again(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    advance(desk, effort_id, EffortState.REPORTED)
    effort = desk.store.effort(effort_id)
    efforts.change(desk, effort, [half_for(contract_id, effort)])
    assert values(desk, effort_id) == [Money(666_667)]
