"""The list of rule sets as a widget: two lines each, with a mark for what is complete."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import Look, TextRole, current_look
from sroi_desktop.ui.kit.palette import ColourName
from sroi_desktop.ui.rules.content import ListedSet
from sroi_desktop.ui.rules.model import SET_ROLE, SetsModel

Index = QModelIndex | QPersistentModelIndex
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SetDelegate(QStyledItemDelegate):
    """Paints one rule set of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one row: the same for all."""
        look = current_look()
        return QSize(0, 2 * _line(look) + look.em(1.2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the mark, the title and the line beneath it."""
        look = current_look()
        one: ListedSet = index.data(SET_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, look.colour("accent_soft"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        self._draw(painter, area, one, look, chosen=chosen)
        painter.restore()

    def _draw(
        self, painter: QPainter, area: QRectF, one: ListedSet, look: Look, *, chosen: bool
    ) -> None:
        side, gap, line = look.em(1.2), look.em(0.8), _line(look)
        top = area.top() + look.em(0.6)
        mark = QRectF(area.left() + gap, top + (line - side) / 2, side, side)
        paint_icon(painter, mark, one.icon, "accent" if chosen else "muted")
        words = QRectF(mark.right() + gap, top, area.right() - mark.right() - 2 * gap, line)
        _write(painter, words, one.title, "smallstrong", "text")
        _write(painter, words.translated(0, line), one.about, "hint", "muted")


def _line(look: Look) -> int:
    return round(QFontMetrics(look.font("smallstrong")).height() * 1.15)


def _write(painter: QPainter, area: QRectF, text: str, role: TextRole, colour: ColourName) -> None:
    look = current_look()
    painter.setFont(look.font(role))
    painter.setPen(look.colour(colour))
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, mode, int(area.width()))
    painter.drawText(area, _START, shown)


class SetList(QListView):
    """The rule sets; the one that the keys are on is shown.

    Signals:
        set_chosen(str): id of the rule set that the user went to.
    """

    set_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules.list")
        self.setAccessibleName(_("Rule sets"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._sets = SetsModel(self)
        self._quiet = False
        self.setModel(self._sets)
        self.setItemDelegate(SetDelegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_list(self, sets: tuple[ListedSet, ...], chosen: str | None) -> None:
        """List these rule sets, one of them chosen."""
        self._quiet = True
        if sets != self._sets.sets():
            self._sets.set_sets(sets)
        place = self._sets.place_of(chosen)
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._sets.index(place))
        self._quiet = False

    def fit_to_look(self) -> None:
        """Measure the rows again at the new text size."""
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.set_chosen.emit(self._sets.sets()[current.row()].id)
