from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar

from sroi_desktop.services.changes import EVERYTHING, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.contracts.delegate import card_height
from sroi_desktop.ui.contracts.screen import make_screen
from sroi_desktop.ui.contracts.view import ContractList
from sroi_desktop.ui.kit.accessibility import nameless, spoken
from sroi_desktop.ui.kit.look import current_look
from tests.ui.desks import book, new_desk, take_on, wijk_oost
from tests.ui.hands import click, press, write
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk


def with_contracts(count: int) -> Desk:
    desk = new_desk()
    for number in range(count):
        take_on(desk, wijk_oost(number=f"2026-{number:02d}", title=f"Werk {number}"))
    return desk


def shown(opening: Opening) -> ContractList:
    return opening.find(ContractList, "contracts.list")


def test_that_a_click_opens_a_contract(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(2))
    click(shown(opening).viewport(), QPoint(60, 40))
    assert opening.asked.pages == [
        (pages.CONTRACT, pages.ContractTarget(shown(opening).cards()[0].contract_id))
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_that_the_keys_walk_and_open(qtbot: QtBot, key: Qt.Key) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(3))
    shown(opening).setFocus()
    press(shown(opening), Qt.Key.Key_Down)
    press(shown(opening), key)
    second = shown(opening).cards()[1].contract_id
    assert opening.asked.pages == [(pages.CONTRACT, pages.ContractTarget(second))]


def test_that_the_search_narrows_the_list(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(7))
    write(opening.find(QLineEdit, "contracts.search"), "werk 4")
    qtbot.waitUntil(lambda: len(shown(opening).cards()) == 1)
    assert shown(opening).cards()[0].title == "Werk 4"


def test_that_the_filter_walks_with_the_arrow_keys(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(1))
    tabs = opening.find(QTabBar, "contracts.filters")
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Right)
    assert "No ended contracts" in opening.words()


def test_that_an_empty_list_leads_to_a_new_contract(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, new_desk())
    assert opening.screen.header().primary is None  # the first act stands in the middle
    opening.press("act.new")
    assert opening.asked.pages == [(pages.NEW_CONTRACT, None)]


def test_that_the_head_offers_a_new_contract_once_there_is_one(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(1))
    assert opening.screen.header().primary is not None


def test_that_the_current_contract_stays_current_when_the_books_change(qtbot: QtBot) -> None:
    desk = with_contracts(3)
    opening = open_screen(qtbot, make_screen, desk)
    shown(opening).setFocus()
    press(shown(opening), Qt.Key.Key_Down)
    current = shown(opening).current_contract()
    book(desk, shown(opening).cards()[0].contract_id)
    opening.bench.announce(Done(EVERYTHING))
    assert shown(opening).current_contract() == current
    assert shown(opening).cards()[0].realised == "€\xa013.333 realised"


def test_that_a_hidden_list_loads_when_it_is_opened_again(qtbot: QtBot) -> None:
    desk = with_contracts(1)
    opening = open_screen(qtbot, make_screen, desk)
    opening.screen.hide()
    take_on(desk, wijk_oost(number="2026-09"))
    opening.bench.announce(Done(EVERYTHING))
    assert len(shown(opening).cards()) == 1
    opening.screen.open_at(None)
    assert len(shown(opening).cards()) == 2


def test_that_everything_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(7))
    assert nameless(opening.screen) == []
    assert spoken(shown(opening)).name == "Contracts"
    model = shown(opening).model()
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Werk 0" in said
    assert "On schedule" in said or "Behind" in said


@pytest.mark.parametrize("width", [400, 1000])
def test_that_cards_are_painted_at_any_width(qtbot: QtBot, width: int) -> None:
    desk = with_contracts(2)
    book(desk, desk.store.contracts()[0].id or 0)
    opening = open_screen(qtbot, make_screen, desk)
    opening.screen.resize(width, 500)
    picture: QImage = opening.screen.grab().toImage()
    assert picture.width() == width
    wide, narrow = card_height(1000, current_look()), card_height(400, current_look())
    assert narrow > wide


def test_that_the_mouse_marks_the_card_it_is_on(qtbot: QtBot) -> None:
    opening = open_screen(qtbot, make_screen, with_contracts(2))
    before = opening.screen.grab().toImage()
    QTest.mouseMove(shown(opening).viewport(), QPoint(60, 40))
    qtbot.waitUntil(lambda: opening.screen.grab().toImage() != before)
