"""The words in the chosen language: made when missing or stale, never trusted when broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sroi_desktop.assets import resource
from sroi_desktop.language import _, activate, active, catalogue, ngettext, pgettext

REPORT = "Report"


@pytest.fixture(autouse=True)
def dutch_again() -> Iterator[None]:
    yield
    activate("nl")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with the Dutch source alone, in the place of the shipped one."""
    place = tmp_path / "locale"
    messages = place / "nl" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    source = resource("locale") / "nl" / "LC_MESSAGES" / "sroi_desktop.po"
    shutil.copy(source, messages / source.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "resource", lambda _name: place)
        yield messages


def test_that_dutch_is_spoken_until_something_else_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catalogue._Chosen, "language", "")
    assert active() == "nl"
    assert _("Tender") == "Aanbesteding"


def test_that_english_is_what_the_code_says() -> None:
    activate("en")
    assert active() == "en"
    assert _("Tender") == "Tender"
    assert ngettext("{count} day", "{count} days", 2) == "{count} days"
    assert pgettext("deadline", REPORT) == REPORT


@pytest.mark.parametrize("language", ["fr", "", "../nl", "NL"])
def test_that_an_unknown_language_gives_english(language: str) -> None:
    activate(language)
    assert active() == "en"
    assert _("Tender") == "Tender"


def test_that_one_and_many_differ() -> None:
    assert ngettext("{count} day", "{count} days", 1) == "{count} dag"
    assert ngettext("{count} day", "{count} days", 0) == "{count} dagen"


def test_that_a_word_may_mean_something_else_in_its_place() -> None:
    assert pgettext("deadline", REPORT)


def test_that_the_catalogue_is_compiled_when_it_is_missing(folder: Path) -> None:
    activate("nl")
    assert _("Tender") == "Aanbesteding"
    assert sorted(file.name for file in folder.iterdir()) == ["sroi_desktop.mo", "sroi_desktop.po"]


def test_that_a_catalogue_older_than_its_source_is_compiled_again(folder: Path) -> None:
    activate("nl")
    source = folder / "sroi_desktop.po"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace('"Aanbesteding"', '"Inschrijving"'), encoding="utf-8")
    later = (folder / "sroi_desktop.mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    activate("nl")
    assert _("Tender") == "Inschrijving"


def test_that_a_compiled_catalogue_is_enough(folder: Path) -> None:
    activate("nl")
    (folder / "sroi_desktop.po").unlink()
    activate("nl")
    assert _("Tender") == "Aanbesteding"


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_that_a_broken_catalogue_is_compiled_again(folder: Path, content: bytes) -> None:
    (folder / "sroi_desktop.mo").write_bytes(content)
    activate("nl")
    assert _("Tender") == "Aanbesteding"
    assert (folder / "sroi_desktop.mo").stat().st_size > 10_000


def test_that_a_broken_catalogue_without_its_source_gives_english(folder: Path) -> None:
    (folder / "sroi_desktop.mo").write_bytes(b"garbage")
    (folder / "sroi_desktop.po").unlink()
    activate("nl")
    assert _("Tender") == "Tender"


def test_that_without_any_catalogue_english_is_spoken(folder: Path) -> None:
    (folder / "sroi_desktop.po").unlink()
    activate("nl")
    assert _("Tender") == "Tender"


def test_that_a_folder_that_cannot_be_written_costs_no_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuse)
    activate("nl")
    assert _("Tender") == "Aanbesteding"
    assert [file.name for file in folder.iterdir()] == ["sroi_desktop.po"]
