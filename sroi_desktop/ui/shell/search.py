"""Search over everything: a line and its hits, laid over the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sroi_desktop.language import _
from sroi_desktop.ui.kit.content import SearchResult
from sroi_desktop.ui.kit.icons import icon_pixmap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.text import Muted

Index = QModelIndex | QPersistentModelIndex
_RESULT = Qt.ItemDataRole.UserRole


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit: icon, title, and a quiet line beneath it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(current_look().em(10), current_look().em(3.4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one hit."""
        result = index.data(_RESULT)
        if not isinstance(result, SearchResult):
            return
        look = current_look()
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(area, 7, 7)
        side = look.em(1.3)
        top = area.center().y() - side // 2
        painter.drawPixmap(area.left() + 10, top, icon_pixmap(result.icon, "muted", side))
        words = area.adjusted(side + 22, 0, -10, 0)
        half = words.height() // 2
        upper = words.adjusted(0, look.em(0.3), 0, -half)
        lower = words.adjusted(0, half, 0, -look.em(0.3))
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        painter.drawText(upper, start, _cut(painter, result.title, upper))
        painter.setFont(look.font("hint"))
        painter.setPen(look.colour("muted"))
        painter.drawText(lower, start, _cut(painter, result.detail, lower))
        painter.restore()


class _Line(SearchField):
    """The line; Up and Down move through the hits while one goes on typing."""

    moved = Signal(int)
    accepted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys that belong to the hits on to them."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user looks elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


class SearchPanel(QFrame):
    """The search. It asks for hits and shows them; finding is done elsewhere.

    Signals:
        search_changed(str): find hits for this text and call `show_results`.
        result_chosen(object): the `SearchResult` to open.
    """

    search_changed = Signal(str)
    result_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setProperty("floating", True)
        self.hide()
        self._origin: QWidget | None = None
        self._line = _Line(_("Search contracts, efforts, evidence and help"), self)
        self._line.setObjectName("search.line")
        self._hits = QListWidget(self)
        self._hits.setObjectName("search.hits")
        self._hits.setAccessibleName(_("Results"))
        self._hits.setItemDelegate(_HitDelegate(self._hits))
        self._hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Muted(_("Nothing found."), "small", parent=self)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 12, 12, 12)
        body.setSpacing(8)
        body.addWidget(self._line)
        body.addWidget(self._nothing)
        body.addWidget(self._hits, 1)
        self._line.search_changed.connect(self._ask)
        self._line.moved.connect(self._move)
        self._line.accepted.connect(self._accept)
        self._line.left.connect(self._on_left)
        self._hits.itemClicked.connect(self._choose)

    def open(self) -> None:
        """Show the search with an empty line; Escape leads back to where one was."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._origin = focused
        self._line.clear()
        self.show_results((), asked=False)
        self.place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Lie over the middle of the window, near its top."""
        window = self.parentWidget()
        if window is None:
            return
        look = current_look()
        wide = min(look.em(44), window.width() - 48)
        rows = min(7, self._hits.count())
        high = look.em(2.6) + 24 + (look.em(3.4) * rows + 12 if rows else look.em(1.8) + 8)
        self.setGeometry((window.width() - wide) // 2, look.em(4), wide, high)

    def show_results(self, results: Sequence[SearchResult], *, asked: bool = True) -> None:
        """Show these hits; the best first. `asked` False leaves out "nothing found"."""
        self._hits.clear()
        for result in results:
            item = QListWidgetItem(f"{result.title}, {result.detail}")
            item.setData(_RESULT, result)
            self._hits.addItem(item)
        self._hits.setVisible(bool(results))
        self._nothing.setVisible(asked and not results)
        if results:
            self._hits.setCurrentRow(0)
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            if self._origin is not None and isValid(self._origin):
                self._origin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _ask(self, text: str) -> None:
        if text:
            self.search_changed.emit(text)
        else:
            self.show_results((), asked=False)

    @Slot(int)
    def _move(self, step: int) -> None:
        row = max(0, min(self._hits.count() - 1, self._hits.currentRow() + step))
        self._hits.setCurrentRow(row)
        item = self._hits.item(row)
        if item is not None:
            self._line.setAccessibleDescription(item.text())

    @Slot()
    def _accept(self) -> None:
        item = self._hits.currentItem()
        if item is not None:
            self._choose(item)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.result_chosen.emit(item.data(_RESULT))

    @Slot()
    def _on_left(self) -> None:
        if self.isVisible() and self.window().isActiveWindow():
            self.hide()


def _cut(painter: QPainter, text: str, area: QRect) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
