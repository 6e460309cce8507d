"""Opening and saving the issued reports of a contract. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.obstacles import obstacle_text
from sroi_desktop.services import dossiers
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.contract.rows import ReportRow


class ReportsView(Protocol):
    """What handling reports asks of the screen."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the tabs; an empty text takes it away."""

    def ask_where_to_save(self, name: str) -> Path | None:
        """Ask where to write a file."""

    def open_copy(self, name: str, write: Callable[[Path], None]) -> None:
        """Have a copy written and opened in the program for it."""


class ReportKeeper:
    """Hands issued reports to the owner, byte for byte as they were issued."""

    def __init__(self, view: ReportsView, desk: Desk) -> None:
        self._view = view
        self._desk = desk

    def open(self, row: ReportRow) -> None:
        """Show an issued report in the program for PDFs."""

        def write(path: Path) -> None:
            dossiers.copy_report(self._desk, row.report_id, path)

        self._try(lambda: self._view.open_copy(file_name(row), write))

    def save(self, row: ReportRow) -> None:
        """Write an issued report where the owner wants it."""
        path = self._view.ask_where_to_save(file_name(row))
        if path is None:
            return
        if self._try(lambda: dossiers.copy_report(self._desk, row.report_id, path)):
            saved = _("Report {number} is saved as {name}.")
            self._view.show_message(saved.format(number=row.number, name=path.name), Tone.GOOD)

    def _try(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return False
        except OSError as error:
            cannot = _("The file cannot be written: {reason}.")
            reason = obstacle_text(error)
            self._view.show_message(cannot.format(reason=reason), Tone.DANGER)
            return False
        return True


def file_name(row: ReportRow) -> str:
    """Return a name for the file of a report that every system takes."""
    safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in row.number)
    return f"sroi-{safe}.pdf"
