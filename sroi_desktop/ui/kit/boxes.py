"""Surfaces and rows: the card, the line between things, the scrolled page."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.ui.kit.placed import placed

# Somebody said whether the widget is to be seen.
_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class _Stretch:
    """Marks the place in a row that takes the room left over."""


STRETCH: Final = _Stretch()
Item = QWidget | QLayout | _Stretch

Surface = Literal[
    "card", "plain", "side", "accent", "good", "warning", "danger", "neutral", "info", "drop"
]


def row(*items: Item, spacing: int = 12) -> QHBoxLayout:
    """Return the items side by side, centred on one line."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def column(*items: Item, spacing: int = 8) -> QVBoxLayout:
    """Return the items beneath each other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, items: tuple[Item, ...]) -> None:
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addStretch(1)


class Separator(QFrame):
    """A thin line between two things."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "line")
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Card(QFrame):
    """A surface that holds what belongs together, one thing beneath the other."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        surface: Surface = "card",
        padding: int = 18,
        spacing: int = 10,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 2, padding, padding - 2)
        self.body.setSpacing(spacing)

    def set_surface(self, surface: Surface) -> None:
        """Show the card on another background."""
        self.setProperty("surface", surface)
        self.style().unpolish(self)
        self.style().polish(self)

    def add(self, *items: Item) -> None:
        """Put the items beneath what is there."""
        _fill(self.body, items)

    def add_row(self, *items: Item, spacing: int = 12) -> None:
        """Put one row of items beneath what is there."""
        self.body.addLayout(row(*items, spacing=spacing))

    def add_separator(self) -> None:
        """Put a line beneath what is there."""
        self.body.addWidget(Separator(self))


class ScrolledPage(QScrollArea):
    """A page that scrolls where it does not fit; as wide as its place, never wider."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (28, 4, 28, 16),
        spacing: int = 14,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget(self)
        self.content.setProperty("surface", "scrolled")
        see_through(self)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self._right = margins[2]
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the scroll bar stand in the margin, so that it pushes nothing aside."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._settle_margin()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is a scroll bar: it may go while nothing is in sight."""
        super().resizeEvent(event)
        self._settle_margin()

    def _settle_margin(self) -> None:
        bar = self.verticalScrollBar()
        is_there = bar.isVisibleTo(self)
        margins = self.body.contentsMargins()
        margins.setRight(max(4, self._right - (bar.sizeHint().width() if is_there else 0)))
        if margins != self.body.contentsMargins():
            self.body.setContentsMargins(margins)

    def add(self, *items: Item) -> None:
        """Put the items beneath what is there."""
        _fill(self.body, items)

    def settle(self) -> None:
        """Give what was put in its room at once.

        Qt shows it and makes room with the next events; until then all of it is squeezed into
        the room of what was there before, for as long as it takes to draw that.
        """
        for widget in placed(self.body):
            if not widget.testAttribute(_TOLD):
                widget.show()
        self.body.activate()
        self.setWidgetResizable(True)  # said again, it measures the content


def see_through(area: QAbstractScrollArea) -> None:
    """Let a scroll area show the surface that it lies on.

    It gets a viewport of our own: asking for Qt's makes Qt for Python look for its class among
    all classes of widgets, which it then loads, all of them (9 ms of the start).
    """
    viewport = QWidget(area)
    viewport.setAutoFillBackground(False)
    area.setViewport(viewport)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and dispose of it, widgets and inner layouts alike."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            dispose(widget)
        elif inner is not None:
            clear_layout(inner)


def dispose(widget: QWidget) -> None:
    """Hide a widget and let Qt delete it when its own signals have been dealt with.

    Its parent stays: taking that away would hand the widget to Python, which might delete it
    at once, in the middle of the click that led here. The names go, so that nobody finds it.
    """
    _hand_on_focus(widget)
    widget.hide()
    for one in (widget, *widget.findChildren(QWidget)):
        one.setObjectName("")
    widget.deleteLater()


def _hand_on_focus(widget: QWidget) -> None:
    """Give the focus within a widget that goes to what stood before it.

    Qt would give it to what comes after, which may be another thing altogether: undo, say.
    """
    focused = QApplication.focusWidget()
    if focused is None or not (focused is widget or widget.isAncestorOf(focused)):
        return
    heir = focused.previousInFocusChain()
    while heir is not None and heir is not focused:
        if _takes_focus(heir) and heir is not widget and not widget.isAncestorOf(heir):
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        heir = heir.previousInFocusChain()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()
