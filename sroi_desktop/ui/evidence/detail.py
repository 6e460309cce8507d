"""Beside the table: one effort with what it needs, what there is, and a file that waits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.evidence.content import DetailContent, HeldRow
from sroi_desktop.ui.kit.boxes import Card, ScrolledPage, Separator, clear_layout, column
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.proving.lines import ProofLines
from sroi_desktop.ui.proving.rows import ProofRow


class HeldLine(QWidget):
    """A piece that is held, with a button to open it and one to remove it.

    Signals:
        open_asked(int), removal_asked(int): id of the piece.
    """

    open_asked = Signal(int)
    removal_asked = Signal(int)

    def __init__(self, content: HeldRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = content.piece_id
        words = column(
            Text(content.title, "smallstrong", wrap=True, parent=self),
            Muted(content.detail, "hint", parent=self),
            spacing=1,
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(8)
        mark = "paperclip" if content.is_kept else "eye"
        across.addWidget(IconLabel(mark, Tone.NEUTRAL, parent=self))
        across.addLayout(words, 1)
        if content.is_kept:
            name = _("Open: {name}").format(name=content.detail)
            across.addWidget(self._button("external-link", name, "open"))
        name = _("Remove: {name}").format(name=content.title)
        across.addWidget(self._button("trash-2", name, "remove"))

    def _button(self, icon: str, name: str, act: str) -> IconButton:
        button = IconButton(icon, name, self)
        button.setObjectName(f"evidence.{act}.{self._id}")
        button.clicked.connect(self._on_open if act == "open" else self._on_remove)
        return button

    @Slot()
    def _on_open(self) -> None:
        self.open_asked.emit(self._id)

    @Slot()
    def _on_remove(self) -> None:
        self.removal_asked.emit(self._id)


class WaitingBox(Card):
    """Asks what a file proves that was dropped on an effort which lacks more than one piece.

    Signals:
        answered(str): code of the piece.
        refused(): none of them; do nothing with it.
    """

    answered = Signal(str)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="accent", padding=14)
        self.setObjectName("evidence.waiting")
        self._question = Text("", "strong", wrap=True, parent=self)
        self._answers = Wrap(self, spacing=8)
        self.add(self._question, self._answers)
        self.hide()

    def ask(self, name: str, rows: tuple[ProofRow, ...]) -> None:
        """Ask what the file of that name is; "" asks nothing."""
        self.setVisible(bool(name))
        self._question.setText(_("What is “{name}”?").format(name=name))
        self._answers.clear()
        if not name:
            return
        for row in rows:
            button = Button(row.label.replace("&", "&&"), parent=self._answers)
            button.setObjectName(f"evidence.is.{row.code}")
            button.setProperty("code", row.code)
            button.clicked.connect(self._on_answer)
            self._answers.add(button)
        neither = Button(_("None of these"), "quiet", parent=self._answers)
        neither.setObjectName("evidence.is.nothing")
        neither.clicked.connect(self.refused)
        self._answers.add(neither)

    @Slot()
    def _on_answer(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answered.emit(str(button.property("code")))


class DetailCard(Card):
    """One effort.

    Signals:
        answered(str), refused(): see `WaitingBox`.
        open_asked(int), removal_asked(int): id of a piece.
    """

    answered = Signal(str)
    refused = Signal()
    open_asked = Signal(int)
    removal_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=2)
        self._empty = EmptyState(
            "paperclip",
            _("Choose an effort"),
            _("Here you see what it needs. You can also drop a file on its line."),
            parent=self,
        )
        self._page = ScrolledPage(self, margins=(20, 18, 20, 18), spacing=12)
        self._title = SectionTitle(parent=self._page.content)
        self._detail = Muted(parent=self._page.content)
        self._message = Banner("", Tone.INFO, parent=self._page.content)
        self._message.hide()
        text = _("The evidence is complete.")
        self._complete = Banner(text, Tone.GOOD, parent=self._page.content)
        self._waiting = WaitingBox(self._page.content)
        self.lines = ProofLines(self._page.content)
        self._held_title = SectionTitle(
            _("What there is"), role="heading", parent=self._page.content
        )
        self._held = QVBoxLayout()
        self._held.setSpacing(4)
        self._page.add(self._title, self._detail, self._message, self._complete, self._waiting)
        self._page.add(self.lines, self._held_title, self._held)
        self._page.body.addStretch(1)
        self.add(self._empty, self._page)
        self._waiting.answered.connect(self.answered)
        self._waiting.refused.connect(self.refused)
        self.set_content(None, {})
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Leave room for a piece and its buttons at every text size."""
        self.setMinimumHeight(current_look().em(18))

    def set_content(self, content: DetailContent | None, refused: Mapping[str, str]) -> None:
        """Show one effort, or what can be done here."""
        self._empty.setVisible(content is None)
        self._page.setVisible(content is not None)
        if content is None:
            return
        self._title.setText(content.title)
        self._detail.setText(content.detail)
        self._complete.setVisible(content.complete)
        self._waiting.ask(content.waiting, content.rows)
        self.lines.set_rows(content.rows, refused)
        clear_layout(self._held)
        self._held_title.setVisible(bool(content.held))
        for number, row in enumerate(content.held):
            if number:
                self._held.addWidget(Separator(self))
            line = HeldLine(row, self)
            line.open_asked.connect(self.open_asked)
            line.removal_asked.connect(self.removal_asked)
            self._held.addWidget(line)

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message above the pieces."""
        self._message.show_message(text, tone)
