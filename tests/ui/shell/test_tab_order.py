"""Tab goes through the window as one reads it, with one stop in the navigation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.content import Act, Crumb, HeaderContent
from sroi_desktop.ui.shell.page import Page, Screen
from sroi_desktop.ui.shell.window import MainWindow
from tests.ui.hands import press


class Asking(Screen):
    """A page with two fields, of which the second was made first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        second, first = QLineEdit(self), QLineEdit(self)
        body = QVBoxLayout(self)
        for name, field in (("first", first), ("second", second)):
            field.setObjectName(name)
            body.addWidget(field)

    def header(self) -> HeaderContent:
        return HeaderContent(
            "Vragen", trail=(Crumb("a", "Overzicht"),), primary=Act("book", "Boeken")
        )


class Talking(Screen):
    """A page with nothing to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.addWidget(QLabel("Dag", self))

    def header(self) -> HeaderContent:
        return HeaderContent("Praten")


def _window(qtbot: QtBot) -> MainWindow:
    pages = (Page("a", "Praten", "sun", Talking), Page("b", "Vragen", "sun", Asking))
    window = MainWindow(pages)
    qtbot.addWidget(window)
    window.open_page("a")
    window.set_undo("iets")
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def _stops(window: MainWindow) -> list[str]:
    """Return what Tab comes to, from the page one is on until it is there again."""
    window._navigation.focus_current()
    names: list[str] = []
    while (focused := QApplication.focusWidget()) is not None and len(names) < 20:
        if focused.objectName() in names:
            break
        names.append(focused.objectName())
        press(focused, Qt.Key.Key_Tab)
    return names


def test_that_tab_goes_from_navigation_to_head_page_and_foot(qtbot: QtBot) -> None:
    window = _window(qtbot)
    assert _stops(window) == ["navigation.a", "search.open", "status.undo-2", "menu"]
    window.open_page("b")
    assert _stops(window) == [
        *("navigation.b", "crumb.a", "search.open", "act.book"),
        *("first", "second", "status.undo-2", "menu"),
    ]
    window.open_page("a")
    assert _stops(window) == ["navigation.a", "search.open", "status.undo-2", "menu"]


def test_that_arrows_walk_through_the_navigation_and_enter_opens(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window._navigation.focus_current()
    item = window.findChild(QPushButton, "navigation.a")
    assert item is not None
    press(item, Qt.Key.Key_Down)
    below = window.findChild(QPushButton, "navigation.b")
    assert below is not None
    assert below.hasFocus()
    press(below, Qt.Key.Key_Return)
    assert window.current_page() == "b"
