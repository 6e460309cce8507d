"""Where a command prints: pipes that close, disks that are full, encodings without a euro."""

from __future__ import annotations

import io
import json
import logging
import sys

import pytest

from sroi_desktop.app.cli import parser, run
from sroi_desktop.app.cli.output import Answer, show
from sroi_desktop.services import refusals
from sroi_desktop.system import paths
from tests.unit.app.command import call

LIST = ["rules", "list"]


class Broken(io.StringIO):
    """An output that fails as it is told."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise self._error


@pytest.mark.parametrize("argv", [LIST, [*LIST, "--json"], ["--help"]])
def test_that_a_reader_who_had_enough_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError()))
    assert run(argv) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "stream", [Broken(OSError(28, "No space left on device")), Broken(ValueError("closed")), None]
)
def test_that_an_output_that_cannot_be_written_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stream: object
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    assert run(LIST) == 1
    assert capsys.readouterr().err.startswith("sroi-desktop: ")


@pytest.mark.parametrize("stream", [Broken(OSError("gone")), None])
def test_that_a_refusal_without_a_place_to_say_it_still_has_its_status(
    monkeypatch: pytest.MonkeyPatch, stream: object
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert run(["rules", "show", "nergens"]) == 1
    monkeypatch.setattr(sys, "stdout", None)
    assert run(LIST) == 1


def test_that_a_closed_stream_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert run(LIST) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_that_json_loses_no_letter_in_any_encoding(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding=encoding))
    assert show(Answer({"title": "€ ł 🌱"}), as_json=True) == 0
    assert json.loads(data.getvalue().decode(encoding)) == {"title": "€ ł 🌱"}


def test_that_a_terminal_without_a_euro_sign_shows_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="ascii"))
    assert run([*LIST, "--language", "en"]) == 0
    assert b"utrecht-v3" in data.getvalue()


def test_that_a_mistake_of_ours_is_one_line_with_the_rest_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_path: str) -> object:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(parser, "_command", fail)
    said = call(capsys, *LIST)
    assert said.status == 1
    assert len(said.err.splitlines()) == 1
    assert str(paths.log_file()) in said.err
    assert "ZeroDivisionError: a mistake" in paths.log_file().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (ImportError("libEGL.so.1"), "libEGL"),
        (PermissionError(13, "Permission denied", "/weg"), "/weg: dat mag niet op deze plaats."),
        (OSError("strange"), ""),
        (KeyboardInterrupt(), ""),
        (MemoryError(), "MemoryError"),
        (RecursionError(), "RecursionError"),
    ],
)
def test_that_what_the_computer_refuses_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    word: str,
) -> None:
    def fail(_path: str) -> object:
        raise error

    monkeypatch.setattr(parser, "_command", fail)
    said = call(capsys, *LIST)
    assert (said.status, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    assert word in said.err


def test_that_a_warning_of_the_program_does_not_come_between(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def explain(_error: Exception) -> str:
        logging.getLogger("sroi_desktop.test").warning("something odd")
        return "why"

    call(capsys, *LIST)  # or the command, loaded now, would keep these words for good
    monkeypatch.setattr(refusals, "explain", explain)
    assert call(capsys, "rules", "show", "nergens").err == "sroi-desktop: why\n"


def test_that_every_command_speaks_english_when_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dutch = call(capsys, "rules", "show", "nergens").err
    english = call(capsys, "rules", "show", "nergens", "--language", "en").err
    assert english == "sroi-desktop: There is no rule set “nergens”.\n"
    assert dutch != english
