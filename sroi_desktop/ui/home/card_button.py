"""The card of one contract on the overview."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.ui.card_button import CardButton
from sroi_desktop.ui.home.cards import HomeCard
from sroi_desktop.ui.kit.boxes import STRETCH, row
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.text import ElidedLabel, Muted, Text


class ContractButton(CardButton):
    """Opens its contract.

    Signals:
        contract_chosen(int): the contract that the card stands for.
    """

    contract_chosen = Signal(int)

    def __init__(self, card: HomeCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setObjectName(f"home.contract.{card.contract_id}")
        self.setAccessibleName(card.spoken)
        self._build()
        self.settle()
        self.clicked.connect(self._on_clicked)

    @property
    def contract_id(self) -> int:
        """The contract that the card stands for."""
        return self._card.contract_id

    def _build(self) -> None:
        card = self._card
        pill = Pill(parent=self)
        pill.set_content(card.pill)
        bar = ProgressBar(self)
        if card.shares is not None:
            bar.set_shares(card.shares, card.spoken)
        bar.setVisible(card.shares is not None)
        body = QVBoxLayout(self)
        body.setContentsMargins(19, 16, 19, 16)
        body.setSpacing(9)
        body.addLayout(row(ElidedLabel(card.title, "heading", parent=self), pill))
        body.addWidget(ElidedLabel(card.about, "small", tone=Tone.NEUTRAL, parent=self))
        body.addStretch(1)
        body.addWidget(bar)
        realised = Text(card.realised, "smallstrong", parent=self)
        body.addLayout(row(realised, STRETCH, Muted(card.owed, wrap=False, parent=self)))
        if card.proven or card.open:
            body.setSpacing(7)
            proven = Muted(card.proven, "hint", wrap=False, parent=self)
            left = Muted(card.open, "hint", wrap=False, parent=self)
            body.addLayout(row(proven, STRETCH, left))

    @Slot()
    def _on_clicked(self) -> None:
        self.contract_chosen.emit(self.contract_id)
