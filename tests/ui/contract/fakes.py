"""A view of a contract that remembers what it was told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sroi_desktop.ui.contract import content
from sroi_desktop.ui.contract.turnover import TurnoverContent
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone


class FakeContractView:
    def __init__(self) -> None:
        self.tabs: tuple[Choice, ...] = ()
        self.current = ""
        self.standing: content.StandingContent | None = None
        self.efforts: content.EffortsContent | None = None
        self.turnover: TurnoverContent | None = None
        self.invoice = ("", "", "")
        self.is_change = False
        self.invoice_fields: dict[str, tuple[str | None, str | None]] = {}
        self.evidence: content.EvidenceContent | None = None
        self.reports: content.ReportsContent | None = None
        self.deadlines: content.DeadlinesContent | None = None
        self.details: content.DetailsContent | None = None
        self.history: content.HistoryContent | None = None
        self.days: dict[str, tuple[str | None, str | None]] = {}
        self.message = ("", Tone.INFO)
        self.menu: tuple[Act, ...] = ()
        self.toggled = 0
        self.heads = 0
        self.agrees = True
        self.asked_about = ""
        self.save_to: Path | None = None
        self.copies: Path | None = None

    def show_tabs(self, tabs: tuple[Choice, ...], current: str) -> None:
        self.tabs, self.current = tabs, current

    def show_standing(self, standing: content.StandingContent) -> None:
        self.standing = standing

    def show_turnover(self, turnover: TurnoverContent) -> None:
        self.turnover = turnover

    def show_invoice(self, texts: tuple[str, str, str], *, is_change: bool) -> None:
        self.invoice, self.is_change = texts, is_change
        self.invoice_fields.clear()

    def show_invoice_field(self, field: str, reading: str | None, error: str | None) -> None:
        self.invoice_fields[field] = (reading, error)

    def show_efforts(self, efforts: content.EffortsContent) -> None:
        self.efforts = efforts

    def show_evidence(self, evidence: content.EvidenceContent) -> None:
        self.evidence = evidence

    def show_reports(self, reports: content.ReportsContent) -> None:
        self.reports = reports

    def show_deadlines(self, deadlines: content.DeadlinesContent) -> None:
        self.deadlines = deadlines

    def show_details(self, details: content.DetailsContent) -> None:
        self.details = details

    def show_history(self, history: content.HistoryContent) -> None:
        self.history = history

    def show_day(self, field: str, reading: str | None, error: str | None) -> None:
        self.days[field] = (reading, error)

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = (text, tone)

    def toggle_derivation(self) -> None:
        self.toggled += 1

    def show_head(self) -> None:
        self.heads += 1

    def show_menu(self, acts: tuple[Act, ...]) -> None:
        self.menu = acts

    def ask_where_to_save(self, name: str) -> Path | None:
        self.asked_about = name
        return self.save_to

    def open_copy(self, name: str, write: Callable[[Path], None]) -> None:
        self.asked_about = name
        if self.copies is not None:
            write(self.copies / name)

    def confirm_removal(self, title: str) -> bool:
        self.asked_about = title
        return self.agrees
