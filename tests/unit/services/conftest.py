"""An administration in memory with one contract, and the example company on disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.services import administrations, companies, example
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from tests.unit.services.books import COMPANY, TODAY, desk_on, library, take_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Return the firm's administration on 22 November 2026, without a contract."""
    made = desk_on(TODAY)
    companies.keep(made, COMPANY)
    yield made
    made.store.close()


@pytest.fixture
def contract_id(desk: Desk) -> int:
    """Return the contract of the walk, taken on under utrecht-v3."""
    return take_on(desk)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example company, written once; copy it before changing anything."""
    path = tmp_path_factory.mktemp("example") / "voorbeeld.sroi"
    example.write(path, library())
    return path


@pytest.fixture
def example_path(written: Path, tmp_path: Path) -> Path:
    """Return a copy of the example company, closed."""
    path = tmp_path / "voorbeeld.sroi"
    shutil.copy(written, path)
    return path


@pytest.fixture
def example_desk(example_path: Path) -> Iterator[Desk]:
    """Return the example company, open on 22 November 2026."""
    clock = FixedClock(TODAY)
    store = administrations.open_file(example_path, clock)
    yield Desk(store, library(), clock)
    store.close()
