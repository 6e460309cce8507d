"""Joins the welcome window with its presenter."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services.starting import Entrance, Library, Store
from sroi_desktop.system.clock import Clock
from sroi_desktop.system.settings import Settings
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tasks import TaskRunner
from sroi_desktop.ui.welcome.presenter import WelcomePresenter
from sroi_desktop.ui.welcome.view import WelcomePanel


class _Copies:
    """Where copies of backups lie that one only looks at: until the program ends."""

    folder: TemporaryDirectory[str] | None = None


class WelcomeWindow(QWidget):
    """The window before an administration is open.

    Signals:
        opened(Store): an administration is open; the window may be closed.
        closed(): the user closed the window.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWindowTitle("SROI Desktop")
        self._runner = TaskRunner(self)
        self._panel = WelcomePanel(self)
        self._presenter = WelcomePresenter(
            self._panel, entrance, self._on_store, self._runner.run, _copies()
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._connect()
        self.resize(1000, 760)
        self._presenter.load()

    def show_message(self, text: str, tone: Tone = Tone.WARNING) -> None:
        """Say something above the choices, such as why the last file did not open."""
        self._panel.show_message(text, tone)

    def refuse(self, path: Path, error: Exception) -> None:
        """Say why a file did not open, with a way out; `error` is one of `REFUSALS`."""
        self._presenter.refuse(path, error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is being written, and tell that the window is gone."""
        self._runner.close()
        super().closeEvent(event)
        self.closed.emit()

    def _connect(self) -> None:
        panel, presenter = self._panel, self._presenter
        panel.act_chosen.connect(presenter.run_act)
        panel.start.recent_chosen.connect(presenter.open_recent)
        panel.questions.changed.connect(presenter.change)
        panel.questions.left.connect(presenter.finish)
        panel.questions.begin_asked.connect(self._on_begin)
        panel.questions.back_asked.connect(presenter.load)
        panel.backups.chosen.connect(presenter.choose_backup)
        panel.backups.other_asked.connect(presenter.choose_other_backup)
        panel.backups.put_back_asked.connect(presenter.put_back)
        panel.backups.view_asked.connect(presenter.view_backup)
        panel.backups.back_asked.connect(presenter.load)

    def _on_store(self, store: Store) -> None:
        self.opened.emit(store)

    @Slot()
    def _on_begin(self) -> None:
        self._presenter.begin(self._panel.questions.texts())


def make_welcome(
    library: Library, clock: Clock, settings: Settings, parent: QWidget | None = None
) -> WelcomeWindow:
    """Return the welcome window."""
    return WelcomeWindow(Entrance(library, clock, settings), parent)


def _copies() -> Path:
    if _Copies.folder is None:
        _Copies.folder = TemporaryDirectory(prefix="sroi-", ignore_cleanup_errors=True)
    return Path(_Copies.folder.name)
