"""The editor as widgets: the sheet, the example beside it, and how to keep it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import Question, confirm
from sroi_desktop.ui.kit.fields import Field, TextField
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rule_editor.answers import name_of
from sroi_desktop.ui.rule_editor.contents import (
    PastedRow,
    PlaceContent,
    RowsContent,
    StartContent,
)
from sroi_desktop.ui.rule_editor.place_bar import PlaceBar
from sroi_desktop.ui.rule_editor.questions import Section
from sroi_desktop.ui.rule_editor.sheet import Sheet
from sroi_desktop.ui.rule_editor.sheet_view import SheetView
from sroi_desktop.ui.rule_editor.side import EditorSide
from sroi_desktop.ui.rule_editor.start_view import StartPage
from sroi_desktop.ui.rule_editor.trying import TrialContent
from sroi_desktop.ui.rule_editor.typing import Mark, Point
from sroi_desktop.ui.split import Split
from sroi_desktop.ui.tab_order import set_tab_order

_PAUSE_MS = 400
REASON = "reason"


class RuleEditorPanel(QWidget):
    """The body of the page.

    Signals:
        came(str): the question or cell that the owner came to.
        keep_asked(), leave_asked(): the buttons beneath the sheet.
        rested(): the owner paused; a draft may be kept.
        act_chosen(str): key of the act of the message.
        reason_typed(str): why the rules of a contract are adjusted.
        head_changed(): the head of the page has something else to say.
    """

    came = Signal(str)
    keep_asked = Signal()
    leave_asked = Signal()
    rested = Signal()
    act_chosen = Signal(str)
    reason_typed = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = StartPage(self)
        self.sheet = SheetView(self)
        self.side = EditorSide(self)
        self.place = PlaceBar(self)
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
        self.sheet.show_sheet(sections, sheet)
        self._reason.set_text(reason)
        self._reason.setVisible(of_contract)
        self._whole.setCurrentWidget(self._work)

    def show_tabs(self, open_points: Mapping[str, int]) -> None:
        """Show how much is open in each section."""
        self.sheet.show_tabs(open_points)

    def show_rows(self, content: RowsContent) -> None:
        """Show the rows of a table."""
        self.sheet.show_rows(content)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at every question how it was read, and what is wrong."""
        self.sheet.show_marks(marks)

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
        self.sheet.show_pasted(table, rows)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the sheet; an empty text takes it away."""
        self._message.show_message(text, tone, act=act)

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def go_to(self, name: str) -> None:
        """Go to a question or cell, or to the reason."""
        if name == REASON:
            self._reason.focus()
        else:
            self.sheet.go_to(name)

    def choose_cell(self, name: str, *, edit: bool) -> None:
        """Go to a cell, and begin to type in it where that is asked."""
        self.sheet.choose_cell(name, edit=edit)

    def keep_soon(self) -> None:
        """Ask to keep a draft when the owner pauses."""
        self._pause.start()

    def confirm_recount(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""
        return confirm(self, Question(_("Compute again under other rules?"), text, _("Compute")))

    # -- inside

    def _build(self) -> None:
        left = QWidget(self)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.sheet, 1)
        inner.addWidget(self.place)
        self._split = Split(left, self.side, shares=(5, 2), narrow=52, spacing=0, parent=self)
        self._work = QWidget(self)
        body = QVBoxLayout(self._work)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(self.sheet.head)
        body.addWidget(self._split, 1)
        foot = row(self._reason, STRETCH, self._later, self._keep)
        foot.setStretch(0, 3)
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
        self.sheet.came.connect(self.came)
        self.sheet.settled.connect(self._on_settled)
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

    @Slot()
    def _on_settled(self) -> None:
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
