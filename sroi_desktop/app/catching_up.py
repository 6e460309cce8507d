"""Working out, a few contracts at a time, what a first glance at a large administration left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sroi_desktop.services import positions
from sroi_desktop.services.refusals import REFUSALS

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

# Once the first screen is drawn; then in parts that take some hundredths of a second.
WAIT_MS = 60
_BETWEEN_MS = 10
_AT_ONCE = 40


class CatchingUp(QObject):
    """Works on while the user looks; made and started by a session.

    Signals:
        done(): all contracts are worked out.
        refused(object): the error that came up instead, for `refusals.explain`.
    """

    done = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin in a moment."""
        self._timer.start(WAIT_MS)

    def stop(self) -> None:
        """Leave the rest: the file is about to be closed."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        try:
            has_more = positions.advance(self._desk, _AT_ONCE)
        except REFUSALS as error:
            self.refused.emit(error)
            return
        if has_more:
            self._timer.start(_BETWEEN_MS)
        else:
            self.done.emit()
