"""The example company, and English: the words of the code itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sroi_desktop.language import activate
from sroi_desktop.services import administrations, example
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from tests.ui.desks import LIBRARY, TODAY


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English during a test."""
    activate("en")
    yield
    activate("nl")


@pytest.fixture(scope="session")
def written_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example company, written once; copy it before changing anything."""
    path = tmp_path_factory.mktemp("example") / "voorbeeld.sroi"
    example.write(path, LIBRARY)
    return path


@pytest.fixture
def example_desk(written_example: Path, tmp_path: Path) -> Iterator[Desk]:
    """Return the example company on 22 November 2026."""
    path = tmp_path / "voorbeeld.sroi"
    shutil.copy(written_example, path)
    clock = FixedClock(TODAY)
    with administrations.open_file(path, clock) as store:
        yield Desk(store, LIBRARY, clock)
