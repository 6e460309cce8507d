"""One act of the user: all or nothing, with one entry in the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from sroi_desktop.domain.parties import Candidate, Company
from sroi_desktop.storage import ClosedActError, NestedActError, Store
from sroi_desktop.storage.records import EntryKind, HistoryEntry
from tests.unit.storage.book import (
    RULES,
    add_contract,
    add_effort,
    booked,
    contract,
    effort,
    tables,
)


def test_that_an_act_leaves_one_entry_that_names_it(store: Store) -> None:
    with store.act("candidate.add", "K-01") as work:
        work.add_candidate(Candidate("K-01"))
        work.add_candidate(Candidate("K-02"))
    at = datetime(2026, 11, 22, 9, 0, 1, tzinfo=UTC)
    entry = HistoryEntry(
        1, at, "Anna", "candidate.add", "K-01", EntryKind.ACT, None, ("candidate",)
    )
    assert store.history() == (entry,)


def test_that_an_act_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    with store.act("company.set") as work:
        work.set_company(Company("Van Dijk"))
    with store.act("company.set") as work:
        work.set_company(Company("Van Dijk"))
    assert len(store.history()) == 1


def test_that_an_error_inside_an_act_leaves_nothing_behind(store: Store) -> None:
    before = tables(store)

    def fail() -> None:
        with store.act("contract.add") as work:
            work.add_contract(contract(), RULES)
            raise ValueError("stopped half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert tables(store) == before
    assert store.history() == ()
    assert not store.changed


def test_that_acts_do_not_nest(store: Store) -> None:
    with store.act("outer"), pytest.raises(NestedActError), store.act("inner"):
        pass
    with store.act("after") as work:
        work.set_company(Company("Van Dijk"))
    assert store.changed


def test_that_undo_inside_an_act_is_refused(store: Store) -> None:
    with store.act("outer"), pytest.raises(NestedActError):
        store.undo()


def test_that_nothing_can_be_written_after_an_act(store: Store) -> None:
    with store.act("company.set") as work:
        pass
    with pytest.raises(ClosedActError):
        work.set_company(Company("Van Dijk"))
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    with pytest.raises(ClosedActError):
        work.change_contract(contract("2026-02"), RULES)
    with pytest.raises(ClosedActError):
        work.remove_effort(effort_id)


def test_that_the_hash_of_the_last_entry_stands_for_the_whole_history(store: Store) -> None:
    assert store.history_head() == "0" * 64
    add_contract(store)
    first = store.history_head()
    add_contract(store, "2026-02")
    assert first != store.history_head() == store._sql.rows("SELECT hash FROM history")[1][0]


def test_that_the_history_of_a_contract_has_what_touched_its_efforts(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    add_effort(store, effort(title="Eerste"), booked(first))
    effort_id = add_effort(store, effort(title="Tweede"), booked(second))
    with store.act("hours.set", "Tweede") as work:
        work.set_hours(effort_id, [(date(2026, 3, 2), Fraction(8))])
    with store.act("value.set", "Tweede") as work:
        one = booked(second)
        work.set_booked(effort_id, [replace(one, valuation=replace(one.valuation, steps=()))])
    assert [entry.about for entry in store.history(second)] == ["Tweede"] * 3 + ["2026-02"]
    assert [entry.about for entry in store.history(second, limit=1)] == ["Tweede"]
    assert [entry.about for entry in store.history(first)] == ["Eerste", "2026-01"]
