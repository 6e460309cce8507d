"""The hands of a test: real keys and clicks, typed where pytest-qt's own helpers are not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def write(widget: QWidget, text: str) -> None:
    """Type a text into the widget, key by key."""
    QTest.keyClicks(widget, text)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click in the middle of the widget, or at a place in it."""
    QTest.mouseClick(widget, _LEFT, _PLAIN, place or widget.rect().center())


def double_click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click twice in the middle of the widget, or at a place in it."""
    QTest.mouseDClick(widget, _LEFT, _PLAIN, place or widget.rect().center())
