"""Guards around every test: nothing leaks in from the person's computer, nothing stays behind.

Each test gets an empty home, no network and the Dutch locale; a modal dialog or a thread that
outlives its test fails that test. Set before Qt is loaded; this file itself loads no Qt.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import locale
import os
import socket
import sqlite3
import sys
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import is_hypothesis_test, settings

from sroi_desktop import language
from sroi_desktop.language.catalogue import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("LC_ALL", None)
os.environ.update(LANG="nl_NL.UTF-8", LC_CTYPE="C.UTF-8", LANGUAGE="nl")
# Dutch need not be installed, but Qt warns where text is not UTF-8.
with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")

# A shared runner is slow at times; in CI the examples are the same for everyone.
settings.register_profile("sroi", deadline=None, print_blob=True)
settings.register_profile("sroi-ci", settings.get_profile("sroi"), derandomize=True, database=None)
settings.load_profile("sroi-ci" if os.environ.get("CI") else "sroi")

THREAD_GRACE_SECONDS = 10.0
PATIENCE_MS = 30_000
FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "WIN_PD_OVERRIDE_APPDATA": "roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "local",
    "WIN_PD_OVERRIDE_PERSONAL": "documents",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_DOCUMENTS_DIR": "documents",
    "XDG_STATE_HOME": "state",
}
MODAL = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "about", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "exec",
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ),
    "QInputDialog": ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
}
_homes = itertools.count()


class ModalDialogError(AssertionError):
    """A dialog waited for a person, which would hang the whole run."""


class NetworkError(AssertionError):
    """Something reached for the network; the program works offline."""


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know the Qt plugin's settings in a run without it (`-p no:pytest-qt`)."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of the Qt plugin, which is off")


def pytest_configure() -> None:
    """Let tests with widgets be patient: what takes a moment at rest takes seconds under load.

    What a test waits for ends the waiting; only a test that fails takes longer.
    """
    bot = getattr(sys.modules.get("pytestqt.qtbot"), "QtBot", None)
    for name in ("waitActive", "waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        if bot is not None:
            getattr(bot, name).__kwdefaults__["timeout"] = PATIENCE_MS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage in tests with examples by chance.

    What is covered has to be covered by cases that someone thought of, the same in every run.
    And measured, these tests take more than twice as long.
    """
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not among what stays for the whole run.

    Thousands of tests and all modules are looked through each time: a tenth of the run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that holds every test's home."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home of its own, which platformdirs, Qt and programs follow."""
    folder = homes / str(next(_homes))
    folder.mkdir()
    for name, part in FOLDERS.items():
        monkeypatch.setenv(name, str(folder / part) if part else str(folder))
    return folder


@pytest.fixture(autouse=True)
def dutch_again() -> Iterator[None]:
    """Give the next test the Dutch texts, whatever this one chose: one language per process."""
    yield
    if language.active() != DEFAULT:
        language.activate()


@pytest.fixture(autouse=True, scope="session")
def opened() -> Iterator[list[sqlite3.Connection]]:
    """Return the connections to databases, in the order in which they were opened."""
    found: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*arguments: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 - as it is
        found.append(connect(*arguments, **named))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", noted)
        yield found


@pytest.fixture(autouse=True)
def nothing_left_open(opened: list[sqlite3.Connection]) -> Iterator[None]:
    """Close what a test leaves open: from 3.13 on Python warns of it, during some later test."""
    before = len(opened)
    yield
    for connection in opened[before:]:
        with contextlib.suppress(sqlite3.ProgrammingError):  # that of a worker, which is gone
            connection.close()
    del opened[before:]


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running: it would crash a later one."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(THREAD_GRACE_SECONDS)
    left = [thread.name for thread in started if thread.is_alive()]
    if left:
        pytest.fail(f"threads still running after the test: {', '.join(left)}")


@pytest.fixture(autouse=True, scope="session")
def no_modal_dialog() -> Iterator[None]:
    """Fail on a dialog that waits for a person; tests open dialogs and answer them."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    with pytest.MonkeyPatch.context() as patch:
        if widgets is not None:
            for class_name, functions in MODAL.items():
                for function in functions:
                    patch.setattr(
                        getattr(widgets, class_name), function, _refusal(class_name, function)
                    )
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Fail on a connection to another computer; sockets on this one stay possible."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise NetworkError(f"a test reached for the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


def _refusal(class_name: str, function: str) -> object:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise ModalDialogError(f"{class_name}.{function} waits for a person; use open()")

    return refuse
