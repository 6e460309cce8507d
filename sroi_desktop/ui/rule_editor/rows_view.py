"""One table with what belongs to it: its keys as buttons, what is wrong, more about a row."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _, ngettext
from sroi_desktop.ui.kit.boxes import STRETCH, Card, clear_layout, row
from sroi_desktop.ui.kit.buttons import Button, IconButton, LinkButton
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables import Column, ShortTable
from sroi_desktop.ui.kit.text import SectionTitle, Text
from sroi_desktop.ui.rule_editor.answers import PREFIX, Answers, offer
from sroi_desktop.ui.rule_editor.cells_view import CellsView
from sroi_desktop.ui.rule_editor.contents import PastedRow, RowsContent
from sroi_desktop.ui.rule_editor.questions import Kind, cell

_REFERRING = {Kind.BLOCKS, Kind.GROUP}


class RowsEditor(QWidget):
    """Shows a `RowsContent` with everything that can be done with its rows.

    Signals:
        typed(str, str), left(str), came(str): a cell, and what is typed in it.
        row_wanted(str), pasted(str, str): the table, and a text that was copied.
        removed(str, str), repeated(str, str), moved(str, str, int): the table and a row.
        pasted_judged(str, bool): whether the rows that were found are added.
    """

    typed = Signal(str, str)
    left = Signal(str)
    came = Signal(str)
    row_wanted = Signal(str)
    pasted = Signal(str, str)
    removed = Signal(str, str)
    repeated = Signal(str, str)
    moved = Signal(str, str, int)
    pasted_judged = Signal(str, bool)

    def __init__(self, content: RowsContent, answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._answers = answers
        self._table = content.table
        self._at = ""
        self.cells = CellsView(content, self)
        self._wrong = Text("", "hintstrong", tone=Tone.DANGER, wrap=True, parent=self)
        self._wrong.hide()
        self._found = Card(self, surface="accent", padding=14)
        self._found_rows: list[PastedRow] = []
        self._found.hide()
        self._more = LinkButton(_("More about this row"), small=True, icon_name="chevron-right")
        self._more.setParent(self)
        self._more.setObjectName(f"{PREFIX}{self._table.key}.more")
        self._details = Columns(self, narrowest=15, most=3, spacing=16)
        self._fields = {
            one.key: answers.make(one, f"{self._table.key}.{one.key}", self._details)
            for one in self._table.details
        }
        self._details.add(*self._fields.values())
        self._details.hide()
        self._lay_out()
        self._connect()
        self._show_buttons()

    def show_content(self, content: RowsContent) -> None:
        """Show other rows, answers and marks."""
        self._content = content
        self.cells.show_content(content)
        self._at = self.cells.current_row()
        self._show_details()
        self._show_buttons()

    def show_found(self, found: tuple[PastedRow, ...]) -> None:
        """Ask whether these rows are to be added; none takes the question away."""
        clear_layout(self._found.body)
        self._found.setVisible(bool(found))
        if not found:
            return
        count = len(found)
        title = ngettext("{count} row was found", "{count} rows were found", count)
        words = title.format(count=count)
        table = _found_table(found, self._found)
        add = Button(_("A&dd these rows"), "primary", parent=self._found)
        add.setObjectName(f"{PREFIX}{self._table.key}.take")
        add.clicked.connect(self._on_take)
        leave = Button(_("No"), parent=self._found)
        leave.setObjectName(f"{PREFIX}{self._table.key}.leave")
        leave.clicked.connect(self._on_leave)
        self._found.add(SectionTitle(words, role="heading", parent=self._found), table)
        self._found.add_row(add, leave, STRETCH)
        add.setFocus()

    def go_to(self, name: str, *, edit: bool) -> bool:
        """Bring the keys to a cell or to a field beneath the table; tell whether it is here."""
        table, row_key, column = name.split(":")
        if column in self._fields:
            self.cells.go_to(cell(table, row_key, self._table.columns[0].key))
            self._unfold()
            self._fields[column].focus()
            return True
        self.cells.go_to(name, edit=edit)
        if not edit:
            self.cells.setFocus()
        return True

    # -- inside

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._found)
        body.addWidget(self.cells)
        body.addWidget(self._wrong)
        key = self._table.key
        self._add = Button(self._table.add, icon_name="plus", parent=self)
        self._add.setObjectName(f"{PREFIX}{key}.add")
        self._paste = LinkButton(_("Paste a table"), small=True, icon_name="clipboard-list")
        self._paste.setParent(self)
        self._paste.setObjectName(f"{PREFIX}{key}.paste")
        self._paste.setVisible(any(one.key == "value" for one in self._table.columns))
        self._keys = {
            "repeat": IconButton("copy", _("Same row again (Ctrl+D)"), self),
            "up": IconButton("arrow-up", _("Row up (Alt+Up)"), self),
            "down": IconButton("arrow-down", _("Row down (Alt+Down)"), self),
            "remove": IconButton("trash-2", _("Take row out (Ctrl+Delete)"), self),
        }
        for name, button in self._keys.items():
            button.setObjectName(f"{PREFIX}{key}.{name}")
        buttons = row(self._add, self._paste, STRETCH, *self._keys.values(), spacing=8)
        body.addLayout(buttons)
        body.addWidget(self._more)
        body.addWidget(self._details)

    def _connect(self) -> None:
        cells = self.cells
        cells.typed.connect(self.typed)
        cells.left.connect(self.left)
        cells.came.connect(self._on_came)
        cells.row_wanted.connect(self._on_add)
        cells.pasted.connect(self._on_pasted)
        cells.remove_asked.connect(self._on_remove)
        cells.repeat_asked.connect(self._on_repeat)
        cells.move_asked.connect(self._on_move)
        self._add.clicked.connect(self._on_add)
        self._paste.clicked.connect(self._on_paste)
        self._keys["repeat"].clicked.connect(self._on_repeat)
        self._keys["up"].clicked.connect(self._on_up)
        self._keys["down"].clicked.connect(self._on_down)
        self._keys["remove"].clicked.connect(self._on_remove)
        self._more.clicked.connect(self._on_more)

    def _show_details(self) -> None:
        """Let the fields beneath the table stand for the row at hand."""
        found = next((one for one in self._content.rows if one.key == self._at), None)
        self._wrong.setText(self.cells.current_error())
        self._wrong.setVisible(bool(self._wrong.text()))
        if found is None:
            return
        for one in self._table.details:
            name = cell(self._table.key, found.key, one.key)
            field = self._fields[one.key]
            self._answers.rename(field, name)
            if one.kind in _REFERRING:
                offer(field, self._content.choices.get(one.key, ()))
            self._answers.put(name, found.text(one.key))
            self._answers.mark(name, self._content.marks[found.key][one.key])

    def _show_buttons(self) -> None:
        keys = [one.key for one in self._content.rows]
        for button in self._keys.values():
            button.setEnabled(self._at in keys)
        if self._at in keys:
            self._keys["up"].setEnabled(keys[0] != self._at)
            self._keys["down"].setEnabled(keys[-1] != self._at)
        has_details = bool(self._fields) and self._at in keys
        self._more.setVisible(has_details)
        if not has_details:
            self._details.hide()

    def _unfold(self) -> None:
        self._details.show()
        self._more.set_icon_name("chevron-down")

    @Slot()
    def _on_more(self) -> None:
        if self._details.isHidden():
            self._unfold()
        else:
            self._details.hide()
            self._more.set_icon_name("chevron-right")

    @Slot(str)
    def _on_came(self, name: str) -> None:
        self._at = self.cells.current_row()
        self._show_details()
        self._show_buttons()
        self.came.emit(name)

    @Slot()
    def _on_add(self) -> None:
        self.row_wanted.emit(self._table.key)

    @Slot(str)
    def _on_pasted(self, text: str) -> None:
        self.pasted.emit(self._table.key, text)

    @Slot()
    def _on_paste(self) -> None:
        self.pasted.emit(self._table.key, QGuiApplication.clipboard().text())

    @Slot()
    def _on_take(self) -> None:
        self.pasted_judged.emit(self._table.key, True)

    @Slot()
    def _on_leave(self) -> None:
        self.pasted_judged.emit(self._table.key, False)

    @Slot()
    def _on_remove(self) -> None:
        if self._at:
            self.removed.emit(self._table.key, self._at)

    @Slot()
    def _on_repeat(self) -> None:
        if self._at:
            self.repeated.emit(self._table.key, self._at)

    @Slot(int)
    def _on_move(self, by: int) -> None:
        if self._at:
            self.moved.emit(self._table.key, self._at, by)

    @Slot()
    def _on_up(self) -> None:
        self._on_move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._on_move(1)


def _label(found: tuple[int, PastedRow]) -> str:
    return found[1].label


def _value(found: tuple[int, PastedRow]) -> str:
    return found[1].value


def _per(found: tuple[int, PastedRow]) -> str:
    return found[1].per


def _kind(found: tuple[int, PastedRow]) -> str:
    return found[1].kind


def _number(found: tuple[int, PastedRow]) -> int:
    return found[0]


def _found_table(
    found: tuple[PastedRow, ...], parent: QWidget
) -> ShortTable[tuple[int, PastedRow]]:
    columns = (
        Column("label", _("Group or activity"), _label, width=12, stretch=True, strong=True),
        Column("value", _("Value"), _value, width=6),
        Column("per", _("Per"), _per, width=9),
        Column("kind", _("Kind"), _kind, width=9, muted=True),
    )
    table = ShortTable(columns, _number, name=_("Rows that were found"), parent=parent)
    table.set_rows(tuple(enumerate(found)))
    return table
