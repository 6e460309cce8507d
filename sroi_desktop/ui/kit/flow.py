"""Boxes that follow the room there is: equal columns that become fewer, rows that wrap.

They are widgets that place their children themselves, not layouts: a layout written in Python
shares the ownership of its items with Qt, which is easy to get wrong and hard to find.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sroi_desktop.ui.kit.boxes import dispose
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.text import Text


class FlowBox(QWidget):
    """What these boxes share: children in order, and a height that follows from the width."""

    def __init__(self, parent: QWidget | None, *, spacing: int, line_spacing: int) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._gap = spacing
        self._line_gap = line_spacing
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets behind those that are there."""
        for widget in widgets:
            widget.setParent(self)
            self._items.append(widget)
            if self.isVisible():
                widget.show()
        self._rearrange()

    def remove(self, widget: QWidget) -> None:
        """Dispose of one widget."""
        self._items.remove(widget)
        dispose(widget)
        self._rearrange()

    def clear(self) -> None:
        """Dispose of all widgets."""
        for widget in self._items:
            dispose(widget)
        self._items = []
        self._rearrange()

    def items(self) -> tuple[QWidget, ...]:
        """Return the widgets in order."""
        return tuple(self._items)

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self._rearrange()

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at that width."""
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        """Return the size with all widgets on one line, as far as that is sensible."""
        wide = self._natural_width()
        return QSize(wide, self._arrange(wide, place=False))

    def minimumSizeHint(self) -> QSize:
        """Return the widest single widget; the height follows from the width given."""
        widest = max((_least(item).width() for item in self._shown()), default=0)
        high = self._arrange(max(self.width(), widest), place=False)
        return QSize(widest, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets in the new room."""
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)
        # The least height depends on the width: tell the layout around this box.
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place the widgets again when one of them needs another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._rearrange()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Place what was added while nobody saw it."""
        super().showEvent(event)
        self._arrange(self.width(), place=True)

    def _rearrange(self) -> None:
        # While a page is built its boxes are filled one by one: placing waits until it is shown.
        if self.isVisible():
            self._arrange(self.width(), place=True)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [item for item in self._items if not item.isHidden()]

    def _natural_width(self) -> int:
        hints = [wish_of(item).width() for item in self._shown()]
        return sum(hints) + self._gap * max(0, len(hints) - 1)

    def _arrange(self, width: int, *, place: bool) -> int:
        """Place the widgets if asked, and return the height they take."""
        raise NotImplementedError


class Columns(FlowBox):
    """As many equal columns as fit, each at least `narrowest` times the text height wide."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        narrowest: float = 24,
        most: int = 4,
        spacing: int = 14,
    ) -> None:
        super().__init__(parent, spacing=spacing, line_spacing=spacing)
        self._narrowest = narrowest
        self._most = most

    def set_most(self, most: int) -> None:
        """Allow at most so many columns."""
        self._most = max(1, most)
        self._rearrange()

    def columns(self, width: int) -> int:
        """Return how many columns fit in that width."""
        least = current_look().em(self._narrowest)
        fitting = (width + self._gap) // (least + self._gap)
        return max(1, min(self._most, fitting))

    def _natural_width(self) -> int:
        count = min(self._most, len(self._shown()))
        return count * current_look().em(self._narrowest) + self._gap * max(0, count - 1)

    def _arrange(self, width: int, *, place: bool) -> int:
        items = self._shown()
        columns = self.columns(width)
        wide = (width - self._gap * (columns - 1)) // columns
        top = 0
        for start in range(0, len(items), columns):
            line = items[start : start + columns]
            heads = _heads(line, wide)
            high = max(_height_beneath(item, wide, heads) for item in line)
            if place:
                _align_heads(line, wide, heads)
                for number, item in enumerate(line):
                    item.setGeometry(QRect(number * (wide + self._gap), top, wide, high))
            top += high + self._line_gap
        return top - self._line_gap if items else 0


