"""The numbered steps at the head of a guided dialog."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import ColourName, Tone
from sroi_desktop.ui.kit.text import Text


class StepState(Enum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


_DISCS: dict[StepState, tuple[ColourName, ColourName]] = {
    StepState.DONE: ("accent_soft", "accent"),
    StepState.NOW: ("accent", "on_accent"),
    StepState.NEXT: ("track", "muted"),
}


class _Disc(QWidget):
    """The number of a step, or a check mark when it is done."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._state = StepState.NEXT
        self.fit_to_look()

    def set_state(self, state: StepState) -> None:
        """Show another state."""
        self._state = state
        self.update()

    def fit_to_look(self) -> None:
        """Grow with the text."""
        side = current_look().em(1.72)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc with its number or mark."""
        look = current_look()
        back, front = _DISCS[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(back))
        painter.drawEllipse(self.rect())
        if self._state is StepState.DONE:
            side = self.width() * 0.6
            rest = (self.width() - side) / 2
            paint_icon(painter, QRectF(rest, rest, side, side), "check", front)
        else:
            painter.setPen(look.colour(front))
            painter.setFont(look.font("hintstrong"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class _Step(QWidget):
    def __init__(self, number: int, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._title = title
        self._disc = _Disc(number, self)
        self._words = Text(title, "small", parent=self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._disc)
        across.addWidget(self._words)

    def set_state(self, state: StepState) -> None:
        self._disc.set_state(state)
        self._words.set_role("smallstrong" if state is StepState.NOW else "small")
        self._words.set_tone(Tone.NEUTRAL if state is StepState.NEXT else None)
        self._words.setAccessibleName(_spoken(self._number, self._title, state))
        self.setToolTip(self._title)

    def show_words(self, *, shown: bool) -> None:
        """Show the title beside the number, or the number alone."""
        self._words.setVisible(shown)


def _spoken(number: int, title: str, state: StepState) -> str:
    """Return what a screen reader says of a step: the state is otherwise only a colour."""
    words = {
        StepState.DONE: _("Step {number}, done: {title}"),
        StepState.NOW: _("Step {number}, current: {title}"),
        StepState.NEXT: _("Step {number}: {title}"),
    }
    return words[state].format(number=number, title=title)


class Stepper(Wrap):
    """Shows at which step of a conversation one is; it does not navigate.

    Where the titles do not fit on one line, only that of the present step is in sight.
    """

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=22)
        self._steps = [_Step(number, title, self) for number, title in enumerate(titles, 1)]
        self.add(*self._steps)
        self._current = 0
        self.set_current(0)

    def current(self) -> int:
        """Return the present step, counted from 0."""
        return self._current

    def set_current(self, current: int) -> None:
        """Mark the steps before `current` (counted from 0) as done."""
        self._current = current
        for number, step in enumerate(self._steps):
            if number == current:
                step.set_state(StepState.NOW)
            else:
                step.set_state(StepState.DONE if number < current else StepState.NEXT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether all titles fit on one line."""
        super().resizeEvent(event)
        self._fit()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        super().fit_to_look()
        self._fit()

    def _fit(self) -> None:
        for step in self._steps:
            step.show_words(shown=True)
        if self._natural_width() > self.width():
            for number, step in enumerate(self._steps):
                step.show_words(shown=number == self._current)
