"""The two tables of the page: contracts and efforts, before and after."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _, pgettext
from sroi_desktop.ui.edition.content import ContractRow, EffortRow
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.tables import Align, Column, ShortTable

Row = TypeVar("Row", ContractRow, EffortRow)


def _contract_id(row: ContractRow) -> int:
    return row.contract_id


def _place(row: EffortRow) -> int:
    return row.place


def _title(row: ContractRow | EffortRow) -> str:
    return row.title


def _about(row: ContractRow | EffortRow) -> str:
    return row.about


def _pill(row: ContractRow | EffortRow) -> PillContent:
    return row.pill


def _mark(row: ContractRow | EffortRow) -> str:
    return row.pill.text


def _before(row: ContractRow | EffortRow) -> str:
    return row.before


def _after(row: ContractRow | EffortRow) -> str:
    return row.after


def _difference(row: ContractRow | EffortRow) -> str:
    return row.difference


def _cents(row: ContractRow | EffortRow) -> int | None:
    return row.cents


def _columns(_kind: type[Row], what: str, mark: str) -> tuple[Column[Row], ...]:
    """Return the columns of both tables: what it is, a mark, and the amounts."""
    now, then = pgettext("edition", "Now"), pgettext("edition", "Then")
    end = Align.END
    return (
        Column("title", what, _title, detail=_about, width=11, stretch=True, strong=True,
               hint=_about),
        Column("mark", mark, _mark, width=9, pill=_pill),
        Column("before", now, _before, width=8, align=end),
        Column("after", then, _after, width=8, align=end),
        Column("difference", _("Difference"), _difference, _cents, width=9, align=end),
    )  # fmt: skip


def contracts_table(parent: QWidget) -> ShortTable[ContractRow]:
    """Return the table of contracts that an edition could be for."""
    columns = _columns(ContractRow, _("Contract"), _("Does it hold?"))
    name = _("Contracts that this edition could be for")
    table = ShortTable(columns, _contract_id, name=name, optional=("before",), parent=parent)
    table.setObjectName("edition.contracts")
    return table


def efforts_table(parent: QWidget) -> ShortTable[EffortRow]:
    """Return the table of the efforts of one contract."""
    columns = _columns(EffortRow, pgettext("column", "Effort"), _("What changes"))
    name = _("Efforts, now and under this edition")
    table = ShortTable(columns, _place, name=name, optional=("before",), parent=parent)
    table.setObjectName("edition.efforts")
    return table
