"""The owner of a firm before the program: sees the open window, clicks and types in it.

Clicks go to the window at the place where the thing is seen, keys to whatever has the focus:
what lies under something else, or takes no keys, is out of reach as it is for a person.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QMenu,
    QScrollArea,
    QWidget,
)

from sroi_desktop.app.program import Program
from sroi_desktop.app.session import Session
from sroi_desktop.ui.kit.tabs import TabBar

W = TypeVar("W", bound=QWidget)
PICTURES = os.environ.get("SROI_WALK_PICTURES")
SIZE = QSize(1280, 820)
_LONGEST_MS = 20_000
_LOOK_MS = 10
_MOST_TABS = 40
_numbers = count(1)


class Owner:
    """A person at the keyboard. Names are object names."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._known: QWidget | None = None

    # -- seeing

    @property
    def window(self) -> QWidget:
        """The window in front: the administration, or the one to choose one in."""
        session = self.program.session
        found = self.program.welcome if session is None else session.window
        assert found is not None
        if found is not self._known:
            self._known = found
            found.resize(SIZE)  # the offscreen screen is smaller than a real one
        if not found.isActiveWindow():
            found.activateWindow()
            wait_until(found.isActiveWindow)
        return found

    @property
    def session(self) -> Session:
        """The administration that is open."""
        assert self.program.session is not None
        return self.program.session

    @property
    def page(self) -> str:
        """The key of the page in sight."""
        return self.session.window.current_page()

    def sees(self, name: str) -> bool:
        """Tell whether a thing is in sight."""
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def find(self, name: str, kind: type[W]) -> W:
        """Return what has that name and is in sight."""
        found = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        assert found, f"{name} is not in sight, but: {', '.join(self.names())}"
        return found[0]

    def names(self) -> list[str]:
        """Return the names of all that is in sight."""
        seen = (one for one in self.window.findChildren(QWidget) if one.isVisible())
        return sorted({one.objectName() for one in seen if one.objectName()})

    def words(self, name: str | None = None) -> str:
        """Return every word in sight, a line per label; only in the thing of that name, if one."""
        self.settle()
        place = self.window if name is None else self.find(name, QWidget)
        seen: list[QLabel | QAbstractButton] = [
            *place.findChildren(QLabel),
            *place.findChildren(QAbstractButton),
        ]
        if isinstance(place, QLabel | QAbstractButton):
            seen.append(place)
        said = "\n".join(one.text() for one in seen if one.isVisible() and one.text())
        return said.replace("\xa0", " ")

    def focus(self) -> str:
        """Return the name of what has the focus."""
        focused = QApplication.focusWidget()
        return "" if focused is None else focused.objectName()

    def picture(self, name: str) -> None:
        """Keep a picture of the window, when pictures are wanted: see `PICTURES`."""
        if PICTURES:
            self.settle()
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(folder / f"{next(_numbers):02d}-{name}.png"))

    # -- waiting

    def settle(self) -> None:
        """Wait until everything is shown and no slow work is under way."""
        QTest.qWait(1)
        wait_until(self._is_idle)
        QTest.qWait(1)

    def _is_idle(self) -> bool:
        """Tell whether no task runs, and no button is still down after a letter with Alt."""
        buttons = (one for one in QApplication.allWidgets() if isinstance(one, QAbstractButton))
        is_open = QApplication.activePopupWidget() is not None  # its button stays down
        is_down = not is_open and any(one.isDown() for one in buttons)
        return not (self.program.runner.is_busy or is_down)

    # -- doing

    def click(self, name: str) -> None:
        """Click in the middle of a thing, scrolling to it first."""
        self.click_at(self.find(name, QWidget))

    def click_at(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a place in a thing; it must not lie under something else."""
        self._bring_in_sight(widget)
        window = widget.window()
        point = widget.mapTo(window, place or widget.rect().center())
        hit = window.childAt(point)
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (
            f"{widget.objectName()} lies at {point} under {hit}"
        )
        handle = handle_of(window)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        self.settle()

    def click_tab(self, name: str, key: str) -> None:
        """Click on one of the tabs of a tab bar."""
        bar = self.find(name, TabBar)
        self.click_at(bar, bar.tabRect(bar._keys.index(key)).center())

    def choose_in_menu(self, name: str) -> None:
        """Open the menu of the program and click on one of its lines."""
        self.click("menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        line = next((one for one in menu.actions() if one.objectName() == name), None)
        assert line is not None, f"{name} is not in the menu"
        place = menu.actionGeometry(line).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.settle()

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys together, such as "Ctrl+Return"."""
        for _ in range(times):
            popup = QApplication.activePopupWidget()
            if popup is None:
                QTest.keySequence(handle_of(self.window), QKeySequence(keys))
            else:
                QTest.keySequence(popup.findChild(QListView) or popup, QKeySequence(keys))
        self.settle()

    def tab_to(self, name: str) -> None:
        """Go to a thing with the Tab key alone."""
        for _ in range(_MOST_TABS):
            if self.focus() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to {name}")

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        handle = handle_of(self.window)
        for letter in text:
            QTest.keyClick(handle, ord(letter))
        self.settle()

    def fill(self, name: str, text: str) -> None:
        """Click in a field, type over what stands there, and leave it."""
        self.click(f"{name}.editor")
        self.press("Ctrl+A")
        self.write(text)
        self.press("Tab")

    def choose(self, name: str, text: str) -> None:
        """Choose from the list of a field the line in which a text stands."""
        combo = self.find(f"{name}.editor", QComboBox)
        self.click_at(combo)
        self.take_from_list(combo, text)

    def take_from_list(self, combo: QComboBox, text: str) -> None:
        """Go to a line of an open list with the arrow keys, and take it."""
        lines = [combo.itemText(one) for one in range(combo.count())]
        place = next((one for one, line in enumerate(lines) if text in line), None)
        assert place is not None, f"{text} is not among {lines}"
        self.press("Home")
        self.press("Down", times=place)
        self.press("Return")
        assert text in combo.currentText()

    def _bring_in_sight(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        QTest.qWait(1)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the program go on until something is so."""
    waited = 0
    while not is_so():
        assert waited < _LONGEST_MS, "it did not happen"
        QTest.qWait(_LOOK_MS)
        waited += _LOOK_MS


def handle_of(window: QWidget) -> QWindow:
    """Return what a window is to the desktop: where keys and clicks arrive."""
    handle = window.windowHandle()
    assert handle is not None
    return handle
