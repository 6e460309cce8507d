"""The editor as widgets: tabs with the sheet, the example beside it, and how to keep it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, dispose, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.dialogs import Question, confirm
from sroi_desktop.ui.kit.fields import Field, TextField
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.rule_editor.answers import Answers, name_of
from sroi_desktop.ui.rule_editor.contents import (
    PastedRow,
    PlaceContent,
    RowsContent,
    StartContent,
)
from sroi_desktop.ui.rule_editor.place_bar import PlaceBar
from sroi_desktop.ui.rule_editor.questions import Section, parts
from sroi_desktop.ui.rule_editor.rows_view import RowsEditor
from sroi_desktop.ui.rule_editor.section_view import SectionPage
from sroi_desktop.ui.rule_editor.sections import all_sections
from sroi_desktop.ui.rule_editor.sheet import Sheet
from sroi_desktop.ui.rule_editor.side import EditorSide
from sroi_desktop.ui.rule_editor.start_view import StartPage
from sroi_desktop.ui.rule_editor.trying import TrialContent
from sroi_desktop.ui.rule_editor.typing import Mark, Point
from sroi_desktop.ui.split import Split
from sroi_desktop.ui.tab_order import set_tab_order

_PAUSE_MS = 400


class RuleEditorPanel(QWidget):
    """The body of the page. What a tab shows is made when the tab is first looked at.

    Signals:
        row_wanted(str), pasted(str, str), pasted_judged(str, bool): about a table.
        removed(str, str), repeated(str, str), moved(str, str, int): a table and a row.
        came(str): the question or cell that the owner came to.
        keep_asked(), leave_asked(): the buttons beneath the sheet.
        rested(): the owner paused; a draft may be kept.
        act_chosen(str): key of the act of the message.
        reason_typed(str): why the rules of a contract are adjusted.
        head_changed(): the head of the page has something else to say.
    """

    row_wanted = Signal(str)
    pasted = Signal(str, str)
    pasted_judged = Signal(str, bool)
    removed = Signal(str, str)
    repeated = Signal(str, str)
    moved = Signal(str, str, int)
    came = Signal(str)
    keep_asked = Signal()
    leave_asked = Signal()
    rested = Signal()
    act_chosen = Signal(str)
    reason_typed = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = Answers(self)
        self.start = StartPage(self)
        self.side = EditorSide(self)
        self.place = PlaceBar(self)
        self._sections: tuple[Section, ...] = ()
        self._sheet = Sheet()
        self._rows: dict[str, RowsContent] = {}
        self._marks: Mapping[str, Mark] = {}
        self._pages: dict[str, SectionPage] = {}
        self._tabs = TabBar(self)
        self._tabs.setObjectName("rule_editor.tabs")
        self._tabs.setAccessibleName(_("Parts of the rule set"))
        self._tabs.set_tabs([Choice(one.key, one.title) for one in all_sections()])
        self._stack = QStackedWidget(self)
        self._message = Banner(parent=self)
        self._message.hide()
        self._reason = TextField(
            _("Why do you &adjust the rules?"), name="rule_editor.reason", parent=self
        )
        self._later = Button(_("Finish &later"), parent=self)
        self._later.setObjectName("rule_editor.later")
        self._keep = Button(_("&Keep"), "primary", parent=self)
        self._keep.setObjectName("rule_editor.keep")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._whole = QStackedWidget(self)
        self._build()
        self._connect()

    # -- what the presenter asks

    def show_start(self, content: StartContent) -> None:
        """Ask what to begin with."""
        self.start.show_content(content)
        self._whole.setCurrentWidget(self.start)
        self.start.focus()

    def show_sheet(
        self, sections: tuple[Section, ...], sheet: Sheet, reason: str, *, of_contract: bool
    ) -> None:
        """Show another sheet from its first tab on."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            dispose(page)
        self._pages, self._rows = {}, {}
        self._sections, self._sheet = sections, sheet
        self._reason.set_text(reason)
        self._reason.setVisible(of_contract)
        self._tabs.set_tabs([Choice(one.key, one.title) for one in sections])
        self._whole.setCurrentWidget(self._work)

    def show_tabs(self, open_points: Mapping[str, int]) -> None:
        """Show how much is open in each section."""
        self._tabs.set_tabs([
            Choice(one.key, one.title, str(open_points[one.key]) if one.key in open_points else "")
            for one in self._sections
        ])  # fmt: skip
        self._show_page(self._tabs.current_key() or self._sections[0].key)

    def show_rows(self, content: RowsContent) -> None:
        """Show the rows of a table, now or when its tab is looked at."""
        self._rows[content.table.key] = content
        editor = self._editor(content.table.key)
        if editor is not None:
            editor.show_content(content)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at every question how it was read, and what is wrong."""
        self._marks = marks
        for name, mark in marks.items():
            self.answers.mark(name, mark)

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show what is still open."""
        self.side.show_points(points)

    def show_trial(self, content: TrialContent) -> None:
        """Show what an example comes to."""
        self.side.show_trial(content)

    def show_place(self, content: PlaceContent) -> None:
        """Show where the answer at hand was read."""
        self.place.show_place(content)

    def show_pasted(self, table: str, rows: tuple[PastedRow, ...]) -> None:
        """Ask whether these rows are to be added; none takes the question away."""
        for key, editor in self._editors().items():
            editor.show_found(rows if key == table else ())
        set_tab_order(self._work)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the sheet; an empty text takes it away."""
        self._message.show_message(text, tone, act=act)

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def go_to(self, name: str) -> None:
        """Go to a question or cell, on whichever tab it stands."""
        if name == "reason":
            self._reason.focus()
            return
        table, row_key, _column = parts(name)
        section = self._section_of(table or name)
        if section is None:
            return
        self._tabs.set_current_key(section.key)
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
        editor = self._editor(parts(name)[0])
        if editor is not None:
            editor.go_to(name, edit=edit)

    def keep_soon(self) -> None:
        """Ask to keep a draft when the owner pauses."""
        self._pause.start()

    def confirm_recount(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""
        return confirm(self, Question(_("Compute again under other rules?"), text, _("Compute")))

    # -- inside

    def _show_page(self, key: str) -> None:
        page = self._pages.get(key)
        if page is None:
            section = next(one for one in self._sections if one.key == key)
            page = SectionPage(section, self.answers, self._rows, self._stack)
            self._pages[key] = page
            self._stack.addWidget(page)
            self._fill(section, page)
            page.grown.connect(self._on_grown)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            set_tab_order(self._work)

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

    def _editors(self) -> dict[str, RowsEditor]:
        return {key: one for page in self._pages.values() for key, one in page.editors().items()}

    def _editor(self, table: str) -> RowsEditor | None:
        return self._editors().get(table)

    def _section_of(self, key: str) -> Section | None:
        for section in self._sections:
            for group in section.groups:
                keys = [one.key for one in group.questions]
                if key in (*keys, *(one.key for one in group.tables)):
                    return section
        return None

    def _build(self) -> None:
        sheet = QWidget(self)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._stack, 1)
        inner.addWidget(self.place)
        self._split = Split(sheet, self.side, shares=(5, 2), narrow=52, spacing=0, parent=self)
        self._work = QWidget(self)
        body = QVBoxLayout(self._work)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        tabs = row(self._tabs)
        tabs.setContentsMargins(28, 0, 28, 0)
        body.addLayout(tabs)
        body.addWidget(self._split, 1)
        foot = row(self._reason, STRETCH, self._later, self._keep)
        foot.setContentsMargins(28, 8, 28, 8)
        body.addLayout(foot)
        self._whole.addWidget(self.start)
        self._whole.addWidget(self._work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = row(self._message)
        top.setContentsMargins(28, 0, 28, 8)
        whole.addLayout(top)
        whole.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self._tabs.tab_chosen.connect(self._on_tab)
        self._keep.clicked.connect(self.keep_asked)
        self._later.clicked.connect(self.leave_asked)
        self._message.act_chosen.connect(self.act_chosen)
        self._pause.timeout.connect(self.rested)
        self._reason.changed.connect(self._on_reason)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep_asked)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._show_page(key)

    @Slot()
    def _on_grown(self) -> None:
        set_tab_order(self._work)

    @Slot()
    def _on_reason(self) -> None:
        self.reason_typed.emit(self._reason.text())

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tell which question the owner came to."""
        widget = now
        while widget is not None and widget is not self:
            if isinstance(widget, Field) and name_of(widget):
                self.came.emit(name_of(widget))
                return
            widget = widget.parentWidget()
