from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import debian
import pytest
import qt_libraries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FOUND = "\tlibc.so.6 => /lib/libc.so.6 (0x1)\n"


class Linux:
    """Stands in for a system: which of Qt's parts lack what, and what apt knows."""

    def __init__(self) -> None:
        self.lacking: dict[str, list[str]] = {}
        self.known: set[str] = set()
        self.repairs = True
        self.commands: list[list[str]] = []

    def run(self, command: Sequence[str], **_options: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(list(command))
        if command[0] == "ldd":
            return subprocess.CompletedProcess(command, 0, stdout=self._ldd(command[1:]))
        if command[:2] == ["apt-cache", "show"]:
            return subprocess.CompletedProcess(command, 0 if command[2] in self.known else 100)
        if command[:2] == ["apt-get", "install"] and self.repairs:
            self.lacking.clear()
        return subprocess.CompletedProcess(command, 0)

    def _ldd(self, files: Sequence[str]) -> str:
        names = [name for file in files for name in self.lacking.get(file.split("/")[-1], [])]
        return FOUND + "".join(f"\t{name} => not found\n" for name in names)

    def installed(self) -> list[str]:
        return next(line for line in self.commands if line[:2] == ["apt-get", "install"])


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> Linux:
    linux = Linux()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", linux.run)
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian, "may_install", lambda: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return linux


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    qt = tmp_path / "lib" / "python3.11" / "site-packages" / "PySide6" / "Qt"
    for part in (*qt_libraries.ALWAYS, *(part for _, part in qt_libraries.SCREENS)):
        (qt / part).parent.mkdir(parents=True, exist_ok=True)
        (qt / part).touch()
    return tmp_path


def test_that_a_complete_system_is_left_alone(linux: Linux, venv: Path) -> None:
    assert qt_libraries.ensure(venv)
    assert {command[0] for command in linux.commands} == {"ldd"}


def test_that_root_on_debian_gets_what_is_missing(linux: Linux, venv: Path) -> None:
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    assert qt_libraries.ensure(venv)
    assert {"libegl1", "libxcb-cursor0", "libglib2.0-0"} <= set(linux.installed())


def test_that_the_lists_of_packages_are_refreshed_before_names_are_chosen(
    linux: Linux, venv: Path
) -> None:
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    qt_libraries.ensure(venv)
    tools = [command[:2] for command in linux.commands]
    assert tools.index(["apt-get", "update"]) < tools.index(["apt-cache", "show"])


def test_that_a_release_with_renamed_libraries_gets_the_new_names(linux: Linux, venv: Path) -> None:
    linux.lacking = {"libQt6Widgets.so.6": ["libglib-2.0.so.0"]}
    linux.known = {"libglib2.0-0t64"}
    qt_libraries.ensure(venv)
    assert "libglib2.0-0t64" in linux.installed()
    assert "libglib2.0-0" not in linux.installed()
    assert "libcups2" in linux.installed()


def test_that_libraries_still_missing_after_the_installation_are_a_failure(
    linux: Linux, venv: Path
) -> None:
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    linux.repairs = False
    assert not qt_libraries.ensure(venv)


def test_that_someone_who_may_not_install_gets_the_exact_command(
    linux: Linux, venv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(debian, "may_install", lambda: False)
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    assert not qt_libraries.ensure(venv)
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libglib2.0-0 "
        "libegl1 libgl1" in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("tool", "advice"),
    [
        ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install 'libEGL.so.1()(64bit)'"),
        ("", "packages of your distribution that hold libEGL.so.1"),
    ],
)
def test_that_other_distributions_are_asked_by_library(
    linux: Linux,
    venv: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tool: str,
    advice: str,
) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    monkeypatch.setattr("shutil.which", lambda name: name if name in {"ldd", tool} else None)
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    assert not qt_libraries.ensure(venv)
    assert advice in capsys.readouterr().out


def test_that_a_machine_without_a_screen_needs_nothing_of_x11(linux: Linux, venv: Path) -> None:
    linux.lacking = {"libqxcb.so": ["libxcb-cursor.so.0"]}
    assert qt_libraries.missing(venv, {}) == []
    assert qt_libraries.missing(venv, {"DISPLAY": ":0"}) == ["libxcb-cursor.so.0"]


def test_that_one_whole_way_to_the_screen_is_enough(linux: Linux, venv: Path) -> None:
    linux.lacking = {"libqwayland.so": ["libwayland-cursor.so.0"]}
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert qt_libraries.missing(venv, both) == []
    assert qt_libraries.missing(venv, {"WAYLAND_DISPLAY": "wayland-0"}) != []


def test_that_other_systems_are_not_asked(
    linux: Linux, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    linux.lacking = {"libQt6Widgets.so.6": ["libEGL.so.1"]}
    assert qt_libraries.ensure(venv)
    assert qt_libraries.has_screen({})


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
    ],
)
def test_that_a_screen_on_linux_is_x11_or_wayland(
    linux: Linux, environment: dict[str, str], *, screen: bool
) -> None:
    assert qt_libraries.has_screen(environment) is screen
