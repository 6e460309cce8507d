"""Steps to take: the list of what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.boxes import Separator, clear_layout
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import StepContent
from sroi_desktop.ui.kit.text import Muted, RoundIcon, Text


class StepRow(QWidget):
    """Icon, what to do, why, and a button that goes there.

    `compact` puts the act beneath the words, as a link: for narrow columns.

    Signals:
        act_chosen(str): key of the act.
    """

    act_chosen = Signal(str)

    def __init__(
        self, content: StepContent, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        mark = RoundIcon(content.icon, content.tone, size=32 if compact else 36, parent=self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(
            Text(content.title, "smallstrong" if compact else "strong", wrap=True, parent=self)
        )
        if content.detail:
            words.addWidget(Muted(content.detail, "hint" if compact else "small", parent=self))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12 if compact else 14)
        start = Qt.AlignmentFlag.AlignTop if compact else Qt.AlignmentFlag.AlignVCenter
        across.addWidget(mark, 0, start)
        across.addLayout(words, 1)
        if content.act is None:
            return
        act = replace(content.act, kind="link") if compact else content.act
        button = ActButton(act, small=compact, parent=self)
        button.act_chosen.connect(self.act_chosen)
        # The words of a row of buttons say little by themselves ("Open"): add what it is for.
        button.setAccessibleDescription(content.title)
        if compact:
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class StepList(QWidget):
    """Steps beneath each other, with lines between them.

    Signals:
        act_chosen(str): key of the act of one of the steps.
    """

    act_chosen = Signal(str)

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(10 if compact else 12)

    def set_steps(self, steps: Sequence[StepContent]) -> None:
        """Show these steps, the most urgent first."""
        clear_layout(self._body)
        for number, step in enumerate(steps):
            if number:
                self._body.addWidget(Separator(self))
            shown = StepRow(step, compact=self._compact, parent=self)
            shown.act_chosen.connect(self.act_chosen)
            self._body.addWidget(shown)
