"""Paints the cells of a table: air around the words, pills for states, quiet and strong text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.look import Look, TextRole, current_look
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.kit.tables.columns import Align, Column
from sroi_desktop.ui.kit.tables.model import PILL_ROLE, STYLE_ROLE

Index = QModelIndex | QPersistentModelIndex
_GAP = 7


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; asks the model only for what that cell shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room a cell would like; tables do not ask it for every row."""
        look = current_look()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wide = option.fontMetrics.horizontalAdvance(text) + 2 * look.em(0.7)
        pill = index.data(PILL_ROLE)
        if isinstance(pill, PillContent):
            wide = pill_size(pill, look).width() + 2 * look.em(0.7)
        return QSize(wide, row_height(look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background, line, content and, on the current cell, the ring of the focus."""
        look = current_look()
        area: QRect = option.rect
        painter.save()
        self._background(painter, option, index.row(), look)
        inner = area.adjusted(look.em(0.7), 0, -look.em(0.7), 0)
        pill = index.data(PILL_ROLE)
        if isinstance(pill, PillContent):
            _paint_pill(painter, inner, pill, look)
        else:
            _paint_text(painter, inner, index, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, place: int, look: Look
    ) -> None:
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("accent_soft"))
        elif place == self.hovered_row:
            painter.fillRect(area, look.colour("hover"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def row_height(look: Look) -> int:
    """Return the height of a row in pixels."""
    return look.em(2.7)


def fit_rows(view: QTableView) -> None:
    """Give all rows of a table the height that fits the text size."""
    head = view.verticalHeader()
    head.setMinimumSectionSize(row_height(current_look()))
    head.setDefaultSectionSize(row_height(current_look()))


def _paint_pill(painter: QPainter, area: QRect, content: PillContent, look: Look) -> None:
    size = pill_size(content, look)
    top = area.top() + (area.height() - size.height()) / 2
    wide = min(size.width(), area.width())
    painter.setClipRect(area)
    paint_pill(painter, QRectF(area.left(), top, wide, size.height()), content, look)
    painter.setClipping(False)


def _paint_text(painter: QPainter, area: QRect, index: Index, look: Look) -> None:
    column = index.data(STYLE_ROLE)
    if not isinstance(column, Column):
        return
    place = QRect(area)
    picture = index.data(Qt.ItemDataRole.DecorationRole)
    if isinstance(picture, QPixmap):
        size = picture.deviceIndependentSize().toSize()
        painter.drawPixmap(place.left(), area.center().y() - size.height() // 2 + 1, picture)
        place.setLeft(place.left() + size.width() + _GAP)
    role: TextRole = "smallstrong" if column.strong else "small"
    painter.setFont(look.font(role, tabular=column.align is Align.END))
    painter.setPen(look.colour("muted" if column.muted else "text"))
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
