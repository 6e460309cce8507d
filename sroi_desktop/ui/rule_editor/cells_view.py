"""A table that is typed in: the keys lead from row to row, as fast as one reads from a page."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.tables.delegate import row_height
from sroi_desktop.ui.kit.tables.header import TableHeader
from sroi_desktop.ui.rule_editor.cells import CellsModel, EditDelegate
from sroi_desktop.ui.rule_editor.contents import RowsContent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_ROWS = 16
# Narrower than this part of what it asks, a column cannot be read: the table scrolls.
_LEAST = 0.75
_HINT = QAbstractItemDelegate.EndEditHint


class CellsView(QTableView):
    """Shows a `RowsContent` and lets it be typed in.

    Enter and Tab go on to the next answer while one types: from the name of a row to its
    value, and from there to the next row. Without an open editor Tab leaves the table.

    Signals:
        typed(str, str), left(str), came(str): a cell, and what is typed in it.
        row_wanted(): the keys ran past the last row.
        pasted(str): a text that was copied elsewhere.
        remove_asked(), repeat_asked(), move_asked(int): about the row at hand.
    """

    typed = Signal(str, str)
    left = Signal(str)
    came = Signal(str)
    row_wanted = Signal()
    pasted = Signal(str)
    remove_asked = Signal()
    repeat_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, content: RowsContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = CellsModel(content, self)
        self._delegate = EditDelegate(self)
        self.setModel(self._cells)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(content.table.title)
        self.setObjectName(f"rule_editor.{content.table.key}")
        self._configure()
        self._cells.typed.connect(self.typed)
        self._cells.left.connect(self.left)
        self._delegate.typed.connect(self.typed)
        self._delegate.table_pasted.connect(self.pasted)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.fit_to_look()

    def show_content(self, content: RowsContent) -> None:
        """Show other rows; the keys stay where they are."""
        at = self.current_name()
        fresh = [row.key for row in content.rows] != [r.key for r in self._cells.content.rows]
        self._cells.show_content(content)
        if fresh:
            self.go_to(at)
            self._fit_height()

    def current_name(self) -> str:
        """Return the cell that the keys are on, or nothing."""
        index = self.currentIndex()
        return self._cells.name(index) if index.isValid() else ""

    def current_row(self) -> str:
        """Return the key of the row that the keys are on, or nothing."""
        index = self.currentIndex()
        return self._cells.content.rows[index.row()].key if index.isValid() else ""

    def current_error(self) -> str:
        """Return what is wrong with the cell that the keys are on, or else with its row."""
        index = self.currentIndex()
        if not index.isValid():
            return ""
        own = self._cells.mark(index).error
        marks = self._cells.content.marks.get(self.current_row(), {})
        return own or next((mark.error for mark in marks.values() if mark.error), "")

    def go_to(self, name: str, *, edit: bool = False) -> None:
        """Bring the keys to a cell, and type in it where that is asked."""
        index = self._cells.place_of(name)
        if not index.isValid():
            return
        self._select(index)
        if edit:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(index)

    def fit_to_look(self) -> None:
        """Measure rows and columns again at the new text size."""
        head = self.verticalHeader()
        head.setMinimumSectionSize(row_height(current_look()))
        head.setDefaultSectionSize(row_height(current_look()))
        self._fit_height()
        self._share_room()

    # -- Qt

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next answer after Enter or Tab."""
        at = self.currentIndex()
        super().closeEditor(editor, _HINT.NoHint)
        if not at.isValid():
            return
        if hint is _HINT.EditNextItem:
            self._step(at, enter=False)
        elif hint is _HINT.SubmitModelCache:
            self._step(at, enter=True)
        elif hint is _HINT.EditPreviousItem:
            self._step_back(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type with Enter, paste rows, and change rows with their keys; all else as tables do."""
        current, key = self.currentIndex(), event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif key == Qt.Key.Key_Insert:
            self.row_wanted.emit()
        elif key in _ENTER and not control:
            # The key that closes an editor comes here as well: a line lets Enter pass.
            if self.state() is not QAbstractItemView.State.EditingState:
                self._open(current)
        elif not current.isValid():
            super().keyPressEvent(event)
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and control:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self._cells.setData(current, "")
        elif control and key == Qt.Key.Key_D:
            self.repeat_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a cell for the keys to be on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cells.rowCount():
            self._select(self._cells.index(0, 0))
        elif self.currentIndex().isValid():
            self.came.emit(self.current_name())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room among the columns."""
        super().resizeEvent(event)
        self._share_room()

    # -- inside

    def _configure(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
            | trigger.EditKeyPressed
        )  # fmt: skip
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = TableHeader(self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(False)
        head.setSortIndicatorShown(False)

    def _path(self) -> list[int]:
        """Return the columns that are typed in turn: name and value, or else all."""
        keys = [one.key for one in self._cells.content.table.columns]
        if "label" in keys and "value" in keys:
            return [keys.index("label"), keys.index("value")]
        return [*range(len(keys))]

    def _step(self, at: QModelIndex, *, enter: bool) -> None:
        """Go on from a cell: along the row, and after its last answer to the next row."""
        path, row, column = self._path(), at.row(), at.column()
        later = [one for one in path if one > column]
        if column not in path:
            later = [] if enter else [*range(column + 1, self._cells.columnCount())]
        if later:
            self._type_in(row, later[0])
        elif row + 1 < self._cells.rowCount():
            below = self._cells.content.rows[row + 1]
            down = enter and not below.is_empty
            self._type_in(row + 1, column if down else path[0])
        elif not self._cells.content.rows[row].is_empty:
            self.row_wanted.emit()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self, at: QModelIndex) -> None:
        path, row, column = self._path(), at.row(), at.column()
        before = [one for one in path if one < column]
        if before:
            self._type_in(row, before[-1])
        elif row:
            self._type_in(row - 1, path[-1])

    def _type_in(self, row: int, column: int) -> None:
        index = self._cells.index(row, column)
        self._select(index)
        self.edit(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.edit(index)
        else:
            self.row_wanted.emit()

    def _select(self, index: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def _fit_height(self) -> None:
        shown = max(1, min(_MOST_ROWS, self._cells.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar()
        scrolls = bar.sizeHint().height() if bar.isVisible() else 0
        high = head + shown * row_height(current_look()) + 2 * self.frameWidth() + 2
        self.setFixedHeight(high + scrolls)

    def _share_room(self) -> None:
        """Give each column its share of the width, and no less than can be read."""
        columns = self._cells.content.table.columns
        whole = sum(one.width for one in columns)
        room = self.viewport().width()
        for place, one in enumerate(columns):
            wide = max(current_look().em(one.width * _LEAST), room * one.width // whole)
            self.setColumnWidth(place, wide)
        self._fit_height()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.came.emit(self._cells.name(current))
