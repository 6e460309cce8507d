"""Tables that fit their place: without the columns there is no room for, as high as their rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.tables import Column, TableView
from sroi_desktop.ui.kit.tables.delegate import row_height

Row = TypeVar("Row")


class FittingTable(TableView[Row]):
    """A table that leaves out its `optional` columns, the last first, where there is no room."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        name: str,
        optional: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._columns = tuple(columns)
        self._optional = tuple(optional)
        super().__init__(columns, key, name=name, parent=parent)

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        super().fit_to_look()
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether there is room for every column."""
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        look = current_look()
        room = self.viewport().width() - sum(look.em(column.width) for column in self._columns)
        left_out: dict[str, int] = {}
        for place, column in reversed(tuple(enumerate(self._columns))):
            is_out = room < 0 and column.key in self._optional
            self.setColumnHidden(place, is_out)
            if is_out:
                left_out[column.key] = 0
                room += look.em(column.width)
        if left_out != self.column_widths():
            self.set_column_widths(left_out)


class ShortTable(FittingTable[Row]):
    """A table on a page that scrolls as a whole: as high as its rows, at most `MOST` of them."""

    MOST = 16

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, and be as high as they are."""
        super().set_rows(rows)
        self._fit_height()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        super().fit_to_look()
        self._fit_height()

    def _fit_height(self) -> None:
        look = current_look()
        shown = max(1, min(self.MOST, len(self.rows())))
        head = self.horizontalHeader().sizeHint().height()
        spare = 2 * self.frameWidth() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + shown * row_height(look) + spare)
