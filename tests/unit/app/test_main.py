"""Where the program starts: the window or a command."""

from __future__ import annotations

import gc
import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.app import later_methods
from sroi_desktop.app import main as start

if TYPE_CHECKING:
    from collections.abc import Iterator


class Window(ModuleType):
    """The window's module without Qt: notes what it was asked to open."""

    def __init__(self) -> None:
        super().__init__("window")
        self.opened: list[str | None] = []

    def open_window(self, file: str | None) -> int:
        self.opened.append(file)
        return 7


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    made = Window()
    monkeypatch.setattr(start, "load_window", lambda: made)
    yield made
    gc.enable()


@pytest.mark.parametrize(
    ("argv", "file"), [([], None), (["groen.sroi"], "groen.sroi"), (["GROEN.SROI"], "GROEN.SROI")]
)
def test_that_the_window_opens_on_nothing_or_a_file(
    window: Window, argv: list[str], file: str | None
) -> None:
    assert start.main(argv) == 7
    assert window.opened == [file]


def test_that_words_are_a_command(window: Window, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["rules", "list"]) == 0
    assert "utrecht-v3" in capsys.readouterr().out
    assert window.opened == []


def test_that_the_words_of_the_shell_are_used_where_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["sroi-desktop", "--version"])
    assert start.main() == 0
    assert capsys.readouterr().out.startswith("sroi-desktop ")


def test_that_qt_is_loaded_for_the_window_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded: list[str] = []

    def load(name: str) -> ModuleType:
        loaded.append(name)
        return ModuleType(name)

    monkeypatch.setattr(start, "import_module", load)
    monkeypatch.setattr(later_methods, "make_methods_later", lambda: None)  # of this process
    try:
        assert start.load_window().__name__ == "sroi_desktop.app.window"
    finally:
        gc.enable()
    assert loaded[-1] == "sroi_desktop.app.window"
    assert start.main(["rules", "list"]) == 0
    assert capsys.readouterr().err == ""


def test_that_python_imports_its_own_way_where_qt_has_left_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the place of the real built-ins: Qt itself needs those where it is loaded."""
    own, theirs = object(), object()
    stand_in = SimpleNamespace(__import__=theirs)
    monkeypatch.setattr(start, "builtins", stand_in)
    start.import_as_python_does()
    assert stand_in.__import__ is theirs
    stand_in.__orig_import__ = own
    start.import_as_python_does()
    assert stand_in.__import__ is own
