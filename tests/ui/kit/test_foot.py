"""The foot of a step: one line where there is room, and never a line for each button at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.foot import Foot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _foot(qtbot: QtBot) -> tuple[Foot, Button, Button, Button]:
    back, later, main = Button("Terug"), Button("Later afmaken"), Button("Opdracht toevoegen")
    foot = Foot(back, later, main)
    qtbot.addWidget(foot)
    foot.resize(900, 60)
    foot.show()
    return foot, back, later, main


def test_that_the_way_back_stands_left_and_the_main_button_right(qtbot: QtBot) -> None:
    foot, back, later, main = _foot(qtbot)
    assert back.x() == 0
    assert main.geometry().right() == foot.width() - 1
    assert back.geometry().right() < later.x() < main.x()
    assert back.y() == later.y() == main.y()


def test_that_without_a_way_back_the_others_stay_at_the_right(qtbot: QtBot) -> None:
    foot, back, later, main = _foot(qtbot)
    back.hide()
    assert main.geometry().right() == foot.width() - 1
    assert later.geometry().right() < main.x()


def test_that_the_main_button_gets_a_line_where_there_is_no_room(qtbot: QtBot) -> None:
    foot, back, later, main = _foot(qtbot)
    foot.resize(foot.sizeHint().width() - 1, foot.height())
    assert main.width() == foot.width()
    assert main.y() < back.y() == later.y()
    assert back.x() == 0
    assert foot.heightForWidth(foot.width()) == 2 * main.height() + 8


def test_that_no_button_is_cut_in_the_least_room(qtbot: QtBot) -> None:
    foot, *buttons = _foot(qtbot)
    foot.resize(foot.minimumSizeHint().width(), 300)
    assert all(one.width() == foot.width() for one in buttons)
    assert len({one.y() for one in buttons}) == 3
    assert foot.heightForWidth(0) > 0


def test_that_a_foot_in_which_nothing_shows_takes_no_room(qtbot: QtBot) -> None:
    foot, *buttons = _foot(qtbot)
    for one in buttons:
        one.hide()
    assert foot.heightForWidth(500) == 0
