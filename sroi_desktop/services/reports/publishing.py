"""A report from draft to file in one act, for the command line and the example company."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.reporting import page_count, render
from sroi_desktop.services.reports.drafting import draft
from sroi_desktop.services.reports.issuing import issue

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.reporting import Variant
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Published:
    """A report that was issued; `sha256` is that of the PDF."""

    number: str
    sha256: str
    pages: int


def publish(
    desk: Desk, contract_id: int, variant: Variant, period: Period, out: Path | None = None
) -> Published:
    """Issue a progress report, and write its PDF to a file where one is given.

    The file is written beside its place first, so that a full disk is found before the
    report has a number.

    Raises:
        OSError: the file cannot be written; nothing was issued.
    """
    made = draft(desk, contract_id, variant, period)
    pdf = render(made.data)
    part = None if out is None else out.with_name(f"{out.name}.part")
    if part is not None:
        _write(part, pdf)
    issue(desk, made, pdf)
    if part is not None and out is not None:
        part.replace(out)
    return Published(made.data.number, hashlib.sha256(pdf).hexdigest(), page_count(pdf))


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
