"""The columns of the table of one effort elsewhere. No Qt here."""

from __future__ import annotations

from sroi_desktop.language import _
from sroi_desktop.ui.elsewhere.content import ElsewhereRow
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables.columns import Align, Column


def key_of(row: ElsewhereRow) -> str:
    """Return what tells a place from all others."""
    return row.key


def columns() -> tuple[Column[ElsewhereRow], ...]:
    """Return the columns, from left to right."""
    return (
        Column(
            "name", _("Contract or rules"), _name, detail=_detail, width=12, stretch=True,
            strong=True, hint=_name,
        ),
        Column(
            "block", _("Block"), _block, detail=_match, width=10, stretch=True, icon=_mark,
            hint=_block,
        ),
        Column("value", _("Value"), _value, sort=_cents, width=7.5, align=Align.END, strong=True),
        Column("difference", _("Difference"), _difference, sort=_more, width=8.5, align=Align.END),
        Column("lost", _("Does not count"), _lost, width=10, hint=_lost, muted=True),
        Column(
            "assumptions", _("Assumptions"), _assumptions, sort=_count, width=6, align=Align.END,
            search=False,
        ),
    )  # fmt: skip


def _name(row: ElsewhereRow) -> str:
    return row.name


def _detail(row: ElsewhereRow) -> str:
    return row.detail


def _block(row: ElsewhereRow) -> str:
    return row.block


def _match(row: ElsewhereRow) -> str:
    return row.match


def _mark(row: ElsewhereRow) -> tuple[str, Tone | None] | None:
    return row.icon, row.tone


def _value(row: ElsewhereRow) -> str:
    return row.value


def _cents(row: ElsewhereRow) -> int | None:
    return row.cents


def _difference(row: ElsewhereRow) -> str:
    return row.difference


def _more(row: ElsewhereRow) -> int | None:
    return row.more


def _lost(row: ElsewhereRow) -> str:
    return row.lost


def _assumptions(row: ElsewhereRow) -> str:
    return str(row.assumptions)


def _count(row: ElsewhereRow) -> int:
    return row.assumptions
