"""How fast the program is on a large administration; prints figures next to their goals.

Nothing here asserts a time: a slow machine is no fault of the program. Ratios are taken
within one run, against a bare Qt window on the same machine.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import (
    administrations,
    bookings,
    duplicates,
    editions,
    efforts,
    elsewhere,
    example,
    history,
    positions,
    weighing,
)
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from tests.benchmarks import generate
from tests.benchmarks.day import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
REPEATS = 5


@dataclass(frozen=True, slots=True)
class Start:
    """How long a start took until the window could be used, and the memory used by then.

    `megabytes` is the most there was of it, `own` without the code of libraries.
    """

    seconds: float
    megabytes: float
    own: float


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the large administration, made once."""
    path = tmp_path_factory.mktemp("bench") / "groot.sroi"
    began = time.perf_counter()
    generate.write(path)
    size = path.stat().st_size / 1e6
    _print("large administration made", f"{time.perf_counter() - began:.1f} s, {size:.0f} MB")
    return path


@pytest.fixture
def desk(large: Path) -> Iterator[Desk]:
    """Return the large administration, open."""
    clock = FixedClock(TODAY)
    store = administrations.open_file(large, clock)
    yield Desk(store, load_library(), clock)
    store.close()


def test_start_compared_with_a_bare_window(large: Path, tmp_path: Path) -> None:
    small = tmp_path / "voorbeeld.sroi"
    example.write(small, load_library())
    packed = _Bare(str(_packed_qt(tmp_path)))
    bare, unpacked, little, much = _starts(packed, _Bare(), str(small), str(large))
    _print("bare window, as pip installs Qt", f"{bare.seconds:.2f} s, {bare.megabytes:.0f} MB")
    _print("bare window, Qt's modules unpacked", f"{unpacked.seconds:.2f} s")
    _print("start, example company", f"{little.seconds:.2f} s, {little.megabytes:.0f} MB")
    memory = f"{much.own:.0f} MB of its own (goal: 150 MB), {much.megabytes:.0f} in all"
    _print("start, large", f"{much.seconds:.2f} s, {memory}")
    _print("start, large : bare", f"{much.seconds / bare.seconds:.2f} (goal: 2.5)")
    _print("start, large : bare, unpacked", f"{much.seconds / unpacked.seconds:.2f}")
    _print("start, large : example", f"{much.seconds / little.seconds:.2f} (goal: 1.2)")
    assert min(bare.seconds, little.seconds, much.seconds) > 0


