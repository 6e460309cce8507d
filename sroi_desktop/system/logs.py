"""The log: a small rotating file for support, without personal data or amounts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SIZE = 500_000
_KEPT = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class LogHandler(logging.Handler):
    """Writes to a file that is opened for the first warning, or when there is time for it.

    What Python rotates files with takes a hundredth of a start to load. What is only told for the
    record waits for it; a warning does not.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None
        self._waiting: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, or keep it until the file is open."""
        if self._file is None:
            self._waiting.append(record)
            if record.levelno >= logging.WARNING:
                self.open()
        else:
            self._file.handle(record)

    def open(self) -> None:
        """Open the file and write what waits for it; nothing where it is open.

        Where the file cannot be written there is no log; that is no reason not to go on.
        """
        self.acquire()  # a worker may log at the same time
        try:
            if self._file is None:
                self._file = _rotating(self._path)
            while self._waiting:
                self._file.handle(self._waiting.pop(0))
        finally:
            self.release()

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self.open()
        if self._file is not None:
            self._file.close()
        super().close()


def start(path: Path) -> LogHandler:
    """Write the program's log to a file from now on; returns the handler to close later."""
    handler = LogHandler(path)
    root = logging.getLogger("sroi_desktop")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def _rotating(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - see `LogHandler`

    try:
        handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    return handler


def stop(handler: logging.Handler) -> None:
    """Stop writing to the file."""
    logging.getLogger("sroi_desktop").removeHandler(handler)
    handler.close()
