"""The example company as a file, and the language that every command begins with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.app.cli import arguments, books
from sroi_desktop.language import activate
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import example
from tests.unit.services.books import library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sroi_desktop.rulesets import Library


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read the shipped rules once for all commands; tests/e2e reads them in every process."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (arguments, books):
            patch.setattr(module, "load_library", shipped_or_own)
        yield


def shipped_or_own(own_folder: Path | None = None) -> Library:
    """Return the shipped rules as they were read, or read them with the owner's where there are."""
    if own_folder is None or not own_folder.is_dir():
        return library()
    return load_library(own_folder=own_folder)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example company, written once; copy it before changing anything."""
    path = tmp_path_factory.mktemp("example") / "voorbeeld.sroi"
    example.write(path, library())
    return path


@pytest.fixture
def book(written: Path, tmp_path: Path) -> Path:
    """Return a copy of the example company, closed."""
    path = tmp_path / "voorbeeld.sroi"
    shutil.copy(written, path)
    return path


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """Speak Dutch again after a command in English."""
    yield
    activate("nl")
