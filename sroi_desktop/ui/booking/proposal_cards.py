"""The proposals to divide an effort, side by side; one press takes one over."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.proposing import ProposalContent
from sroi_desktop.ui.kit.boxes import STRETCH, Card, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text


class ProposalCard(Card):
    """One proposal with what it leads to.

    Signals:
        chosen(object): its `Manner`.
    """

    chosen = Signal(object)

    def __init__(self, content: ProposalContent, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14, spacing=8)
        self._manner = content.manner
        self.add(Text(content.title, "strong", wrap=True, parent=self))
        self.add(Text(content.total, "section", parent=self))
        for line in content.lines:
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Text(line.title, "smallstrong", wrap=True, parent=self))
            words.addWidget(Text(line.value, "small", wrap=True, parent=self))
            if line.open:
                words.addWidget(Muted(line.open, "hint", parent=self))
            self.add(words)
        if content.why:
            self.add(Muted(content.why, "hint", parent=self))
        self.add(STRETCH)
        if content.is_chosen:
            mark = IconLabel("circle-check", Tone.GOOD, size=16, parent=self)
            words_ = Text(_("This is how it is divided now"), "small", wrap=True, parent=self)
            self.add(row(mark, words_, spacing=8))
            return
        take = Button(_("Take over"), parent=self)
        take.setObjectName(f"booking.proposal.{content.manner.value}")
        take.setAccessibleName(_("Take over: {title}").format(title=content.title))
        take.setAccessibleDescription(content.total)
        take.clicked.connect(self._on_take)
        self.add(row(take, STRETCH))

    @Slot()
    def _on_take(self) -> None:
        self.chosen.emit(self._manner)


class ProposalCards(QWidget):
    """All proposals; nothing where there are none.

    Signals:
        chosen(object): the `Manner` of the proposal that is taken over.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ProposalContent, ...] = ()
        self._cards = Columns(self, narrowest=13, most=3, spacing=12)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(9)
        body.addWidget(SectionTitle(_("Proposals"), role="heading", parent=self))
        text = _("Take one over and adjust it as you like.")
        body.addWidget(Muted(text, "hint", parent=self))
        body.addWidget(self._cards)
        self.hide()

    def set_content(self, content: tuple[ProposalContent, ...]) -> None:
        """Show other proposals."""
        if content != self._shown:
            self._shown = content
            self._cards.clear()
            for one in content:
                card = ProposalCard(one, self._cards)
                card.chosen.connect(self.chosen)
                self._cards.add(card)
        self.setVisible(bool(content))