def test_memory_once_every_page_was_open(large: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start", str(large), "pages"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    most, own = (int(word) / 1000 for word in done.stdout.split()[-2:])
    _print("memory after the pages", f"{own:.0f} MB of its own (goal: 150 MB), {most:.0f} in all")
    assert 0 < own <= most


def test_live_value_while_typing(desk: Desk) -> None:
    contract_id, effort = _new_effort(desk)
    share, place = bookings.whole_for(contract_id, effort), weighing.places(desk)[contract_id]
    took = _timed(lambda: weighing.weigh(effort, share, place, desk.today), 50)
    _print("live value", f"{took * 1000:.2f} ms (goal: 5 ms)")
    assert weighing.weigh(effort, share, place, desk.today).value.cents > 0


def test_booking_saved_and_undone(desk: Desk) -> None:
    contract_id, effort = _new_effort(desk)
    shares = [bookings.whole_for(contract_id, effort)]
    took = _timed(lambda: efforts.record(desk, effort, shares), 20)
    _print("booking saved", f"{took * 1000:.1f} ms (goal: 20 ms)")
    took = _timed(lambda: history.undo(desk), 20)
    _print("undo", f"{took * 1000:.1f} ms (goal: 100 ms)")
    assert desk.store.undoable() is not None


def test_where_everything_stands(desk: Desk) -> None:
    took = _timed(lambda: positions.next_steps(desk), 5)
    _print("next steps over all contracts", f"{took * 1000:.0f} ms (goal: 100 ms)")
    assert positions.next_steps(desk)


def test_a_new_edition_values_every_effort_afresh(desk: Desk) -> None:
    longest, every = 0.0, []
    for contract in desk.store.contracts():
        kept = desk.store.rule_set(contract.id or 0)
        rows = tuple(replace(row, value=row.value and row.value + row.value) for row in kept.blocks)
        edition = replace(kept, id=f"{kept.id}-next", blocks=rows)
        began = time.perf_counter()
        every.append(editions.freeze(desk, contract.id or 0, edition))
        longest = max(longest, time.perf_counter() - began)
    _print("reading one contract for it", f"{longest * 1000:.0f} ms at most (goal: 100 ms)")
    with ThreadPoolExecutor(max_workers=1) as worker:
        began = time.perf_counter()
        found, worked = worker.submit(_effects, every).result()
        took = time.perf_counter() - began
    efforts_valued = sum(len(one.changes) for one in found)
    figures = f"{took:.2f} s on a worker, {worked:.2f} s of processor time (goal: 2 s)"
    _print(f"{efforts_valued} efforts valued afresh", figures)
    assert not any(one.in_the_way for one in found)


def test_one_effort_under_everything(desk: Desk) -> None:
    contract_id, effort = _new_effort(desk)
    tables = tuple(
        place
        for place in elsewhere.comparison(desk, effort, contract_id).places
        if not place.is_contract
    )
    assert tables
    found = replace(elsewhere.comparison(desk, effort, contract_id), places=tables)
    took = _timed(found.rows, REPEATS)
    _print(f"one effort under {len(tables)} sets", f"{took * 1000:.1f} ms (goal: 50 ms)")
    every = elsewhere.comparison(desk, effort, contract_id)
    took = _timed(every.rows, REPEATS)
    _print(f"the same under {len(every.places)} contracts and sets", f"{took * 1000:.1f} ms")
    shown = _timed(lambda: elsewhere.comparison(desk, effort, contract_id).rows(), REPEATS)
    _print("the same, read from the file first", f"{shown * 1000:.1f} ms")


def test_duplicates_are_looked_for(desk: Desk) -> None:
    read = _timed(lambda: duplicates.looking(desk), REPEATS)
    _print("reading what duplicates are found by", f"{read * 1000:.0f} ms (goal: 100 ms)")
    job = duplicates.looking(desk)
    _print(f"{len(job())} pairs found", f"{_timed(job, 1) * 1000:.0f} ms on a worker")


def _effects(every: list[editions.Books]) -> tuple[list[editions.Effect], float]:
    """Return the effects, and the processor time that they took on this thread.

    Without looking for garbage, as `TaskRunner` has it while a job runs.
    """
    gc.disable()
    began = time.thread_time()
    found = [editions.effect(books) for books in every]
    worked = time.thread_time() - began
    gc.enable()
    return found, worked


def _new_effort(desk: Desk) -> tuple[int, Effort]:
    contract_id = next(one.id for one in desk.store.contracts() if one.id is not None)
    rules = desk.store.rule_set(contract_id)
    block = next(one for one in rules.blocks if one.kind is EffortKind.PLACEMENT)
    period = Period(date(2026, 3, 1), date(2026, 8, 31))
    return contract_id, Effort(
        block.kind, block.code, "Meting", period, hours_per_week=Fraction(24)
    )


def _timed(act: Callable[[], object], times: int) -> float:
    """Return the median seconds of an act."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A bare window; `path` is looked in for modules first."""

    path: str = ""


def _packed_qt(folder: Path) -> Path:
    """Return a folder with the core of Qt for Python as pip installs it, its modules packed.

    `packaging/environment.py` has them unpacked, which makes a bare window quicker as well.
    """
    source = Path(shiboken6.__file__).parent
    shutil.copytree(source, folder / "shiboken6", ignore=shutil.ignore_patterns("files.dir"))
    return folder


def _starts(*what: str | _Bare) -> list[Start]:
    """Return the median of some starts of each, taken in turn, after one that warms the disk."""
    rounds = [[_one_start(one) for one in what] for _ in range(REPEATS + 1)][1:]
    return [
        Start(
            statistics.median(one.seconds for one in starts),
            statistics.median(one.megabytes for one in starts),
            statistics.median(one.own for one in starts),
        )
        for starts in zip(*rounds, strict=True)
    ]


def _one_start(what: str | _Bare) -> Start:
    # Compiled, as installed programs are: the first start leaves that for those that count.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if isinstance(what, _Bare):
        kept["PYTHONPATH"] = what.path
        what = "bare"
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.start", what],
        cwd=ROOT,
        env=kept,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        line = child.stdout.readline() if child.stdout is not None else ""
        took = time.perf_counter() - began
    word, *used = line.split()
    if word != "ready":
        raise AssertionError(f"the window did not open: {line!r}")
    most, own = (int(number) / 1000 for number in used)
    return Start(took, most, own)


def _print(what: str, figure: str) -> None:
    sys.stdout.write(f"\n{what:<32} {figure}")
