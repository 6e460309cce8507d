"""The settings of one user: kept in one file, never lost, never out of bounds."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.system import settings
from sroi_desktop.system.settings import MOST_EVIDENCE_MB, TEXT_SIZES, Settings, Theme

CHOSEN = Settings(
    "en", Theme.DARK, 18, 40, "/boeken/groen.sroi", ("/boeken/groen.sroi", "/boeken/oud.sroi")
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_that_settings_come_back_as_they_were_kept(path: Path) -> None:
    settings.save(CHOSEN, path)
    assert settings.load(path) == CHOSEN
    assert list(path.parent.iterdir()) == [path]


def test_that_without_a_file_the_defaults_hold_and_nothing_is_written(path: Path) -> None:
    assert settings.load(path) == Settings()
    assert not path.exists()


def test_that_a_file_saved_by_a_text_editor_is_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"language": "en"}).encode())
    assert settings.load(path).language == "en"


def test_that_settings_of_a_later_version_are_read_for_what_is_known(path: Path) -> None:
    path.write_text('{"text_size": 16, "new_thing": [1, 2]}', encoding="utf-8")
    assert settings.load(path) == Settings(text_size=16)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"theme": "pink"}',
        b'{"text_size": "large"}',
        b'{"recent_files": [1]}',
    ],
)
def test_that_an_unreadable_file_is_moved_aside_and_never_overwritten(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    assert settings.load(path) == Settings()
    aside = path.with_name("settings.unreadable-1.json")
    assert aside.read_bytes() == content
    settings.save(CHOSEN, path)
    assert aside.read_bytes() == content


def test_that_each_unreadable_file_is_kept(path: Path) -> None:
    for content in (b"one", b"two"):
        path.write_bytes(content)
        settings.load(path)
    kept = {file.read_bytes() for file in path.parent.iterdir()}
    assert kept == {b"one", b"two"}


def test_that_the_hundredth_unreadable_file_stays_where_it_is(path: Path) -> None:
    for number in range(1, 100):
        path.with_name(f"settings.unreadable-{number}.json").touch()
    path.write_bytes(b"broken")
    assert settings.load(path) == Settings()
    assert path.read_bytes() == b"broken"


def test_that_a_folder_in_its_place_is_moved_aside(path: Path) -> None:
    path.mkdir()
    assert settings.load(path) == Settings()
    settings.save(CHOSEN, path)
    assert settings.load(path) == CHOSEN


def test_that_a_file_that_cannot_be_moved_keeps_nobody_from_starting(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    path.write_bytes(b"broken")
    monkeypatch.setattr(Path, "replace", refuse)
    assert settings.load(path) == Settings()
    assert path.read_bytes() == b"broken"


@pytest.mark.parametrize(
    ("wrong", "sensible"),
    [
        ({"language": "fr"}, Settings()),
        ({"text_size": 9999}, Settings(text_size=22)),
        ({"text_size": -1}, Settings(text_size=13)),
        ({"text_size": 15}, Settings(text_size=14)),
        ({"evidence_limit_mb": 0}, Settings(evidence_limit_mb=1)),
        ({"evidence_limit_mb": 10**15}, Settings(evidence_limit_mb=MOST_EVIDENCE_MB)),
        ({"recent_files": list("abcdefgh")}, Settings(recent_files=tuple("abcde"))),
    ],
)
def test_that_a_value_out_of_bounds_is_brought_within_them(
    path: Path, wrong: dict[str, object], sensible: Settings
) -> None:
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert settings.load(path) == sensible


def test_that_a_write_that_fails_leaves_the_settings_of_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(CHOSEN, path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(Settings(), path)
    assert settings.load(path) == CHOSEN
    assert list(path.parent.iterdir()) == [path]


def test_that_the_file_opened_last_comes_first_and_once() -> None:
    opened = CHOSEN.opened(Path("/boeken/oud.sroi"))
    assert opened.last_file == "/boeken/oud.sroi"
    assert opened.recent_files == ("/boeken/oud.sroi", "/boeken/groen.sroi")


def test_that_five_files_are_remembered() -> None:
    found = Settings()
    for number in range(9):
        found = found.opened(Path(f"/{number}.sroi"))
    assert found.recent_files == tuple(f"/{number}.sroi" for number in (8, 7, 6, 5, 4))


@given(
    st.builds(
        replace,
        st.just(Settings()),
        theme=st.sampled_from(Theme),
        text_size=st.sampled_from(TEXT_SIZES),
        evidence_limit_mb=st.integers(1, MOST_EVIDENCE_MB),
        last_file=st.one_of(st.none(), st.text(st.characters(codec="utf-8"))),
    )
)
def test_that_any_choice_survives_a_restart(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.json"
    settings.save(chosen, path)
    assert settings.load(path) == chosen
