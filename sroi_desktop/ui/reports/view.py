"""The reports page as widgets: questions or issued reports at the left, the pages at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.services.reports import Issued
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.dialogs import FileKind, Question, ask_save_file, confirm
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.reports.content import DraftContent, Wanted
from sroi_desktop.ui.reports.forms import NewReport
from sroi_desktop.ui.reports.issued import IssuedReports
from sroi_desktop.ui.reports.presenter import ADD_CONTRACT, ISSUED, NEW
from sroi_desktop.ui.reports.preview import Preview
from sroi_desktop.ui.reports.printing import PrintJob, ask_printer
from sroi_desktop.ui.split import Split


class ReportsPanel(QWidget):
    """The body of the page.

    Signals:
        tab_chosen(str): the new report, or those that were issued.
        act_chosen(str): key of an act of the page.
    """

    tab_chosen = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: PrintJob | None = None
        self._tabs = TabBar(self)
        self._tabs.setObjectName("reports.tabs")
        self._tabs.setAccessibleName(_("New or issued"))
        self._message = Banner("", Tone.INFO, parent=self)
        self._message.setObjectName("reports.message")
        self._message.hide()
        self.new, self.issued = NewReport(self), IssuedReports(self)
        self.preview = Preview(self)
        self._left = QStackedWidget(self)
        self._left.addWidget(self.new)
        self._left.addWidget(self.issued)
        left = QWidget(self)
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        for item in (self._tabs, self._message):
            lines.addWidget(item)
        lines.addWidget(self._left, 1)
        self._both = Split(left, self.preview, shares=(4, 5), narrow=40, parent=self)
        self._empty = EmptyState(
            "printer",
            _("Your reports will be here"),
            _("A report is about a contract: add one first."),
            act=Act(ADD_CONTRACT, _("New contract"), "plus", kind="primary"),
            parent=self,
        )
        self._empty.act_chosen.connect(self.act_chosen)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 4, 28, 12)
        body.addWidget(self._both, 1)
        body.addWidget(self._empty, 1)
        self._tabs.tab_chosen.connect(self.tab_chosen)
        self._set_tabs(0)

    # -- what the presenter asks

    def show_contracts(self, contracts: tuple[Choice, ...]) -> None:
        """Offer the contracts to report on."""
        self._both.setVisible(bool(contracts))
        self._empty.setVisible(not contracts)
        self.new.set_contracts(contracts)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show which report is asked for."""
        self.new.set_wanted(wanted)

    def show_dates(self, wrong: dict[str, str], read: dict[str, str]) -> None:
        """Show how the days were read, and what is the matter with them."""
        self.new.set_dates(wrong, read)

    def show_draft(self, content: DraftContent | None) -> None:
        """Show what is not complete and what the report will hold."""
        self.new.set_draft(content)

    def show_contains(self, text: str) -> None:
        """Show what leaves the computer, once the report is drawn up."""
        self.new.set_contains(text)

    def show_issued(self, reports: tuple[Issued, ...]) -> None:
        """Show what was issued."""
        self.issued.table.set_rows(reports)
        self._set_tabs(len(reports))

    def show_tab(self, key: str) -> None:
        """Show the new report, or those that were issued."""
        self._tabs.set_current_key(key)
        self._left.setCurrentWidget(self.new if key == NEW else self.issued)

    def select_issued(self, report_id: int) -> None:
        """Select an issued report."""
        chosen = self.issued.table.selected_rows()
        if [one.id for one in chosen] != [report_id]:
            self.issued.table.select_keys([report_id])

    def show_working(self, done: int, total: int) -> None:
        """Show how far the pages are."""
        self.preview.show_working(done, total)

    def show_pages(self, pdf: bytes, title: str) -> None:
        """Show the pages of a report."""
        self.preview.show_pages(pdf, title)

    def show_no_pages(self, text: str, *, again: bool) -> None:
        """Say why there are no pages."""
        self.preview.show_nothing(text, again=again)

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message above the questions."""
        self._message.show_message(text, tone)

    def confirm_issue(self, text: str) -> bool:
        """Ask whether to issue."""
        question = Question(_("Issue this report?"), text, _("Issue"), _("Not yet"))
        return confirm(self, question)

    def ask_where(self, name: str) -> Path | None:
        """Ask where to write a copy."""
        kind = FileKind(_("PDF document"), ("pdf",))
        return ask_save_file(self, _("Save the report"), Path.home() / name, kind)

    def print_pages(self, pdf: bytes, title: str) -> None:
        """Print the pages of a report, which are those on the screen."""
        self.preview.show_pages(pdf, title)
        if self._job is not None or self.preview.document.status() != QPdfDocument.Status.Ready:
            return
        printer = ask_printer(self, title)
        if printer is None:
            return
        self._job = PrintJob(self.preview.document, printer, self)
        self._job.finished.connect(self._on_printed)
        self._job.start()

    # -- inside

    def _set_tabs(self, issued: int) -> None:
        self._tabs.set_tabs(
            (
                Choice(NEW, _("New report")),
                Choice(ISSUED, _("Issued"), str(issued) if issued else ""),
            )
        )

    @Slot(bool)
    def _on_printed(self, whole: bool) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if whole:
            self.show_message(_("The report went to the printer."), Tone.GOOD)
        else:
            self.show_message(_("Printing was broken off. Is the printer on?"), Tone.WARNING)
