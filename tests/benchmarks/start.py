"""Starts a window in a process of its own and says on stdout when it can be used.

`python -m tests.benchmarks.start bare` opens an empty Qt window; with a file it opens the
program on it. Both print "ready <most> <own>" after their first paint, the kilobytes of memory
in all and of the process alone, and stop. With the word "pages" after the file the program opens
its pages first, and prints that once more.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

MILLISECONDS_LATER = 6_000

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sroi_desktop.ui.shell.window import MainWindow


def _ready() -> None:
    sys.stdout.write(f"ready {_kilobytes('VmHWM')} {_kilobytes('RssAnon')}\n")
    sys.stdout.flush()


def _kilobytes(kind: str) -> int:
    """Return the memory of this process, 0 where the system does not tell.

    VmHWM is the most it ever had, with the code of Qt and other libraries, which the system reads
    from their files and gives back when it needs the room. RssAnon is without that: what the
    process made itself. Not `ru_maxrss`: that of a child begins with what its parent used.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:"))


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("SROI Desktop"))
    window.resize(1280, 820)
    window.show()
    QTimer.singleShot(0, _ready)
    QTimer.singleShot(1, app.quit)
    app.exec()


def _program(path: Path, *, visits: bool) -> None:
    """Open the program as `app.main` does: in that order, and without looking for garbage."""
    from sroi_desktop.app.main import load_window

    window = load_window()
    from PySide6.QtCore import QTimer

    from sroi_desktop.system.clock import FixedClock
    from tests.benchmarks.day import TODAY

    app = window.make_application()
    program = window.prepare(app, path, FixedClock(TODAY))
    session = program.session
    if session is None:
        raise SystemExit("the administration did not open")
    QTimer.singleShot(0, _ready)
    app.processEvents()
    if visits:
        _visit(session.window, app)
    session.window.close()
    program.runner.close()


def _visit(window: MainWindow, app: QApplication) -> None:
    """Open the pages of the navigation and tell how much memory that takes.

    With all that is loaded ahead and drawn up meanwhile.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    from sroi_desktop.ui import pages

    for key in (pages.CONTRACTS, pages.EFFORTS, pages.EVIDENCE, pages.REPORTS, pages.RULES):
        window.open_page(key, None)
        app.processEvents()
    loop = QEventLoop()
    QTimer.singleShot(MILLISECONDS_LATER, loop.quit)
    loop.exec()
    _ready()


if __name__ == "__main__":
    what, *more = sys.argv[1:]
    _bare() if what == "bare" else _program(Path(what), visits="pages" in more)
