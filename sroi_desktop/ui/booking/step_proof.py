"""The fourth step: each required piece, with a file to keep or a note of what was seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.text import Muted, SectionTitle
from sroi_desktop.ui.proving.lines import ProofLines
from sroi_desktop.ui.proving.rows import ProofRow


class ProofStep(QWidget):
    """Asks for the pieces that prove the effort; all of them may follow later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ProofLines(self)
        self._nothing = Muted(
            _("These rules ask for no evidence. Keep what shows what you did all the same."),
            parent=self,
        )
        card = Card(self, padding=22)
        card.add(SectionTitle(_("Which evidence do you have?"), parent=self))
        words = _(
            "Drop a file on a line, or choose one. What you do not have yet can follow later."
        )
        card.add(Muted(words, parent=self), self.lines, self._nothing)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def set_content(self, rows: tuple[ProofRow, ...], refused: Mapping[str, str]) -> None:
        """Show the required pieces."""
        self.lines.set_rows(rows, refused)
        self._nothing.setVisible(not rows)
