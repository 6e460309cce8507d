"""The third step: for which contract it counts, or which share of it for each of several."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.contents import ContractsContent
from sroi_desktop.ui.booking.sharing import ContractRow
from sroi_desktop.ui.kit.boxes import STRETCH, Card, Separator, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField, OptionsField, PercentField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, Text

ONE, MORE = "one", "more"


class PlaceRow(QWidget):
    """One contract with what the effort is worth there: to choose, or with a share of its own.

    Signals:
        chosen(int): id of the contract.
        share_typed(int, str): the percentage for it.
        taken_away(int): it takes no part any more.
    """

    chosen = Signal(int)
    share_typed = Signal(int, str)
    taken_away = Signal(int)

    def __init__(
        self, content: ContractRow, *, shared: bool, alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = content.contract_id
        self._percent: PercentField | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(12)
        detail = Muted(content.detail, "small", parent=self)
        if shared:
            words = Text(content.title, "strong", wrap=True, parent=self)
            across.addLayout(column(words, detail, spacing=2), 1)
        else:
            detail.setContentsMargins(current_look().em(2.1), 0, 0, 0)
            choice = row(self._radio(content), STRETCH)
            across.addLayout(column(choice, detail, spacing=2), 1)
        self._why_not = Muted(content.why_not, "small", parent=self)
        self._why_not.setVisible(bool(content.why_not))
        self._worth = Text(content.worth, "strong", parent=self)
        self._worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if shared:
            across.addWidget(self._share(content))
        across.addWidget(self._worth)
        across.addWidget(self._why_not, 1 if content.why_not else 0)
        if shared and not alone:
            across.addWidget(self._remove(content))
        self.update_content(content)

    def update_content(self, content: ContractRow) -> None:
        """Show another worth and another error; the field keeps what was typed."""
        self._worth.setText(content.worth)
        self._worth.setVisible(bool(content.worth))
        self._why_not.setText(content.why_not)
        self._why_not.setVisible(bool(content.why_not))
        if self._percent is not None:
            if self._percent.text() != content.percent and not self._percent.line.hasFocus():
                self._percent.set_text(content.percent)
            if self._percent.error() != (content.wrong or None):
                self._percent.set_error(content.wrong or None)

    def focus(self) -> None:
        """Put the cursor in the share."""
        if self._percent is not None:
            self._percent.focus()

    def _radio(self, content: ContractRow) -> QRadioButton:
        radio = QRadioButton(content.title.replace("&", "&&"), self)
        radio.setObjectName(f"booking.place.{content.contract_id}")
        words = (content.detail, content.worth, content.why_not)
        radio.setAccessibleDescription(" ".join(word for word in words if word))
        radio.setAutoExclusive(False)
        radio.setChecked(content.is_chosen)
        radio.setEnabled(not content.why_not)
        radio.clicked.connect(self._on_chosen)
        return radio

    def _share(self, content: ContractRow) -> PercentField:
        field = PercentField(_("Share"), name=f"booking.share.{self._id}", parent=self)
        field.line.setAccessibleName(_("Share for {title}").format(title=content.title))
        field.setFixedWidth(current_look().em(8))
        field.set_text(content.percent)
        field.changed.connect(self._on_share)
        self._percent = field
        return field

    def _remove(self, content: ContractRow) -> IconButton:
        name = _("Take away: {title}").format(title=content.title)
        button = IconButton("x", name, self)
        button.setObjectName(f"booking.unplace.{content.contract_id}")
        button.clicked.connect(self._on_remove)
        return button

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(self._id)

    @Slot()
    def _on_share(self) -> None:
        if self._percent is not None:
            self.share_typed.emit(self._id, self._percent.text())

    @Slot()
    def _on_remove(self) -> None:
        self.taken_away.emit(self._id)


class WhereStep(QWidget):
    """Asks where it counts.

    Signals:
        shared(bool): one contract, or shares over several.
        chosen(int), taken_away(int): id of a contract.
        added(str): id of a contract as text.
        share_typed(int, str): the percentage for a contract.
        proposal_wanted(): divide in proportion to what is open.
    """

    shared = Signal(bool)
    chosen = Signal(int)
    taken_away = Signal(int)
    added = Signal(str)
    share_typed = Signal(int, str)
    proposal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, PlaceRow] = {}
        self._is_shared: bool | None = None
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
        self._other = ChoiceField(
            _("&Another contract"), name="booking.other_place", searchable=True, parent=self
        )
        self._propose = Button(_("Divide in &proportion to what is open"), parent=self)
        self._propose.setObjectName("booking.propose")
        self._note = Banner("", Tone.INFO, parent=self)
        self._note.setObjectName("booking.sharing.note")
        card = Card(self, padding=22, spacing=16)
        card.add(self._how, self._list, self._note, row(self._propose, STRETCH), self._other)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)
        self._how.changed.connect(self._on_how)
        self._other.finished.connect(self._on_other)
        self._propose.clicked.connect(self.proposal_wanted)

    def set_content(self, content: ContractsContent) -> None:
        """Show the contracts, or their shares."""
        self._how.set_value(MORE if content.is_shared else ONE)
        there = [one.contract_id for one in content.rows]
        same = there == list(self._rows) and content.is_shared == self._is_shared
        if same and content.is_shared:
            for one in content.rows:
                self._rows[one.contract_id].update_content(one)
        else:
            self._fill(content)
        tone = Tone.DANGER if content.too_much else Tone.INFO
        self._note.setVisible(bool(content.note))
        if content.note != self._note.text():
            self._note.show_message(content.note, tone)
        label = _("Add a contr&act") if content.is_shared else _("&Another contract")
        self._other.set_label(label)
        self._other.set_choices(content.others)
        self._other.set_value(None)
        self._other.setVisible(bool(content.others))
        self._propose.setVisible(content.is_shared and len(content.rows) > 1)

    def focus(self) -> None:
        """Put the cursor in the first share, or on the question."""
        first = next(iter(self._rows.values()), None)
        if first is not None and self._is_shared:
            first.focus()
        else:
            self._how.focus()

    def _fill(self, content: ContractsContent) -> None:
        self._is_shared = content.is_shared
        clear_layout(self._list)
        self._rows = {}
        for number, one in enumerate(content.rows):
            if number:
                self._list.addWidget(Separator(self))
            alone = len(content.rows) == 1
            shown = PlaceRow(one, shared=content.is_shared, alone=alone, parent=self)
            shown.chosen.connect(self.chosen)
            shown.share_typed.connect(self.share_typed)
            shown.taken_away.connect(self.taken_away)
            self._list.addWidget(shown)
            self._rows[one.contract_id] = shown

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
