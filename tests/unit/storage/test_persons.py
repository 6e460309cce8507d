"""Who a candidate is: sealed in table and history, and gone once erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Candidate
from sroi_desktop.storage import (
    DamagedFileError,
    Person,
    Store,
    UndoConflictError,
    UnknownRecordError,
    open_store,
)
from tests.unit.storage.book import add_effort, effort, failed, tables

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

BORN = date(1971, 12, 24)
JAN = Person("Jan de Boer-Şahin", BORN)


def add_candidate(store: Store, code: str = "K-01") -> int:
    with store.act("candidate.add", code) as work:
        return work.add_candidate(Candidate(code))


def set_person(store: Store, candidate_id: int, person: Person) -> None:
    with store.act("person.set") as work:
        work.set_person(candidate_id, person)


def erase(store: Store, candidate_id: int) -> None:
    with store.act("person.erase") as work:
        work.erase_person(candidate_id)


def test_that_a_candidate_is_nobody_until_entered(store: Store) -> None:
    assert store.person(add_candidate(store)) is None


@pytest.mark.parametrize("person", [JAN, Person("Jan")])
def test_that_a_person_comes_back_as_entered(store: Store, person: Person) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, Person("Iemand anders"))
    set_person(store, candidate_id, person)
    assert store.person(candidate_id) == person


def test_that_everyone_who_was_entered_and_not_erased_is_there(store: Store) -> None:
    jan, nobody, gone = (add_candidate(store, f"K-0{number}") for number in (1, 2, 3))
    set_person(store, jan, JAN)
    set_person(store, gone, Person("Piet"))
    with store.act("person.erase") as work:
        work.erase_person(gone)
    assert store.people() == (JAN,)
    assert store.person(nobody) is None


def test_that_entering_the_same_person_again_leaves_no_entry(store: Store) -> None:
    candidate_id = add_candidate(store)
    for _ in range(2):
        set_person(store, candidate_id, JAN)
    assert len(store.history()) == 2


def test_that_a_bsn_is_no_name() -> None:
    with pytest.raises(CitizenNumberError):
        Person("Jan 111222333")


def test_that_undo_and_redo_of_a_person_follow_each_other(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    set_person(store, candidate_id, Person("Piet"))
    store.undo()
    assert store.person(candidate_id) == JAN
    store.undo()
    assert store.person(candidate_id) is None
    store.redo()
    assert store.person(candidate_id) == JAN


def test_that_names_and_birth_dates_stand_nowhere_in_the_file(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        candidate_id = add_candidate(store)
        set_person(store, candidate_id, JAN)
        add_effort(store, replace(effort(), candidate="K-01", born=BORN))
        add_effort(store, replace(effort(), born=BORN))
        set_person(store, candidate_id, Person("Piet Zandstra"))
    raw = path.read_bytes()
    for text in ("Boer", "Zandstra", BORN.isoformat()):
        assert text.encode() not in raw


def test_that_an_erased_person_is_gone_and_the_history_still_holds(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    effort_id = add_effort(store, replace(effort(), candidate="K-01", born=BORN))
    other = add_effort(store, replace(effort(), born=BORN))
    erase(store, candidate_id)
    assert store.person(candidate_id) is None
    assert store.effort(effort_id).born is None
    assert store.effort(other).born == BORN
    assert failed(store) == []


def test_that_erasing_cannot_be_undone(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    erase(store, candidate_id)
    assert (undo := store.undoable()) is not None
    assert undo.name == "person.set"
    with pytest.raises(UndoConflictError):
        store.undo()


def test_that_erasing_someone_whose_name_was_undone_leaves_an_entry(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    store.undo()
    erase(store, candidate_id)
    assert store.history()[0].name == "person.erase"
    assert store.redoable() is None
    erase(store, candidate_id)
    assert len(store.history()) == 4


def test_that_what_was_sealed_before_erasing_stays_closed_to_a_new_key(store: Store) -> None:
    candidate_id = add_candidate(store)
    effort_id = add_effort(store, replace(effort(), candidate="K-01", born=BORN))
    sealed = tables(store)["effort"][0]["born_sealed"]
    erase(store, candidate_id)
    set_person(store, candidate_id, Person("Piet"))
    store._sql.run("UPDATE effort SET born_sealed = ? WHERE id = ?", sealed, effort_id)
    assert store.effort(effort_id).born is None
    assert store.person(candidate_id) == Person("Piet")


def test_that_without_its_key_a_person_is_nobody(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    store._sql.run("UPDATE person_key SET key = NULL")
    assert store.person(candidate_id) is None


def test_that_an_erased_key_leaves_no_trace_in_the_file(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        candidate_id = add_candidate(store)
        set_person(store, candidate_id, JAN)
        key = bytes(store._sql.rows("SELECT key FROM person_key")[0][0])
        assert key in path.read_bytes()
        erase(store, candidate_id)
    assert key not in path.read_bytes()


def test_that_a_birth_date_follows_the_effort_to_another_candidate(store: Store) -> None:
    first = add_candidate(store)
    add_candidate(store, "K-02")
    born = replace(effort(), candidate="K-01", born=BORN)
    effort_id = add_effort(store, born)
    with store.act("effort.change") as work:
        work.change_effort(replace(born, candidate="K-02", id=effort_id), ())
    erase(store, first)
    assert store.effort(effort_id).born == BORN


def test_that_a_sealed_text_that_is_none_is_damage(store: Store) -> None:
    candidate_id = add_candidate(store)
    set_person(store, candidate_id, JAN)
    store._sql.run("UPDATE person SET sealed = 'é'")
    with pytest.raises(DamagedFileError):
        store.person(candidate_id)


def test_that_a_candidate_who_does_not_exist_is_nobody(store: Store) -> None:
    assert store.person(7) is None
    with store.act("person.set") as work:
        with pytest.raises(UnknownRecordError):
            work.set_person(7, JAN)
        with pytest.raises(UnknownRecordError):
            work.erase_person(7)
