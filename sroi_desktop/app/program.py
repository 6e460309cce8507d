"""The running program: settings, look and language, and which window is open."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Slot

from sroi_desktop import language
from sroi_desktop.app.session import Session
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import administrations
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.system import paths, settings
from sroi_desktop.system.clock import SystemClock
from sroi_desktop.ui.kit import dialogs
from sroi_desktop.ui.kit.tasks import TaskRunner
from sroi_desktop.ui.kit.theme import Appearance, Theme
from sroi_desktop.ui.kit.translators import install_translators

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock
    from sroi_desktop.system.settings import Settings

_log = logging.getLogger(__name__)
SIZES_FILE = "window.ini"


class Program(QObject):
    """Everything that lives as long as the program does."""

    def __init__(self, app: QApplication, clock: Clock | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.clock: Clock = SystemClock() if clock is None else clock
        self.settings = settings.load(paths.settings_file())
        language.activate(self.settings.language)
        install_translators(app, self.settings.language)
        self.theme = Theme(app)
        self._apply_look()
        self.library = load_library()
        self.runner = TaskRunner(self)
        self.session: Session | None = None
        self.welcome: QWidget | None = None
        app.aboutToQuit.connect(self._on_quit)

    def start(self, path: Path | None) -> None:
        """Open a file, the one of last time, or the welcome window."""
        wanted = path or self._last_file()
        if wanted is None or not self._open(wanted, is_asked=path is not None):
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show the window in which an administration is made, opened or practised with."""
        from sroi_desktop.ui.welcome.screen import make_welcome

        welcome = make_welcome(self.library, self.clock, self.settings)
        welcome.opened.connect(self._on_opened)
        self.welcome = welcome
        welcome.show()

    def use(self, store: Store) -> None:
        """Work on an open administration, in a window of its own."""
        if store.path is not None:
            self._keep(self.settings.opened(store.path))
        desk = Desk(store, self.library, self.clock, self.settings)
        sizes = QSettings(str(self._sizes_file()), QSettings.Format.IniFormat)
        self.session = Session(desk, self.runner, sizes, self)
        self.session.bench.settings_changed.connect(self._on_settings)
        self.session.other_wanted.connect(self._on_other_wanted)
        self.session.start()

    def _last_file(self) -> Path | None:
        name = self.settings.last_file
        return Path(name) if name is not None and Path(name).is_file() else None

    def _open(self, path: Path, *, is_asked: bool) -> bool:
        """Open a file and tell whether that went well; a refusal is shown when it was asked."""
        try:
            store = administrations.open_file(path, self.clock)
        except REFUSALS as error:
            _log.warning("the administration was not opened: %s", type(error).__name__)
            if is_asked:
                dialogs.tell(None, path.name, explain(error))
            return False
        self.use(store)
        return True

    @Slot(object)
    def _on_opened(self, store: Store) -> None:
        self.use(store)
        if self.welcome is not None:
            self.welcome.close()
            self.welcome.deleteLater()
            self.welcome = None

    @Slot()
    def _on_other_wanted(self) -> None:
        """Close this administration and choose another."""
        session, self.session = self.session, None
        if session is not None:
            session.deleteLater()
        self.show_welcome()

    @Slot(object)
    def _on_settings(self, chosen: Settings) -> None:
        before = self.settings
        self._keep(chosen)
        if self.session is not None:
            self.session.desk.settings = chosen
        if (before.theme, before.text_size) != (chosen.theme, chosen.text_size):
            self._apply_look()
        if before.language != chosen.language:
            self._change_language()

    def _change_language(self) -> None:
        """Build the window again in another language, on the same open file."""
        language.activate(self.settings.language)
        install_translators(self._app, self.settings.language)
        if self.session is not None:
            self.session.rebuild()

    def _apply_look(self) -> None:
        appearance = Appearance[self.settings.theme.name]
        self.theme.apply(appearance, text_size=self.settings.text_size)

    def _keep(self, chosen: Settings) -> None:
        self.settings = chosen
        try:
            settings.save(chosen, paths.settings_file())
        except OSError:
            _log.warning("the settings cannot be kept", exc_info=True)

    def _sizes_file(self) -> Path:
        return paths.settings_file().with_name(SIZES_FILE)

    @Slot()
    def _on_quit(self) -> None:
        self.runner.close()
