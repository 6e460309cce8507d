from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, starting
from sroi_desktop.services.starting import Entrance
from sroi_desktop.storage import FileLockedError
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.settings import Settings
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import FileKind, QtDialogs, use_dialogs
from sroi_desktop.ui.kit.fields import TextField
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.welcome.screen import WelcomeWindow, make_welcome
from tests.ui.desks import LIBRARY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.starting import Store

CLOCK = FixedClock(date(2026, 11, 22))


class ChosenFile(QtDialogs):
    def __init__(self, path: Path) -> None:
        self._path = path

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        assert kinds[0].endings == ("sroi",)
        return (self._path,)


class Visit:
    """The window with what it opened."""

    def __init__(self, window: WelcomeWindow) -> None:
        self.window = window
        self.opened: list[Store] = []
        window.opened.connect(self.opened.append)

    def press(self, name: str) -> None:
        button = self.window.findChild(QAbstractButton, name)
        assert button is not None, name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_in(self, name: str, text: str) -> None:
        editor = self.window.findChild(QLineEdit, f"{name}.editor")
        assert editor is not None, name
        editor.setFocus()
        QTest.keySequence(editor, "Ctrl+A")
        QTest.keyClicks(editor, text)


@pytest.fixture
def visit(qtbot: QtBot) -> Iterator[Visit]:
    made = Visit(make_welcome(LIBRARY, CLOCK, Settings()))
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    for store in made.opened:
        store.close()


def test_that_a_new_administration_takes_one_answer(visit: Visit) -> None:
    visit.press("welcome.new")
    visit.type_in("welcome.name", "Van Dijk")
    visit.press("welcome.begin")
    company = visit.opened[0].company()
    assert company == Company("Van Dijk")


def test_that_enter_begins_and_escape_goes_back(visit: Visit) -> None:
    visit.press("welcome.new")
    line = visit.window.findChild(QLineEdit, "welcome.name.editor")
    assert line is not None
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    visit.press("welcome.new")
    visit.type_in("welcome.name", "Van Dijk")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(visit.opened) == 1


def test_that_a_wrong_answer_is_marked_and_stays(visit: Visit) -> None:
    visit.press("welcome.new")
    visit.type_in("welcome.name", "Jansen 111222333")
    field = visit.window.findChild(TextField, "welcome.name")
    assert field is not None
    assert field.error()
    visit.type_in("welcome.kvk", "12")
    visit.press("welcome.begin")
    assert visit.opened == []
    assert field.text() == "Jansen 111222333"
    number = visit.window.findChild(TextField, "welcome.kvk")
    assert number is not None
    assert number.error()


@pytest.mark.parametrize("name", ["<b>Jansen</b> & co", "x" * 300, "😀 Groen", "שלום"])
def test_that_any_name_is_taken_as_it_is(visit: Visit, name: str) -> None:
    visit.press("welcome.new")
    field = visit.window.findChild(TextField, "welcome.name")
    assert field is not None
    field.set_text(name)
    visit.press("welcome.begin")
    company = visit.opened[0].company()
    assert company is not None
    assert company.name == name


def test_that_the_example_opens_after_a_short_wait(visit: Visit, qtbot: QtBot) -> None:
    visit.press("welcome.practise")
    qtbot.waitUntil(lambda: len(visit.opened) == 1)
    assert visit.opened[0].path == starting.example_path()


def test_that_a_file_in_use_offers_reading_only(visit: Visit) -> None:
    path = starting.write_example(LIBRARY)
    before = use_dialogs(ChosenFile(path))
    try:
        with administrations.open_file(path, CLOCK):
            visit.press("welcome.open")
            visit.press("act.read_only")
            assert visit.opened[0].read_only
    finally:
        use_dialogs(before)


def test_that_a_backup_is_shown_and_put_back(visit: Visit, qtbot: QtBot) -> None:
    with starting.new(Company("Van Dijk"), Entrance(LIBRARY, CLOCK, Settings())) as store:
        administrations.back_up(store, CLOCK)
    visit.press("welcome.backups")
    visit.press("file.0")
    found = visit.window.findChild(QWidget, "welcome.found")
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    assert nameless(visit.window) == []
    visit.press("welcome.put_back")
    assert len(visit.opened) == 1


def test_that_every_page_has_names_for_all_it_offers(visit: Visit) -> None:
    assert nameless(visit.window) == []
    for choice, back in (
        ("welcome.new", "welcome.back"),
        ("welcome.backups", "welcome.backups_back"),
    ):
        visit.press(choice)
        assert nameless(visit.window) == []
        visit.press(back)


def test_that_the_window_says_why_the_last_file_did_not_open(visit: Visit) -> None:
    visit.window.show_message("Het bestand is verplaatst.", Tone.WARNING)
    banner = visit.window.findChild(Banner)
    assert banner is not None
    assert banner.isVisible()
    assert banner.text() == "Het bestand is verplaatst."


def test_that_a_refusal_from_elsewhere_shows_its_way_out(visit: Visit) -> None:
    path = starting.write_example(LIBRARY)
    visit.window.refuse(path, FileLockedError(path, "Kim", "pc-2", None))
    visit.press("act.read_only")
    assert visit.opened[0].read_only


def test_that_closing_tells_the_program(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.window.closed):
        visit.window.close()
