"""Every act has its words, leaves one entry, and can be undone and done again."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sroi_desktop.services
from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.services import (
    acts,
    bookings,
    companies,
    contracts,
    dossiers,
    efforts,
    evidence,
    history,
    logos,
    parties,
    positions,
)
from sroi_desktop.services.changes import EVERYTHING
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import BlockedByReportError, UndoConflictError
from tests.unit.services.books import (
    BOUGHT,
    COMPANY,
    CONTRACT,
    PLACED,
    book,
    rules,
    speaking,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

PIXEL = b"\x89PNG\r\n\x1a\n"
Act = Callable[["Desk", int, int], object]


def names_of_acts() -> set[str]:
    """Return the name of every act that a service does."""
    names = set()
    for path in Path(sroi_desktop.services.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="act"), args=[ast.Constant(value=name), *_]):
                    names.add(str(name))
    return names


def changed(desk: Desk, contract_id: int) -> object:
    later = replace(desk.store.contract(contract_id), starts_on=date(2026, 6, 1))
    return contracts.change(desk, later)


def other_rules(desk: Desk, contract_id: int) -> object:
    contract = replace(desk.store.contract(contract_id), title="Anders")
    return contracts.change(desk, contract, replace(rules(), id="own"))


def given_away(desk: Desk, effort_id: int) -> object:
    effort = replace(desk.store.effort(effort_id), candidate="K-02")
    return efforts.change(desk, effort, ())


ACTS: dict[str, Act] = {
    "take on": lambda d, _c, _e: take_on(d, replace(CONTRACT, number="2026-07")),
    "change": lambda d, c, _e: changed(d, c),
    "other rules": lambda d, c, _e: other_rules(d, c),
    "move on": lambda d, c, _e: contracts.move_on(d, c, ContractState.REPORTING),
    "contact": lambda d, c, _e: contracts.note_contact(d, c, date(2025, 12, 1)),
    "plan": lambda d, c, _e: contracts.note_plan(d, c, sent_on=date(2025, 12, 1)),
    "book": lambda d, c, _e: book(d, c, BOUGHT),
    "book nowhere": lambda d, _c, _e: efforts.record(d, BOUGHT, ()),
    "change effort": lambda d, _c, e: given_away(d, e),
    "plan effort": lambda d, _c, e: efforts.move_on(d, e, EffortState.PLANNED),
    "remove effort": lambda d, _c, e: efforts.remove(d, e),
    "see evidence": lambda d, _c, e: evidence.note_seen(
        d, e, "arbeidsovereenkomst", title="x", seen_by="M.", seen_on=date(2026, 4, 1)
    ),
    "company": lambda d, _c, _e: companies.keep(d, replace(COMPANY, town="Zeist")),
    "logo": lambda d, _c, _e: logos.keep(d, PIXEL),
    "supplier": lambda d, _c, _e: parties.add_supplier(d, Supplier("De Haven")),
    "candidate": lambda d, _c, _e: parties.change_candidate(
        d, replace(d.store.candidates()[0], role="hovenier")
    ),
}


def whole(desk: Desk) -> object:
    """Return everything an owner sees."""
    return (
        desk.store.company(),
        desk.store.logo(),
        desk.store.suppliers(),
        desk.store.candidates(),
        positions.positions(desk),
        desk.store.effort_lines(),
        desk.store.missing_evidence(),
    )


@pytest.mark.parametrize("name", ACTS)
def test_that_undo_and_redo_of_every_act_restore_all_that_one_sees(
    desk: Desk, contract_id: int, name: str
) -> None:
    effort_id = book(desk, contract_id, PLACED)
    before = whole(desk)
    ACTS[name](desk, contract_id, effort_id)
    after = whole(desk)
    assert after != before
    done = history.undo(desk)
    assert done is not None
    assert done.changed == EVERYTHING
    assert whole(desk) == before
    assert history.redo(desk) is not None
    assert whole(desk) == after
    history.undo(desk)
    assert whole(desk) == before
    assert all(check.ok for check in desk.store.verify())


def test_that_everything_can_be_undone_back_to_an_empty_book(desk: Desk) -> None:
    contract_id = take_on(desk)
    effort_id = book(desk, contract_id, PLACED)
    for act in ACTS.values():
        act(desk, contract_id, effort_id)
        history.undo(desk)
    while history.undo(desk) is not None:
        assert history.redoable(desk) is not None
    assert history.undoable(desk) is None
    assert desk.store.contracts() == ()
    assert desk.store.company() is None
    while history.redo(desk) is not None:
        pass
    assert [effort.id for effort, _booked in desk.store.booked(contract_id)] == [effort_id]


def test_that_there_is_nothing_to_redo_after_a_new_act(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    history.undo(desk)
    take_on(desk, replace(CONTRACT, number="2026-02"))
    assert history.redoable(desk) is None
    assert history.redo(desk) is None


def test_that_the_menu_knows_what_undo_would_do(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    entry = history.undoable(desk)
    assert entry is not None
    assert acts.act_text(entry.name, entry.about) == "invulling geboekt: Hovenier in opleiding"
    history.undo(desk)
    again = history.redoable(desk)
    assert again is not None
    assert (again.name, again.about) == (entry.name, entry.about)


@pytest.mark.parametrize("name", sorted(names_of_acts()))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_that_every_act_has_words_of_its_own(name: str, language: str) -> None:
    with speaking(language):
        told = acts.act_text(name, "{titel}")
        assert "{titel}" in told
        assert told != acts.act_text("no such act", "{titel}")


def test_that_acts_are_found_at_all() -> None:
    assert len(names_of_acts()) >= 17


def test_that_the_past_of_a_contract_is_told_newest_first(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    history.undo(desk)
    history.redo(desk)
    efforts.remove(desk, effort_id)
    told = dossiers.history_of(desk, contract_id)
    assert [event.who for event in told] == ["Anna"] * len(told)
    texts = [event.text for event in told]
    assert "opnieuw" in texts[1]
    assert "ongedaan" in texts[2]
    assert texts[-1].endswith(CONTRACT.title)


@pytest.mark.parametrize(
    "error", [BlockedByReportError("2026-001", 1), UndoConflictError(1, "effort")]
)
def test_that_an_undo_that_cannot_be_is_explained(error: Exception) -> None:
    assert explain(error).endswith(".")


def test_that_shares_of_an_undone_contract_go_with_it(desk: Desk) -> None:
    first = take_on(desk)
    effort = replace(PLACED, candidate=None)
    efforts.record(desk, effort, [bookings.whole_for(first, effort)])
    history.undo(desk)
    history.undo(desk)
    assert desk.store.contracts() == ()
