"""Starts a window in a process of its own and says on stdout when it can be used.

`python -m tests.benchmarks.start bare` opens an empty Qt window; with a file it opens the
program on it. Both print "ready <kilobytes of memory>" after their first paint, and stop.
"""

from __future__ import annotations

import sys
from pathlib import Path


def _ready() -> None:
    sys.stdout.write(f"ready {most_memory()}\n")
    sys.stdout.flush()


def most_memory() -> int:
    """Return the most memory this process has used, in kilobytes; 0 where it is not told.

    Not `ru_maxrss`: that of a child begins with what its parent used.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


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


def _program(path: Path) -> None:
    """Open the program as `app.main` does: in that order, and without looking for garbage."""
    from sroi_desktop.app.main import load_window

    window = load_window()
    from PySide6.QtCore import QTimer

    from sroi_desktop.system.clock import FixedClock
    from tests.benchmarks.generate import TODAY

    app = window.make_application()
    program = window.prepare(app, path, FixedClock(TODAY))
    session = program.session
    if session is None:
        raise SystemExit("the administration did not open")
    QTimer.singleShot(0, _ready)
    QTimer.singleShot(1, session.window.close)
    app.exec()


if __name__ == "__main__":
    what = sys.argv[1]
    _bare() if what == "bare" else _program(Path(what))
