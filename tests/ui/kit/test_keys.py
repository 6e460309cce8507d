"""Enter presses what has the focus, and Tab comes to the answer that was given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.card_button import CardButton
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.content import CardChoice, Choice
from sroi_desktop.ui.kit.fields import OptionsField
from sroi_desktop.ui.kit.tables import Column, TableView
from sroi_desktop.ui.kit.theme import Theme
from tests.ui.hands import press

KEYS = ("a", "b", "c")


def _window(qtbot: QtBot, *parts: QWidget) -> tuple[QWidget, QLineEdit]:
    """Show the parts in a window beneath a line that has the focus; return both."""
    window, line = QWidget(), QLineEdit()
    body = QVBoxLayout(window)
    body.addWidget(line)
    for part in parts:
        body.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    line.setFocus()
    return window, line


def _after_tab(line: QLineEdit) -> str:
    line.setFocus()
    press(line, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.objectName()


def test_that_enter_presses_the_button_with_the_focus(theme: Theme, qtbot: QtBot) -> None:
    for button in (Button("Boeken"), CardButton()):
        window, _line = _window(qtbot, button)
        assert window.isActiveWindow()
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            press(button, Qt.Key.Key_Return)


def test_that_tab_comes_to_the_chosen_option(theme: Theme, qtbot: QtBot) -> None:
    field = OptionsField("Status", [Choice(key, key) for key in KEYS], name="state")
    _held, line = _window(qtbot, field)
    assert _after_tab(line) == "state.a"
    for key in ("c", "b", None):
        field.set_value(key)
        assert _after_tab(line) == f"state.{key or 'a'}"
    field.set_value("b")
    field.focus()
    chosen = QApplication.focusWidget()
    assert chosen is not None
    press(chosen, Qt.Key.Key_Right)
    assert field.value() == "c"
    assert _after_tab(line) == "state.c"


def test_that_every_arrow_key_chooses_among_options(theme: Theme, qtbot: QtBot) -> None:
    field = OptionsField("Status", [Choice(key, key) for key in KEYS], name="state")
    _held, line = _window(qtbot, field)
    _after_tab(line)
    for key, chosen in (
        (Qt.Key.Key_Down, "b"),
        (Qt.Key.Key_Right, "c"),
        (Qt.Key.Key_Down, "a"),
        (Qt.Key.Key_Up, "c"),
        (Qt.Key.Key_Left, "b"),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, key)
        assert field.value() == chosen
    assert _after_tab(line) == "state.b"


def test_that_tab_comes_to_the_chosen_card(theme: Theme, qtbot: QtBot) -> None:
    cards = ToggleCards("Wat?", [CardChoice(key, key) for key in KEYS])
    _held, line = _window(qtbot, cards)
    for key in ("c", "a"):
        cards.set_value(key)
        assert _after_tab(line) == f"card.{key}"


def test_that_tab_chooses_a_row_and_leaves_the_chosen_one(theme: Theme, qtbot: QtBot) -> None:
    columns = (Column[str]("name", "Naam", str),)
    table = TableView(columns, key=str, name="Namen")
    held, line = _window(qtbot, table)
    table.set_rows(("Alpha", "Beta"))
    press(line, Qt.Key.Key_Tab)
    assert table.hasFocus()
    assert table.selected_rows() == ("Alpha",)
    press(table, Qt.Key.Key_Down)
    line.setFocus()
    press(line, Qt.Key.Key_Tab)
    assert table.selected_rows() == ("Beta",)
    table.set_rows(())
    line.setFocus()
    press(line, Qt.Key.Key_Tab)
    assert held.isVisible()
    assert table.selected_rows() == ()
