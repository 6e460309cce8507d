"""Where the administration lies and how safe it is. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.numbers import size_text
from sroi_desktop.services import administrations, restoring
from sroi_desktop.services.changes import Done
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.system import paths
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.running import Run

BACK_UP, SHOW_FILE, SHOW_BACKUPS = "back_up", "show_file", "show_backups"


@dataclass(frozen=True, slots=True)
class DataContent:
    """Where the file is, how large, and how it stands with backups."""

    place: str
    size: str
    safety: str
    can_back_up: bool
    has_folder: bool


class DataView(Protocol):
    """What the presenter asks of the card."""

    def show_data(self, content: DataContent) -> None:
        """Show where the file is and how safe."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say how a backup went; "" says nothing."""

    def open_folder(self, folder: Path) -> bool:
        """Show a folder on the computer; tell whether that was possible."""


class DataPresenter:
    """Makes backups and shows where things are."""

    def __init__(
        self, view: DataView, desk: Desk, run: Run, announce: Callable[[Done], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._run = run
        self._announce = announce
        self._is_busy = False

    def load(self) -> None:
        """Show where the file is and how safe."""
        path = self._desk.store.path
        self._view.show_data(
            DataContent(
                _("in memory only") if path is None else str(path),
                _size(path),
                administrations.safety_text(self._desk),
                path is not None and not self._is_busy and not self._desk.store.read_only,
                path is not None,
            )
        )

    def run_act(self, key: str) -> None:
        """Carry out an act of the card."""
        if key == BACK_UP:
            self._back_up()
            return
        path = self._desk.store.path
        folder = paths.backup_folder() if key == SHOW_BACKUPS or path is None else path.parent
        if not self._view.open_folder(folder):
            words = _("The folder cannot be shown. It is {folder}.").format(folder=folder)
            self._view.show_message(words, Tone.WARNING)

    def _back_up(self) -> None:
        path, clock = self._desk.store.path, self._desk.clock
        if path is None or self._is_busy:
            return
        self._is_busy = True
        self._view.show_message(_("The backup is being made…"), Tone.INFO)
        self.load()
        self._run(lambda: restoring.make(path, clock), done=self._on_made, failed=self._on_failed)

    def _on_made(self, path: Path) -> None:
        self._is_busy = False
        words = _("The backup is made: {name}.").format(name=path.name)
        self._view.show_message(words, Tone.GOOD)
        self.load()
        self._announce(Done(frozenset()))  # nothing in the books; the foot tells of backups

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        words = explain(error) if isinstance(error, REFUSALS) else _("That did not work.")
        self._view.show_message(words, Tone.DANGER)
        self.load()


def _size(path: Path | None) -> str:
    try:
        return "" if path is None else size_text(path.stat().st_size)
    except OSError:
        return ""
