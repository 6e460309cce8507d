"""An administration in memory, one on disk, and a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.storage import create_store, memory_store
from tests.unit.storage.book import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sroi_desktop.storage import Store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    with memory_store(clock, who="Anna") as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    """Return a new administration that is closed."""
    place = tmp_path / "groen.sroi"
    create_store(place, clock, who="Anna").close()
    return place
