"""The table of efforts with real clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu, QWidget

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.services import drafts, efforts, history
from sroi_desktop.ui import pages
from sroi_desktop.ui.efforts.screen import make_screen
from sroi_desktop.ui.efforts.verdict_dialog import VerdictDialog
from sroi_desktop.ui.efforts.view import EffortsTable
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.fields import ChoiceField, MoneyField, NoteField
from sroi_desktop.ui.kit.search import SearchField
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.hands import click, double_click
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk


class VerdictAnswers(Answers):
    """Fills in what the authority said."""

    amount = ""
    reason = ""

    def run(self, dialog: QDialog) -> bool:
        field = dialog.findChild(MoneyField, "verdict.amount")
        note = dialog.findChild(NoteField, "verdict.reason")
        assert field is not None
        assert note is not None
        field.set_text(self.amount)
        note.set_text(self.reason)
        dialog.accept()
        return True


@pytest.fixture
def answers() -> Iterator[VerdictAnswers]:
    made = VerdictAnswers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def open_efforts(qtbot: QtBot, desk: Desk, argument: object = None) -> Opening:
    opening = open_screen(qtbot, make_screen, desk, argument)

    def is_loaded() -> bool:
        return (
            not opening.bench.runner.is_busy
            and opening.find(ChoiceField, "efforts.kind").value() is not None
        )

    qtbot.waitUntil(is_loaded)
    return opening


def table(opening: Opening) -> EffortsTable:
    return opening.find(EffortsTable, "efforts.table")


def titles(opening: Opening) -> list[str]:
    return [line.title for line in table(opening).rows()]


def test_that_an_empty_table_offers_the_first_booking(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_efforts(qtbot, desk)
    assert "Hier komt wat u deed" in opening.words()
    opening.press("act.book")
    assert opening.asked.pages == [(pages.BOOKING, pages.BookingTarget())]


def test_that_enter_and_a_double_click_open_a_line(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    shown = table(opening)
    shown.select_keys([(effort_id, contract_id)])
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    place = shown.visualRect(shown.model().index(0, 0)).center()
    click(shown.viewport(), place)
    double_click(shown.viewport(), place)
    target = (pages.BOOKING, pages.BookingTarget(effort_id=effort_id))
    assert opening.asked.pages[:2] == [target, target]


def test_that_delete_removes_the_chosen_line_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    shown = table(opening)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert len(titles(opening)) == 1
    shown.select_keys([(effort_id, contract_id)])
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert titles(opening) == []
    done = history.undo(desk)
    assert done is not None
    opening.bench.announce(done)
    assert len(titles(opening)) == 1


def test_that_typing_narrows_the_table_and_its_totals(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    park = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    book(desk, park)
    opening = open_efforts(qtbot, desk)
    search = opening.find(SearchField, "efforts.search")
    QTest.keyClicks(search, "park")

    def is_narrowed() -> bool:
        return len(titles(opening)) == 1

    qtbot.waitUntil(is_narrowed)
    assert "1 invulling" in opening.words()
    opening.press("efforts.clear")
    assert len(titles(opening)) == 2


def test_that_lists_and_box_narrow_the_table(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    for name, key, left in (
        ("efforts.kind", "placement", 1),
        ("efforts.state", "realised", 1),
        ("efforts.contract", str(contract_id), 1),
    ):
        field = opening.find(ChoiceField, name)
        field.set_value(key)
        field.finished.emit()
        assert len(titles(opening)) == left
    box = opening.find(QCheckBox, "efforts.missing")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    assert len(titles(opening)) == 1
    field = opening.find(ChoiceField, "efforts.contract")
    field.set_text("bestaat niet")
    field.finished.emit()
    assert field.value() == "all"


def test_that_a_search_from_elsewhere_is_filled_in(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    opening = open_efforts(qtbot, desk, pages.EffortsTarget("K-99"))
    assert opening.find(SearchField, "efforts.search").text() == "K-99"
    assert titles(opening) == []
    assert "Niets gevonden" in opening.words()


def test_that_the_menu_moves_an_effort_on(
    qtbot: QtBot, desk: Desk, contract_id: int, answers: VerdictAnswers
) -> None:
    effort_id = book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    shown = table(opening)
    assert not opening.find(QWidget, "efforts.acts").isEnabled()
    shown.select_keys([(effort_id, contract_id)])
    opening.press("efforts.acts")
    choose(opening, "move.reported")
    assert desk.store.effort(effort_id).state is EffortState.REPORTED
    answers.amount, answers.reason = "10.000", "Alleen tot juni"
    shown.select_keys([(effort_id, contract_id)])
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), shown.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(shown.viewport(), event)
    choose(opening, "move.accepted_in_part")
    assert desk.store.effort(effort_id).accepted == Money(1_000_000)


def choose(opening: Opening, key: str) -> None:
    menu = opening.find(QMenu, "efforts.menu")
    action = next(one for one in menu.actions() if one.objectName() == f"act.{key}")
    action.trigger()
    menu.close()


def test_that_a_verdict_that_cannot_be_read_keeps_the_dialog_open(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    (line,) = desk.store.effort_lines()
    dialog = VerdictDialog(EffortState.ACCEPTED_IN_PART, line)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(MoneyField, "verdict.amount")
    assert field is not None
    QTest.keyClicks(field.editor, "12.50")
    dialog.accept()
    assert dialog.isVisible()
    assert field.error()
    assert dialog.verdict() is None
    assert nameless(dialog) == []


def test_that_a_refusal_is_told(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    told: list[tuple[str, str]] = []

    def remember(text: str, tone: str) -> None:
        told.append((text, tone))

    opening.bench.told.connect(remember)
    table(opening).select_keys([(effort_id, contract_id)])
    efforts.remove(desk, effort_id)
    QTest.keyClick(table(opening), Qt.Key.Key_Delete)
    assert told[0][1] == "warn"


def test_that_drafts_are_offered_above_the_table(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    drafts.keep(desk, "booking.new.1", {})
    opening = open_efforts(qtbot, desk)
    opening.press("act.drafts")
    assert opening.asked.pages == [(pages.BOOKING, pages.BookingTarget())]


def test_that_everything_has_a_name_for_a_screen_reader(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    assert nameless(opening.screen) == []
    model = table(opening).model()
    heads = [
        model.headerData(section, Qt.Orientation.Horizontal)
        for section in range(model.columnCount())
    ]
    assert all(heads)
    assert opening.screen.header().primary is not None
