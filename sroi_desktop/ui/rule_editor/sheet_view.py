"""The sheet of the editor: tabs with its parts, made when they are first looked at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import dispose, row
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.rule_editor.answers import Answers
from sroi_desktop.ui.rule_editor.contents import PastedRow, RowsContent
from sroi_desktop.ui.rule_editor.questions import Section, parts
from sroi_desktop.ui.rule_editor.rows_view import RowsEditor
from sroi_desktop.ui.rule_editor.section_view import SectionPage
from sroi_desktop.ui.rule_editor.sections import all_sections
from sroi_desktop.ui.rule_editor.sheet import Sheet
from sroi_desktop.ui.rule_editor.typing import Mark


class SheetView(QWidget):
    """Shows a sheet, tab by tab.

    Signals:
        row_wanted(str), pasted(str, str), pasted_judged(str, bool): about a table.
        removed(str, str), repeated(str, str), moved(str, str, int): a table and a row.
        came(str): the cell that the owner came to.
        settled(): other things are in sight now.
    """

    row_wanted = Signal(str)
    pasted = Signal(str, str)
    pasted_judged = Signal(str, bool)
    removed = Signal(str, str)
    repeated = Signal(str, str)
    moved = Signal(str, str, int)
    came = Signal(str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = Answers(self)
        self._sections: tuple[Section, ...] = ()
        self._sheet = Sheet()
        self._rows: dict[str, RowsContent] = {}
        self._marks: Mapping[str, Mark] = {}
        self._pages: dict[str, SectionPage] = {}
        self.tabs = TabBar(self)
        self.tabs.setObjectName("rule_editor.tabs")
        self.tabs.setAccessibleName(_("Parts of the rule set"))
        self.tabs.set_tabs([Choice(one.key, one.title) for one in all_sections()])
        self.head = row(self.tabs)
        self.head.setContentsMargins(28, 0, 28, 0)
        self._stack = QStackedWidget(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        self.tabs.tab_chosen.connect(self._on_tab)

    def show_sheet(self, sections: tuple[Section, ...], sheet: Sheet) -> None:
        """Show another sheet from its first tab on."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            dispose(page)
        self.answers.forget()
        self._pages, self._rows = {}, {}
        self._sections, self._sheet = sections, sheet
        self.tabs.set_tabs([Choice(one.key, one.title) for one in sections])
        self.tabs.set_current_key(sections[0].key)

    def show_tabs(self, open_points: Mapping[str, int]) -> None:
        """Show how much is open in each section."""
        self.tabs.set_tabs(
            [
                Choice(one.key, one.title, str(open_points.get(one.key, "")))
                for one in self._sections
            ]
        )
        self._show_page(self.tabs.current_key() or self._sections[0].key)

    def show_rows(self, content: RowsContent) -> None:
        """Show the rows of a table, now or when its tab is looked at."""
        self._rows[content.table.key] = content
        editor = self.editors().get(content.table.key)
        if editor is not None:
            editor.show_content(content)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at every question how it was read, and what is wrong."""
        self._marks = marks
        for name, mark in marks.items():
            self.answers.mark(name, mark)

    def show_pasted(self, table: str, rows: tuple[PastedRow, ...]) -> None:
        """Ask whether these rows are to be added; none takes the question away."""
        for key, editor in self.editors().items():
            editor.show_found(rows if key == table else ())
        self.settled.emit()

    def go_to(self, name: str) -> None:
        """Go to a question or cell, on whichever tab it stands."""
        table, row_key, _column = parts(name)
        section = self._section_of(table or name)
        if section is None:
            return
        self.tabs.set_current_key(section.key)
        self._show_page(section.key)
        page = self._pages[section.key]
        if row_key:
            editor = page.editors()[table]
            page.unfold_for(editor)
            editor.go_to(name, edit=False)
            return
        field = self.answers.find(name)
        if field is not None:
            page.unfold_for(field)
            field.focus()

    def choose_cell(self, name: str, *, edit: bool) -> None:
        """Go to a cell, and begin to type in it where that is asked."""
        editor = self.editors().get(parts(name)[0])
        if editor is not None:
            editor.go_to(name, edit=edit)

    def editors(self) -> dict[str, RowsEditor]:
        """Return the tables of the tabs that were looked at."""
        return {key: one for page in self._pages.values() for key, one in page.editors().items()}

    def _show_page(self, key: str) -> None:
        page = self._pages.get(key)
        if page is None:
            section = next(one for one in self._sections if one.key == key)
            page = SectionPage(section, self.answers, self._rows, self._stack)
            self._pages[key] = page
            self._stack.addWidget(page)
            self._fill(section, page)
            page.grown.connect(self.settled)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self.settled.emit()

    def _fill(self, section: Section, page: SectionPage) -> None:
        for group in section.groups:
            for question in group.questions:
                self.answers.put(question.key, self._sheet.text(question.key))
                self.answers.mark(question.key, self._marks.get(question.key, Mark()))
        for card in page.cards:
            card.unfold_what_is_filled(self._sheet)
        for editor in page.editors().values():
            editor.typed.connect(self.answers.typed)
            editor.left.connect(self.answers.left)
            editor.came.connect(self.came)
            editor.row_wanted.connect(self.row_wanted)
            editor.pasted.connect(self.pasted)
            editor.pasted_judged.connect(self.pasted_judged)
            editor.removed.connect(self.removed)
            editor.repeated.connect(self.repeated)
            editor.moved.connect(self.moved)

    def _section_of(self, key: str) -> Section | None:
        for section in self._sections:
            for group in section.groups:
                keys = [one.key for one in group.questions]
                if key in (*keys, *(one.key for one in group.tables)):
                    return section
        return None

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._show_page(key)
