"""Making the pages as a job that may run elsewhere: watched, stopped, without the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.reporting import RenderCancelledError
from sroi_desktop.services import reports
from sroi_desktop.services.reports import Variant, rendering
from sroi_desktop.services.reports.drafting import drawn_up
from tests.unit.services.books import PLACED, book, span

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports import Facts


class StoppedError(Exception):
    """The owner has seen enough."""


class Watcher:
    """Notes how far the work is, and stops it at a part where one is given."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.told: list[int] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, /) -> None:
        assert total == rendering.PARTS
        self.told.append(done)

    def check(self) -> None:
        if self._stop_at is not None and len(self.told) >= self._stop_at:
            raise StoppedError


@pytest.fixture
def basis(desk: Desk, contract_id: int) -> Facts:
    book(desk, contract_id, PLACED)
    return reports.basis(desk, contract_id, Variant.ANONYMOUS, span("2026-01-01", "2026-09-30"))


def test_that_the_job_needs_no_books_and_tells_how_far_it_is(desk: Desk, basis: Facts) -> None:
    job = rendering.render_job(basis)
    desk.store.close()
    watcher = Watcher()
    made = job(watcher)
    assert made.pdf.startswith(b"%PDF-")
    assert made.draft == drawn_up(basis)
    assert watcher.told == sorted(set(watcher.told))
    assert watcher.told[-1] == rendering.PARTS


@pytest.mark.parametrize("stop_at", [0, 1])
def test_that_a_job_that_is_stopped_says_by_what(basis: Facts, stop_at: int) -> None:
    with pytest.raises(StoppedError):
        rendering.render_job(basis)(Watcher(stop_at))


def test_that_a_stop_after_the_last_page_counts(
    basis: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = Watcher(1)

    def render(_data: object, _follow: object) -> bytes:
        watcher.report(1, rendering.PARTS)
        return b"%PDF-"

    monkeypatch.setattr(rendering, "render", render)
    with pytest.raises(StoppedError):
        rendering.render_job(basis)(watcher)


def test_that_a_stop_of_the_renderer_itself_is_passed_on(
    basis: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_data: object, _follow: object) -> bytes:
        raise RenderCancelledError

    monkeypatch.setattr(rendering, "render", stop)
    with pytest.raises(RenderCancelledError):
        rendering.render_job(basis)(Watcher())
