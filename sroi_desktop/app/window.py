"""Opening the window: one application object, the log, the crash hook, then the program."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import sroi_desktop.ui  # noqa: F401 - guards Python 3.11 against a fault of Qt's bindings
from sroi_desktop.app import kept_code
from sroi_desktop.app.ahead import WAIT_MS
from sroi_desktop.app.crash import CrashHook
from sroi_desktop.app.program import Program
from sroi_desktop.app.quitting import QuitSignals
from sroi_desktop.system import logs, paths

if TYPE_CHECKING:
    from sroi_desktop.system.clock import Clock


def make_application(arguments: list[str] | None = None) -> QApplication:
    """Return the application object with its names; there is one per process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # The style as an argument: `setStyle` would bring what Qt calls a style to Python.
        app = QApplication([*(arguments or sys.argv[:1]), "-style", "Fusion"])
    app.setApplicationName("sroi_desktop")
    app.setApplicationDisplayName("SROI Desktop")
    app.setDesktopFileName("sroi_desktop")
    return app


def open_window(file: str | None) -> int:
    """Open the program, on a file where one is given; returns the exit status."""
    log_file = paths.log_file()
    handler = logs.start(log_file)
    app = make_application()
    CrashHook(log_file).install()
    signals = QuitSignals(app)
    signals.asked.connect(app.quit)
    prepare(app, None if file is None else Path(file))
    QTimer.singleShot(WAIT_MS, handler.open)
    try:
        return app.exec()
    finally:
        signals.close()
        logs.stop(handler)


def prepare(app: QApplication, file: Path | None, clock: Clock | None = None) -> Program:
    """Show the first window, on a file where one is given; it is painted once `app` runs."""
    program = Program(app, clock)
    program.start(file)
    QTimer.singleShot(0, program, _settle)
    return program


def _settle() -> None:
    """Once the window is open: look for garbage again, but not among what stays for good."""
    kept_code.end()
    gc.freeze()
    gc.enable()
