"""What the parts of the reports page show, and what the presenter may ask of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sroi_desktop.services.changes import Done
from sroi_desktop.services.reports import Issued, Made, Progress
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.palette import Tone


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One point to look at before a report goes out; `act` goes there, "" is none."""

    key: str
    text: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is asked for, as typed and chosen."""

    contract: str | None = None
    starts: str = ""
    ends: str = ""
    variant: str = "anonymous"


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What is said of the report that is about to be made.

    What leaves the computer is counted in what is drawn up: until then `contains` says so.
    """

    checks: tuple[CheckRow, ...]
    contains: str
    number: str


class Handle(Protocol):
    """Work that is under way."""

    def cancel(self) -> None:
        """Ask it to stop."""
        ...


class ReportsView(Protocol):
    """What the presenter asks of the screen."""

    def show_contracts(self, contracts: tuple[Choice, ...]) -> None:
        """Offer the contracts to report on; none shows what to do first."""
        ...

    def show_wanted(self, wanted: Wanted) -> None:
        """Show which report is asked for."""
        ...

    def show_dates(self, wrong: dict[str, str], read: dict[str, str]) -> None:
        """Show how the days were read, and what is the matter with them."""
        ...

    def show_draft(self, content: DraftContent | None) -> None:
        """Show what is not complete and what the report will hold."""
        ...

    def show_contains(self, text: str) -> None:
        """Show what leaves the computer, once the report is drawn up."""
        ...

    def show_issued(self, reports: tuple[Issued, ...]) -> None:
        """Show what was issued."""
        ...

    def show_tab(self, key: str) -> None:
        """Show the new report, or those that were issued."""
        ...

    def select_issued(self, report_id: int) -> None:
        """Select an issued report."""
        ...

    def show_working(self, done: int, total: int) -> None:
        """Show how far the pages are."""
        ...

    def show_pages(self, pdf: bytes, title: str) -> None:
        """Show the pages of a report."""
        ...

    def show_no_pages(self, text: str, *, again: bool) -> None:
        """Say why there are no pages; `again` offers to make them."""
        ...

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message above the questions; "" takes it away."""
        ...

    def confirm_issue(self, text: str) -> bool:
        """Ask whether to issue, with what leaves the computer in words."""
        ...

    def ask_where(self, name: str) -> Path | None:
        """Ask where to write a copy."""
        ...

    def print_pages(self, pdf: bytes, title: str) -> None:
        """Print the pages of a report."""
        ...


class Host(Protocol):
    """What the presenter asks of the rest of the program."""

    def start_pages(self, job: Callable[[Progress], Made]) -> Handle:
        """Have pages made, and hand them or the failure to the presenter."""
        ...

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        ...

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        ...

    def head_changed(self) -> None:
        """Other acts are possible now."""
        ...
