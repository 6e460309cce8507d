"""The reports page without widgets, and work that is done when the test says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.reports.content import DraftContent, Wanted
from sroi_desktop.ui.reports.presenter import ReportsPresenter
from tests.ui.desks import Opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports import Issued, Made, Progress
    from sroi_desktop.ui.kit.content import Choice


class FakeReportsView:
    def __init__(self) -> None:
        self.contracts: tuple[Choice, ...] = ()
        self.wanted = Wanted()
        self.wrong: dict[str, str] = {}
        self.read: dict[str, str] = {}
        self.draft: DraftContent | None = None
        self.issued: tuple[Issued, ...] = ()
        self.tab = ""
        self.selected: int | None = None
        self.working: tuple[int, int] | None = None
        self.pdf: bytes | None = None
        self.title = ""
        self.nothing = ""
        self.again = False
        self.message = ("", Tone.INFO)
        self.agrees = True
        self.asked: list[str] = []
        self.on_ask: Callable[[], None] | None = None
        self.save_to: Path | None = None
        self.proposed = ""
        self.printed: list[str] = []

    def show_contracts(self, contracts: tuple[Choice, ...]) -> None:
        self.contracts = contracts

    def show_wanted(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def show_dates(self, wrong: dict[str, str], read: dict[str, str]) -> None:
        self.wrong, self.read = wrong, read

    def show_draft(self, content: DraftContent | None) -> None:
        self.draft = content

    def show_contains(self, text: str) -> None:
        assert self.draft is not None
        self.draft = replace(self.draft, contains=text)

    def show_issued(self, reports: tuple[Issued, ...]) -> None:
        self.issued = reports

    def show_tab(self, key: str) -> None:
        self.tab = key

    def select_issued(self, report_id: int) -> None:
        self.selected = report_id

    def show_working(self, done: int, total: int) -> None:
        self.working, self.pdf = (done, total), None

    def show_pages(self, pdf: bytes, title: str) -> None:
        self.pdf, self.title = pdf, title

    def show_no_pages(self, text: str, *, again: bool) -> None:
        self.nothing, self.again, self.pdf = text, again, None

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = (text, tone)

    def confirm_issue(self, text: str) -> bool:
        self.asked.append(text)
        if self.on_ask is not None:
            self.on_ask()
        return self.agrees

    def ask_where(self, name: str) -> Path | None:
        self.proposed = name
        return self.save_to

    def print_pages(self, pdf: bytes, title: str) -> None:
        self.printed.append(title)


class Quiet:
    """A progress that nobody looks at."""

    def report(self, done: int, total: int, /) -> None:
        return

    def check(self) -> None:
        return


class Work:
    """Pages that are made when the test says so."""

    def __init__(self, job: Callable[[Progress], Made]) -> None:
        self.job = job
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Page:
    """The reports page, open."""

    def __init__(self, desk: Desk, contract_id: int | None = None) -> None:
        self.view = FakeReportsView()
        self.opened = Opened()
        self.works: list[Work] = []
        self.told: list[str] = []
        self.heads = 0
        self.presenter = ReportsPresenter(self.view, desk, self)
        self.presenter.open(contract_id)

    def finish(self) -> bytes:
        """Make the pages that were asked for last."""
        work = self.works[-1]
        made = work.job(Quiet())
        self.presenter.take_pages(work, made)
        return made.pdf

    def start_pages(self, job: Callable[[Progress], Made]) -> Work:
        self.works.append(Work(job))
        return self.works[-1]

    def open_page(self, key: str, argument: object) -> None:
        self.opened(key, argument)

    def done(self, done: Done, told: str) -> None:
        self.told.append(told)

    def head_changed(self) -> None:
        self.heads += 1
