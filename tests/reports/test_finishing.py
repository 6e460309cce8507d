"""What makes a file PDF/UA-1 and PDF/A-3a, and that the validators notice when it is gone."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import page
import pikepdf
import pytest
from pikepdf import Name

from sroi_desktop.reporting import render
from sroi_desktop.reporting.tagging.sealing import seal_streams
from tests.reports.reading import failures
from tests.reports.samples import short_report

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def report() -> bytes:
    return render(short_report())


def _changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    result = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(result)
    return result.getvalue()


def _elements(document: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [
        one
        for one in document.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == Name(role)
    ]


def _without_alternative(document: pikepdf.Pdf) -> None:
    for figure in _elements(document, "/Figure"):
        del figure.Alt


def _without_language(document: pikepdf.Pdf) -> None:
    del document.Root.Lang


def _without_scope(document: pikepdf.Pdf) -> None:
    for cell in _elements(document, "/TH"):
        del cell.A


def _without_title_shown(document: pikepdf.Pdf) -> None:
    del document.Root.ViewerPreferences


def _without_marks(document: pikepdf.Pdf) -> None:
    del document.Root.MarkInfo


def test_that_a_report_meets_both_standards(report: bytes) -> None:
    assert failures(report) == []


@pytest.mark.parametrize(
    "change",
    [
        _without_alternative,
        _without_language,
        _without_scope,
        _without_title_shown,
        _without_marks,
    ],
)
def test_that_the_accessibility_check_notices_what_is_gone(
    report: bytes, change: Callable[[pikepdf.Pdf], None]
) -> None:
    broken = _changed(report, change)
    assert not page.validate_pdf_bytes(broken, profile="ua1").is_compliant


def _without_output_intent(document: pikepdf.Pdf) -> None:
    del document.Root.OutputIntents


def _without_relationship(document: pikepdf.Pdf) -> None:
    for file in document.Root.AF:
        del file.AFRelationship


def _without_font_file(document: pikepdf.Pdf) -> None:
    for font in document.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


def _with_script(document: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document.Root.OpenAction = script


@pytest.mark.parametrize(
    "change", [_without_output_intent, _without_relationship, _without_font_file, _with_script]
)
def test_that_the_archive_check_notices_what_is_wrong(
    report: bytes, change: Callable[[pikepdf.Pdf], None]
) -> None:
    broken = _changed(report, change)
    assert not page.validate_pdf_bytes(broken, profile="3a").is_compliant


def test_that_the_file_says_in_two_places_alike_what_it_is(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as document:
        assert str(document.Root.Lang) == "nl-NL"
        with document.open_metadata() as packet:
            assert packet["dc:title"] == str(document.docinfo.Title)
            assert packet["pdf:Producer"] == str(document.docinfo.Producer)
            assert packet["pdfaid:part"] == "3"
            assert packet["pdfuaid:part"] == "1"
        assert str(document.docinfo.CreationDate).startswith("D:20261006")


def test_that_every_font_a_page_asks_for_is_there_and_embedded(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as document:
        for leaf in document.pages:
            fonts = leaf.Resources.Font
            asked = {
                str(instruction.operands[0])
                for instruction in pikepdf.parse_content_stream(leaf)
                if str(instruction.operator) == "Tf"
            }
            assert asked <= set(fonts.keys())
            assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())


def test_that_no_stream_ends_so_that_its_length_can_be_misread() -> None:
    data = b"x" * 20 + b"\r"
    before = b"7 0 obj\n<< /Length 21 >>\nstream\n" + data + b"\nendstream\nendobj\n"
    after = seal_streams(before)
    assert after == b"7 0 obj\n<</Length 21 >>\nstream\n" + data + b"\r\nendstream\nendobj\n"
    assert len(after) == len(before)


def test_that_a_sealed_file_still_opens(report: bytes) -> None:
    def attach_unlucky(document: pikepdf.Pdf) -> None:
        for number in range(256):
            document.Root[f"/Data{number}"] = document.make_stream(bytes([number]) * 41)

    grown = _changed(report, attach_unlucky)
    sealed = seal_streams(grown)
    assert sealed != grown
    with pikepdf.open(BytesIO(sealed)) as document:
        assert document.check_pdf_syntax() == []
        for number in range(256):
            stored = document.Root[f"/Data{number}"]
            assert stored.read_bytes() == bytes([number]) * 41


def test_that_text_beside_the_tags_would_be_noticed(report: bytes) -> None:
    def write_beside(document: pikepdf.Pdf) -> None:
        document.pages[0].contents_add(b"BT /F1+0 9 Tf 50 50 Td <05> Tj ET")

    assert failures(_changed(report, write_beside)) != []
