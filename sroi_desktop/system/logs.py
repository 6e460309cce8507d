"""The log: a small rotating file for support, without personal data or amounts."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SIZE = 500_000
_KEPT = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(path: Path) -> logging.Handler:
    """Write the program's log to a file from now on; returns the handler to close later.

    Where the file cannot be written there is no log; that is no reason not to start.
    """
    handler = _handler(path)
    root = logging.getLogger("sroi_desktop")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def _handler(path: Path) -> logging.Handler:
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
