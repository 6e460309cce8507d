"""What a file with rules holds, and whether to take it over, as widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import (
    FileKind,
    Question,
    ask_open_file,
    ask_save_file,
    confirm,
)
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.opening import open_copy
from sroi_desktop.ui.rules.sharing import FoundContent

_PACK, _TEXT = "sroi-rules", "toml"


class SharingPart(QWidget):
    """Stands above the page of the rules: news, and what a file holds.

    Signals:
        judged(bool): whether what a file holds is taken over.
        act_chosen(str): key of the act of the news.
    """

    judged = Signal(bool)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news = Banner(parent=self)
        self._news.hide()
        self._news.act_chosen.connect(self.act_chosen)
        self._card = Card(self, surface="accent", padding=16)
        self._card.hide()
        body = column(self._news, self._card, spacing=8)
        body.setContentsMargins(28, 0, 28, 0)
        self.setLayout(body)
        self.hide()

    def show_found(self, content: FoundContent | None) -> None:
        """Show what a file holds, and ask whether to take it over; None takes that away."""
        clear_layout(self._card.body)
        self._card.setVisible(content is not None)
        if content is not None:
            self._fill(content)
        self._settle()

    def show_news(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say what became of a file, with what can be done about it; an empty text says nothing."""
        self._news.show_message(text, tone, act=act)
        self._settle()

    def choose_file(self) -> Path | None:
        """Ask for a file with rules."""
        kind = FileKind(_("Rule sets"), (_PACK, _TEXT))
        return ask_open_file(self, _("Read rules from a file"), (kind,))

    def choose_document(self) -> Path | None:
        """Ask for a document."""
        return ask_open_file(self, _("Add a document to this set"))

    def open_copy(self, name: str, write: Callable[[Path], None]) -> bool:
        """Have a copy written and opened; return whether there is a program for it."""
        return open_copy(name, write)

    def choose_place(self, name: str, *, sealed: bool) -> Path | None:
        """Ask where to write rules to pass on."""
        kind = FileKind(_("Sealed pack"), (_PACK,))
        if not sealed:
            kind = FileKind(_("Text file"), (_TEXT,))
        return ask_save_file(self, _("Pass the rules on"), Path.home() / name, kind)

    def confirm_removal(self, title: str) -> bool:
        """Ask whether an own set may go."""
        text = _(
            "Contracts that were taken on under these rules keep their own copy: nothing changes "
            "for them. For a new contract the rules are not there any more."
        )
        question = Question(
            _("Remove “{title}”?").format(title=title), text, _("Remove"), danger=True
        )
        return confirm(self, question)

    def _fill(self, content: FoundContent) -> None:
        card = self._card
        card.add(SectionTitle(content.title, role="heading", parent=card))
        for one in content.sets:
            mark = IconLabel("scale", Tone.ACCENT, size=16, parent=card)
            said = column(
                Text(one.title, "smallstrong", wrap=True, parent=card),
                Muted(f"{one.about} · {one.outcome}", "hint", parent=card),
                spacing=2,
            )
            line = row(mark, said, spacing=10)
            line.setStretch(1, 1)
            card.add(line)
        if content.seal:
            card.add(Muted(content.seal, "hint", parent=card))
        take = Button(_("Take &over"), "primary", parent=card)
        take.setObjectName("rules.take")
        take.setEnabled(content.can_take)
        take.clicked.connect(self._on_take)
        leave = Button(_("Do &not take over"), parent=card)
        leave.setObjectName("rules.leave")
        leave.clicked.connect(self._on_leave)
        card.add_row(take, leave, STRETCH)
        (take if content.can_take else leave).setFocus()

    def _settle(self) -> None:
        self.setVisible(not (self._news.isHidden() and self._card.isHidden()))

    @Slot()
    def _on_take(self) -> None:
        self.judged.emit(True)

    @Slot()
    def _on_leave(self) -> None:
        self.judged.emit(False)
