"""What efforts count for: never above the whole, with value, derivation and what is missing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.allocation import PARTS
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import OverAllocatedError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Candidate
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.tenure import FRESH, Tenure
from sroi_desktop.storage import Store, UnknownRecordError
from tests.unit.storage.book import SPRING, add_contract, add_effort, booked, effort, tables

HALF = PARTS // 2
EARLY = Period(date(2026, 3, 1), date(2026, 5, 31))
LATE = Period(date(2026, 6, 1), date(2026, 8, 31))
CLAIM = (
    "INSERT INTO allocation (effort_id, contract_id, starts_on, ends_on, parts, value_cents,"
    " accepted_cents, reported_cents, missing, missing_count, counted_years)"
    " VALUES (?, ?, ?, ?, ?, 0, 0, 0, '[]', 0, '0')"
)


def test_that_a_booking_comes_back_with_its_derivation(store: Store) -> None:
    contract_id = add_contract(store)
    one = booked(contract_id, missing=("contract", "statement"))
    effort_id = add_effort(store, effort(), one)
    (found,) = store.allocations(effort_id)
    allocation = replace(one.allocation, effort_id=effort_id, id=found.allocation.id)
    assert found == replace(one, allocation=allocation)


def test_that_bookings_of_a_contract_come_by_the_start_of_the_effort(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    late = add_effort(
        store, effort(period=LATE), booked(first, parts=HALF), booked(second, parts=HALF)
    )
    early = add_effort(store, effort(period=EARLY), booked(first))
    found = store.booked(first)
    assert [one.id for one, _ in found] == [early, late]
    assert found[1] == (store.effort(late), store.allocations(late)[0])
    assert [share.allocation.effort_id for _, share in store.booked(second)] == [late]


def test_that_a_new_value_keeps_the_row_of_the_share(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    (before,) = store.allocations(effort_id)
    with store.act("value.renew") as work:
        work.set_booked(effort_id, [booked(contract_id, 2_000_000)])
    (after,) = store.allocations(effort_id)
    assert after.allocation == before.allocation
    assert after.valuation.value == Money(2_000_000)


def test_that_shares_can_be_moved_between_contracts(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    effort_id = add_effort(store, effort(), booked(first))
    with store.act("allocation.change") as work:
        work.set_booked(effort_id, [booked(first, parts=HALF), booked(second, parts=HALF)])
    with store.act("allocation.change") as work:
        work.set_booked(effort_id, [booked(second)])
    assert [one.allocation.contract_id for one in store.allocations(effort_id)] == [second]


def test_that_a_contract_may_have_the_same_share_twice(store: Store) -> None:
    contract_id = add_contract(store)
    twice = (booked(contract_id, parts=HALF), booked(contract_id, 5, parts=HALF))
    effort_id = add_effort(store, effort(), *twice)
    before = tables(store)
    with store.act("allocation.change") as work:
        work.set_booked(effort_id, twice)
    assert tables(store) == before


def test_that_the_counting_time_taken_over_is_kept_with_the_share(store: Store) -> None:
    tenure = Tenure(date(2025, 2, 1), Fraction(4, 3))
    contract_id = add_contract(store)
    one, other = booked(contract_id, parts=HALF), booked(contract_id, 5, parts=HALF)
    effort_id = add_effort(store, effort(), replace(one, tenure=tenure), other)
    assert [share.tenure for share in store.allocations(effort_id)] == [tenure, FRESH]
    assert [share.tenure for _, share in store.booked(contract_id)] == [tenure, FRESH]


def test_that_the_efforts_of_a_candidate_come_by_their_start_with_all_their_shares(
    store: Store,
) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    with store.act("candidate.add") as work:
        work.add_candidate(Candidate("K-01"))
        work.add_candidate(Candidate("K-02"))
    shares = booked(first, parts=HALF), booked(second, parts=HALF)
    late = add_effort(store, replace(effort(period=LATE), candidate="K-01"), *shares)
    early = add_effort(store, replace(effort(period=EARLY), candidate="K-01"))
    other = add_effort(store, replace(effort(period=EARLY), candidate="K-02"), booked(first))
    add_effort(store, effort(), booked(second))
    assert store.efforts_of("K-01") == (
        (store.effort(early), ()),
        (store.effort(late), store.allocations(late)),
    )
    assert [one.id for one, _ in store.efforts_of("K-02")] == [other]
    assert store.efforts_of("K-03") == ()


def test_that_shares_above_the_whole_are_refused(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("effort.record") as work, pytest.raises(OverAllocatedError):
        work.add_effort(effort(), [booked(contract_id), booked(contract_id, parts=1)])


def test_that_shares_in_separate_periods_may_each_be_the_whole(store: Store) -> None:
    contract_id = add_contract(store)
    shares = [booked(contract_id, period=EARLY), booked(contract_id, period=LATE)]
    effort_id = add_effort(store, effort(), *shares)
    assert len(store.allocations(effort_id)) == len(shares)


def test_that_the_database_itself_refuses_shares_above_the_whole(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id, period=LATE, parts=HALF))
    store._sql.run(CLAIM, effort_id, contract_id, "2026-08-31", "2026-12-31", HALF)
    with pytest.raises(sqlite3.IntegrityError, match="exceed the whole"):
        store._sql.run(CLAIM, effort_id, contract_id, "2026-01-01", "2026-06-01", HALF + 1)
    with pytest.raises(sqlite3.IntegrityError, match="exceed the whole"):
        store._sql.run("UPDATE allocation SET parts = parts + 1 WHERE ends_on = '2026-12-31'")
    store._sql.run(CLAIM, effort_id, contract_id, "2026-01-01", "2026-05-31", PARTS)


def test_that_a_booking_names_a_contract_that_exists(store: Store) -> None:
    with store.act("effort.record") as work, pytest.raises(UnknownRecordError):
        work.add_effort(effort(), [booked(7)])


def test_that_missing_evidence_is_kept_by_code_and_label(store: Store) -> None:
    contract_id = add_contract(store)
    add_effort(store, effort(), booked(contract_id, missing=("contract", "other")))
    (row,) = tables(store)["allocation"]
    assert row["missing"] == '[["contract","Arbeidsovereenkomst"],["other","other"]]'
    assert row["missing_count"] == 2


def test_that_an_accepted_amount_is_divided_over_the_contracts(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    shares = (booked(first, 20_000, parts=HALF), booked(second, 10_000, parts=HALF))
    accepted = effort(EffortState.ACCEPTED_IN_PART, SPRING, accepted=Money(10_000))
    add_effort(store, accepted, *shares)
    assert [row["accepted_cents"] for row in tables(store)["allocation"]] == [6_667, 3_333]


def reported(store: Store, effort_id: int) -> list[int]:
    return [one.reported.cents for one in store.allocations(effort_id)]


def test_that_what_was_reported_stays_when_a_share_changes(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    (one,) = store.allocations(effort_id)
    with store.act("report") as work:
        work.set_reported(one.allocation.id or 0, Money(1_000))
    with store.act("change") as work:
        work.set_booked(effort_id, (booked(contract_id, missing=("contract",)),))
    assert reported(store, effort_id) == [1_000]
    halves = [booked(contract_id, period=days) for days in (EARLY, LATE)]
    with store.act("divide") as work:
        work.set_booked(effort_id, halves)
    assert reported(store, effort_id) == [1_000, 0]
    store.undo()
    assert reported(store, effort_id) == [1_000]
    with store.act("take away") as work:
        work.set_booked(effort_id, ())
    assert reported(store, effort_id) == []
