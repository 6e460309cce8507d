"""The page of one contract as widgets: tabs, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contract import content
from sroi_desktop.ui.contract.list_tabs import EffortsTab, HistoryTab, ReportsTab
from sroi_desktop.ui.contract.page_tabs import DeadlinesTab, DetailsTab, EvidenceTab
from sroi_desktop.ui.contract.standing_tab import StandingTab
from sroi_desktop.ui.contract.turnover import TurnoverContent
from sroi_desktop.ui.contract.turnover_tab import TurnoverTab
from sroi_desktop.ui.kit.act_menu import ActMenu
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.dialogs import FileKind, Question, ask_save_file, confirm
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.opening import open_copy


class ContractPanel(QWidget):
    """The body of the page.

    Signals:
        act_chosen(str): key of an act, of the menu or of a tab.
        tab_chosen(str): key of the tab that the user went to.
        head_changed(): the head of the page has something else to say.
    """

    act_chosen = Signal(str)
    tab_chosen = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = TabBar(self)
        self.tabs.setObjectName("contract.tabs")
        self.tabs.setAccessibleName(_("Parts of the contract"))
        self._banner = Banner(parent=self)
        self._banner.hide()
        self._stack = QStackedWidget(self)
        self.standing = StandingTab(self)
        self.turnover = TurnoverTab(self)
        self.efforts = EffortsTab(self)
        self.evidence = EvidenceTab(self)
        self.reports = ReportsTab(self)
        self.deadlines = DeadlinesTab(self)
        self.details = DetailsTab(self)
        self.history = HistoryTab(self)
        for tab in (self.standing, self.turnover, self.efforts, self.reports, self.details):
            tab.act_chosen.connect(self.act_chosen)
        self._menu = ActMenu(self)
        self._menu.setObjectName("contract.menu")
        self._menu.act_chosen.connect(self.act_chosen)
        self._build()
        self.tabs.tab_chosen.connect(self.tab_chosen)

    def show_tabs(self, tabs: tuple[Choice, ...], current: str) -> None:
        """Show the tabs with their counts, and bring one to the front."""
        self.tabs.set_tabs(tabs)
        self.tabs.set_current_key(current)

    def show_standing(self, standing: content.StandingContent) -> None:
        """Show where the contract stands."""
        self.standing.show_content(standing)
        self._stack.setCurrentWidget(self.standing)

    def show_turnover(self, turnover: TurnoverContent) -> None:
        """Show what is owed on turnover, and the invoices."""
        self.turnover.show_content(turnover)
        self._stack.setCurrentWidget(self.turnover)

    def show_invoice(self, texts: tuple[str, str, str], *, is_change: bool) -> None:
        """Show an invoice in the fields."""
        self.turnover.show_invoice(texts, is_change=is_change)

    def show_invoice_field(self, field: str, reading: str | None, error: str | None) -> None:
        """Show how a field of the invoice was read, or what is wrong with it."""
        self.turnover.show_field(field, reading, error)

    def show_efforts(self, efforts: content.EffortsContent) -> None:
        """Show the efforts with their totals."""
        self.efforts.show_content(efforts)
        self._stack.setCurrentWidget(self.efforts)

    def show_evidence(self, evidence: content.EvidenceContent) -> None:
        """Show what is missing and what is on file."""
        self.evidence.show_content(evidence)
        self._stack.setCurrentWidget(self.evidence)

    def show_reports(self, reports: content.ReportsContent) -> None:
        """Show the issued reports."""
        self.reports.show_content(reports)
        self._stack.setCurrentWidget(self.reports)

    def show_deadlines(self, deadlines: content.DeadlinesContent) -> None:
        """Show what is due, and the days noted so far."""
        self.deadlines.show_content(deadlines)
        self._stack.setCurrentWidget(self.deadlines)

    def show_details(self, details: content.DetailsContent) -> None:
        """Show what was filled in."""
        self.details.show_content(details)
        self._stack.setCurrentWidget(self.details)

    def show_history(self, history: content.HistoryContent) -> None:
        """Show what was done."""
        self.history.show_content(history)
        self._stack.setCurrentWidget(self.history)

    def show_day(self, field: str, reading: str | None, error: str | None) -> None:
        """Show how a day was read, or what is wrong with it."""
        self.deadlines.show_day(field, reading, error)

    def focus_day(self, field: str) -> None:
        """Put the cursor in one of the days."""
        self.deadlines.focus_day(field)

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the tabs; an empty text takes it away."""
        self._banner.show_message(text, tone)

    def toggle_derivation(self) -> None:
        """Open or close how the obligation was computed."""
        self.standing.toggle_derivation()

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def show_menu(self, acts: tuple[Act, ...]) -> None:
        """Offer more acts beneath their button."""
        self._menu.set_acts(acts)
        button = self.window().findChild(QPushButton, "act.more")
        place = QCursor.pos()
        if button is not None:
            place = button.mapToGlobal(QPoint(0, button.height() + 4))
        self._menu.popup(place)

    def ask_where_to_save(self, name: str) -> Path | None:
        """Ask where to write a report."""
        kind = FileKind(_("PDF file"), ("pdf",))
        return ask_save_file(self, _("Save report"), Path.home() / name, kind)

    def open_copy(self, name: str, write: Callable[[Path], None]) -> None:
        """Have a copy written and opened in the program for PDFs."""
        if not open_copy(name, write):
            self.show_message(
                _("There is no program to show a PDF. Use “Save as” instead."), Tone.WARNING
            )

    def confirm_removal(self, title: str) -> bool:
        """Ask whether a contract may go."""
        return confirm(
            self,
            Question(
                _("Remove this contract?"),
                _("“{title}” goes from your administration. You can undo this.").format(
                    title=title
                ),
                _("Remove"),
                danger=True,
            ),
        )

    def _build(self) -> None:
        head = QWidget(self)
        across = QVBoxLayout(head)
        across.setContentsMargins(28, 0, 28, 8)
        across.setSpacing(10)
        across.addWidget(self.tabs)
        across.addWidget(self._banner)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(head)
        body.addWidget(self._stack, 1)
        for tab in (
            self.standing,
            self.turnover,
            self.efforts,
            self.evidence,
            self.reports,
            self.deadlines,
            self.details,
            self.history,
        ):
            self._stack.addWidget(tab)
