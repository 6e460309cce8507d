"""Tables whose header cells, rows and spans a reader's software knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus.tables import Table

from sroi_desktop.reporting.tagging.canvas import TaggedCanvas, canvas_of
from sroi_desktop.reporting.tagging.structure import Element, Role, Scope, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus.tables import TableStyle


ROOM_TO_SPLIT_A_ROW = 400.0


class TableTags:
    """Follows ReportLab while it draws a table and builds the table's elements.

    ReportLab hands the same object on to the parts of a table that breaks over pages; they are
    one Table element, and the header rows repeated on later pages are artifacts. A row that is
    itself higher than a page breaks into two rows.
    """

    def __init__(self, *, header_rows: int, row_header: int | None, summary: str | None) -> None:
        self._header_rows = header_rows
        self._row_header = row_header
        self._summary = summary
        self._slot = Slot()
        self._table = Element(Role.TABLE)
        self._row: Element | None = None
        self._continued = False
        self._in_header = False
        self._artifact = False
        self._content = False

    def __call__(self, table: Table, event: str, *details: Any) -> None:  # noqa: ANN401
        """Take note of one event of ReportLab's drawing, in its order."""
        canvas = canvas_of(table)
        match event:
            case "startTable":
                self._table = canvas.element(self._slot, Role.TABLE, summary=self._summary)
            case "startBG" | "startLines":
                self._artifact = canvas.open_artifact()
            case "endBG" | "endLines":
                canvas.close_artifact(opened=self._artifact)
            case "startRow":
                self._start_row(*details)
            case "startCell":
                self._start_cell(canvas, table, *details)
            case "endCell":
                self._end_cell(canvas)
            case "endTable":
                self._continued = True

    def _start_row(self, row: int) -> None:
        """Make a row, unless it repeats a header row."""
        self._in_header = row < self._header_rows
        repeats = self._in_header and self._continued
        self._row = None if repeats else self._table.append(Element(Role.ROW))

    def _start_cell(
        self,
        canvas: TaggedCanvas,
        table: Table,
        row: int,
        column: int,
        value: object,
        *_geometry: object,
    ) -> None:
        """Make a cell; plain text is its content, a flowable draws its own."""
        if self._row is None:
            self._artifact = canvas.open_artifact()
            return
        cell = self._row.append(self._make_cell(_columns(table, row, column)))
        canvas.enter(cell)
        self._content = isinstance(value, str) and value != ""
        if self._content:
            canvas.open_content(cell)

    def _end_cell(self, canvas: TaggedCanvas) -> None:
        if self._row is None:
            canvas.close_artifact(opened=self._artifact)
            return
        if self._content:
            canvas.close_content()
        canvas.leave()

    def _make_cell(self, columns: range) -> Element:
        if self._in_header:
            return Element(Role.HEADER_CELL, scope=Scope.COLUMN, column_span=len(columns))
        if self._row_header is not None and self._row_header in columns:
            return Element(Role.HEADER_CELL, scope=Scope.ROW, column_span=len(columns))
        return Element(Role.DATA_CELL, column_span=len(columns))


class TaggedTable(Table):
    """A table with `header_rows` rows on top (repeated on every page) and a column of headers.

    Args:
        data: rows of strings, flowables or lists of flowables.
        header_rows: how many rows are column headers.
        row_header: the column (from 0) whose cell names its row; None for none.
        summary: what the table holds, for who cannot see it.
    """

    def __init__(
        self,
        data: Sequence[list[Any] | tuple[Any, ...]],
        colWidths: Sequence[float] | None = None,  # noqa: N803 - ReportLab's name
        *,
        header_rows: int = 1,
        row_header: int | None = None,
        summary: str | None = None,
        style: TableStyle | None = None,
        **options: Any,  # noqa: ANN401 - ReportLab splits with more
    ) -> None:
        options.setdefault("repeatRows", header_rows)
        options.setdefault(
            "renderCB", TableTags(header_rows=header_rows, row_header=row_header, summary=summary)
        )
        super().__init__(data, colWidths=colWidths, style=style, **options)

    def split(self, availWidth: float, availHeight: float) -> list[Table]:  # type: ignore[override] # noqa: N803
        """Split between rows; inside a row only where there is room enough to be worth it.

        A row higher than a page would otherwise stop the whole document.
        """
        self.splitInRow = int(availHeight >= ROOM_TO_SPLIT_A_ROW)
        parts: list[Table] = super().split(availWidth, availHeight)  # type: ignore[assignment]
        return parts


def _columns(table: Table, row: int, column: int) -> range:
    """Return the columns that the cell covers."""
    spans = getattr(table, "_spanRanges", None)
    span = spans.get((column, row)) if spans else None
    return range(span[0], span[2] + 1) if span else range(column, column + 1)
