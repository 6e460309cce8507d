"""Closing in order when the system asks: at a shutdown, by `kill`, or with Ctrl+C in a terminal.

Python runs the handler of a signal between two steps of its own, and none come while Qt waits
for events. So the signal also writes a byte to a pipe, and that is an event.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from types import FrameType

_log = logging.getLogger(__name__)
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class QuitSignals(QObject):
    """Listens for the system's requests to end; made on the main thread.

    Signals:
        asked(): the program should close.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe = _Pipe()
        self._notifier = QSocketNotifier(self._pipe.ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._fd_before = signal.set_wakeup_fd(self._pipe.mouth, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _wake) for number in SIGNALS}

    def close(self) -> None:
        """Leave the signals to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._pipe.close()

    @Slot()
    def _on_byte(self) -> None:
        self._pipe.take()
        _log.info("the system asks to close")
        self.asked.emit()


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte in the pipe is what counts."""


class _Pipe:
    """What takes a byte from a signal to the events of Qt; on Windows only sockets can."""

    if sys.platform == "win32":  # pragma: no cover - the other half runs elsewhere

        def __init__(self) -> None:
            import socket

            self._ends = socket.socketpair()
            for end in self._ends:
                end.setblocking(False)
            self.ear, self.mouth = (end.fileno() for end in self._ends)

        def take(self) -> None:
            """Take a byte out."""
            self._ends[0].recv(1)

        def close(self) -> None:
            """Close both ends."""
            for end in self._ends:
                end.close()

    else:

        def __init__(self) -> None:
            self.ear, self.mouth = os.pipe()
            for end in (self.ear, self.mouth):
                os.set_blocking(end, False)

        def take(self) -> None:
            """Take a byte out."""
            os.read(self.ear, 1)

        def close(self) -> None:
            """Close both ends."""
            os.close(self.ear)
            os.close(self.mouth)
