"""These tests read English: the words of the code itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sroi_desktop.language import activate


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English during a test."""
    activate("en")
    yield
    activate("nl")
