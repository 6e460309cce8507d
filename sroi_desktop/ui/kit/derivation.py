"""How an amount was computed: rows, total, sources and assumptions, as plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Separator, clear_layout
from sroi_desktop.ui.kit.content import DerivationContent, DerivationRow
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, Text


class DerivationView(QWidget):
    """Shows a `DerivationContent`; the words come ready from the presenter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)

    def set_content(self, content: DerivationContent) -> None:
        """Show another computation."""
        clear_layout(self._body)
        for entry in content.rows:
            self._add_row(entry)
        self._body.addWidget(Separator(self))
        self._add_total(content)
        for warning in content.warnings:
            self._body.addWidget(Banner(warning, Tone.WARNING, parent=self))
        if content.note:
            self._body.addWidget(Muted(content.note, "hint", parent=self))
        for assumption in content.assumptions:
            words = _("Assumption: {text}").format(text=assumption)
            self._body.addWidget(Muted(words, "hint", parent=self))
        for source in content.sources:
            words = _("Source: {text}").format(text=source)
            shown = Muted(words, "hint", parent=self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._body.addWidget(shown)

    def _add_row(self, entry: DerivationRow) -> None:
        tone = None if entry.counts else Tone.NEUTRAL
        line = Wrap(self, spacing=16, line_spacing=2, spread=True)
        factor = Text(entry.factor, "smallstrong", tone=tone, wrap=True, parent=line)
        factor.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.add(Text(entry.label, "small", tone=tone, wrap=True, parent=line), factor)
        self._body.addWidget(line)
        if entry.note:
            self._body.addWidget(Muted(entry.note, "hint", parent=self))

    def _add_total(self, content: DerivationContent) -> None:
        line = Wrap(self, spacing=16, line_spacing=2, spread=True)
        total = Text(content.total, "strong", parent=line)
        total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.add(Text(content.total_label, "strong", wrap=True, parent=line), total)
        self._body.addWidget(line)

    def words(self) -> str:
        """Return everything shown, a line per label: for copying."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.text())
