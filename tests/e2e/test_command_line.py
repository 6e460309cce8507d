"""The real command, in a process of its own: every command of docs/command-line.md."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sroi_desktop.assets import resource

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).resolve().parents[2]
DAY = ("--today", "2026-11-22")
PLACED = (
    *("value", "--rules", "utrecht-v3", "--block", "participatiewet"),
    *("--start", "2026-03-01", "--end", "2026-08-31", "--hours", "24"),
)
OWED = ("obligation", "--rules", "generic", "--category", "services")
FIRST_PAGE = "2026-01-01"


def start(*argv: object, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
    """Run `python -m sroi_desktop` somewhere else than the repository."""
    given: dict[str, Any] = {"capture_output": True, "text": True, "encoding": "utf-8", **options}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    environment |= given.pop("env", {})
    words = [sys.executable, "-m", "sroi_desktop", *map(str, argv)]
    return subprocess.run(words, check=False, env=environment, timeout=110, **given)


def done(*argv: object) -> dict[str, Any]:
    """Run a command that is done, and return its JSON."""
    said = start(*argv, "--json")
    assert (said.returncode, said.stderr) == (0, "")
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def refused(*argv: object) -> str:
    """Run a command that is refused, and return the reason."""
    said = start(*argv)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("sroi-desktop: ")
    assert "Traceback" not in said.stderr
    return said.stderr


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example company, written by the command itself."""
    path = tmp_path_factory.mktemp("cli") / "voorbeeld.sroi"
    assert done("example", path) == {"path": str(path)}
    return path


def test_that_rules_are_listed_shown_and_checked() -> None:
    listed = done("rules", "list")["rule_sets"]
    assert {"id", "title", "publisher", "covers", "complete"} <= listed[0].keys()
    shown = done("rules", "show", listed[0]["id"])
    wanted = {"id", "title", "complete", "full_time_hours", "blocks", "bonuses", "sources"}
    assert wanted | {"assumptions", "missing"} <= shown.keys()
    assert {"code", "label", "unit", "value"} <= shown["blocks"][0].keys()
    assert done("rules", "check", resource("rulesets", "harlingen.toml"))["ok"] is True
    assert "pyproject.toml" in refused("rules", "check", ROOT / "pyproject.toml")
    refused("rules", "show", "nergens")


def test_that_a_value_is_worked_out_with_its_derivation() -> None:
    data = done(*PLACED)
    assert data["value"] == "13333.33"
    assert data["steps"][-1] == {
        "what": "6 van 12 maanden (01-03-2026 t/m 31-08-2026)",
        "factor": "6/12",
        "result": "13333.33",
    }
    assert {"assumptions", "not_counted", "sources"} <= data.keys()
    refused(*PLACED, "--hours", "169")


def test_that_an_obligation_is_worked_out_with_its_signals() -> None:
    data = done(*OWED, "--sum", "2400000", "--percentage", "5")
    assert {"amount", "steps", "signals"} <= data.keys()
    assert data["amount"] == "120000.00"
    assert "--sum" in refused(*OWED, "--sum", "-5")


def test_that_status_and_steps_tell_where_the_example_stands(book: Path) -> None:
    contracts = done("status", book, *DAY)["contracts"]
    assert [one["number"] for one in contracts] == ["2026-01", "2026-02", "2026-03"]
    assert contracts[0]["obligation"] == "120000.00"
    for step in done("steps", book, *DAY)["steps"]:
        assert list(step) == ["kind", "contract", "due", "amount", "text"]
    assert "weg.sroi" in refused("status", book.with_name("weg.sroi"))


def test_that_a_report_is_issued_and_the_file_stays_sound(book: Path) -> None:
    out = book.with_name("rapport.pdf")
    words = ("--contract", "2026-01", "--kind", "progress", "--variant", "anonymous")
    period = ("--from", FIRST_PAGE, "--to", "2026-09-30")
    data = done("report", book, *words, *period, "--out", out, *DAY)
    assert list(data) == ["number", "path", "sha256", "pages"]
    assert data["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    checked = done("verify", book)
    assert checked["ok"] is True
    assert all(list(check) == ["name", "ok", "detail"] for check in checked["checks"])
    refused("report", book, *words, *period, "--out", book, *DAY)
    assert done("verify", book)["ok"] is True


def test_that_wrong_usage_has_a_status_of_its_own() -> None:
    said = start("rules")
    assert (said.returncode, said.stdout) == (2, "")
    assert "gebruik: sroi-desktop" in said.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
def test_that_a_reader_who_had_enough_leaves_no_word_on_stderr() -> None:
    line = (
        f'"{sys.executable}" -m sroi_desktop rules show utrecht-v3 | head -n 1; echo "$PIPESTATUS"'
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        ["bash", "-c", line], check=False, env=environment, capture_output=True, text=True
    )
    assert said.stderr == ""
    assert said.stdout.splitlines()[-1] == "0"


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_that_an_output_that_cannot_be_written_is_one_line(where: str) -> None:
    if "full" in where and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    line = f'"{sys.executable}" -m sroi_desktop rules list {where}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        ["bash", "-c", line], check=False, env=environment, capture_output=True, text=True
    )
    assert said.returncode == 1
    assert len(said.stderr.splitlines()) == 1


def test_that_a_plain_terminal_gets_every_other_letter() -> None:
    said = start(*PLACED, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert said.returncode == 0
    assert "13.333,33" in said.stdout


def test_that_the_demo_makes_the_example_its_report_and_pictures(tmp_path: Path) -> None:
    data = done("demo", tmp_path / "out")
    assert Path(data["report"]).read_bytes().startswith(b"%PDF-")
    assert data["pictures"]
    assert all(Path(path).stat().st_size > 5000 for path in data["pictures"])
    assert done("verify", data["administration"])["ok"] is True
