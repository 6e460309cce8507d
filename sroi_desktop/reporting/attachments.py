"""The files inside a report: its data as JSON, and its lines as CSV.

Made from the snapshot that is already cut to its variant. The CSV opens in a Dutch spreadsheet
as it is: semicolons, decimal commas, CR LF, and a byte order mark, without which Excel takes
UTF-8 for something else.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from sroi_desktop.language import _
from sroi_desktop.reporting.account import to_json
from sroi_desktop.reporting.data import ReportData, ReportLine, Standing
from sroi_desktop.reporting.tagging import Attachment

JSON_NAME = "sroi-verantwoording.json"
CSV_NAME = "regels.csv"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def attachments(data: ReportData) -> tuple[Attachment, Attachment]:
    """Return the JSON and the CSV of a snapshot that is already cut to its variant."""
    return (
        Attachment(JSON_NAME, _("The data of this report"), "application/json", to_json(data)),
        Attachment(CSV_NAME, _("The lines of this report"), "text/csv", to_csv(data.lines)),
    )


def to_csv(lines: Iterable[ReportLine]) -> bytes:
    """Return the lines as a table for a spreadsheet; headings in the language of the report."""
    table = StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            _("No."),
            _("Effort"),
            _("Candidate"),
            _("Standing"),
            _("Status"),
            _("From"),
            _("Until"),
            _("Calculation"),
            _("Value in euros"),
            _("Does not count, in euros"),
        ]
    )
    for line in lines:
        start, end = (line.period.start, line.period.end) if line.period else ("", "")
        writer.writerow(
            [
                line.number,
                _harmless(line.title),
                _harmless(line.person),
                _standing(line.standing),
                _harmless(line.status),
                start,
                end,
                _harmless(line.calculation),
                line.value.plain.replace(".", ","),
                line.beyond.plain.replace(".", ","),
            ]
        )
    return table.getvalue().encode("utf-8-sig")


def _standing(standing: Standing) -> str:
    match standing:
        case Standing.PROVEN:
            return _("realised and proven")
        case Standing.UNPROVEN:
            return _("realised, evidence not complete")
        case Standing.PLANNED:
            return _("planned")


def _harmless(words: str) -> str:
    """Return the words so that no spreadsheet takes them for a formula."""
    return f"'{words}" if words.startswith(_FORMULA_STARTS) else words
