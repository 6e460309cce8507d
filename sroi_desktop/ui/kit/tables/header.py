"""The head of a table: titles that stand above their cells, the sorted one with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import current_look

_GAP = 4


class TableHeader(QHeaderView):
    """Paints its sections itself: Qt's arrow of sorting covers titles that stand at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return a height that grows with the text."""
        return QSize(super().sizeHint().width(), current_look().em(2.4))

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:
        """Draw one title, its line, and the arrow where the table is sorted by it."""
        look = current_look()
        model = self.model()
        title = str(model.headerData(place, self.orientation()) or "")
        alignment = Qt.AlignmentFlag(
            model.headerData(place, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        )
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == place
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, look.colour("card"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(look.font("hintstrong"))
        painter.setPen(look.colour("text" if is_sorted else "muted"))
        inner = area.adjusted(look.em(0.7), 0, -look.em(0.7), 0)
        side = look.em(0.9)
        if is_sorted:
            inner = self._paint_arrow(painter, inner, title, alignment, side)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, alignment, words)
        painter.restore()

    def _paint_arrow(
        self,
        painter: QPainter,
        area: QRect,
        title: str,
        alignment: Qt.AlignmentFlag,
        side: int,
    ) -> QRect:
        """Draw the arrow on the free side of the title, and return the room left for it."""
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        wide = min(painter.fontMetrics().horizontalAdvance(title), area.width() - side - _GAP)
        top = area.center().y() - side / 2 + 1
        if alignment & Qt.AlignmentFlag.AlignRight:
            left = area.right() - wide - _GAP - side
            room = area.adjusted(side + _GAP, 0, 0, 0)
        else:
            left = area.left() + wide + _GAP
            room = area.adjusted(0, 0, -side - _GAP, 0)
        place = QRectF(left, top, side, side)
        paint_icon(painter, place, "arrow-up" if up else "arrow-down", "muted")
        return room
