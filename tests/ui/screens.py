"""Opening one screen in a window of its own, and using it as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from sroi_desktop.ui.kit.tasks import TaskRunner
from sroi_desktop.ui.workbench import Workbench
from tests.ui.desks import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.shell.page import Screen

W = TypeVar("W", bound=QWidget)
LONGEST_TYPED = 4  # a screen answers to every key: long texts would take most of the time


class Opening:
    """A screen that is open, with what it asked for."""

    def __init__(self, screen: Screen, bench: Workbench) -> None:
        self.screen = screen
        self.bench = bench
        self.asked = Opened()
        bench.page_wanted.connect(self.asked)

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of that name."""
        found = self.screen.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        """Click on a button."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def pick(self, name: str) -> None:
        """Choose an act of a menu."""
        action = self.screen.findChild(QAction, name)
        assert action is not None, name
        assert action.isEnabled()
        action.trigger()

    def type_in(self, name: str, text: str) -> None:
        """Replace what stands in a field, without leaving it: key by key, a long text pasted."""
        editor = self.find(QWidget, f"{name}.editor")
        editor.setFocus()
        QTest.keySequence(editor, "Ctrl+A")
        if text.isascii() and len(text) <= LONGEST_TYPED:
            QTest.keyClicks(editor, text)
        else:  # keyClicks knows no keys for some: paste them, as a person would
            QGuiApplication.clipboard().setText(text)
            QTest.keySequence(editor, "Ctrl+V")

    def fill_in(self, name: str, text: str) -> None:
        """Replace what stands in a field and leave it with Tab."""
        self.type_in(name, text)
        QTest.keyClick(self.find(QWidget, f"{name}.editor"), Qt.Key.Key_Tab)

    def words(self) -> str:
        """Return every word in sight, a line per label."""
        QCoreApplication.sendPostedEvents()  # a layout shows what was added with the next event
        labels = self.screen.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible() and one.text())


def open_screen(
    qtbot: QtBot,
    make: Callable[[Workbench], Screen],
    desk: Desk,
    argument: object = None,
) -> Opening:
    """Open a screen in an active window of 1000 by 700."""
    runner = TaskRunner()
    bench = Workbench(desk, runner)
    screen = make(bench)

    def close_runner(_screen: QWidget) -> None:
        runner.close()

    qtbot.addWidget(screen, before_close_func=close_runner)
    opening = Opening(screen, bench)
    screen.resize(1000, 700)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.open_at(argument)
    return opening
