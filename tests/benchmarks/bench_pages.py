"""How long each page keeps the window busy on a large administration; prints figures and goals.

Measured from the click to the painted page, with the code of the pages loaded, as it is soon
after a start. The figure is the least of some openings: what another program takes is no fault
of ours. Nothing here asserts a time.
"""

from __future__ import annotations

import gc
import shutil
import sys
import time
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from sroi_desktop.app import ahead
from sroi_desktop.app.session import Session
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import (
    administrations,
    bookings,
    efforts,
    evidence,
    history,
    positions,
    search,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.tasks import TaskRunner
from tests.benchmarks import generate
from tests.benchmarks.day import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.changes import Done

GOAL = "goal: 100 ms"
REPEATS = 5
TABS = ("standing", "efforts", "evidence", "reports", "deadlines", "details", "history")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the large administration, made once."""
    path = tmp_path_factory.mktemp("bench") / "groot.sroi"
    generate.write(path)
    return path


@pytest.fixture
def session(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """Return the window on a copy of the large administration, some seconds after the start."""
    for room in ahead._ROOMS:
        import_module(f"sroi_desktop.ui.{room}.screen")
    path = tmp_path / "groot.sroi"
    shutil.copy(made, path)
    clock = FixedClock(TODAY)
    runner = TaskRunner()
    found = Session(Desk(administrations.open_file(path, clock), load_library(), clock), runner)
    qtbot.addWidget(found.window)
    found.start()
    positions.positions(found.desk)
    found.window.resize(1280, 820)
    QApplication.processEvents()
    assert found.desk.library.rule_sets
    for key in ahead.MADE:
        found.window.make_page(key)
    gc.freeze()  # as `app.ahead` does once everything is loaded
    yield found
    gc.unfreeze()
    runner.close()


def test_each_page_is_opened(session: Session) -> None:
    contract_id = _some_contract(session.desk)
    opened: list[tuple[str, str, object]] = [
        (key, key, None)
        for key in (
            pages.CONTRACTS,
            pages.EFFORTS,
            pages.EVIDENCE,
            pages.REPORTS,
            pages.BOOKING,
            pages.NEW_CONTRACT,
            pages.RULES,
            pages.HELP,
            pages.SETTINGS,
            pages.HOME,
        )
    ]
    opened += [
        (pages.CONTRACT, f"contract, {tab}", pages.ContractTarget(contract_id, tab)) for tab in TABS
    ]
    for key, name, argument in opened:
        first = _opened(session, key, argument)
        again = min(_again(session, key, argument) for _ in range(REPEATS))
        goal = "first rows, goal: 150 ms" if key == pages.EFFORTS else GOAL
        _print(f"page {name}", f"{first:.0f} ms first, {again:.0f} ms again ({goal})")
    assert session.window.current_page() == pages.CONTRACT


def test_a_search_is_answered(session: Session) -> None:
    took = _least(lambda: search.find(session.desk, "perceel 12"))
    _print("search", f"{took:.0f} ms ({GOAL})")
    assert search.find(session.desk, "perceel 12")


@pytest.mark.parametrize("page", [pages.HOME, pages.CONTRACTS, pages.EFFORTS, pages.EVIDENCE])
def test_acts_with_a_page_open(session: Session, page: str) -> None:
    """Each act is carried out and announced, and the open page shows what became of it."""
    session.window.open_page(page, None)
    QApplication.processEvents()
    for name, act in _acts(session.desk).items():
        pairs = [(_announced(session, act), _announced(session, _undo)) for _ in range(REPEATS)]
        took, undone = (min(one) for one in zip(*pairs, strict=True))
        _print(f"{name}, {page} open", f"{took:.0f} ms, undone {undone:.0f} ms ({GOAL})")
    assert session.desk.store.redoable() is not None


def _again(session: Session, key: str, argument: object) -> float:
    away = pages.HELP if key != pages.HELP else pages.SETTINGS
    session.window.open_page(away, None)
    QApplication.processEvents()
    return _opened(session, key, argument)


def _opened(session: Session, key: str, argument: object) -> float:
    return _painted(lambda: session.window.open_page(key, argument))


def _acts(desk: Desk) -> dict[str, Callable[[Desk], Done | None]]:
    contract_id = _some_contract(desk)
    lines = desk.store.effort_lines(contract_id)
    realised = next(one.effort_id for one in lines if one.state is EffortState.REALISED)
    reported = next(one.effort_id for one in lines if one.state is EffortState.REPORTED)
    effort = replace(desk.store.effort(realised), id=None, title="Meting")
    shares = [bookings.whole_for(contract_id, effort)]

    def note(desk: Desk) -> Done:
        day = TODAY
        return evidence.note_seen(desk, realised, "other", title="Brief", seen_by="HR", seen_on=day)

    return {
        "book": lambda desk: efforts.record(desk, effort, shares),
        "change state": lambda desk: efforts.move_on(desk, realised, EffortState.REPORTED),
        "judge": lambda desk: efforts.judge(desk, reported, EffortState.ACCEPTED),
        "add evidence": note,
    }


def _undo(desk: Desk) -> Done | None:
    return history.undo(desk)


def _announced(session: Session, act: Callable[[Desk], Done | None]) -> float:
    def whole() -> None:
        done = act(session.desk)
        if done is not None:
            session.bench.announce(done)

    return _painted(whole)


def _painted(act: Callable[[], object]) -> float:
    """Return the milliseconds that an act keeps the window busy, with what it paints."""
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def _least(act: Callable[[], object]) -> float:
    return min(_painted(act) for _ in range(REPEATS))


def _some_contract(desk: Desk) -> int:
    return next(one.id for one in desk.store.contracts() if one.id is not None)


def _print(what: str, figure: str) -> None:
    sys.stdout.write(f"\n{what:<32} {figure}")
