"""Paints one contract of the list as a card: only those in sight, so that 200 cost no more than 5.

On a narrow list, or with large text, the parts of a card come beneath each other.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sroi_desktop.ui.contracts.cards import ContractCard
from sroi_desktop.ui.contracts.model import CARD_ROLE
from sroi_desktop.ui.kit.look import Look, TextRole, current_look
from sroi_desktop.ui.kit.palette import ColourName
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.kit.progress import paint_bar

Index = QModelIndex | QPersistentModelIndex
GAP = 12
_NARROW_EM = 50
# Room for the longest amount that is open: "nog € 1.234.567 in te vullen".
_END_EM = 14
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ContractDelegate(QStyledItemDelegate):
    """Paints a `ContractCard`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one card: the same for all."""
        return QSize(0, card_height(option.rect.width(), current_look()) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card with its ground, and the ring of the focus."""
        card = index.data(CARD_ROLE)
        area: QRect = option.rect.adjusted(1, 1, -1, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, area, option, hovered=index.row() == self.hovered_row)
        _Drawing(painter, area, card, current_look()).draw()
        painter.restore()


def card_height(width: int, look: Look) -> int:
    """Return the height of a card at that width of the list, in pixels."""
    lines = 5 if _is_narrow(width, look) else 3
    return round(lines * _line(look)) + 2 * look.em(1.1)


def _is_narrow(width: int, look: Look) -> bool:
    return width < look.em(_NARROW_EM)


def _line(look: Look) -> float:
    return QFontMetrics(look.font("heading")).height() * 1.22


def _ground(painter: QPainter, area: QRect, option: QStyleOptionViewItem, *, hovered: bool) -> None:
    look = current_look()
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    edge: ColourName = "accent" if has_focus or is_chosen else "line"
    painter.setBrush(look.colour("hover" if hovered else "card"))
    painter.setPen(QPen(look.colour(edge), 2 if has_focus else 1))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class _Drawing:
    """One drawing of a card into its area."""

    def __init__(self, painter: QPainter, area: QRect, card: ContractCard, look: Look) -> None:
        self._painter = painter
        self._card = card
        self._look = look
        self._inner = QRectF(area).adjusted(
            look.em(1.3), look.em(1.1), -look.em(1.3), -look.em(1.1)
        )
        self._line = _line(look)
        self._narrow = _is_narrow(area.width(), look)

    def draw(self) -> None:
        """Draw the words, the bar, the amounts and the state."""
        if self._narrow:
            self._draw_narrow()
        else:
            self._draw_wide()

    def _draw_wide(self) -> None:
        inner, gap = self._inner, self._look.em(2)
        room = self._look.em(_END_EM)
        end = inner.adjusted(inner.width() - room, 0, 0, 0)
        rest = inner.width() - room - 2 * gap
        left = QRectF(inner.left(), inner.top(), rest / 2, inner.height())
        bar = QRectF(left.right() + gap, inner.top(), rest / 2, inner.height())
        self._names(left)
        self._amounts(bar.adjusted(0, self._line * 0.35, 0, 0))
        pill = pill_size(self._card.pill, self._look)
        wide = min(pill.width(), end.width())
        place = QRectF(end.right() - wide, end.top() + 1, wide, pill.height())
        paint_pill(self._painter, place, self._card.pill, self._look)
        self._open(end)

    def _draw_narrow(self) -> None:
        inner = self._inner
        pill = pill_size(self._card.pill, self._look)
        place = QRectF(inner.right() - pill.width(), inner.top(), pill.width(), pill.height())
        self._names(inner, shorter=pill.width() + self._look.em(1))
        paint_pill(self._painter, place, self._card.pill, self._look)
        self._amounts(inner.adjusted(0, self._line * 3.25, 0, 0), with_open=True)

    def _open(self, end: QRectF) -> None:
        """Write what is open beneath the state; hours beside euros may take a second line."""
        painter = self._painter
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.colour("text"))
        fits = painter.fontMetrics().horizontalAdvance(self._card.open) <= end.width()
        foot = end.adjusted(0, self._line * (1.55 if fits else 1.15), 0, 0)
        painter.drawText(foot, _TOP_END | Qt.TextFlag.TextWordWrap, self._card.open)

    def _names(self, area: QRectF, shorter: float = 0.0) -> None:
        card = self._card
        self._text(area.adjusted(0, 0, -shorter, 0), card.title, "heading", "text")
        self._text(area.adjusted(0, self._line, 0, 0), card.about, "small", "muted")
        self._text(area.adjusted(0, self._line * 2, 0, 0), card.period, "small", "muted")

    def _amounts(self, area: QRectF, *, with_open: bool = False) -> None:
        card, look = self._card, self._look
        high = look.em(0.86)
        if card.shares is not None:
            paint_bar(self._painter, QRectF(area.left(), area.top(), area.width(), high),
                      card.shares, look)  # fmt: skip
        words = area.adjusted(0, high + self._line * 0.3, 0, 0)
        done = self._text(words, card.realised, "smallstrong", "text") + look.em(0.6)
        owed = f"{card.owed} · {card.open}" if with_open and card.open else card.owed
        room = QFontMetrics(look.font("small")).horizontalAdvance(owed)
        if done + room <= words.width() or with_open:
            self._text(words.adjusted(done, 0, 0, 0), owed, "small", "muted", _END)
        else:  # a card has a third line, which only the names use
            self._text(words.adjusted(0, self._line * 0.9, 0, 0), owed, "small", "muted")

    def _text(
        self,
        area: QRectF,
        text: str,
        role: TextRole,
        colour: ColourName,
        align: Qt.AlignmentFlag = _START,
    ) -> int:
        """Write one line at the top of the area, shortened to its room; return its width."""
        painter = self._painter
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(colour))
        line = QRectF(area.left(), area.top(), area.width(), self._line)
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, mode, int(line.width()))
        painter.drawText(line, align, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
