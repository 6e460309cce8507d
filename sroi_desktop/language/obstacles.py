"""What the computer says against reading or writing a file, in words an owner knows."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR})


def obstacle_text(error: OSError) -> str:
    """Return the reason of an error as a part of a sentence, without a full stop.

    What an owner can do nothing with keeps the words of the system: whoever helps can look them up.
    """
    for numbers, words in _WORDS:
        if error.errno in numbers:
            return words()
    return error.strerror or type(error).__name__


_WORDS: tuple[tuple[frozenset[int], Callable[[], str]], ...] = (
    (NO_ROOM, lambda: _("the disk is full")),
    (_NOT_ALLOWED, lambda: _("you may not do that in this place")),
    (_NOT_THERE, lambda: _("it is not there")),
    (frozenset({errno.EISDIR}), lambda: _("it is a folder")),
    (frozenset({errno.ENAMETOOLONG}), lambda: _("its name is too long")),
    (frozenset({errno.EBUSY, errno.ETXTBSY}), lambda: _("another program uses it")),
)
