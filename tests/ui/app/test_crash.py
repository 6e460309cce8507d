"""What nobody caught: told once, in words, with the details in the log."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from sroi_desktop.app.crash import CrashHook
from sroi_desktop.storage import UnreachableFileError
from sroi_desktop.ui.kit import dialogs
from tests.ui.dialogs import Answers


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CrashHook:
    """Return the hook, installed for this test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = CrashHook(tmp_path / "log.txt")
    made.install()
    return made


def _raise_to_hook() -> None:
    try:
        int("geheim")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("hook")
def test_that_a_crash_is_told_with_the_log_and_the_versions(
    answers: Answers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _raise_to_hook()
    assert len(answers.told) == 1
    assert str(tmp_path / "log.txt") in answers.told[0][1]
    assert "Python" in answers.told[0][1]
    assert caplog.records[0].levelno == logging.CRITICAL
    assert "ValueError" in caplog.text


@pytest.mark.usefixtures("hook")
def test_that_a_crash_while_one_is_told_is_only_logged(
    answers: Answers, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []

    def tell(_parent: object, title: str, _text: str) -> None:
        told.append(title)
        _raise_to_hook()

    monkeypatch.setattr(dialogs, "tell", tell)
    _raise_to_hook()
    assert len(told) == 1
    assert len(caplog.records) == 2
    _raise_to_hook()
    assert len(told) == 2


@pytest.mark.usefixtures("hook")
def test_that_a_file_that_went_out_of_reach_is_told_in_a_sentence(
    answers: Answers, tmp_path: Path
) -> None:
    error = UnreachableFileError(tmp_path / "groen.sroi")
    sys.excepthook(type(error), error, None)
    title, text = answers.told[0]
    assert "groen.sroi" in text
    assert "Python" not in title + text


def test_that_a_break_from_the_keyboard_is_no_crash(
    hook: CrashHook, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert answers.told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
