"""Reads what each tab of a contract shows, only when the tab is looked at. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sroi_desktop.domain.rules import NotePlace
from sroi_desktop.language import _, ngettext, pgettext
from sroi_desktop.services import contracts, deadlines, dossiers, editions, progress
from sroi_desktop.ui.contract import content, rows
from sroi_desktop.ui.contract.details import details_of
from sroi_desktop.ui.contract.standing import standing_of, totals_of
from sroi_desktop.ui.contract.turnover import TURNOVER, TurnoverView, is_asked
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.obligations import note_lines

if TYPE_CHECKING:
    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.contract.noting import DayNoter
    from sroi_desktop.ui.contract.turnover import InvoiceKeeper

MOST_MISSING = 20
TABS = ("standing", "turnover", "efforts", "evidence", "reports", "deadlines", "details", "history")


class TabsView(TurnoverView, Protocol):
    """What filling the tabs asks of the screen."""

    def show_standing(self, standing: content.StandingContent) -> None:
        """Show where the contract stands."""

    def show_efforts(self, efforts: content.EffortsContent) -> None:
        """Show the efforts with their totals."""

    def show_evidence(self, evidence: content.EvidenceContent) -> None:
        """Show what is missing and what is on file."""

    def show_reports(self, reports: content.ReportsContent) -> None:
        """Show the issued reports."""

    def show_deadlines(self, deadlines: content.DeadlinesContent) -> None:
        """Show what is due, and the days noted so far."""

    def show_details(self, details: content.DetailsContent) -> None:
        """Show what was filled in."""

    def show_history(self, history: content.HistoryContent) -> None:
        """Show what was done."""


class TabFiller:
    """Fills one tab at a time."""

    def __init__(self, view: TabsView, desk: Desk, noter: DayNoter, billed: InvoiceKeeper) -> None:
        self._view = view
        self._desk = desk
        self._noter = noter
        self._billed = billed
        self._fill = {
            "standing": self._standing,
            TURNOVER: self._turnover,
            "efforts": self._efforts,
            "evidence": self._evidence,
            "reports": self._reports,
            "deadlines": self._deadlines,
            "details": self._details,
            "history": self._history,
        }

    def fill(
        self, tab: str, contract_id: int, position: Position, steps: tuple[NextStep, ...]
    ) -> None:
        """Show what belongs on a tab."""
        self._fill[tab](contract_id, position, steps)

    def tabs(self, contract_id: int, position: Position) -> tuple[Choice, ...]:
        """Return the tabs with their counts."""
        count, lacking = position.efforts, position.unproven_count
        issued = len(dossiers.reports_of(self._desk, contract_id))
        open_text = ngettext("{count} open", "{count} open", lacking).format(count=lacking)
        names = {
            "standing": (_("Standing"), ""),
            TURNOVER: (_("Turnover"), ""),
            "efforts": (_("Efforts"), str(count) if count else ""),
            "evidence": (pgettext("page", "Evidence"), open_text if lacking else ""),
            "reports": (_("Reports"), str(issued) if issued else ""),
            "deadlines": (_("Deadlines"), ""),
            "details": (_("Details"), ""),
            "history": (_("History"), ""),
        }
        return tuple(
            Choice(key, *names[key]) for key in TABS if key != TURNOVER or is_asked(position)
        )

    def _standing(self, contract_id: int, position: Position, steps: tuple[NextStep, ...]) -> None:
        self._view.show_standing(
            standing_of(
                position,
                contracts.obligation_of(self._desk, contract_id),
                curve=progress.curve(self._desk, contract_id, self._desk.today),
                steps=steps,
                bookings=dossiers.bookings_of(self._desk, contract_id),
                today=self._desk.today,
                places=dossiers.clause_places(self._desk, contract_id),
            )
        )

    def _turnover(self, contract_id: int, _position: object, _steps: object) -> None:
        self._view.show_turnover(self._billed.load(contract_id))

    def _efforts(self, contract_id: int, position: Position, _steps: object) -> None:
        booked = dossiers.bookings_of(self._desk, contract_id)
        shown = tuple(rows.effort_row(booking) for booking in booked)
        beyond = rows.beyond_text(booked)
        self._view.show_efforts(content.EffortsContent(shown, totals_of(position), beyond))

    def _evidence(self, contract_id: int, position: Position, _steps: object) -> None:
        missing = rows.missing_rows(dossiers.bookings_of(self._desk, contract_id))
        hidden = max(0, len(missing) - MOST_MISSING)
        more = ngettext("and {count} more", "and {count} more", hidden).format(count=hidden)
        held = tuple(rows.held_row(one) for one in dossiers.held_of(self._desk, contract_id))
        self._view.show_evidence(
            content.EvidenceContent(
                missing[:MOST_MISSING],
                more if hidden else "",
                held,
                _notes(position, NotePlace.EVIDENCE),
            )
        )

    def _reports(self, contract_id: int, _position: object, _steps: object) -> None:
        issued = dossiers.reports_of(self._desk, contract_id)
        self._view.show_reports(
            content.ReportsContent(tuple(rows.report_row(report) for report in issued))
        )

    def _deadlines(self, contract_id: int, position: Position, _steps: object) -> None:
        lines = deadlines.of_contract(self._desk, contract_id)
        shown = tuple(rows.deadline_row(number, line) for number, line in enumerate(lines))
        texts = self._noter.load(position.contract)
        notes = _notes(position, NotePlace.DEADLINES)
        self._view.show_deadlines(content.DeadlinesContent(shown, *texts, notes=notes))

    def _details(self, contract_id: int, position: Position, _steps: object) -> None:
        newer = editions.newest(self._desk, position.rules)
        was_read = bool(dossiers.clauses_of(self._desk, contract_id))
        self._view.show_details(
            details_of(position.contract, position.rules, newer, was_read=was_read)
        )

    def _history(self, contract_id: int, _position: object, _steps: object) -> None:
        events = dossiers.history_of(self._desk, contract_id)
        self._view.show_history(
            content.HistoryContent(tuple(rows.event_row(event, None) for event in events))
        )


def _notes(position: Position, place: NotePlace) -> str:
    return "\n".join(note_lines(position.rules.notes_on(place)))
