"""The first step: a card for each kind of effort, and what was left unfinished before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.choosing import WhatContent
from sroi_desktop.ui.booking.keeping import DraftOffer
from sroi_desktop.ui.kit.boxes import Card, Separator, clear_layout, row
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.text import ElidedLabel, IconLabel, Muted, SectionTitle

ADD_CONTRACT = "add_contract"


class DraftRow(QWidget):
    """One draft with a button to go on with it and one to throw it away.

    Signals:
        resumed(str), discarded(str): key of the draft.
    """

    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, offer: DraftOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = offer.key
        words = ElidedLabel(offer.text, "body", parent=self)
        go_on = Button(_("Go on"), parent=self)
        go_on.setObjectName(f"booking.resume.{offer.key}")
        go_on.setAccessibleDescription(offer.text)
        go_on.clicked.connect(self._on_resume)
        away = IconButton("trash-2", _("Throw away: {what}").format(what=offer.text), self)
        away.setObjectName(f"booking.discard.{offer.key}")
        away.clicked.connect(self._on_discard)
        mark = IconLabel("file-pen", parent=self)
        self.setLayout(row(mark, words, go_on, away, spacing=10))

    @Slot()
    def _on_resume(self) -> None:
        self.resumed.emit(self._key)

    @Slot()
    def _on_discard(self) -> None:
        self.discarded.emit(self._key)


class DraftsCard(Card):
    """What was begun and not booked.

    Signals:
        resumed(str), discarded(str): key of a draft.
    """

    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="card", padding=16)
        self.setObjectName("booking.drafts")
        self.add(SectionTitle(_("You were still busy with"), role="heading", parent=self))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.hide()

    def set_drafts(self, drafts: Sequence[DraftOffer]) -> None:
        """Offer these drafts."""
        clear_layout(self._list)
        for number, offer in enumerate(drafts):
            if number:
                self._list.addWidget(Separator(self))
            shown = DraftRow(offer, self)
            shown.resumed.connect(self.resumed)
            shown.discarded.connect(self.discarded)
            self._list.addWidget(shown)
        self.setVisible(bool(drafts))


class WhatStep(QWidget):
    """Asks what was done, in the kinds that the rules of the contract know.

    Signals:
        contract_chosen(str), kind_chosen(str): key of the choice.
        resumed(str), discarded(str): key of a draft.
        act_chosen(str): key of the act of the empty state.
    """

    contract_chosen = Signal(str)
    kind_chosen = Signal(str)
    resumed = Signal(str)
    discarded = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = WhatContent()
        self._drafts = DraftsCard(self)
        self._contract = ChoiceField(
            _("&Contract"),
            name="booking.contract",
            hint=_("Its rules say what counts. You can divide over more contracts in step 3."),
            searchable=True,
            parent=self,
        )
        self._rules = Muted("", "small", parent=self)
        self._cards = ToggleCards(_("What did you do?"), parent=self)
        self._cards.setObjectName("booking.kind")
        self._empty = EmptyState(
            "file-plus",
            _("First a contract"),
            act=Act(ADD_CONTRACT, _("New contract"), icon="plus", kind="primary"),
            parent=self,
        )
        self._empty.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        for item in (self._drafts, self._contract, self._cards, self._rules, self._empty):
            body.addWidget(item)
        body.addStretch(1)
        self._drafts.resumed.connect(self.resumed)
        self._drafts.discarded.connect(self.discarded)
        self._contract.finished.connect(self._on_contract)
        self._cards.changed.connect(self._on_kind)
        self._empty.act_chosen.connect(self.act_chosen)

    def set_content(self, content: WhatContent) -> None:
        """Show another state of the step."""
        if content.cards != self._content.cards:
            self._cards.set_choices(content.cards)
        self._content = content
        self._drafts.set_drafts(content.drafts)
        self._contract.set_choices(content.contracts)
        self._contract.set_value(content.contract)
        self._contract.setVisible(len(content.contracts) > 1)
        self._cards.set_value(content.kind)
        self._cards.setVisible(bool(content.cards))
        self._rules.setText(content.rules)
        self._rules.setVisible(bool(content.cards))
        self._empty.set_words(_("First a contract"), content.missing)
        self._empty.setVisible(bool(content.missing))

    def focus(self) -> None:
        """Put the cursor on the chosen card, or the first."""
        cards = self._cards.items()
        chosen = next((one for one in cards if one.property("checked")), None)
        card = chosen or next(iter(cards), None)
        if card is not None:
            card.setFocus()

    @Slot()
    def _on_contract(self) -> None:
        key = self._contract.value()
        if key is None:
            self._contract.set_value(self._content.contract)
        elif key != self._content.contract:
            self.contract_chosen.emit(key)

    @Slot()
    def _on_kind(self) -> None:
        key = self._cards.value()
        if key is not None:
            self.kind_chosen.emit(key)
