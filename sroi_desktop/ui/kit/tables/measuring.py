"""How wide the words of a column are: measured on the longest of some of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QFontMetrics

from sroi_desktop.ui.kit.look import Look, TextRole, current_look
from sroi_desktop.ui.kit.pill import pill_size
from sroi_desktop.ui.kit.tables.columns import Align, Column
from sroi_desktop.ui.kit.tables.sharing import Room

Row = TypeVar("Row")
# Enough to know a table of ten thousand rows by, and few enough to ask at every change.
_SAMPLE = 160
_LONGEST = 6
_MOST_EM = 27
_ICON_EM = 1.65
_FIGURES = "0123456789"


def rooms(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> list[Room]:
    """Return what each column asks to show these rows."""
    step = max(1, len(rows) // _SAMPLE)
    sample = rows[::step]
    return [_room(column, sample, current_look()) for column in columns]


def text_role(column: Column[Row]) -> TextRole:
    """Return how the words of a column are written."""
    return "smallstrong" if column.strong else "small"


def _room(column: Column[Row], rows: Sequence[Row], look: Look) -> Room:
    padding = 2 * look.em(0.7) + 2
    title = _title_width(column, look)
    need = max(title, _content_width(column, rows, look)) + padding
    wished = look.em(column.width)
    if not rows:
        return Room(max(wished, title + padding), title + padding, column.stretch)
    if column.pill is not None or column.align is Align.END:
        # A pill or an amount that is cut says the wrong thing.
        return Room(need, need, column.stretch)
    need = min(need, look.em(_MOST_EM))
    return Room(need, min(need, wished), column.stretch)


def _title_width(column: Column[Row], look: Look) -> int:
    """Return the width of the title with the arrow it gets when the table is sorted by it."""
    arrow = look.em(0.9) + 4
    return QFontMetrics(look.font("hintstrong")).horizontalAdvance(column.title) + arrow


def _content_width(column: Column[Row], rows: Sequence[Row], look: Look) -> int:
    icon = 0 if column.icon is None else look.em(_ICON_EM)
    widest = _widest({column.text(row) for row in rows}, column, look) + icon
    if column.detail is not None:
        details = QFontMetrics(look.font("hint"))
        found = sorted({column.detail(row) for row in rows}, key=len)[-_LONGEST:]
        widest = max(widest, *(details.horizontalAdvance(text) for text in found), 0)
    if column.pill is not None:
        pills = {pill for row in rows if (pill := column.pill(row)) is not None}
        widest = max((pill_size(pill, look).width() for pill in pills), default=0)
    return widest


def _widest(texts: set[str], column: Column[Row], look: Look) -> int:
    metrics = QFontMetrics(look.font(text_role(column), tabular=column.align is Align.END))
    # Of texts as long as each other, such as dates, the widest need not be among those measured.
    widest = max(_FIGURES, key=metrics.horizontalAdvance)
    alike = {text.translate(str.maketrans(_FIGURES, widest * len(_FIGURES))) for text in texts}
    longest = sorted(alike, key=len)[-_LONGEST:]
    return max((metrics.horizontalAdvance(text) for text in longest), default=0)
