"""The end: what is known, what is to be looked up, what to ask, and what to mind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import Known, SummaryContent
from sroi_desktop.ui.clause.notices_view import NoticeList
from sroi_desktop.ui.kit.boxes import Card, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import Button, LinkButton
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text


class SummaryPanel(QWidget):
    """Shows a `SummaryContent`.

    Signals:
        copy_asked(), save_asked(): the questions, to paste or as a PDF.
        question_wanted(str): key of a question to go to.
    """

    copy_asked = Signal()
    save_asked = Signal()
    question_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = column(spacing=8)
        self._none = Muted(_("There is nothing to ask."), parent=self)
        self._copy = Button(_("&Copy the questions"), icon_name="copy", parent=self)
        self._copy.setObjectName("clause.copy")
        self._save = Button(_("Save as &PDF"), icon_name="download", parent=self)
        self._save.setObjectName("clause.save")
        self._known = column(spacing=14)
        self._open = Wrap(self, spacing=14, line_spacing=4)
        self._open_card = Card(self, padding=20)
        self.notices = NoticeList(self)
        self._notices_card = Card(self, padding=20)
        self._build()

    def set_content(self, content: SummaryContent) -> None:
        """Show what came of the reading."""
        self._show_questions(content.questions)
        self.notices.set_notices(content.notices, content.remark)
        self._notices_card.setVisible(bool(content.notices))
        self._open_card.setVisible(bool(content.to_look_up))
        self._open.clear()
        for key, name in content.to_look_up:
            self._open.add(self._link(key, name))
        clear_layout(self._known)
        for title, lines in content.known:
            self._known.addWidget(Muted(title, "smallstrong", parent=self))
            self._known.addLayout(self._grid(lines))
        if not content.known:
            self._known.addWidget(Muted(_("Nothing was answered yet."), parent=self))

    def focus(self) -> None:
        """Put the cursor where the questions can be taken along."""
        (self._copy if self._copy.isEnabled() else self._save).setFocus()

    def _build(self) -> None:
        ask = Card(self, padding=20, spacing=12)
        ask.add(SectionTitle(_("Questions for the Nota van Inlichtingen"), parent=ask))
        acts = Wrap(ask, spacing=12)
        acts.add(self._copy, self._save)
        ask.add(self._none, self._questions, acts)
        self._notices_card.add(self.notices)
        self._open_card.add(SectionTitle(_("Still to look up"), parent=self), self._open)
        known = Card(self, padding=20, spacing=12)
        known.add(SectionTitle(_("What you know"), parent=known), self._known)
        body = column(ask, self._notices_card, self._open_card, known, spacing=14)
        body.addStretch(1)
        self.setLayout(body)
        self._copy.clicked.connect(self.copy_asked)
        self._save.clicked.connect(self.save_asked)

    def _show_questions(self, questions: tuple[str, ...]) -> None:
        clear_layout(self._questions)
        for number, question in enumerate(questions, start=1):
            mark = Muted(f"{number}.", "small", wrap=False, parent=self)
            across = row(mark, Text(question, "small", wrap=True, parent=self), spacing=8)
            across.setStretch(1, 1)
            across.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            self._questions.addLayout(across)
        self._none.setVisible(not questions)
        for button in (self._copy, self._save):
            button.setEnabled(bool(questions))

    def _grid(self, lines: tuple[Known, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        top = Qt.AlignmentFlag.AlignTop
        for place, line in enumerate(lines):
            grid.addWidget(self._link(line.key, line.name), place, 0, top)
            said = " · ".join(filter(None, (line.answer, line.place)))
            grid.addWidget(Text(said, "small", wrap=True, parent=self), place, 1, top)
        return grid

    def _link(self, key: str, name: str) -> LinkButton:
        link = LinkButton(name, small=True, parent=self)
        link.setProperty("question", key)
        link.clicked.connect(self._on_link)
        return link

    @Slot()
    def _on_link(self) -> None:
        self.question_wanted.emit(str(self.sender().property("question")))
