from __future__ import annotations

from pathlib import Path

import pytest

from sroi_desktop.services import history, logos
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.logos import LogoError, LogoFault
from sroi_desktop.storage import UnknownRecordError
from tests.ui.desks import new_desk

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_that_a_png_or_jpeg_can_be_the_logo(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "logo"
    path.write_bytes(start + b"rest")
    assert logos.read(path) == start + b"rest"


def test_that_other_files_cannot_be_the_logo(tmp_path: Path) -> None:
    page, large = tmp_path / "page.svg", tmp_path / "large.png"
    page.write_text("<svg/>", encoding="utf-8")
    large.write_bytes(PNG + bytes(logos.LIMIT))
    for path, fault in (
        (page, LogoFault.OTHER_KIND),
        (large, LogoFault.TOO_LARGE),
        (tmp_path / "none.png", LogoFault.UNREADABLE),
        (tmp_path, LogoFault.UNREADABLE),
    ):
        with pytest.raises(LogoError) as refused:
            logos.read(path)
        assert refused.value.fault is fault


def test_that_the_logo_is_kept_and_can_be_undone() -> None:
    desk = new_desk()
    assert logos.keep(desk, PNG).changed == {Changed.COMPANY}
    assert desk.store.logo() == PNG
    logos.keep(desk, None)
    assert desk.store.logo() is None
    history.undo(desk)
    assert desk.store.logo() == PNG


def test_that_a_logo_needs_a_firm() -> None:
    with pytest.raises(UnknownRecordError):
        logos.keep(new_desk(company=""), PNG)
