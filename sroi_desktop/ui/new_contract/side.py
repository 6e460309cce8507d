"""The side of the conversation: what would be owed, live, and how that is computed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import (
    STRETCH,
    Card,
    ScrolledPage,
    Separator,
    clear_layout,
    column,
    row,
)
from sroi_desktop.ui.kit.content import FigureContent
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.figures import Figure
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text
from sroi_desktop.ui.new_contract.told import OwedContent

# The largest width that Qt knows.
_WHOLE = 16_777_215
_ICONS = {
    Tone.WARNING: "triangle-alert",
    Tone.INFO: "info",
    Tone.NEUTRAL: "circle-dashed",
}


class OwedSide(Card):
    """Shows an `OwedContent`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=2)
        page = ScrolledPage(self, margins=(18, 16, 18, 16), spacing=12)
        self._figure = Figure(FigureContent(_("You owe"), ""), role="hero", parent=page)
        self._figure.setObjectName("new_contract.owed")
        self._line = Separator(page)
        self._title = Text(_("How this is computed"), "strong", parent=page)
        self._derivation = DerivationView(page)
        self._second = Separator(page)
        self._signals = column(spacing=8)
        page.add(
            self._figure,
            self._line,
            self._title,
            self._derivation,
            self._second,
            self._signals,
            STRETCH,
        )
        self.add(page)
        self._shown: OwedContent | None = None

    def fit_within(self, width: int, *, stacked: bool) -> None:
        """Be as wide as the figures need, and leave room for the questions in that width.

        Beneath the questions, where it is `stacked`, it takes the whole width.
        """
        look = current_look()
        wide = max(look.em(15), min(look.em(24), width * 2 // 5))
        self.setMinimumWidth(look.em(15) if stacked else wide)
        self.setMaximumWidth(_WHOLE if stacked else wide)

    def show_owed(self, content: OwedContent) -> None:
        """Show what is owed; the same again is not drawn again."""
        if content == self._shown:
            return
        self._shown = content
        tone = Tone.ACCENT if content.is_known else None
        self._figure.set_content(FigureContent(_("You owe"), content.value, content.about, tone))
        known = content.derivation is not None
        for widget in (self._line, self._title, self._derivation):
            widget.setVisible(known)
        if content.derivation is not None:
            self._derivation.set_content(content.derivation)
        clear_layout(self._signals)
        self._second.setVisible(bool(content.signals))
        for text, signal_tone in content.signals:
            self._signals.addLayout(self._signal(text, signal_tone))

    def _signal(self, text: str, tone: Tone) -> QHBoxLayout:
        mark = IconLabel(_ICONS[tone], tone, size=16, parent=self)
        words = (
            Muted(text, parent=self)
            if tone is Tone.NEUTRAL
            else Text(text, "small", wrap=True, parent=self)
        )
        across = row(mark, words, spacing=10)
        across.setStretch(1, 1)
        return across
