"""Lets Qt for Python load what describes its signatures when someone asks for one.

At its first import it loads all of it: the parser of signatures, their layout, the maker of stub
files, with regular expressions of pages and the libraries these need. Only `help()`, `inspect`
and the text of a TypeError ever come to it. See docs/decisions/0021-signatures-when-asked.md.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_PACKAGE = "shibokensupport.signature"
_LATER = frozenset(
    f"{_PACKAGE}.{name}"
    for name in (
        *("errorhandler", "layout", "parser"),
        *("lib.enum_sig", "lib.pyi_generator", "lib.tool"),
    )
)


def load_signatures_later() -> None:
    """Have the modules about signatures loaded from now on when something in them is used."""
    if not any(isinstance(finder, _LaterFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _LaterFinder())


class _LaterFinder:
    """Finds these modules as Python does, and has them loaded later."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return where a module about signatures is; None for any other."""
        if fullname not in _LATER:
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is not None and found.loader is not None:
            # A loader in all but name: `importlib.abc` brings twenty modules along.
            found.loader = cast("Loader", _LaterLoader(found.loader))
        return found


class _LaterLoader:
    """Leaves a module empty until an attribute is asked of it."""

    def __init__(self, real: Loader) -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Return the module that the real loader would make, None for a usual one."""
        return self._real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Load nothing yet."""

        def load(name: str) -> object:
            del module.__getattr__
            self._real.exec_module(module)
            return getattr(module, name)

        module.__getattr__ = load  # type: ignore[method-assign]
