"""The last step of the conversation as a widget: everything that was answered."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.new_contract.steps import MARGINS
from sroi_desktop.ui.new_contract.told import SummaryGroup, SummaryLine


class CheckStep(ScrolledPage):
    """Everything that was answered, with a way back to each step.

    Signals:
        step_wanted(int): the step to go back to.
    """

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=MARGINS)
        self._groups = column(spacing=14)
        self.add(self._groups, STRETCH)

    def show_summary(self, groups: tuple[SummaryGroup, ...]) -> None:
        """Show the answers in their groups."""
        clear_layout(self._groups)
        for group in groups:
            self._groups.addWidget(self._group(group))

    def _group(self, group: SummaryGroup) -> Card:
        card = Card(self, spacing=8)
        change = LinkButton(_("Change"), small=True, parent=card)
        change.setAccessibleDescription(group.title)
        change.setObjectName(f"new_contract.change.{group.step}")
        change.setProperty("step", group.step)
        change.clicked.connect(self._on_change)
        card.add_row(SectionTitle(group.title, role="heading", parent=card), STRETCH, change)
        for line in group.lines:
            card.add(_summary_row(line, card))
        return card

    @Slot()
    def _on_change(self) -> None:
        self.step_wanted.emit(int(self.sender().property("step")))


def _summary_row(line: SummaryLine, card: Card) -> QHBoxLayout:
    tone = None if line.is_known else Tone.WARNING
    question = Muted(line.question, "small", parent=card)
    answer = Text(line.answer, "smallstrong", tone=tone, wrap=True, parent=card)
    across = row(question, answer, spacing=16)
    across.setStretch(0, 2)
    across.setStretch(1, 3)
    return across
