"""Undo and redo: as entries of the same history, and never against what came after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.parties import Candidate, Company
from sroi_desktop.storage import (
    BlockedByReportError,
    ReadOnlyFileError,
    Store,
    UndoConflictError,
    open_store,
)
from sroi_desktop.storage.records import EntryKind
from tests.unit.storage.book import (
    QUARTERS,
    RULES,
    add_contract,
    add_effort,
    booked,
    contract,
    effort,
    failed,
    tables,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock


def issue(store: Store, contract_id: int, *effort_ids: int) -> int:
    with store.act("report.issue", "2026-001") as work:
        return work.issue_report(
            contract_id,
            number="2026-001",
            kind="progress",
            variant="anonymous",
            period=QUARTERS,
            data_json=b"{}",
            pdf=b"%PDF",
            sha256=sha256(b"%PDF").hexdigest(),
            realised=dict.fromkeys(effort_ids, ZERO),
        )


def test_that_without_acts_there_is_nothing_to_undo_or_redo(store: Store) -> None:
    assert store.undoable() is None
    assert store.redoable() is None
    assert store.undo() is None
    assert store.redo() is None
    assert store.history() == ()


def test_that_undo_is_an_entry_that_names_what_it_reverses(store: Store) -> None:
    add_contract(store)
    entry = store.undo()
    assert entry is not None
    assert (entry.id, entry.kind, entry.reverses) == (2, EntryKind.UNDO, 1)
    assert (entry.name, entry.about) == ("contract.add", "2026-01")
    assert store.contracts() == ()


def test_that_redo_reverses_the_undo(store: Store) -> None:
    contract_id = add_contract(store)
    store.undo()
    entry = store.redo()
    assert entry is not None
    assert (entry.kind, entry.reverses) == (EntryKind.REDO, 2)
    assert store.contract(contract_id).number == "2026-01"
    assert store.redoable() is None
    assert failed(store) == []


def test_that_what_was_redone_can_be_undone_again(store: Store) -> None:
    add_contract(store)
    for _ in range(3):
        store.undo()
        store.redo()
    store.undo()
    assert store.contracts() == ()


def test_that_redo_takes_the_act_that_was_undone_last(store: Store) -> None:
    for number in ("1", "2", "3"):
        add_contract(store, number)
    store.undo()
    store.undo()
    assert [found.number for found in store.contracts()] == ["1"]
    store.redo()
    assert [found.number for found in store.contracts()] == ["1", "2"]
    store.undo()
    assert (redo := store.redoable()) is not None
    assert redo.about == "2"
    assert (undo := store.undoable()) is not None
    assert undo.about == "1"


def test_that_a_new_act_ends_what_can_be_redone(store: Store) -> None:
    add_contract(store, "1")
    store.undo()
    add_contract(store, "2")
    assert store.redoable() is None
    assert (undo := store.undoable()) is not None
    assert undo.about == "2"


def test_that_undo_survives_a_restart(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        add_contract(store)
    with open_store(path, clock) as store:
        store.undo()
        assert store.contracts() == ()
    with open_store(path, clock) as store:
        store.redo()
        assert len(store.contracts()) == 1


def test_that_a_file_opened_for_reading_refuses_undo(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        add_contract(store)
    with open_store(path, clock, read_only=True) as store, pytest.raises(ReadOnlyFileError):
        store.undo()


def test_that_an_act_that_may_not_be_undone_is_passed_over(store: Store) -> None:
    add_contract(store)
    with store.act("company.import", undoable=False) as work:
        work.set_company(Company("Van Dijk"))
    assert (undo := store.undoable()) is not None
    assert undo.about == "2026-01"


def test_that_an_id_is_never_given_twice(store: Store) -> None:
    first = add_contract(store, "1")
    store.undo()
    assert add_contract(store, "2") > first


def test_that_a_row_that_changed_since_stops_the_undo(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("company.import", undoable=False) as work:
        work.change_contract(replace(contract(), id=contract_id, title="Anders"))
    before = tables(store)
    with pytest.raises(UndoConflictError) as caught:
        store.undo()
    assert (caught.value.entry_id, caught.value.table) == (1, "contract")
    assert tables(store) == before


def test_that_a_row_others_refer_to_stops_the_undo(store: Store) -> None:
    with store.act("candidate.add") as work:
        work.add_candidate(Candidate("K-01"))
    with store.act("effort.import", undoable=False) as work:
        work.add_effort(replace(effort(), candidate="K-01"), ())
    with pytest.raises(UndoConflictError) as caught:
        store.undo()
    assert caught.value.table == "candidate"


def test_that_a_number_taken_since_stops_the_undo_of_a_removal(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("contract.remove") as work:
        work.remove_contract(contract_id)
    with store.act("contract.import", undoable=False) as work:
        work.add_contract(contract(), RULES)
    with pytest.raises(UndoConflictError):
        store.undo()


def test_that_issuing_a_report_cannot_be_undone(store: Store) -> None:
    contract_id = add_contract(store)
    issue(store, contract_id)
    assert (undo := store.undoable()) is not None
    assert undo.name == "contract.add"


def test_that_a_contract_with_a_report_stays(store: Store) -> None:
    contract_id = add_contract(store)
    issue(store, contract_id)
    with pytest.raises(BlockedByReportError) as caught:
        store.undo()
    assert (caught.value.report_number, caught.value.contract_id) == ("2026-001", contract_id)


def test_that_a_change_of_a_contract_can_be_undone_after_a_report(store: Store) -> None:
    contract_id = add_contract(store)
    with store.act("contract.change") as work:
        work.change_contract(replace(contract(), id=contract_id, title="Anders"))
    issue(store, contract_id)
    store.undo()
    assert store.contract(contract_id).title == contract().title


@pytest.mark.parametrize("act", ["effort", "hours", "piece", "value"])
def test_that_what_a_report_rests_on_cannot_be_undone(store: Store, act: str) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(), booked(contract_id))
    with store.act(act) as work:
        if act == "effort":
            work.change_effort(replace(effort(title="Anders"), id=effort_id), [booked(contract_id)])
        elif act == "hours":
            work.set_hours(effort_id, [(date(2026, 3, 2), Fraction(8))])
        elif act == "piece":
            work.add_piece(Piece(effort_id, "contract", "Contract", seen_by="Jan"))
        else:
            one = booked(contract_id)
            work.set_booked(effort_id, [replace(one, valuation=replace(one.valuation, steps=()))])
    issue(store, contract_id, effort_id)
    with pytest.raises(BlockedByReportError):
        store.undo()


def test_that_what_came_after_a_report_can_be_undone(store: Store) -> None:
    contract_id = add_contract(store)
    effort_id = add_effort(store, effort(EffortState.REPORTED), booked(contract_id))
    issue(store, contract_id, effort_id)
    with store.act("effort.accept") as work:
        work.change_effort(
            replace(effort(EffortState.ACCEPTED), id=effort_id), [booked(contract_id)]
        )
    store.undo()
    assert store.effort(effort_id).state is EffortState.REPORTED
    store.redo()
    assert store.effort(effort_id).state is EffortState.ACCEPTED
    assert failed(store) == []
