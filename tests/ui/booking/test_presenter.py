from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.dividing import Manner
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.matching import Answer
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Unit
from sroi_desktop.services import bookings, contracts, drafts, editions, efforts, history
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import Store, create_store, open_store
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.proving.rows import held_text
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import LIBRARY, TODAY, book, take_on, wijk_oost

if TYPE_CHECKING:
    from pathlib import Path


def lines(desk: Desk) -> list[tuple[str, int]]:
    return [(line.title, line.value.cents) for line in desk.store.effort_lines()]


def test_that_only_kinds_with_a_row_in_the_rules_are_offered(desk: Desk, talk: Talk) -> None:
    kinds = [card.key for card in talk.view.what.cards]
    assert kinds == [
        "placement",
        "apprenticeship",
        "traineeship",
        "purchase",
        "activity",
        "bespoke",
    ]
    assert talk.view.what.kind is None
    assert talk.view.side.value == ""


def test_that_the_largest_contract_that_runs_is_proposed(desk: Desk) -> None:
    take_on(desk)
    larger = take_on(desk, wijk_oost(number="2026-02", sum_excl_vat=Money.from_euros(9_000_000)))
    assert Talk(desk).view.what.contract == str(larger)


def test_that_a_contract_that_was_named_is_taken(desk: Desk) -> None:
    first = take_on(desk)
    take_on(desk, wijk_oost(number="2026-02", sum_excl_vat=Money.from_euros(9_000_000)))
    assert Talk(desk, contract_id=first).view.what.contract == str(first)


def test_that_without_a_contract_the_dialog_says_what_to_do_first(desk: Desk) -> None:
    talk = Talk(desk)
    assert "opdracht" in talk.view.what.missing
    talk.presenter.onward()
    assert talk.view.head.step == 0
    assert talk.view.message[1] is Tone.WARNING


def test_that_rules_without_values_are_named_as_such(desk: Desk) -> None:
    take_on(desk, wijk_oost(rule_set_id="generic"))
    talk = Talk(desk)
    assert talk.view.what.cards


def test_that_one_cannot_go_on_without_choosing_what_was_done(talk: Talk) -> None:
    talk.presenter.onward()
    assert talk.view.head.step == 0
    assert talk.view.message[1] is Tone.WARNING


def test_that_a_kind_with_one_row_needs_no_further_choice(talk: Talk) -> None:
    talk.presenter.choose_kind("apprenticeship")
    talk.presenter.onward()
    assert talk.view.form.block == "bbl-2-4"


