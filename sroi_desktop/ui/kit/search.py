"""The line to search or filter with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import current_look

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """A line with a magnifying glass; Escape empties it.

    Signals:
        search_changed(str): the text, a moment after the last key.
    """

    search_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Keep room for the glass."""
        self.setTextMargins(current_look().em(1.6), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line with Escape; an empty one leaves Escape to its window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass at the left end."""
        super().paintEvent(event)
        look = current_look()
        side = look.em(1.15)
        painter = QPainter(self)
        place = QRectF(look.em(0.7), (self.height() - side) / 2, side, side)
        paint_icon(painter, place, "search", "muted")
        painter.end()

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self.search_changed.emit(self.text().strip())
