"""The reading of a clause as widgets: the list, the question, and the text with what follows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.begin_view import BeginPanel
from sroi_desktop.ui.clause.content import (
    BEGIN,
    QUESTION,
    BaseContent,
    BeginContent,
    Line,
    Mark,
    Progress,
    QuestionContent,
    SideContent,
    SummaryContent,
)
from sroi_desktop.ui.clause.form import Form
from sroi_desktop.ui.clause.lines_view import LinesPanel
from sroi_desktop.ui.clause.question_view import QuestionPanel
from sroi_desktop.ui.clause.side import SidePanel
from sroi_desktop.ui.clause.summary_view import SummaryPanel
from sroi_desktop.ui.kit.boxes import STRETCH, ScrolledPage
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.tab_order import set_tab_order

# Narrower than this, in heights of the text, there is no room for the list beside the question.
_LIST_FROM_EM = 62


class ClausePanel(QWidget):
    """The body of the page.

    Signals:
        onward(), back(), not_there(), unknown(), leave_asked(): the buttons and their keys.
        head_changed(): the head of the page has something else to say.
    """

    onward = Signal()
    back = Signal()
    not_there = Signal()
    unknown = Signal()
    leave_asked = Signal()
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = BEGIN
        self._has_lines = False
        self._asked = ""
        self._pages: list[ScrolledPage] = []
        self.lines = LinesPanel(self)
        self.begin, self.question = BeginPanel(self), QuestionPanel(self)
        self.summary, self.side = SummaryPanel(self), SidePanel(self)
        self._banner = Banner(parent=self)
        self._banner.setObjectName("clause.message")
        self._banner.hide()
        self._stack = QStackedWidget(self)
        self._back = self._button(_("&Back"), "back")
        self._not_there = self._button(_("It is n&ot there"), "not_there")
        self._unknown = self._button(_("I &don’t know"), "unknown")
        self._onward = self._button("", "onward")
        self._onward.set_kind("primary")
        self._build()
        self._connect()

    # -- what the presenter asks

    def show_stage(self, stage: int) -> None:
        """Show the beginning, a question or the summary."""
        self._stage = stage
        self._stack.setCurrentIndex(stage)
        self._back.setVisible(stage != BEGIN)
        for button in (self._not_there, self._unknown):
            button.setVisible(stage == QUESTION)
        self.side.set_quoting(can_quote=stage == QUESTION)
        set_tab_order(self)

    def show_lines(self, lines: tuple[Line, ...], current: str, progress: Progress) -> None:
        """Show where one is, and how far."""
        self._has_lines = bool(lines)
        self.lines.set_lines(lines, current, progress)
        self.fit_to_look()

    def show_begin(self, content: BeginContent) -> None:
        """Show the beginning."""
        self.begin.set_content(content)
        self._onward.setText(content.act)

    def show_base(self, content: BaseContent) -> None:
        """Show the rules that the answers are held against."""
        self.begin.set_base(content)

    def show_question(self, content: QuestionContent) -> None:
        """Ask a question; another one is read from its beginning."""
        if content.key != self._asked:
            self._asked = content.key
            self._pages[QUESTION].verticalScrollBar().setValue(0)
        self.question.set_content(content)
        self._onward.setText(content.next)

    def show_form(self, form: Form) -> None:
        """Show these texts in the fields of the question."""
        self.question.show_form(form)

    def show_parts(self, names: frozenset[str]) -> None:
        """Show the fields that go with what was chosen."""
        self.question.show_parts(names)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show at each field how it was read, or what is wrong with it."""
        self.question.show_marks(marks)

    def ask_sure(self, text: str, smaller: str) -> None:
        """Ask whether a very large sum is right, and offer another."""
        self.question.ask_sure(text, smaller)

    def show_text(self, text: str) -> None:
        """Show the text of the clause."""
        self.side.set_text(text)

    def show_side(self, content: SideContent) -> None:
        """Show what follows from the answers so far."""
        self.side.set_content(content)

    def show_summary(self, content: SummaryContent) -> None:
        """Show what is known and what to ask."""
        self.summary.set_content(content)
        self._onward.setText(content.next)

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the question; an empty text takes it away."""
        if text or not self._banner.isHidden():
            self._banner.show_message(text, tone)

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def focus(self) -> None:
        """Put the cursor where the stage begins."""
        (self.begin, self.question, self.summary)[self._stage].focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        super().resizeEvent(event)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Divide the room anew; where it is narrow the list gives way."""
        look, width = current_look(), self.width()
        self.lines.setVisible(self._has_lines and width >= look.em(_LIST_FROM_EM))
        self.lines.setFixedWidth(look.em(14.5))
        self.side.fit_within(width)

    # -- inside

    def _button(self, text: str, name: str) -> Button:
        button = Button(text, parent=self)
        button.setObjectName(f"clause.{name}")
        return button

    def _build(self) -> None:
        for stage in (self.begin, self.question, self.summary):
            page = ScrolledPage(self._stack, margins=(0, 4, 16, 16))
            page.add(stage, STRETCH)
            self._pages.append(page)
            self._stack.addWidget(page)
        buttons = Wrap(self, spacing=12, spread=True)
        buttons.add(self._back, self._not_there, self._unknown, self._onward)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 8, 16, 8)
        foot.setSpacing(10)
        foot.addWidget(self._banner)
        foot.addWidget(buttons)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addLayout(foot)
        across = QHBoxLayout(self)
        across.setContentsMargins(28, 0, 28, 8)
        across.setSpacing(18)
        across.addWidget(self.lines)
        across.addLayout(middle, 1)
        across.addWidget(self.side)

    def _connect(self) -> None:
        for button, signal in (
            (self._back, self.back),
            (self._not_there, self.not_there),
            (self._unknown, self.unknown),
            (self._onward, self.onward),
        ):
            button.clicked.connect(signal)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(self.onward)
        self._shortcut("Esc").activated.connect(self.leave_asked)

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut
