"""Keeps None, True and False alive where PySide6 would use them up (Python 3.11).

PySide6 6.12 is built with headers of a Python in which these objects are immortal and need no
counting. On Python 3.11 each call of a Qt method without a result therefore takes one reference
to None away; after some thousands of calls the interpreter ends with "deallocating None".
A head start that no session can use up sets that right. Not needed from Python 3.12 on.
"""

from __future__ import annotations

import ctypes
import sys

HEAD_START = 1 << 40
_FIRST_IMMORTAL = (3, 12)


def protect_singletons() -> None:
    """Give None, True, False and NotImplemented references to lose; once is enough.

    The count is the first field of every object in CPython before 3.12, as wide as a pointer.
    """
    if sys.version_info >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    for thing in (None, True, False, NotImplemented):
        if sys.getrefcount(thing) < HEAD_START // 2:
            count = ctypes.c_ssize_t.from_address(id(thing))
            count.value += HEAD_START
