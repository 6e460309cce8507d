"""How an amount was computed: rows, total, sources and assumptions, as plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Separator, clear_layout
from sroi_desktop.ui.kit.content import DerivationContent, DerivationRow
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
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(9)
        rows.setColumnStretch(0, 1)
        line = 0
        for entry in content.rows:
            line = self._add_row(rows, line, entry)
        self._body.addLayout(rows)
        self._body.addWidget(Separator(self))
        self._add_total(content)
        for warning in content.warnings:
            self._body.addWidget(Banner(warning, Tone.WARNING, parent=self))
        for assumption in content.assumptions:
            words = _("Assumption: {text}").format(text=assumption)
            self._body.addWidget(Muted(words, "hint", parent=self))
        for source in content.sources:
            words = _("Source: {text}").format(text=source)
            shown = Muted(words, "hint", parent=self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._body.addWidget(shown)

    def _add_row(self, rows: QGridLayout, line: int, entry: DerivationRow) -> int:
        tone = None if entry.counts else Tone.NEUTRAL
        rows.addWidget(Text(entry.label, "small", tone=tone, wrap=True, parent=self), line, 0)
        factor = Text(entry.factor, "smallstrong", tone=tone, parent=self)
        rows.addWidget(factor, line, 1, _END)
        if entry.note:
            line += 1
            rows.addWidget(Muted(entry.note, "hint", parent=self), line, 0, 1, 2)
        return line + 1

    def _add_total(self, content: DerivationContent) -> None:
        line = QGridLayout()
        line.setColumnStretch(0, 1)
        line.addWidget(Text(content.total_label, "strong", wrap=True, parent=self), 0, 0)
        total = Text(content.total, "strong", parent=self)
        total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(total, 0, 1, _END)
        self._body.addLayout(line)

    def words(self) -> str:
        """Return everything shown, a line per label: for copying."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.text())


_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
