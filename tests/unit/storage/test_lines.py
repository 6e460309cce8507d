"""Rows for the long tables of efforts and missing evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.allocation import PARTS
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.parties import Candidate, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.storage import EffortLine, MissingLine, Store
from tests.unit.storage.book import (
    SPRING,
    TODAY,
    WINTER,
    add_contract,
    add_effort,
    booked,
    effort,
)


def test_that_a_line_says_what_counts_for_which_contract(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("candidate.add") as work:
        work.add_candidate(Candidate("K-01"))
    one = replace(effort(), candidate="K-01")
    effort_id = add_effort(store, one, booked(contract_id, missing=("contract",)))
    line = EffortLine(
        effort_id=effort_id,
        contract_id=contract_id,
        contract_number="2026-01",
        contract_title="Groenonderhoud Wijk Oost",
        title="Hovenier",
        candidate="K-01",
        block="pw",
        block_label="Participatiewet",
        kind=EffortKind.PLACEMENT,
        state=EffortState.REALISED,
        starts_on=SPRING.start,
        ends_on=SPRING.end,
        value=Money(1_333_333),
        missing=1,
        allocation_id=1,
    )
    assert store.effort_lines() == (line,)


def test_that_a_line_names_the_supplier_and_what_was_accepted(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("supplier.add") as work:
        supplier_id = work.add_supplier(Supplier("De Broodbrigade"))
    bought = replace(effort(), supplier_id=supplier_id, state=EffortState.ACCEPTED)
    add_effort(store, bought, booked(contract_id))
    (line,) = store.effort_lines()
    assert (line.supplier, line.accepted) == ("De Broodbrigade", line.value)


def test_that_an_effort_that_counts_for_nothing_yet_has_a_line(store: Store) -> None:
    add_effort(store, effort())
    (line,) = store.effort_lines()
    assert (line.contract_id, line.contract_number, line.contract_title) == (None, None, None)
    assert (line.block_label, line.value, line.missing) == ("pw", ZERO, 0)


def test_that_the_latest_effort_comes_first_and_a_part_can_be_asked_for(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    spring = add_effort(store, effort(), booked(first))
    shares = (booked(first, parts=PARTS // 2), booked(second, parts=PARTS // 2))
    winter = add_effort(store, effort(period=WINTER), *shares)
    found = [(line.effort_id, line.contract_id) for line in store.effort_lines()]
    assert found == [(winter, first), (winter, second), (spring, first)]
    assert store.effort_lines(limit=1, offset=2) == store.effort_lines()[2:]
    assert [line.effort_id for line in store.effort_lines(first)] == [winter, spring]
    assert [line.effort_id for line in store.effort_lines(second)] == [winter]


def test_that_each_missing_piece_has_a_line_with_most_at_stake_first(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    small = booked(first, 100, missing=("contract", "statement"))
    add_effort(store, effort(title="Klein"), small)
    large = add_effort(store, effort(title="Groot"), booked(second, 200, missing=("statement",)))
    assert [(line.title, line.requirement, line.label) for line in store.missing_evidence()] == [
        ("Groot", "statement", "Doelgroepverklaring"),
        ("Klein", "contract", "Arbeidsovereenkomst"),
        ("Klein", "statement", "Doelgroepverklaring"),
    ]
    assert store.missing_evidence(second) == (
        MissingLine(
            effort_id=large,
            title="Groot",
            candidate=None,
            contract_id=second,
            contract_number="2026-02",
            contract_title="Groenonderhoud Wijk Oost",
            requirement="statement",
            label="Doelgroepverklaring",
            starts_on=SPRING.start,
            ends_on=SPRING.end,
            value=Money(200),
        ),
    )


@pytest.mark.parametrize("state", [EffortState.PLANNED, EffortState.ACCEPTED, EffortState.REJECTED])
def test_that_only_what_was_done_and_not_judged_yet_lacks_evidence(
    store: Store, state: EffortState
) -> None:
    add_effort(store, effort(state), booked(add_contract(store), missing=("contract",)))
    assert store.missing_evidence() == ()


def test_that_a_line_has_the_days_of_its_share_within_those_of_the_effort(store: Store) -> None:
    contract_id = add_contract(store)
    april, autumn = (Period(date(2026, 4, 1), end) for end in (SPRING.end, WINTER.end))
    add_effort(store, effort(), booked(contract_id, period=autumn))
    (line,) = store.effort_lines()
    assert (line.starts_on, line.ends_on) == (april.start, SPRING.end)


def test_that_shares_on_other_days_for_one_contract_are_lines_of_their_own(store: Store) -> None:
    contract_id = add_contract(store)
    april, rest = (
        Period(SPRING.start, date(2026, 4, 30)),
        Period(date(2026, 5, 1), SPRING.end),
    )
    shares = (
        booked(contract_id, 100, period=april, missing=("contract",)),
        booked(contract_id, 200, period=rest, parts=PARTS // 2, missing=("contract",)),
    )
    add_effort(store, effort(), *shares)
    assert [(line.starts_on, line.value) for line in store.effort_lines()] == [
        (april.start, Money(100)),
        (rest.start, Money(200)),
    ]
    # the piece that both lack is asked for once, with all that is at stake
    assert [(one.requirement, one.value) for one in store.missing_evidence()] == [
        ("contract", Money(300))
    ]
    (figures,) = store.figures(TODAY)
    assert (figures.efforts, figures.unproven_count) == (1, 1)


def test_that_an_invoice_number_stands_in_its_line_and_is_searched(store: Store) -> None:
    add_effort(store, replace(effort(kind=EffortKind.PURCHASE), invoice_number="F-17"))
    (line,) = store.efforts_where(lambda words: "F-17" in words, 5)
    assert line.invoice_number == "F-17"
