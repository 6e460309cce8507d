r"""Everything a newcomer does with this repository, each in one command on a fresh machine.

`make run` and its kind call this file; where there is no make: `python3 packaging/dev.py run`
(Windows: `py packaging\dev.py run`). Standard library only, Python 3.11 or newer.
"""

from __future__ import annotations

import argparse
import locale
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING

import environment
import qt_libraries
import screen_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
# Two runs at the same time: each keeps what it measured in a file of its own.
UNIT_COVERAGE, REST_COVERAGE = ".coverage-unit", ".coverage-rest"
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 2 * 1024**3
LITTER = (
    *("build", "dist", "out", "mutants", "htmlcov", ".hypothesis"),
    *(".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache"),
)


def _call(*command: object, out: IO[bytes] | None = None, **variables: str) -> int:
    """Run a command in the root of the repository; return its exit status.

    Where `out` is given, all that the command says goes there. What is compiled is kept, whatever
    the environment says: the tests start dozens of processes, each of which would compile all of
    the program again, and every worker all of the tests.
    """
    line = [str(part) for part in command]
    variables = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **variables}
    errors = None if out is None else subprocess.STDOUT
    done = subprocess.run(line, cwd=ROOT, env=variables, stdout=out, stderr=errors, check=False)
    return done.returncode


def _python() -> Path:
    """Return the interpreter of an environment that is in line with the lock."""
    return environment.ensure(ROOT)


def _python_with_qt() -> Path:
    """Return the interpreter, once Qt's system libraries are there as well."""
    python = _python()
    if not qt_libraries.ensure(ROOT / ".venv"):
        raise environment.SetupError("Without these libraries Qt does not start.")
    return python


