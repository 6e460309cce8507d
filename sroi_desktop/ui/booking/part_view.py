"""One part of the days of an effort with the shares of every contract in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.contents import PartContent
from sroi_desktop.ui.booking.place_row import PlaceRow
from sroi_desktop.ui.booking.sharing import ContractRow
from sroi_desktop.ui.kit.boxes import STRETCH, Separator, row
from sroi_desktop.ui.kit.buttons import IconButton
from sroi_desktop.ui.kit.fields import DateField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import SectionTitle

_BOTTOM = Qt.AlignmentFlag.AlignBottom


class PartView(QWidget):
    """Shows a `PartContent`; without other parts it has no head.

    Signals:
        share_typed(int, str, int): the percentage for a contract in this part.
        taken_away(int): a contract takes no part any more.
        start_typed(int, str): the first day of this part.
        joined(int): this part is no longer wanted.
    """

    share_typed = Signal(int, str, int)
    taken_away = Signal(int)
    start_typed = Signal(int, str)
    joined = Signal(int)

    def __init__(
        self, content: PartContent, number: int, *, alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._days = SectionTitle("", role="heading", parent=self)
        self._start: DateField | None = None
        self.rows = {one.contract_id: self._row(one, content) for one in content.rows}
        self._note = Banner("", Tone.INFO, parent=self)
        self._note.setObjectName(_named("booking.sharing.note", number))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        if not alone:
            self._add_head(body)
        self._days.setVisible(not alone)
        for place, shown in enumerate(self.rows.values()):
            if place:
                body.addWidget(Separator(self))
            body.addWidget(shown)
        body.addWidget(self._note)
        self.update_content(content)

    def update_content(self, content: PartContent) -> None:
        """Show other days, values and errors; the fields keep what was typed."""
        self._days.setText(content.days)
        for one in content.rows:
            self.rows[one.contract_id].update_content(one)
        tone = Tone.DANGER if content.too_much else Tone.INFO
        if content.note != self._note.text():
            self._note.show_message(content.note, tone)
        if self._start is not None:
            if self._start.text() != content.starts and not self._start.line.hasFocus():
                self._start.set_text(content.starts)
            if self._start.error() != (content.wrong or None):
                self._start.set_error(content.wrong or None)

    def focus(self) -> None:
        """Put the cursor in the first share."""
        for shown in self.rows.values():
            shown.focus()
            return

    def _add_head(self, body: QVBoxLayout) -> None:
        if not self._number:
            body.addWidget(self._days)
            return
        body.addWidget(Separator(self))
        self._start = DateField(_("As of"), name=f"booking.from.{self._number}", parent=self)
        self._start.line.setAccessibleName(
            _("First day of part {number}").format(number=self._number + 1)
        )
        self._start.setFixedWidth(current_look().em(11))
        self._start.changed.connect(self._on_start)
        name = _("Divide these days as those before them")
        away = IconButton("x", name, self)
        away.setObjectName(f"booking.join.{self._number}")
        away.clicked.connect(self._on_join)
        across = row(self._start, STRETCH, away)
        across.setAlignment(away, _BOTTOM)
        body.addLayout(across)
        body.addWidget(self._days)

    def _row(self, one: ContractRow, content: PartContent) -> PlaceRow:
        alone = len(content.rows) == 1 or self._number > 0
        shown = PlaceRow(one, shared=True, alone=alone, parent=self)
        shown.share_typed.connect(self.share_typed)
        shown.taken_away.connect(self.taken_away)
        return shown

    @Slot()
    def _on_start(self) -> None:
        if self._start is not None:
            self.start_typed.emit(self._number, self._start.text())

    @Slot()
    def _on_join(self) -> None:
        self.joined.emit(self._number)


def _named(name: str, number: int) -> str:
    return f"{name}.{number}" if number else name
