"""A report from draft to file in one act, for the command line and the example company."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.reporting import page_count, render
from sroi_desktop.services import files
from sroi_desktop.services.files import Unwritable, UnwritableError
from sroi_desktop.services.reports.drafting import draft
from sroi_desktop.services.reports.issuing import issue
from sroi_desktop.system.files import write_beside

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.reporting import Variant
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports.issuing import Draft


@dataclass(frozen=True, slots=True)
class Published:
    """A report that was issued; `sha256` is that of the PDF."""

    number: str
    sha256: str
    pages: int


@dataclass(eq=False)
class IssuedNotWrittenError(DomainError):
    """A report that was issued, but its file could not be put in its place."""

    number: str
    path: Path


def publish(
    desk: Desk, contract_id: int, variant: Variant, period: Period, out: Path | None = None
) -> Published:
    """Issue a progress report, and write its PDF to a file where one is given.

    The file is written beside its place first, so that a wrong place or a full disk is found
    before the report has a number.

    Raises:
        NotBegunError: the period has not begun.
        UnwritableError: the file cannot be written; nothing was issued.
        IssuedNotWrittenError: the report was issued, but its file did not reach its place.
    """
    if out is not None:
        files.check(desk, out)
    made = draft(desk, contract_id, variant, period)
    pdf = render(made.data)
    if out is None:
        issue(desk, made, pdf)
    else:
        _issue_to(desk, made, pdf, out)
    return Published(made.data.number, hashlib.sha256(pdf).hexdigest(), page_count(pdf))


def _issue_to(desk: Desk, made: Draft, pdf: bytes, out: Path) -> None:
    """Issue a report with its file ready beside its place, then move that into its place."""
    try:
        part = write_beside(out, pdf)
    except OSError as error:
        raise UnwritableError(out, Unwritable.REFUSED) from error
    try:
        issue(desk, made, pdf)
        _into_place(part, out, made.data.number)
    finally:
        part.unlink(missing_ok=True)


def _into_place(part: Path, out: Path, number: str) -> None:
    try:
        part.replace(out)
    except OSError as error:
        raise IssuedNotWrittenError(number, out) from error
