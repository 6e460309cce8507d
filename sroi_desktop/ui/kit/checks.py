"""A box to tick whose words wrap: Qt's own keeps them on one line, however wide that becomes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from sroi_desktop.ui.kit.look import current_look

_LEAST_EM = 10
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


class CheckBox(QCheckBox):
    """Looks as Qt's own where the words fit on one line, and wraps them where they do not."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need at that width."""
        line = super().sizeHint()
        if width >= line.width():
            return line.height()
        words = self._words(width)
        return max(line.height(), words.height() + line.height() - self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the words can still wrap."""
        line = super().minimumSizeHint()
        wide = min(line.width(), current_look().em(_LEAST_EM))
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def hitButton(self, place: QPoint) -> bool:
        """Take a click on any of the lines."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box beside the first line of its words."""
        if self.width() >= super().sizeHint().width():
            super().paintEvent(event)
            return
        look = current_look()
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        option = self._first_line(self.width())
        box = QStyle.SubElement.SE_CheckBoxIndicator
        option.rect = self.style().subElementRect(box, option, self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option)
        painter.setPen(look.colour("text" if self.isEnabled() else "disabled"))
        painter.drawText(self._words(self.width()), int(_FLAGS), self.text())
        painter.end()

    def _first_line(self, width: int) -> QStyleOptionButton:
        """Return what the style needs to know to place the box at the first line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, super().sizeHint().height())
        return option

    def _words(self, width: int) -> QRect:
        """Return where the words stand: right of the box, from the first line down."""
        option = self._first_line(width)
        line = option.rect.height()
        words = QStyle.SubElement.SE_CheckBoxContents
        area = self.style().subElementRect(words, option, self)
        metrics = self.fontMetrics()
        top = (line - metrics.height()) // 2
        room = QRect(area.left(), top, width - area.left() - 4, 10_000)
        return metrics.boundingRect(room, int(_FLAGS), self.text())
