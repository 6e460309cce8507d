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
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tasks import TaskRunner
from sroi_desktop.ui.kit.theme import Appearance, Theme
from sroi_desktop.ui.kit.translators import install_translators

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sroi_desktop.storage import Store
    from sroi_desktop.system.clock import Clock
    from sroi_desktop.system.settings import Settings
    from sroi_desktop.ui.welcome.screen import WelcomeWindow

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
        self.library = load_library(own_folder=paths.rules_folder())
        self.runner = TaskRunner(self)
        self.session: Session | None = None
        self.welcome: WelcomeWindow | None = None
        app.aboutToQuit.connect(self._on_quit)

    def start(self, path: Path | None) -> None:
        """Open a file, the one of last time, or the welcome window.

        A file that does not open leads to the welcome window as well, which says why.
        """
        wanted = self._last_file() if path is None else path.absolute()
        if wanted is None:
            self.show_welcome()
            return
        try:
            self.use(administrations.open_file(wanted, self.clock))
        except REFUSALS as error:
            _log.warning("the administration was not opened: %s", type(error).__name__)
            self.show_welcome().refuse(wanted, error)

    def show_welcome(self) -> WelcomeWindow:
        """Show the window in which an administration is made, opened or practised with."""
        from sroi_desktop.ui.welcome.screen import make_welcome

        self.welcome = make_welcome(self.library, self.clock, self.settings)
        self.welcome.opened.connect(self._on_opened)
        self.welcome.show()
        _log.info("the welcome window is open")
        return self.welcome

    def use(self, store: Store) -> None:
        """Work on an open administration, in a window of its own.

        Raises:
            KnownStorageError: it opened, but cannot be read; it is closed again.
        """
        desk = Desk(store, self.library, self.clock, self.settings)
        sizes = QSettings(str(self._sizes_file()), QSettings.Format.IniFormat)
        session: Session | None = None
        try:
            session = Session(desk, self.runner, sizes, self)
            session.start()
        except BaseException:
            if session is not None:
                session.discard()
            store.close()
            raise
        self.session = session
        _log.info("an administration is open, %s", "to read" if store.read_only else "to work in")
        session.bench.settings_changed.connect(self._on_settings)
        session.closed.connect(self._on_closed)
        session.other_wanted.connect(self.show_welcome)
        session.writing_wanted.connect(self._on_writing_wanted)
        if store.path is not None and not store.read_only:
            self._keep_opened(store.path)
            desk.settings = self.settings

    def _last_file(self) -> Path | None:
        name = self.settings.last_file
        return None if name is None else Path(name)

    @Slot(object)
    def _on_opened(self, store: Store) -> None:
        welcome = self.welcome
        try:
            self.use(store)
        except REFUSALS as error:
            if welcome is not None and store.path is not None:
                welcome.refuse(store.path, error)
            return
        self.welcome = None
        if welcome is not None:
            welcome.close()
            welcome.deleteLater()

    @Slot()
    def _on_closed(self) -> None:
        gone = self.sender()
        if gone is self.session:
            self.session = None
        gone.deleteLater()

    @Slot()
    def _on_writing_wanted(self) -> None:
        """Open once more, for writing, what was opened to read only."""
        from sroi_desktop.app.writing import open_to_write

        session = self.session
        if session is None or session.desk.store.path is None:
            return
        try:
            store = open_to_write(session.window, session.desk.store.path, self.clock)
        except REFUSALS as error:
            session.window.say(explain(error), Tone.WARNING)
            return
        if store is not None:
            self.use(store)
            session.window.close()

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

    def _keep_opened(self, path: Path) -> None:
        """Keep which file was opened last, where that is another: to write takes 10 ms."""
        opened = self.settings.opened(path)
        if opened != self.settings:
            self._keep(opened)

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
