from __future__ import annotations

import json
from pathlib import Path

import mutants
import pytest


def kept(folder: Path, module: str, codes: dict[str, int | None]) -> Path:
    """Write down what became of mutants, as mutmut does."""
    path = folder / f"{module}.py.meta"
    path.write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder of the results; nothing is run."""
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    monkeypatch.setattr(mutants, "_run", lambda _arguments: None)
    folder = tmp_path / "mutants"
    folder.mkdir()
    return folder


def test_that_a_mutant_that_no_test_notices_or_reaches_or_that_was_not_run_survives(
    tmp_path: Path,
) -> None:
    codes = {"a": 1, "b": 0, "c": 33, "d": None, "e": 3, "f": 36}
    found = mutants.scores([kept(tmp_path, "money", codes)])["money"]
    assert (found.killed, found.all, found.percent) == (3, 6, 50.0)
    assert found.survivors == ["b", "c", "d"]


def test_that_a_module_without_mutants_is_not_scored(tmp_path: Path) -> None:
    assert mutants.scores([kept(tmp_path, "money", {})]) == {}
    assert mutants.Score().percent == 0.0


def test_that_modules_and_survivors_are_told(tmp_path: Path) -> None:
    files = [kept(tmp_path, "money", {"x": 1, "y": 0}), kept(tmp_path, "periods", {"z": 1})]
    _head, money, periods, together, survivor = mutants.table(mutants.scores(files)).splitlines()
    assert money.split() == ["money", "2", "1", "50.0%"]
    assert periods.split() == ["periods", "1", "1", "100.0%"]
    assert together.split() == ["together", "3", "2", "66.7%"]
    assert survivor == "survived: y"


@pytest.mark.parametrize(("killed", "status"), [(9, 0), (8, 1)])
def test_that_nine_in_ten_of_every_module_have_to_be_killed(
    run: Path, killed: int, status: int
) -> None:
    kept(run, "money", {str(n): int(n < killed) for n in range(10)})
    kept(run, "periods", {str(n): 1 for n in range(90)})
    assert mutants.main([]) == status


def test_that_nothing_run_is_nothing_shown(run: Path) -> None:
    assert mutants.main([]) == 1
