"""Pictures of the screens, taken without a screen: to look at, and for the README.

The example company on a fixed day, so that two runs give the same pictures.
"""

from __future__ import annotations

import logging
import logging
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from sroi_desktop.app.program import Program
from sroi_desktop.app.session import Session
from sroi_desktop.services import administrations, example
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.paths import HOME_VARIABLE
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

_log = logging.getLogger(__name__)
_log = logging.getLogger(__name__)
DAY = date(2026, 11, 22)
WIDE, NARROW = QSize(1280, 820), QSize(1024, 700)
_SETTLE_MS = 60
_LONGEST_MS = 10_000


@dataclass(frozen=True, slots=True)
class Shot:
    """One screen to take a picture of."""

    name: str
    page: str
    argument: object = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is taken."""

    appearance: Appearance
    size: QSize
    text_size: int = 14

    @property
    def name(self) -> str:
        """The part of the file name that tells the setting."""
        size = f"{self.size.width()}x{self.size.height()}"
        large = "" if self.text_size == _TEXT_SIZE else f"-text{self.text_size}"
        return f"{self.appearance.name.lower()}-{size}{large}"


_TEXT_SIZE = 14
EVERY_SETTING = tuple(
    Setting(appearance, size)
    for appearance in (Appearance.LIGHT, Appearance.DARK)
    for size in (WIDE, NARROW)
)


def shots(desk: Desk) -> tuple[Shot, ...]:
    """Return every screen of the program, filled by an administration."""
    first = next(one.id for one in desk.store.contracts() if one.id is not None)
    effort = desk.store.booked(first)[0][0].id
    tabs = ("standing", "efforts", "evidence", "reports", "deadlines", "history")
    return (
        Shot("01-home", pages.HOME),
        Shot("02-contracts", pages.CONTRACTS),
        *(
            Shot(f"03-contract-{tab}", pages.CONTRACT, pages.ContractTarget(first, tab))
            for tab in tabs
        ),
        Shot("04-new-contract", pages.NEW_CONTRACT),
        Shot("05-efforts", pages.EFFORTS),
        Shot("06-booking", pages.BOOKING, pages.BookingTarget(first)),
        Shot("07-booking-change", pages.BOOKING, pages.BookingTarget(first, effort)),
        Shot("08-evidence", pages.EVIDENCE),
        Shot("09-reports", pages.REPORTS, pages.ReportTarget(first)),
        Shot("10-rules", pages.RULES),
        Shot("11-calculator", pages.CALCULATOR),
        Shot("12-help", pages.HELP),
        Shot("13-settings", pages.SETTINGS),
    )


def _log_of_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Keep Qt's remarks on drawing without a screen out of what a command prints."""
    _log.info("Qt: %s", message)


def _log_of_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Keep Qt's remarks on drawing without a screen out of what a command prints."""
    _log.info("Qt: %s", message)


class Studio(QObject):
    """An open example company in a window that is never shown on a screen."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__(app)
        self._program = Program(app, FixedClock(DAY))
        path = folder / "voorbeeld.sroi"
        example.write(path, self._program.library)
        store = administrations.open_file(path, self._program.clock)
        desk = Desk(store, self._program.library, self._program.clock)
        self.session = Session(desk, self._program.runner, None, self)

    def take(self, setting: Setting, wanted: Iterable[Shot], folder: Path) -> Iterator[Path]:
        """Take pictures in one setting; yields each file as it is written."""
        self._program.theme.apply(setting.appearance, text_size=setting.text_size)
        window = self.session.window
        window.resize(setting.size)
        window.show()
        for shot in wanted:
            if not window.has_page(shot.page):
                continue
            window.open_page(shot.page, shot.argument)
            self._settle()
            yield _kept(window, folder / f"{shot.name}-{setting.name}.png")

    def take_welcome(self, setting: Setting, folder: Path) -> Path:
        """Take a picture of the first window."""
        self._program.theme.apply(setting.appearance, text_size=setting.text_size)
        self._program.show_welcome()
        welcome = self._program.welcome
        if welcome is None:
            raise RuntimeError("the welcome window did not open")
        welcome.resize(setting.size)
        self._settle()
        path = _kept(welcome, folder / f"00-welcome-{setting.name}.png")
        welcome.close()
        return path

    def close(self) -> None:
        """Close the window and the file."""
        self.session.window.close()
        self._program.runner.close()

    def _settle(self) -> None:
        """Let the screen draw, and wait for slow work such as a preview."""
        waited = 0
        while waited < _LONGEST_MS:
            loop = QEventLoop()
            QTimer.singleShot(_SETTLE_MS, loop.quit)
            loop.exec()
            waited += _SETTLE_MS
            if not self._program.runner.is_busy:
                return


@contextmanager
def _home_in(folder: Path) -> Iterator[None]:
    """Keep the user's own settings and recent files out of the pictures."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before


def _kept(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path


def take_all(
    folder: Path, settings: Iterable[Setting] = EVERY_SETTING, names: frozenset[str] | None = None
) -> list[Path]:
    """Take pictures of every screen in every setting; returns the files.

    Args:
        folder: made when it is not there.
        settings: look, size and text size.
        names: only the screens whose name begins with one of these; None for all.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from sroi_desktop.app.window import make_application

    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    before = qInstallMessageHandler(_log_of_qt)
    before = qInstallMessageHandler(_log_of_qt)
    with tempfile.TemporaryDirectory() as temporary, _home_in(Path(temporary) / "home"):
        studio = Studio(make_application(), Path(temporary))
        try:
            wanted = [
                shot
                for shot in shots(studio.session.desk)
                if names is None or any(shot.name.startswith(name) for name in names)
            ]
            for setting in settings:
                taken += studio.take(setting, wanted, folder)
                if names is None or "00" in names:
                    taken.append(studio.take_welcome(setting, folder))
        finally:
            studio.close()
            qInstallMessageHandler(before)
    return taken
