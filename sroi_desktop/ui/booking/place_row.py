"""One contract in the third step: to choose, or with a share of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.sharing import ContractRow
from sroi_desktop.ui.kit.boxes import STRETCH, column, row
from sroi_desktop.ui.kit.buttons import IconButton
from sroi_desktop.ui.kit.fields import PercentField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.text import Muted, Text
from sroi_desktop.ui.split import Split

# Narrower than this, in heights of the text, the share stands beneath the name.
_NARROW = 36


class PlaceRow(QWidget):
    """One contract with what the effort is worth there: to choose, or with a share of its own.

    Signals:
        chosen(int): id of the contract.
        share_typed(int, str, int): the percentage for it, in that part of the days.
        taken_away(int): it takes no part any more.
    """

    chosen = Signal(int)
    share_typed = Signal(int, str, int)
    taken_away = Signal(int)

    def __init__(
        self, content: ContractRow, *, shared: bool, alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = content.contract_id
        self._part = content.part
        self._percent: PercentField | None = None
        self._why_not = Muted(content.why_not, "small", parent=self)
        self._worth = Text(content.worth, "strong", parent=self)
        self._worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 4)
        body.setSpacing(12)
        if shared:
            amounts = self._amounts(content, alone=alone)
            words = self._words(content)
            body.addWidget(Split(words, amounts, shares=(1, 0), narrow=_NARROW, parent=self))
        else:
            detail = Muted(content.detail, "small", parent=self)
            detail.setContentsMargins(current_look().em(2.1), 0, 0, 0)
            choice = row(self._radio(content), STRETCH)
            body.addLayout(column(choice, detail, spacing=2), 1)
            body.addWidget(self._worth)
            body.addWidget(self._why_not, 1 if content.why_not else 0)
        self.update_content(content)

    def update_content(self, content: ContractRow) -> None:
        """Show another worth and another error; the field keeps what was typed."""
        self._worth.setText(content.worth)
        self._worth.setVisible(self._percent is not None or bool(content.worth))
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

    def _words(self, content: ContractRow) -> QWidget:
        words = QWidget(self)
        title = Text(content.title, "strong", wrap=True, parent=words)
        detail = Muted(content.detail, "small", parent=words)
        words.setLayout(column(title, detail, spacing=2))
        return words

    def _amounts(self, content: ContractRow, *, alone: bool) -> QWidget:
        """Return the share with its worth; the shares of all contracts stand in one line."""
        self._worth.setMinimumWidth(current_look().em(6.5))
        amounts = QWidget(self)
        across = row(self._share(content), self._worth, self._why_not, STRETCH)
        if not alone:
            across.addWidget(self._remove(content))
        amounts.setLayout(across)
        return amounts

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
        later = f".{self._part}" if self._part else ""
        field = PercentField(_("Share"), name=f"booking.share.{self._id}{later}", parent=self)
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
            self.share_typed.emit(self._id, self._percent.text(), self._part)

    @Slot()
    def _on_remove(self) -> None:
        self.taken_away.emit(self._id)
