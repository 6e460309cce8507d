from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING

import dev
import environment
import pytest
import qt_libraries
import screen_reader

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]
Call = tuple[list[str], dict[str, str]]
run = dev._call


class Recorder:
    """Keeps what would be started; the commands that hold `failing` end with status 1."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.failing: set[str] = set()

    def __call__(self, *command: object, out: object = None, **variables: str) -> int:
        words = [str(part) for part in command]
        self.calls.append((words, variables))
        return int(not self.failing.isdisjoint(words))

    @property
    def last(self) -> Call:
        return self.calls[-1]


@pytest.mark.parametrize(
    ("folder", "codeset", "chosen"),
    [
        ("/home/jan/sroi", "ANSI_X3.4-1968", None),
        ("/home/jan/één map", "ANSI_X3.4-1968", "C.UTF-8"),
        ("/home/jan/één map", "UTF-8", None),
    ],
)
def test_that_a_folder_with_accents_is_read_in_a_locale_without(
    monkeypatch: pytest.MonkeyPatch, folder: str, codeset: str, chosen: str | None
) -> None:
    monkeypatch.setenv("LC_ALL", "C")  # so that it is put back
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setattr(dev, "ROOT", Path(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(locale, "nl_langinfo", lambda _item: codeset, raising=False)
    monkeypatch.setattr(locale, "CODESET", 14, raising=False)
    dev._read_accents()
    assert os.environ.get("LC_ALL") == chosen


def test_that_what_is_compiled_is_kept_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run(sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)")
    assert capfd.readouterr().out.strip() == "False"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Recorder:
    recorder = Recorder()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "_call", recorder)
    monkeypatch.setattr(environment, "ensure", lambda _root: Path("venv-python"))
    monkeypatch.setattr(qt_libraries, "ensure", lambda _venv: True)
    monkeypatch.setattr(screen_reader, "ensure", lambda _venv: None)
    return recorder


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def has(found: bool) -> None:
        monkeypatch.setattr(qt_libraries, "has_screen", lambda _environment: found)

    return has


def test_that_run_opens_the_window_and_passes_arguments_on(
    calls: Recorder, screen: Callable[[bool], None]
) -> None:
    screen(True)
    assert dev.main(["run", "mine.sroi", "--language", "en"]) == 0
    words = ["venv-python", "-m", "sroi_desktop", "mine.sroi", "--language", "en"]
    assert calls.last == (words, {})


def test_that_run_without_a_screen_says_so_in_one_line_and_does_the_main_job(
    calls: Recorder, screen: Callable[[bool], None], capsys: pytest.CaptureFixture[str]
) -> None:
    screen(False)
    assert dev.main(["run"]) == 0
    words = ["venv-python", "-m", "sroi_desktop", "demo", "out"]
    assert calls.last == (words, {"QT_QPA_PLATFORM": "offscreen"})
    assert capsys.readouterr().out.count("\n") == 1


def test_that_run_without_a_screen_still_does_what_it_is_asked(
    calls: Recorder, screen: Callable[[bool], None]
) -> None:
    screen(False)
    dev.main(["run", "rules", "list", "--json"])
    assert calls.last[0][-3:] == ["rules", "list", "--json"]


def test_that_the_exit_status_of_the_program_is_passed_on(
    calls: Recorder, screen: Callable[[bool], None]
) -> None:
    screen(True)
    calls.failing = {"sroi_desktop"}
    assert dev.main(["run"]) == 1


def test_that_missing_libraries_stop_before_qt_is_started(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "ensure", lambda _venv: False)
    assert dev.main(["test"]) == 1
    assert calls.calls == []
    assert "Qt does not start" in capsys.readouterr().err


def test_that_test_runs_units_without_qt_beside_the_rest_and_then_the_gate(calls: Recorder) -> None:
    assert dev.main(["test"]) == 0
    by_start = sorted((words for words, _ in calls.calls[:2]), key=lambda words: words[-1])
    rest, units = by_start
    combine, report, gate = (words for words, _ in calls.calls[2:])
    assert units[-3:] == ["-p", "no:pytest-qt", "tests/unit"]
    assert rest[-3:] == ["--ignore", "tests/unit", "tests"]
    assert combine[1:4] == ["-m", "coverage", "combine"]
    assert report[1:4] == ["-m", "coverage", "json"]
    assert gate[1] == "packaging/coverage_gate.py"


@pytest.mark.parametrize(
    "failing", ["tests/unit", "tests", "coverage", "packaging/coverage_gate.py"]
)
def test_that_every_part_of_test_can_fail_it_and_the_others_still_run(
    calls: Recorder, failing: str
) -> None:
    calls.failing = {failing}
    assert dev.main(["test"]) == 1
    assert {words[-1] for words, _ in calls.calls} >= {"tests/unit", "tests", ".coverage.json"}


def test_that_two_runs_at_a_time_measure_into_two_files(calls: Recorder) -> None:
    dev.main(["test"])
    files = {variables["COVERAGE_FILE"] for _, variables in calls.calls[:2]}
    combine, _ = calls.calls[2]
    assert len(files) == 2
    assert files == set(combine[-2:])


def test_that_what_the_unit_tests_say_follows_the_rest(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def say(*command: object, out: IO[bytes] | None = None, **_variables: str) -> int:
        code = f"print({str(command[-1])!r})"
        return run(sys.executable, "-c", code, out=out)

    monkeypatch.setattr(dev, "_call", say)
    monkeypatch.setattr(dev, "ROOT", ROOT)
    dev._side_by_side(Path("venv-python"))
    assert capfd.readouterr().out.splitlines()[:2] == ["tests", "tests/unit"]


@pytest.mark.parametrize(("free", "is_used"), [(dev.ROOM, True), (dev.ROOM - 1, False)])
def test_that_files_of_tests_are_kept_in_memory_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, is_used: bool
) -> None:
    monkeypatch.setattr(dev, "SHARED_MEMORY", tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    assert dev._place_of_files() == (str(tmp_path) if is_used else "")


def test_that_a_computer_without_shared_memory_uses_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "SHARED_MEMORY", tmp_path / "none")
    assert dev._place_of_files() == ""


def test_that_measures_of_an_earlier_run_are_not_counted(calls: Recorder, tmp_path: Path) -> None:
    (tmp_path / ".coverage.old").touch()
    dev.main(["test"])
    assert calls.calls
    assert not (tmp_path / ".coverage.old").exists()


def test_that_test_with_arguments_runs_those_alone(calls: Recorder) -> None:
    dev.main(["test", "tests/unit", "-k", "money"])
    assert [words for words, _ in calls.calls] == [
        ["venv-python", "-m", "pytest", "tests/unit", "-k", "money"]
    ]


@pytest.mark.parametrize("failing", [set(), {"check"}, {"format"}, {"mypy"}, {"--no-logo"}])
def test_that_check_runs_every_check_and_fails_on_any(calls: Recorder, failing: set[str]) -> None:
    calls.failing = failing
    assert dev.main(["check"]) == int(bool(failing))
    started = " ".join(word for words, _ in calls.calls for word in words)
    assert all(
        tool in started for tool in ("ruff check", "format", "mypy", "lint-imports", "translations")
    )


def test_that_check_needs_no_system_libraries(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_libraries, "ensure", lambda _venv: False)
    assert dev.main(["check"]) == 0
    assert calls.calls


@pytest.mark.parametrize("command", ["bench", "screenshots"])
def test_that_what_draws_without_a_window_draws_offscreen(calls: Recorder, command: str) -> None:
    dev.main([command])
    assert calls.last[1] == {"QT_QPA_PLATFORM": "offscreen"}


def test_that_clean_keeps_the_environment_unless_asked(calls: Recorder, tmp_path: Path) -> None:
    for name in (".venv", "out", "sroi_desktop/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    dev.main(["clean"])
    assert calls.calls == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".venv", "sroi_desktop"]
    dev.main(["clean", "--all"])
    assert not (tmp_path / ".venv").exists()


def test_that_an_older_python_hands_over_to_a_newer_one(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    found = {"python3.13": "/shims/python3.13", "python3.12": "/usr/bin/python3.12"}
    monkeypatch.setattr("shutil.which", found.get)
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda line, **_: subprocess.CompletedProcess(line, 127 if "shims" in line[0] else 0),
    )
    dev.main(["test", "-k", "x"])
    assert calls.last[0][::2] == ["/usr/bin/python3.12", "test", "x"]


def test_that_an_older_python_alone_is_told_what_is_needed(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert dev.main(["run"]) == 1
    assert calls.calls == []
    assert "Python 3.11 or newer is needed; this is 3.10.12" in capsys.readouterr().err


def test_that_an_unknown_command_is_wrong_usage() -> None:
    script = str(ROOT / "packaging" / "dev.py")
    answer = subprocess.run(
        [sys.executable, script, "fly"], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 2
    assert "run" in answer.stderr


def test_that_make_knows_every_command() -> None:
    rule = next(
        line
        for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
        if line.startswith("run ")
    )
    assert set(rule.rstrip(":").split()) == set(dev.COMMANDS)
