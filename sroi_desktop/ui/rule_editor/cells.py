"""The rows of a table as Qt sees them, and how a cell is painted and typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.fields.combo import Combo
from sroi_desktop.ui.kit.icons import icon_pixmap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables import Align, Column
from sroi_desktop.ui.kit.tables.delegate import CellDelegate
from sroi_desktop.ui.kit.tables.model import STYLE_ROLE
from sroi_desktop.ui.rule_editor.contents import RowsContent
from sroi_desktop.ui.rule_editor.pasting import is_table
from sroi_desktop.ui.rule_editor.questions import Kind, Question, cell
from sroi_desktop.ui.rule_editor.typing import Mark

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CHOSEN = {Kind.CHOICE, Kind.ANSWER, Kind.FLAG}
_AMOUNTS = {Kind.MONEY, Kind.PERCENT, Kind.SHARE, Kind.NUMBER, Kind.WHOLE}


class CellsModel(QAbstractTableModel):
    """One row of the sheet per row; a cell is what was typed, as it was read.

    Signals:
        typed(str, str): a cell and what is typed in it.
        left(str): a cell that the owner is done with.
    """

    typed = Signal(str, str)
    left = Signal(str)

    def __init__(self, content: RowsContent, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self._roles: dict[int, Callable[[Index], object]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._picture,
            Qt.ItemDataRole.ToolTipRole: self._help,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._help,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.TextAlignmentRole: self._aligned,
            STYLE_ROLE: self._style,
        }

    def show_content(self, content: RowsContent) -> None:
        """Show other rows; where they are the same ones, an open editor stays."""
        before = [row.key for row in self.content.rows]
        if before == [row.key for row in content.rows]:
            self.content = content
            if before:
                last = self.index(len(before) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    def question(self, index: Index) -> Question:
        """Return what is asked in a cell."""
        return self.content.table.columns[index.column()]

    def name(self, index: Index) -> str:
        """Return what a cell is called."""
        row = self.content.rows[index.row()]
        return cell(self.content.table.key, row.key, self.question(index).key)

    def mark(self, index: Index) -> Mark:
        """Return what stands beside a cell."""
        row = self.content.rows[index.row()]
        return self.content.marks.get(row.key, {}).get(self.question(index).key, Mark())

    def place_of(self, name: str) -> QModelIndex:
        """Return where a cell stands; an invalid place where it is gone."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                index = self.index(row, column)
                if self.name(index) == name:
                    return index
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.content.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.content.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        question = self.content.table.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(question)
        return question.label if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says in that role."""
        make = self._roles.get(role)
        return make(index) if make is not None and index.isValid() else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed: the presenter decides what becomes of it."""
        name = self.name(index)
        self.typed.emit(name, str(value))
        self.left.emit(name)
        return True

    def _text(self, index: Index) -> str:
        return self.content.rows[index.row()].text(self.question(index).key)

    def _help(self, index: Index) -> str | None:
        return self.mark(index).error or self.question(index).hint or None

    def _spoken(self, index: Index) -> str:
        shown = self._shown(index) or _("empty")
        return f"{self.question(index).label}: {shown}"

    def _aligned(self, index: Index) -> Qt.AlignmentFlag:
        return _alignment(self.question(index))

    def _shown(self, index: Index) -> str:
        question, text = self.question(index), self._text(index)
        if question.kind in _CHOSEN:
            return next((one.text for one in question.choices if one.key == text), text)
        return self.mark(index).reading or text

    def _picture(self, index: Index) -> object:
        look = current_look()
        if self.mark(index).error:
            return icon_pixmap("circle-alert", look.foreground(Tone.DANGER), look.em(1.1))
        if self.name(index) in self.content.cited:
            return icon_pixmap("book-open", look.colour("muted"), look.em(1.0))
        return None

    def _style(self, index: Index) -> Column[object]:
        end = self.question(index).kind in _AMOUNTS
        return Column("", "", str, align=Align.END if end else Align.START)


class CellLine(QLineEdit):
    """The editor of a cell; a table that is pasted into it goes to the table instead.

    Signals:
        table_pasted(str): the text of a table.
    """

    table_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self.setFrame(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste one answer as always, and more than one as rows."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if is_table(text):
                self.table_pasted.emit(text)
                return
        super().keyPressEvent(event)


class EditDelegate(CellDelegate):
    """Paints a cell, and makes what it is typed in with.

    Signals:
        typed(str, str): a cell and what is typed in it, at every key.
        table_pasted(str): a table that was pasted while a cell was typed in.
    """

    typed = Signal(str, str)
    table_pasted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line, or a list to choose from."""
        model = _model(index)
        question = model.question(index)
        self._name = model.name(index)
        editor: QWidget
        if question.kind in _CHOSEN:
            editor = Combo()
            editor.setParent(parent)
            for choice in question.choices:
                editor.addItem(choice.text, choice.key)
            editor.activated.connect(self._on_chosen)
        else:
            editor = CellLine(parent)
            editor.textEdited.connect(self._on_typed)
            editor.table_pasted.connect(self.table_pasted)
        editor.setAccessibleName(question.label)
        editor.setObjectName("rule_editor.cell")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the answer in the editor, but not over what is being typed."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit) and editor.text() != text:
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the answer from the editor."""
        if isinstance(editor, QComboBox):
            model.setData(index, str(editor.currentData() or ""))
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.typed.emit(self._name, text)

    @Slot()
    def _on_chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)


def _alignment(question: Question) -> Qt.AlignmentFlag:
    """Return where the words of a column stand: amounts beneath each other at the right."""
    end = question.kind in _AMOUNTS
    side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _model(index: Index) -> CellsModel:
    model = index.model()
    if not isinstance(model, CellsModel):
        raise TypeError("a cell of another kind of table")
    return model
