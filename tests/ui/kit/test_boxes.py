"""Surfaces: where the focus goes when its widget does."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.boxes import dispose
from sroi_desktop.ui.kit.theme import Theme


def _buttons(qtbot: QtBot) -> tuple[QWidget, list[QPushButton]]:
    window = QWidget()
    body = QVBoxLayout(window)
    made = [QPushButton(name, window) for name in ("Kies", "Weg", "Ongedaan maken")]
    for button in made:
        body.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window, made


def test_that_the_focus_of_what_goes_falls_to_what_stood_before_it(
    theme: Theme, qtbot: QtBot
) -> None:
    window, (before, gone, after) = _buttons(qtbot)
    gone.setFocus()
    dispose(gone)
    assert window.focusWidget() is before
    assert not after.hasFocus()


def test_that_the_focus_stays_where_it_was_when_something_else_goes(
    theme: Theme, qtbot: QtBot
) -> None:
    window, (before, gone, after) = _buttons(qtbot)
    after.setFocus()
    dispose(gone)
    assert window.focusWidget() is after
    before.setEnabled(False)
    dispose(after)  # nothing is left that could take it
    assert not after.isVisible()
