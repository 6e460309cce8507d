"""Starting the program in this process as often as a test wants, and leaving nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sroi_desktop.app.program import Program
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.look import current_look, use_look
from tests.e2e.owner import Owner
from tests.ui.dialogs import Answers

DAY = date(2026, 10, 5)


class Computer:
    """Starts the program on a day; ends what still runs after the test."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._programs: list[Program] = []

    def start(self, file: Path | None = None, day: date = DAY) -> Owner:
        """Start the program, on a file where one is given."""
        program = Program(self._app, FixedClock(day))
        self._programs.append(program)
        program.start(file)
        owner = Owner(program)
        owner.settle()
        return owner

    def switch_off(self) -> None:
        """Close every window and end every program."""
        for program in self._programs:
            if program.session is not None:
                program.session.window.close()
            if program.welcome is not None:
                program.welcome.close()
            program.runner.close()
            program.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for program in self._programs:
            program.theme._folder.cleanup()


@pytest.fixture
def computer(qtbot: QtBot, qapp: QApplication) -> Iterator[Computer]:
    """Return a computer on which the program can be started."""
    look = current_look()
    looks = (qapp.styleSheet(), qapp.palette(), qapp.font())
    made = Computer(qapp)
    yield made
    made.switch_off()
    use_look(look)
    sheet, palette, font = looks
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture(autouse=True)
def answers() -> Iterator[Answers]:
    """Return what a person would answer to dialogs."""
    given = Answers()
    before = use_dialogs(given)
    yield given
    use_dialogs(before)
