"""Making the pages of a draft as a job that may run on another thread, watched and stopped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.reporting import RenderCancelledError, render
from sroi_desktop.services.reports.drafting import drawn_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.reporting import ReportData
    from sroi_desktop.reporting.progress import Portion
    from sroi_desktop.services.reports.collecting import Facts
    from sroi_desktop.services.reports.issuing import Draft

PARTS = 100


class Progress(Protocol):
    """Who watches the work: both methods raise where it is no longer wanted."""

    def report(self, done: int, total: int, /) -> None:
        """Take note of how many parts are done."""
        ...

    def check(self) -> None:
        """Say whether to go on."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """A draft with its pages."""

    draft: Draft
    pdf: bytes


def render_job(known: Facts) -> Callable[[Progress], Made]:
    """Return a job that draws a report up and makes its PDF.

    It holds what was read alone: no connection to the books, so that it may run on another
    thread. What the progress raises to stop the work comes out of the job.
    """
    return partial(_make, known)


def _make(known: Facts, progress: Progress) -> Made:
    progress.check()
    draft = drawn_up(known)
    progress.check()
    return Made(draft, _render(draft.data, progress))


def _render(data: ReportData, progress: Progress) -> bytes:
    follow = _Follow(progress)
    try:
        pdf = render(data, follow)
    except RenderCancelledError:
        if follow.stopped_by is None:
            raise
        raise follow.stopped_by from None
    progress.check()
    return pdf


class _Follow:
    """Tells the progress about the work, and the work that the progress stopped it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._told = -1
        self.stopped_by: Exception | None = None

    @property
    def cancelled(self) -> bool:
        """Whether to stop."""
        try:
            self._progress.check()
        except Exception as error:  # noqa: BLE001 - handed on by the job, whatever it is
            self.stopped_by = error
        return self.stopped_by is not None

    def report(self, fraction: Portion) -> None:
        """Pass on how far it is, each part once; a stop is found out by `cancelled`."""
        done = min(PARTS, round(fraction * PARTS))
        if done == self._told or self.cancelled:
            return
        self._told = done
        self._progress.report(done, PARTS)
