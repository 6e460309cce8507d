"""The most pressing of many contracts: exactly what working all of them out would tell."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Quota, QuotaUnit, ShareCap
from sroi_desktop.services import contracts, glance, parties, positions
from tests.unit.services.books import (
    BOUGHT,
    CONTRACT,
    HELPED,
    PLACED,
    TODAY,
    advance,
    book,
    known,
    on,
    prove,
    rules,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

_MANY = 24
# Purchases fill at most a tenth: what one of them counts for depends on all the others.
LIMITED = replace(rules(), share_caps=(ShareCap("Inkoop", ("sociale-inkoop",), Fraction(1, 10)),))
# Where no percentage is named two people are asked for instead.
IN_UNITS = replace(
    rules(),
    obligation=replace(
        rules().obligation, quotas=(Quota(QuotaUnit.PLACEMENTS, Fraction(2)),), percentages=()
    ),
)
_STATES = (ContractState.RUNNING, ContractState.REPORTING, ContractState.BID, ContractState.SETTLED)


def _some_day(chance: random.Random, first: int, last: int) -> date:
    return TODAY + timedelta(days=chance.randrange(first, last))


def _book_anything(desk: Desk, contract_id: int, shop: int, chance: random.Random) -> None:
    start = _some_day(chance, -300, 60)
    days = Period(start, start + timedelta(days=chance.choice((0, 30, 200, 500))))
    kind = chance.choice((PLACED, PLACED, BOUGHT, HELPED))
    effort = replace(kind, period=days, candidate=None)
    if kind is PLACED:
        effort = replace(effort, hours_per_week=Fraction(chance.randrange(8, 37)))
    if kind is BOUGHT:
        effort = replace(effort, amount=Money(chance.randrange(100, 900_000)), supplier_id=shop)
    effort_id = book(desk, contract_id, effort)
    if chance.random() < 1 / 3:
        prove(desk, effort_id, contract_id)
    if chance.random() < 1 / 4:
        advance(desk, effort_id, EffortState.REPORTED, EffortState.ACCEPTED)


def _fill(
    desk: Desk, seed: int, count: int = _MANY, under: tuple[RuleSet, ...] = (rules(),)
) -> None:
    """Take on many contracts, in any state and at any moment of their lives, with efforts."""
    chance = random.Random(seed)  # noqa: S311 - books to test with, no secret
    shop = known(parties.add_supplier(desk, Supplier("Buurtkeuken")))
    for number in range(count):
        start = _some_day(chance, -900, 90)
        contract = replace(
            CONTRACT,
            number=f"2026-{number:02d}",
            state=chance.choice(_STATES[: chance.choice((1, 2, 4))]),
            awarded_on=start - timedelta(days=30),
            starts_on=start,
            ends_on=start + timedelta(days=chance.choice((200, 700, 1400))),
            sum_excl_vat=Money(chance.randrange(0, 90_000_000))
            if chance.random() < 7 / 8
            else None,
            contact_made_on=start if chance.random() < 1 / 2 else None,
        )
        chosen = chance.choice(under)
        if chosen is IN_UNITS:
            contract = replace(contract, percentage=None)
        contract_id = known(contracts.take_on(desk, contract, chosen))
        for _ in range(chance.randrange(0, 4)):
            _book_anything(desk, contract_id, shop, chance)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    "under",
    [(rules(),), (rules(), LIMITED), (rules(), rules(), IN_UNITS)],
    ids=["plain", "limited", "in units"],
)
def test_that_a_glance_tells_what_a_full_look_would_tell_first(
    desk: Desk, seed: int, under: tuple[RuleSet, ...]
) -> None:
    _fill(desk, seed, under=under)
    steps = positions.next_steps(on(desk, desk.today))
    whole = {one.contract.id: one for one in positions.positions(on(desk, desk.today))}
    for most in (1, 3):
        seen = glance.first(on(desk, desk.today), most)
        assert seen is not None
        assert seen.contracts == _MANY
        assert seen.steps == steps[: len(seen.steps)]
        pressing = list(dict.fromkeys(step.contract_id for step in steps))[:most]
        assert [one.contract.id for one in seen.positions] == pressing
        assert all(whole[one.contract.id] == one for one in seen.positions)


def test_that_a_glance_looks_further_where_the_first_contracts_turn_out_less_pressing(
    desk: Desk,
) -> None:
    """What has just begun may come to be worth € 20.000 and more, and is worth a week today.

    A glance with room for one contract looks at five at a time: here at the five that have just
    begun, and then at those whose finished work lacks its proof.
    """
    owing_nothing = replace(CONTRACT, sum_excl_vat=Money(0))
    begun = replace(PLACED, period=Period(TODAY - timedelta(days=6), TODAY + timedelta(days=300)))
    finished = [replace(PLACED, hours_per_week=Fraction(hours)) for hours in range(30, 23, -1)]
    worst = []
    for number, effort in enumerate([begun] * 5 + finished):
        contract_id = take_on(desk, replace(owing_nothing, number=f"2026-{number:02d}"))
        book(desk, contract_id, effort)
        worst.append(contract_id)
    seen = glance.first(on(desk, desk.today), 1)
    assert seen is not None
    assert [one.contract.id for one in seen.positions] == [worst[5]]
    assert seen.steps == positions.next_steps(on(desk, desk.today))[: len(seen.steps)]


def test_that_few_contracts_are_not_glanced_at(desk: Desk) -> None:
    _fill(desk, 1, count=6)
    assert glance.first(desk, 3) is None


def test_that_what_is_worked_out_already_is_not_glanced_at(desk: Desk) -> None:
    _fill(desk, 1)
    positions.positions(desk)
    assert glance.first(desk, 3) is None


def test_that_contracts_with_nothing_to_do_are_not_glanced_at(desk: Desk) -> None:
    for number in range(_MANY):
        take_on(desk, replace(CONTRACT, number=f"2026-{number:02d}", state=ContractState.SETTLED))
    assert glance.first(desk, 3) is None


def test_that_contracts_that_owe_nothing_and_have_no_effort_are_not_glanced_at(
    desk: Desk,
) -> None:
    """At first sight each may owe a great deal; what is really owed leaves nothing to do."""
    for number in range(_MANY):
        take_on(desk, replace(CONTRACT, number=f"2026-{number:02d}", sum_excl_vat=Money(0)))
    assert glance.first(desk, 3) is None
    assert positions.next_steps(desk) == ()


def test_that_a_glance_gives_up_where_it_has_to_look_at_most_of_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(desk, 1)
    monkeypatch.setattr(glance, "_TRIES", 0)
    assert glance.first(desk, 1) is None


def test_that_the_rest_is_worked_out_a_few_contracts_at_a_time(desk: Desk) -> None:
    _fill(desk, 2)
    whole = positions.positions(on(desk, desk.today))
    assert glance.first(desk, 1) is not None
    assert positions.counted(desk) == (_MANY, None)
    while positions.advance(desk, 2):
        assert positions.counted(desk) == (_MANY, None)
    assert positions.counted(desk) == (_MANY, sum(one.unproven_count for one in whole))
    assert positions.positions(desk) == whole
