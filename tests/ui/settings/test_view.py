from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from sroi_desktop.domain.parties import Company
from sroi_desktop.services import companies, drafts
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import create_store
from sroi_desktop.system.settings import Settings, Theme
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import FileKind, QtDialogs, use_dialogs
from sroi_desktop.ui.kit.fields import IntegerField, TextField
from sroi_desktop.ui.opening import use_opener
from sroi_desktop.ui.settings.company_presenter import DRAFT
from sroi_desktop.ui.settings.screen import make_screen
from tests.ui.desks import LIBRARY, new_desk
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class ChosenPicture(QtDialogs):
    def __init__(self, path: Path) -> None:
        self._path = path

    def open_files(
        self, parent: QWidget | None, title: str, kinds: tuple[FileKind, ...], *, many: bool
    ) -> tuple[Path, ...]:
        assert "png" in kinds[0].endings
        return (self._path,)


class FakeOpener:
    def __init__(self) -> None:
        self.opened: list[Path] = []

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def open_link(self, address: str) -> bool:
        raise AssertionError(address)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = new_desk().clock
    with create_store(tmp_path / "groen.sroi", clock.now) as store:
        made = Desk(store, LIBRARY, clock)
        companies.keep(made, Company("Van Dijk", town="Utrecht"))
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Opening:
    return open_screen(qtbot, make_screen, desk)


def test_that_a_change_to_the_firm_is_saved_with_one_press(page: Opening, desk: Desk) -> None:
    save = page.find(QPushButton, "act.save")
    assert not save.isEnabled()
    page.fill_in("settings.kvk", "12345678")
    assert save.isEnabled()
    page.press("act.save")
    assert desk.store.company() == Company("Van Dijk", kvk="12345678", town="Utrecht")
    assert not save.isEnabled()


def test_that_enter_saves_the_firm(page: Opening, desk: Desk) -> None:
    page.type_in("settings.town", "Zeist")
    QTest.keyClick(page.find(QLineEdit, "settings.town.editor"), Qt.Key.Key_Return)
    assert desk.store.company() == Company("Van Dijk", town="Zeist")


def test_that_a_fault_stands_beside_its_field(page: Opening) -> None:
    page.fill_in("settings.postcode", "12")
    assert page.find(TextField, "settings.postcode").error()
    page.type_in("settings.contact", "Kim 111222333")
    assert page.find(TextField, "settings.contact").error()


def test_that_leaving_the_page_loses_nothing(page: Opening) -> None:
    page.type_in("settings.town", "Zeist")
    assert page.screen.may_leave()
    page.screen.open_at(None)
    assert page.find(QLineEdit, "settings.town.editor").text() == "Zeist"
    page.press("act.drop")
    assert page.find(QLineEdit, "settings.town.editor").text() == "Utrecht"


def test_that_undo_elsewhere_shows_here(page: Opening, desk: Desk) -> None:
    companies.keep(desk, Company("De Haan"))
    page.bench.announce(Done(frozenset({Changed.COMPANY})))
    assert page.find(QLineEdit, "settings.name.editor").text() == "De Haan"


def test_that_another_language_loses_nothing_that_was_typed(page: Opening, desk: Desk) -> None:
    page.type_in("settings.town", "Zeist")
    page.press("settings.language.en")
    draft = drafts.kept(desk, DRAFT)
    assert draft is not None
    assert draft["town"] == "Zeist"


def test_that_news_of_other_things_leaves_the_page_alone(page: Opening) -> None:
    page.bench.announce(Done(frozenset({Changed.EFFORTS})))
    assert page.screen.header().title
    assert page.find(QLineEdit, "settings.town.editor").text() == "Utrecht"


def test_that_look_and_language_are_chosen_with_one_press(page: Opening, qtbot: QtBot) -> None:
    heard: list[Settings] = []
    page.bench.settings_changed.connect(heard.append)
    page.press("settings.theme.dark")
    page.press("settings.language.en")
    size = page.find(QComboBox, "settings.text_size.editor")
    size.setFocus()
    QTest.keyClick(size, Qt.Key.Key_Down)
    assert heard[-1].theme is Theme.DARK
    assert heard[-1].language == "en"
    assert heard[-1].text_size == 16


def test_that_the_limit_is_judged_when_it_is_left(page: Opening, desk: Desk) -> None:
    page.fill_in("settings.limit", "900")
    assert page.find(IntegerField, "settings.limit").error()
    assert desk.settings.evidence_limit_mb == 25
    page.fill_in("settings.limit", "50")
    assert page.find(IntegerField, "settings.limit").error() is None
    assert desk.settings.evidence_limit_mb == 50


def test_that_a_logo_is_shown_once_it_is_chosen(page: Opening, tmp_path: Path, desk: Desk) -> None:
    picture, buffer = QPixmap(60, 20), QBuffer()
    picture.fill(QColor("#1A763B"))
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(buffer.data().data())
    before = use_dialogs(ChosenPicture(path))
    try:
        page.press("act.choose_logo")
        assert desk.store.logo() == path.read_bytes()
        page.press("act.drop_logo")
        assert desk.store.logo() is None
        path.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
        page.press("act.choose_logo")
        assert desk.store.logo() is None
    finally:
        use_dialogs(before)


def test_that_a_backup_is_made_while_the_page_goes_on(page: Opening, qtbot: QtBot) -> None:
    page.press("act.back_up")
    qtbot.waitUntil(lambda: "-20261122-120000.sroi" in page.words())


def test_that_the_folder_of_the_file_is_shown(page: Opening, tmp_path: Path) -> None:
    opener = FakeOpener()
    before = use_opener(opener)
    try:
        page.press("act.show_file")
    finally:
        use_opener(before)
    assert opener.opened == [tmp_path]


def test_that_the_licences_can_be_read(page: Opening) -> None:
    page.press("settings.licences")
    text = page.screen.findChild(QPlainTextEdit)
    assert text is not None
    assert text.isVisible()
    for words in ("SIL OPEN FONT LICENSE", "ISC License", "LGPL-3.0"):
        assert words in text.toPlainText()
    page.press("settings.licences")
    assert not text.isVisible()


def test_that_everything_in_the_settings_has_a_name(page: Opening) -> None:
    page.press("settings.licences")
    assert nameless(page.screen) == []
