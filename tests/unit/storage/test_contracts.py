"""Contracts and the copies of their rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

import pytest

from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.editions import EditionSwitch
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import Category, Quota, QuotaUnit, Rhythm
from sroi_desktop.storage import (
    BlockedByReportError,
    DamagedFileError,
    DuplicateError,
    RecordInUseError,
    Store,
    UnknownRecordError,
)
from tests.unit.storage.book import (
    QUARTERS,
    RULES,
    add_contract,
    add_effort,
    booked,
    contract,
    effort,
    tables,
)

FULL = Contract(
    number="2026-07",
    title="Sloop <b> & bouw",
    authority="Gemeente 's-Hertogenbosch",
    rule_set_id=RULES.id,
    state=ContractState.PLAN_AGREED,
    reference="TN-1234",
    category=Category.WORKS,
    sum_excl_vat=Money(240_000_000),
    percentage=Fraction(10, 3),
    offered_percentage=Fraction(15, 2),
    fixed_amount=Money(0),
    labour_share=Fraction(3, 10),
    company_share=Fraction(1, 2),
    published_on=date(2025, 9, 1),
    awarded_on=date(2025, 11, 1),
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 1, 1),
    rhythm=Rhythm.AT_END,
    full_time_hours=Fraction(75, 2),
    contact_name="Łukasz Şahin",
    contact_made_on=date(2025, 11, 3),
    plan_sent_on=date(2025, 11, 20),
    plan_agreed_on=date(2025, 12, 1),
    note="Regel 1\nRegel 2 👷 \u202eabc",
    bid_sum=Money(239_999_999),
    bid_on=date(2025, 10, 1),
    wage_sum=Money(80_000_000),
    expected_turnover=Money(0),
    quotas=(
        Quota(QuotaUnit.HOURS, Fraction(3125, 3)),
        Quota(QuotaUnit.PLACEMENTS, Fraction(1), Money(25_000_000)),
    ),
    switches=(EditionSwitch(date(2026, 3, 1), "Bouwblokken, v1", "Bouwblokken, v2", "afspraak"),),
)
UNKNOWN = Contract("2026-08", "Nog in te vullen", "Gemeente Zwolle", RULES.id)


@pytest.mark.parametrize("wanted", [FULL, UNKNOWN])
def test_that_a_contract_comes_back_as_it_was_entered(store: Store, wanted: Contract) -> None:
    with store.act("contract.add") as work:
        contract_id = work.add_contract(wanted, RULES)
    assert store.contract(contract_id) == replace(wanted, id=contract_id)
    assert store.contract_by_number(wanted.number) == replace(wanted, id=contract_id)


def test_that_contracts_come_back_by_number(store: Store) -> None:
    for number in ("2026-02", "2026-01"):
        add_contract(store, number)
    assert [found.number for found in store.contracts()] == ["2026-01", "2026-02"]
    assert store.contract_by_number("2026-03") is None


def test_that_a_contract_can_be_changed(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("contract.change") as work:
        work.change_contract(replace(FULL, id=contract_id))
    assert store.contract(contract_id) == replace(FULL, id=contract_id)
    assert store.rule_set(contract_id) == RULES


def test_that_a_number_is_used_once(store: Store) -> None:
    add_contract(store)
    other = add_contract(store, "2026-02")
    with store.act("contract.add") as work:
        with pytest.raises(DuplicateError):
            work.add_contract(contract(), RULES)
        with pytest.raises(DuplicateError):
            work.change_contract(replace(contract(), id=other))


def test_that_a_contract_keeps_its_own_copy_of_the_rules(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    later = replace(RULES, full_time_hours=Fraction(40))
    with store.act("rules.renew") as work:
        work.change_contract(replace(contract("2026-02"), id=second), later)
    assert store.rule_set(first) == RULES
    assert store.rule_set(second) == later
    assert store.rule_sets() == {first: RULES, second: later}
    store.undo()
    assert store.rule_set(second) == RULES


def test_that_contracts_under_the_same_rules_share_one_copy(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    assert store.rule_set(first) is store.rule_set(second)
    assert store._sql.whole("SELECT count(*) FROM rule_copy") == 1


def test_that_an_empty_contract_can_be_removed(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("contract.remove") as work:
        work.remove_contract(contract_id)
    assert store.contracts() == ()


def test_that_a_contract_with_efforts_stays(store: Store) -> None:
    contract_id = add_contract(store)
    add_effort(store, effort(), booked(contract_id))
    with store.act("contract.remove") as work, pytest.raises(RecordInUseError) as caught:
        work.remove_contract(contract_id)
    assert caught.value.by == "allocation"


def test_that_a_contract_with_a_report_is_not_removed(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("report.issue") as work:
        work.issue_report(
            contract_id,
            number="2026-001",
            kind="progress",
            variant="anonymous",
            period=QUARTERS,
            data_json=b"{}",
            pdf=b"%PDF",
            sha256=sha256(b"%PDF").hexdigest(),
            realised={},
        )
    with store.act("contract.remove") as work, pytest.raises(BlockedByReportError):
        work.remove_contract(contract_id)


def test_that_what_does_not_exist_cannot_be_read_or_changed(store: Store) -> None:
    for read in (store.contract, store.rule_set):
        with pytest.raises(UnknownRecordError):
            read(7)
    before = tables(store)
    with store.act("contract.change") as work:
        with pytest.raises(UnknownRecordError):
            work.change_contract(contract())
        with pytest.raises(UnknownRecordError):
            work.remove_contract(7)
    assert tables(store) == before


def test_that_a_copy_of_rules_that_is_no_rule_set_is_damage(store: Store) -> None:
    contract_id = add_contract(store)
    store._sql.run("DROP TRIGGER rule_copy_stays")
    store._sql.run("UPDATE rule_copy SET plain = '{}'")
    with pytest.raises(DamagedFileError):
        store.rule_set(contract_id)
