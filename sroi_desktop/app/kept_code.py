"""Keeps what Python compiles from text while the program starts, as it keeps compiled modules.

Methods of dataclasses and named tuples are compiled from a text that is put together when the
class is declared, and so are annotations that are looked at: some hundred and fifty texts a
start, the same every time. They are kept beside the compiled modules, in one file for each
version of Python. See docs/decisions/0022-code-kept-compiled.md.
"""

from __future__ import annotations

import builtins
import collections
import dataclasses
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

if sys.version_info >= (3, 14):
    import annotationlib as _annotations
else:
    import typing as _annotations

_SUM = 4
_HEAD = len(MAGIC_NUMBER) + _SUM
# Who compiles from text, and by which name: one of a module goes before one that is built in.
_COMPILING = ((dataclasses, "exec"), (collections, "eval"), (_annotations, "compile"))
_in_use: list[KeptCode] = []


def begin() -> None:
    """Use kept code from now on, until the first window is open."""
    kept = KeptCode(usual_place())
    kept.begin()
    _in_use.append(kept)


def end() -> None:
    """Let Python compile by itself again, and keep what was new; nothing where none was begun."""
    while _in_use:
        _in_use.pop().end()


def usual_place() -> Path:
    """Return the file beside the compiled modules of this version of Python."""
    return Path(cache_from_source(__file__)).with_suffix(".kept")


class KeptCode:
    """Code by mode and text: what was kept before, and what was asked for since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._asked: dict[tuple[str, str], CodeType] = {}

    def begin(self) -> None:
        """Have Python ask here for the code of dataclasses, named tuples and annotations."""

        def run(text: str, names: dict[str, Any] | None, made: dict[str, Any]) -> None:
            code = self.compiled(text, "exec")
            builtins.exec(code, vars(dataclasses) if names is None else names, made)  # noqa: S102

        def value_of(text: str, names: dict[str, Any]) -> object:
            return builtins.eval(self.compiled(text, "eval"), names)  # noqa: S307

        def compiled(text: str, _file: str, mode: str) -> CodeType:
            return self.compiled(text, mode)

        for (module, name), ours in zip(_COMPILING, (run, value_of, compiled), strict=True):
            vars(module)[name] = ours

    def end(self) -> None:
        """Let Python compile by itself again, and keep for the next start what is new."""
        for module, name in _COMPILING:
            vars(module).pop(name, None)
        if self._asked.keys() - self._kept.keys() and not sys.dont_write_bytecode:
            every = {**self._kept, **self._asked}
            # Another first window asks for other texts; those of an older version go in the end.
            self._write(every if len(every) <= 2 * len(self._asked) else self._asked)

    def compiled(self, text: str, mode: str) -> CodeType:
        """Return the code of a text, compiled before or now.

        Raises:
            SyntaxError: it is no Python.
        """
        key = mode, text
        code = self._asked.get(key) or self._kept.get(key)
        if code is None:
            # As the module that asks would compile it, not by the future imports of this one.
            code = compile(text, "<string>", mode, dont_inherit=True)
        self._asked[key] = code
        return code

    def _write(self, code: dict[tuple[str, str], CodeType]) -> None:
        """Write the file, where the folder of compiled modules allows it."""
        data = marshal.dumps(code)
        part = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            part.write_bytes(_head_of(data) + data)
            try:
                part.replace(self._path)
            finally:
                part.unlink(missing_ok=True)


def _read(path: Path) -> dict[tuple[str, str], CodeType]:
    """Return what was kept; nothing where there is none, or it is not what was written."""
    with suppress(OSError):
        content = path.read_bytes()
        head, data = content[:_HEAD], content[_HEAD:]
        if data and head == _head_of(data):
            found: dict[tuple[str, str], CodeType] = marshal.loads(data)  # noqa: S302
            return found
    return {}


def _head_of(data: bytes) -> bytes:
    """Return what stands before code: for which bytecode it is, and a sum over it."""
    return MAGIC_NUMBER + crc32(data).to_bytes(_SUM, "big")
