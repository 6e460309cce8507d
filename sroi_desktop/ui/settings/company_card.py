"""The card of the firm: its fields and its picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.firm import NAME
from sroi_desktop.ui.kit.boxes import STRETCH, Card
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import FileKind, ask_open_file
from sroi_desktop.ui.kit.fields import TextField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.settings.company_presenter import CHOOSE_LOGO, DROP_LOGO, SAVE

_FINE = 2  # pixels for each of the screen's, so that nothing blurs
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompanyCard(Card):
    """The firm.

    Signals:
        changed(str): a field while it is typed.
        left(str): a field that was left.
        act_chosen(str): key of an act.
    """

    changed = Signal(str)
    left = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self.setObjectName("settings.company")
        self._message = Banner(parent=self)
        self._message.hide()
        self._message.act_chosen.connect(self.act_chosen)
        self._fields: dict[str, TextField] = {}
        self._save = ActButton(Act(SAVE, _("&Save"), kind="primary"), parent=self)
        self._save.act_chosen.connect(self.act_chosen)
        self._logo = QLabel(self)
        self._logo_data: bytes | None = None
        self._logo_fault = Text("", "hintstrong", tone=Tone.DANGER, wrap=True, parent=self)
        self._logo_fault.hide()
        self._choose = ActButton(Act(CHOOSE_LOGO, _("Choose logo…"), icon="image"), parent=self)
        self._drop = ActButton(Act(DROP_LOGO, _("Remove logo")), parent=self)
        for button in (self._choose, self._drop):
            button.act_chosen.connect(self.act_chosen)
        self._build()

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: field.text() for name, field in self._fields.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show these texts in the fields."""
        for name, field in self._fields.items():
            field.set_text(texts.get(name, ""))
            field.line.setCursorPosition(0)

    def show_fault(self, field: str, text: str | None) -> None:
        """Show what is wrong with a field, or that nothing is."""
        self._fields[field].set_error(text)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Offer to save, or not."""
        self._save.setEnabled(unsaved)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the fields; "" says nothing."""
        self._message.show_message(text, tone, act=act)

    def show_logo(self, data: bytes | None, *, is_possible: bool) -> None:
        """Show the picture of the firm; without a firm there can be none."""
        self._logo_data = data
        self._choose.setEnabled(is_possible)
        self._drop.setVisible(data is not None)
        self._logo.setVisible(data is not None)
        self.fit_to_look()

    def show_logo_fault(self, text: str | None) -> None:
        """Show what is wrong with a picture, or that nothing is."""
        self._logo_fault.setText(text or "")
        self._logo_fault.setVisible(bool(text))

    def can_show(self, data: bytes) -> bool:
        """Tell whether a picture can be shown."""
        return QPixmap().loadFromData(data)

    def choose_picture(self) -> Path | None:
        """Let the user choose a picture."""
        kind = FileKind(_("Pictures"), ("png", "jpg", "jpeg"))
        return ask_open_file(self, _("Choose a logo"), (kind,))

    def fit_to_look(self) -> None:
        """Show the picture at the size of the look."""
        if self._logo_data is None:
            return
        look = current_look()
        picture = QPixmap()
        picture.loadFromData(self._logo_data)
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._logo.setPixmap(picture.scaled(look.em(14), look.em(4.5), keep, smooth))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter."""
        if event.key() in _ENTER and self._save.isEnabled():
            self.act_chosen.emit(SAVE)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._logo.setAccessibleName(_("Logo of your company"))
        fields = Columns(self, narrowest=13, most=2, spacing=18)
        for name, label, hint in _questions():
            field = TextField(label, name=f"settings.{name}", hint=hint, parent=self)
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_left)
            self._fields[name] = field
            if name != NAME:
                fields.add(field)
        words = _("This stands at the head of your reports. Only the name is needed.")
        self.add(SectionTitle(_("Your company"), parent=self), Muted(words, parent=self))
        self.add(self._message, self._fields[NAME], fields)
        self.add_row(self._save, STRETCH)
        self.add_separator()
        self.add(Text(_("Logo"), "smallstrong", parent=self), self._logo, self._logo_fault)
        self.add_row(self._choose, self._drop, STRETCH)
        hint = _("PNG or JPEG. It comes at the head of your reports.")
        self.add(Muted(hint, "hint", parent=self), STRETCH)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self._name_of(self.sender()))

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self._name_of(self.sender()))

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._fields.items() if field is sender)


def _questions() -> tuple[tuple[str, str, str], ...]:
    return (
        (NAME, _("&Name"), ""),
        ("kvk", _("&Chamber of Commerce (K.v.K.) number"), ""),
        ("tax_number", _("RSIN or &VAT number"), ""),
        ("street", _("Street and n&umber"), ""),
        ("postcode", _("&Postcode"), ""),
        ("town", _("&Town"), ""),
        ("contact", _("C&ontact"), _("Who deals with social return.")),
        ("email", _("&E-mail"), ""),
        ("phone", _("Telep&hone"), ""),
    )
