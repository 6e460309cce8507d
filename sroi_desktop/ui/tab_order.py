"""The order in which the Tab key goes through a screen: as its layouts place things, top to bottom.

Qt follows the order in which widgets were made. What comes later, such as cards for what was
found, would otherwise be reached last.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QScrollArea,
    QWidget,
)

from sroi_desktop.ui.kit.flow import FlowBox
from sroi_desktop.ui.kit.placed import placed

# Lists, tables and texts are scroll areas; a plain `QScrollArea` is not a stop but holds some.
_STOPS = (QAbstractButton, QAbstractScrollArea)
# By name: the first screen has none of these, and to bring their classes to Python takes a while.
_NAMED_STOPS = ("QLineEdit", "QComboBox", "QTabBar")


def set_tab_order(*parts: QWidget) -> None:
    """Let the Tab key go through these parts in turn, each in the order of its layouts."""
    before: QWidget | None = None
    for stop in chain.from_iterable(tab_stops(part) for part in parts):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus, hidden things included, in the order of the layouts."""
    is_stop = isinstance(widget, _STOPS) and not isinstance(widget, QScrollArea)
    if is_stop or any(map(widget.inherits, _NAMED_STOPS)):
        # Of radio buttons one stops the Tab key, and that may become any other of them.
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.inherits("QRadioButton"):
            yield widget
        return
    for part in _parts(widget):
        yield from tab_stops(part)


def focus_first(part: QWidget) -> bool:
    """Bring the focus to where the Tab key begins; returns whether there is such a place."""
    for stop in tab_stops(part):
        is_stop = bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and stop.isVisibleTo(part.window()) and stop.isEnabled():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, FlowBox):
        yield from widget.items()
    elif isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
    elif (layout := widget.layout()) is not None:
        yield from placed(layout)
