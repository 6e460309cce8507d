"""The editor of a list to choose from; what does not fit in it ends in an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from sroi_desktop.ui.kit.look import current_look

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SearchLine(QLineEdit):
    """The line of a searchable list: an answer that does not fit ends in an ellipsis."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits of an answer that is looked at; what is being typed scrolls."""
        area = self.contentsRect().adjusted(2, 0, -2, 0)
        if self.hasFocus() or _fits(self, self.text(), area.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(area, _MIDDLE, _cut(self, self.text(), area.width()))
        painter.end()


class Combo(QComboBox):
    """A combo box that leaves the mouse wheel to the page unless it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setView(QListView(self))
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page: a wheel that passes over a field must not change it."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Be as high as a line edit."""
        size = super().sizeHint()
        size.setHeight(max(size.height(), current_look().em(2.43) + 2))
        return size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the answer, with an ellipsis where it does not fit."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width() - 4
        if self.isEditable() or _fits(self, option.currentText, room):
            super().paintEvent(event)
            return
        option.currentText = _cut(self, option.currentText, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say an answer that does not fit in the tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            fits = _fits(self, self.currentText(), self.width() - current_look().em(3.6))
            self.setToolTip("" if fits else self.currentText())
        return super().event(event)

    def showPopup(self) -> None:
        """Make the list wide enough for its longest choice."""
        widest = max((self.view().sizeHintForColumn(0), self.width()))
        limit = self.screen().availableGeometry().width() // 2
        self.view().setMinimumWidth(min(widest + current_look().em(2), limit))
        super().showPopup()


def _fits(widget: QWidget, text: str, width: int) -> bool:
    return widget.fontMetrics().horizontalAdvance(text) <= width


def _cut(widget: QWidget, text: str, width: int) -> str:
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
