"""Joins the reports page with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.reports import Issued, Made, Progress
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.kit.tasks import TaskCancelledError, TaskRunner
from sroi_desktop.ui.reports.presenter import ReportsPresenter
from sroi_desktop.ui.reports.view import ReportsPanel
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset(Changed)


# Seconds in which the page is drawn; a period that is typed day by day makes pages once.
PAUSE = 0.05


class Rendering(QObject):
    """Pages being made on another thread: one of these for each time, so that none is mistaken.

    Signals:
        ready(object, object): this, and the `Made` report.
        failed(object, bool): this, and whether it was stopped on purpose.
        progressed(int, int): parts done and in total.
    """

    ready = Signal(object, object)
    failed = Signal(object, bool)
    progressed = Signal(int, int)

    def __init__(
        self, runner: TaskRunner, job: Callable[[Progress], Made], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = runner.run_with_progress(
            job,
            done=self._on_done,
            failed=self._on_failed,
            progress=self._on_progress,
            pause=PAUSE,
        )

    def cancel(self) -> None:
        """Stop as soon as possible."""
        self._work.cancel()

    def _on_done(self, made: Made) -> None:
        self.ready.emit(self, made)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(self, isinstance(error, TaskCancelledError))
        self.deleteLater()

    def _on_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)


class ReportsScreen(Screen):
    """The page on which reports are made and found again."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = ReportsPanel(self)
        self.presenter = ReportsPresenter(self.panel, bench.desk, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self.presenter.header()

    def open_at(self, argument: object) -> None:
        """Propose the report that is due, of a contract where one is named."""
        if isinstance(argument, pages.ReportTarget):
            self.presenter.open(argument.contract_id)
        else:
            self.presenter.open()

    def may_leave(self) -> bool:
        """Stop making pages that nobody looks at."""
        self.presenter.cancel()
        return True

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        self.presenter.run_act(key)

    # -- what the presenter asks

    def start_pages(self, job: Callable[[Progress], Made]) -> Rendering:
        """Have a report drawn up and its pages made on another thread."""
        rendering = Rendering(self._bench.runner, job, self)
        rendering.ready.connect(self._on_ready)
        rendering.failed.connect(self._on_failed)
        rendering.progressed.connect(self._on_progressed)
        return rendering

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        self._bench.open_page(key, argument)

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        self._bench.announce(done, self)
        self._bench.tell(told)

    def head_changed(self) -> None:
        """Show which acts are possible now."""
        self.header_changed.emit()

    # -- inside

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.tab_chosen.connect(presenter.choose_tab)
        panel.act_chosen.connect(self.run_act)
        panel.new.contract_chosen.connect(presenter.choose_contract)
        panel.new.variant_chosen.connect(presenter.choose_variant)
        panel.new.dates_typed.connect(presenter.type_dates)
        panel.new.dates_finished.connect(presenter.finish_dates)
        panel.new.check_chosen.connect(presenter.go_to)
        panel.issued.chosen.connect(self._on_issued)
        panel.preview.stop_asked.connect(presenter.cancel)
        panel.preview.again_asked.connect(presenter.make_pages)
        self._bench.data_changed.connect(self._on_data)

    @Slot(object, object)
    def _on_ready(self, rendering: Rendering, made: Made) -> None:
        self.presenter.take_pages(rendering, made)

    @Slot(object, bool)
    def _on_failed(self, rendering: Rendering, cancelled: bool) -> None:
        self.presenter.fail(rendering, cancelled=cancelled)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self.presenter.show_progress(done, total)

    @Slot(object)
    def _on_issued(self, report: Issued | None) -> None:
        self.presenter.choose_issued(report)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], initiator: object) -> None:
        if initiator is not self and self.isVisible() and changed & _CONCERNS:
            self.presenter.reload()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page on which reports are made and found again."""
    return ReportsScreen(bench, parent)
