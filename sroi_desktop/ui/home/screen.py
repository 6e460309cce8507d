"""Joins the overview with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.changes import Changed
from sroi_desktop.ui.home.presenter import HomePresenter
from sroi_desktop.ui.home.view import HomePanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class HomeScreen(Screen):
    """The first page: what to do and where everything stands."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = HomePanel(self)
        self._presenter = HomePresenter(self._panel, bench.desk, bench.open_page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._panel.act_chosen.connect(self.run_act)
        self._panel.contract_chosen.connect(self._on_contract)
        bench.data_changed.connect(self._on_data)
        bench.caught_up.connect(self._on_caught_up)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Load everything as it is now."""
        self._presenter.load()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        self._presenter.run_act(key)

    @Slot(int)
    def _on_contract(self, contract_id: int) -> None:
        self._presenter.open_contract(contract_id)

    @Slot(object, object)
    def _on_data(self, _changed: frozenset[Changed], _initiator: object) -> None:
        if self.isVisible():
            self._presenter.load()
            self.header_changed.emit()

    @Slot()
    def _on_caught_up(self) -> None:
        if self.isVisible():
            self._presenter.load_rest()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the overview."""
    return HomeScreen(bench, parent)
