"""The pill: a state in one or two words on a soft background."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import Look, current_look
from sroi_desktop.ui.kit.palette import Tone

_GAP = 4


class Pill(QLabel):
    """Shows a `PillContent`. A label, so that a screen reader reads its words."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = PillContent(text, tone, icon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_content(self._content)

    def set_content(self, content: PillContent | None) -> None:
        """Show another state; None hides the pill."""
        self.setVisible(content is not None)
        if content is None:
            return
        self._content = content
        self.setText(content.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the words and the icon take."""
        return pill_size(self._content, current_look())

    def minimumSizeHint(self) -> QSize:
        """Never cut a state short."""
        return self.sizeHint()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill over the whole label."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._content, current_look())
        painter.end()


def pill_size(content: PillContent, look: Look) -> QSize:
    """Return the size of a pill in pixels; tables ask for it too."""
    metrics = QFontMetricsF(look.font("hintstrong"))
    wide = metrics.horizontalAdvance(content.text) + 2 * look.em(0.75)
    if content.icon is not None:
        wide += look.em(0.9) + (_GAP if content.text else 0)
    return QSize(round(wide) + 1, round(metrics.height()) + 5)


def paint_pill(painter: QPainter, area: QRectF, content: PillContent, look: Look) -> None:
    """Draw a pill into `area`; used by the label and by tables."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.palette.outline(content.tone)), 1))
    painter.setBrush(look.soft(content.tone))
    edge = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
    inner = area.adjusted(look.em(0.75), 0, -look.em(0.5), 0)
    if content.icon is not None:
        side = look.em(0.9)
        place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        paint_icon(painter, place, content.icon, look.foreground(content.tone))
        inner.setLeft(place.right() + _GAP)
    painter.setFont(look.font("hintstrong"))
    painter.setPen(look.foreground(content.tone))
    start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, start, content.text)
    painter.restore()
