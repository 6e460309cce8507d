"""Joins the table of efforts with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services import elsewhere
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.duplicates import Likely
from sroi_desktop.services.effort_lines import EffortLine, Reached
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.efforts.presenter import EffortsPresenter
from sroi_desktop.ui.efforts.view import EffortsPanel
from sroi_desktop.ui.elsewhere.dialog import show_elsewhere
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE, Changed.PARTIES})


class EffortsScreen(Screen):
    """The page with all efforts."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = EffortsPanel(self)
        self.presenter = EffortsPresenter(self.panel, bench.desk, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self.presenter.header()

    def open_at(self, argument: object) -> None:
        """Show the latest efforts at once, and all of them a moment later."""
        search = argument.search if isinstance(argument, pages.EffortsTarget) else ""
        self.presenter.open(search)
        self._rest.start()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        self.presenter.run_act(key)

    # -- what the presenter asks

    def work(self, job: Callable[[], Reached]) -> None:
        """Have the efforts that run today valued."""
        self._bench.runner.run(job, done=self._on_reached, failed=self._on_failed)

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        self._bench.open_page(key, argument)

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        self._bench.announce(done, self)
        self._bench.tell(told)

    def refused(self, why: str) -> None:
        """Tell the user why something cannot be done."""
        self._bench.tell(why, "warn")

    def look(self, job: Callable[[], tuple[Likely, ...]]) -> None:
        """Have duplicates looked for."""
        self._bench.runner.run(job, done=self._on_likely, failed=self._on_failed)

    def compare(self, effort_id: int, contract_id: int) -> None:
        """Show what an effort is worth elsewhere."""
        try:
            found = elsewhere.of_booked(self._bench.desk, effort_id, contract_id)
        except REFUSALS as error:
            self.refused(explain(error))
        else:
            show_elsewhere(found, self)

    # -- inside

    def _connect(self) -> None:
        panel, filters = self.panel, self.panel.filters
        self._rest.timeout.connect(self._on_rest)
        panel.line_opened.connect(self._on_line)
        panel.act_on_line.connect(self._on_act)
        panel.act_chosen.connect(self.run_act)
        panel.menu_wanted.connect(self._on_menu)
        panel.searched.connect(self.presenter.show_totals)
        filters.contract_chosen.connect(self._on_contract)
        filters.kind_chosen.connect(self._on_kind)
        filters.state_chosen.connect(self._on_state)
        filters.missing_chosen.connect(self._on_missing)
        filters.cleared.connect(self.presenter.clear_filter)
        panel.doubles.toggled.connect(self.presenter.doubles.toggle)
        panel.doubles.apart.connect(self.presenter.doubles.set_apart)
        self._bench.data_changed.connect(self._on_data)

    @Slot()
    def _on_rest(self) -> None:
        if self.presenter.load_more():
            self._rest.start()

    @Slot(object)
    def _on_reached(self, reached: Reached) -> None:
        self.presenter.show_reached(reached)

    @Slot(object)
    def _on_likely(self, found: tuple[Likely, ...]) -> None:
        self.presenter.doubles.show_found(found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Leave the totals as they are; the runner has logged the fault."""

    @Slot(object)
    def _on_line(self, line: EffortLine) -> None:
        self.presenter.open_line(line)

    @Slot(str, object)
    def _on_act(self, key: str, line: EffortLine) -> None:
        self.presenter.act_on(key, line)

    @Slot(object, object)
    def _on_menu(self, line: EffortLine, place: QPoint) -> None:
        self.panel.show_menu(self.presenter.menu(line), line, place)

    @Slot(object)
    def _on_contract(self, key: str | None) -> None:
        self.presenter.filter_contract(key)

    @Slot(object)
    def _on_kind(self, key: str | None) -> None:
        self.presenter.filter_kind(key)

    @Slot(object)
    def _on_state(self, key: str | None) -> None:
        self.presenter.filter_state(key)

    @Slot(bool)
    def _on_missing(self, only: bool) -> None:
        self.presenter.filter_missing(only=only)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], _initiator: object) -> None:
        if self.isVisible() and changed & _CONCERNS:
            self.presenter.reload()
            self.header_changed.emit()
            self._rest.start()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page with all efforts."""
    return EffortsScreen(bench, parent)
