"""What screens read: dossiers, tables of efforts, what proves them, rules side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.account import NO_TOTALS
from sroi_desktop.domain.allocation import Allocation
from sroi_desktop.domain.effort import ACCEPTED, EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import (
    bookings,
    contracts,
    dossiers,
    effort_lines,
    efforts,
    evidence,
    positions,
    proofs,
    reports,
    rules,
    weighing,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.reports import Variant
from sroi_desktop.services.reports.archive import issued, pages_of
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services import books
from tests.unit.services.books import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    TODAY,
    UNKNOWN,
    a_file,
    advance,
    book,
    desk_on,
    half_for,
    known,
    on,
    prove,
    span,
    take_on,
)
from tests.unit.services.strategies import days, fill

if TYPE_CHECKING:
    from pathlib import Path

YEAR = span("2026-01-01", "2026-09-30")


# -- one contract


def test_that_a_dossier_reads_a_contract_with_its_own_rules(desk: Desk, contract_id: int) -> None:
    assert dossiers.contracts(desk) == (desk.store.contract(contract_id),)
    assert dossiers.contract_of(desk, contract_id).title == CONTRACT.title
    assert dossiers.rules_of(desk, contract_id) == books.rules()
    with pytest.raises(UnknownRecordError):
        dossiers.contract_of(desk, 99)


def test_that_bookings_come_latest_first_with_what_they_lack_by_name(
    desk: Desk, contract_id: int
) -> None:
    for effort in (PLACED, HELPED, BOUGHT):
        book(desk, contract_id, effort)
    found = dossiers.bookings_of(desk, contract_id)
    assert [one.effort.title for one in found] == [HELPED.title, BOUGHT.title, PLACED.title]
    assert found[1].lacks == ("Factuur", "Bewijs van erkenning van de leverancier")


def test_that_held_evidence_is_named_after_what_was_asked(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    evidence.attach(desk, effort_id, "factuur", a_file(tmp_path), title="scan 12")
    evidence.attach(desk, effort_id, "anders", a_file(tmp_path), title="foto")
    found = dossiers.held_of(desk, contract_id)
    assert [one.asked for one in found] == ["Factuur", "foto"]
    assert {one.effort.id for one in found} == {effort_id}


def issue(desk: Desk, contract_id: int) -> int:
    made = reports.draft(desk, contract_id, Variant.ANONYMOUS, YEAR)
    return known(reports.issue(desk, made, b"%PDF-"))


def test_that_reports_come_newest_first_and_are_copied_byte_for_byte(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    first, second = issue(desk, contract_id), issue(desk, contract_id)
    assert [one.id for one in dossiers.reports_of(desk, contract_id)] == [second, first]
    assert {one.issued_on for one in dossiers.reports_of(desk, contract_id)} == {TODAY}
    path = tmp_path / "kopie.pdf"
    dossiers.copy_report(desk, first, path)
    assert path.read_bytes() == pages_of(desk, first) == b"%PDF-"


def test_that_the_archive_holds_the_reports_of_one_or_of_all_contracts(
    desk: Desk, contract_id: int
) -> None:
    other = take_on(desk, replace(CONTRACT, number="2026-02", title="Plein"))
    issue(desk, contract_id)
    issue(desk, other)
    assert {one.contract_title for one in issued(desk)} == {CONTRACT.title, "Plein"}
    (one,) = issued(desk, other)
    assert (one.contract_number, one.number, one.issued_on) == ("2026-02", "2026-001", TODAY)
    with pytest.raises(UnknownRecordError):
        pages_of(desk, 99)


# -- all efforts


@settings(max_examples=15)
@given(st.data(), days)
def test_that_the_table_adds_up_to_what_the_contracts_count(
    data: st.DataObject, today: date
) -> None:
    desk = desk_on(today)
    ids = fill(desk, data)
    reached = effort_lines.under_way(desk)()
    lines = effort_lines.every(desk)
    for contract_id in ids:
        own = [line for line in lines if line.contract_id == contract_id]
        expected = positions.position(desk, contract_id).totals
        assert effort_lines.total(own, reached, today) == expected
    desk.store.close()


def test_that_the_first_lines_are_the_latest(desk: Desk, contract_id: int) -> None:
    for effort in (PLACED, BOUGHT, HELPED):
        book(desk, contract_id, effort)
    assert [line.title for line in effort_lines.first(desk, 1)] == [HELPED.title]


def test_that_an_effort_that_counts_nowhere_adds_nothing(desk: Desk) -> None:
    running = replace(PLACED, period=span("2026-11-01", "2027-02-28"))
    efforts.record(desk, running, [])
    (line,) = effort_lines.every(desk)
    assert line.contract_id is None
    assert effort_lines.total([line], effort_lines.Reached(), TODAY) == NO_TOTALS


def test_that_an_accepted_effort_that_runs_counts_as_accepted(desk: Desk, contract_id: int) -> None:
    running = replace(PLACED, period=span("2026-11-01", "2027-02-28"))
    effort_id = book(desk, contract_id, running)
    advance(desk, effort_id, EffortState.REPORTED, EffortState.ACCEPTED)
    (line,) = effort_lines.every(desk)
    assert line.state in ACCEPTED
    totals = effort_lines.total([line], effort_lines.under_way(desk)(), TODAY)
    assert totals.accepted == line.value


# -- what proves one effort


def test_that_a_dossier_of_proof_asks_once_for_what_two_contracts_ask(desk: Desk) -> None:
    first = take_on(desk)
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    shares = [half_for(first, PLACED), half_for(second, PLACED)]
    effort_id = known(efforts.record(desk, PLACED, shares))
    found = proofs.dossier(desk, effort_id)
    assert found.contracts == (CONTRACT.title, CONTRACT.title)
    assert found.value == Money(666_667 * 2)
    assert len({one.code for one in found.asked}) == len(found.asked)
    assert all(one.is_missing for one in found.asked)
    prove(desk, effort_id, first)
    assert not any(one.is_missing for one in proofs.dossier(desk, effort_id).asked)
    with pytest.raises(UnknownRecordError):
        proofs.dossier(desk, 99)


def test_that_what_is_missing_comes_with_most_at_stake_first(desk: Desk, contract_id: int) -> None:
    for effort in (HELPED, PLACED, BOUGHT):
        book(desk, contract_id, effort)
    values = [line.value for line in proofs.missing(desk)]
    assert values == sorted(values, reverse=True)
    assert proofs.missing(desk, contract_id) == proofs.missing(desk)


def test_that_the_very_same_file_is_recognised(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    path = a_file(tmp_path)
    proof = evidence.from_file(desk, "factuur", path, title="Factuur")
    assert proofs.twin(desk, effort_id, proof) is None
    evidence.keep(desk, effort_id, proof)
    twin = proofs.twin(desk, effort_id, proof)
    assert twin is not None
    assert twin.file_name == path.name
    seen = evidence.sighting("factuur", title="x", seen_by="M.", seen_on=TODAY)
    assert proofs.twin(desk, effort_id, seen) is None


def test_that_a_kept_file_is_copied_under_its_own_name(
    desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    evidence.attach(desk, effort_id, "factuur", a_file(tmp_path, "a.pdf"), title="Factuur")
    (piece,) = desk.store.pieces(effort_id)
    assert evidence.copy_name(piece).endswith("-a.pdf")
    evidence.write_copy(desk, piece, tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes() == b"%PDF-1.7\n"
    seen = replace(piece, sha256=None)
    with pytest.raises(ValueError, match="not kept"):
        evidence.copy_name(seen)
    with pytest.raises(ValueError, match="not kept"):
        evidence.write_copy(desk, seen, tmp_path / "c.pdf")


def test_that_a_good_file_is_looked_at_without_being_kept(desk: Desk, tmp_path: Path) -> None:
    assert evidence.look_at(desk, a_file(tmp_path, "a.pdf")) == "a.pdf"


# -- while booking


def test_that_a_place_knows_where_its_contract_stands(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    unknown = take_on(desk, UNKNOWN)
    places = weighing.places(desk, without=effort_id)
    standing = places[contract_id].standing
    assert standing.now.realised == Money(1_333_333)
    assert standing.others == NO_TOTALS
    assert standing.open == Money(12_000_000)
    assert places[unknown].standing.open == ZERO
    assert weighing.places(desk)[contract_id].standing.others == standing.now


@pytest.mark.parametrize(
    ("state", "field"),
    [
        (EffortState.PLANNED, "planned"),
        (EffortState.REALISED, "unproven"),
        (EffortState.ACCEPTED, "accepted"),
        (EffortState.REJECTED, "rejected"),
    ],
)
def test_that_weighing_tells_what_a_booking_would_add(
    desk: Desk, contract_id: int, state: EffortState, field: str
) -> None:
    effort = replace(PLACED, state=state)
    place = weighing.places(desk)[contract_id]
    weighed = weighing.weigh(effort, Allocation(contract_id, effort.period), place, TODAY)
    assert weighed.value == Money(1_333_333)
    assert getattr(weighed.adds, field) == Money(1_333_333)
    assert weighing.after(place, weighed) == weighed.adds
    book(desk, contract_id, effort)
    assert positions.position(desk, contract_id).totals == weighed.adds


def test_that_a_running_effort_is_weighed_in_what_was_and_what_comes(
    desk: Desk, contract_id: int
) -> None:
    place = weighing.places(desk)[contract_id]
    share = Allocation(contract_id, PLACED.period)
    weighed = weighing.weigh(PLACED, share, place, date(2026, 5, 31))
    assert (weighed.realised, weighed.planned) == (Money(666_667), Money(666_666))
    assert {piece.code for piece in weighed.lacking} == set(
        bookings.book(desk, PLACED, [share])[0].missing
    )


# -- positions


def test_that_a_contract_that_is_not_there_has_no_position(desk: Desk) -> None:
    with pytest.raises(KeyError):
        positions.position(desk, 99)


def test_that_unproven_efforts_are_named_by_what_is_at_stake(desk: Desk, contract_id: int) -> None:
    running = replace(PLACED, period=span("2026-06-01", "2027-05-31"))
    for effort in (HELPED, BOUGHT, BOUGHT, running):
        book(desk, contract_id, effort)
    found = positions.position(desk, contract_id)
    assert found.unproven_count == 4
    assert [one.title for one in found.unproven] == [running.title, BOUGHT.title, BOUGHT.title]


def test_that_what_runs_for_one_contract_is_not_counted_for_another(
    desk: Desk, contract_id: int
) -> None:
    other = take_on(desk, replace(CONTRACT, number="2026-02"))
    book(desk, other, replace(PLACED, period=span("2026-06-01", "2027-05-31")))
    assert positions.position(desk, contract_id).totals == NO_TOTALS
    assert positions.position(desk, other).totals.realised


def test_that_a_purchase_without_recognition_is_named(desk: Desk, contract_id: int) -> None:
    from sroi_desktop.domain.parties import Supplier
    from sroi_desktop.services import parties

    supplier = known(parties.add_supplier(desk, Supplier("De Haven")))
    book(desk, contract_id, replace(BOUGHT, supplier_id=supplier))
    (purchase,) = positions.position(desk, contract_id).unrecognised
    assert (purchase.supplier, purchase.value) == ("De Haven", Money(425_000))


def test_that_a_purchase_where_the_conditions_are_met_is_not_named(desk: Desk) -> None:
    from sroi_desktop.domain.parties import Supplier
    from sroi_desktop.services import parties

    there = books.rules("haaglanden-2023-07")
    conditions = replace(books.rules(), recognition=there.recognition, covers=there.covers)
    contract_id = known(contracts.take_on(desk, CONTRACT, conditions))
    supplier = Supplier(
        "De Haven",
        target_group_share=Fraction(3, 10),
        market_income_share=Fraction(1, 2),
        seat="Delft",
    )
    supplier_id = known(parties.add_supplier(desk, supplier))
    book(desk, contract_id, replace(BOUGHT, supplier_id=supplier_id))
    assert positions.position(desk, contract_id).unrecognised == ()
    moved = replace(supplier, seat="Groningen", id=supplier_id)
    parties.change_supplier(desk, moved)
    (purchase,) = positions.position(desk, contract_id).unrecognised
    assert purchase.supplier == "De Haven"
    assert desk.store.suppliers() == (moved,)


def test_that_the_same_book_stands_elsewhere_on_another_day(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    early = positions.position(on(desk, date(2026, 2, 1)), contract_id).totals
    assert early.planned == Money(1_333_333)


# -- rules


def test_that_rules_are_found_by_municipality_and_by_the_start_of_a_name(desk: Desk) -> None:
    assert [one.id for one in rules.for_authority(desk, "gemeente UTRECHT")] == [
        "utrecht-v3",
        "utrecht-v2",
        "utrecht-v1",
    ]
    assert "Utrecht" in rules.search(desk, "utr")
    assert rules.search(desk, "") == ()


def test_that_a_set_knows_what_took_its_place(desk: Desk) -> None:
    second = books.rules("utrecht-v2")
    successor = rules.successor(desk, second)
    assert successor is not None
    assert successor.id == "utrecht-v3"
    assert rules.successor(desk, successor) is None


def test_that_terms_without_a_table_get_the_usual_rows_to_fill_in(desk: Desk) -> None:
    terms = desk.library.terms[0]
    assert terms.blocks == ()
    assert rules.to_take_on(desk, terms).blocks == rules.generic(desk).blocks
    assert rules.to_take_on(desk, books.rules()) is books.rules()
    assert len(rules.published(desk)) == len(desk.library.rule_sets) + len(desk.library.terms)


def test_that_a_broken_rule_file_is_named_and_the_rest_goes_on(desk: Desk, tmp_path: Path) -> None:
    assert rules.problems(desk) == ()
    (tmp_path / "stuk.toml").write_text("format = 1", encoding="utf-8")
    own = Desk(desk.store, load_library(tmp_path), desk.clock)
    assert any("stuk.toml" in problem for problem in rules.problems(own))


def test_that_two_sets_stand_side_by_side_by_the_code_of_their_rows() -> None:
    left, right = books.rules("utrecht-v2"), books.rules("utrecht-v3")
    found = rules.compare(left, right)
    codes = {row.code for row in (*left.blocks, *right.blocks)}
    assert len(found.blocks) == len(codes)
    same = [pair for pair in found.blocks if not pair.differs]
    assert all(pair.left == pair.right for pair in same)
    assert any(pair.left is None for pair in found.blocks)
    assert any(pair.right is None for pair in found.blocks)
    assert found.bonuses
