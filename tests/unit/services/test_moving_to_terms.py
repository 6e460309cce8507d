"""Moving a contract to terms without a table: its rows and values stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import Assumption, AssumptionKind
from sroi_desktop.domain.editions import Ground
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import EditionBy, RuleSet
from sroi_desktop.rulesets import read_rule_set, write_rule_set
from sroi_desktop.services import contracts, editions, history, own_rules, positions, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import explain
from sroi_desktop.services.reports import Variant
from tests.unit.services.books import (
    CONTRACT,
    PLACED,
    book,
    known,
    library,
    rules,
    span,
    take_on,
)

REASON = "Afgesproken met de gemeente op 3 november"
# What was typed over from the contract: € 40.000 for the row of K-01.
TYPED = {"participatiewet": Money(4_000_000)}
SCHIEDAM = rules("schiedam")
IN_SCHIEDAM = replace(CONTRACT, authority="Schiedam", percentage=None)
NEWER = replace(
    SCHIEDAM,
    id="schiedam-2027",
    edition="2027",
    supersedes="schiedam",
    valid_from=date(2027, 1, 1),
    edition_by=EditionBy.AWARD,
    obligation=replace(SCHIEDAM.obligation, percentage=Fraction(7)),
)


def filled_in(rule_set_id: str = "schiedam") -> RuleSet:
    """Return rules without values as an owner fills them in."""
    found = rules(rule_set_id)
    usual = found if found.blocks else library().to_fill_in(found)
    return own_rules.adjusted(usual, TYPED, {})


def under_terms(desk: Desk) -> int:
    return known(contracts.take_on(desk, IN_SCHIEDAM, filled_in()))


def effect_of(desk: Desk, contract_id: int, chosen: RuleSet) -> editions.Effect:
    return editions.effect(editions.freeze(desk, contract_id, chosen))


def assumed(one: editions.Change) -> list[str]:
    assert one.after is not None
    return [
        assumption.text or ""
        for assumption in one.after.booked.valuation.assumptions
        if assumption.kind is AssumptionKind.RULE_NOTE
    ]


def test_that_newer_terms_leave_rows_values_and_efforts_as_they_are(desk: Desk) -> None:
    contract_id = under_terms(desk)
    effort_id = book(desk, contract_id, PLACED)
    kept, before = desk.store.rule_set(contract_id), desk.store.allocations(effort_id)
    found = effect_of(desk, contract_id, NEWER)
    (change,) = found.changes
    assert found.keeps_rows
    assert change.before.booked.valuation.value == Money(1_333_333)
    assert change.difference == ZERO
    assert assumed(change) == []
    # 5% of € 2,400,000 is € 120,000, 7% is € 168,000.
    assert found.before.owed.amount == Money(12_000_000)
    assert found.after.owed.amount == Money(16_800_000)
    editions.switch(desk, contract_id, NEWER, REASON)
    now = desk.store.rule_set(contract_id)
    assert (now.blocks, now.bonuses) == (kept.blocks, kept.bonuses)
    assert (now.id, now.edition, now.obligation) == ("schiedam-2027-own", "2027", NEWER.obligation)
    assert desk.store.allocations(effort_id) == before
    assert desk.store.contract(contract_id).switches[0].taken == editions.told(NEWER)
    assert positions.position(desk, contract_id).totals == found.after.totals
    assert all(check.ok for check in desk.store.verify())


def test_that_newer_terms_touch_the_contracts_that_were_filled_in_under_the_earlier(
    desk: Desk,
) -> None:
    contract_id = under_terms(desk)
    assert [one.id for one in editions.touched(desk, NEWER)] == [contract_id]
    verdict = effect_of(desk, contract_id, NEWER).verdict
    assert (verdict.holds, verdict.ground, verdict.day) == (
        False,
        Ground.DAY,
        IN_SCHIEDAM.awarded_on,
    )


def test_that_the_same_terms_are_the_edition_that_the_contract_keeps(desk: Desk) -> None:
    contract_id = under_terms(desk)
    assert effect_of(desk, contract_id, SCHIEDAM).after.rules == filled_in()
    with pytest.raises(editions.SameEditionError) as caught:
        editions.switch(desk, contract_id, SCHIEDAM, REASON)
    assert "Schiedam" in explain(caught.value)


def test_that_values_that_were_filled_in_by_hand_go_along_without_an_assumption(
    desk: Desk,
) -> None:
    contract_id = known(contracts.take_on(desk, CONTRACT, filled_in("generic")))
    book(desk, contract_id, PLACED)
    (change,) = effect_of(desk, contract_id, SCHIEDAM).changes
    assert change.difference == ZERO
    assert assumed(change) == []


def test_that_the_values_of_a_table_go_on_to_count_and_every_value_says_so(desk: Desk) -> None:
    contract_id = take_on(desk)
    effort_id = book(desk, contract_id, PLACED)
    found = effect_of(desk, contract_id, SCHIEDAM)
    (change,) = found.changes
    note = (
        "“Social return Schiedam (alleen voorwaarden)” noemt geen waarden. De rijen en waarden "
        f"van “{editions.told(rules())}” tellen hier door; de opdrachtgever beslist."
    )
    assert change.difference == ZERO
    assert assumed(change) == [note]
    assert found.after.rules.full_time_hours == rules().full_time_hours
    editions.switch(desk, contract_id, SCHIEDAM, REASON)
    (kept,) = desk.store.allocations(effort_id)
    assert Assumption(AssumptionKind.RULE_NOTE, text=note) in kept.valuation.assumptions
    draft = reports.draft(desk, contract_id, Variant.ANONYMOUS, span("2026-01-01", "2026-09-30"))
    assert note in draft.data.lines[0].assumptions
    # The next terms have nothing to add: whose values they are is said already.
    (later,) = effect_of(desk, contract_id, NEWER).changes
    assert assumed(later) == [note]
    history.undo(desk)
    assert desk.store.rule_set(contract_id) == rules()


def test_that_a_contract_without_rows_gets_the_usual_ones(desk: Desk) -> None:
    contract_id = known(contracts.take_on(desk, CONTRACT, rules("rijk")))
    after = effect_of(desk, contract_id, SCHIEDAM).after.rules
    assert after == library().to_fill_in(SCHIEDAM)


@pytest.mark.parametrize("terms", library().terms, ids=lambda one: one.id)
def test_that_what_comes_of_it_is_a_rule_set_that_a_file_can_hold(
    desk: Desk, terms: RuleSet
) -> None:
    filled = [library().to_fill_in(one) for one in library().terms]
    for kept in (*library().rule_sets, library().generic, *filled):
        found = editions.target(desk, kept, terms)
        assert found.blocks
        assert read_rule_set(write_rule_set(found).encode()) == found
    assert editions.target(desk, library().to_fill_in(terms), terms) == library().to_fill_in(terms)
