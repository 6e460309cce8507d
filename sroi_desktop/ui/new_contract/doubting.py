"""Asks, beneath an amount, whether it is right: no dialog for what a line can ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Card, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Text
from sroi_desktop.ui.new_contract.showing import Doubt


class DoubtRow(Card):
    """The question with its two answers.

    Signals:
        confirmed(), denied(): which of the two it is.
    """

    confirmed = Signal()
    denied = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="warning", padding=12)
        self._words = Text("", "smallstrong", wrap=True, parent=self)
        self._no = Button(_("No"), parent=self)
        self._no.setObjectName(f"new_contract.{name}.smaller")
        self._yes = Button(_("Yes"), parent=self)
        self._yes.setObjectName(f"new_contract.{name}.sure")
        answers = Wrap(self, spacing=10)
        answers.add(self._no, self._yes)
        asked = row(IconLabel("triangle-alert", Tone.WARNING, parent=self), self._words)
        asked.setStretch(1, 1)
        self.add(asked, answers)
        self._yes.clicked.connect(self.confirmed)
        self._no.clicked.connect(self.denied)
        self.hide()

    def show_doubt(self, doubt: Doubt | None) -> None:
        """Ask, or take the question away."""
        self.setVisible(doubt is not None)
        if doubt is None:
            return
        self._words.setText(doubt.text)
        self._yes.setText(doubt.yes)
        self._no.setText(doubt.no)
        announce(self, doubt.text)
