"""After a first glance at many contracts the rest is worked out while the user looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sroi_desktop.app import catching_up
from sroi_desktop.app.catching_up import WAIT_MS
from sroi_desktop.services import positions
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import DamagedFileError
from tests.e2e.conftest import Computer
from tests.e2e.owner import Owner
from tests.ui import desks
from tests.ui.app.conftest import new_file

_MANY = 22


def _many(desk: Desk) -> None:
    for number in range(_MANY):
        contract = desks.wijk_oost(number=f"2026-{number:02d}")
        desks.book(desk, desks.take_on(desk, contract))


def _badge(owner: Owner) -> str:
    return owner.find("navigation.evidence", QPushButton).accessibleDescription()


def test_that_count_and_badge_follow_once_every_contract_is_worked_out(
    computer: Computer, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "WAIT_MS", 3_600_000)  # however slow the start, look first
    owner = computer.start(new_file(tmp_path / "veel.sroi", _many))
    assert positions.counted(owner.session.desk) == (_MANY, None)
    assert str(_MANY) not in _badge(owner)
    monkeypatch.setattr(catching_up, "WAIT_MS", 0)
    with qtbot.waitSignal(owner.session.bench.caught_up):
        owner.session._catching_up.start()
    assert positions.counted(owner.session.desk) == (_MANY, _MANY)
    assert str(_MANY) in _badge(owner)
    assert "3 van " in owner.words("home.steps")


def test_that_a_fault_that_is_found_on_the_way_is_told(
    owner: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_desk: Desk, _count: int) -> bool:
        raise DamagedFileError(None, "unreadable row")

    monkeypatch.setattr(positions, "advance", fail)
    session = owner.session
    with qtbot.waitSignal(session._catching_up.refused):
        session._catching_up.start()
    assert session.window._over.notice.property("surface") == "danger"


def test_that_nothing_is_worked_out_once_the_file_closes(
    owner: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(positions, "advance", lambda *_: asked.append(1))
    session = owner.session
    session._catching_up.start()
    session.window.close()
    qtbot.wait(3 * WAIT_MS)
    assert asked == []
