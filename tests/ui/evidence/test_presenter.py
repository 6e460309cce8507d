from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.services import efforts, evidence
from sroi_desktop.storage import Store
from sroi_desktop.storage.errors import DiskFullError
from sroi_desktop.ui import pages
from sroi_desktop.ui.evidence import presenter as module
from sroi_desktop.ui.evidence.presenter import BOOK
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.evidence.fakes import Page

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.services.desk import Desk

CONTRACT, GROUP = "arbeidsovereenkomst", "doelgroepbewijs"
PDF = b"%PDF-1.7 proof"


@pytest.fixture
def effort_id(desk: Desk, contract_id: int) -> int:
    return book(desk, contract_id)


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "contract.pdf"
    path.write_bytes(PDF)
    return path


def test_that_what_is_missing_names_the_euros_that_depend_on_it(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    (row,) = page.view.list.rows
    assert len(row.lacks) == 2
    assert page.view.list.at_stake.endswith("13.333")
    assert page.view.list.missing == 1
    assert page.view.shown.title == "Medewerker groen"
    assert [one.held for one in page.view.shown.rows] == ["", ""]
    assert not page.view.shown.complete
    assert page.presenter.header().title


def test_that_what_was_judged_or_is_planned_lacks_nothing(desk: Desk, effort_id: int) -> None:
    efforts.move_on(desk, effort_id, EffortState.PLANNED)
    page = Page(desk)
    assert page.view.list.rows == ()
    assert page.view.detail is None
    page.presenter.show_everything(everything=True)
    assert page.view.list.rows == ()


def test_that_a_file_is_kept_and_told(desk: Desk, effort_id: int, proof: Path) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)
    assert page.view.shown.rows[0].held == "contract.pdf"
    assert page.view.shown.held[0].is_kept
    assert "contract.pdf" in page.told[0]
    assert len(page.view.list.rows[0].lacks) == 1


def test_that_a_complete_effort_stays_on_the_screen(
    desk: Desk, effort_id: int, proof: Path
) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)
    page.presenter.see(GROUP, "J. van Dijk", "2-3-2026")
    assert page.view.list.rows == ()
    assert page.view.shown.complete
    page.presenter.show_everything(everything=True)
    assert page.row(effort_id).lacks == ()


