"""Tables: rows of plain data, described by columns, shown by one view."""

from __future__ import annotations

from sroi_desktop.ui.kit.tables.columns import Align, Column
from sroi_desktop.ui.kit.tables.model import RowsModel
from sroi_desktop.ui.kit.tables.short import ShortTable
from sroi_desktop.ui.kit.tables.view import TableView

__all__ = ["Align", "Column", "RowsModel", "ShortTable", "TableView"]
