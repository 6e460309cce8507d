"""These tests read English: the words of the code itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sroi_desktop.language import activate
from sroi_desktop.rulesets import load_library
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.kit.dialogs import use_dialogs
from tests.ui.desks import new_desk
from tests.ui.dialogs import Answers


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English during a test."""
    activate("en")
    yield
    activate("nl")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with a place for own sets."""
    made = new_desk()
    made.library = load_library(own_folder=tmp_path / "rules")
    return made


@pytest.fixture
def answers() -> Iterator[Answers]:
    """Answer the questions of the program."""
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)
