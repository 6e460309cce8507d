"""An owner who types a table over from a page, and counts every key and click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget

from sroi_desktop.ui.kit.tabs import TabBar
from tests.ui.screens import Opening

_PLAIN = Qt.KeyboardModifier.NoModifier


class Typist:
    """Types into whatever has the focus, as a person does."""

    def __init__(self, opening: Opening) -> None:
        self.opening = opening
        self.letters = 0
        self.keys = 0
        self.clicks = 0

    @property
    def at(self) -> QWidget:
        """What has the focus now."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def write(self, text: str) -> None:
        """Type a text, key by key; what no key gives is pasted as one."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.at, letter)
            else:
                QGuiApplication.clipboard().setText(letter)
                QTest.keySequence(self.at, "Ctrl+V")
        self.letters += len(text)

    def press(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key that is no letter."""
        for _time in range(times):
            QTest.keyClick(self.at, key, modifier)
            QTest.qWait(1)  # a cell closes with the next event
        self.keys += times

    def click(self, name: str) -> None:
        """Click on a button."""
        QTest.mouseClick(self.opening.find(QAbstractButton, name), Qt.MouseButton.LeftButton)
        QTest.qWait(1)
        self.clicks += 1

    def tick(self, name: str) -> None:
        """Click on a box itself: it is wider than its words."""
        box = self.opening.find(QAbstractButton, name)
        place = QPoint(8, box.height() // 2)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, _PLAIN, place)
        self.clicks += 1

    def click_field(self, name: str) -> None:
        """Click in a field."""
        QTest.mouseClick(self.opening.find(QWidget, f"{name}.editor"), Qt.MouseButton.LeftButton)
        self.clicks += 1

    def click_row(self, table: str, row: int, column: int) -> None:
        """Click on a cell."""
        view = self.opening.find(QTableView, f"rule_editor.{table}")
        place = view.visualRect(view.model().index(row, column)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, place)
        self.clicks += 1

    def go_to_tab(self, place: int) -> None:
        """Go to another tab: one click."""
        tabs = self.opening.find(TabBar, "rule_editor.tabs")
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, _PLAIN, tabs.tabRect(place).center())
        QTest.qWait(1)
        self.clicks += 1
