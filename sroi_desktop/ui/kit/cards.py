"""Large choices: cards with an icon, a name and a line that helps to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.content import CardChoice
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import ColourName, Tone
from sroi_desktop.ui.kit.tab_stop import mark_tab_stop
from sroi_desktop.ui.kit.text import IconLabel, Muted, Text


class ChoiceCard(QRadioButton):
    """One large choice. A radio button in all but its looks: keys and readers know it so."""

    def __init__(self, choice: CardChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 14, 16, 14)
        across.setSpacing(12)
        if choice.icon is not None:
            mark = IconLabel(choice.icon, Tone.ACCENT, size=22, parent=self)
            across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Text(choice.title, "strong", wrap=True, parent=self))
        if choice.hint:
            words.addWidget(Muted(choice.hint, "small", parent=self))
        words.addStretch(1)
        across.addLayout(words, 1)
        across.addWidget(_Mark(self), 0, Qt.AlignmentFlag.AlignTop)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size of the words, not of a round button."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the words can still wrap."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(place)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card: its ground tells that it is chosen, a ring that it has the focus."""
        look = current_look()
        chosen, focused = self.isChecked(), self.hasFocus()
        hovered = self.underMouse() and self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour(_ground(chosen=chosen, hovered=hovered)))
        painter.setPen(QPen(look.colour("accent" if chosen or focused else "edge"), 1))
        outer = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outer, 9, 9)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 3))
            painter.drawRoundedRect(outer.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


class _Mark(QWidget):
    """The ring of a radio button, so that a choice looks like one; filled when it is chosen."""

    def __init__(self, card: QRadioButton) -> None:
        super().__init__(card)
        self._card = card
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Grow with the text."""
        side = current_look().em(1.3)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, and the dot in it."""
        look = current_look()
        chosen = self._card.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent" if chosen else "edge"), 1))
        painter.setBrush(look.colour("accent" if chosen else "card"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if chosen:
            dot = self.width() * 0.2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("on_accent"))
            painter.drawEllipse(QRectF(self.rect()).center(), dot, dot)
        painter.end()


def _ground(*, chosen: bool, hovered: bool) -> ColourName:
    if chosen:
        return "accent_soft"
    return "hover" if hovered else "card"


class ToggleCards(Columns):
    """One answer from a few large cards.

    Signals:
        changed(): the user chose another card.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[CardChoice] = (),
        *,
        narrowest: float = 18,
        most: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, narrowest=narrowest, most=most, spacing=12)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[CardChoice]) -> None:
        """Offer these cards; the present answer stays if it is among them."""
        before = self.value()
        self.clear()
        for choice in choices:
            card = ChoiceCard(choice, self)
            card.setObjectName(f"card.{choice.key}")
            card.toggled.connect(self._on_toggled)  # by mouse, key or screen reader
            self.add(card)
        self.set_value(before)

    def value(self) -> str | None:
        """Return the key of the chosen card, or None."""
        return next((card.choice.key for card in self._cards() if card.isChecked()), None)

    def set_value(self, key: str | None) -> None:
        """Choose the card with that key; None chooses none."""
        for card in self._cards():
            with QSignalBlocker(card):
                card.setAutoExclusive(False)
                card.setChecked(card.choice.key == key)
                card.setAutoExclusive(True)
        mark_tab_stop(self._cards())

    def _cards(self) -> list[ChoiceCard]:
        return [item for item in self.items() if isinstance(item, ChoiceCard)]

    @Slot(bool)
    def _on_toggled(self, is_chosen: bool) -> None:
        if is_chosen:
            mark_tab_stop(self._cards())
            self.changed.emit()
