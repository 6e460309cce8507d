"""The column at the left: where one can go, where one is, and what waits there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.icons import paint_icon
from sroi_desktop.ui.kit.look import Look, current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import paint_pill, pill_size
from sroi_desktop.ui.kit.text import Text
from sroi_desktop.ui.shell.brand import Brand
from sroi_desktop.ui.shell.page import Page, Section

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class NavigationItem(QPushButton):
    """One page: icon, name, and a badge for what waits there."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(page.title, parent)
        self.page = page
        self._badge: PillContent | None = None
        self._meaning = ""
        self._compact = False
        self._ring = False
        self.setObjectName(f"navigation.{page.key}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, badge: PillContent | None, meaning: str) -> None:
        """Show what waits; `meaning` says it in words ("4 pieces missing")."""
        self._badge = badge
        self._meaning = meaning if badge is not None else ""
        self._name()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only, or the name as well."""
        self._compact = compact
        self._name()
        self.updateGeometry()
        self.update()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus to those who use the keyboard."""
        self._ring = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def nextCheckState(self) -> None:
        """Leave the mark where it is: the window moves it once the page is open."""

    def sizeHint(self) -> QSize:
        """Return the room icon, name and badge take."""
        look = current_look()
        if self._compact:
            return QSize(look.em(2.9), look.em(2.72))
        words = QFontMetrics(look.font("strong")).horizontalAdvance(self.text())
        badge = 0 if self._badge is None else pill_size(self._badge, look).width() + look.em(0.5)
        return QSize(look.em(3.6) + words + badge, look.em(2.72))

    def minimumSizeHint(self) -> QSize:
        """Never cut a name short."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the item; the present page stands on a soft ground."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        colour = look.colour("accent" if self.isChecked() else "muted")
        side = look.em(1.3)
        left = (self.width() - side) // 2 if self._compact else look.em(0.72)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self.page.icon, colour)
        if not self._compact:
            self._paint_words(painter, look, left + side + look.em(0.72))
        elif self._badge is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.foreground(self._badge.tone))
            painter.drawEllipse(QRectF(left + side - 2, self.height() / 2 - side * 0.6, 8, 8))
        painter.end()

    def _paint_ground(self, painter: QPainter, look: Look) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else None
        ring = self._ring and self.hasFocus()
        painter.setPen(QPen(look.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
        if ground is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(look.colour("accent_soft" if ground == "accent_soft" else "hover"))
        painter.drawRoundedRect(area, 7, 7)

    def _paint_words(self, painter: QPainter, look: Look, left: int) -> None:
        font = look.font("strong")
        if not self.isChecked():
            font.setWeight(font.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        right = self.width() - look.em(0.72)
        if self._badge is not None:
            size = pill_size(self._badge, look)
            top = (self.height() - size.height()) / 2
            place = QRectF(right - size.width(), top, size.width(), size.height())
            paint_pill(painter, place, self._badge, look)
            painter.setFont(font)
            painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        area = QRect(left, 0, right - left, self.height())
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, start, self.text())

    def _name(self) -> None:
        self.setAccessibleName(self.page.title)
        self.setAccessibleDescription(self._meaning)
        parts = [self.page.title if self._compact else "", self._meaning]
        self.setToolTip(": ".join(part for part in parts if part))


class NavigationColumn(QFrame):
    """The pages by section. Up and Down walk through them, Enter and Space open one.

    Signals:
        page_chosen(str): key of the page the user wants.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "navigation")
        self.setAccessibleName(_("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._items: list[NavigationItem] = []
        self._heading = Text(_("REFERENCE"), "overline", tone=Tone.NEUTRAL, parent=self)
        self.brand = Brand(self)
        self._list = QVBoxLayout()
        self._compact = False
        self._build()

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages, each in its section."""
        for page in pages:
            if page.in_navigation:
                item = NavigationItem(page, self)
                item.clicked.connect(self._on_chosen)
                # A screen reader toggles the item where a mouse clicks it.
                item.toggled.connect(self._on_chosen)
                self._items.append(item)
        self._fill()

    def set_current(self, key: str) -> None:
        """Mark the page one is on."""
        for item in self._items:
            with QSignalBlocker(item):
                item.setChecked(item.page.key == key)

    def focus_current(self) -> None:
        """Put the focus on the page one is on."""
        for item in self._items:
            if item.isChecked():
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_badge(self, key: str, badge: PillContent | None, meaning: str = "") -> None:
        """Show what waits on a page; None takes the badge away."""
        for item in self._items:
            if item.page.key == key:
                item.set_badge(badge, meaning)
        self.fit_to_look()

    def set_compact(self, *, compact: bool) -> None:
        """Show icons only, where the window is narrow for the size of the text."""
        if compact == self._compact:
            return
        self._compact = compact
        self.brand.set_compact(compact=compact)
        self._heading.setVisible(not compact and self._has_reference())
        for item in self._items:
            item.set_compact(compact=compact)
        self.fit_to_look()

    def page_keys(self) -> tuple[str, ...]:
        """Return the keys of the pages, from top to bottom."""
        return tuple(item.page.key for item in self._items)

    def fit_to_look(self) -> None:
        """Be as wide as the widest name asks."""
        look = current_look()
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        widest = max(widest, self.brand.sizeHint().width())
        least = 0 if self._compact else look.em(13.7)
        self.setFixedWidth(max(widest, least) + 25)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the pages with Up, Down, Home and End."""
        focused = [n for n, item in enumerate(self._items) if item.hasFocus()]
        last = len(self._items) - 1
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -last,
            Qt.Key.Key_End: last,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        place = max(0, min(last, focused[0] + step))
        self._items[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        host = QWidget(self)
        host.setProperty("surface", "scrolled")
        self._list = QVBoxLayout(host)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(host)
        host.setAutoFillBackground(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 14, 12, 12)
        body.setSpacing(12)
        body.addWidget(self.brand)
        body.addWidget(scroll, 1)

    def _fill(self) -> None:
        for item in self._in(Section.MAIN):
            self._list.addWidget(item)
        if self._has_reference():
            self._list.addSpacing(14)
            self._heading.setContentsMargins(10, 0, 0, 4)
            self._list.addWidget(self._heading)
        self._heading.setVisible(self._has_reference())
        for item in self._in(Section.REFERENCE):
            self._list.addWidget(item)
        self._list.addStretch(1)
        for item in self._in(Section.BOTTOM):
            self._list.addWidget(item)
        ordered = [
            *self._in(Section.MAIN),
            *self._in(Section.REFERENCE),
            *self._in(Section.BOTTOM),
        ]
        self._items = ordered
        self.fit_to_look()

    def _in(self, section: Section) -> list[NavigationItem]:
        return [item for item in self._items if item.page.section is section]

    def _has_reference(self) -> bool:
        return bool(self._in(Section.REFERENCE))

    @Slot()
    def _on_chosen(self) -> None:
        item = self.sender()
        if isinstance(item, NavigationItem):
            self.page_chosen.emit(item.page.key)
