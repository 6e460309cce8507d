"""Code that was kept compiled is the code that Python would make, and Python stays as it was."""

from __future__ import annotations

import builtins
import sys
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import pytest

from sroi_desktop.app import kept_code
from sroi_desktop.app.kept_code import KeptCode, usual_place

PATCHED = kept_code._COMPILING


@pytest.fixture(autouse=True)
def _as_python_has_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Write what is kept, whatever the environment says; leave nothing behind for other tests."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield
    for module, name in PATCHED:
        vars(module).pop(name, None)


def declare() -> tuple[object, ...]:
    """Return what is made of a class of each kind."""

    @dataclass(frozen=True, order=True)
    class Share:
        part: int
        label: str = "x"

    class Pair(NamedTuple):
        first: int
        second: list[str] | None = None

    hints = typing.get_type_hints(Pair)
    return repr(Share(1)), Share(1) < Share(2), hash(Share(3)), Pair(4), Pair(5).second, hints


def no_compiling(*arguments: object, **named: object) -> object:
    raise AssertionError(arguments)


def test_that_a_second_start_compiles_nothing_and_makes_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = declare()[3:]
    first = KeptCode(tmp_path / "kept")
    first.begin()
    assert declare()[3:] == plain
    first.end()
    second = KeptCode(tmp_path / "kept")
    monkeypatch.setattr(builtins, "compile", no_compiling)
    second.begin()
    made = declare()
    second.end()
    assert made[3:] == plain
    assert made[:2] == (f"{declare.__qualname__}.<locals>.Share(part=1, label='x')", True)


def test_that_afterwards_python_compiles_by_itself(tmp_path: Path) -> None:
    kept = KeptCode(tmp_path / "kept")
    kept.begin()
    assert all(name in vars(module) for module, name in PATCHED)
    kept.end()
    assert not any(name in vars(module) for module, name in PATCHED)


def test_that_what_is_no_python_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError):
        KeptCode(tmp_path / "kept").compiled("1 +", "eval")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        MAGIC_NUMBER,
        MAGIC_NUMBER + b"\0\0\0\0",
        MAGIC_NUMBER + b"wrong sum and no code at all",
        b"\0\0\r\n" + crc32(b"of another Python").to_bytes(4, "big") + b"of another Python",
    ],
)
def test_that_a_file_that_is_not_what_was_written_is_passed_over(
    tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(damage)
    kept = KeptCode(path)
    kept.begin()
    assert declare()[1] is True
    kept.end()
    assert len(path.read_bytes()) > len(damage)


def test_that_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = KeptCode(tmp_path / "file" / "kept")
    kept.begin()
    declare()
    kept.end()
    assert (tmp_path / "file").read_text() == ""


def test_that_nothing_is_written_where_python_may_not_write_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept = KeptCode(tmp_path / "kept")
    kept.begin()
    declare()
    kept.end()
    assert list(tmp_path.iterdir()) == []


def test_that_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    keep(path, "1", "2")
    before = path.stat().st_mtime_ns
    keep(path, "1")
    assert path.stat().st_mtime_ns == before


def test_that_texts_of_another_first_window_stay_and_old_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    keep(path, "1", "2")
    keep(path, "2", "3")
    assert kept_texts(path) == {"1", "2", "3"}
    keep(path, "4")
    assert kept_texts(path) == {"4"}


def test_that_it_stands_beside_the_compiled_modules() -> None:
    place = usual_place()
    assert sys.implementation.cache_tag is not None
    assert place.name == f"kept_code.{sys.implementation.cache_tag}.kept"


def keep(path: Path, *texts: str) -> None:
    kept = KeptCode(path)
    for text in texts:
        assert eval(kept.compiled(text, "eval")) == int(text)  # noqa: S307 - a number
    kept.end()


def kept_texts(path: Path) -> set[str]:
    return {text for _mode, text in KeptCode(path)._kept}
