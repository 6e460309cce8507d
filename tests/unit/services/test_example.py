"""The example company: three contracts, fourteen efforts, one report; booked as an owner does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.services import administrations, evidence, example, positions, reports
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import FileExistsAlreadyError, FileMissingError
from tests.unit.services.books import library

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


def test_that_the_company_is_marked_as_an_example(example_desk: Desk) -> None:
    company = example_desk.store.company()
    assert company is not None
    assert company.example
    assert company.kvk == "00000000"


def test_that_there_are_three_contracts_under_three_rule_sets_in_different_states(
    example_desk: Desk,
) -> None:
    contracts = example_desk.store.contracts()
    assert len(contracts) == 3
    assert len({one.rule_set_id for one in contracts}) == 3
    assert len({one.state for one in contracts}) == 3


def test_that_there_are_fourteen_efforts_of_every_kind(example_desk: Desk) -> None:
    lines = example_desk.store.effort_lines()
    assert len(lines) == 14
    kinds = Counter(example_desk.store.effort(line.effort_id).kind for line in lines)
    assert set(kinds) == set(EffortKind)


def test_that_there_is_something_of_everything_to_see(example_desk: Desk) -> None:
    lines = example_desk.store.effort_lines()
    states = {example_desk.store.effort(line.effort_id).state for line in lines}
    assert {EffortState.PLANNED, EffortState.REALISED, EffortState.REPORTED} <= states
    assert example_desk.store.missing_evidence()
    assert any(not line.missing for line in lines)
    steps = {step.kind for step in positions.next_steps(example_desk)}
    assert {StepKind.ADD_EVIDENCE, StepKind.RECOGNITION_EXPIRED} <= steps
    (report,) = example_desk.store.reports()
    assert reports.stored(example_desk, report.id).number == report.number


def test_that_the_example_is_sound_and_its_history_runs_with_the_calendar(
    example_desk: Desk,
) -> None:
    assert all(check.ok for check in example_desk.store.verify())
    days = [entry.at.date() for entry in example_desk.store.history(limit=500)]
    assert days == sorted(days, reverse=True)
    assert days[0] <= example.LAST_DAY
    assert {entry.who for entry in example_desk.store.history()} == {"voorbeeld"}


def test_that_the_example_is_the_same_every_time(example_desk: Desk, tmp_path: Path) -> None:
    again = tmp_path / "again.sroi"
    example.write(again, library())
    with administrations.open_file(again, example_desk.clock, read_only=True) as store:
        assert store.effort_lines() == example_desk.store.effort_lines()
        assert store.contracts() == example_desk.store.contracts()
        assert store.report_pdf(1) == example_desk.store.report_pdf(1)


def test_that_the_example_is_never_written_over_a_file(example_path: Path) -> None:
    before = example_path.read_bytes()
    with pytest.raises(FileExistsAlreadyError) as caught:
        example.write(example_path, library())
    assert example_path.name in explain(caught.value)
    assert example_path.read_bytes() == before


def test_that_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError) as caught:
        example.write(tmp_path / "weg" / "voorbeeld.sroi", library())
    assert "weg" in explain(caught.value)


def test_that_half_an_example_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(evidence, "attach", fail)
    path = tmp_path / "voorbeeld.sroi"
    with pytest.raises(OSError, match="No space"):
        example.write(path, library())
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    example.write(path, library())
    assert path.is_file()


def test_that_a_kept_row_without_an_id_would_be_noticed() -> None:
    with pytest.raises(RuntimeError):
        example._known(None)
