"""Joins the page of a contract with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.days import CONTACT, SENT
from sroi_desktop.ui.contract.presenter import ContractPresenter
from sroi_desktop.ui.contract.rows import ReportRow
from sroi_desktop.ui.contract.view import ContractPanel
from sroi_desktop.ui.elsewhere.dialog import show_elsewhere
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE, Changed.REPORTS})
_DAYS = {"contact": CONTACT, "plan": SENT}


class ContractScreen(Screen):
    """The page of one contract."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._panel = ContractPanel(self)
        self._presenter = ContractPresenter(
            self._panel, bench.desk, bench.open_page, self._announce
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Show the contract that `argument` names; without one, the same as before."""
        if not isinstance(argument, pages.ContractTarget):
            self._presenter.load()
            return
        day = _DAYS.get(argument.field or "")
        if day is not None:
            argument = pages.ContractTarget(argument.contract_id, "deadlines")
        elif argument.field is not None:
            self._bench.open_page(pages.NEW_CONTRACT, argument)
            return
        self._presenter.open_at(argument)
        if day is not None:
            self._panel.focus_day(day)

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the head, of the menu or of a tab."""
        self._presenter.run_act(key)

    def go_to_crumb(self, key: str) -> None:
        """Go back to the list."""
        self._bench.open_page(key)

    def _connect(self) -> None:
        panel = self._panel
        panel.act_chosen.connect(self.run_act)
        panel.tab_chosen.connect(self._on_tab)
        panel.head_changed.connect(self.header_changed)
        panel.standing.effort_opened.connect(self._on_effort)
        panel.efforts.effort_opened.connect(self._on_effort)
        panel.turnover.field_typed.connect(self._on_invoice_typed)
        panel.turnover.field_left.connect(self._on_invoice_left)
        panel.turnover.invoice_chosen.connect(self._on_invoice)
        panel.turnover.keep_asked.connect(self._on_keep_invoice)
        panel.turnover.cancel_asked.connect(self._on_leave_invoice)
        panel.turnover.remove_asked.connect(self._on_remove_invoice)
        panel.efforts.divide_wanted.connect(self._on_divide)
        panel.efforts.elsewhere_wanted.connect(self._on_elsewhere)
        panel.evidence.evidence_wanted.connect(self._on_evidence)
        panel.reports.open_asked.connect(self._on_open_report)
        panel.reports.save_asked.connect(self._on_save_report)
        panel.deadlines.day_typed.connect(self._on_day_typed)
        panel.deadlines.day_left.connect(self._on_day_left)
        panel.deadlines.keep_asked.connect(self._on_keep_days)
        self._bench.data_changed.connect(self._on_data)

    def _announce(self, done: Done) -> None:
        self._bench.announce(done, self)

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self._presenter.choose_tab(key)

    @Slot(int)
    def _on_effort(self, effort_id: int) -> None:
        self._presenter.open_effort(effort_id)

    @Slot(str, str)
    def _on_invoice_typed(self, field: str, text: str) -> None:
        self._presenter.invoices.type(field, text)

    @Slot(str)
    def _on_invoice_left(self, field: str) -> None:
        self._presenter.invoices.leave(field)

    @Slot(int)
    def _on_invoice(self, invoice_id: int) -> None:
        self._presenter.invoices.choose(invoice_id)

    @Slot()
    def _on_keep_invoice(self) -> None:
        self._presenter.invoices.keep()

    @Slot()
    def _on_leave_invoice(self) -> None:
        self._presenter.invoices.leave_alone()

    @Slot()
    def _on_remove_invoice(self) -> None:
        self._presenter.invoices.remove()

    @Slot(int)
    def _on_divide(self, effort_id: int) -> None:
        self._presenter.divide(effort_id)

    @Slot(int)
    def _on_elsewhere(self, effort_id: int) -> None:
        show_elsewhere(self._presenter.compared(effort_id), self)

    @Slot(object)
    def _on_evidence(self, effort_id: int | None) -> None:
        self._presenter.open_evidence(effort_id)

    @Slot(object)
    def _on_open_report(self, row: ReportRow) -> None:
        self._presenter.reports.open(row)

    @Slot(object)
    def _on_save_report(self, row: ReportRow) -> None:
        self._presenter.reports.save(row)

    @Slot(str, str)
    def _on_day_typed(self, field: str, text: str) -> None:
        self._presenter.days.type_day(field, text)

    @Slot(str)
    def _on_day_left(self, field: str) -> None:
        self._presenter.days.leave_day(field)

    @Slot()
    def _on_keep_days(self) -> None:
        self._presenter.days.keep()

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], _initiator: object) -> None:
        if self.isVisible() and changed & _CONCERNS:
            self._presenter.load()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page of one contract."""
    return ContractScreen(bench, parent)
