"""A button as large as a card, with whatever stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sroi_desktop.ui.kit.look import current_look


class CardButton(QPushButton):
    """A push button in all but its looks: keys and screen readers know it so.

    Subclasses lay their parts out and then call `settle`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)  # Enter presses the card that has the focus
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def settle(self) -> None:
        """Let a click on any of the parts be a click on the card."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt whether words on the card wrap."""
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size of what stands on the card, not of a button with words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing is cut off from below."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(place)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card; the border tells that it has the focus or the mouse."""
        look = current_look()
        plain = look.colour("edge" if look.palette.name == "high-contrast" else "line")
        marked = self.isEnabled() and (self.hasFocus() or self.underMouse())
        wide = 2.0 if self.hasFocus() else 1.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("hover" if self.isDown() else "card"))
        painter.setPen(QPen(look.colour("accent") if marked else plain, wide))
        spare = wide / 2
        area = QRectF(self.rect()).adjusted(spare, spare, -spare, -spare)
        painter.drawRoundedRect(area, 10, 10)
        painter.end()
