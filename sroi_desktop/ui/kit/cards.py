"""Large choices: cards with an icon, a name and a line that helps to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from sroi_desktop.ui.kit.content import CardChoice
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
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
        """Draw the card, its border the stronger when it is chosen or has the focus."""
        look = current_look()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        ground = "accent_soft" if chosen else "hover" if hovered else "card"
        painter.setBrush(look.colour("accent_soft" if chosen else "card"))
        if ground == "hover":
            painter.setBrush(look.colour("hover"))
        strong = chosen or self.hasFocus()
        wide = 2.0 if strong else 1.0
        painter.setPen(QPen(look.colour("accent" if strong else "edge"), wide))
        spare = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(spare, spare, -spare, -spare), 9, 9)
        if self.hasFocus() and chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 6, 6)
        painter.end()


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
            card.clicked.connect(self._on_clicked)
            self.add(card)
        self.set_value(before)

    def value(self) -> str | None:
        """Return the key of the chosen card, or None."""
        return next((card.choice.key for card in self._cards() if card.isChecked()), None)

    def set_value(self, key: str | None) -> None:
        """Choose the card with that key; None chooses none."""
        for card in self._cards():
            card.setAutoExclusive(False)
            card.setChecked(card.choice.key == key)
            card.setAutoExclusive(True)
        mark_tab_stop(self._cards())

    def _cards(self) -> list[ChoiceCard]:
        return [item for item in self.items() if isinstance(item, ChoiceCard)]

    @Slot()
    def _on_clicked(self) -> None:
        mark_tab_stop(self._cards())
        self.changed.emit()
