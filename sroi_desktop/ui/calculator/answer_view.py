"""The answer of the calculator: the amount, how it came about, and what would fill it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.calculator.answer import Answer
from sroi_desktop.ui.kit.boxes import STRETCH, Card, clear_layout, column, row
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text


class AnswerCard(Card):
    """Shows an `Answer`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calculator.answer")
        self._answer: Answer | None = None
        self._amount = Text("", "hero", wrap=True, parent=self)
        self._amount.setObjectName("calculator.amount")
        self._amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._meaning = Muted("", parent=self)
        self._points = column()
        self._derivation = DerivationView(self)
        self._examples_title = Text(_("For example one of these"), "smallstrong", parent=self)
        self._examples = column(spacing=6)
        title = SectionTitle(_("What you would owe"), parent=self)
        self.add(title, self._amount, self._meaning, self._points)
        self.add(self._derivation, self._examples_title, self._examples, STRETCH)

    def set_answer(self, answer: Answer) -> None:
        """Show another answer, and let a screen reader say the amount."""
        if answer == self._answer:
            return
        self._answer = answer
        self._amount.setText(answer.amount)
        self._meaning.setText(answer.meaning)
        _fill(self, self._points, _marked(answer.open_points), Tone.WARNING)
        self._derivation.setVisible(answer.derivation is not None)
        if answer.derivation is not None:
            self._derivation.set_content(answer.derivation)
        self._examples_title.setVisible(bool(answer.examples))
        _fill(self, self._examples, answer.examples, Tone.ACCENT)
        announce(self._amount, f"{answer.amount}. {answer.meaning}")


def _marked(lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("circle-dashed", line) for line in lines)


def _fill(
    card: QWidget, layout: QVBoxLayout, lines: tuple[tuple[str, str], ...], tone: Tone
) -> None:
    """Show the lines beneath each other, each after its icon."""
    clear_layout(layout)
    for icon, line in lines:
        mark = IconLabel(icon, tone, size=16, parent=card)
        words = Text(line, "small", wrap=True, parent=card)
        across = row(mark, words, spacing=8)
        across.setStretch(1, 1)
        across.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(across)
