"""One page in the navigation column: icon, name, and a badge for what waits there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import Look, current_look
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.shell.page import Page

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class NavigationItem(QPushButton):
    """One page: icon, name, and a badge for what waits there.

    Signals:
        walked(int): one of the keys `WALKING` was pressed.
    """

    walked = Signal(int)

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(page.title, parent)
        self.page = page
        self._badge: PillContent | None = None
        self._meaning = ""
        self._compact = False
        self._ring = False
        self.setObjectName(f"navigation.{page.key}")
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter opens the page
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, badge: PillContent | None, meaning: str) -> None:
        """Show what waits; `meaning` says it in words ("4 pieces missing")."""
        self._badge = badge
        self._meaning = meaning if badge is not None else ""
        self._name()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only, or the name as well."""
        self._compact = compact
        self._name()
        self.updateGeometry()
        self.update()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus to those who use the keyboard."""
        self._ring = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the keys that walk through the pages: to Qt, Down is Tab and leads away."""
        if event.key() in WALKING:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Leave the mark where it is: the window moves it once the page is open."""

    def sizeHint(self) -> QSize:
        """Return the room icon, name and badge take."""
        look = current_look()
        if self._compact:
            return QSize(look.em(2.9), look.em(2.72))
        words = QFontMetrics(look.font("strong")).horizontalAdvance(self.text())
        badge = 0 if self._badge is None else pill_size(self._badge, look).width() + look.em(0.5)
        return QSize(look.em(3.6) + words + badge, look.em(2.72))

    def minimumSizeHint(self) -> QSize:
        """Allow a very long name to be cut: the column must leave room for the page."""
        return QSize(current_look().em(2.9), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether the name is cut, and say it whole in the tooltip."""
        super().resizeEvent(event)
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the item; the present page stands on a soft ground."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        colour = look.colour("accent" if self.isChecked() else "muted")
        side = look.em(1.3)
        left = (self.width() - side) // 2 if self._compact else look.em(0.72)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self.page.icon, colour)
        if not self._compact:
            self._paint_words(painter, look, left + side + look.em(0.72))
        elif self._badge is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.foreground(self._badge.tone))
            painter.drawEllipse(QRectF(left + side - 2, self.height() / 2 - side * 0.6, 8, 8))
        painter.end()

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else None
        ring = self._ring and self.hasFocus()
        edge = 2 if ring else int(look.palette.is_outlined and self.isChecked())
        painter.setPen(QPen(look.colour("accent"), edge) if edge else Qt.PenStyle.NoPen)
        if ground is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(look.colour("accent_soft" if ground == "accent_soft" else "hover"))
        painter.drawRoundedRect(area, 7, 7)

    def _paint_words(self, painter: QPainter, look: Look, left: int) -> None:
        font = look.font("strong")
        if not self.isChecked():
            font.setWeight(font.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        right = self.width() - look.em(0.72)
        if self._badge is not None:
            size = pill_size(self._badge, look)
            top = (self.height() - size.height()) / 2
            place = QRectF(right - size.width(), top, size.width(), size.height())
            paint_pill(painter, place, self._badge, look)
            painter.setFont(font)
            painter.setPen(look.colour("accent" if self.isChecked() else "text"))
            right = round(place.left()) - look.em(0.4)
        area = QRect(left, 0, right - left, self.height())
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        cut = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(self.text(), cut, area.width())
        painter.drawText(area, start, words)

    def _name(self) -> None:
        self.setAccessibleName(self.page.title)
        self.setAccessibleDescription(self._meaning)
        hidden = self._compact or self.width() < self.sizeHint().width()
        parts = [self.page.title if hidden else "", self._meaning]
        self.setToolTip(": ".join(part for part in parts if part))
