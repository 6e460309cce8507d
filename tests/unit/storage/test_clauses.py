"""The clauses of tenders as they are kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.clause import Answer, Intake, Key, Status
from sroi_desktop.domain.money import Money
from sroi_desktop.storage import DamagedFileError, RecordInUseError, Store, UnknownRecordError
from tests.unit.storage.book import add_contract, add_effort, booked, effort, failed

INTAKE = (
    Intake(
        "Groenonderhoud",
        "Gemeente Elders",
        "TN-123456782",
        "5% van de opdrachtsom.",
        rule_set_id="utrecht-v3",
    )
    .with_answer(
        Key.DEMAND,
        Answer(
            values=(("unit", "percentage"), ("percentage", Fraction(5)), ("named", Money(500))),
            page="12",
            quote="5% van de opdrachtsom",
        ),
    )
    .with_answer(Key.FULL_TIME, Answer(Status.NOT_THERE))
)


def add_clause(store: Store, intake: Intake = INTAKE) -> int:
    with store.act("begin_clause", intake.title) as work:
        return work.add_clause(intake)


def test_that_a_clause_comes_back_exactly(store: Store) -> None:
    key = add_clause(store)
    assert store.clause(key) == replace(INTAKE, id=key)
    assert failed(store) == []


def test_that_clauses_come_back_the_newest_first(store: Store) -> None:
    first, last = add_clause(store), add_clause(store)
    assert [one.id for one in store.clauses()] == [last, first]


def test_that_an_answer_can_be_undone(store: Store) -> None:
    key = add_clause(store)
    more = store.clause(key).with_answer(Key.CUSTOM, Answer(Status.UNKNOWN))
    with store.act("answer_clause") as work:
        work.change_clause(more)
    assert store.clause(key) == more
    store.undo()
    assert store.clause(key) == replace(INTAKE, id=key)
    store.redo()
    assert store.clause(key) == more


def test_that_a_clause_belongs_to_a_contract_that_exists(store: Store) -> None:
    with pytest.raises(UnknownRecordError):
        add_clause(store, replace(INTAKE, contract_id=9))
    key = add_clause(store)
    with pytest.raises(UnknownRecordError), store.act("link_clause") as work:
        work.change_clause(replace(INTAKE, id=key, contract_id=9))


def test_that_the_history_of_a_contract_names_its_clause(store: Store) -> None:
    contract_id = add_contract(store)
    add_clause(store)
    linked = add_clause(store, replace(INTAKE, contract_id=contract_id))
    assert [one.id for one in store.clauses_of(contract_id)] == [linked]
    assert [entry.name for entry in store.history(contract_id)] == ["begin_clause", "contract.add"]


def test_that_a_clause_changes_no_figure(store: Store) -> None:
    contract_id = add_contract(store)
    before = store.last_entry()
    add_clause(store)
    assert store.touched(before) == frozenset()
    add_clause(store, replace(INTAKE, contract_id=contract_id))
    assert store.touched(before) == frozenset({contract_id})


def test_that_a_clause_outlives_its_contract_and_undo_joins_them_again(store: Store) -> None:
    contract_id = add_contract(store)
    key = add_clause(store, replace(INTAKE, contract_id=contract_id))
    with store.act("remove_contract") as work:
        work.remove_contract(contract_id)
    assert store.clause(key).contract_id is None
    store.undo()
    assert store.clause(key).contract_id == contract_id
    assert failed(store) == []


def test_that_a_contract_that_stays_keeps_its_clause(store: Store) -> None:
    contract_id = add_contract(store)
    add_effort(store, effort(), booked(contract_id))
    key = add_clause(store, replace(INTAKE, contract_id=contract_id))
    with pytest.raises(RecordInUseError), store.act("remove_contract") as work:
        work.remove_contract(contract_id)
    assert store.clause(key).contract_id == contract_id


def test_that_a_clause_can_be_removed(store: Store) -> None:
    key = add_clause(store)
    with store.act("remove_clause") as work:
        work.remove_clause(key)
    assert store.clauses() == ()
    with pytest.raises(UnknownRecordError):
        store.clause(key)


def test_that_an_answer_no_version_wrote_is_damage(store: Store) -> None:
    key = add_clause(store)
    store._sql.run("UPDATE clause SET answers = '{\"limit\": 3}' WHERE id = ?", key)
    with pytest.raises(DamagedFileError):
        store.clause(key)
