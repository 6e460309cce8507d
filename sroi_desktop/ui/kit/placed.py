"""The widgets that a layout places, in its order, without asking for the items of the layout.

`QLayout.itemAt` makes Qt for Python keep an object for an item of Qt's, and nothing tells it when
Qt deletes that item along with its widget. A widget that is made at the same address later on then
comes back as a `QWidgetItem`, and the program stops at its first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def placed(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets in a layout and in the layouts within it, as they are placed."""
    host = layout.parentWidget()
    if host is not None:
        yield from _among(layout, host.findChildren(QWidget, options=_DIRECT))


def _among(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    inner = layout.findChildren(QLayout, options=_DIRECT)
    found += [(layout.indexOf(one), one) for one in inner]
    for at, one in sorted(found, key=itemgetter(0)):
        if at < 0:  # it lies elsewhere
            continue
        if isinstance(one, QLayout):
            yield from _among(one, widgets)
        else:
            yield one
