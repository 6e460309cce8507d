"""Fields where room is short: words wrap or end in an ellipsis, and lines stay level."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.checks import CheckBox
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField, PercentField, TextField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.theme import Theme
from tests.ui.hands import click

LONG = "Statushouders en werkzoekenden met een taalachterstand (€ 10.000 per jaar)"


def _placed(qtbot: QtBot, *widgets: QWidget, width: int) -> QWidget:
    window = QWidget()
    body = QVBoxLayout(window)
    for widget in widgets:
        body.addWidget(widget)
    body.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 500)
    window.show()
    window.grab()
    return window


def test_that_the_words_of_a_box_wrap_where_there_is_no_room(theme: Theme, qtbot: QtBot) -> None:
    box, short = CheckBox(LONG), CheckBox("Kort")
    window = _placed(qtbot, box, short, width=320)
    assert window.width() == 320
    assert box.height() > short.height()
    with qtbot.waitActive(window):
        window.activateWindow()
    box.setFocus()
    click(box, QPoint(box.width() - 12, box.height() - 6))
    assert box.isChecked()
    window.grab()
    window.resize(900, 500)
    assert box.height() == short.height()


def test_that_the_editors_of_a_row_stand_level(theme: Theme, qtbot: QtBot) -> None:
    asked = TextField("Eerste contact gelegd op de dag van de gunning", optional=True)
    other = TextField("Plan verstuurd op")
    line = Columns(narrowest=10, most=2)
    line.add(asked, other)
    window = _placed(qtbot, line, width=330)
    qtbot.waitUntil(lambda: asked.editor.y() == other.editor.y())
    assert other.head_lowered() > 0
    window.resize(1200, 500)
    qtbot.waitUntil(lambda: other.head_lowered() == 0)
    assert asked.editor.y() == other.editor.y()


def test_that_boxes_for_not_knowing_stand_level_whatever_the_hints(
    theme: Theme, qtbot: QtBot
) -> None:
    plain = TextField("Eerste dag", unknown="Weet ik niet")
    helped = TextField("Gegund op", unknown="Weet ik niet", hint="Vanaf deze dag tellen termijnen.")
    line = Columns(narrowest=10, most=2)
    line.add(plain, helped)
    window = _placed(qtbot, line, width=400)
    boxes = [field.findChildren(CheckBox)[0] for field in (plain, helped)]
    qtbot.waitUntil(lambda: boxes[0].y() == boxes[1].y())
    assert window.isVisible()


def test_that_a_unit_is_not_said_twice(theme: Theme, qtbot: QtBot) -> None:
    field = PercentField("Percentage")
    window = _placed(qtbot, field, width=400)
    field.set_text("5")
    assert field._line._quiet_words() == "%"
    field.set_text("5%")
    assert field._line._quiet_words() == ""
    assert window.isVisible()


def test_that_an_answer_without_room_is_told_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    choices = (Choice("long", LONG), Choice("short", "Bijstand"))
    closed, open_ = ChoiceField("Situatie", choices), ChoiceField("Wie", choices, searchable=True)
    window = _placed(qtbot, closed, open_, width=260)
    for key, said in (("long", LONG), ("short", "")):
        for field in (closed, open_):
            field.set_value(key)
            place = QPoint(9, 9)
            tip = QHelpEvent(QEvent.Type.ToolTip, place, field.combo.mapToGlobal(place))
            QApplication.sendEvent(field.combo, tip)
            assert field.combo.toolTip() == said
            assert field.value() == key
        window.grab()
    open_.combo.setFocus(Qt.FocusReason.TabFocusReason)
    window.grab()
