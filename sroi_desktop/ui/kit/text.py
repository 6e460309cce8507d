"""Labels by role: titles, sections, hints. Always plain text: no input is read as markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sroi_desktop.ui.kit.icons import ICON_SIZE, icon_pixmap, paint_icon
from sroi_desktop.ui.kit.look import DEFAULT_TEXT_SIZE, TextRole, current_look
from sroi_desktop.ui.kit.palette import Tone


class Text(QLabel):
    """A line or paragraph in one of the roles of the design."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        *,
        tone: Tone | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, str], int] = {}
        self._widths: dict[str, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textRole", role)
        self.setWordWrap(wrap)
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height at that width; measured once, since layouts ask over and over."""
        key = width, self.text()
        if key not in self._heights:
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]

    def line_width(self) -> int:
        """Return how wide the words are on one line; measured once as well."""
        text = self.text()
        if text not in self._widths:
            self._widths[text] = self.fontMetrics().horizontalAdvance(text)
        return self._widths[text]

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font or style."""
        self._heights.clear()
        self._widths.clear()
        super().changeEvent(event)

    def set_role(self, role: TextRole) -> None:
        """Show the text in another role."""
        self._restyle("textRole", role)

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the words; None is the colour of ordinary text."""
        self._restyle("tone", None if tone is None else tone.value)

    def _restyle(self, name: str, value: str | None) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)


class Muted(Text):
    """A remark in the quiet colour."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = "small",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone=Tone.NEUTRAL, wrap=wrap, parent=parent)


class SectionTitle(Text):
    """The title of a card or section."""

    def __init__(
        self, text: str = "", *, role: TextRole = "section", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, wrap=True, parent=parent)


class ElidedLabel(Text):
    """One line that ends in an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        *,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def is_cut(self) -> bool:
        """Tell whether part of the text is hidden."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Allow the line to shrink to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only where it is cut."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, self.alignment(), shown)
        painter.end()

    def _explain(self) -> None:
        self.setToolTip(self.text() if self.is_cut() else "")


class IconLabel(QLabel):
    """A small picture beside words; give `meaning` where it says something the words do not."""

    def __init__(
        self,
        name: str,
        tone: Tone | None = None,
        *,
        size: int = ICON_SIZE,
        meaning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(meaning)
        self.fit_to_look()

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Show another picture."""
        self._name = name
        self._tone = tone
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Draw again in the colours and at the size of the look."""
        look = current_look()
        colour = look.colour("text") if self._tone is None else look.foreground(self._tone)
        size = round(self._size * look.text_size / DEFAULT_TEXT_SIZE)
        self.setPixmap(icon_pixmap(self._name, colour, size))


class RoundIcon(QWidget):
    """An icon on a soft disc of its tone."""

    def __init__(
        self, name: str, tone: Tone, *, size: int = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.fit_to_look()

    def set_icon(self, name: str, tone: Tone) -> None:
        """Show another icon in another tone."""
        self._name = name
        self._tone = tone
        self.update()

    def fit_to_look(self) -> None:
        """Grow with the text."""
        side = round(self._size * current_look().text_size / DEFAULT_TEXT_SIZE)
        self.setFixedSize(side, side)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc and the icon in the middle of it."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.soft(self._tone))
        painter.drawEllipse(self.rect())
        side = self.width() / 2
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self._name, look.foreground(self._tone))
        painter.end()
