"""The third step: for which contract it counts, or which share of it for each of several."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.contents import ContractsContent
from sroi_desktop.ui.booking.part_view import PartView
from sroi_desktop.ui.booking.place_row import PlaceRow
from sroi_desktop.ui.booking.proposal_cards import ProposalCards
from sroi_desktop.ui.kit.boxes import STRETCH, Card, Separator, clear_layout, row
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField, OptionsField
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone

ONE, MORE = "one", "more"


class WhereStep(QWidget):
    """Asks where it counts.

    Signals:
        shared(bool): one contract, or shares over several.
        chosen(int), taken_away(int): id of a contract.
        added(str): id of a contract as text.
        share_typed(int, str, int): the percentage for a contract in a part of the days.
        proposal_chosen(object): the `Manner` of the proposal that is taken over.
        split_wanted(): the last days get shares of their own.
        start_typed(int, str): the first day of a part.
        joined(int): the part that is no longer wanted.
    """

    shared = Signal(bool)
    chosen = Signal(int)
    taken_away = Signal(int)
    added = Signal(str)
    share_typed = Signal(int, str, int)
    proposal_chosen = Signal(object)
    split_wanted = Signal()
    start_typed = Signal(int, str)
    joined = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[PartView] = []
        self._there: list[list[int]] = []
        self._is_shared: bool | None = None
        self._told = Banner("", Tone.INFO, icon="printer", parent=self)
        self._told.setObjectName("booking.told")
        self._how = OptionsField(
            _("Does it count for one contract or for more?"),
            (
                Choice(ONE, _("For one contract")),
                Choice(MORE, _("Divide over more contracts")),
            ),
            name="booking.sharing",
            parent=self,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._split = LinkButton(
            _("Another &division later on"), icon_name="calendar-plus", parent=self
        )
        self._split.setObjectName("booking.split")
        self._other = ChoiceField(
            _("&Another contract"), name="booking.other_place", searchable=True, parent=self
        )
        self._proposals = ProposalCards(self)
        self._build()
        self._how.changed.connect(self._on_how)
        self._other.finished.connect(self._on_other)
        self._split.clicked.connect(self.split_wanted)
        self._proposals.chosen.connect(self.proposal_chosen)

    def set_content(self, content: ContractsContent) -> None:
        """Show the contracts, or their shares."""
        self._how.set_value(MORE if content.is_shared else ONE)
        there = [[one.contract_id for one in part.rows] for part in content.parts]
        if content.is_shared and self._is_shared and there == self._there:
            for shown, part in zip(self._parts, content.parts, strict=True):
                shown.update_content(part)
        else:
            self._fill(content)
            self._there = there
        if content.told != self._told.text():
            self._told.show_message(content.told)
        self._told.setVisible(bool(content.told))
        label = _("Add a contr&act") if content.is_shared else _("&Another contract")
        self._other.set_label(label)
        self._other.set_choices(content.others)
        self._other.set_value(None)
        self._other.setVisible(bool(content.others))
        self._split.setVisible(content.can_split)
        self._proposals.set_content(content.proposals)

    def focus(self) -> None:
        """Put the cursor in the first share, or on the question."""
        if self._parts:
            self._parts[0].focus()
        else:
            self._how.focus()

    def _build(self) -> None:
        card = Card(self, padding=22, spacing=16)
        card.add(self._told, self._how, self._list, row(self._split, STRETCH))
        card.add(self._other, self._proposals)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def _fill(self, content: ContractsContent) -> None:
        self._is_shared = content.is_shared
        clear_layout(self._list)
        self._parts = []
        if content.is_shared:
            self._fill_parts(content)
            return
        for number, one in enumerate(content.rows):
            if number:
                self._list.addWidget(Separator(self))
            shown = PlaceRow(one, shared=False, alone=False, parent=self)
            shown.chosen.connect(self.chosen)
            self._list.addWidget(shown)

    def _fill_parts(self, content: ContractsContent) -> None:
        for number, part in enumerate(content.parts):
            shown = PartView(part, number, alone=len(content.parts) == 1, parent=self)
            shown.share_typed.connect(self.share_typed)
            shown.taken_away.connect(self.taken_away)
            shown.start_typed.connect(self.start_typed)
            shown.joined.connect(self.joined)
            self._list.addWidget(shown)
            self._parts.append(shown)

    @Slot()
    def _on_how(self) -> None:
        self.shared.emit(self._how.value() == MORE)

    @Slot()
    def _on_other(self) -> None:
        key = self._other.value()
        if key is None:
            return
        if self._is_shared:
            self.added.emit(key)
        else:
            self.chosen.emit(int(key))
