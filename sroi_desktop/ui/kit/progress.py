"""The bar of realised, planned and open, with a mark where one should be today."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sroi_desktop.ui.kit.content import ProgressShares
from sroi_desktop.ui.kit.look import Look, current_look
from sroi_desktop.ui.kit.palette import ColourName


class ProgressBar(QLabel):
    """Shows `ProgressShares`. `alternative` says the same in words, for tooltip and reader.

    A label without text of its own: of all plain widgets a screen reader reads only labels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = ProgressShares(0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: ProgressShares, alternative: str) -> None:
        """Show other shares; `alternative` must name realised, planned and open."""
        self._shares = shares
        self.setAccessibleName(alternative)
        self.setToolTip(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a bar of twelve pixels at the usual text size."""
        return QSize(current_look().em(10), current_look().em(0.86))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow bar, never a thinner one."""
        return QSize(current_look().em(4), current_look().em(0.86))

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, planned, realised and the mark of today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, QRectF(self.rect()), self._shares, current_look())
        painter.end()


def paint_bar(painter: QPainter, area: QRectF, shares: ProgressShares, look: Look) -> None:
    """Draw the bar into `area`."""
    realised = min(1.0, max(0.0, shares.realised))
    together = min(1.0, max(realised, shares.realised + shares.planned))
    outline = QPainterPath()
    round_ = area.height() / 2
    outline.addRoundedRect(area, round_, round_)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setClipPath(outline)
    _part(painter, area, 1.0, "track", look)
    _part(painter, area, together, "plan", look)
    _part(painter, area, realised, "accent", look)
    painter.restore()
    if look.palette.is_outlined:  # the track alone is too faint to tell where the whole ends
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
    if shares.today is not None:
        _mark(painter, area, min(1.0, max(0.0, shares.today)), look)


def _part(painter: QPainter, area: QRectF, share: float, colour: ColourName, look: Look) -> None:
    if share <= 0:
        return
    part = QRectF(area.left(), area.top(), area.width() * share, area.height())
    painter.setBrush(look.colour(colour))
    round_ = area.height() / 2
    painter.drawRoundedRect(part, round_, round_)


def _mark(painter: QPainter, area: QRectF, share: float, look: Look) -> None:
    """Draw today as an upright line, edged in the colour of the card so that it shows on all."""
    x = area.left() + 2 + (area.width() - 4) * share
    place = QRectF(x - 1, area.top(), 2, area.height())
    painter.save()
    painter.setPen(QPen(look.colour("card"), 1))
    painter.setBrush(look.colour("text"))
    painter.drawRect(place.adjusted(-0.5, 0, 0.5, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(place)
    painter.restore()