def test_that_a_new_candidate_gets_the_next_code(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    talk = Talk(desk)
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    assert talk.view.form.candidate == "new"
    candidate = next(one for one in talk.view.questions if one.name == "candidate")
    assert [one.text for one in candidate.choices] == ["K-02 (nieuw)", "K-01"]


def test_that_a_new_candidate_of_a_draft_never_becomes_someone_else(
    desk: Desk, contract_id: int, talk: Talk
) -> None:
    talk.hire()
    assert talk.presenter.keep()
    book(desk, contract_id)
    again = Talk(desk)
    again.presenter.resume(again.view.what.drafts[0].key)
    again.presenter.book()
    assert {line.candidate for line in desk.store.effort_lines()} == {"K-01", "K-02"}


def test_that_the_walk_is_worth_what_it_should_be(talk: Talk) -> None:
    talk.hire()
    side = talk.view.side
    assert plain(side.value) == "€ 13.333,33"
    assert [plain(row.factor) for row in side.parts[0].derivation.rows] == [
        "€ 40.000 per jaar",
        "× 24/36",
        "× 6/12",
    ]
    assert "Gemeente Utrecht" in side.parts[0].derivation.sources[0]
    assert side.assumptions


def test_that_the_side_shows_what_the_booking_does_to_the_obligation(talk: Talk) -> None:
    talk.hire()
    (effect,) = talk.view.side.effects
    assert effect.change == "0% → 11%"
    assert effect.after.realised == pytest.approx(13_333.33 / 120_000, abs=1e-4)
    assert "11%" in effect.alternative


def test_that_what_is_planned_adds_to_what_is_planned(talk: Talk) -> None:
    talk.hire(starts="1-3-2027", ends="31-8-2027")
    (effect,) = talk.view.side.effects
    assert effect.after.realised == 0
    assert effect.after.planned == pytest.approx(13_333.33 / 120_000, abs=1e-4)
    assert talk.view.marks["state"].read == "planned"


def test_that_incomplete_input_shows_what_is_needed_and_no_error(talk: Talk) -> None:
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.say(block="participatiewet")
    assert talk.view.side.value == ""
    assert len(talk.view.side.needs) == 3
    assert not any(mark.error for mark in talk.view.marks.values())


def test_that_going_on_too_early_points_at_the_first_field_that_is_empty(talk: Talk) -> None:
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.presenter.onward()
    assert talk.view.head.step == 1
    assert talk.view.field == "block"
    assert talk.view.marks["starts"].error


def test_that_a_field_is_judged_when_it_is_left(talk: Talk) -> None:
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.presenter.answer("starts", "31-2-2026")
    assert not talk.view.marks["starts"].error
    talk.presenter.finish("starts")
    assert talk.view.marks["starts"].error != ""


def test_that_the_next_steps_lead_to_the_booking(desk: Desk, talk: Talk) -> None:
    talk.hire()
    talk.presenter.onward()
    assert talk.view.head.step == 2
    talk.presenter.onward()
    assert talk.view.head.step == 3
    talk.presenter.back()
    assert talk.view.head.step == 2
    talk.presenter.onward()
    talk.presenter.onward()
    assert lines(desk) == [("K-01 · hovenier", 1_333_333)]
    assert "13.333,33" in talk.booked[0][1]
    assert desk.store.candidates()[0].role == "hovenier"


def test_that_booking_is_possible_from_any_step_and_only_once(desk: Desk, talk: Talk) -> None:
    talk.hire()
    talk.presenter.book()
    talk.presenter.book()
    assert len(lines(desk)) == 1
    assert len(talk.booked) == 1


def test_that_booking_what_is_not_complete_shows_where_it_lacks(talk: Talk) -> None:
    talk.hire(hours_per_week="")
    talk.presenter.onward()
    assert talk.view.head.step == 1
    talk.say(hours_per_week="24")
    talk.presenter.onward()
    talk.presenter.onward()
    talk.presenter.back()
    talk.presenter.back()
    talk.say(hours_per_week="veel")
    talk.presenter.book()
    assert talk.view.head.step == 1
    assert talk.view.field == "hours_per_week"
    assert talk.view.marks["hours_per_week"].error


def test_that_undo_takes_the_whole_booking_back(desk: Desk, talk: Talk, tmp_path: Path) -> None:
    proof = tmp_path / "arbeidsovereenkomst.pdf"
    proof.write_bytes(b"%PDF-1.7")
    talk.hire()
    talk.presenter.onward()
    talk.presenter.onward()
    talk.presenter.give_file("arbeidsovereenkomst", proof)
    talk.presenter.book()
    assert desk.store.effort_lines()[0].missing == 1
    history.undo(desk)
    assert lines(desk) == []
    assert desk.store.candidates() == ()


def test_that_a_refusal_is_shown_and_nothing_typed_is_lost(
    desk: Desk, talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proof = tmp_path / "arbeidsovereenkomst.pdf"
    proof.write_bytes(b"%PDF-1.7")
    talk.hire()
    talk.presenter.onward()
    talk.presenter.onward()
    talk.presenter.give_file("arbeidsovereenkomst", proof)
    proof.unlink()
    talk.presenter.book()
    assert talk.view.message[1] is Tone.DANGER
    assert not talk.booked
    talk.presenter.take_proof_away("arbeidsovereenkomst")
    talk.presenter.book()
    assert len(talk.booked) == 1


def test_that_a_purchase_keeps_its_new_supplier_in_the_same_act(desk: Desk, talk: Talk) -> None:
    talk.buy()
    assert plain(talk.view.side.value) == "€ 4.250,00"
    talk.presenter.book()
    (supplier,) = desk.store.suppliers()
    assert (supplier.name, supplier.scheme) == ("De Broodbrigade", "PSO 30+")
    assert desk.store.effort_lines()[0].supplier == "De Broodbrigade"
    history.undo(desk)
    assert desk.store.suppliers() == ()


def test_that_hours_of_employees_are_worth_their_rate(talk: Talk) -> None:
    talk.presenter.choose_kind("activity")
    talk.presenter.onward()
    talk.say(block="kennis-delen", employees="3", hours="8", starts="3-5-2026")
    assert plain(talk.view.side.value) == "€ 2.400,00"


def test_that_what_does_not_count_says_why(talk: Talk) -> None:
    talk.hire(starts="1-3-2020", ends="31-8-2020")
    assert plain(talk.view.side.value) == "€ 0,00"
    assert talk.view.side.parts[0].derivation.warnings
    assert talk.view.marks["ends"].doubt


def test_that_a_bonus_for_another_age_is_shown_as_not_applying(talk: Talk) -> None:
    talk.hire(bonuses=("age-50",), born="1-1-2000")
    rows = talk.view.side.parts[0].derivation.rows
    assert not rows[-1].counts


# -- changing


def test_that_a_change_begins_with_what_is_booked(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    talk = Talk(desk, effort_id=effort_id)
    assert talk.view.head.is_change
    assert talk.view.head.step == 1
    assert talk.view.form.starts == "01-03-2026"
    assert plain(talk.view.side.value) == "€ 13.333,33"
    assert talk.view.side.effects[0].change == "11% → 11%"


def test_that_a_change_is_saved_from_the_step_it_is_made_in(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    talk = Talk(desk, effort_id=effort_id)
    talk.say(hours_per_week="36")
    talk.presenter.aside()
    assert lines(desk)[0][1] == 2_000_000
    assert "20.000,00" in talk.booked[0][1]


def test_that_a_change_that_was_begun_is_gone_on_with(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    talk = Talk(desk, effort_id=effort_id)
    talk.say(hours_per_week="30")
    assert talk.presenter.keep()
    again = Talk(desk, effort_id=effort_id)
    assert again.view.form.hours_per_week == "30"
    assert again.view.message[0]
    again.presenter.book()
    assert drafts.keys(desk, "booking.") == ()


def test_that_what_was_reported_keeps_its_state(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    efforts.move_on(desk, effort_id, EffortState.REPORTED)
    talk = Talk(desk, effort_id=effort_id)
    assert "state" not in talk.view.asked
    talk.say(hours_per_week="30")
    talk.presenter.book()
    assert desk.store.effort(effort_id).state is EffortState.REPORTED


# -- drafts


def test_that_leaving_keeps_a_draft_that_is_offered_again(desk: Desk, talk: Talk) -> None:
    talk.hire()
    talk.presenter.aside()
    assert talk.times_left == 1
    assert talk.presenter.keep()
    again = Talk(desk)
    (offer,) = again.view.what.drafts
    assert "hovenier" in offer.text
    again.presenter.resume(offer.key)
    assert again.view.head.step == 1
    assert plain(again.view.side.value) == "€ 13.333,33"
    again.presenter.book()
    assert drafts.keys(desk, "booking.") == ()


def test_that_a_draft_can_be_thrown_away(desk: Desk, talk: Talk) -> None:
    talk.presenter.choose_kind("placement")
    talk.presenter.leave()
    assert talk.presenter.keep()
    again = Talk(desk)
    (offer,) = again.view.what.drafts
    again.presenter.discard(offer.key)
    assert again.view.what.drafts == ()
    again.presenter.resume(offer.key)  # it is gone: nothing happens
    assert again.view.head.step == 0


def test_that_nothing_is_kept_of_a_form_that_was_not_touched(talk: Talk) -> None:
    assert not talk.presenter.keep()


def test_that_nothing_is_kept_of_a_change_that_was_only_looked_at(
    desk: Desk, contract_id: int
) -> None:
    done = book(desk, contract_id)
    talk = Talk(desk, effort_id=done)
    assert not talk.presenter.keep()
    talk.presenter.answer("role", "tuinman")
    assert talk.presenter.keep()
    again = Talk(desk, effort_id=done)
    assert again.presenter.keep()  # that change is there still


def test_that_after_booking_no_draft_is_left_behind(desk: Desk, talk: Talk) -> None:
    talk.hire()
    assert talk.presenter.keep()
    assert talk.presenter.keep()  # unchanged since: still there, not written again
    talk.presenter.book()
    assert not talk.presenter.keep()
    assert drafts.keys(desk, "booking.") == ()


def test_that_a_file_that_cannot_be_written_does_not_stop_the_typing(
    desk: Desk, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sroi_desktop.storage.errors import DiskFullError

    def full(_store: Store, _key: str, _data: object) -> None:
        raise DiskFullError(None)

    monkeypatch.setattr(Store, "save_draft", full)
    talk.hire()
    assert not talk.presenter.keep()


# -- which contract


@pytest.fixture
def second(desk: Desk, contract_id: int) -> int:
    contract = wijk_oost(number="2026-02", title="Park", sum_excl_vat=Money.from_euros(1_200_000))
    return take_on(desk, contract)


@pytest.fixture
def other_rules(desk: Desk, contract_id: int) -> int:
    contract = wijk_oost(number="2026-03", title="Haven", rule_set_id="harlingen")
    return take_on(desk, contract)


def test_that_every_contract_shows_what_the_effort_is_worth_there(
    talk: Talk, second: int, other_rules: int, desk: Desk, contract_id: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    here, park, haven = talk.view.contracts.rows
    assert (plain(here.worth), here.is_chosen) == ("€ 13.333,33", True)
    assert (plain(park.worth), park.is_chosen) == ("€ 13.333,33", False)
    assert haven.worth == ""
    assert "Participatiewet" in haven.why_not


def test_that_another_contract_can_be_chosen(desk: Desk, contract_id: int, second: int) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.choose(second)
    talk.presenter.book()
    assert desk.store.effort_lines()[0].contract_id == second


def test_that_an_effort_is_divided_and_never_above_the_whole(
    desk: Desk, contract_id: int, second: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.share(shared=True)
    assert [row.percent for row in talk.view.contracts.rows] == ["100"]
    talk.presenter.where.add(str(second))
    talk.presenter.where.type_share(contract_id, "70")
    talk.presenter.where.type_share(second, "40")
    assert talk.view.contracts.too_much
    assert "110" in talk.view.contracts.note
    talk.presenter.onward()
    assert talk.view.head.step == 2
    assert talk.view.message[1] is Tone.WARNING
    talk.presenter.where.type_share(second, "30")
    assert plain(talk.view.contracts.rows[1].worth) == "€ 4.000,00"
    assert plain(talk.view.side.value) == "€ 13.333,33"
    assert len(talk.view.side.parts) == 2
    talk.presenter.book()
    assert {line.value.cents for line in desk.store.effort_lines()} == {933_333, 400_000}


def test_that_shares_are_proposed_in_proportion_to_what_is_open(
    desk: Desk, contract_id: int, second: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(second))
    talk.presenter.where.propose(Manner.IN_PROPORTION)
    first, other = (row.percent for row in talk.view.contracts.rows)
    assert (first, other) == ("66,6667", "33,3333")
    assert "100" in talk.view.contracts.note


def test_that_a_part_that_counts_nowhere_is_said(desk: Desk, contract_id: int, second: int) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.type_share(contract_id, "60")
    assert "40" in talk.view.contracts.note
    talk.presenter.where.type_share(contract_id, "12.5")
    assert talk.view.contracts.rows[0].wrong
    talk.presenter.where.type_share(contract_id, "")
    talk.presenter.onward()
    assert talk.view.head.step == 2


def test_that_a_contract_can_be_taken_away_but_not_the_last(
    desk: Desk, contract_id: int, second: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.onward()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(second))
    talk.presenter.where.take_away(contract_id)
    assert [row.contract_id for row in talk.view.contracts.rows] == [second]
    talk.presenter.where.take_away(second)
    assert [row.contract_id for row in talk.view.contracts.rows] == [second]
    talk.presenter.where.share(shared=False)
    assert not talk.view.contracts.is_shared
    talk.presenter.where.share(shared=True)
    assert [row.contract_id for row in talk.view.contracts.rows] == [second]


def test_that_a_divided_effort_opens_divided(desk: Desk, contract_id: int, second: int) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(second))
    talk.presenter.where.type_share(contract_id, "50")
    talk.presenter.where.type_share(second, "50")
    talk.presenter.book()
    again = Talk(desk, effort_id=desk.store.effort_lines()[0].effort_id)
    again.presenter.onward()
    assert [row.percent for row in again.view.contracts.rows] == ["50", "50"]


def test_that_other_rules_ask_for_the_row_again(
    desk: Desk, contract_id: int, other_rules: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.back()
    talk.presenter.choose_contract(str(other_rules))
    assert talk.view.what.kind == "placement"
    talk.presenter.onward()
    assert talk.view.form.block == ""
    assert talk.view.form.role == "hovenier"


def test_that_a_kind_the_other_rules_lack_is_chosen_again(desk: Desk, contract_id: int) -> None:
    lacking = take_on(desk, wijk_oost(number="2026-04", rule_set_id="haaglanden-2023-07"))
    talk = Talk(desk, contract_id=contract_id)
    talk.presenter.choose_kind("purchase")
    talk.presenter.choose_contract(str(lacking))
    assert talk.view.what.kind is None


# -- evidence


def test_that_a_file_counts_as_proof_at_once(talk: Talk, tmp_path: Path) -> None:
    proof = tmp_path / "contract.pdf"
    proof.write_bytes(b"%PDF-1.7")
    talk.hire()
    talk.presenter.onward()
    talk.presenter.onward()
    assert [row.held for row in talk.view.proof] == ["", ""]
    talk.presenter.give_file("arbeidsovereenkomst", proof)
    assert talk.view.proof[0].held == "contract.pdf"
    assert talk.view.side.evidence[0].held
    talk.presenter.take_proof_away("arbeidsovereenkomst")
    assert talk.view.proof[0].held == ""


def test_that_a_file_with_a_citizen_number_in_its_name_is_refused(
    talk: Talk, tmp_path: Path
) -> None:
    proof = tmp_path / "beschikking 123456782.pdf"
    proof.write_bytes(b"%PDF-1.7")
    talk.hire()
    talk.presenter.onward()
    talk.presenter.onward()
    talk.presenter.give_file("doelgroepbewijs", proof)
    assert "BSN" in talk.view.refused["doelgroepbewijs"]
    assert talk.view.proof[1].held == ""
    good = tmp_path / "beschikking.pdf"
    good.write_bytes(b"%PDF-1.7")
    talk.presenter.give_file("doelgroepbewijs", good)
    assert talk.view.refused == {}


def test_that_what_was_seen_is_noted_and_booked(desk: Desk, talk: Talk) -> None:
    talk.hire()
    talk.presenter.onward()
    talk.presenter.onward()
    wrong = talk.presenter.see("doelgroepbewijs", "", "1-1-2030")
    assert set(wrong) == {"who", "when"}
    assert set(talk.presenter.see("doelgroepbewijs", "123456782", "morgen")) == {"who", "when"}
    assert talk.presenter.see("doelgroepbewijs", "J. van Dijk", "2-3-2026") == {}
    assert "J. van Dijk" in talk.view.proof[1].held
    talk.presenter.book()
    (piece,) = desk.store.pieces(1)
    assert (piece.seen_by, piece.is_kept) == ("J. van Dijk", False)


def test_that_a_change_shows_what_is_held_already(desk: Desk, talk: Talk) -> None:
    talk.hire()
    talk.presenter.see("doelgroepbewijs", "J. van Dijk", "2-3-2026")
    talk.presenter.book()
    again = Talk(desk, effort_id=1)
    again.presenter.onward()
    again.presenter.onward()
    assert [bool(row.held) for row in again.view.proof] == [False, True]
    assert not again.view.proof[1].is_new


# -- what changed meanwhile


def test_that_a_draft_outlives_its_contract(desk: Desk, contract_id: int, second: int) -> None:
    talk = Talk(desk, contract_id=second)
    talk.hire()
    assert talk.presenter.keep()
    contracts.remove(desk, second)
    again = Talk(desk)
    (offer,) = again.view.what.drafts
    again.presenter.resume(offer.key)
    again.presenter.book()
    assert again.view.head.step == 0
    again.presenter.choose_contract(str(contract_id))
    again.presenter.onward()
    assert again.view.form.role == "hovenier"


def test_that_a_contract_with_terms_only_says_to_fill_in_its_values(desk: Desk) -> None:
    take_on(desk, wijk_oost(rule_set_id="amsterdam"))
    talk = Talk(desk)
    assert talk.view.what.cards == ()
    assert talk.view.what.missing


def test_that_a_row_with_another_unit_elsewhere_is_refused_in_words(
    desk: Desk, contract_id: int
) -> None:
    rules = desk.library.get("utrecht-v3")
    block = replace(rules.block("sociale-inkoop"), unit=Unit.PER_PIECE, value=Money(100))
    others = tuple(one for one in rules.blocks if one.code != block.code)
    contract = wijk_oost(number="2026-07", starts_on=None, ends_on=None)
    other = contracts.take_on(desk, contract, replace(rules, blocks=(*others, block))).id
    assert other is not None
    talk = Talk(desk, contract_id=contract_id)
    talk.buy()
    talk.presenter.onward()
    rows = {row.contract_id: row for row in talk.view.contracts.rows}
    assert rows[other].worth == ""
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(other))
    rows = {row.contract_id: row for row in talk.view.contracts.rows}
    assert rows[other].worth == ""
    talk.presenter.where.type_share(contract_id, "50")
    talk.presenter.where.type_share(other, "50")
    assert talk.view.side.refusal
    talk.presenter.book()
    assert talk.view.message[1] is Tone.DANGER
    assert not talk.booked


def test_that_shares_can_be_proposed_before_the_effort_is_complete(
    desk: Desk, contract_id: int, second: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.presenter.choose_kind("placement")
    talk.presenter.where.share(shared=True)
    talk.presenter.where.add(str(second))
    talk.presenter.where.propose(Manner.IN_PROPORTION)
    assert talk.view.side.value == ""


def test_that_a_note_without_a_day_still_says_who() -> None:
    assert "Jan" in held_text(Piece(1, "x", "x", seen_by="Jan"))


def test_that_an_undo_meanwhile_is_taken_in_and_nothing_typed_is_lost(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    talk = Talk(desk)
    talk.hire()
    assert talk.view.side.effects[0].change == "11% → 22%"
    history.undo(desk)
    talk.presenter.refresh()
    assert talk.view.side.effects[0].change == "0% → 11%"
    assert talk.view.form.role == "hovenier"


def test_that_a_change_of_what_was_removed_meanwhile_ends(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    talk = Talk(desk, effort_id=effort_id)
    efforts.remove(desk, effort_id)
    talk.presenter.refresh()
    assert talk.times_left == 1
    talk.presenter.refresh()
    assert talk.times_left == 1


def test_that_a_draft_is_in_the_file_before_the_program_ends(tmp_path: Path) -> None:
    path = tmp_path / "boek.sroi"
    clock = FixedClock(TODAY)
    with create_store(path, clock.now) as store:
        desk = Desk(store, LIBRARY, clock)
        take_on(desk)
        talk = Talk(desk)
        talk.hire()
        assert talk.presenter.keep()
        # The file as a power cut would leave it: nothing was closed.
        shutil.copy(path, tmp_path / "kopie.sroi")
    with open_store(tmp_path / "kopie.sroi", clock.now) as store:
        again = Talk(Desk(store, LIBRARY, clock))
        assert "hovenier" in again.view.what.drafts[0].text


def test_that_a_draft_that_cannot_be_thrown_away_books_nothing_twice(
    desk: Desk, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sroi_desktop.storage.errors import DiskFullError

    def full(_store: Store, _key: str) -> None:
        raise DiskFullError(None)

    talk.hire()
    assert talk.presenter.keep()
    monkeypatch.setattr(Store, "drop_draft", full)
    talk.presenter.book()
    talk.presenter.book()
    assert len(lines(desk)) == 1
    assert len(talk.booked) == 1


def test_that_shares_that_were_typed_are_not_proposed_anew(
    desk: Desk, contract_id: int, second: int
) -> None:
    talk = Talk(desk, contract_id=contract_id)
    talk.hire()
    talk.presenter.where.share(shared=True)
    talk.presenter.where.type_share(contract_id, "60")
    talk.presenter.where.add(str(second))
    talk.presenter.onward()
    assert [row.percent for row in talk.view.contracts.rows] == ["60", ""]


def test_that_an_effort_that_does_not_count_says_so_until_it_gets_another_row(desk: Desk) -> None:
    older = take_on(desk, replace(wijk_oost(), rule_set_id="utrecht-v2"))
    effort_id = book(desk, older)
    left = replace(desk.store.effort(effort_id), block="participatiewet-over-2-years")
    efforts.change(desk, left, [bookings.whole_for(older, left)])
    answers = {effort_id: Answer(aside="Staat niet in v3")}
    editions.switch(desk, older, desk.library.get("utrecht-v3"), "Afgesproken", answers)
    talk = Talk(desk, effort_id=effort_id)
    (block,) = (one for one in talk.view.questions if one.name == "block")
    assert block.choices[-1].key == "participatiewet-over-2-years"
    assert block.choices[-1].hint == "telt niet mee onder deze regels"
    assert block.hint.startswith("Deze regel staat niet in de tabel")
    assert plain(talk.view.side.value) == "€ 0,00"
    (part,) = talk.view.side.parts
    assert part.derivation.warnings == (
        "Onder deze regels kan dit niet meetellen: “Staat niet in v3”.",
    )
    assert talk.view.side.evidence == ()
    talk.say(role="tuinman")
    talk.presenter.book()
    (share,) = desk.store.allocations(effort_id)
    assert share.allocation.set_aside == "Staat niet in v3"
    again = Talk(desk, effort_id=effort_id)
    again.say(block="participatiewet")
    assert plain(again.view.side.value) == "€ 13.333,33"
    again.presenter.book()
    (share,) = desk.store.allocations(effort_id)
    assert (share.allocation.set_aside, share.valuation.value) == (None, Money(1_333_333))