def test_that_a_file_that_is_kept_already_is_noticed(
    desk: Desk, effort_id: int, proof: Path
) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)
    page.presenter.give_file(CONTRACT, proof)
    assert "contract.pdf" in page.view.refused[CONTRACT]
    assert len(desk.store.pieces(effort_id)) == 1
    page.presenter.give_file(GROUP, proof)
    assert len(desk.store.pieces(effort_id)) == 2
    assert "één keer" in page.told[-1]


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("brief 123456782.pdf", 10, "BSN"),
        ("groot.pdf", 60_000_000, "25"),
        ("leeg.pdf", 0, "leeg"),
    ],
)
def test_that_a_file_that_may_not_be_kept_is_refused_at_its_line(
    desk: Desk, effort_id: int, tmp_path: Path, name: str, size: int, words: str
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(size)
    page = Page(desk)
    page.presenter.give_file(CONTRACT, path)
    assert words in page.view.refused[CONTRACT]
    assert desk.store.pieces(effort_id) == ()
    page.presenter.give_file(CONTRACT, tmp_path / "er niet")
    assert page.view.refused[CONTRACT]


def test_that_a_name_that_reaches_out_of_its_folder_is_made_safe(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "..\\..\\x.pdf"
    path.write_bytes(PDF)
    page = Page(desk)
    page.presenter.give_file(CONTRACT, path)
    (piece,) = desk.store.pieces(effort_id)
    assert piece.file_name == "x.pdf"


def test_that_a_dropped_file_goes_where_only_one_piece_is_missing(
    desk: Desk, effort_id: int, proof: Path, tmp_path: Path
) -> None:
    page = Page(desk)
    page.presenter.see(GROUP, "Ik", "2-3-2026")
    page.presenter.drop(page.row(effort_id), (proof,))
    assert page.view.shown.complete
    assert desk.store.pieces(effort_id)[-1].requirement == CONTRACT


def test_that_a_dropped_file_waits_until_it_is_said_what_it_is(
    desk: Desk, effort_id: int, proof: Path, tmp_path: Path
) -> None:
    second = tmp_path / "uwv.pdf"
    second.write_bytes(PDF + b"2")
    page = Page(desk)
    page.presenter.drop(page.row(effort_id), (proof, second))
    assert page.view.shown.waiting == "contract.pdf"
    assert desk.store.pieces(effort_id) == ()
    page.presenter.prove(CONTRACT)
    # Only one piece is left, so it is clear what the other file is.
    assert page.view.shown.waiting == ""
    assert page.view.shown.complete
    page.presenter.prove(CONTRACT)
    assert len(desk.store.pieces(effort_id)) == 2


def test_that_a_dropped_file_can_be_left_out(desk: Desk, effort_id: int, proof: Path) -> None:
    page = Page(desk)
    page.presenter.drop(page.row(effort_id), (proof,))
    page.presenter.forget()
    assert page.view.shown.waiting == ""
    assert desk.store.pieces(effort_id) == ()


def test_that_another_effort_forgets_the_waiting_file(
    desk: Desk, contract_id: int, effort_id: int, proof: Path
) -> None:
    other = book(desk, contract_id)
    page = Page(desk)
    page.presenter.drop(page.row(effort_id), (proof,))
    page.presenter.choose(page.row(other))
    assert page.view.shown.waiting == ""
    page.presenter.choose(page.row(other))
    page.presenter.choose(None)
    assert page.view.shown.title == "Medewerker groen"


def test_that_a_note_of_what_was_seen_is_judged(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.see(GROUP, "123456782", "morgen")
    assert set(page.view.wrong) == {"who", "when"}
    page.presenter.see(GROUP, "Ik", "1-1-2026")
    assert "Ik" in page.view.shown.rows[1].held


def test_that_a_kept_file_opens_in_its_own_program(
    desk: Desk, effort_id: int, proof: Path, tmp_path: Path
) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)
    page.presenter.see(GROUP, "Ik", "2-3-2026")
    kept, seen = (one.piece_id for one in page.view.shown.held)
    page.presenter.open_piece(kept)
    assert page.view.message[1] is Tone.WARNING
    page.view.folder = tmp_path
    page.presenter.open_piece(kept)
    assert (tmp_path / page.view.opened[0]).read_bytes() == PDF
    page.view.can_open = False
    page.presenter.open_piece(kept)
    assert page.view.message[1] is Tone.WARNING
    page.presenter.open_piece(seen)
    page.presenter.open_piece(99)
    assert len(page.view.opened) == 2


def test_that_a_piece_is_removed_and_undo_is_offered(
    desk: Desk, effort_id: int, proof: Path
) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)
    (held,) = page.view.shown.held
    page.presenter.remove_piece(held.piece_id)
    assert page.view.shown.held == ()
    assert "Ongedaan" in page.told[-1]
    page.presenter.remove_piece(held.piece_id)
    assert len(page.told) == 2


def test_that_a_full_disk_is_told_where_it_matters(
    desk: Desk, effort_id: int, proof: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(desk)
    page.presenter.give_file(CONTRACT, proof)

    def full(*_args: object, **_options: object) -> None:
        raise DiskFullError(None)

    monkeypatch.setattr(Store, "act", full)
    page.presenter.see(GROUP, "Ik", "2-3-2026")
    assert "vol" in page.view.refused[GROUP]
    page.presenter.remove_piece(page.view.shown.held[0].piece_id)
    assert page.view.message[1] is Tone.DANGER


def test_that_an_effort_removed_meanwhile_leaves_the_screen(
    desk: Desk, effort_id: int, proof: Path
) -> None:
    page = Page(desk)
    efforts.remove(desk, effort_id)
    page.presenter.reload()
    assert page.view.detail is None
    page.presenter.give_file(CONTRACT, proof)
    page.presenter.see(GROUP, "Ik", "2-3-2026")
    page.presenter.open_piece(1)
    page.presenter.remove_piece(1)
    page.presenter.prove(CONTRACT)
    assert page.told == []


def test_that_a_contract_narrows_the_list(desk: Desk, contract_id: int, effort_id: int) -> None:
    park = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    other = book(desk, park)
    page = Page(desk, contract_id=park)
    assert [row.effort_id for row in page.view.list.rows] == [other]
    assert page.view.contract == str(park)
    page.presenter.filter_contract(None)
    assert len(page.view.list.rows) == 2
    page.presenter.filter_contract(str(contract_id))
    assert [row.effort_id for row in page.view.list.rows] == [effort_id]


def test_that_an_effort_that_is_named_is_shown_also_when_it_is_complete(
    desk: Desk, contract_id: int, effort_id: int
) -> None:
    other = book(desk, contract_id)
    assert Page(desk, effort_id=other).view.selected == (other, contract_id)
    for asked in (CONTRACT, GROUP):
        evidence.note_seen(desk, other, asked, title=asked, seen_by="Ik", seen_on=desk.today)
    page = Page(desk, effort_id=other)
    assert page.view.everything
    assert page.view.selected == (other, contract_id)
    assert Page(desk, effort_id=99).view.selected is None


def test_that_a_piece_the_rules_do_not_name_is_marked_as_usual(desk: Desk, effort_id: int) -> None:
    assert Page(desk).view.shown.rows[0].is_usual


def test_that_the_empty_page_leads_to_a_booking(desk: Desk, contract_id: int) -> None:
    page = Page(desk)
    page.presenter.run_act(BOOK)
    page.presenter.run_act("nothing")
    assert page.opened.pages == [(pages.BOOKING, pages.BookingTarget())]


def test_that_an_effort_for_two_contracts_asks_each_piece_once(
    desk: Desk, contract_id: int
) -> None:
    park = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    effort_id = book(desk, contract_id)
    opened = efforts.opened(desk, effort_id)
    half = [
        replace(opened.allocations[0], id=None, effort_id=None, contract_id=key, parts=500_000)
        for key in (contract_id, park)
    ]
    efforts.change(desk, opened.effort, half)
    page = Page(desk)
    assert len(page.view.list.rows) == 2
    assert len(page.view.shown.rows) == 2
    assert "Park" in page.view.shown.detail


def test_that_very_much_is_read_in_parts(
    desk: Desk, contract_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MORE", 2)
    for _effort in range(5):
        book(desk, contract_id)
    page = Page(desk)
    assert not page.presenter.load_more()
    page.presenter.show_everything(everything=True)
    assert len(page.view.list.rows) == 2
    assert page.presenter.load_more()
    assert not page.presenter.load_more()
    assert len({row.effort_id for row in page.view.list.rows}) == 5
