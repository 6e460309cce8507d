"""Where the program starts: the window without arguments, a command with them."""

from __future__ import annotations

import builtins
import gc
import sys
from importlib import import_module
from types import ModuleType


def main(argv: list[str] | None = None) -> int:
    """Open the window, or run a command; returns the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and not arguments[0].lower().endswith(".sroi"):
        from sroi_desktop.app.cli import run

        return run(arguments)
    status: int = load_window().open_window(arguments[0] if arguments else None)
    return status


def load_window() -> ModuleType:
    """Load the code of the window, `app.window`, in the order in which it loads soonest.

    No garbage is looked for until the window is open: there is none yet, and looking for it
    takes a tenth of the start. And what needs no Qt comes before Qt, which reads the source
    of every module that is loaded after it, in search of its own options, until told not to.
    """
    from sroi_desktop.app import kept_code
    from sroi_desktop.app.later_methods import make_methods_later
    from sroi_desktop.app.later_signatures import load_signatures_later

    gc.disable()
    kept_code.begin()
    make_methods_later()
    import_module("sroi_desktop.app.ground")
    load_signatures_later()
    import_module("sroi_desktop.ui")  # guards Python 3.11 against a fault of Qt's bindings
    import_module("PySide6.QtCore")
    import_as_python_does()
    return import_module("sroi_desktop.app.window")


def import_as_python_does() -> None:
    """Give Python its own `import` back, which Qt for Python has put another in the place of.

    That one looks in the source of each new module for `from __feature__ import`, which we never
    write: 0.2 ms a module. Qt keeps Python's own beside it; where it does not, nothing changes.
    """
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
