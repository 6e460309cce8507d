"""The parts that every report is made of: running text, columns, key figures, tables, a logo.

Each part knows its role in the structure of the document; how it looks comes from `styles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer
from reportlab.platypus.tables import TableStyle

from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.measure import fitting
from sroi_desktop.reporting.tagging import (
    ContentsEntry,
    Element,
    Heading,
    ListMark,
    Role,
    Slot,
    TaggedParagraph,
    TaggedTable,
    bullet_list,
    canvas_of,
    numbered_list,
)
from sroi_desktop.reporting.text import attribute, one_line, text

Cell = str | Flowable | list[Flowable]


class Story:
    """The flowables of a document in reading order, with the headings they hold.

    Args:
        name: begins the names of the places in it; another one for each part of a document.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.flowables: list[Flowable] = []
        self.entries: list[ContentsEntry] = []

    def add(self, *flowables: Flowable) -> None:
        """Add parts as they are."""
        self.flowables.extend(flowables)

    def add_together(self, block: Story) -> None:
        """Add another story on one page, where a page is enough for it."""
        self.add(KeepTogether(block.flowables))
        self.entries.extend(block.entries)

    def gap(self, height: float) -> None:
        """Leave white space, points."""
        self.add(Spacer(1, height))

    def title(self, words: str) -> None:
        """Add the document's title."""
        self._heading(words, styles.TITLE, 1)

    def heading(self, words: str, *, room: float = styles.ROOM_BELOW_HEADING) -> None:
        """Begin a section, listed in the table of contents.

        Args:
            words: the heading.
            room: what must fit on the same page with it, points; else it begins the next page.
                Zero in a block that is kept together anyway.
        """
        if room:
            self.add(CondPageBreak(room))
        self._heading(words, styles.HEADING, 2)
        heading = self.flowables[-1]
        assert isinstance(heading, Heading)  # noqa: S101 - just added
        self.entries.append(ContentsEntry(text(words), heading.title, heading.key, 0))

    def subheading(self, words: str) -> None:
        """Begin a part of a section."""
        self._heading(words, styles.SUBHEADING, 3)

    def paragraph(self, words: str, style: ParagraphStyle = styles.BODY) -> None:
        """Add a paragraph of plain text."""
        self.add(TaggedParagraph(text(words), style))

    def bullets(self, items: Iterable[str], style: ParagraphStyle = styles.ITEM) -> None:
        """Add a list of plain texts."""
        self.add(*bullet_list(map(text, items), style))

    def numbered(self, items: Iterable[str], style: ParagraphStyle = styles.NUMBERED) -> None:
        """Add a list of plain texts, counted from 1."""
        self.add(*numbered_list(map(text, items), style))

    def _heading(self, words: str, style: ParagraphStyle, level: int) -> None:
        key = f"{self._name}-{len(self.flowables)}"
        self.add(Heading(text(words), style, level=level, title=one_line(words), key=key))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, its share of the width, and whether it holds amounts."""

    title: str
    share: float
    amounts: bool = False


class Columns(Flowable):
    """Flowables side by side, each column read from top to bottom; no table.

    Args:
        columns: what stands in each.
        widths: of the columns, points, with the white space before the next one.
        gap: that white space.
    """

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], widths: Sequence[float], *, gap: float = 0
    ) -> None:
        super().__init__()
        self._columns = columns
        self._widths = widths
        self._rooms = [*(width - gap for width in widths[:-1]), widths[-1]]
        self._heights: list[list[float]] = []

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Be as high as the highest column."""
        self._heights = [
            [part.wrapOn(canvas_of(self), room, availHeight)[1] for part in column]
            for column, room in zip(self._columns, self._rooms, strict=True)
        ]
        self.width = availWidth
        self.height = max(sum(heights) for heights in self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw column after column, so that they are read so."""
        left = 0.0
        for column, heights, width in zip(self._columns, self._heights, self._widths, strict=True):
            bottom = self.height
            for part, height in zip(column, heights, strict=True):
                bottom -= height
                part.drawOn(canvas_of(self), left, bottom)
            left += width


class KeyFigure(Flowable):
    """One figure with its name above and a note below; an item of the list of figures."""

    def __init__(
        self, name: str, figure: str, note: str, *, style: ParagraphStyle, figures: Slot
    ) -> None:
        super().__init__()
        self._name = TaggedParagraph(text(name), styles.FIGURE_LABEL, role=None)
        self._figure = TaggedParagraph(text(figure), style, role=None)
        self._note = TaggedParagraph(text(note), styles.FIGURE_NOTE, role=None)
        self._figures = figures

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Be as high as the three parts."""
        self.width = availWidth
        self._heights = [
            part.wrapOn(canvas_of(self), availWidth, availHeight)[1]
            for part in (self._name, self._figure, self._note)
        ]
        self.height = sum(self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw name, figure and note as label and body of a list item."""
        canvas = canvas_of(self)
        name, figure, note = self._heights
        figures = canvas.element(self._figures, Role.LIST, list_mark=ListMark.NONE)
        item = figures.append(Element(Role.LIST_ITEM))
        with canvas.inside(item.append(Element(Role.LABEL))):
            self._name.drawOn(canvas, 0, self.height - name)
        with canvas.inside(item.append(Element(Role.LIST_BODY))):
            self._figure.drawOn(canvas, 0, self.height - name - figure)
            self._note.drawOn(canvas, 0, self.height - name - figure - note)


def key_figures(figures: Sequence[tuple[str, str, str, Color]]) -> Columns:
    """Return figures side by side, all in the size that the widest one needs.

    Args:
        figures: name, figure, note and colour of each.
    """
    slot = Slot()
    width = styles.WIDTH / len(figures)
    room = width - styles.FIGURE_GAP
    size = min(fitting(figure, styles.FIGURE, room).fontSize for _, figure, _, _ in figures)
    columns = [
        [
            KeyFigure(
                name,
                figure,
                note,
                style=ParagraphStyle("key figure", styles.FIGURE, fontSize=size, textColor=colour),
                figures=slot,
            )
        ]
        for name, figure, note, colour in figures
    ]
    return Columns(columns, [width] * len(figures), gap=styles.FIGURE_GAP)


def cell(words: str, style: ParagraphStyle = styles.CELL) -> Flowable:
    """Return a table cell of plain text, as many lines as it needs."""
    return TaggedParagraph(text(words), style, role=None)


def titled_cell(title: str, detail: str) -> Cell:
    """Return a table cell with a title and, under it, a detail if there is one."""
    strong = cell(title, styles.CELL_STRONG)
    return [strong, cell(detail, styles.CELL_SMALL)] if detail else strong


def amount_cell(amount: str) -> Flowable:
    """Return a table cell with an amount, in figures of equal width and on one line."""
    room = styles.AMOUNT_SHARE * styles.WIDTH
    return cell(amount, fitting(amount, styles.CELL_AMOUNT, room))


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    summary: str,
    row_header: int = 0,
    totals: Sequence[tuple[str, str]] = (),
    padding: float = styles.CELL_PADDING,
) -> TaggedTable:
    """Return a table with hairlines that may run over several pages.

    Args:
        columns: shares of the width add up to 1.
        rows: cells, one per column.
        summary: what the table holds, in one sentence.
        row_header: the column whose cell names the row.
        totals: names and amounts below the lines; the name spans all columns but the last.
        padding: white space above and below each row, points.
    """
    header: list[Cell] = [_header_cell(column) for column in columns]
    data: list[list[Cell]] = [header, *(list(row) for row in rows)]
    for name, amount in totals:
        empty = [""] * (len(columns) - 2)
        data.append([cell(name, styles.CELL_STRONG), *empty, amount_cell(amount)])
    return TaggedTable(
        data,
        [column.share * styles.WIDTH for column in columns],
        row_header=row_header,
        summary=summary,
        style=TableStyle(_table_style(len(rows), len(totals), padding)),
        spaceAfter=6,
    )


def link(words: str, url: str) -> str:
    """Return markup of a link to a web page, or the words where it is none."""
    if not url.startswith(("https://", "http://")):
        return text(words)
    colour = styles.LINK_COLOUR
    return f'<a href="{attribute(url)}" color="{colour}"><u>{text(words)}</u></a>'


def _header_cell(column: Column) -> Flowable:
    return cell(column.title, styles.CELL_HEADER_RIGHT if column.amounts else styles.CELL_HEADER)


def _table_style(rows: int, totals: int, padding: float) -> list[tuple[Any, ...]]:
    everything, last_row = ((0, 0), (-1, -1)), rows
    commands: list[tuple[Any, ...]] = [
        ("FONTNAME", *everything, fonts.REGULAR),  # ReportLab names its own, even unused
        ("VALIGN", *everything, "TOP"),
        ("LEFTPADDING", *everything, 0),
        ("RIGHTPADDING", *everything, 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", *everything, padding),
        ("BOTTOMPADDING", *everything, padding + 1),
        ("LINEBELOW", (0, 0), (-1, 0), styles.RULE, styles.TEXT),
        ("LINEBELOW", (0, 1), (-1, max(last_row, 1)), styles.HAIRLINE, styles.LINE),
    ]
    if totals:
        commands.append(("LINEBELOW", (0, last_row), (-1, last_row), styles.RULE, styles.TEXT))
        commands.append(("NOSPLIT", (0, last_row), (-1, last_row + totals)))
    for row in range(last_row + 1, last_row + 1 + totals):
        commands.append(("SPAN", (0, row), (-2, row)))
        commands.append(("BOTTOMPADDING", (0, row), (-1, row), 1))
    return commands
