"""The course of a contract as a picture: realised, planned and the even pace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sroi_desktop.ui.kit.content import ChartContent, ChartPoint
from sroi_desktop.ui.kit.look import Look, current_look

_EMPTY = ChartContent(width=1, height=1, realised=())


class ProgressChart(QLabel):
    """Paints a `ChartContent`; its `alternative` is read in place of the picture.

    A label without text of its own: of all plain widgets a screen reader reads only labels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = _EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.fit_to_look()

    def set_content(self, content: ChartContent) -> None:
        """Show another course."""
        self._content = content
        self.setAccessibleName(content.alternative)
        self.setToolTip(content.alternative)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a picture twice as wide as high."""
        return QSize(current_look().em(32), current_look().em(15))

    def minimumSizeHint(self) -> QSize:
        """Return the least at which the words do not run into each other."""
        return QSize(current_look().em(20), current_look().em(13))

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self.setMaximumHeight(current_look().em(26))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, even pace, realised and planned."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Drawing(painter, QRectF(self.rect()), self._content, current_look()).draw()
        painter.end()


def beneath(area: QRectF, spot: QPointF, line: float) -> QRectF:
    """Return where a label goes that would run into another: under its spot."""
    return QRectF(area.left(), spot.y() + line * 0.5, area.width(), area.height())


class _Drawing:
    """One drawing of a chart: turns days and amounts into places on the screen."""

    def __init__(self, painter: QPainter, area: QRectF, content: ChartContent, look: Look) -> None:
        self._painter = painter
        self._content = content
        self._look = look
        painter.setFont(look.font("hint"))
        self._line = painter.fontMetrics().height()
        marks = (painter.fontMetrics().horizontalAdvance(mark.text) for mark in content.upward)
        left = max(marks, default=0) + look.em(0.8)
        right = painter.fontMetrics().horizontalAdvance("00000000") / 2
        self._plot = area.adjusted(left, self._line * 0.9, -right, -self._line * 1.7)

    def draw(self) -> None:
        """Draw everything, the quiet things first."""
        self._grid()
        self._curve(self._content.even, "muted", 1.0, Qt.PenStyle.DashLine)
        self._filling()
        self._curve(self._content.planned, "accent", 2.0, Qt.PenStyle.DotLine)
        self._curve(self._content.realised, "accent", 2.4, Qt.PenStyle.SolidLine)
        self._labels()

    def _place(self, at: float, value: float) -> QPointF:
        across = at / self._content.width if self._content.width else 0.0
        upward = value / self._content.height if self._content.height else 0.0
        return QPointF(
            self._plot.left() + self._plot.width() * across,
            self._plot.bottom() - self._plot.height() * upward,
        )

    def _grid(self) -> None:
        painter, plot = self._painter, self._plot
        painter.setFont(self._look.font("hint"))
        for mark in self._content.upward:
            y = self._place(0, mark.at).y()
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._look.colour("muted"))
            beside = QRectF(0, y - self._line / 2, plot.left() - self._look.em(0.5), self._line)
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, end, mark.text)
        for mark in self._content.across:
            wide = painter.fontMetrics().horizontalAdvance(mark.text) + 4
            x = self._place(mark.at, 0).x() - wide / 2
            below = QRectF(x, plot.bottom() + self._line * 0.4, wide, self._line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, mark.text)

    def _path(self, points: Sequence[ChartPoint]) -> QPainterPath:
        path = QPainterPath(self._place(points[0].at, points[0].value))
        for point in points[1:]:
            path.lineTo(self._place(point.at, point.value))
        return path

    def _filling(self) -> None:
        points = self._content.realised
        if len(points) < 2:
            return
        path = self._path(points)
        path.lineTo(self._place(points[-1].at, 0))
        path.lineTo(self._place(points[0].at, 0))
        path.closeSubpath()
        self._painter.fillPath(path, self._look.colour("accent_soft"))

    def _curve(
        self,
        points: Sequence[ChartPoint],
        colour: Literal["accent", "muted"],
        wide: float,
        style: Qt.PenStyle,
    ) -> None:
        if len(points) < 2:
            return
        pen = QPen(self._look.colour(colour), wide, style)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(self._path(points))

    def _labels(self) -> None:
        content = self._content
        planned = QRectF()
        if content.planned:
            last = content.planned[-1]
            planned = self._beside(content.planned_label, self._place(last.at, last.value))
        if content.realised:
            last = content.realised[-1]
            spot = self._place(last.at, last.value)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._look.colour("accent"))
            self._painter.drawEllipse(spot, 4.5, 4.5)
            taken = self._beside(content.realised_label, spot)
            if taken.intersects(planned):
                taken = beneath(taken, spot, self._line)
            self._label(content.realised_label, taken)
        self._label(content.planned_label, planned)

    def _beside(self, text: str, spot: QPointF) -> QRectF:
        """Return the place of a label: above a spot, and left of it."""
        if not text:
            return QRectF()
        metrics = QFontMetricsF(self._look.font("hintstrong"))
        wide = metrics.horizontalAdvance(text) + 8
        left = max(self._plot.left(), spot.x() - wide - 2)
        top = max(0.0, spot.y() - self._line * 1.6)
        return QRectF(left, top, wide, self._line * 1.2)

    def _label(self, text: str, area: QRectF) -> None:
        """Write on a ground that keeps lines off the words."""
        if not text:
            return
        painter = self._painter
        painter.setFont(self._look.font("hintstrong"))
        ground = self._look.colour("card")
        ground.setAlpha(215)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
