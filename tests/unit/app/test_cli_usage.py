"""Help and wrong usage, in the language that was asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.app.cli.parser import build
from tests.unit.app.command import call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.app.command import Said

# What argparse says by itself, all of which a command line can bring about.
ENGLISH = (
    "usage:",
    "positional",
    "options:",
    "show this",
    "required",
    "invalid",
    "choose",
    "argument",
    "expected",
    "unrecognized",
    "ambiguous",
)
WRONG = {
    ("rules",): "dit ontbreekt nog: commando",
    ("status",): "dit ontbreekt nog: FILE",
    ("kies",): "'kies' kan hier niet; kies uit ",
    ("obligation", "--category", "diensten"): "--category: 'diensten' kan hier niet; kies uit",
    ("rules", "list", "meer"): "dit kent het programma niet: meer",
    ("value", "--contract", "1"): "kan meer dan één optie zijn: --contract-start",
    ("status", "x", "--today"): "--today: hier hoort één waarde achter",
    ("value", "--bonus"): "--bonus: hier hoort minstens één waarde achter",
    ("rules", "list", "--json=3"): "hier hoort geen waarde achter, maar er staat '3'",
}
HELP = (("--help",), ("value", "--help"), ("report", "--help"), ("rules", "--help"))


def _english(said: Said) -> list[str]:
    printed = said.out + said.err
    return [words for words in ENGLISH if words in printed]


@pytest.mark.parametrize(("argv", "reason"), WRONG.items())
def test_that_wrong_usage_is_told_in_dutch(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], reason: str
) -> None:
    said = call(capsys, *argv)
    assert said.status == 2
    first, second = said.err.splitlines()[:2]
    assert reason in first
    assert second.startswith("gebruik: sroi-desktop")
    assert _english(said) == []


@pytest.mark.parametrize("argv", HELP)
def test_that_help_is_in_dutch(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    said = call(capsys, *argv)
    assert said.out.startswith("gebruik: sroi-desktop")
    assert _english(said) == []


@pytest.mark.parametrize("asked", [("--language", "en"), ("--language=en",), ("--lang", "en")])
def test_that_help_and_refusals_follow_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
) -> None:
    assert "the following arguments are required" in call(capsys, "value", *asked).err
    said = call(capsys, "status", *asked, "--help")
    assert said.out.startswith("usage: sroi-desktop")
    assert "take this day for today" in said.out


@pytest.mark.parametrize("asked", [("--language",), ("--language", "fr")])
def test_that_a_language_that_there_is_not_is_refused_in_dutch(
    capsys: pytest.CaptureFixture[str], asked: tuple[str, ...]
) -> None:
    assert "gebruik: sroi-desktop" in call(capsys, "rules", "list", *asked).err


def _unexplained(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if not action.help and not isinstance(action, argparse._SubParsersAction):
            yield f"{parser.prog} {action.dest}"
        if isinstance(action.choices, dict):
            for below in action.choices.values():
                yield from _unexplained(below)


def test_that_every_option_is_explained() -> None:
    assert list(_unexplained(build())) == []


def test_that_argparse_has_its_own_words_again(capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "rules")
    assert argparse.ArgumentParser(prog="x").format_usage().startswith("usage: ")