def setup(_arguments: Sequence[str]) -> int:
    """Make everything ready, start nothing."""
    print(f"Ready: {_python_with_qt()}")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Start the program; without a screen, do its main job headless."""
    python = _python_with_qt()
    if qt_libraries.has_screen(os.environ):
        return _call(python, "-m", "sroi_desktop", *arguments)
    if not arguments:
        print("No screen here: the example company's report and pictures go to out/.", flush=True)
        arguments = ["demo", "out"]
    return _call(python, "-m", "sroi_desktop", *arguments, QT_QPA_PLATFORM="offscreen")


def test(arguments: Sequence[str]) -> int:
    """Run every test and judge the coverage; with arguments, just pytest with those."""
    python = _python_with_qt()
    pytest = (python, "-m", "pytest")
    if arguments:
        return _call(*pytest, *arguments, QT_QPA_PLATFORM="offscreen")
    screen_reader.ensure(ROOT / ".venv")
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    unit, rest = _side_by_side(python)
    coverage = (python, "-m", "coverage")
    combine = _call(*coverage, "combine", "-q", UNIT_COVERAGE, REST_COVERAGE)
    report = _call(*coverage, "json", "-q", "-o", ".coverage.json")
    gate = _call(python, "packaging/coverage_gate.py", ".coverage.json")
    judged = combine or report or gate
    return _summary({"unit tests": unit, "tests with Qt": rest, "coverage": judged})


def _side_by_side(python: Path) -> tuple[int, int]:
    """Run the unit tests and the rest at the same time; return the status of each.

    The unit tests run without Qt, in one process: workers would collect them all over again.
    What they say follows when both are done.
    """
    pytest = (python, "-m", "pytest", "--cov", "--cov-report=")
    unit = (*pytest, "-p", "no:pytest-qt", "tests/unit")
    rest = (*pytest, "-n", "2", "--ignore", "tests/unit", "tests")
    place = _place_of_files()
    with tempfile.TemporaryFile() as said, ThreadPoolExecutor(1) as beside:
        units = beside.submit(
            _call, *unit, out=said, COVERAGE_FILE=UNIT_COVERAGE, PYTEST_DEBUG_TEMPROOT=place
        )
        others = _call(
            *rest,
            COVERAGE_FILE=REST_COVERAGE,
            PYTEST_DEBUG_TEMPROOT=place,
            QT_QPA_PLATFORM="offscreen",
        )
        status = units.result()
        said.seek(0)
        print(said.read().decode(errors="replace"), flush=True)
    return status, others


def _place_of_files() -> str:
    """Return where tests keep their files: in memory where there is room, else as ever ("").

    They are made to be lost; a disk makes every act of every test wait until it is written.
    """
    if not os.access(SHARED_MEMORY, os.W_OK) or shutil.disk_usage(SHARED_MEMORY).free < ROOM:
        return ""
    return str(SHARED_MEMORY)


def check(_arguments: Sequence[str]) -> int:
    """Run every check that needs no running program."""
    python = _python()
    module = (python, "-m")
    lint_imports = python.with_name(f"lint-imports{python.suffix}")  # .exe on Windows
    return _summary(
        {
            "ruff check": _call(*module, "ruff", "check", "."),
            "ruff format": _call(*module, "ruff", "format", "--check", "."),
            "mypy": _call(*module, "mypy"),
            "import contracts": _call(lint_imports, "--no-logo"),
            "translations": _call(python, "packaging/translations.py", "check"),
        }
    )


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, one at a time, and let them print their figures."""
    quiet = ("-q", "-s", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider")
    chosen = arguments or ["tests/benchmarks"]
    return _call(
        *(_python_with_qt(), "-m", "pytest", *quiet, "--timeout=900"),
        *("-o", "python_files=bench_*.py", *chosen),
        QT_QPA_PLATFORM="offscreen",
    )


def mutants(arguments: Sequence[str]) -> int:
    """Break the arithmetic of the domain on purpose, and see whether a test notices."""
    return _call(_python(), "packaging/mutants.py", *arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Draw every screen, light and dark, in two sizes, to out/screens."""
    target = arguments or ["out/screens"]
    command = (_python_with_qt(), "-m", "sroi_desktop.app.screenshots", *target)
    return _call(*command, QT_QPA_PLATFORM="offscreen")


def lock(arguments: Sequence[str]) -> int:
    """Write requirements.lock anew: hashes only, no host names; needs uv."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".venv" / "bin"))
    if uv is None:
        raise environment.SetupError("uv writes the lock and is not here: pip install uv")
    resolve = ("--universal", "--python-version", "3.11", "--extra", "dev", "--generate-hashes")
    # Without its extra in the lock, older pips take the newest coverage[toml] and then refuse it.
    extras = ("--no-strip-extras",)
    bare = ("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet")
    target = ("pyproject.toml", "--output-file", environment.LOCK)
    return _call(uv, "pip", "compile", *resolve, *extras, *bare, *arguments, *target)


def clean(arguments: Sequence[str]) -> int:
    """Remove what the other commands made; the environment only with --all."""
    folders = [ROOT / name for name in LITTER]
    for room in ("sroi_desktop", "tests", "packaging"):
        folders += (ROOT / room).rglob("__pycache__")
    if "--all" in arguments:
        folders.append(ROOT / ".venv")
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    for file in (*ROOT.glob(".coverage*"), *ROOT.glob("resources/locale/*/LC_MESSAGES/*.mo")):
        file.unlink()
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "mutants": mutants,
    "screenshots": screenshots,
    "setup": setup,
    "lock": lock,
    "clean": clean,
}


def _summary(statuses: dict[str, int]) -> int:
    """Print what passed and what did not; return 1 when anything failed."""
    print()
    for name, status in statuses.items():
        print(f"{'passed' if status == 0 else 'FAILED'}  {name}")
    return int(any(statuses.values()))


def _again_with_newer_python(arguments: Sequence[str]) -> int:
    """Start over with a Python that is new enough, if this machine has one."""
    for name in NEWER_PYTHONS:
        python = shutil.which(name)
        # A shim of pyenv may stand there for a Python that is not in use.
        if (
            python
            and subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
        ):
            return _call(python, __file__, *arguments)
    found = ".".join(str(part) for part in sys.version_info[:3])
    print(f"Python 3.11 or newer is needed; this is {found}. See README.md.", file=sys.stderr)
    return 1


def _read_accents() -> None:
    """Let what is started read a folder with accents in its name, in a locale without any.

    Python reads in the encoding of the locale where the program is installed, and stops before
    it has begun where that fails.
    """
    codeset = getattr(locale, "nl_langinfo", None)
    if codeset is None or sys.platform == "darwin" or str(ROOT).isascii():
        return
    if codeset(locale.CODESET).upper() != "UTF-8":
        os.environ["LC_ALL"] = "C.UTF-8"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0], add_help=False)
    options, rest = parser.parse_known_args(given)
    if sys.version_info[:2] < OLDEST:
        return _again_with_newer_python(given)
    _read_accents()
    try:
        return COMMANDS[options.command](rest)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
