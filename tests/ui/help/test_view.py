from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from sroi_desktop.language import _
from sroi_desktop.ui.help.entry_list import EntryList
from sroi_desktop.ui.help.screen import make_screen
from sroi_desktop.ui.help.text_view import HelpText
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.pages import HelpTarget
from tests.ui.desks import new_desk
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def help_page(qtbot: QtBot) -> Opening:
    return open_screen(qtbot, make_screen, new_desk())


def text_of(opening: Opening) -> HelpText:
    return opening.find(HelpText, "help.text")


def list_of(opening: Opening) -> EntryList:
    return opening.find(EntryList, "help.entries")


def test_that_a_click_on_a_topic_shows_it(help_page: Opening) -> None:
    entries = list_of(help_page)
    item = entries.item(2)
    assert item is not None
    place = entries.visualItemRect(item).center()
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text_of(help_page).toPlainText().startswith("Bewijs")


def test_that_the_keys_move_through_the_topics(help_page: Opening) -> None:
    entries = list_of(help_page)
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    assert text_of(help_page).toPlainText().startswith("Hoe wordt de waarde berekend?")
    QTest.keyClick(entries, Qt.Key.Key_Home)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert text_of(help_page).toPlainText().startswith("Zo begint u")


def test_that_a_term_is_in_sight_and_marked(help_page: Opening) -> None:
    help_page.screen.open_at(HelpTarget("5", "full-time"))
    text = text_of(help_page)
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText().startswith("Voltijd")
    assert text.viewport().rect().contains(text.cursorRect(mark.cursor).center())
    help_page.screen.open_at(HelpTarget("5"))
    assert text.extraSelections() == []


def test_that_a_term_stays_marked_when_the_look_changes(help_page: Opening) -> None:
    help_page.screen.open_at(HelpTarget("5", "full-time"))
    text_of(help_page).fit_to_look()
    list_of(help_page).fit_to_look()
    assert len(text_of(help_page).extraSelections()) == 1


def test_that_a_link_leads_on_within_the_help(help_page: Opening) -> None:
    text_of(help_page).anchorClicked.emit(QUrl("5#social-enterprise"))
    assert text_of(help_page).toPlainText().startswith("Begrippen")


def test_that_searching_lists_what_was_found(help_page: Opening, qtbot: QtBot) -> None:
    line = help_page.find(QLineEdit, "help.search")
    line.setFocus()
    QTest.keyClicks(line, "loonstrook")
    qtbot.waitUntil(lambda: list_of(help_page).count() == 1)
    QTest.keyClicks(line, "xyz")
    qtbot.waitUntil(lambda: list_of(help_page).count() == 0)
    assert _("Nothing found. Try another word.") in help_page.words()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: list_of(help_page).count() == 8)


def test_that_everything_in_the_help_has_a_name(help_page: Opening) -> None:
    assert nameless(help_page.screen) == []
    assert text_of(help_page).accessibleName() == "Zo begint u"


def test_that_a_page_carries_no_pictures_or_outside_addresses(help_page: Opening) -> None:
    text = text_of(help_page)
    for number in range(1, 9):
        help_page.screen.open_at(HelpTarget(str(number)))
        document: QTextDocument = text.document()
        assert "http" not in document.toPlainText()
        assert "<img" not in text.toHtml()
