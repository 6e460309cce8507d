"""Walks a tree of widgets the way a screen reader does, and finds what has no name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTabBar,
)
# Built by Qt inside other widgets, and named or skipped by Qt itself.
_PARTS = ("qt_spinbox_lineedit", "qt_tableview_cornerbutton", "qt_scrollarea_viewport")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a screen reader is told of one widget."""

    kind: str
    object_name: str
    role: str
    name: str
    description: str


def spoken(widget: QWidget) -> Spoken:
    """Return what a screen reader is told of the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return Spoken(
        kind=type(widget).__name__,
        object_name=widget.objectName(),
        role=interface.role().name,
        name=interface.text(QAccessible.Text.Name).strip(),
        description=interface.text(QAccessible.Text.Description).strip(),
    )


def interactive_widgets(root: QWidget) -> Iterator[QWidget]:
    """Return every widget in the tree that takes the focus or a click, hidden ones included."""
    for widget in (root, *root.findChildren(QWidget)):
        if _is_asked(widget):
            yield widget


def nameless(root: QWidget) -> list[Spoken]:
    """Return the interactive widgets in the tree that have no accessible name."""
    return [said for widget in interactive_widgets(root) if not (said := spoken(widget)).name]


def _is_asked(widget: QWidget) -> bool:
    if widget.objectName().startswith(_PARTS) or isinstance(widget, (QHeaderView, QMenu)):
        return False
    if _within(widget, (QCalendarWidget, QComboBox, QTabBar)) or widget.isWindow():
        return False
    if isinstance(widget, _INTERACTIVE):
        return True
    plain = isinstance(widget, QAbstractScrollArea)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not plain


def _within(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    """Tell whether the widget is a part of a ready-made one that speaks for it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, kinds):
            return True
        parent = parent.parentWidget()
    return False
