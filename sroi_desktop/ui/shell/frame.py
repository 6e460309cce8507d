"""How the parts of the window stand: the navigation beside a head, the page and a foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.ui.shell.header import INDENT

_SIDE = 28


def framed(navigation: QWidget, head: QWidget, page: QWidget, foot: QWidget) -> QWidget:
    """Return a widget with these four in their places."""
    side = QWidget()
    side.setProperty("surface", "page")
    right = QVBoxLayout(side)
    right.setContentsMargins(0, 0, 0, 0)
    right.setSpacing(0)
    right.addLayout(_within(head, (_SIDE - INDENT, 20, _SIDE, 10)))
    right.addWidget(page, 1)
    right.addLayout(_within(foot, (_SIDE, 4, _SIDE, 10)))
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(navigation)
    across.addWidget(side, 1)
    return whole


def _within(widget: QWidget, margins: tuple[int, int, int, int]) -> QVBoxLayout:
    """Return a layout with white around the widget: left, top, right and bottom, in pixels."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.addWidget(widget)
    return layout
