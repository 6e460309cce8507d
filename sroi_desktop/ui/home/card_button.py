"""The card of one contract on the overview: a button as large as the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.ui.home.cards import HomeCard
from sroi_desktop.ui.kit.boxes import STRETCH, row
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.text import ElidedLabel, Muted, Text


class ContractButton(QPushButton):
    """Opens its contract. A push button in all but its looks: keys and readers know it so.

    Signals:
        contract_chosen(int): the contract that the card stands for.
    """

    contract_chosen = Signal(int)

    def __init__(self, card: HomeCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setObjectName(f"home.contract.{card.contract_id}")
        self.setAccessibleName(card.spoken)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._build()
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Return the size of what stands on the card, not of a button with words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing is cut off from below."""
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
        """Draw the card; the border tells that it has the focus or the mouse."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse()
        plain = look.colour("edge" if look.palette.name == "high-contrast" else "line")
        painter.setBrush(look.colour("hover" if self.isDown() else "card"))
        wide = 2.0 if self.hasFocus() else 1.0
        edge = look.colour("accent") if self.hasFocus() or hovered else plain
        painter.setPen(QPen(edge, wide))
        spare = wide / 2
        area = QRectF(self.rect()).adjusted(spare, spare, -spare, -spare)
        painter.drawRoundedRect(area, 10, 10)
        painter.end()

    def _build(self) -> None:
        card = self._card
        pill = Pill(parent=self)
        pill.set_content(card.pill)
        bar = ProgressBar(self)
        if card.shares is not None:
            bar.set_shares(card.shares, card.spoken)
        bar.setVisible(card.shares is not None)
        body = QVBoxLayout(self)
        body.setContentsMargins(19, 16, 19, 16)
        body.setSpacing(9)
        body.addLayout(row(ElidedLabel(card.title, "heading", parent=self), pill))
        body.addWidget(ElidedLabel(card.about, "small", tone=Tone.NEUTRAL, parent=self))
        body.addStretch(1)
        body.addWidget(bar)
        realised = Text(card.realised, "smallstrong", parent=self)
        body.addLayout(row(realised, STRETCH, Muted(card.owed, wrap=False, parent=self)))

    @Slot()
    def _on_clicked(self) -> None:
        self.contract_chosen.emit(self._card.contract_id)
