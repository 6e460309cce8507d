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


def _focus() -> str:
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.objectName()


def test_that_the_focus_comes_along_to_another_page(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.open_page("b")
    assert _focus() == "navigation.a"
    field = window.findChild(QLineEdit, "second")
    assert field is not None
    field.setFocus()
    window.open_page("a")
    assert _focus() == "navigation.a"
    search = window.findChild(QPushButton, "search.open")
    assert search is not None
    search.setFocus()
    window.open_page("b")
    assert _focus() == "first"


def test_that_the_focus_stays_on_an_act_that_is_replaced(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.open_page("b")
    button = window.findChild(QPushButton, "act.book")
    assert button is not None
    button.setFocus()
    window._header.set_content(HeaderContent("Vragen", primary=Act("save", "Bewaren")))
    assert _focus() == "act.save"
    window._header.set_content(HeaderContent("Vragen"))
    assert _focus() != "act.save"


def test_that_escape_in_the_search_leads_back(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.open_page("b")
    field = window.findChild(QLineEdit, "second")
    assert field is not None
    field.setFocus()
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = window.findChild(QLineEdit, "search.line")
    assert line is not None
    assert _focus() == "search.line"
    press(line, Qt.Key.Key_Escape)
    assert _focus() == "second"
