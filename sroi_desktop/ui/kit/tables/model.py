"""The rows of a table: filtered and sorted as plain data, shown only where they are looked at.

Sorting and filtering are done here and not by a proxy: a proxy asks Python for every comparison,
which takes seconds with ten thousand rows; Python's own sort takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sroi_desktop.ui.kit.icons import icon_pixmap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.tables.columns import Align, Column, SortValue, folded

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

PILL_ROLE = Qt.ItemDataRole.UserRole + 1
STYLE_ROLE = Qt.ItemDataRole.UserRole + 2
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 3

_ALIGN = {
    Align.START: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.END: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignCenter,
}


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of immutable rows. Roles: display text, `UserRole` the raw value to sort by."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._words: dict[Hashable, str] = {}
        self._needle: tuple[str, ...] = ()
        self._sorted_by = -1
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns, from left to right."""
        return self._columns

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; filter and sorting stay as they are."""
        self._all = tuple(rows)
        self._words = {}
        self._rebuild()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of the text occurs, in any column."""
        needle = tuple(folded(text).split())
        if needle != self._needle:
            self._needle = needle
            self._rebuild()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown, in their order: filtered and sorted."""
        return tuple(self._shown)

    def all_rows(self) -> tuple[Row, ...]:
        """Return all rows, those hidden by the filter included."""
        return self._all

    def row_at(self, place: int) -> Row:
        """Return the row at a place counted from 0."""
        return self._shown[place]

    def key_at(self, place: int) -> Hashable:
        """Return the key of the row at a place."""
        return self._key(self._shown[place])

    def place_of(self, key: Hashable) -> int | None:
        """Return the place of the row with that key, None when it is not shown."""
        for place, row in enumerate(self._shown):
            if self._key(row) == key:
                return place
        return None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows shown; a cell has none of its own."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns; a cell has none of its own."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows in that role."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        column, row = self._columns[index.column()], self._shown[index.row()]
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(column, row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column and where it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 keeps the order the rows came in. The selection moves along."""
        self._sorted_by = column
        self._order = order
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [(self.key_at(index.row()), index.column()) for index in kept]
        self._shown = self._arranged()
        if kept:
            places = {self._key(row): place for place, row in enumerate(self._shown)}
            moved = [self.index(places[key], across) for key, across in keys]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> list[Row]:
        shown = [row for row in self._all if self._matches(row)] if self._needle else [*self._all]
        if 0 <= self._sorted_by < len(self._columns):
            shown = self._in_order(shown, self._columns[self._sorted_by])
        return shown

    def _matches(self, row: Row) -> bool:
        key = self._key(row)
        words = self._words.get(key)
        if words is None:
            searched = [column for column in self._columns if column.search]
            shown = [column.text(row) for column in searched]
            shown += [column.detail(row) for column in searched if column.detail is not None]
            words = folded(" ".join(shown))
            self._words[key] = words
        return all(part in words for part in self._needle)

    def _in_order(self, rows: list[Row], column: Column[Row]) -> list[Row]:
        """Return the rows sorted, those without a value last whatever the order."""
        valued = [(column.sort_value(row), row) for row in rows]
        known = [pair for pair in valued if pair[0] is not None]
        known.sort(key=_first, reverse=self._order == Qt.SortOrder.DescendingOrder)
        unknown = [row for value, row in valued if value is None]
        return [row for _value, row in known] + unknown


def _first(pair: tuple[SortValue, object]) -> tuple[int, int, str]:
    """Return a value that sorts numbers before texts, so that a mixture is no error."""
    value = pair[0]
    if isinstance(value, int):
        return (0, value, "")
    return (1, 0, value or "")


def _decoration(column: Column[Row], row: Row) -> object:
    found = None if column.icon is None else column.icon(row)
    if found is None:
        return None
    name, tone = found
    look = current_look()
    colour = look.colour("muted") if tone is None else look.foreground(tone)
    return icon_pixmap(name, colour, look.em(1.15))


def _spoken(column: Column[Row], row: Row) -> object:
    words = column.text(row) if column.spoken is None else column.spoken(row)
    detail = "" if column.detail is None else column.detail(row)
    return ", ".join(part for part in (words, detail) if part)


_ANSWERS: dict[int, Callable[[Column[Any], Any], object]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda column, row: column.text(row),
    int(Qt.ItemDataRole.UserRole): lambda column, row: column.sort_value(row),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _row: _ALIGN[column.align],
    int(Qt.ItemDataRole.DecorationRole): _decoration,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
    int(Qt.ItemDataRole.ToolTipRole): lambda column, row: column.hint and column.hint(row),
    int(PILL_ROLE): lambda column, row: column.pill and column.pill(row),
    int(STYLE_ROLE): lambda column, _row: column,
    int(DETAIL_ROLE): lambda column, row: column.detail and column.detail(row),
}
