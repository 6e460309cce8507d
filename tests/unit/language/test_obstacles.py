"""What the system says against a file, in words an owner knows."""

from __future__ import annotations

import errno

import pytest

from sroi_desktop.language.obstacles import obstacle_text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EROFS, "dat mag niet op deze plaats"),
        (errno.EACCES, "dat mag niet op deze plaats"),
        (errno.ENOENT, "het is er niet"),
        (errno.EISDIR, "het is een map"),
        (errno.ENAMETOOLONG, "de naam is te lang"),
        (errno.EBUSY, "een ander programma gebruikt het"),
    ],
)
def test_that_an_obstacle_is_told_in_plain_words(number: int, words: str) -> None:
    assert obstacle_text(OSError(number, "in the words of the system")) == words


def test_that_a_file_open_in_another_program_is_told_on_windows_too() -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    vars(error)["winerror"] = 32
    assert obstacle_text(error) == "een ander programma gebruikt het"


def test_that_what_an_owner_can_do_nothing_with_keeps_the_words_of_the_system() -> None:
    assert obstacle_text(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert obstacle_text(OSError()) == "OSError"
