"""Where the program starts: the window without arguments, a command with them."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Open the window, or run a command; returns the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and not arguments[0].endswith(".sroi"):
        from sroi_desktop.app.cli import run

        return run(arguments)
    from sroi_desktop.app.window import open_window

    return open_window(arguments[0] if arguments else None)


if __name__ == "__main__":
    sys.exit(main())
