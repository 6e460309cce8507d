"""A short word after an act, with a way to take it back; it goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone

SHOWN_MS = 8000


class Notice(Banner):
    """Lies over the foot of the window; stays as long as the mouse rests on it.

    Signals:
        gone(): the notice has disappeared.
    """

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setProperty("floating", True)
        self.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self._end)
        self.act_chosen.connect(self._end)

    def say(self, text: str, tone: Tone = Tone.GOOD, act: Act | None = None) -> None:
        """Show a word for some seconds."""
        self.show_message(text, tone, act=act)
        self.place()
        self.raise_()
        self._clock.start()

    def place(self) -> None:
        """Lie over the middle of the parent, near its foot."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        wide = min(parent.width() - 56, max(current_look().em(26), self.sizeHint().width()))
        high = self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((parent.width() - wide) // 2, parent.height() - high - 44, wide, high)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some seconds after the mouse has left."""
        super().leaveEvent(event)
        self._clock.start()

    @Slot()
    def _end(self) -> None:
        self._clock.stop()
        self.hide()
        self.gone.emit()
