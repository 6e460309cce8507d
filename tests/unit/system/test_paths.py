"""Where files are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.system import paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_that_one_folder_of_the_users_choice_holds_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "stick"))
    kept = (
        paths.data_folder(),
        paths.backup_folder(),
        paths.settings_file(),
        paths.log_file(),
    )
    assert all(path.is_relative_to(tmp_path / "stick") for path in kept)
    assert paths.data_folder().is_dir()
