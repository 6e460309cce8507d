"""Joins the evidence page with its presenter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language.numbers import date_text
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.evidence.presenter import EvidencePresenter
from sroi_desktop.ui.evidence.rows import EvidenceRow
from sroi_desktop.ui.evidence.view import EvidencePanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE})


class EvidenceScreen(Screen):
    """The page with what is missing and what there is."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = EvidencePanel(self)
        self.presenter = EvidencePresenter(self.panel, bench.desk, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._on_rest)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self.presenter.header()

    def open_at(self, argument: object) -> None:
        """Show what is missing, of a contract or an effort where one is named."""
        self.panel.detail.lines.set_today(date_text(self._bench.desk.today))
        if isinstance(argument, pages.EvidenceTarget):
            self.presenter.open(argument.contract_id, argument.effort_id)
        else:
            self.presenter.open()
        self._rest.start()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        self.presenter.run_act(key)

    # -- what the presenter asks

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        self._bench.open_page(key, argument)

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        self._bench.announce(done, self)
        self._bench.tell(told)

    # -- inside

    def _connect(self) -> None:
        found, detail, presenter = self.panel.list, self.panel.detail, self.presenter
        found.everything_chosen.connect(self._on_everything)
        found.contract_chosen.connect(self._on_contract)
        found.row_chosen.connect(self._on_row)
        found.files_dropped.connect(self._on_dropped)
        found.act_chosen.connect(self.run_act)
        detail.answered.connect(presenter.prove)
        detail.refused.connect(presenter.forget)
        detail.open_asked.connect(presenter.open_piece)
        detail.removal_asked.connect(presenter.remove_piece)
        detail.lines.file_given.connect(presenter.give_file)
        detail.lines.seen.connect(presenter.see)
        self._bench.data_changed.connect(self._on_data)

    @Slot(bool)
    def _on_everything(self, everything: bool) -> None:
        self.presenter.show_everything(everything=everything)
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        if self.presenter.load_more():
            self._rest.start()

    @Slot(object)
    def _on_contract(self, key: str | None) -> None:
        self.presenter.filter_contract(key)

    @Slot(object)
    def _on_row(self, row: EvidenceRow | None) -> None:
        self.presenter.choose(row)

    @Slot(object, object)
    def _on_dropped(self, row: EvidenceRow, paths: tuple[Path, ...]) -> None:
        self.presenter.drop(row, paths)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], initiator: object) -> None:
        if initiator is not self and self.isVisible() and changed & _CONCERNS:
            self.presenter.reload()
            self._rest.start()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page with what is missing and what there is."""
    return EvidenceScreen(bench, parent)
