"""Where pictures of screens are taken: an open administration in a window nobody sees."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from sroi_desktop.app.picture_hands import ChosenFile, Press
from sroi_desktop.app.program import Program
from sroi_desktop.app.session import Session
from sroi_desktop.domain.parties import Company
from sroi_desktop.rulesets import SourceFile
from sroi_desktop.services import administrations, companies, drafts, example, own_sets
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import DamagedFileError
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.system.paths import HOME_VARIABLE
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from sroi_desktop.app.picture_hands import Act
    from sroi_desktop.app.scenes import Shot
    from sroi_desktop.rulesets import Library

DAY = date(2026, 11, 22)
_SETTLE_MS = 150
# A search waits until the keyboard rests.
_PAUSE_MS = 200
_LONGEST_MS = 10_000
_TOO_LARGE = 60_000_000
_TEXT_SIZE = 14
_DOCUMENTS = {"Bijlage 7 social return.pdf": 96_000, "Nota van inlichtingen.pdf": 31_000}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a picture is taken."""

    appearance: Appearance
    size: QSize
    text_size: int = _TEXT_SIZE

    @property
    def name(self) -> str:
        """The part of the file name that tells the setting."""
        size = f"{self.size.width()}x{self.size.height()}"
        large = "" if self.text_size == _TEXT_SIZE else f"-text{self.text_size}"
        return f"{self.appearance.name.lower()}-{size}{large}"


class Studio(QObject):
    """Opens the example company, or an administration in which nothing stands yet."""

    def __init__(self, app: QApplication, folder: Path, *, empty: bool = False) -> None:
        super().__init__(app)
        self._folder = folder
        self._program = Program(app, FixedClock(DAY))
        path = folder / ("leeg.sroi" if empty else "voorbeeld.sroi")
        if empty:
            store = administrations.create(path, self._program.clock)
        else:
            example.write(path, self._program.library)
            store = administrations.open_file(path, self._program.clock)
        desk = Desk(store, self._program.library, self._program.clock)
        if empty:
            companies.keep(desk, Company("Schilderwerken De Kwast"))
        self.session = Session(desk, self._program.runner, None, self)
        with (folder / "scan.pdf").open("wb") as large:
            large.truncate(_TOO_LARGE)
        rules = folder / "voorbeeldstad.sroi-rules"
        rules.write_bytes(_rules_of_a_colleague(self._program.library))
        self._dialogs = use_dialogs(ChosenFile(folder / "scan.pdf", rules))

    def take(self, setting: Setting, wanted: Iterable[Shot], folder: Path) -> Iterator[Path]:
        """Take pictures in one setting; yields each file as it is written."""
        self._program.theme.apply(setting.appearance, text_size=setting.text_size)
        window = self.session.window
        window.resize(setting.size)
        window.show()
        window.activateWindow()  # the focus shows where one is, as on a screen
        self._begin_afresh()
        for shot in wanted:
            window.open_page(shot.page, shot.argument)
            self._act(window, shot.acts)
            dialog = QApplication.activeModalWidget()
            yield _kept(dialog or window, folder / f"{shot.name}-{setting.name}.png")
            if dialog is not None:
                dialog.close()
            self._act(window, shot.after)

    def take_welcome(self, setting: Setting, folder: Path) -> Iterator[Path]:
        """Take pictures of the first window: as it opens, asking, and after a file failed."""
        self._program.theme.apply(setting.appearance, text_size=setting.text_size)
        welcome = self._program.show_welcome()
        welcome.resize(setting.size)
        self._act(welcome, ())
        yield _kept(welcome, folder / f"00-welcome-{setting.name}.png")
        lost = self._folder / "Hoveniersbedrijf 2024.sroi"
        welcome.refuse(lost, DamagedFileError(lost, "disk image is malformed"))
        self._act(welcome, ())
        yield _kept(welcome, folder / f"00-welcome-refused-{setting.name}.png")
        self._act(welcome, (Press("welcome.new"),))
        yield _kept(welcome, folder / f"00-welcome-questions-{setting.name}.png")
        welcome.close()

    def close(self) -> None:
        """Close the window and the file."""
        use_dialogs(self._dialogs)
        self.session.window.close()
        self._program.runner.close()

    def _begin_afresh(self) -> None:
        """Throw away what pictures in another setting have left half done."""
        self.session.window.open_page(pages.HOME)
        desk = self.session.desk
        for key in drafts.keys(desk, ""):
            drafts.drop(desk, key)

    def _act(self, window: QWidget, acts: tuple[Act, ...]) -> None:
        self._settle()
        for act in acts:
            act.do(window)
            self._settle(_PAUSE_MS)

    def _settle(self, pause: int = _SETTLE_MS) -> None:
        """Let the screen draw, and wait for slow work such as a preview."""
        waited = 0
        while waited < _LONGEST_MS:
            loop = QEventLoop()
            QTimer.singleShot(pause, loop.quit)
            loop.exec()
            waited += pause
            if not self._program.runner.is_busy:
                return


@contextmanager
def home_in(folder: Path) -> Iterator[None]:
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


def _rules_of_a_colleague(library: Library) -> bytes:
    """Return a sealed pack with a set that is not among the shipped ones."""
    rules = replace(
        library.get("harlingen"),
        id="voorbeeldstad-2026",
        title="Bouwblokken Voorbeeldstad",
        publisher="Gemeente Voorbeeldstad",
        covers=("Voorbeeldstad",),
        edition="2026",
    )
    documents = [SourceFile(name, b"%PDF" * size) for name, size in _DOCUMENTS.items()]
    return own_sets.passed_on([rules], documents, sealed=True)


def _kept(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path
