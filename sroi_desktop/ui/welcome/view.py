"""The welcome window: its pages, what one waits for, and what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.system.paths import FILE_SUFFIX
from sroi_desktop.ui.kit.boxes import ScrolledPage, column, row
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import FileKind, ask_open_file
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner, announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text
from sroi_desktop.ui.tab_order import set_tab_order
from sroi_desktop.ui.welcome.content import Found, Row
from sroi_desktop.ui.welcome.pages import BackupsPage, QuestionsPage, StartPage


class WelcomePanel(QWidget):
    """Everything in the window.

    Signals:
        act_chosen(str): key of a choice, or of what a message offers.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = ScrolledPage(self, margins=(28, 36, 28, 28))
        content = self._page.content
        self._column = QWidget(content)
        self._message = Banner(parent=self._column)
        self._message.hide()
        self._busy = QWidget(self._column)
        self._busy_words = Muted("", parent=self._busy)
        self.start = StartPage(self._column)
        self.questions = QuestionsPage(self._column)
        self.backups = BackupsPage(self._column)
        self._pages = (self.start, self.questions, self.backups)
        self._build(content)
        self.start.act_chosen.connect(self.act_chosen)
        self._message.act_chosen.connect(self.act_chosen)
        self.fit_to_look()

    def show_start(self, recent: tuple[Row, ...]) -> None:
        """Show the choices, and what was open before."""
        self.start.set_recent(recent)
        self._show(self.start)

    def show_questions(self) -> None:
        """Show the questions about the firm."""
        self._show(self.questions)
        self.questions.focus()

    def show_fault(self, field: str, text: str | None) -> None:
        """Show what is wrong with an answer, or that nothing is."""
        self.questions.show_fault(field, text)

    def focus_question(self) -> None:
        """Put the cursor in the first answer that is wrong."""
        self.questions.focus()

    def show_backups(self, rows: tuple[Row, ...]) -> None:
        """Show the backups to choose from."""
        self.backups.set_rows(rows)
        self._show(self.backups)

    def show_found(self, found: Found) -> None:
        """Show what is in the chosen backup."""
        self.backups.set_found(found)
        self._page.verticalScrollBar().setValue(0)
        announce(self.backups, ". ".join((found.title, *found.lines)))

    def show_busy(self, text: str) -> None:
        """Say what one waits for; the pages rest meanwhile."""
        self._busy_words.setText(text)
        self._busy.setVisible(bool(text))
        for page in self._pages:
            page.setEnabled(not text)
        if text:
            announce(self._busy, text)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say what went wrong and what can be done; "" says nothing."""
        self._message.show_message(text, tone, act=act)
        if text:
            self._page.verticalScrollBar().setValue(0)

    def choose_file(self) -> Path | None:
        """Let the user choose an administration on the computer."""
        kind = FileKind(_("Administrations"), (FILE_SUFFIX.removeprefix("."),))
        return ask_open_file(self, _("Open an administration"), (kind,))

    def fit_to_look(self) -> None:
        """Keep lines short enough to read at every text size."""
        self._column.setMaximumWidth(current_look().em(60))

    def _build(self, content: QWidget) -> None:
        name = row(
            IconLabel("handshake", Tone.ACCENT, size=34, parent=self._column),
            Text(_("Welcome to SROI Desktop"), "hero", wrap=True, parent=self._column),
            spacing=14,
        )
        name.setStretch(1, 1)
        words = _(
            "Plan, book and report your social return. Everything stays on your own computer."
        )
        bar = QProgressBar(self._busy)
        bar.setRange(0, 0)
        bar.setAccessibleName(_("Busy"))
        waiting = column(self._busy_words, bar)
        self._busy.setLayout(waiting)
        self._busy.hide()
        body = QVBoxLayout(self._column)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addLayout(name)
        body.addWidget(Muted(words, "body", parent=self._column))
        body.addSpacing(8)
        body.addWidget(self._message)
        body.addWidget(self._busy)
        for page in self._pages:
            body.addWidget(page)
        body.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column, 100)
        middle.addStretch(1)
        self._page.body.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        content.setMinimumWidth(1)

    def _show(self, page: QWidget) -> None:
        for one in self._pages:
            one.setVisible(one is page)
        self._page.verticalScrollBar().setValue(0)
        set_tab_order(self._column)
