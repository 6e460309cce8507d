"""Pictures of screens: which there are, and the hands that bring a screen into a state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sroi_desktop.app import screenshots
from sroi_desktop.app.picture_hands import ChosenFile, Pick, Press, Write
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.dialogs import Question
from sroi_desktop.ui.kit.fields import OptionsField
from sroi_desktop.ui.kit.look import current_look, use_look
from sroi_desktop.ui.kit.tabs import TabBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.no_cover


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window with one thing of each kind."""
    made = QWidget()
    qtbot.addWidget(made)
    tabs = TabBar(made)
    tabs.set_tabs([Choice("a", "A"), Choice("b", "B")])
    tabs.setObjectName("tabs")
    line, button = QLineEdit(made), QPushButton("Knop", made)
    line.setObjectName("line")
    button.setObjectName("button")
    action = QAction("Daad", made)
    action.setObjectName("action")
    field = OptionsField("Vraag", [Choice("ja", "Ja"), Choice("nee", "Nee")], name="field")
    body = QVBoxLayout(made)
    for widget in (tabs, line, button, field):
        body.addWidget(widget)
    made.show()
    return made


def test_that_hands_press_write_and_pick_as_a_person_does(window: QWidget, qtbot: QtBot) -> None:
    line = window.findChild(QLineEdit, "line")
    tabs = window.findChild(TabBar, "tabs")
    field = window.findChild(OptionsField, "field")
    assert line is not None
    assert tabs is not None
    assert field is not None
    with qtbot.waitSignals([line.textEdited, line.editingFinished]):
        Write("line", "12,50").do(window)
    assert line.text() == "12,50"
    with qtbot.waitSignal(tabs.tab_chosen):
        Pick("tabs", "b").do(window)
    with qtbot.waitSignals([field.changed, field.finished]):
        Pick("field", "nee").do(window)
    assert field.value() == "nee"


def test_that_hands_press_buttons_and_actions(window: QWidget, qtbot: QtBot) -> None:
    button = window.findChild(QPushButton, "button")
    action = window.findChild(QAction, "action")
    assert button is not None
    assert action is not None
    with qtbot.waitSignal(button.clicked):
        Press("button").do(window)
    with qtbot.waitSignal(action.triggered):
        Press("action").do(window)


def test_that_what_is_not_there_is_passed_over(window: QWidget) -> None:
    for act in (Press("weg"), Write("weg", "x"), Pick("weg", "x")):
        act.do(window)


def test_that_a_dialog_gets_the_same_file_and_yes_each_time(tmp_path: Path) -> None:
    given = ChosenFile(tmp_path / "scan.pdf")
    assert given.open_files(None, "", (), many=False) == (tmp_path / "scan.pdf",)
    assert given.confirm(None, Question("", "", ""))


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[None]:
    """Put the look back that pictures were not taken in."""
    look, kept = current_look(), (qapp.styleSheet(), qapp.palette(), qapp.font())
    yield
    use_look(look)
    qapp.setStyleSheet(kept[0])
    qapp.setPalette(kept[1])
    qapp.setFont(kept[2])


@pytest.mark.usefixtures("looks")
def test_that_every_kind_of_picture_can_be_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ["02", "21-evidence-seen", "30-empty-home"]
    folder = str(tmp_path / "out")
    screenshots.main([folder, "--only", *wanted, "--look", "high_contrast", "--size", "narrow"])
    names = [Path(line).name for line in capsys.readouterr().out.split()]
    assert names == [
        "02-contracts-high_contrast-1024x700.png",
        "21-evidence-seen-high_contrast-1024x700.png",
        "30-empty-home-high_contrast-1024x700.png",
    ]
    assert QImage(f"{folder}/{names[0]}").width() == 1024
