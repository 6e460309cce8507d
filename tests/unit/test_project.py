"""What holds for the repository as a whole and no other tool checks."""

from __future__ import annotations

import ast
import contextlib
import re
import sys
import tomllib
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

import sroi_desktop

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sroi_desktop"
LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?==(?P<version>\S+)", re.MULTILINE)
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_FORM = 500, 50, 80
TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "docs",
    "packaging",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "sroi_desktop",
    "tests",
}
MADE = {"build", "coverage.json", "dist", "htmlcov", "out"}

sources = sorted(PACKAGE.rglob("*.py"))
project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_that_the_top_level_holds_what_belongs_there() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE == TOP_LEVEL


def test_that_the_lock_names_no_host() -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:", lock)


def test_that_every_locked_package_has_hashes() -> None:
    for entry in re.split(r"\n(?=[a-z])", lock):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


@pytest.mark.parametrize(
    "line",
    [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())],
)
def test_that_the_lock_satisfies_each_dependency(line: str) -> None:
    wanted = Requirement(line)
    locked = {found["name"]: found["version"] for found in LOCKED.finditer(lock)}
    assert wanted.specifier.contains(locked[normal(wanted.name)], prereleases=True)


def test_that_the_lock_names_each_extra_that_a_package_asks_for() -> None:
    """Older pips look up `name[extra]` by itself, take the newest and refuse it for its hash."""
    asked = set()
    for found in LOCKED.finditer(lock):
        with contextlib.suppress(metadata.PackageNotFoundError):  # locked for another system
            for line in metadata.requires(found["name"]) or ():
                wanted = Requirement(line)
                here = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
                asked |= {f"{normal(wanted.name)}[{one}]" for one in wanted.extras if here}
    assert "coverage[toml]" in asked
    assert [one for one in sorted(asked) if f"\n{one}==" not in lock] == []


def test_that_every_dependency_is_described_with_its_licence() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    lines = chain(project["dependencies"], *project["optional-dependencies"].values())
    missing = [line for line in lines if Requirement(line).name.lower() not in text]
    assert missing == []


def test_that_the_supported_pythons_are_those_of_the_lock_and_the_tools() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert SpecifierSet(project["requires-python"]) == SpecifierSet(">=3.11")
    assert tools["ruff"]["target-version"] == "py311"
    assert tools["mypy"]["python_version"] == "3.11"


def test_that_the_changelog_starts_with_what_is_not_released_or_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head = re.search(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert head is not None
    assert head[1] in {"Unreleased", sroi_desktop.__version__}


@pytest.mark.parametrize(
    "room", ["domain", "services", "storage", "language", "rulesets", "exchange"]
)
def test_that_no_float_stands_where_euros_are(room: str) -> None:
    assert [place for place, _node in _floats(PACKAGE / room)] == []


def test_that_reporting_makes_no_float_and_only_takes_them_as_measures_on_paper() -> None:
    made = [place for place, parent in _floats(PACKAGE / "reporting") if _is_call(parent)]
    assert made == []


def test_that_the_domain_imports_the_standard_library_alone() -> None:
    foreign = set()
    for path in sorted((PACKAGE / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _imported(node):
                if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(
                    "sroi_desktop.domain"
                ):
                    foreign.add(f"{name_of(path)}: {name}")
    assert foreign == set()


def test_that_no_file_grows_past_the_hard_stop() -> None:
    files = chain(sources, (ROOT / "packaging").glob("*.py"))
    long = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in files}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_that_no_function_grows_past_the_hard_stop() -> None:
    long = []
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                form = "/ui/" in path.as_posix() and node.name.startswith("_build")
                if lines > (LONGEST_FORM if form else LONGEST_FUNCTION):
                    long.append(f"{name_of(path)}:{node.lineno} {node.name}: {lines}")
    assert long == []


def _floats(room: Path) -> Iterator[tuple[str, ast.AST]]:
    """Yield where `float` stands in the code of a room, and in what."""
    for path in sorted(room.rglob("*.py")):
        for parent in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for node in ast.iter_child_nodes(parent):
                if isinstance(node, ast.Name) and node.id == "float":
                    yield f"{name_of(path)}:{node.lineno}", parent


def _is_call(parent: ast.AST) -> bool:
    return (
        isinstance(parent, ast.Call)
        and isinstance(parent.func, ast.Name)
        and parent.func.id == "float"
    )


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []
