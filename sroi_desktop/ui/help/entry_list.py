"""The list at the left: topics, or the places that a search found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.help.presenter import Entry
from sroi_desktop.ui.kit.look import current_look

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a line: its words, on as many lines as they need, and beneath them their topic."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the words take at the width of the list."""
        look = current_look()
        entry = index.data(_ENTRY)
        wide = self._view.viewport().width()
        if not isinstance(entry, Entry):
            return QSize(wide, 0)
        metrics = QFontMetrics(look.font("strong"))
        room = QRect(0, 0, wide - look.em(1.2), 10_000)
        high = metrics.boundingRect(room, _WRAPPED, entry.title).height() + look.em(1)
        return QSize(wide, high + (look.em(1.2) if entry.detail else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line; the open topic stands on a soft ground."""
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        look = current_look()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        words = option.rect.adjusted(look.em(0.7), look.em(0.5), -look.em(0.5), -look.em(0.5))
        painter.setFont(look.font("strong" if chosen or entry.detail else "body"))
        painter.setPen(look.colour("accent" if chosen else "text"))
        painter.drawText(words, _WRAPPED, entry.title)
        if entry.detail:
            painter.setFont(look.font("hint"))
            painter.setPen(look.colour("muted"))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignBottom, shown)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    look = current_look()
    ground = None
    if option.state & QStyle.StateFlag.State_Selected:
        ground = look.colour("accent_soft")
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = look.colour("hover")
    focused = option.state & QStyle.StateFlag.State_HasFocus
    if ground is None and not focused:
        return
    painter.setPen(QPen(look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 7, 7)


class EntryList(QListWidget):
    """The lines; moving to one with the keys shows it at once, as a click does.

    Signals:
        entry_chosen(str): key of a line.
    """

    entry_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.entries")
        self.setAccessibleName(_("Topics"))
        self.setItemDelegate(_EntryDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item)

    def set_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show these lines, the one of that key marked."""
        self.clear()
        for entry in entries:
            spoken = f"{entry.title}, {entry.detail}" if entry.detail else entry.title
            item = QListWidgetItem(spoken, self)
            item.setData(_ENTRY, entry)
            item.setToolTip(entry.title)
            if entry.key == current:
                self.setCurrentItem(item)

    def fit_to_look(self) -> None:
        """Measure the lines again at the new text size."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines again: a narrow one is higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current line with Enter or the space bar; moving opens as well."""
        before = self.currentItem()
        if event.key() not in _OPEN:
            super().keyPressEvent(event)
            if self.currentItem() is before:
                return
        self._open_current()

    def _open_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self._on_item(item)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY)
        if isinstance(entry, Entry):
            self.entry_chosen.emit(entry.key)
