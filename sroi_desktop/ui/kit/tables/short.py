"""A table on a page that scrolls as a whole: as high as its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sroi_desktop.ui.kit.tables.view import TableView

Row = TypeVar("Row")


class ShortTable(TableView[Row]):
    """A table as high as its rows, at most `MOST` of them; more of them scroll within it."""

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
        shown = max(1, min(self.MOST, len(self.rows())))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * self.row_height() + 2 * self.frameWidth() + 2)
