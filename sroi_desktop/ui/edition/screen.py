"""The page of another edition in the frame: its presenter, its work elsewhere, its news."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.editions import Effect
from sroi_desktop.ui import pages
from sroi_desktop.ui.edition.presenter import EditionPresenter
from sroi_desktop.ui.edition.view import EditionPanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.kit.tasks import Progress, TaskRunner
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench

_CONCERNS = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE, Changed.PARTIES})


class Reckoning(QObject):
    """One effect being found out: one of these for each, so that none is mistaken.

    Signals:
        ready(object, object): this, and the effect.
        failed(object): this.
    """

    ready = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, runner: TaskRunner, job: Callable[[Progress], Effect], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = runner.run_with_progress(job, done=self._on_done, failed=self._on_failed)

    def cancel(self) -> None:
        """Stop as soon as possible."""
        self._work.cancel()

    def _on_done(self, effect: Effect) -> None:
        self.ready.emit(self, effect)
        self.deleteLater()

    def _on_failed(self, _error: Exception) -> None:
        self.failed.emit(self)
        self.deleteLater()


class EditionScreen(Screen):
    """The page on which one sees what another edition would mean."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.panel = EditionPanel(self)
        self.presenter = EditionPresenter(self.panel, bench.desk, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self.presenter.header()

    def open_at(self, argument: object) -> None:
        """Show the edition that `argument` names; without one, one can be chosen."""
        target = argument if isinstance(argument, pages.EditionTarget) else pages.EditionTarget()
        self.presenter.open_at(target)

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the head."""
        self.presenter.run_act(key)

    def go_to_crumb(self, key: str) -> None:
        """Go back to where this was opened from."""
        self.presenter.go_to_crumb(key)

    def may_leave(self) -> bool:
        """Stop working out what nobody looks at."""
        self.presenter.work.cancel()
        return True

    # -- what the presenter asks

    def work(self, job: Callable[[Progress], Effect]) -> Reckoning:
        """Have an effect found out on another thread."""
        reckoning = Reckoning(self._bench.runner, job, self)
        reckoning.ready.connect(self._on_ready)
        reckoning.failed.connect(self._on_failed)
        return reckoning

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        self._bench.open_page(key, argument)

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        self._bench.announce(done, self)
        self._bench.tell(told)

    def head_changed(self) -> None:
        """Show the head of the page again."""
        self.header_changed.emit()

    # -- inside

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.edition_chosen.connect(presenter.choose_edition)
        panel.contract_chosen.connect(presenter.choose_contract)
        panel.effort_chosen.connect(presenter.choose_effort)
        panel.answered.connect(presenter.answer)
        panel.stop_asked.connect(presenter.work.cancel)
        panel.go_on_asked.connect(presenter.go_on)
        panel.move_asked.connect(presenter.ask)
        panel.switch_wanted.connect(presenter.switch)
        self._bench.data_changed.connect(self._on_data)

    @Slot(object, object)
    def _on_ready(self, reckoning: Reckoning, effect: Effect) -> None:
        self.presenter.work.take(reckoning, effect)

    @Slot(object)
    def _on_failed(self, reckoning: Reckoning) -> None:
        self.presenter.work.fail(reckoning)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], initiator: object) -> None:
        if initiator is not self and self.isVisible() and changed & _CONCERNS:
            self.presenter.load()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page of another edition."""
    return EditionScreen(bench, parent)
