"""Closing in order when the system asks: at a shutdown, by `kill`, or with Ctrl+C in a terminal.

Python runs the handler of a signal between two steps of its own, and none come while Qt waits
for events. So the signal also writes a byte to a socket, and that is an event.
"""

from __future__ import annotations

import logging
import signal
import socket
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
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._fd_before = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _wake) for number in SIGNALS}

    def close(self) -> None:
        """Leave the signals to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    @Slot()
    def _on_byte(self) -> None:
        self._ear.recv(1)
        _log.info("the system asks to close")
        self.asked.emit()


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte on the socket is what counts."""
