"""The reports that were issued: look again, save a copy, print. No Qt here."""

from __future__ import annotations

from sroi_desktop.language import _
from sroi_desktop.services import files, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.services.reports import Issued
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.reports import words
from sroi_desktop.ui.reports.content import ReportsView


class Archive:
    """Hands issued reports to the owner, byte for byte as they were issued."""

    def __init__(self, view: ReportsView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._reports: tuple[Issued, ...] = ()
        self.chosen: Issued | None = None

    def show(self) -> None:
        """Show what was issued; the chosen one stays, else it is the latest."""
        self._reports = reports.issued(self._desk)
        self._view.show_issued(self._reports)
        key = None if self.chosen is None else self.chosen.id
        latest = next(iter(self._reports), None)
        self.chosen = next((one for one in self._reports if one.id == key), latest)

    def choose(self, report_id: int | None) -> None:
        """Show the pages of a report."""
        found = next((one for one in self._reports if one.id == report_id), None)
        if found is not None:
            self.chosen = found
            self.show_chosen()

    def show_chosen(self) -> None:
        """Show the pages of the chosen report, or what will be here."""
        if self.chosen is None:
            self._view.show_no_pages(_("Nothing was issued yet."), again=False)
            return
        self._view.select_issued(self.chosen.id)
        pdf = self._pages()
        if pdf is not None:
            self._view.show_pages(pdf, words.heading(self.chosen))

    def save(self) -> None:
        """Write a copy where the owner wants it."""
        if self.chosen is None:
            return
        path = self._view.ask_where(words.file_name(self.chosen))
        pdf = None if path is None else self._pages()
        if path is None or pdf is None:
            return
        try:
            files.write(self._desk, path, pdf)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
        else:
            saved = _("Report {number} is saved as {name}.")
            told = saved.format(number=self.chosen.number, name=path.name)
            self._view.show_message(told, Tone.GOOD)

    def print(self) -> None:
        """Print the chosen report."""
        pdf = self._pages()
        if pdf is not None and self.chosen is not None:
            self._view.print_pages(pdf, words.heading(self.chosen))

    def _pages(self) -> bytes | None:
        if self.chosen is None:
            return None
        try:
            return reports.pages_of(self._desk, self.chosen.id)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return None
