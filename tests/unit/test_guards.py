from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tests.conftest import NetworkError

ROOT = Path(__file__).resolve().parents[2]
LEAVES_A_THREAD = """
import threading

from tests import conftest

conftest.THREAD_GRACE_SECONDS = 0.1

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, name="left", daemon=True).start()
"""
LOADS_QT = """
def test_loads_qt():
    import PySide6.QtCore
"""


def run(path: Path, code: str, *plugins: str) -> str:
    """Return what pytest says about a test, with our guards as plugins."""
    path.write_text(code, encoding="utf-8")
    options = [word for plugin in ("no:pytest-qt", *plugins) for word in ("-p", plugin)]
    line = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(ROOT), *options, str(path)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_that_programs_find_the_home_of_the_test(home: Path) -> None:
    assert Path.home() == home
    places = platformdirs.PlatformDirs("x", appauthor=False)
    for place in (places.user_data_path, places.user_config_path, places.user_log_path):
        assert place.is_relative_to(home)


def test_that_each_test_has_a_home_of_its_own(home: Path) -> None:
    assert list(home.iterdir()) == []


def test_that_a_connection_to_another_computer_fails_the_test() -> None:
    with pytest.raises(NetworkError), socket.socket() as end:
        end.connect(("192.0.2.1", 80))


def test_that_a_thread_left_running_fails_its_test(tmp_path: Path) -> None:
    said = run(tmp_path / "test_thread.py", LEAVES_A_THREAD, "tests.conftest")
    assert "threads still running after the test: left" in said


def test_that_a_unit_test_cannot_load_qt(tmp_path: Path) -> None:
    said = run(tmp_path / "test_qt.py", LOADS_QT, "tests.conftest", "tests.unit.conftest")
    assert "a unit test loads PySide6" in said
