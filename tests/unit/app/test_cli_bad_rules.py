"""Rules that contradict themselves: refused with file, place and reason, and the rest goes on.

Each through the three ways in which a file comes to the program: read by itself, found in the
library, and given to `rules check`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sroi_desktop.assets import resource
from sroi_desktop.rulesets import ProblemKind, RuleFileError, load_library, read_rule_set
from tests.unit.app.command import call, done
from tests.unit.rulesets.bad_files import BLOCK, BONUS, GOOD, HEAD

Make = Callable[[Path], object]
NAME = "own-set.toml"
STEP = BONUS + 'stagger = "age"\nage = { at_least = 50 }\n'
LARGE = 50_000_000


def text(content: str) -> Make:
    """Return what writes this text."""

    def write(path: Path) -> None:
        path.write_text(content, encoding="utf-8")

    return write


def fifty_megabytes(path: Path) -> None:
    """Write a file of 50 MB that begins as a good one; what follows takes no room on the disk."""
    with path.open("wb") as file:
        file.write(GOOD.encode())
        file.truncate(LARGE)


def circle(path: Path) -> None:
    """Write three sets, each of which builds on the next."""
    ring = {path.stem: "second", "second": "third", "third": path.stem}
    for rule_set_id, base in ring.items():
        content = HEAD.replace('"own-set"', f'"{rule_set_id}"') + f'builds_on = "{base}"\n'
        path.with_name(f"{rule_set_id}.toml").write_text(content, encoding="utf-8")


CONTRADICTIONS: dict[str, tuple[Make, str, ProblemKind]] = {
    # 5% of 200,000 is 10,000, which is more than may ever be asked
    "a cap below what the threshold leaves": (
        text(GOOD + "[obligation]\npercentage = 5\ncap = 9999\nthresholds = { works = 200000 }"),
        "obligation.cap",
        ProblemKind.CAP_TOO_LOW,
    ),
    "two bonuses of a stagger at one age": (
        text(GOOD.replace(BONUS, STEP + STEP.replace('"age-50"', '"again"'))),
        "bonuses[1].age",
        ProblemKind.SAME_AGE,
    ),
    "a counting time of no months": (
        text(GOOD + "[counting]\nlimit = { months = 0 }"),
        "counting.limit.months",
        ProblemKind.LESS_THAN_ONE,
    ),
    "a full-time week of no hours": (
        text("full_time_hours = 0\n" + GOOD),
        "full_time_hours",
        ProblemKind.FULL_TIME,
    ),
    "a full-time week of 200 hours": (
        text("full_time_hours = 200\n" + GOOD),
        "full_time_hours",
        ProblemKind.FULL_TIME,
    ),
    "a block without a rate": (
        text(GOOD.replace("value = 20000\n", "")),
        "blocks[0].value",
        ProblemKind.VALUE_MISSING,
    ),
    "sets that build on each other": (circle, "builds_on", ProblemKind.CIRCLE),
    "a code twice": (text(HEAD + BLOCK + BLOCK), "blocks[1].code", ProblemKind.DUPLICATE),
    "an unknown unit": (
        text(GOOD.replace('"per_year"', '"per_decade"', 1)),
        "blocks[0].unit",
        ProblemKind.UNKNOWN_VALUE,
    ),
    "a file of 50 MB": (fifty_megabytes, "", ProblemKind.TOO_LARGE),
    "a bomb of nested tables": (text("x = " + "{a=" * 600), "", ProblemKind.TOO_DEEP),
    "a bomb of nested lists": (text("x = [" + "\n[" * 100_000), "", ProblemKind.TOO_DEEP),
    "a bomb of dotted keys": (
        text("a." * 200_000 + "a = 1"),
        "",
        ProblemKind.LINE_TOO_LONG,
    ),
}
each = pytest.mark.parametrize("name", CONTRADICTIONS)


@each
def test_that_a_contradiction_is_refused_with_file_place_and_reason(
    tmp_path: Path, name: str
) -> None:
    make, place, kind = CONTRADICTIONS[name]
    make(tmp_path / NAME)
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(tmp_path / NAME)
    (problem,) = refused.value.problems
    assert (problem.file, problem.key_path, problem.kind) == (NAME, place, kind)
    assert problem.reason


@each
def test_that_a_contradiction_leaves_the_rest_of_the_library_in_use(
    tmp_path: Path, name: str
) -> None:
    make, place, kind = CONTRADICTIONS[name]
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    make(own / NAME)
    text(GOOD.replace('"own-set"', '"good"'))(own / "good.toml")
    shutil.copy(resource("rulesets", "utrecht-v3.toml"), shipped)
    library = load_library(shipped, own)
    assert [rules.id for rules in library.own_sets] == ["good"]
    assert [rules.id for rules in library.rule_sets] == ["utrecht-v3"]
    assert library.find("own-set") is None
    told = [(one.file, one.key_path, one.kind) for one in library.problems if one.file == NAME]
    assert told == [(NAME, place, kind)]


@each
def test_that_rules_check_tells_a_contradiction(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    make, place, _kind = CONTRADICTIONS[name]
    make(tmp_path / NAME)
    began = time.process_time()
    said = call(capsys, "rules", "check", tmp_path / NAME, "--json")
    assert time.process_time() - began < 10
    assert said.status == 1
    assert said.data["ok"] is False
    (problem,) = said.data["problems"]
    assert (problem["file"], problem["key_path"]) == (NAME, place)
    assert problem["reason"]
    assert problem["reason"] in said.err
    assert NAME in said.err


def test_that_after_every_contradiction_a_good_file_is_still_called_valid(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for make, _place, _kind in CONTRADICTIONS.values():
        make(tmp_path / NAME)
        assert call(capsys, "rules", "check", tmp_path / NAME).status == 1
    good = resource("rulesets", "utrecht-v3.toml")
    assert done(capsys, "rules", "check", good)["ok"] is True
