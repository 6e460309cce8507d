"""Paints the cells of a table: air around the words, pills for states, quiet and strong text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.look import Look, current_look
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.kit.tables.columns import Align, Column
from sroi_desktop.ui.kit.tables.measuring import text_role
from sroi_desktop.ui.kit.tables.model import DETAIL_ROLE, PILL_ROLE, STYLE_ROLE

Index = QModelIndex | QPersistentModelIndex
_GAP = 7
_PLAIN_EM, _DETAILED_EM = 2.7, 3.6


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
        return QSize(wide, row_height(look, detailed=bool(index.data(DETAIL_ROLE))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background, line, content and, on the current cell, the ring of the focus."""
        look = current_look()
        area: QRect = option.rect
        painter.save()
        self._background(painter, option, index, look)
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

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say the whole of a text that is cut; where the column has a hint, say that."""
        cut = _cut_words(option.rect.width(), index)
        if not index.data(Qt.ItemDataRole.ToolTipRole) and cut:
            QToolTip.showText(event.globalPos(), cut, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: Look
    ) -> None:
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("accent_soft"))
            if index.column() == 0:
                # The soft ground alone is too faint to find the row by.
                mark = QRect(area.left(), area.top(), 3, area.height())
                painter.fillRect(mark, look.colour("accent"))
        elif index.row() == self.hovered_row:
            painter.fillRect(area, look.colour("hover"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def row_height(look: Look, *, detailed: bool = False) -> int:
    """Return the height of a row in pixels; `detailed` rows have a second line."""
    return look.em(_DETAILED_EM if detailed else _PLAIN_EM)


def _cut_words(width: int, index: Index) -> str:
    """Return the words of a cell that do not fit in its width, "" where all do."""
    column = index.data(STYLE_ROLE)
    if not isinstance(column, Column) or index.data(PILL_ROLE) is not None:
        return ""
    look = current_look()
    room = width - 2 * look.em(0.7)
    lines = (
        (index.data(Qt.ItemDataRole.DisplayRole), look.font(text_role(column))),
        (index.data(DETAIL_ROLE), look.font("hint")),
    )
    words = [(str(text), font) for text, font in lines if text]
    is_cut = any(QFontMetrics(font).horizontalAdvance(text) > room for text, font in words)
    return "\n".join(text for text, _font in words) if is_cut else ""


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
    alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    detail = index.data(DETAIL_ROLE)
    if detail:
        _paint_detail(painter, place, str(detail), look, alignment)
        place.setHeight(place.height() // 2 + look.em(0.1))
        alignment = (alignment & ~Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignBottom
    painter.setFont(look.font(text_role(column), tabular=column.align is Align.END))
    painter.setPen(look.colour("muted" if column.muted else "text"))
    _write(painter, place, str(index.data(Qt.ItemDataRole.DisplayRole) or ""), alignment)


def _paint_detail(
    painter: QPainter, area: QRect, text: str, look: Look, alignment: Qt.AlignmentFlag
) -> None:
    painter.setFont(look.font("hint"))
    painter.setPen(look.colour("muted"))
    lower = area.adjusted(0, area.height() // 2 + look.em(0.1), 0, 0)
    across = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    _write(painter, lower, text, across | Qt.AlignmentFlag.AlignTop)


def _write(painter: QPainter, area: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    cut = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, cut, area.width())
    painter.drawText(area, alignment, shown)
