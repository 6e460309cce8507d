"""Joins the list of contracts with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.changes import Changed
from sroi_desktop.ui.contracts.presenter import ContractsPresenter
from sroi_desktop.ui.contracts.view import ContractsPanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE})


class ContractsScreen(Screen):
    """The page with all contracts."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = ContractsPanel(self)
        self._presenter = ContractsPresenter(self._panel, bench.desk, bench.open_page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._panel.filter_chosen.connect(self._on_filter)
        self._panel.search_changed.connect(self._on_search)
        self._panel.contract_opened.connect(self._on_contract)
        self._panel.act_chosen.connect(self.run_act)
        bench.data_changed.connect(self._on_data)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Load the contracts as they are now."""
        self._presenter.load()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the head or of the empty list."""
        self._presenter.run_act(key)

    @Slot(str)
    def _on_filter(self, key: str) -> None:
        self._presenter.choose_filter(key)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._presenter.search(text)

    @Slot(int)
    def _on_contract(self, contract_id: int) -> None:
        self._presenter.open_contract(contract_id)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], _initiator: object) -> None:
        if self.isVisible() and changed & _CONCERNS:
            self._presenter.load()
            self.header_changed.emit()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page with all contracts."""
    return ContractsScreen(bench, parent)
