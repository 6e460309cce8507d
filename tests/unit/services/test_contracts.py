"""Taking on a contract, changing it under its efforts, and its life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.derivation import ReasonKind
from sroi_desktop.domain.errors import CitizenNumberError, StateChangeError
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import Category
from sroi_desktop.services import contracts, efforts, history, positions
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import DuplicateError, RecordInUseError, UnknownRecordError
from tests.unit.services.books import (
    BOUGHT,
    BSN,
    CONTRACT,
    HELPED,
    PLACED,
    UNKNOWN,
    book,
    half_for,
    known,
    rules,
    take_on,
)


def value_of(desk: Desk, effort_id: int) -> list[Money]:
    return [one.valuation.value for one in desk.store.allocations(effort_id)]


def test_that_a_new_contract_is_numbered_on_within_the_year(desk: Desk) -> None:
    assert contracts.next_number(desk) == "2026-01"
    take_on(desk)
    take_on(desk, replace(CONTRACT, number="2026-02"))
    take_on(desk, replace(CONTRACT, number="2025-07"))
    assert contracts.next_number(desk) == "2026-03"


def test_that_a_number_is_free_unless_another_contract_has_it(desk: Desk, contract_id: int) -> None:
    assert contracts.is_number_free(desk, "2026-02")
    assert contracts.is_number_free(desk, CONTRACT.number, contract_id)
    assert not contracts.is_number_free(desk, CONTRACT.number)


def test_that_a_contract_keeps_its_own_copy_of_the_rules(desk: Desk) -> None:
    done = contracts.take_on(desk, replace(CONTRACT, rule_set_id="other"), rules())
    assert done.changed == {Changed.CONTRACTS}
    assert desk.store.rule_set(known(done)) == rules()
    assert desk.store.contract(known(done)).rule_set_id == "utrecht-v3"


def test_that_the_obligation_is_that_of_the_contract_under_its_rules(
    desk: Desk, contract_id: int
) -> None:
    assert contracts.obligation_of(desk, contract_id).amount == Money(12_000_000)


def test_that_an_authority_s_own_reference_may_look_like_a_bsn(desk: Desk) -> None:
    contract_id = take_on(desk, replace(CONTRACT, reference=BSN))
    assert desk.store.contract(contract_id).reference == BSN


def test_that_a_number_in_use_is_refused_and_nothing_is_kept(desk: Desk, contract_id: int) -> None:
    with pytest.raises(DuplicateError):
        take_on(desk)
    assert len(desk.store.contracts()) == 1


def test_that_a_contract_about_which_nothing_is_known_can_be_taken_on(desk: Desk) -> None:
    contract_id = take_on(desk, UNKNOWN)
    assert contracts.obligation_of(desk, contract_id).amount is None
    assert positions.position(desk, contract_id).open is None


def test_that_new_dates_value_every_effort_again_in_one_undoable_act(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    assert value_of(desk, effort_id) == [Money(1_333_333)]
    later = replace(desk.store.contract(contract_id), starts_on=date(2026, 6, 1))
    done = contracts.change(desk, later)
    assert done.changed == {Changed.CONTRACTS, Changed.EFFORTS}
    assert value_of(desk, effort_id) == [Money(666_667)]
    history.undo(desk)
    assert value_of(desk, effort_id) == [Money(1_333_333)]
    assert desk.store.contract(contract_id).starts_on == date(2026, 1, 1)


def test_that_an_effort_outside_the_new_dates_stays_and_says_why_it_does_not_count(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, BOUGHT)
    contracts.change(desk, replace(desk.store.contract(contract_id), starts_on=date(2026, 5, 1)))
    (booked,) = desk.store.allocations(effort_id)
    assert booked.valuation.value == ZERO
    assert booked.valuation.not_counted[0].kind is ReasonKind.BEFORE_CONTRACT


def test_that_a_change_without_new_rules_keeps_the_copy_and_its_id(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    renamed = replace(
        desk.store.contract(contract_id), title="Groenonderhoud", rule_set_id="harlingen"
    )
    contracts.change(desk, renamed)
    assert desk.store.contract(contract_id).rule_set_id == "utrecht-v3"
    assert value_of(desk, effort_id) == [Money(1_333_333)]


def test_that_other_rules_value_every_effort_again(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    contract = desk.store.contract(contract_id)
    dearer = replace(rules().block("participatiewet"), value=Money(6_000_000))
    own = replace(rules(), id="utrecht-v3-own", blocks=(dearer, *rules().blocks[1:]))
    contracts.change(desk, contract, own)
    assert desk.store.contract(contract_id).rule_set_id == "utrecht-v3-own"
    assert desk.store.rule_set(contract_id) == own
    assert value_of(desk, effort_id) == [Money(2_000_000)]


def test_that_rules_are_adjusted_in_one_undoable_act_with_its_reason(
    desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    before = value_of(desk, effort_id)
    dearer = replace(rules().block("participatiewet"), value=Money(6_000_000))
    own = replace(rules(), id="utrecht-v3-own", blocks=(dearer, *rules().blocks[1:]))
    done = contracts.adjust_rules(desk, contract_id, own, " bijlage 4 ")
    assert done.changed == {Changed.CONTRACTS, Changed.EFFORTS}
    assert value_of(desk, effort_id) == [Money(2_000_000)]
    entry = history.undoable(desk)
    assert entry is not None
    assert entry.about.endswith("(bijlage 4)")
    history.undo(desk)
    assert value_of(desk, effort_id) == before
    assert desk.store.rule_set(contract_id) == rules()


def test_that_a_reason_with_a_citizen_number_is_refused(desk: Desk, contract_id: int) -> None:
    with pytest.raises(CitizenNumberError):
        contracts.adjust_rules(desk, contract_id, rules(), f"van {BSN}")


def test_that_rules_without_the_blocks_in_use_are_refused_with_the_efforts_named(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, PLACED)
    book(desk, contract_id, BOUGHT)
    book(desk, contract_id, HELPED)
    before = desk.store.history()
    contract = replace(desk.store.contract(contract_id), title="Iets anders")
    with pytest.raises(contracts.EffortsInTheWayError) as caught:
        contracts.change(desk, contract, rules("oost-nederland"))
    assert set(caught.value.titles) == {PLACED.title, BOUGHT.title, HELPED.title}
    sentence = explain(caught.value)
    for title in caught.value.titles:
        assert title in sentence
    assert desk.store.history() == before
    assert desk.store.contract(contract_id).title == CONTRACT.title
    assert desk.store.rule_set(contract_id) == rules()
    assert all(check.ok for check in desk.store.verify())


def test_that_a_claimed_bonus_that_the_new_rules_lack_is_in_the_way(
    desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id, replace(PLACED, bonuses=("status-holder",)))
    with pytest.raises(contracts.EffortsInTheWayError):
        contracts.change(desk, desk.store.contract(contract_id), rules("haaglanden-2023-07"))


def test_that_many_efforts_in_the_way_are_counted_after_three(desk: Desk, contract_id: int) -> None:
    for number in range(5):
        book(desk, contract_id, replace(BOUGHT, title=f"Inkoop {number}"))
    with pytest.raises(contracts.EffortsInTheWayError) as caught:
        contracts.change(desk, desk.store.contract(contract_id), rules("oost-nederland"))
    assert "“Inkoop 2”" in explain(caught.value)
    assert "“Inkoop 3”" not in explain(caught.value)
    assert "nog 2" in explain(caught.value)


def test_that_a_change_of_one_contract_leaves_the_share_of_another_as_it_is(
    desk: Desk, contract_id: int
) -> None:
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    shares = [half_for(contract_id, PLACED), half_for(second, PLACED)]
    effort_id = known(efforts.record(desk, PLACED, shares))
    assert value_of(desk, effort_id) == [Money(666_667), Money(666_667)]
    contracts.change(desk, replace(desk.store.contract(second), starts_on=date(2026, 6, 1)))
    assert value_of(desk, effort_id) == [Money(666_667), Money(333_333)]


def test_that_a_contract_that_was_never_kept_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(ValueError, match="never kept"):
        contracts.change(desk, CONTRACT)


def test_that_a_contract_that_is_gone_cannot_be_changed(desk: Desk, contract_id: int) -> None:
    contract = desk.store.contract(contract_id)
    contracts.remove(desk, contract_id)
    with pytest.raises(UnknownRecordError) as caught:
        contracts.change(desk, contract)
    assert explain(caught.value).endswith(".")


def test_that_a_contract_with_efforts_cannot_be_removed(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    with pytest.raises(RecordInUseError):
        contracts.remove(desk, contract_id)
    assert desk.store.contracts()


def test_that_undo_brings_a_removed_contract_back_with_its_rules(
    desk: Desk, contract_id: int
) -> None:
    contracts.remove(desk, contract_id)
    assert desk.store.contracts() == ()
    history.undo(desk)
    assert desk.store.contract(contract_id) == replace(CONTRACT, id=contract_id)
    assert desk.store.rule_set(contract_id) == rules()


def test_that_a_contract_moves_only_along_its_life(desk: Desk) -> None:
    contract_id = take_on(desk, replace(CONTRACT, state=ContractState.TENDER))
    contracts.move_on(desk, contract_id, ContractState.BID)
    contracts.move_on(desk, contract_id, ContractState.AWARDED)
    assert desk.store.contract(contract_id).state is ContractState.AWARDED
    with pytest.raises(StateChangeError):
        contracts.move_on(desk, contract_id, ContractState.SETTLED)


def test_that_contact_and_plan_are_noted_and_can_be_taken_back(
    desk: Desk, contract_id: int
) -> None:
    contracts.note_contact(desk, contract_id, date(2025, 11, 25))
    contracts.note_plan(desk, contract_id, sent_on=date(2025, 12, 10), agreed_on=date(2025, 12, 18))
    contract = desk.store.contract(contract_id)
    assert contract.contact_made_on == date(2025, 11, 25)
    assert (contract.plan_sent_on, contract.plan_agreed_on) == (
        date(2025, 12, 10),
        date(2025, 12, 18),
    )
    contracts.note_contact(desk, contract_id, None)
    contracts.note_plan(desk, contract_id, sent_on=None)
    contract = desk.store.contract(contract_id)
    assert (contract.contact_made_on, contract.plan_sent_on) == (None, None)


def test_that_a_percentage_and_category_can_be_filled_in_later(desk: Desk) -> None:
    contract_id = take_on(desk, UNKNOWN)
    contracts.change(
        desk,
        replace(
            desk.store.contract(contract_id),
            category=Category.SERVICES,
            sum_excl_vat=Money.from_euros(800_000),
            percentage=Fraction(5),
        ),
    )
    assert contracts.obligation_of(desk, contract_id).amount == Money(4_000_000)