class Wrap(FlowBox):
    """Widgets side by side, going on in the next line where there is no room.

    With `spread` the last widget stands at the right end, on whichever line it comes.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 12,
        line_spacing: int = 6,
        spread: bool = False,
    ) -> None:
        super().__init__(parent, spacing=spacing, line_spacing=line_spacing)
        self._spread = spread

    def _arrange(self, width: int, *, place: bool) -> int:
        left, top, high = 0, 0, 0
        line: list[tuple[QWidget, QRect]] = []
        for item in self._shown():
            wide = min(wish_of(item).width(), width)
            if line and left + wide > width:
                _settle(line, high, place=place)
                top += high + self._line_gap
                line, left, high = [], 0, 0
            own = height_of(item, wide)
            line.append((item, QRect(left, top, wide, own)))
            left += wide + self._gap
            high = max(high, own)
        if self._spread and line:
            item, area = line[-1]
            line[-1] = (item, area.translated(width - area.right() - 1, 0))
        _settle(line, high, place=place)
        return top + high


class MainAndSide(FlowBox):
    """A wide widget and a narrow one beside it; beneath it where the window is narrow."""

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        side_width: float = 21,
        narrowest: float = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, spacing=14, line_spacing=14)
        self._side_width = side_width
        self._narrowest = narrowest
        self.add(main, side)

    def is_stacked(self, width: int) -> bool:
        """Tell whether the narrow widget goes beneath the wide one at that width."""
        return width < current_look().em(self._side_width + self._narrowest) + self._gap

    def _arrange(self, width: int, *, place: bool) -> int:
        main, side = self._items
        if self.is_stacked(width):
            first = height_of(main, width)
            second = height_of(side, width)
            if place:
                main.setGeometry(0, 0, width, first)
                side.setGeometry(0, first + self._line_gap, width, second)
            return first + self._line_gap + second
        narrow = current_look().em(self._side_width)
        wide = width - narrow - self._gap
        high = max(height_of(main, wide), height_of(side, narrow))
        if place:
            high = max(high, self.height())
            main.setGeometry(0, 0, wide, high)
            side.setGeometry(wide + self._gap, 0, narrow, high)
        return high


class _Headed(Protocol):
    """What has a head above it, such as the question of a field."""

    def head_height(self, width: int) -> int: ...

    def head_lowered(self) -> int: ...

    def lower_head(self, pixels: int) -> None: ...


def _head(item: QWidget) -> _Headed | None:
    # Asked for every item at every width: a protocol that is checked takes 25 us to say no.
    return cast("_Headed", item) if hasattr(item, "lower_head") else None


def _heads(line: Sequence[QWidget], width: int) -> int:
    """Return the height all heads of one line get, so that what is beneath stands level."""
    headed = [head for head in map(_head, line) if head is not None]
    return max((head.head_height(width) for head in headed), default=0)


def _height_beneath(item: QWidget, width: int, heads: int) -> int:
    """Return the height of an item once its head is as high as the others."""
    head = _head(item)
    if head is None:
        return height_of(item, width)
    return height_of(item, width) - head.head_lowered() + heads - head.head_height(width)


def _align_heads(line: Sequence[QWidget], width: int, heads: int) -> None:
    for item in line:
        head = _head(item)
        if head is not None:
            head.lower_head(heads - head.head_height(width))


def wish_of(item: QWidget) -> QSize:
    """Return the size the widget would like, within what it allows."""
    hint = item.sizeHint()
    if isinstance(item, Text) and item.wordWrap():
        # A label that may wrap asks for a squarish shape; here one line comes first.
        hint.setWidth(item.line_width() + 2)
    return hint.expandedTo(_least(item)).boundedTo(item.maximumSize())


def _least(item: QWidget) -> QSize:
    return item.minimumSizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())


def height_of(item: QWidget, width: int) -> int:
    """Return the height the widget takes at that width."""
    wish = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wish, item.minimumHeight())


def _settle(line: list[tuple[QWidget, QRect]], high: int, *, place: bool) -> None:
    """Place the widgets of one line, each in the middle of its height."""
    if not place:
        return
    for item, area in line:
        item.setGeometry(area.translated(0, (high - area.height()) // 2))
