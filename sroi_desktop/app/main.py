"""Where the program starts: the window without arguments, a command with them."""

from __future__ import annotations

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
    of every module that is loaded after it, in search of its own options.
    """
    gc.disable()
    import_module("sroi_desktop.app.ground")
    return import_module("sroi_desktop.app.window")


if __name__ == "__main__":
    sys.exit(main())
