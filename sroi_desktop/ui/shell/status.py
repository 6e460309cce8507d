"""The line at the foot of the window: what colours mean, that all is saved, and undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import IconButton
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import ColourName, Tone
from sroi_desktop.ui.kit.text import ElidedLabel, Muted


class _Sample(QWidget):
    """A dot in one of the colours of the bars, or the mark of today."""

    def __init__(self, colour: ColourName | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(current_look().em(0.8), current_look().em(0.8))

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, edged where its colour is faint."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._colour is None:
            painter.fillRect(self.width() // 2 - 1, 0, 2, self.height(), look.colour("text"))
        else:
            faint = self._colour == "track"
            painter.setPen(QPen(look.colour("edge"), 1) if faint else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self._colour))
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class Legend(Wrap):
    """What the colours of the progress bars mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14, line_spacing=2)
        entries: tuple[tuple[ColourName | None, str], ...] = (
            ("accent", _("Realised")),
            ("plan", _("Planned")),
            ("track", _("Still open")),
            (None, _("where you should be today")),
        )
        for colour, words in entries:
            self.add(self._entry(colour, words))

    def _entry(self, colour: ColourName | None, words: str) -> QWidget:
        host = QWidget(self)
        across = QHBoxLayout(host)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(_Sample(colour, host))
        across.addWidget(Muted(words, "hint", wrap=False, parent=host))
        return host


class StatusLine(QWidget):
    """Legend at the left; at the right what a worried owner wants to know, and undo and redo.

    `words` is the part before undo and redo: a notice may lie over it for a moment.
    """

    def __init__(self, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Wrap(self, spacing=20, line_spacing=2, spread=True)
        self._legend = Legend(self.words)
        self._text = ElidedLabel("", "hint", tone=Tone.NEUTRAL, parent=self.words)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words.add(self._legend, self._text)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(_ActionButton("undo-2", undo, self))
        across.addWidget(_ActionButton("redo-2", redo, self))
        self.show_legend(visible=False)

    def show_legend(self, *, visible: bool) -> None:
        """Explain the colours on pages with progress bars."""
        self._legend.setVisible(visible)

    def set_text(self, text: str) -> None:
        """Say how things are: "Last backup: today 09:12 · all saved"."""
        self._text.setText(text)

    def text(self) -> str:
        """Return what is said."""
        return self._text.text()


class _ActionButton(IconButton):
    """The button of an action of the window; takes its words and state from there."""

    def __init__(self, icon_name: str, action: QAction, parent: QWidget) -> None:
        super().__init__(icon_name, action.text(), parent)
        self._action = action
        self.setObjectName(f"status.{icon_name}")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.set_name(f"{self._action.text()} ({keys})")
        self.setEnabled(self._action.isEnabled())
