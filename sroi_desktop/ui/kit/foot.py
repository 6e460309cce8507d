"""The buttons at the foot of a step: one line, and as few more as the room asks for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.flow import FlowBox, height_of, wish_of


class Foot(FlowBox):
    """The way back at the left, the other buttons at the right, the main one last.

    Where they do not fit on one line the main one gets a line of its own above the others: the
    questions need the room that a line for each would take.
    """

    def __init__(self, back: QWidget, *others: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12, line_spacing=8)
        self._back = back
        self.add(back, *others)

    def _arrange(self, width: int, *, place: bool) -> int:
        top = 0
        for line in self._lines(width):
            high = max(height_of(item, width) for item in line)
            if place:
                self._place(line, QRect(0, top, width, high))
            top += high + self._line_gap
        return max(0, top - self._line_gap)

    def _lines(self, width: int) -> list[list[QWidget]]:
        """Return what stands on which line, from the top."""
        items = self._shown()
        if len(items) < 2 or self._length(items) <= width:
            return [items] if items else []
        *others, main = items
        if self._length(others) <= width:
            return [[main], others]
        return [[item] for item in reversed(items)]

    def _length(self, items: list[QWidget]) -> int:
        return sum(wish_of(item).width() for item in items) + self._gap * (len(items) - 1)

    def _place(self, line: list[QWidget], area: QRect) -> None:
        fills = len(line) == 1 and len(self._lines(area.width())) > 1
        right = area.right() + 1
        for item in reversed(line):
            wide = area.width() if fills else min(wish_of(item).width(), area.width())
            left = area.left() if item is self._back else right - wide
            item.setGeometry(QRect(left, area.top(), wide, area.height()))
            right -= wide + self._gap
