"""The table itself: whole rows, keyboard first, columns that share the room, an empty state."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import compress
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.tables.columns import Column
from sroi_desktop.ui.kit.tables.delegate import CellDelegate, row_height
from sroi_desktop.ui.kit.tables.header import TableHeader
from sroi_desktop.ui.kit.tables.measuring import rooms
from sroi_desktop.ui.kit.tables.model import RowsModel
from sroi_desktop.ui.kit.tables.sharing import Room, kept, share

Row = TypeVar("Row")
_LEAST_ROWS = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class TableView(QTableView, Generic[Row]):
    """Shows rows of one kind. Enter or a double click opens a row.

    `name` is what a screen reader calls the table. `key` tells rows apart: the selection
    survives a reload as long as the row does. Columns are as wide as their words; those whose
    key is `optional` go, the last first, where the others would become too narrow.

    Signals:
        row_opened(object): the row the user opened.
        selection_changed(): other rows are selected.
    """

    row_opened = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        name: str,
        many: bool = False,
        optional: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: RowsModel[Row] = RowsModel(columns, key, self)
        self._optional = [column.key in optional for column in columns]
        self._rooms: list[Room] = []
        self._empty: EmptyState | None = None
        self._filtered_words = ("", "")
        self._plain_words = ("", "")
        self._widths: dict[str, int] = {}
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self._configure(many=many)
        self.fit_to_look()
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._on_entered)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self._rows.modelReset.connect(self._on_reset)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; selection, filter and sorting stay where they can."""
        self._keep_selection(self._rows.set_rows, rows)
        self._measure()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of the text occurs."""
        self._keep_selection(self._rows.set_filter, text)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown, in their order."""
        return self._rows.rows()

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the selected rows, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.row_at(place) for place in places)

    def select_keys(self, keys: Sequence[Hashable]) -> None:
        """Select the rows with these keys, as far as they are shown."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().clearSelection()
        for key in keys:
            place = self._rows.place_of(key)
            if place is not None:
                index = self._rows.index(place, 0)
                self.selectionModel().select(index, flags)
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.NoUpdate
                )

    def set_empty(self, state: EmptyState, *, filtered: tuple[str, str] | None = None) -> None:
        """Show `state` while there are no rows; `filtered` has title and text for a filter."""
        self._empty = state
        state.setParent(self.viewport())
        self._filtered_words = filtered or ("", "")
        self._plain_words = state.words()
        self._on_reset()

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column with that key."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for place, column in enumerate(self._rows.columns):
            if column.key == key:
                self.sortByColumn(place, order)

    def column_widths(self) -> dict[str, int]:
        """Return the widths the user gave to columns, in pixels, to be kept in settings."""
        return dict(self._widths)

    def set_column_widths(self, widths: dict[str, int]) -> None:
        """Give columns the widths kept before."""
        self._widths = dict(widths)
        self._share_room()

    def fit_to_look(self) -> None:
        """Measure rows and columns again at the new text size."""
        head = self.verticalHeader()
        head.setMinimumSectionSize(self.row_height())
        head.setDefaultSectionSize(self.row_height())
        self.setMinimumHeight(self.row_height() * _LEAST_ROWS)
        self.horizontalHeader().setMinimumSectionSize(current_look().em(3))
        self._measure()

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        detailed = any(column.detail is not None for column in self._rows.columns)
        return row_height(current_look(), detailed=detailed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room among the columns."""
        super().resizeEvent(event)
        self._share_room()
        self._place_empty()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the mark of the mouse off its row."""
        super().leaveEvent(event)
        self._delegate.hovered_row = -1
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter; all else as tables do."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a row for who comes with the Tab key: the keys act on the row that is chosen."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))

    def _configure(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = TableHeader(self)
        self.setHorizontalHeader(head)
        head.sectionResized.connect(self._on_resized)
        # No column is sorted until the user or the screen asks for it.
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _measure(self) -> None:
        """Find out how much room the words of each column take; a filter changes no widths."""
        self._rooms = rooms(self._rows.columns, self._rows.all_rows())
        self._share_room()

    def _share_room(self) -> None:
        """Leave out the columns there is no room for, and give the others their width."""
        width = self.viewport().width()
        wanted = [
            self._wanted(column.key, room)
            for column, room in zip(self._rows.columns, self._rooms, strict=True)
        ]
        stays = kept(width, wanted, self._optional)
        widths = iter(share(width, list(compress(wanted, stays))))
        head = self.horizontalHeader()
        head.blockSignals(True)
        for place, is_in in enumerate(stays):
            self.setColumnHidden(place, not is_in)
            if is_in:
                self.setColumnWidth(place, next(widths))
        head.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def _wanted(self, key: str, room: Room) -> Room:
        """Return what a column asks: the width the user gave it, or what its words take."""
        own = self._widths.get(key)
        return room if own is None else Room(own, own, room.stretches)

    def _keep_selection(self, change: Callable[..., None], value: object) -> None:
        model = self._rows
        keys = [model.key_at(index.row()) for index in self.selectionModel().selectedRows()]
        place = self.verticalScrollBar().value()
        change(value)
        self.select_keys(keys)
        self.verticalScrollBar().setValue(place)

    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    @Slot()
    def _on_reset(self) -> None:
        if self._empty is None:
            return
        hidden = bool(self._rows.all_rows()) and bool(self._filtered_words[0])
        self._empty.set_words(*(self._filtered_words if hidden else self._plain_words))
        self._empty.setVisible(self._rows.rowCount() == 0)
        self._place_empty()

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        if index.row() != self._delegate.hovered_row:
            self._delegate.hovered_row = index.row()
            self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_opened.emit(self._rows.row_at(index.row()))

    @Slot()
    def _on_selection(self) -> None:
        self.selection_changed.emit()

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, wide: int) -> None:
        self._widths[self._rows.columns[place].key] = wide
