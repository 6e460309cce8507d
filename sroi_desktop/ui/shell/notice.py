"""A short word after an act, with a way to take it back; it goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone

SHOWN_MS = 8000
_BELOW = 4


class Notice(Banner):
    """Lies over the line at the foot of the window, where it hides no button of the page.

    Stays as long as the mouse rests on it.

    Signals:
        gone(): the notice has disappeared.
    """

    gone = Signal()

    def __init__(self, foot: QWidget, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._foot = foot
        self.setObjectName("notice")
        self.setProperty("floating", True)
        self.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self._end)
        self.act_chosen.connect(self._end)
        foot.installEventFilter(self)

    def say(self, text: str, tone: Tone = Tone.GOOD, act: Act | None = None) -> None:
        """Show a word for some seconds."""
        self.show_message(text, tone, act=act)
        # The foot may be higher than the words: they stand in its middle, and their icon with them.
        self.centre_icon()
        self.place()
        self.raise_()
        self._clock.start()

    def place(self) -> None:
        """Lie over the foot; what needs more lines grows upwards."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        start = self._foot.mapTo(parent, QPoint(0, 0))
        wide = self._foot.width()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or lines within it still tell how high the words before were
        end = parent.height() - _BELOW
        high = max(self.heightForWidth(wide), end - start.y())
        self.setGeometry(start.x(), end - high, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the foot when it gets another place or size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.place()
        return super().eventFilter(watched, event)

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
