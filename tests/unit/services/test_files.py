"""Writing what an owner takes out: whole or not at all, and never over the administration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sroi_desktop.services import files
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.files import Unwritable, UnwritableError
from sroi_desktop.services.refusals import explain


def reason(desk: Desk, path: Path) -> Unwritable:
    with pytest.raises(UnwritableError) as caught:
        files.write(desk, path, b"new")
    assert explain(caught.value)
    return caught.value.reason


def test_that_a_file_is_written_and_one_that_is_there_replaced(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    files.write(desk, path, b"old")
    files.write(desk, path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", ".", "/"])
def test_that_a_file_needs_a_name(desk: Desk, text: str) -> None:
    assert reason(desk, Path(text)) is Unwritable.NO_NAME


def test_that_a_folder_that_is_not_there_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnwritableError) as caught:
        files.check(desk, tmp_path / "weg" / "rapport.pdf")
    assert str(tmp_path / "weg") in explain(caught.value)


def test_that_a_folder_is_never_replaced(desk: Desk, tmp_path: Path) -> None:
    assert reason(desk, tmp_path) is Unwritable.NOT_A_FILE


def test_that_a_device_is_never_replaced(desk: Desk) -> None:
    assert reason(desk, Path(os.devnull)) is Unwritable.NOT_A_FILE


@pytest.mark.parametrize("name", ["voorbeeld.sroi", "link.pdf"])
def test_that_the_administration_is_never_written_over(example_desk: Desk, name: str) -> None:
    file = example_desk.store.path
    assert file is not None
    place = file.with_name(name)
    if place != file:
        place.symlink_to(file)
    before = file.read_bytes()
    assert reason(example_desk, place) is Unwritable.ADMINISTRATION
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_that_a_name_that_the_system_refuses_is_a_refusal(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    assert reason(desk, tmp_path / name) is Unwritable.REFUSED


def test_that_a_file_in_use_elsewhere_is_found_before_any_work(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"old")

    whole = Path.open

    def refuse(self: Path, mode: str = "r") -> object:
        if self == path:
            raise PermissionError
        return whole(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(desk, path) is Unwritable.REFUSED


def test_that_a_write_that_fails_leaves_what_was_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert reason(desk, path) is Unwritable.REFUSED
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    assert reason(desk, tmp_path / "rapport.pdf") is Unwritable.REFUSED
    assert list(tmp_path.iterdir()) == []
