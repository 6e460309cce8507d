from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from sroi_desktop.services import drafts
from sroi_desktop.services.changes import EVERYTHING, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.home.card_button import ContractButton
from sroi_desktop.ui.home.screen import HomeScreen, make_screen
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.tasks import TaskRunner
from sroi_desktop.ui.workbench import Workbench
from tests.ui.desks import Opened, book, new_desk, take_on, wijk_oost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def opened(qtbot: QtBot, desk: Desk, runner: TaskRunner) -> tuple[HomeScreen, Workbench, Opened]:
    bench, asked = Workbench(desk, runner), Opened()
    screen = make_screen(bench)
    assert isinstance(screen, HomeScreen)
    qtbot.addWidget(screen)
    bench.page_wanted.connect(asked)
    screen.resize(1000, 700)
    screen.open_at(None)
    screen.show()
    return screen, bench, asked


def press(screen: HomeScreen, name: str) -> None:
    button = screen.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(screen: HomeScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_that_a_click_on_a_contract_opens_it(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    screen, _bench, asked = opened(qtbot, desk, runner)
    press(screen, f"home.contract.{contract_id}")
    assert asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id))]


def test_that_a_contract_can_be_opened_with_the_keyboard(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    screen, _bench, asked = opened(qtbot, desk, runner)
    card = screen.findChild(ContractButton, f"home.contract.{contract_id}")
    assert card is not None
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id))]


def test_that_the_first_step_is_one_press_away(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    take_on(desk)
    screen, _bench, asked = opened(qtbot, desk, runner)
    press(screen, "act.step.0")
    assert len(asked.pages) == 1


def test_that_the_keyboard_stays_where_it_was(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    ids = [take_on(desk, wijk_oost(number=f"2026-{n:02}", rhythm=None)) for n in range(4)]
    screen, bench, _asked = opened(qtbot, desk, runner)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    more = screen.findChild(QPushButton, "act.more")
    assert more is not None
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    fewer = screen.findChild(QPushButton, "act.fewer")
    assert fewer is not None
    assert fewer.hasFocus()
    card = screen.findChild(ContractButton, f"home.contract.{ids[2]}")
    assert card is not None
    card.setFocus()
    bench.announce(Done(EVERYTHING))
    card = screen.findChild(ContractButton, f"home.contract.{ids[2]}")
    assert card is not None
    assert card.hasFocus()


def test_that_the_tab_key_goes_from_steps_to_contracts_to_the_calculator(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    screen, bench, _asked = opened(qtbot, desk, runner)
    bench.announce(Done(EVERYTHING))
    start = screen.findChild(QPushButton, "act.step.0")
    assert start is not None
    names, widget = [start.objectName()], start.nextInFocusChain()
    while widget is not None and widget is not start:
        names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    wanted = ["act.step.0", f"home.contract.{contract_id}", "act.calculate"]
    assert [name for name in names if name in wanted] == wanted


def test_that_what_was_begun_is_said_until_it_is_finished(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    screen, bench, asked = opened(qtbot, desk, runner)
    assert screen.findChild(Banner, "home.begun") is None
    key = f"{drafts.NEW_CONTRACT}1"
    drafts.keep(desk, key, {})
    bench.announce(Done(EVERYTHING))
    banner = screen.findChild(Banner, "home.begun")
    assert banner is not None
    assert banner.isVisible()
    press(screen, "act.resume_contract")
    assert asked.pages == [(pages.NEW_CONTRACT, None)]
    drafts.drop(desk, key)
    bench.announce(Done(EVERYTHING))
    assert not banner.isVisible()


def test_that_a_new_administration_shows_how_to_begin(qtbot: QtBot, runner: TaskRunner) -> None:
    screen, _bench, asked = opened(qtbot, new_desk(), runner)
    press(screen, "act.new")
    press(screen, "act.calculate")
    assert asked.pages == [(pages.NEW_CONTRACT, None), (pages.CALCULATOR, None)]
    assert nameless(screen) == []


def test_that_news_of_an_act_is_shown_at_once(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    screen, bench, _asked = opened(qtbot, desk, runner)
    with qtbot.waitSignal(screen.header_changed):
        take_on(desk)
        bench.announce(Done(EVERYTHING))
    assert "Groenonderhoud Wijk Oost" in words(screen)
    screen.hide()
    take_on(desk, wijk_oost(number="2026-02", title="Tweede"))
    bench.announce(Done(EVERYTHING))
    screen.show()
    assert "Tweede" not in words(screen)


def test_that_everything_on_the_overview_has_a_name(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    for number in range(10):
        book(desk, take_on(desk, wijk_oost(number=f"2026-{number:02}")))
    screen, _bench, _asked = opened(qtbot, desk, runner)
    press(screen, "act.more")
    assert nameless(screen) == []


def test_that_a_name_is_never_read_as_markup(qtbot: QtBot, runner: TaskRunner) -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(title="<b>Groen</b> & co " + "x" * 300))
    screen, _bench, _asked = opened(qtbot, desk, runner)
    assert "<b>Groen</b> & co" in words(screen)
    assert screen.minimumSizeHint().width() < 1000


def test_that_the_greeting_heads_the_page(qtbot: QtBot, runner: TaskRunner) -> None:
    screen, _bench, _asked = opened(qtbot, new_desk(), runner)
    assert screen.header().title.endswith("Van Dijk Groenvoorziening")
