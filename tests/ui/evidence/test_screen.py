"""The evidence page with real clicks, keys and drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sroi_desktop.services import history
from sroi_desktop.ui import pages
from sroi_desktop.ui.evidence.screen import make_screen
from sroi_desktop.ui.evidence.view import EVERYTHING, EvidenceTable
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.opening import use_opener
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

PDF = b"%PDF-1.7 proof"
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


class FakeOpener:
    """Remembers what was opened."""

    def __init__(self) -> None:
        self.files: list[Path] = []

    def open_file(self, path: Path) -> bool:
        self.files.append(path)
        return True

    def open_link(self, address: str) -> bool:
        return False


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


@pytest.fixture
def opener() -> Iterator[FakeOpener]:
    made = FakeOpener()
    before = use_opener(made)
    yield made
    use_opener(before)


@pytest.fixture
def effort_id(desk: Desk, contract_id: int) -> int:
    return book(desk, contract_id)


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "contract.pdf"
    path.write_bytes(PDF)
    return path


def table(opening: Opening) -> EvidenceTable:
    return opening.find(EvidenceTable, "evidence.table")


def press(opening: Opening, name: str) -> None:
    """Click on a button that has just appeared."""
    opening.words()
    opening.press(name)


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_that_the_most_costly_effort_is_shown_at_once(
    qtbot: QtBot, desk: Desk, effort_id: int
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert "Medewerker groen" in opening.words()
    assert "13.333" in opening.words()
    assert table(opening).selected_rows()[0].effort_id == effort_id


def test_that_a_file_is_chosen_opened_and_removed(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers, opener: FakeOpener, proof: Path
) -> None:
    answers.files = (proof,)
    opening = open_screen(qtbot, make_screen, desk)
    press(opening, "proof.file.arbeidsovereenkomst")
    (piece,) = desk.store.pieces(effort_id)
    press(opening, f"evidence.open.{piece.id}")
    assert opener.files[0].read_bytes() == PDF
    assert opener.files[0].parent != proof.parent
    press(opening, f"evidence.remove.{piece.id}")
    assert desk.store.pieces(effort_id) == ()


def test_that_a_document_is_noted_as_seen(qtbot: QtBot, desk: Desk, effort_id: int) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    press(opening, "proof.seen.doelgroepbewijs")
    opening.words()
    press(opening, "proof.seen.doelgroepbewijs.confirm")
    assert "Vul" in opening.words()
    opening.type_in("proof.seen.doelgroepbewijs.who", "J. van Dijk")
    press(opening, "proof.seen.doelgroepbewijs.confirm")
    (piece,) = desk.store.pieces(effort_id)
    assert (piece.seen_by, piece.seen_on) == ("J. van Dijk", desk.today)


def test_that_files_are_dropped_on_a_row(
    qtbot: QtBot, desk: Desk, effort_id: int, proof: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    shown = table(opening)
    data = dragged(proof)
    place = shown.visualRect(shown.model().index(0, 0)).center()
    enter = QDragEnterEvent(QPointF(place), _COPY, data, _LEFT, _PLAIN)
    shown.dragEnterEvent(enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(QPointF(place), _COPY, data, _LEFT, _PLAIN)
    shown.dragMoveEvent(move)
    assert move.isAccepted()
    below = QPointF(shown.viewport().rect().bottomLeft())
    outside = QDragMoveEvent(below, _COPY, data, _LEFT, _PLAIN)
    shown.dragMoveEvent(outside)
    assert not outside.isAccepted()
    shown.dropEvent(QDropEvent(QPointF(place), _COPY, data, _LEFT, _PLAIN))
    assert "contract.pdf" in opening.words()
    press(opening, "evidence.is.doelgroepbewijs")
    (piece,) = desk.store.pieces(effort_id)
    assert piece.requirement == "doelgroepbewijs"


def test_that_a_dropped_file_can_be_none_of_these(
    qtbot: QtBot, desk: Desk, effort_id: int, proof: Path
) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    shown = table(opening)
    place = QPointF(shown.visualRect(shown.model().index(0, 0)).center())
    data = dragged(proof)  # an event does not keep it alive
    shown.dropEvent(QDropEvent(place, _COPY, data, _LEFT, _PLAIN))
    press(opening, "evidence.is.nothing")
    assert desk.store.pieces(effort_id) == ()
    assert not opening.find(QWidget, "evidence.waiting").isVisible()


def test_that_tab_contract_and_words_narrow_the_list(
    qtbot: QtBot, desk: Desk, contract_id: int, effort_id: int
) -> None:
    park = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    book(desk, park)
    opening = open_screen(qtbot, make_screen, desk, pages.EvidenceTarget(park))
    assert len(table(opening).rows()) == 1
    field = opening.find(ChoiceField, "evidence.contract")
    field.set_value("all")
    field.finished.emit()
    assert len(table(opening).rows()) == 2
    tabs = opening.find(TabBar, "evidence.tabs")
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.current_key() == EVERYTHING
    QTest.keyClicks(opening.find(SearchField, "evidence.search"), "park")

    def is_narrowed() -> bool:
        return len(table(opening).rows()) == 1

    qtbot.waitUntil(is_narrowed)


def test_that_a_row_that_is_chosen_is_shown(
    qtbot: QtBot, desk: Desk, contract_id: int, effort_id: int
) -> None:
    second = book(desk, contract_id)
    opening = open_screen(qtbot, make_screen, desk, pages.EvidenceTarget(effort_id=second))
    shown = table(opening)
    assert shown.selected_rows()[0].effort_id == second
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Up)
    assert shown.selected_rows()[0].effort_id == effort_id


def test_that_an_undo_elsewhere_is_followed(qtbot: QtBot, desk: Desk, effort_id: int) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    done = history.undo(desk)
    assert done is not None
    opening.bench.announce(done)
    assert table(opening).rows() == ()
    assert "Er ontbreekt geen bewijs" in opening.words()
    press(opening, "act.book")
    assert opening.asked.pages == [(pages.BOOKING, pages.BookingTarget())]


def test_that_everything_has_a_name_for_a_screen_reader(
    qtbot: QtBot, desk: Desk, effort_id: int, answers: Answers, proof: Path
) -> None:
    answers.files = (proof,)
    opening = open_screen(qtbot, make_screen, desk)
    press(opening, "proof.file.arbeidsovereenkomst")
    press(opening, "proof.seen.doelgroepbewijs")
    opening.words()
    assert nameless(opening.screen) == []
    assert opening.screen.header().title
