"""The structure tree of a tagged PDF: what each piece of a page is, in reading order.

Knows nothing of drawing; `canvas` fills the tree and `writer` puts it into the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What an element is; the value is the standard structure type of ISO 32000-1, 14.8.4."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    DATA_CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    REFERENCE = "Reference"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"


class Scope(StrEnum):
    """Which cells a header cell speaks for."""

    COLUMN = "Column"
    ROW = "Row"


class ListMark(StrEnum):
    """How the items of a list are marked."""

    BULLET = "Disc"
    NUMBER = "Decimal"
    NONE = "None"


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A run of content on a page (counted from 0), known there by its number."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationReference:
    """The annotation at a place in a page's list (both counted from 0), and what it says."""

    page: int
    place: int
    says: str


@dataclass(slots=True, eq=False)
class Element:
    """One element of the tree.

    `alternative` is the text that stands for a figure, `box` its rectangle on the page in points.
    """

    role: Role
    alternative: str | None = None
    scope: Scope | None = None
    column_span: int = 1
    list_mark: ListMark | None = None
    summary: str | None = None
    box: tuple[float, float, float, float] | None = None
    children: list[Element | MarkedContent | AnnotationReference] = field(default_factory=list)

    def append(self, child: Element) -> Element:
        """Add an element at the end and return it."""
        self.children.append(child)
        return child


@dataclass(slots=True)
class Slot:
    """Where a flowable keeps its element, so that its parts on later pages join it."""

    element: Element | None = None
