"""The card of look, language and the limit to evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _, pgettext
from sroi_desktop.system.settings import Settings
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.fields import ChoiceField, IntegerField, OptionsField
from sroi_desktop.ui.kit.text import SectionTitle
from sroi_desktop.ui.settings.choices_presenter import (
    language_choices,
    text_size_choices,
    theme_choices,
)


class ChoicesCard(Card):
    """Look, language and the limit to evidence.

    Signals:
        theme_chosen(str), text_size_chosen(str), language_chosen(str): the key of a choice.
        limit_typed(str), limit_given(str): the limit while it is typed, and when it is left.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(str)
    language_chosen = Signal(str)
    limit_typed = Signal(str)
    limit_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self.setObjectName("settings.choices")
        self._theme = OptionsField(_("Co&lours"), theme_choices(), name="settings.theme")
        self._size = ChoiceField(_("Te&xt size"), text_size_choices(), name="settings.text_size")
        self._language = OptionsField(
            _("Lan&guage"),
            language_choices(),
            name="settings.language",
            hint=_("The program changes at once. Your reports follow the language too."),
        )
        self._limit = IntegerField(
            _("Largest file kept as evi&dence"),
            name="settings.limit",
            unit="MB",
            hint=_("Large files make your administration and its backups large."),
        )
        self.add(SectionTitle(_("Look and language"), parent=self))
        self.add(self._theme, self._size, self._language)
        self.add_separator()
        self.add(SectionTitle(pgettext("page", "Evidence"), parent=self), self._limit)
        self._theme.changed.connect(self._on_theme)
        self._size.changed.connect(self._on_size)
        self._language.changed.connect(self._on_language)
        self._limit.changed.connect(self._on_limit_typed)
        self._limit.finished.connect(self._on_limit)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._theme.set_value(settings.theme.value)
        self._size.set_value(str(settings.text_size))
        self._language.set_value(settings.language)
        self._limit.set_text(str(settings.evidence_limit_mb))

    def show_limit(self, reading: str | None, fault: str | None) -> None:
        """Show how the limit was read, or what is wrong with it."""
        self._limit.set_error(fault)
        self._limit.show_reading(reading)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(self._theme.value() or "")

    @Slot()
    def _on_size(self) -> None:
        self.text_size_chosen.emit(self._size.value() or "")

    @Slot()
    def _on_language(self) -> None:
        self.language_chosen.emit(self._language.value() or "")

    @Slot()
    def _on_limit_typed(self) -> None:
        self.limit_typed.emit(self._limit.text())

    @Slot()
    def _on_limit(self) -> None:
        self.limit_given.emit(self._limit.text())
