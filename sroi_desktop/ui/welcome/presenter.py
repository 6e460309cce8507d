"""Where each of the choices of the welcome window leads, and what is said when one fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.services import administrations, restoring, starting
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import firm
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.welcome.content import (
    BACKUPS,
    NEW,
    OPEN,
    PRACTISE,
    Found,
    Row,
    backup_row,
    found_in,
    recent_row,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sroi_desktop.services.starting import Entrance, Store
    from sroi_desktop.ui.running import Run

READ_ONLY = "read_only"
QUESTIONS = (firm.NAME, "kvk", "town", "contact")


class WelcomeView(Protocol):
    """What the presenter asks of the window."""

    def show_start(self, recent: tuple[Row, ...]) -> None:
        """Show the choices, and what was open before."""

    def show_questions(self) -> None:
        """Show the questions about the firm."""

    def show_fault(self, field: str, text: str | None) -> None:
        """Show what is wrong with an answer, or that nothing is."""

    def focus_question(self) -> None:
        """Put the cursor in the first answer that is wrong."""

    def show_backups(self, rows: tuple[Row, ...]) -> None:
        """Show the backups to choose from."""

    def show_found(self, found: Found) -> None:
        """Show what is in the chosen backup."""

    def show_busy(self, text: str) -> None:
        """Say what one waits for; "" when the wait is over."""

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say what went wrong and what can be done; "" says nothing."""

    def choose_file(self) -> Path | None:
        """Let the user choose an administration on the computer."""


class WelcomePresenter:
    """Makes, opens and puts back administrations, and hands them over opened.

    `run` does slow work elsewhere; `folder` is for copies of backups that are looked at, and
    outlives the stores that are handed over.
    """

    def __init__(
        self,
        view: WelcomeView,
        entrance: Entrance,
        opened: Callable[[Store], None],
        run: Run,
        folder: Path,
    ) -> None:
        self._view = view
        self._entrance = entrance
        self._run = run
        self._folder = folder
        self._opened = opened
        self._recent = starting.recent(entrance.settings)
        self._backups: tuple[restoring.Backup, ...] = ()
        self._chosen: Path | None = None
        self._refused: Path | None = None
        self._is_busy = False

    def load(self) -> None:
        """Show the choices."""
        self._view.show_message("", Tone.INFO)
        self._view.show_start(tuple(recent_row(one) for one in self._recent))

    def run_act(self, key: str) -> None:
        """Carry out one of the choices, or what a message offers."""
        acts = {
            NEW: self._ask_questions,
            PRACTISE: self._practise,
            OPEN: self._open_other,
            BACKUPS: self._show_backups,
            READ_ONLY: self._open_read_only,
        }
        if not self._is_busy:
            acts[key]()

    def open_recent(self, place: int) -> None:
        """Open a file that was open before."""
        self._open(self._recent[place].path)

    def refuse(self, path: Path, error: Exception) -> None:
        """Say why a file did not open, and what can be done instead; for one of `REFUSALS`."""
        self._refused = path
        self._view.show_message(explain(error), Tone.DANGER, _way_out(error))

    # ---- a new administration

    def change(self, field: str, text: str) -> None:
        """Judge an answer while it is typed: only what cannot wait."""
        fault = firm.fault_of(field, text)
        self._view.show_fault(field, fault.text if fault is not None and fault.at_once else None)

    def finish(self, field: str, text: str) -> None:
        """Judge an answer that was left; an empty one may still come."""
        fault = firm.fault_of(field, text) if text.strip() else None
        self._view.show_fault(field, None if fault is None else fault.text)

    def begin(self, texts: Mapping[str, str]) -> None:
        """Make the administration, or say what is wrong with the answers."""
        faults = firm.faults_of(texts, QUESTIONS)
        for field in QUESTIONS:
            self._view.show_fault(field, faults[field].text if field in faults else None)
        if faults:
            self._view.focus_question()
            return
        try:
            store = starting.new(firm.company_of(texts), self._entrance)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._opened(store)

    # ---- backups

    def choose_backup(self, place: int) -> None:
        """Look into one of the backups that are listed."""
        backup = self._backups[place]
        self._look_into(backup.path, backup.made_at)

    def choose_other_backup(self) -> None:
        """Look into a backup that lies elsewhere, such as on a USB stick."""
        path = self._view.choose_file()
        if path is not None:
            self._look_into(path)

    def put_back(self) -> None:
        """Make a new administration of the backup that was looked into."""
        path = self._chosen
        if path is not None:
            self._hand_over(lambda: restoring.put_back(path, self._entrance.clock), path)

    def view_backup(self) -> None:
        """Open a copy of the backup to read only."""
        path, clock = self._chosen, self._entrance.clock
        if path is not None:
            self._hand_over(lambda: restoring.view(path, self._folder, clock), path)

    # ---- inside

    def _ask_questions(self) -> None:
        self._view.show_message("", Tone.INFO)
        self._view.show_questions()

    def _practise(self) -> None:
        self._wait(_("The example company is being made ready…"))
        library = self._entrance.library
        self._run(
            lambda: starting.write_example(library), done=self._on_example, failed=self._on_failed
        )

    def _open_other(self) -> None:
        path = self._view.choose_file()
        if path is not None:
            self._open(path)

    def _show_backups(self) -> None:
        self._backups = restoring.all_backups()
        self._chosen = None
        self._view.show_message("", Tone.INFO)
        self._view.show_backups(tuple(backup_row(one) for one in self._backups))

    def _look_into(self, path: Path, made_at: datetime | None = None) -> None:
        if self._is_busy:
            return
        self._chosen = path
        self._wait(_("The backup is being checked…"))
        clock = self._entrance.clock
        self._run(
            lambda: found_in(path, made_at, restoring.look(path, clock)),
            done=self._on_found,
            failed=self._on_failed,
        )

    def _open(self, path: Path) -> None:
        self._hand_over(lambda: administrations.open_file(path, self._entrance.clock), path)

    def _open_read_only(self) -> None:
        path, clock = self._refused, self._entrance.clock
        if path is not None:
            self._hand_over(lambda: administrations.open_file(path, clock, read_only=True), path)

    def _hand_over(self, open_it: Callable[[], Store], path: Path) -> None:
        """Open a file and hand it over, or say why not and what can be done instead."""
        try:
            store = open_it()
        except REFUSALS as error:
            self.refuse(path, error)
            return
        self._opened(store)

    def _wait(self, text: str) -> None:
        self._is_busy = True
        self._view.show_message("", Tone.INFO)
        self._view.show_busy(text)

    def _stop_waiting(self) -> None:
        self._is_busy = False
        self._view.show_busy("")

    def _on_example(self, path: Path) -> None:
        self._stop_waiting()
        self._open(path)

    def _on_found(self, found: Found) -> None:
        self._stop_waiting()
        self._view.show_found(found)

    def _on_failed(self, error: Exception) -> None:
        self._stop_waiting()
        self._chosen = None
        words = explain(error) if isinstance(error, REFUSALS) else _("That did not work.")
        self._view.show_message(words, Tone.DANGER)


def _way_out(error: Exception) -> Act | None:
    """Return what can be done where a file does not open."""
    if starting.can_be_read(error):
        return Act(READ_ONLY, _("Open to read only"))
    if starting.needs_backup(error):
        return Act(BACKUPS, _("Put a backup back"))
    return None
