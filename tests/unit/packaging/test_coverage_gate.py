from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import coverage_gate
import pytest

if TYPE_CHECKING:
    from pathlib import Path


def file(
    lines: tuple[int, int], branches: tuple[int, int] = (0, 0), *, gaps: tuple[int, ...] = ()
) -> dict[str, Any]:
    """Return one file as coverage reports it: covered of all lines, covered of all branches."""
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        },
        "missing_lines": list(gaps),
        "missing_branches": [[7, 9]] if branches[0] < branches[1] else [],
    }


def report(**rooms: dict[str, Any]) -> dict[str, Any]:
    whole = {"domain": file((10, 10), (4, 4)), "services": file((5, 5)), "ui": file((9, 10))}
    return {
        "files": {f"sroi_desktop/{room}/a.py": found for room, found in (whole | rooms).items()}
    }


def judged(**rooms: dict[str, Any]) -> list[str]:
    return coverage_gate.judge(coverage_gate.measure(report(**rooms)))


def test_that_whole_rooms_and_nine_tenths_elsewhere_open_the_gate() -> None:
    assert judged() == []


@pytest.mark.parametrize("room", ["domain", "services"])
def test_that_one_missing_line_closes_a_whole_room(room: str) -> None:
    wrong = judged(**{room: file((1999, 2000), gaps=(12,))})
    assert wrong == [
        f"{room}: 99.9 %, wanted 100 % of lines and branches",
        f"    {room}/a.py: 12",
    ]


@pytest.mark.parametrize("room", ["domain", "services"])
def test_that_one_missing_branch_closes_a_whole_room(room: str) -> None:
    assert f"    {room}/a.py: 7->9" in judged(**{room: file((10, 10), (3, 4))})


@pytest.mark.parametrize("room", ["domain", "services"])
def test_that_a_whole_room_without_a_measured_line_closes_the_gate(room: str) -> None:
    assert judged(**{room: file((0, 0))}) == [f"{room}: nothing was measured"]


def test_that_an_empty_report_closes_the_gate() -> None:
    assert coverage_gate.judge({}) == [
        "domain: nothing was measured",
        "services: nothing was measured",
        "elsewhere: 0.0 %, wanted 90 %",
    ]


def test_that_runs_of_missing_lines_are_drawn_together() -> None:
    assert coverage_gate.ranges([9, 4, 3, 5]) == ["3-5", "9"]


def test_that_a_branch_out_of_a_missing_line_is_not_named_again() -> None:
    wrong = judged(domain=file((9, 10), (3, 4), gaps=(7,)))
    assert wrong[1:] == ["    domain/a.py: 7"]


def test_that_rooms_elsewhere_are_judged_together() -> None:
    assert judged(ui=file((80, 100)), app=file((100, 100))) == []
    wrong = judged(ui=file((79, 100), gaps=(3, 4)), app=file((100, 100)))
    assert wrong == ["elsewhere: 89.5 %, wanted 90 %", "    ui/a.py: 3-4"]


def test_that_branches_count_elsewhere() -> None:
    assert judged(ui=file((10, 10), (7, 10)))[0] == "elsewhere: 85.0 %, wanted 90 %"


def test_that_modules_beside_the_rooms_and_windows_paths_are_measured() -> None:
    files = {r"sroi_desktop\assets.py": file((1, 1)), r"sroi_desktop\ui\kit\a.py": file((2, 2))}
    assert list(coverage_gate.measure({"files": files})) == ["(package)", "ui"]


def test_that_files_outside_the_package_do_not_count() -> None:
    assert coverage_gate.measure({"files": {"tests/unit/test_a.py": file((1, 1))}}) == {}


def test_that_a_percentage_is_never_rounded_up() -> None:
    assert coverage_gate.floor(99.99) == "99.9"
    assert coverage_gate.floor(100.0) == "100.0"


@pytest.mark.parametrize(("found", "status"), [((10, 10), 0), ((9, 10), 1)])
def test_that_the_command_prints_what_it_measured_and_exits_by_its_verdict(
    found: tuple[int, int], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report(domain=file(found))), encoding="utf-8")
    assert coverage_gate.main([str(path)]) == status
    printed = capsys.readouterr().out
    assert f"{found[0]}/{found[1]}" in printed.replace(" ", "")
    assert ("coverage: as wanted" in printed) is (status == 0)


def test_that_a_report_that_is_not_there_closes_the_gate(tmp_path: Path) -> None:
    assert coverage_gate.main([str(tmp_path / "none.json")]) == 1
    assert coverage_gate.main([]) == 1
