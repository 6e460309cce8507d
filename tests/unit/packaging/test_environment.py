from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import debian
import environment
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PYPROJECT = """
[project]
name = "x"
dependencies = ["a"]
[build-system]
requires = ["b"]
[tool.ruff]
line-length = 100
"""


class Shell:
    """Stands in for subprocess: keeps the commands, answers with a status."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.packed: list[str] = []
        self.failing = ""
        self.version = f"{sys.version_info[0]} {sys.version_info[1]}\n"

    def run(
        self, command: Sequence[str], env: Mapping[str, str] | None = None, **_options: object
    ) -> subprocess.CompletedProcess[str]:
        self.commands.append(list(command))
        if env is not None and "SBK_EMBED" in env:
            self.packed.append(env["SBK_EMBED"])
        if command[1:3] == ["-m", "venv"]:
            make_python(Path(command[3]))
        failed = bool(self.failing) and self.failing in command
        return subprocess.CompletedProcess(command, int(failed), stdout=self.version)

    def ran(self, *words: str) -> bool:
        return any(set(words) <= set(command) for command in self.commands)


def make_python(venv: Path) -> None:
    python = environment.python_of(venv)
    python.parent.mkdir(parents=True)
    python.touch()


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell()
    monkeypatch.setattr(subprocess, "run", shell.run)
    return shell


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (tmp_path / environment.LOCK).write_text("a==1 --hash=sha256:00\n", encoding="utf-8")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_that_a_fresh_checkout_gets_an_environment_from_the_hashed_lock(
    root: Path, shell: Shell
) -> None:
    python = environment.ensure(root)
    assert python == environment.python_of(root / ".venv")
    assert shell.ran("-m", "venv")
    assert shell.ran("install", "--require-hashes", str(root / environment.LOCK))
    assert shell.ran("install", "--no-deps", "--no-build-isolation", "--editable", str(root))
    assert environment.is_current(root)


def test_that_the_modules_of_qt_are_unpacked_once_those_of_before_are_gone(
    root: Path, shell: Shell
) -> None:
    shell.failing = "import shiboken6"  # where it does not succeed, starting takes longer
    environment.ensure(root)
    assert shell.packed == ["1", "0"]
    assert environment.is_current(root)


def test_that_a_second_start_runs_nothing(root: Path, shell: Shell) -> None:
    environment.ensure(root)
    shell.commands.clear()
    environment.ensure(root)
    assert shell.commands == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (environment.LOCK, "a==1", "a==2"),
        ("pyproject.toml", '["a"]', '["a", "c"]'),
        ("pyproject.toml", '["b"]', '["b>=2"]'),
    ],
)
def test_that_a_changed_lock_or_project_is_installed_into_the_same_environment(
    root: Path, shell: Shell, file: str, old: str, new: str
) -> None:
    environment.ensure(root)
    edit(root / file, old, new)
    shell.commands.clear()
    environment.ensure(root)
    assert shell.ran("install", "--require-hashes")
    assert not shell.ran("-m", "venv")


def test_that_a_changed_setting_of_a_tool_installs_nothing(root: Path, shell: Shell) -> None:
    environment.ensure(root)
    edit(root / "pyproject.toml", "100", "99")
    shell.commands.clear()
    environment.ensure(root)
    assert shell.commands == []


def test_that_an_environment_made_by_hand_is_kept_and_brought_in_line(
    root: Path, shell: Shell
) -> None:
    make_python(root / ".venv")
    mine = root / ".venv" / "mine"
    mine.touch()
    environment.ensure(root)
    assert mine.exists()
    assert shell.ran("install", "--require-hashes")


def test_that_an_environment_of_another_python_is_made_anew(root: Path, shell: Shell) -> None:
    make_python(root / ".venv")
    old = root / ".venv" / "old"
    old.touch()
    shell.version = "3 10\n"
    environment.ensure(root)
    assert not old.exists()
    assert shell.ran("-m", "venv")


def test_that_an_installation_cut_short_is_done_again(root: Path, shell: Shell) -> None:
    shell.failing = "--require-hashes"
    with pytest.raises(environment.SetupError, match="message stands above"):
        environment.ensure(root)
    assert not environment.is_current(root)
    shell.failing = ""
    environment.ensure(root)
    assert environment.is_current(root)


def test_that_root_on_debian_gets_the_missing_venv_module(
    root: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian, "may_install", lambda: True)
    environment.ensure(root)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert shell.ran("apt-get", "install", f"python{version}-venv")


@pytest.mark.parametrize(
    ("is_debian", "advice"), [(True, "sudo apt-get install"), (False, "full Python")]
)
def test_that_anyone_else_is_told_how_to_get_it(
    root: Path,
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_debian: bool,
    advice: str,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(debian, "is_debian", lambda: is_debian)
    monkeypatch.setattr(debian, "may_install", lambda: False)
    with pytest.raises(environment.SetupError, match=advice):
        environment.ensure(root)
    assert not shell.ran("install")
