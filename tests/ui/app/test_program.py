"""The program from start to end: what it opens, what it remembers, how it looks and speaks."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from sroi_desktop.services import administrations
from sroi_desktop.storage import open_store
from sroi_desktop.storage.locking import lock_path
from sroi_desktop.system import paths, settings
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.settings import Settings, Theme
from sroi_desktop.ui.kit.look import current_look
from tests.e2e.conftest import DAY, Computer
from tests.e2e.owner import Owner
from tests.ui.app.conftest import new_file
from tests.ui.desks import take_on
from tests.ui.dialogs import Answers

CLOCK = FixedClock(DAY)


def kept() -> Settings:
    """Return the settings as they stand on the disk."""
    return settings.load(paths.settings_file())


def damage(path: Path, table: str = "company") -> None:
    """Make a file that opens, but in which one table cannot be read."""
    with closing(sqlite3.connect(path)) as connection:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(wanted, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(bytes(content))


def left_behind(path: Path) -> None:
    """Leave the lock of a computer that broke down."""
    held = {"owner": "sanne", "host": "laptop-kantoor", "since": "2026-10-01T08:00:00+00:00"}
    lock_path(path).write_text(json.dumps(held))


def test_that_the_first_start_welcomes(computer: Computer) -> None:
    assert computer.start().window.objectName() == "welcome"


def test_that_the_file_of_last_time_opens_by_itself(computer: Computer, path: Path) -> None:
    computer.start(path).window.close()
    assert computer.start().session.desk.store.path == path


def test_that_a_file_is_remembered_by_its_whole_path(
    computer: Computer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    computer.start(Path(path.name))
    assert kept().last_file == str(path)


def test_that_a_file_that_is_gone_is_told_in_the_welcome_window(
    computer: Computer, path: Path
) -> None:
    computer.start(path).window.close()
    path.rename(path.with_name("elders.sroi"))
    owner = computer.start()
    assert owner.window.objectName() == "welcome"
    assert f"{path.name} is er niet" in owner.words()


def test_that_a_file_that_is_no_administration_is_told(computer: Computer, tmp_path: Path) -> None:
    strange = tmp_path / "vreemd.sroi"
    strange.write_text("geen administratie")
    assert "vreemd.sroi" in computer.start(strange).words()
    assert strange.read_text() == "geen administratie"
    assert kept().last_file is None


@pytest.mark.parametrize("table", ["company", "rule_copy"])
def test_that_damage_found_while_reading_leads_back_to_the_welcome_window(
    computer: Computer, tmp_path: Path, table: str
) -> None:
    path = new_file(tmp_path / "beschadigd.sroi", take_on)
    damage(path, table)
    owner = computer.start(path)
    assert owner.window.objectName() == "welcome"
    assert "beschadigd" in owner.words()
    assert not lock_path(path).exists()


def test_that_damage_is_told_as_well_where_the_file_was_chosen(
    computer: Computer, path: Path, answers: Answers
) -> None:
    damage(path)
    owner = computer.start()
    answers.files = (path,)
    owner.click("welcome.open")
    assert owner.window.objectName() == "welcome"
    assert "beschadigd" in owner.words()


def test_that_a_file_opened_to_read_only_is_not_the_one_of_last_time(
    computer: Computer, path: Path
) -> None:
    with administrations.open_file(path, CLOCK):
        computer.start(path).click("act.read_only")
        assert kept().last_file is None


def test_that_one_can_work_again_in_a_file_that_was_in_use(computer: Computer, path: Path) -> None:
    with administrations.open_file(path, CLOCK):
        owner = computer.start(path)
        owner.click("act.read_only")
        before = owner.session
        owner.choose_in_menu("act.write")
        assert "in gebruik" in owner.words("notice")
        assert owner.session is before
    owner.choose_in_menu("act.write")
    owner.settle()
    assert owner.session is not before
    assert not owner.session.desk.store.read_only


def test_that_taking_over_from_another_computer_is_asked_first(
    computer: Computer, path: Path, answers: Answers
) -> None:
    left_behind(path)
    owner = computer.start(path)
    owner.click("act.read_only")
    stays = []
    for answers.agrees in (False, True):
        owner.choose_in_menu("act.write")
        owner.settle()
        stays.append(owner.session.desk.store.read_only)
    assert stays == [True, False]
    assert all("laptop-kantoor" in question.title for question in answers.questions)
    assert answers.questions[0].danger


def test_that_an_ordinary_file_offers_no_taking_over(owner: Owner) -> None:
    names = [
        action.objectName() for action in owner.session.window._navigation.brand.menu.actions()
    ]
    assert "act.other_administration" in names
    assert "act.write" not in names


def test_that_another_look_shows_at_once_and_is_kept(owner: Owner) -> None:
    chosen = replace(owner.program.settings, theme=Theme.DARK, text_size=20)
    owner.session.bench.settings_changed.emit(chosen)
    assert current_look().palette.is_dark
    assert current_look().text_size == 20
    assert (kept().theme, kept().text_size) == (Theme.DARK, 20)
    assert owner.session.desk.settings == chosen


def test_that_another_language_is_spoken_at_once_and_kept(owner: Owner) -> None:
    chosen = replace(owner.program.settings, language="en")
    owner.session.bench.settings_changed.emit(chosen)
    owner.settle()
    assert owner.find("navigation.home", QAbstractButton).text() == "Overview"
    assert kept().language == "en"
    owner.session.bench.settings_changed.emit(replace(chosen, language="nl"))
    owner.settle()
    assert owner.find("navigation.home", QAbstractButton).text() == "Overzicht"


def test_that_settings_that_cannot_be_kept_stop_nothing(
    computer: Computer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: Settings, _path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(settings, "save", refuse)
    assert computer.start(path).session.desk.store.path == path


def test_that_a_new_administration_takes_the_place_of_the_welcome_window(
    computer: Computer, path: Path, answers: Answers, qtbot: QtBot
) -> None:
    owner = computer.start()
    welcome = owner.window
    answers.files = (path,)
    with qtbot.waitSignal(welcome.destroyed):
        owner.click("welcome.open")
    assert owner.program.welcome is None
    assert owner.session.desk.store.path == path


def test_that_the_end_of_the_program_ends_its_tasks(owner: Owner, qapp: QApplication) -> None:
    owner.program._on_quit()
    assert owner.program.runner._closed
    owner.window.close()
    assert owner.program.session is None


def test_that_a_file_of_the_system_closes_with_the_window(owner: Owner, path: Path) -> None:
    owner.window.close()
    open_store(path, CLOCK.now).close()
