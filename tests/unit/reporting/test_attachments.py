"""The data inside a report: JSON by the published schema, and a CSV for a spreadsheet."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import msgspec
import pytest

from sroi_desktop.assets import resource
from sroi_desktop.language import _
from sroi_desktop.reporting import Correction
from sroi_desktop.reporting.account import Account, schema, to_json
from sroi_desktop.reporting.attachments import attachments, to_csv
from tests.reports.samples import LINES, short_report


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_that_the_published_schema_is_that_of_the_code() -> None:
    published = resource("schema", "sroi-verantwoording.schema.json").read_text("utf-8")
    assert json.loads(published) == schema()


def test_that_the_json_reads_back_in_the_published_shape() -> None:
    data = replace(short_report(), correction=Correction("2026-002", ("Eén regel.",)))
    read = msgspec.json.decode(to_json(data), type=Account)
    assert read.correction is not None
    assert read.correction.report == "2026-002"
    assert read.totals.realised_and_proven == data.totals.proven.plain
    assert read.lines[0].period is not None
    assert read.lines[0].period.start.isoformat() == "2026-03-01"
    assert "Eén" in to_json(data).decode()


def test_that_the_csv_opens_in_a_dutch_spreadsheet() -> None:
    content = to_csv(LINES)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(LINES) + 1
    header, first, *_rest = _rows(content)
    assert header[0] == _("No.")
    assert first[:3] == ["1", "Participatiewet", "K-01"]
    assert first[5:] == [
        "2026-03-01",
        "2026-08-31",
        "€ 40.000 × 24/36 uur × 6/12 mnd",
        "13333,33",
        "0,00",
    ]


def test_that_each_standing_has_its_words() -> None:
    standings = {row[3] for row in _rows(to_csv(LINES))[1:]}
    assert standings == {
        _("realised and proven"),
        _("realised, evidence not complete"),
        _("planned"),
    }


def test_that_a_line_without_a_period_has_no_dates() -> None:
    assert _rows(to_csv([replace(LINES[0], period=None)]))[1][5:7] == ["", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_that_a_name_is_no_formula(start: str) -> None:
    line = replace(LINES[0], title=f"{start}HYPERLINK()")
    assert _rows(to_csv([line]))[1][1] == f"'{start}HYPERLINK()"


def test_that_semicolons_and_quotes_stay_in_their_cell() -> None:
    title = 'a;b "c"\nd'
    assert _rows(to_csv([replace(LINES[0], title=title)]))[1][1] == title


def test_that_both_attachments_have_name_and_kind() -> None:
    assert [(file.name, file.media_type) for file in attachments(short_report())] == [
        ("sroi-verantwoording.json", "application/json"),
        ("regels.csv", "text/csv"),
    ]
