"""Messages within a page: the banner, and the empty state that says what will be here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.boxes import clear_layout, dispose
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import IconLabel, Muted, RoundIcon, Text

_ICONS = {
    Tone.ACCENT: "shield-check",
    Tone.GOOD: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "circle-alert",
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
}
POINT = "– "
# Longer lines are hard to follow, and one word on the last of them looks like a slip.
_WIDEST_EM = 34


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say a message that appeared without the focus moving."""
    # Here, since no start has anything to say: its window announces itself.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


class Banner(QFrame):
    """A message in the page itself, with its icon, and perhaps one act.

    Lines that begin with `POINT` are shown as a list.

    Signals:
        act_chosen(str): key of the act.
    """

    act_chosen = Signal(str)

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.INFO,
        *,
        icon: str | None = None,
        act: Act | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._mark = IconLabel(_ICONS[tone], tone, parent=self)
        self._words = Text("", "small", wrap=True, parent=self)
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self._message = ""
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._words)
        said.addLayout(self._points)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(14, 10, 14, 10)
        self._across.setSpacing(10)
        self._across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(said, 1)
        self._button: ActButton | None = None
        self._show(text, tone, icon, act)

    def show_message(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        *,
        icon: str | None = None,
        act: Act | None = None,
    ) -> None:
        """Show another message and let a screen reader say it; an empty text hides the banner."""
        self._show(text, tone, icon, act)
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def text(self) -> str:
        """Return the message shown."""
        return self._message

    def centre_icon(self) -> None:
        """Let the icon stand in the middle, beside words that do."""
        self._across.setAlignment(self._mark, Qt.AlignmentFlag.AlignVCenter)

    def _show(self, text: str, tone: Tone, icon: str | None, act: Act | None) -> None:
        self._message = text
        lines = text.split("\n")
        points = [line.removeprefix(POINT) for line in lines if line.startswith(POINT)]
        self._words.setText("\n".join(line for line in lines if not line.startswith(POINT)))
        self._show_points(points)
        # Beside a button the words stand in the middle, and their icon with them.
        self._across.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        if act is not None:
            self.centre_icon()
        self._mark.set_icon(icon or _ICONS[tone], tone)
        self.setProperty("surface", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        if self._button is not None:
            self._across.removeWidget(self._button)
            dispose(self._button)
            self._button = None
        if act is not None:
            self._button = ActButton(act, parent=self)
            self._button.act_chosen.connect(self.act_chosen)
            self._across.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_points(self, points: Sequence[str]) -> None:
        """Show a list in which each line hangs behind its dash."""
        clear_layout(self._points)
        for point in points:
            across = QHBoxLayout()
            across.setSpacing(6)
            dash = Text(POINT.strip(), "small", parent=self)
            across.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(Text(point, "small", wrap=True, parent=self), 1)
            self._points.addLayout(across)


class EmptyState(QWidget):
    """Says what will be here and offers the first act.

    Signals:
        act_chosen(str): key of the act.
    """

    act_chosen = Signal(str)

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        act: Act | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 32, 24, 32)
        body.setSpacing(10)
        body.addStretch(1)
        body.addWidget(RoundIcon(icon, Tone.ACCENT, size=56, parent=self), 0, centre)
        self._title = Text(title, "section", wrap=True, parent=self)
        self._title.setAlignment(centre)
        body.addWidget(self._title)
        self._text = Muted(text, "body", parent=self)
        self._text.setAlignment(centre)
        self._text.setVisible(bool(text))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text, 100)
        middle.addStretch(1)
        body.addLayout(middle)
        self.fit_to_look()
        if act is not None:
            body.addSpacing(4)
            button = ActButton(act, parent=self)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.act_chosen.connect(self.act_chosen)
            body.addWidget(button, 0, centre)
        body.addStretch(2)

    def fit_to_look(self) -> None:
        """Keep lines short enough to read at every text size."""
        self._text.setMaximumWidth(current_look().em(_WIDEST_EM))

    def words(self) -> tuple[str, str]:
        """Return title and text."""
        return self._title.text(), self._text.text()

    def set_words(self, title: str, text: str = "") -> None:
        """Say something else, for example that a filter hides all rows."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
