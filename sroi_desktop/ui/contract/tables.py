"""The tables on the page of a contract, and their columns."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _, pgettext
from sroi_desktop.ui.contract.rows import DeadlineRow, EffortRow, EventRow, HeldRow, ReportRow
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.tables import Align, Column, ShortTable, TableView


def _share(row: EffortRow) -> tuple[int, int]:
    return row.effort_id, row.allocation_id


def _title(row: EffortRow) -> str:
    return row.title


def _kind(row: EffortRow) -> str:
    return row.kind


def _period(row: EffortRow | ReportRow) -> str:
    return row.period


def _starts(row: EffortRow) -> str:
    return row.starts


def _calculation(row: EffortRow) -> str:
    return row.calculation


def _pill(row: EffortRow | DeadlineRow) -> PillContent:
    return row.pill


def _state(row: EffortRow | DeadlineRow) -> str:
    return row.pill.text


def _value(row: EffortRow) -> str:
    return row.value


def _cents(row: EffortRow) -> int:
    return row.cents


def _beyond(row: EffortRow) -> str:
    return row.beyond


def effort_columns(*, with_kind: bool) -> tuple[Column[EffortRow], ...]:
    """Return the columns of efforts; `with_kind` says under each its kind, and what is lost."""
    name, kind = pgettext("column", "Effort"), _kind if with_kind else None
    lost = _beyond if with_kind else None
    return (
        Column("title", name, _title, detail=kind, width=12, stretch=True, strong=True),
        Column("period", _("Period"), _period, _starts, width=14),
        Column("calculation", _("Calculation"), _calculation, width=13, muted=True),
        Column("state", _("State"), _state, width=10.5, pill=_pill),
        Column(
            "value",
            _("Value"),
            _value,
            _cents,
            detail=lost,
            width=7.5,
            align=Align.END,
            strong=True,
        ),
    )


def efforts_table(*, parent: QWidget, short: bool) -> TableView[EffortRow]:
    """Return a table of efforts."""
    if short:
        columns = effort_columns(with_kind=False)
        return ShortTable(
            columns,
            _share,
            name=_("Latest efforts"),
            optional=("period", "calculation"),
            parent=parent,
        )
    columns = effort_columns(with_kind=True)
    optional = ("period", "calculation")
    return TableView(columns, _share, name=_("Efforts"), optional=optional, parent=parent)


def _piece_id(row: HeldRow) -> int:
    return row.piece_id


def _effort(row: HeldRow) -> str:
    return row.effort


def _asked(row: HeldRow) -> str:
    return row.asked


def _kept(row: HeldRow) -> str:
    return row.kept


def held_table(parent: QWidget) -> ShortTable[HeldRow]:
    """Return the table of evidence on file."""
    columns = (
        Column(
            "effort",
            pgettext("column", "Effort"),
            _effort,
            detail=_asked,
            width=15,
            stretch=True,
            strong=True,
        ),
        Column("kept", _("Kept as"), _kept, width=12, muted=True),
    )
    name = _("Evidence on file")
    return ShortTable(columns, _piece_id, name=name, parent=parent)


def _report_id(row: ReportRow) -> int:
    return row.report_id


def _number(row: ReportRow) -> str:
    return row.number


def _report_kind(row: ReportRow) -> str:
    return row.kind


def _variant(row: ReportRow) -> str:
    return row.variant


def _ends(row: ReportRow) -> str:
    return row.ends


def _issued(row: ReportRow) -> str:
    return row.issued


def _issued_iso(row: ReportRow) -> str:
    return row.issued_iso


def reports_table(parent: QWidget) -> TableView[ReportRow]:
    """Return the table of issued reports."""
    columns = (
        Column("number", _("Number"), _number, width=8, strong=True),
        Column("kind", _("Report"), _report_kind, width=12, stretch=True),
        Column("period", _("Period"), _period, _ends, width=14.5),
        Column("variant", _("Persons"), _variant, width=8, muted=True),
        Column("issued", _("Issued on"), _issued, _issued_iso, width=8),
    )
    name, optional = _("Issued reports"), ("variant", "issued")
    return TableView(columns, _report_id, name=name, optional=optional, parent=parent)


def _deadline_key(row: DeadlineRow) -> str:
    return row.key


def _what(row: DeadlineRow) -> str:
    return row.what


def _about(row: DeadlineRow) -> str:
    return row.about


def _due(row: DeadlineRow) -> str:
    return row.due


def _due_iso(row: DeadlineRow) -> str:
    return row.due_iso


def _whose(row: DeadlineRow) -> str:
    return row.whose


def deadlines_table(parent: QWidget) -> ShortTable[DeadlineRow]:
    """Return the table of deadlines."""
    columns = (
        Column("what", _("What"), _what, width=11, stretch=True, strong=True),
        Column("about", _("About"), _about, width=14.5),
        Column("due", _("Due on"), _due, _due_iso, width=8),
        Column[DeadlineRow]("state", _("State"), _state, width=14.5, pill=_pill),
        Column("whose", _("Day named by"), _whose, width=9, muted=True),
    )
    name, optional = _("Deadlines"), ("whose",)
    return ShortTable(columns, _deadline_key, name=name, optional=optional, parent=parent)


def _event_id(row: EventRow) -> int:
    return row.event_id


def _when(row: EventRow) -> str:
    return row.when


def _sort(row: EventRow) -> str:
    return row.sort


def _event_what(row: EventRow) -> str:
    return row.what


def _who(row: EventRow) -> str:
    return row.who


def history_table(parent: QWidget) -> TableView[EventRow]:
    """Return the table of what was done."""
    columns = (
        Column("when", _("When"), _when, _sort, width=11, muted=True),
        Column("what", _("What was done"), _event_what, width=20, stretch=True),
        Column("who", _("By"), _who, width=6, muted=True),
    )
    return TableView(columns, _event_id, name=_("History"), parent=parent)
