"""What a start loads, and what is loaded later: the figures are in docs/performance.md."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.app import ahead
from sroi_desktop.app.catching_up import CatchingUp
from sroi_desktop.app.pages import all_pages
from sroi_desktop.language import activate
from sroi_desktop.rulesets import load_library
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import connection
from sroi_desktop.ui import pages
from sroi_desktop.ui.workbench import Workbench
from tests.e2e.conftest import Computer
from tests.e2e.owner import Owner
from tests.ui import desks
from tests.ui.app.conftest import new_file

pytestmark = pytest.mark.no_cover
# Each takes between 5 and 40 ms to load, and the first screen needs none of them.
LATER = {
    "_hashlib",  # OpenSSL
    "babel",
    "calendar",
    "cryptography",
    "msgspec",
    "pikepdf",
    "reportlab",
    "sqlite_utils",
    "stdnum",
    "tomllib",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
}
# Each takes about half a millisecond. There were 157 when this was written: a new one that the
# first screen needs may be added, one that it does not need is to be loaded where it is used.
MOST_OF_OURS = 175
ROOT = Path(__file__).parents[3]
START = """
import sys
from pathlib import Path
from sroi_desktop.app.main import load_window
window = load_window()
app = window.make_application()
program = window.prepare(app, Path(sys.argv[1]))
program.session.window.grab()
from PySide6 import QtWidgets
print(*sys.modules, *vars(QtWidgets))
program.session.window.close()
program.runner.close()
"""


def _printed(program: str, *arguments: str) -> set[str]:
    # Without the measuring of coverage, which reads its settings with tomllib.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_that_what_needs_no_qt_is_loaded_before_qt() -> None:
    loaded = _printed("import sys; import sroi_desktop.app.ground; print(*sys.modules)")
    assert "sroi_desktop.services.positions" in loaded
    assert "PySide6" not in loaded


def test_that_a_start_loads_only_what_the_first_screen_needs(path: Path) -> None:
    activate()  # the catalogue is compiled by now, as with every start but the first
    loaded = _printed(START, str(path))
    assert "sroi_desktop.ui.home.screen" in loaded
    assert LATER & loaded == set()
    # QWizard stands for all of Qt's classes: some questions to Qt load them all, in 9 ms.
    assert "QWidget" in loaded
    assert loaded.isdisjoint({"QStyle", "QWizard"})
    ours = [name for name in loaded if name.startswith("sroi_desktop.")]
    assert len(ours) <= MOST_OF_OURS


def test_that_a_start_asks_and_builds_no_more_for_more_contracts(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many contracts the first screen shows four; what it takes must not grow with the rest."""
    asked: list[object] = []
    ask = connection.Sql._asking

    def counted(sql: connection.Sql) -> AbstractContextManager[None]:
        asked.append(sql)
        return ask(sql)

    monkeypatch.setattr(connection.Sql, "_asking", counted)
    monkeypatch.setattr(CatchingUp, "start", lambda _self: None)
    monkeypatch.setattr(ahead.LoadingAhead, "start", lambda _self: None)
    found = []
    for count in (20, 40):
        file = new_file(tmp_path / f"{count}.sroi", partial(_take_on_some, count))
        asked.clear()
        window = computer.start(file).session.window
        found.append((len(asked), len(window.findChildren(QWidget))))
    few, many = found
    assert few == many


def _take_on_some(count: int, desk: Desk) -> None:
    for number in range(count):
        contract = replace(desks.wijk_oost(), number=f"2026-{number:03d}")
        desks.book(desk, desks.take_on(desk, contract))


def test_that_the_code_of_every_page_is_loaded_ahead(owner: Owner) -> None:
    rooms = {page.key for page in all_pages(owner.session.bench)} - {pages.HOME}
    assert set(ahead._ROOMS) == rooms


def test_that_loading_ahead_takes_one_part_at_a_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, owner: Owner
) -> None:
    loaded: list[int] = []
    made: list[str] = []
    parts = tuple((lambda part=part: loaded.append(part)) for part in range(3))
    monkeypatch.setattr(ahead, "_PARTS", parts)
    monkeypatch.setattr(ahead, "WAIT_MS", 1)
    library = load_library()
    ahead.LoadingAhead(library, made.append, owner.session).start()
    assert loaded == []
    qtbot.waitUntil(lambda: loaded == [0])
    qtbot.waitUntil(lambda: loaded == [0, 1, 2])
    assert "_shelf" not in vars(library)
    qtbot.waitUntil(lambda: "_shelf" in vars(library))
    qtbot.waitUntil(lambda: made == list(ahead.MADE))
    assert isinstance(owner.session.bench, Workbench)


def test_that_a_page_that_was_made_ahead_is_the_one_that_opens(owner: Owner) -> None:
    window = owner.session.window
    for key in ahead.MADE:
        window.make_page(key)
        made = window.screen_of(key)
        assert made is not None
        assert not made.isVisible()
        window.open_page(key)
        assert window.current_screen() is made


def test_that_nothing_is_loaded_ahead_once_the_window_closes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, owner: Owner
) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(ahead, "_BETWEEN_MS", 0)
    session = owner.session
    session._ahead._left = iter([lambda: loaded.append(None)])
    session._ahead._timer.start(20)
    session.window.close()
    qtbot.wait(60)
    assert loaded == []
