"""The list of rule sets as a widget: where they hold, and how much of them is known."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.kit.look import Look, TextRole, current_look
from sroi_desktop.ui.kit.palette import ColourName
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.rules.content import ListedSet
from sroi_desktop.ui.rules.model import SET_ROLE, SetsModel

Index = QModelIndex | QPersistentModelIndex
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SetDelegate(QStyledItemDelegate):
    """Paints one rule set of the list: the place, the title, and how much of it is known."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one row: as many lines as its words need, two of each at most."""
        look = current_look()
        one: ListedSet = index.data(SET_ROLE)
        width = self._list.viewport().width()
        high = sum(area.height() for _words, area in _texts(one, QRectF(0, 0, width, 0), look))
        return QSize(0, round(high) + pill_size(one.state, look).height() + look.em(1.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the words and the state; a soft ground tells which set is shown."""
        look = current_look()
        one: ListedSet = index.data(SET_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("accent_soft"))
            mark = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(mark, look.colour("accent"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        below = area.top()
        for words, place in _texts(one, area, look):
            _write(painter, place, words, look)
            below = place.bottom()
        size = pill_size(one.state, look)
        start = QPointF(area.left() + look.em(0.9), below + look.em(0.35))
        paint_pill(painter, QRectF(start, QSizeF(size)), one.state, look)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Words:
    """Some words in the list, broken into lines, and how they are drawn."""

    lines: tuple[str, ...]
    role: TextRole
    colour: ColourName


def _texts(one: ListedSet, area: QRectF, look: Look) -> list[tuple[_Words, QRectF]]:
    """Return what is written where in a row that begins at the top of the area."""
    found, top = [], area.top() + look.em(0.55)
    inner = area.adjusted(look.em(0.9), 0, -look.em(0.7), 0)
    roles: tuple[tuple[str, TextRole, ColourName], ...] = (
        (one.places, "smallstrong", "text"),
        (one.about, "hint", "muted"),
    )
    for text, role, colour in roles:
        metrics = QFontMetricsF(look.font(role))
        lines = broken(text, metrics, inner.width())
        high = metrics.height() * len(lines)
        place = QRectF(inner.left(), top, inner.width(), high)
        found.append((_Words(lines, role, colour), place))
        top += high
    return found


def broken(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Return a text in at most two lines, the second cut where there is more."""
    first, rest = "", text.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not rest:
        return (first,)
    if not first:
        first = rest.pop(0)
    cut = Qt.TextElideMode.ElideRight
    lines = (first, " ".join(rest)) if rest else (first,)
    return tuple(metrics.elidedText(line, cut, width) for line in lines)


def _write(painter: QPainter, area: QRectF, words: _Words, look: Look) -> None:
    painter.setFont(look.font(words.role))
    painter.setPen(look.colour(words.colour))
    high = area.height() / len(words.lines)
    for number, line in enumerate(words.lines):
        place = QRectF(area.left(), area.top() + number * high, area.width(), high)
        painter.drawText(place, _START, line)


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew in the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def fit_to_look(self) -> None:
        """Measure the rows again at the new text size."""
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.set_chosen.emit(self._sets.sets()[current.row()].id)
