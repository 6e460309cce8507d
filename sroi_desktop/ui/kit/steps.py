"""Steps to take: the list of what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.boxes import Separator, clear_layout, column
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import StepContent
from sroi_desktop.ui.kit.look import TextRole
from sroi_desktop.ui.kit.text import Muted, RoundIcon, Text

_RING = 2


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
        role: TextRole = "smallstrong" if compact else "strong"
        said = [Text(content.title, role, wrap=True, parent=self)]
        if content.detail:
            said.append(Muted(content.detail, "hint" if compact else "small", parent=self))
        words = column(*said, spacing=2)
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
            # A link has room for its ring at both sides: its words begin where the others do.
            across.setSpacing(across.spacing() - _RING)
            for label in said:
                label.setContentsMargins(_RING, 0, 0, 0)
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
