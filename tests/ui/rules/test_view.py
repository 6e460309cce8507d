from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTableView

from sroi_desktop.ui import opening as openers
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.rules.detail_view import SetPage
from sroi_desktop.ui.rules.list_view import SetList, broken
from sroi_desktop.ui.rules.screen import make_screen
from tests.ui.desks import new_desk, take_on
from tests.ui.dialogs import Answers
from tests.ui.hands import press, write
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Browser:
    """Remembers which addresses it was asked for."""

    def __init__(self) -> None:
        self.links: list[str] = []

    def open_file(self, path: Path) -> bool:
        return path.exists()

    def open_link(self, address: str) -> bool:
        self.links.append(address)
        return True


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    before = openers.use_opener(made)
    yield made
    openers.use_opener(before)


def browse(qtbot: QtBot, argument: object = None) -> Opening:
    return open_screen(qtbot, make_screen, new_desk(), argument)


def shown(opening: Opening) -> SetList:
    return opening.find(SetList, "rules.list")


def test_that_the_keys_walk_through_the_sets(qtbot: QtBot) -> None:
    opening = browse(qtbot)
    first = opening.words()
    shown(opening).setFocus()
    press(shown(opening), Qt.Key.Key_Down)
    assert opening.words() != first
    assert shown(opening).hasFocus()


def test_that_a_search_by_municipality_shows_its_rules(qtbot: QtBot) -> None:
    opening = browse(qtbot)
    write(opening.find(QLineEdit, "rules.search"), "zoetermeer")
    qtbot.waitUntil(lambda: shown(opening).model().rowCount() == 1)
    assert "Haaglanden" in opening.words()
    write(opening.find(QLineEdit, "rules.search"), "xx")
    qtbot.waitUntil(lambda: "No rules found" in opening.words())


def test_that_a_newer_edition_is_one_press_away(qtbot: QtBot) -> None:
    opening = browse(qtbot, "utrecht-v1")
    assert "There is a newer edition" in opening.words()
    assert "look in the contract" in opening.words()
    opening.press("act.newer")
    assert "Bouwblokkenmodel social return (36 uur), v2" in opening.words()


def test_that_an_address_is_copied_without_any_network(qtbot: QtBot, browser: Browser) -> None:
    opening = browse(qtbot, "utrecht-v3")
    opening.press("rules.copy.0")
    assert QGuiApplication.clipboard().text().startswith("https://www.utrecht.nl/")
    assert browser.links == []


def test_that_the_browser_opens_only_after_a_question(
    qtbot: QtBot, answers: Answers, browser: Browser
) -> None:
    opening = browse(qtbot, "utrecht-v3")
    answers.agrees = False
    opening.press("rules.visit.0")
    assert browser.links == []
    answers.agrees = True
    opening.press("rules.visit.0")
    assert len(browser.links) == 1
    assert browser.links[0] in answers.questions[0].text


def test_that_two_sets_stand_side_by_side(qtbot: QtBot) -> None:
    opening = browse(qtbot, "utrecht-v3")
    opening.screen.run_act("compare")
    table = opening.find(QTableView, "rules.compared")
    few = table.model().rowCount()
    assert few > 5
    press(opening.find(QCheckBox, "rules.only"), Qt.Key.Key_Space)
    assert table.model().rowCount() > few
    right = opening.find(QComboBox, "rules.right.editor")
    right.setFocus()
    press(right, Qt.Key.Key_Down)
    other = opening.find(QTableView, "rules.compared")
    titles = [
        str(other.model().headerData(place, Qt.Orientation.Horizontal))
        for place in range(other.model().columnCount())
    ]
    assert "Bouwblokken social return (40 uur), v1" in titles
    opening.screen.go_to_crumb(pages.RULES)
    assert shown(opening).isVisible()


def test_that_two_equal_sets_say_so(qtbot: QtBot) -> None:
    opening = browse(qtbot, "utrecht-v3")
    opening.screen.run_act("compare")
    right = opening.find(QComboBox, "rules.right.editor")
    right.setFocus()
    press(right, Qt.Key.Key_Up)
    assert "These two sets say the same" in opening.words()


def test_that_a_contract_shows_the_copy_that_it_keeps(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    opening = open_screen(qtbot, make_screen, desk, pages.ContractTarget(contract_id))
    assert "copy that “Groenonderhoud Wijk Oost” keeps" in opening.words()


@pytest.mark.parametrize("argument", [None, "utrecht-v1", "haaglanden-2023-07", "lekstroom"])
def test_that_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, argument: str | None) -> None:
    opening = browse(qtbot, argument)
    assert nameless(opening.screen) == []
    model = shown(opening).model()
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Table complete" in said
    assert model.rowCount(model.index(0, 0)) == 0


@pytest.mark.parametrize("width", [480, 1000])
def test_that_the_list_stands_above_where_there_is_no_room(qtbot: QtBot, width: int) -> None:
    opening = browse(qtbot)
    opening.screen.resize(width, 700)
    assert opening.screen.grab().width() == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Utrecht", ("Utrecht",)),
        ("Dalfsen, Hardenberg", ("Dalfsen,", "Hardenberg")),
        ("Dalfsen Hardenberg Hattem Heerde", ("Dalfsen", "Hardenbe…")),
        ("Hellevoetsluiskade", ("Hellevoe…",)),
        ("", ("",)),
    ],
)
def test_that_words_take_two_lines_before_they_are_cut(
    qtbot: QtBot, text: str, lines: tuple[str, ...]
) -> None:
    del qtbot
    metrics = QFontMetricsF(current_look().font("smallstrong"))
    found = broken(text, metrics, metrics.horizontalAdvance("Hardenberg"))
    assert len(found) == len(lines)
    assert [line.rstrip("…")[:5] for line in found] == [line.rstrip("…")[:5] for line in lines]
    assert found[-1].endswith("…") == lines[-1].endswith("…")


def test_that_a_row_grows_where_the_list_is_narrow(qtbot: QtBot) -> None:
    opening = browse(qtbot)
    sets = shown(opening)
    place = next(place for place, one in enumerate(sets._sets.sets()) if one.id == "oost-nederland")

    def height() -> int:
        return sets.visualRect(sets._sets.index(place)).height()

    wide = height()
    sets.setFixedWidth(sets.width() // 2)
    QCoreApplication.processEvents()
    assert height() > wide


def test_that_another_set_has_its_room_before_it_is_drawn(qtbot: QtBot) -> None:
    opening = browse(qtbot)
    page = opening.find(SetPage, "rules.set")
    for wanted in ("utrecht-v3", "lekstroom", "haaglanden-2023-07"):
        opening.screen.open_at(wanted)
        assert page.content.height() >= page.content.minimumSizeHint().height()
        high = page.content.height()
        QCoreApplication.processEvents()
        assert page.content.height() == high


@pytest.mark.parametrize(("rule_set_id", "columns"), [("alphen", 2), ("haaglanden-2023-07", 3)])
def test_that_no_room_is_kept_for_limits_that_no_row_has(
    qtbot: QtBot, rule_set_id: str, columns: int
) -> None:
    opening = browse(qtbot, rule_set_id)
    (blocks,) = [
        one for one in opening.screen.findChildren(QTableView) if one.accessibleName() == "Blocks"
    ]
    assert blocks.model().columnCount() == columns
