"""A company's logo, whatever file it is."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from sroi_desktop.reporting import render
from sroi_desktop.reporting.logo import logo
from tests.reports.reading import failures, structure
from tests.reports.samples import short_report


def _picture(mode: str, size: tuple[int, int], file_format: str) -> bytes:
    content = BytesIO()
    Image.new(mode, size).save(content, file_format)
    return content.getvalue()


def _claiming(width: int, height: int) -> bytes:
    """Return a small file that says it is a picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


PICTURES = {
    "rgb": _picture("RGB", (300, 100), "PNG"),
    "transparent": _picture("RGBA", (100, 300), "PNG"),
    "palette": _picture("P", (40, 40), "PNG"),
    "photo": _picture("RGB", (2000, 1000), "JPEG"),
    "print": _picture("CMYK", (200, 100), "JPEG"),
    "grey": _picture("L", (200, 100), "JPEG"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_that_a_report_with_a_logo_meets_both_standards(name: str) -> None:
    data = short_report()
    data = replace(data, company=replace(data.company, logo=PICTURES[name]))
    pdf = render(data)
    assert failures(pdf) == []
    assert structure(pdf).all("Figure")[0].alternative == data.company.name
    assert render(data) == pdf


def test_that_a_logo_keeps_its_proportions_and_its_box() -> None:
    wide = logo(PICTURES["photo"], width=150, height=42, alternative="Firma")
    assert wide is not None
    assert (wide.width, wide.height) == (84, 42)


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"geen plaatje",
        PICTURES["rgb"][:40],
        _picture("RGB", (10, 10), "GIF"),
        _claiming(7_000, 7_000),
        _claiming(20_000, 20_000),
    ],
    ids=["none", "empty", "text", "cut off", "gif", "large", "bomb"],
)
def test_that_a_logo_that_cannot_be_read_is_left_out(content: bytes | None) -> None:
    assert logo(content, width=150, height=42, alternative="Firma") is None
