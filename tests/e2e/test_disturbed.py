"""What disturbs an owner at work: nothing is lost, and a line says what is the matter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.e2e.conftest import Computer
from tests.e2e.owner import Owner, handle_of
from tests.ui.app.conftest import new_file
from tests.ui.desks import take_on

pytestmark = pytest.mark.no_cover


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of an administration with a contract."""
    return new_file(tmp_path / "groen.sroi", take_on)


@pytest.fixture
def owner(computer: Computer, path: Path) -> Owner:
    """Return the owner with a workshop that is filled in and not yet booked: EUR 800."""
    owner = computer.start(path)
    owner.click("act.book")
    owner.click("card.activity")
    owner.click("booking.onward")
    owner.choose("booking.block", "Scholing, kennis")
    owner.fill("booking.starts", "1-9-2026")
    owner.fill("booking.employees", "2")
    owner.fill("booking.hours", "4")
    return owner


@contextmanager
def _in_use(path: Path) -> Iterator[None]:
    """Let another program, such as one that makes copies, hold the file."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.rollback()


def test_that_a_file_in_use_is_told_and_the_booking_can_be_made_a_moment_later(
    owner: Owner, path: Path
) -> None:
    with _in_use(path):
        owner.press("Ctrl+Return")
        assert owner.page == "booking"
        assert path.name in owner.words("booking.message")
        assert owner.find("booking.hours.editor", QLineEdit).text() == "4"
    owner.press("Ctrl+Return")
    assert "€ 800,00" in owner.words("notice")


def test_that_what_was_filled_in_outlives_the_contract_being_undone(owner: Owner) -> None:
    owner.click("status.undo-2")
    owner.click("booking.onward")
    assert owner.page == "booking"
    owner.click("status.redo-2")
    assert owner.find("booking.hours.editor", QLineEdit).text() == "4"
    owner.click("booking.hours.editor")
    owner.press("Ctrl+Return")
    assert "€ 800,00" in owner.words("notice")


def test_that_one_may_quit_in_the_moment_of_booking(owner: Owner, computer: Computer) -> None:
    window = handle_of(owner.window)
    QTest.keySequence(window, QKeySequence("Ctrl+Return"))
    QTest.keySequence(window, QKeySequence("Ctrl+Q"))
    owner.settle()
    assert owner.program.session is None
    assert "€ 800 gerealiseerd" in computer.start().words("page.home")


def test_that_one_may_quit_while_pages_are_being_made(computer: Computer, path: Path) -> None:
    owner = computer.start(path)
    window = handle_of(owner.window)
    owner.session.window.open_page("reports")
    assert owner.program.runner.is_busy
    QTest.keySequence(window, QKeySequence("Ctrl+Q"))
    owner.settle()
    assert owner.program.session is None
