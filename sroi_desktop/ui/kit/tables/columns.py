"""What a column shows of a row, how it sorts and how wide it is. No Qt: presenters may use it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.palette import Tone

Row = TypeVar("Row")
SortValue = str | int | None


class Align(Enum):
    """Where the words of a column stand."""

    START = "start"
    END = "end"
    CENTRE = "centre"


# No slots: `Column[Effort](...)` sets an attribute of its own on Python 3.11.
@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a table.

    Attributes:
        key: Name of the column in settings and tests.
        title: Head of the column.
        text: What is shown of a row.
        sort: What the rows are sorted by: cents, an ISO date, text; None comes last.
            Without it the column sorts by its text.
        detail: A quiet second line beneath the text; makes all rows of the table higher.
        width: In heights of the text: what the words shrink to where room is short. Columns
            are as wide as their words; the `stretch` columns share the room left over.
        align: `END` for amounts, which also get figures of equal width.
        pill: Shows the state of a row as a pill instead of text.
        icon: Name and tone of an icon before the text.
        spoken: What a screen reader says where it differs from the text.
        hint: Tooltip of a cell.
        strong: Whether the text stands out; `muted` whether it steps back.
        search: Whether a filter looks into this column.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], SortValue] | None = None
    detail: Callable[[Row], str] | None = None
    width: float = 9.0
    stretch: bool = False
    align: Align = Align.START
    pill: Callable[[Row], PillContent | None] | None = None
    icon: Callable[[Row], tuple[str, Tone | None] | None] | None = None
    spoken: Callable[[Row], str] | None = None
    hint: Callable[[Row], str] | None = None
    strong: bool = False
    muted: bool = False
    search: bool = True

    def sort_value(self, row: Row) -> SortValue:
        """Return what the row is sorted by in this column."""
        return folded(self.text(row)) if self.sort is None else self.sort(row)


def folded(text: str) -> str:
    """Return a text without accents and capitals, for searching and sorting."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
