"""The documents of an own rule set on its page: added, dropped, opened, taken away, put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sroi_desktop.rulesets import load_library
from sroi_desktop.services import own_documents, own_sets
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.opening import use_opener
from sroi_desktop.ui.rules.documents import ACTS
from sroi_desktop.ui.rules.screen import make_screen
from sroi_desktop.ui.rules.view import RulesPanel
from tests.ui.desks import new_desk
from tests.ui.dialogs import Answers
from tests.ui.hands import press
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ADD = "act.add_document"


class FakeDesktop:
    def __init__(self) -> None:
        self.opened: list[bytes] = []
        self.knows = True

    def open_file(self, path: Path) -> bool:
        self.opened.append(path.read_bytes())
        return self.knows

    def open_link(self, _address: str) -> bool:
        return self.knows


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk()
    made.library = load_library(own_folder=tmp_path / "rules")
    own = replace(load_library().get("harlingen"), id="van-ons", title="Van ons")
    own_sets.take_in(made.library, [own])
    return made


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Answers]:
    made = Answers()
    annex = tmp_path / "bijlage.pdf"
    annex.write_bytes(b"%PDF")
    made.files = (annex,)
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


@pytest.fixture
def desktop() -> Iterator[FakeDesktop]:
    made = FakeDesktop()
    before = use_opener(made)
    yield made
    use_opener(before)


@pytest.fixture
def opening(qtbot: QtBot, desk: Desk, answers: Answers) -> Opening:
    assert answers.files
    return open_screen(qtbot, make_screen, desk, "van-ons")


def names(desk: Desk) -> list[str]:
    found = own_documents.documents(desk.library, desk.library.get("van-ons"))
    return [one.name for one in found]


def test_that_a_document_is_added_and_says_how_large_it_is(
    qtbot: QtBot, opening: Opening, desk: Desk
) -> None:
    assert "The page or annex" in opening.words()
    opening.press(ADD)
    assert names(desk) == ["bijlage.pdf"]
    told = opening.words()
    assert "Kept with this set: bijlage.pdf." in told
    assert "0 kB" in told
    qtbot.waitUntil(lambda: nameless(opening.screen) == [])
    opening.press(ADD)
    assert "It is there already: bijlage.pdf." in opening.words()


def test_that_the_focus_and_the_place_stay(qtbot: QtBot, opening: Opening) -> None:
    add = opening.find(QWidget, ADD)
    add.setFocus()
    press(add, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opening.find(QWidget, ADD).hasFocus())
    away = opening.find(QWidget, "rules.document.remove.0")
    away.setFocus()
    press(away, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == ADD


def test_that_a_document_is_opened_as_a_copy(opening: Opening, desktop: FakeDesktop) -> None:
    opening.press(ADD)
    opening.press("rules.document.open.0")
    assert desktop.opened == [b"%PDF"]
    desktop.knows = False
    opening.press("rules.document.open.0")
    assert "There is no program to show this file." in opening.words()


def test_that_it_is_taken_away_and_put_back(opening: Opening, desk: Desk) -> None:
    opening.press(ADD)
    opening.press("rules.document.remove.0")
    assert names(desk) == []
    assert "Removed: bijlage.pdf." in opening.words()
    opening.press("act.put_back_document")
    assert names(desk) == ["bijlage.pdf"]
    assert "“bijlage.pdf” is back." in opening.words()
    opening.screen.run_act("put_back_document")
    assert names(desk) == ["bijlage.pdf"]


def test_that_what_cannot_be_done_is_told(
    opening: Opening, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening.press(ADD)
    folder = tmp_path / "rules" / "sources" / "van-ons"
    (folder / "bijlage.pdf").unlink()
    for name in ("rules.document.open.0", "rules.document.remove.0"):
        opening.press(name)
        assert "cannot be read" in opening.words()
    program = tmp_path / "x.exe"
    program.write_bytes(b"MZ")
    answers.files = (program,)
    opening.press(ADD)
    assert "This is a program" in opening.words()
    answers.files = ()
    opening.press(ADD)
    assert names(desk) == []


def test_that_a_document_whose_set_went_cannot_be_put_back(opening: Opening, desk: Desk) -> None:
    opening.press(ADD)
    opening.press("rules.document.remove.0")
    own_sets.remove(desk.library, desk.library.get("van-ons"))
    opening.press("act.put_back_document")
    assert "was published" in opening.words()


def test_that_a_file_dropped_on_an_own_set_becomes_a_document_and_rules_are_looked_into(
    qtbot: QtBot, opening: Opening, desk: Desk, tmp_path: Path
) -> None:
    panel = opening.screen.findChild(RulesPanel)
    assert panel is not None
    panel.file_dropped.emit(tmp_path / "bijlage.pdf")
    assert names(desk) == ["bijlage.pdf"]
    text = tmp_path / "regels.toml"
    text.write_text("format = ", encoding="utf-8")
    panel.file_dropped.emit(text)
    assert "ends too early" in opening.words()
    published = open_screen(qtbot, make_screen, desk, "utrecht-v3")
    assert "The page or annex" not in published.words()
    other = published.screen.findChild(RulesPanel)
    assert other is not None
    other.file_dropped.emit(tmp_path / "bijlage.pdf")
    assert names(desk) == ["bijlage.pdf"]
    assert set(ACTS) == {"add_document", "put_back_document"}


def test_that_without_a_set_nothing_is_added(
    qtbot: QtBot, desk: Desk, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answers.files
    opening = open_screen(qtbot, make_screen, desk, "van-ons")
    presenter = opening.screen._documents  # type: ignore[attr-defined]
    monkeypatch.setattr(presenter, "_chosen", lambda: None)
    presenter.attach(answers.files[0])
    presenter.open("bijlage.pdf")
    presenter.take_away("bijlage.pdf")
    assert names(desk) == []
