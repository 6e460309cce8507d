"""Where the program keeps its own files, and its log."""

from __future__ import annotations

import logging
from pathlib import Path

from sroi_desktop.system import logs, paths


def test_that_every_folder_is_made_in_the_user_s_home(home: Path) -> None:
    folders = (
        paths.data_folder(),
        paths.backup_folder(),
        paths.settings_file().parent,
        paths.log_file().parent,
    )
    for folder in folders:
        assert folder.is_dir()
        assert folder.is_relative_to(home)


def test_that_backups_do_not_lie_among_the_administrations() -> None:
    assert paths.backup_folder() != paths.data_folder()


def test_that_a_home_that_cannot_be_written_is_no_crash(home: Path) -> None:
    for name in ("data", "config", "state", "local", "roaming", "Library"):
        (home / name).write_text("in the way", encoding="utf-8")
    assert not paths.data_folder().is_dir()
    handler = logs.start(paths.log_file())
    logging.getLogger("sroi_desktop.test").warning("nobody hears this")
    logs.stop(handler)
    assert not paths.log_file().exists()


def test_that_the_log_holds_what_was_said_while_it_ran(tmp_path: Path) -> None:
    path = tmp_path / "sroi.log"
    logger = logging.getLogger("sroi_desktop.test")
    handler = logs.start(path)
    logger.info("the file was opened")
    logs.stop(handler)
    logger.error("after the end")
    text = path.read_text(encoding="utf-8")
    assert "INFO sroi_desktop.test: the file was opened" in text
    assert "after the end" not in text


def test_that_what_is_only_told_waits_until_there_is_time(tmp_path: Path) -> None:
    path = tmp_path / "sroi.log"
    logger = logging.getLogger("sroi_desktop.test")
    handler = logs.start(path)
    logger.info("first")
    assert not path.exists()
    handler.open()
    logger.info("second")
    handler.open()
    text = path.read_text(encoding="utf-8")
    assert text.index("first") < text.index("second")
    assert text.count("first") == 1
    logs.stop(handler)


def test_that_a_warning_is_written_at_once_with_what_came_before_it(tmp_path: Path) -> None:
    path = tmp_path / "sroi.log"
    logger = logging.getLogger("sroi_desktop.test")
    handler = logs.start(path)
    logger.info("first")
    logger.warning("something is wrong")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["first", "something is wrong"]
    logs.stop(handler)


def test_that_the_log_never_grows_past_four_small_files(tmp_path: Path) -> None:
    path = tmp_path / "sroi.log"
    handler = logs.start(path)
    for _ in range(30):
        logging.getLogger("sroi_desktop.test").info("x" * 100_000)
    logs.stop(handler)
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 2_500_000
