"""What the computer says against reading or writing a file, in words an owner knows."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR})
# Windows says "access denied" of a file that another program has open, and why in its own code.
_SHARING_VIOLATION = 32


def obstacle_text(error: OSError) -> str:
    """Return the reason of an error as a part of a sentence, without a full stop.

    What an owner can do nothing with keeps the words of the system: whoever helps can look them up.
    """
    in_use = getattr(error, "winerror", None) == _SHARING_VIOLATION
    number = errno.EBUSY if in_use else error.errno
    for numbers, words in _WORDS:
        if number in numbers:
            return words()
    return error.strerror or type(error).__name__


_WORDS: tuple[tuple[frozenset[int], Callable[[], str]], ...] = (
    (_NO_ROOM, lambda: _("the disk is full")),
    (_NOT_ALLOWED, lambda: _("you may not do that in this place")),
    (_NOT_THERE, lambda: _("it is not there")),
    (frozenset({errno.EISDIR}), lambda: _("it is a folder")),
    (frozenset({errno.ENAMETOOLONG}), lambda: _("its name is too long")),
    (frozenset({errno.EBUSY, errno.ETXTBSY}), lambda: _("another program uses it")),
)
