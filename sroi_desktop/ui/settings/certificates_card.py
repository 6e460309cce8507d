"""The card of the firm's own PSO certificates: a list, and the fields of one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.ui.kit.boxes import Card, clear_layout
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import Act, Choice, PillContent
from sroi_desktop.ui.kit.fields import ChoiceField, DateField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.settings.certificates_presenter import (
    CANCEL,
    FROM,
    KEEP,
    LEVEL,
    REMOVE,
    UNTIL,
    CertificateRow,
)


class CertificatesCard(Card):
    """The certificates.

    Signals:
        field_typed(str, str): a field and its text.
        field_left(str): a field that the user is done with.
        act_chosen(str): key of an act.
    """

    field_typed = Signal(str, str)
    field_left = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self.setObjectName("settings.certificates")
        self._message = Banner(parent=self)
        self._message.hide()
        self._rows: tuple[CertificateRow, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        levels = [Choice(one.value, label(one)) for one in PsoLevel]
        self._level = ChoiceField(
            _("What stands on it?"), levels, name="settings.certificate.level"
        )
        self._days = {
            FROM: DateField(_("Valid from"), name="settings.certificate.from"),
            UNTIL: DateField(_("Valid until"), name="settings.certificate.until"),
        }
        self._keep = ActButton(Act(KEEP, _("Add certificate")), parent=self)
        self._change = ActButton(Act(KEEP, _("Keep the certificate")), parent=self)
        self._cancel = ActButton(Act(CANCEL, _("Leave as it is")), parent=self)
        self._remove = ActButton(Act(REMOVE, _("Remove certificate"), kind="danger"), parent=self)
        self._build()
        self._connect()
        self.show_certificate({LEVEL: "", FROM: "", UNTIL: ""}, is_change=False)

    def show_rows(self, rows: tuple[CertificateRow, ...]) -> None:
        """Show the certificates."""
        if rows == self._rows:
            return
        self._rows = rows
        clear_layout(self._list)
        for one in rows:
            self._list.addLayout(self._line(one))

    def show_certificate(self, texts: dict[str, str], *, is_change: bool) -> None:
        """Show one in the fields."""
        self._level.set_value(texts[LEVEL] or None)
        self._level.set_error(None)
        for name, field in self._days.items():
            field.set_text(texts[name])
            field.set_error(None)
        self._keep.setVisible(not is_change)
        for button in (self._change, self._cancel, self._remove):
            button.setVisible(is_change)

    def show_field(self, name: str, reading: str | None, error: str | None) -> None:
        """Show how a field was read, or what is wrong with it."""
        if name == LEVEL:
            self._level.set_error(error)
        else:
            self._days[name].set_error(error)
            self._days[name].show_reading(reading)

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the fields."""
        self._message.show_message(text, tone)

    def focus(self) -> None:
        """Put the cursor in the first question."""
        self._level.focus()

    def _line(self, one: CertificateRow) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(Text(one.level, "smallstrong", parent=self))
        told.addWidget(Muted(one.valid, "hint", wrap=False, parent=self))
        across.addLayout(told, 1)
        pill = Pill(parent=self)
        pill.set_content(PillContent(one.standing, one.tone))
        across.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        change = ActButton(Act(one.key, _("Change"), kind="link"), parent=self)
        change.setAccessibleName(_("Change {what}").format(what=f"{one.level}, {one.valid}"))
        change.act_chosen.connect(self.act_chosen)
        across.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        return across

    def _build(self) -> None:
        self.add(SectionTitle(_("Your own PSO certificates"), parent=self))
        what = _(
            "Some rules ask less of a company with a PSO certificate, as long as it is valid: at "
            "the bid and throughout. Keep old certificates here too."
        )
        self.add(Muted(what, parent=self), self._message)
        self.add(self._list)
        days = Columns(self, narrowest=11, most=2, spacing=18)
        days.add(*self._days.values())
        buttons = Wrap(self, spacing=10)
        buttons.add(self._keep, self._change, self._cancel, self._remove)
        self.add(self._level, days, buttons)

    def _connect(self) -> None:
        for button in (self._keep, self._change, self._cancel, self._remove):
            button.act_chosen.connect(self.act_chosen)
        self._level.changed.connect(self._on_level)
        for field in self._days.values():
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_finished)

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._days.items() if field is sender)

    @Slot()
    def _on_level(self) -> None:
        self._level.set_error(None)
        self.field_typed.emit(LEVEL, self._level.value() or "")

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        self._days[name].set_error(None)
        self.field_typed.emit(name, self._days[name].text())

    @Slot()
    def _on_finished(self) -> None:
        self.field_left.emit(self._name_of(self.sender()))
