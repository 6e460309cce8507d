"""Beside the question: the text of the clause, and what follows from the answers so far."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import SideContent
from sroi_desktop.ui.clause.notices_view import NoticeList
from sroi_desktop.ui.kit.boxes import (
    STRETCH,
    Card,
    ScrolledPage,
    Separator,
    clear_layout,
    row,
)
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import FigureContent
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.fields import NoteField
from sroi_desktop.ui.kit.figures import Figure
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted

_ICONS = {Tone.WARNING: "triangle-alert", Tone.INFO: "info", Tone.NEUTRAL: "circle-dashed"}
_REST_MS = 800
_LINES = 9


class SidePanel(Card):
    """Shows the text and a `SideContent`.

    Signals:
        text_typed(str): the text of the clause, once the keyboard rests.
        quote_asked(str): the passage that was selected, to be taken over.
    """

    text_typed = Signal(str)
    quote_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=2)
        self._shown: SideContent | None = None
        page = self._page = ScrolledPage(self, margins=(18, 16, 18, 16), spacing=12)
        self._text = NoteField(
            _("&Text of the tender"),
            name="clause.text",
            lines=_LINES,
            placeholder=_("Paste the paragraph about social return here."),
            parent=page.content,
        )
        self._edit = cast("QPlainTextEdit", self._text.editor)
        self._take = Button(
            _("Take over as &quote"), icon_name="message-square", parent=page.content
        )
        self._take.setObjectName("clause.take")
        self._take.setEnabled(False)
        self._figure = Figure(FigureContent("", ""), role="hero", parent=page.content)
        self._figure.setObjectName("clause.owed")
        self._derivation = DerivationView(page.content)
        self._points = QVBoxLayout()
        self._points.setSpacing(8)
        self.notices = NoticeList(page.content)
        page.add(self._text, row(self._take, STRETCH), Separator(page.content))
        page.add(self._figure, self._derivation, self._points, self.notices, STRETCH)
        self.add(page)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._text.changed.connect(self._on_text)
        self._text.finished.connect(self._on_rest)
        self._edit.selectionChanged.connect(self._on_selection)
        self._take.clicked.connect(self._on_take)
        self._can_quote = False

    def set_text(self, text: str) -> None:
        """Show the text of the clause; what is being typed stays."""
        if not self._rest.isActive() and text != self._text.text():
            self._text.set_text(text)

    def set_quoting(self, *, can_quote: bool) -> None:
        """Offer to take a passage over where there is a question that it can belong to."""
        self._can_quote = can_quote
        self._take.setVisible(can_quote)
        self._on_selection()

    def set_content(self, content: SideContent) -> None:
        """Show what follows from the answers; the same again is not drawn again."""
        if content == self._shown:
            return
        self._shown = content
        tone = Tone.ACCENT if content.is_known else None
        self._figure.set_content(
            FigureContent(_("You would owe"), content.value, content.about, tone)
        )
        self._derivation.setVisible(content.derivation is not None)
        if content.derivation is not None:
            self._derivation.set_content(content.derivation)
        clear_layout(self._points)
        for text, point in content.points:
            mark = IconLabel(_ICONS[point], point, size=16, parent=self)
            across = row(mark, Muted(text, parent=self), spacing=10)
            across.setStretch(1, 1)
            self._points.addLayout(across)
        self.notices.set_notices(content.notices, content.remark)
        self._page.settle()

    def keep_text(self) -> None:
        """Hand on what was typed before the keyboard rested."""
        if self._rest.isActive():
            self._on_rest()

    def fit_within(self, width: int) -> None:
        """Be wide enough for an amount, and leave room for the question in that width."""
        look = current_look()
        self.setFixedWidth(max(look.em(17), min(look.em(22), width * 2 // 5)))

    @Slot()
    def _on_text(self) -> None:
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self._rest.stop()
        self.text_typed.emit(self._text.text())

    @Slot()
    def _on_selection(self) -> None:
        self._take.setEnabled(self._can_quote and self._edit.textCursor().hasSelection())

    @Slot()
    def _on_take(self) -> None:
        self.quote_asked.emit(self._edit.textCursor().selectedText())
