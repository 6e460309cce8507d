"""Issued reports: their numbers, their data and their PDFs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import Money
from sroi_desktop.storage.columns import Column, Shape, period, text, whole
from sroi_desktop.storage.errors import DuplicateError, UnknownRecordError
from sroi_desktop.storage.hashing import sha256_of
from sroi_desktop.storage.records import IssuedReport
from sroi_desktop.storage.unit_of_work import CONTRACT, EFFORT, REPORT, REPORT_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_MOMENT = Column(
    ("issued_at",),
    lambda at: (at.astimezone(UTC).isoformat(),),
    datetime.fromisoformat,
)
_REPORT = Shape(
    IssuedReport,
    {
        "contract_id": whole("contract_id"),
        "number": text("number"),
        "kind": text("kind"),
        "variant": text("variant"),
        "period": period("starts_on", "ends_on"),
        "issued_at": _MOMENT,
        "sha256": text("pdf_sha256"),
        "corrects": whole("corrects"),
        "id": whole("id"),
    },
)
_DIGITS = 3


def every(sql: Sql, contract_id: int | None) -> tuple[IssuedReport, ...]:
    """Return all reports, or those of one contract, the latest first."""
    where = "" if contract_id is None else "WHERE contract_id = ?"
    values = () if contract_id is None else (contract_id,)
    found = sql.rows(f"SELECT * FROM report {where} ORDER BY id DESC", *values)
    return tuple(_REPORT.record(row) for row in found)


def on_effort(sql: Sql, effort_id: int) -> tuple[IssuedReport, ...]:
    """Return the reports that rest on an effort, the latest first."""
    found = sql.rows(
        "SELECT * FROM report WHERE id IN (SELECT report_id FROM report_line WHERE effort_id = ?)"
        " ORDER BY id DESC",
        effort_id,
    )
    return tuple(_REPORT.record(row) for row in found)


def get(sql: Sql, report_id: int) -> IssuedReport:
    """Return one report.

    Raises:
        UnknownRecordError: there is no such report.
    """
    row = sql.row("SELECT * FROM report WHERE id = ?", report_id)
    if row is None:
        raise UnknownRecordError(REPORT, report_id)
    return _REPORT.record(row)


def realised(sql: Sql, report_id: int) -> dict[int, Money]:
    """Return what a report said was realised of each effort that it rests on."""
    where = "SELECT effort_id, realised_cents FROM report_line WHERE report_id = ?"
    return {effort_id: Money(cents) for effort_id, cents in sql.rows(where, report_id)}


def document(sql: Sql, report_id: int, column: str) -> bytes:
    """Return the `data` or the `pdf` of a report, byte for byte as it was issued.

    Raises:
        UnknownRecordError: there is no such report.
    """
    row = sql.row(f"SELECT {column} FROM report_document WHERE id = ?", report_id)
    if row is None:
        raise UnknownRecordError(REPORT, report_id)
    return bytes(row[column])


def next_number(sql: Sql, contract_id: int, year: int) -> str:
    """Return the number of the next report of a contract: 2026-001, and on past 2026-999."""
    last = sql.whole(
        "SELECT max(CAST(substr(number, 6) AS INTEGER)) FROM report"
        " WHERE contract_id = ? AND number GLOB ?",
        contract_id,
        f"{year}-[0-9]*",
    )
    return f"{year}-{last + 1:0{_DIGITS}d}"


def issue(
    rows: Rows, report: IssuedReport, data: bytes, pdf: bytes, realised: Mapping[int, Money]
) -> int:
    """Keep a report for good and return its id; the act cannot be undone.

    Args:
        rows: what writes the rows.
        report: what it is; its hash is checked, and its id and moment are given here.
        data: the frozen data that it was made from.
        pdf: the report itself.
        realised: by effort that it rests on, what it says was realised of it.

    Raises:
        DuplicateError: the contract has a report with this number.
        UnknownRecordError: there is no such contract, effort or report to correct.
        ValueError: the hash is not that of the PDF.
    """
    if report.sha256 != sha256_of(pdf):
        raise ValueError("the hash is not that of the PDF")
    _refuse_unknown(rows, report)
    report_id = rows.insert(
        REPORT,
        _REPORT.values(report) | {"entry_id": rows.entry_id, "data_sha256": sha256_of(data)},
    )
    rows.keep("INSERT INTO report_document (id, data, pdf) VALUES (?, ?, ?)", report_id, data, pdf)
    for effort_id, amount in sorted(realised.items()):
        rows.existing(EFFORT, effort_id)
        values = {"report_id": report_id, "effort_id": effort_id, "realised_cents": amount.cents}
        rows.insert(REPORT_LINE, values)
    rows.undoable = False
    return report_id


def _refuse_unknown(rows: Rows, report: IssuedReport) -> None:
    rows.existing(CONTRACT, report.contract_id)
    if report.corrects is not None:
        rows.existing(REPORT, report.corrects)
    same = "SELECT 1 FROM report WHERE contract_id = ? AND number = ?"
    if rows.sql.row(same, report.contract_id, report.number) is not None:
        raise DuplicateError(REPORT, "number", report.number)
