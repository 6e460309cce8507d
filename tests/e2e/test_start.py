"""The real process: it opens a window, whatever the state of the file, and closes in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sroi_desktop.services import administrations
from sroi_desktop.storage.locking import lock_path
from sroi_desktop.system import paths, settings
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.settings import Settings
from tests.e2e.conftest import DAY, Computer
from tests.e2e.typing_away import DESCRIPTION
from tests.ui.app.conftest import new_file
from tests.ui.desks import take_on

ROOT = Path(__file__).parents[2]
CLOCK = FixedClock(DAY)
LONGEST_MS = 60_000
WELCOME, WORKING = "the welcome window is open", "an administration is open, to work in"

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.skipif(os.name == "nt", reason="Windows ends a process, it cannot ask"),
]


class Running:
    """A process of the program, and what it says in its log."""

    def __init__(self, qtbot: QtBot, module: str, *arguments: object) -> None:
        self._qtbot = qtbot
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, words: str) -> None:
        """Wait until the log says something."""
        self._qtbot.waitUntil(lambda: words in self.log(), timeout=LONGEST_MS)

    def log(self) -> str:
        """Return the log so far; fails when the process has ended."""
        assert self.process.poll() is None, self.process.communicate()[1]
        file = paths.log_file()
        return file.read_text("utf-8") if file.exists() else ""

    def quit(self) -> tuple[int, str]:
        """Ask the process to end; return its exit status and what it complained of."""
        self.process.send_signal(signal.SIGTERM)
        _said, complaints = self.process.communicate(timeout=LONGEST_MS / 1000)
        lines = [line for line in complaints.splitlines() if "This plugin does not" not in line]
        return self.process.returncode, "\n".join(lines)


Start = Callable[..., Running]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Return what starts the program; it is ended after the test."""
    started: list[Running] = []

    def begin(*arguments: object, module: str = "sroi_desktop") -> Running:
        started.append(Running(qtbot, module, *arguments))
        return started[-1]

    yield begin
    for one in started:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of an administration with a contract."""
    return new_file(tmp_path / "groen.sroi", take_on)


def remember(path: Path) -> None:
    """Let a file be the one of last time."""
    settings.save(Settings().opened(path), paths.settings_file())


def test_that_the_program_starts_on_an_empty_home_and_ends_when_asked(start: Start) -> None:
    running = start()
    running.wait_for(WELCOME)
    assert running.quit() == (0, "")


def test_that_a_file_on_the_command_line_opens_and_is_let_go(start: Start, path: Path) -> None:
    running = start(path)
    running.wait_for(WORKING)
    assert lock_path(path).exists()
    assert running.quit() == (0, "")
    assert not lock_path(path).exists()
    assert settings.load(paths.settings_file()).last_file == str(path)


def test_that_the_file_of_last_time_opens(start: Start, path: Path) -> None:
    remember(path)
    start().wait_for(WORKING)


def test_that_a_damaged_file_of_last_time_leads_to_the_welcome_window(
    start: Start, path: Path
) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    remember(path)
    running = start()
    running.wait_for("not opened: DamagedFileError")
    running.wait_for(WELCOME)
    assert running.quit() == (0, "")


def test_that_a_second_window_on_a_file_does_not_write_to_it(start: Start, path: Path) -> None:
    first, second = start(path), None
    first.wait_for(WORKING)
    before = path.read_bytes()
    second = start(path)
    second.wait_for("not opened: FileLockedError")
    second.wait_for(WELCOME)
    assert second.quit() == (0, "")
    assert lock_path(path).exists()
    assert path.read_bytes() == before
    assert first.quit() == (0, "")


def test_that_a_break_from_the_keyboard_closes_in_order(start: Start, path: Path) -> None:
    running = start(path)
    running.wait_for(WORKING)
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(LONGEST_MS / 1000) == 0
    assert not lock_path(path).exists()


def test_that_what_was_being_typed_is_offered_again_after_a_kill(
    start: Start, computer: Computer, path: Path
) -> None:
    running = start(path, module="tests.e2e.typing_away")
    assert running.process.stdout is not None
    assert running.process.stdout.readline() == "typed\n"
    running.process.kill()
    running.process.wait()
    assert lock_path(path).exists()
    owner = computer.start(path)
    owner.click("act.book")
    assert owner.sees("booking.drafts")
    owner.click("booking.resume.booking.new.1")
    assert owner.find("booking.description.editor", QLineEdit).text() == DESCRIPTION
    owner.window.close()
    with administrations.open_file(path, CLOCK) as store:
        assert all(check.ok for check in store.verify())
