"""Joins the reading of a clause with its presenter and with the rest of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.domain.clause import Status
from sroi_desktop.language import _
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.clause.presenter import ClausePresenter
from sroi_desktop.ui.clause.view import ClausePanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.kit.dialogs import FileKind, ask_save_file
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class ClauseScreen(Screen):
    """The page on which the social-return paragraph of a tender is read."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._letter: Path | None = None
        self.panel = ClausePanel(self)
        self.presenter = ClausePresenter(
            self.panel, bench.desk, bench.open_page, self._announce, bench.tell
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self.presenter.header()

    def open_at(self, argument: object) -> None:
        """Begin with a clause, or go on with one."""
        target = argument if isinstance(argument, pages.ClauseTarget) else pages.ClauseTarget()
        self.presenter.open_at(target)
        self.panel.focus()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the head."""
        self.presenter.run_act(key)

    def may_leave(self) -> bool:
        """Keep what was typed, and let go."""
        self.panel.side.keep_text()
        return self.presenter.may_leave()

    def _announce(self, done: Done) -> None:
        self._bench.announce(done, self)

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.lines.entries.entry_chosen.connect(presenter.go_to)
        panel.begin.described.connect(self._on_described)
        panel.begin.base_chosen.connect(presenter.choose_base)
        panel.begin.resumed.connect(presenter.resume)
        panel.question.typed.connect(presenter.type)
        panel.question.left.connect(presenter.leave)
        panel.question.sure_told.connect(self._on_sure)
        panel.side.text_typed.connect(presenter.type_text)
        panel.side.quote_asked.connect(presenter.quote)
        panel.summary.copy_asked.connect(self._on_copy)
        panel.summary.save_asked.connect(self._on_save)
        panel.summary.question_wanted.connect(self._on_question)
        panel.onward.connect(presenter.onward)
        panel.back.connect(presenter.back)
        panel.not_there.connect(self._on_not_there)
        panel.unknown.connect(self._on_unknown)
        panel.leave_asked.connect(self._on_leave)
        panel.head_changed.connect(self.header_changed)
        self._bench.data_changed.connect(self._on_data)

    @Slot(str, str, str)
    def _on_described(self, title: str, authority: str, reference: str) -> None:
        self.presenter.describe(title=title, authority=authority, reference=reference)

    @Slot(bool)
    def _on_sure(self, smaller: bool) -> None:
        self.presenter.be_sure(smaller=smaller)

    @Slot(str)
    def _on_question(self, key: str) -> None:
        self.presenter.go_to(key)
        self.panel.focus()

    @Slot()
    def _on_not_there(self) -> None:
        self.presenter.say(Status.NOT_THERE)

    @Slot()
    def _on_unknown(self) -> None:
        self.presenter.say(Status.UNKNOWN)

    @Slot()
    def _on_leave(self) -> None:
        self._bench.open_page(pages.CONTRACTS)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.presenter.letter.text())

    @Slot()
    def _on_save(self) -> None:
        proposal = Path(QDir.homePath()) / self.presenter.letter.name()
        path = ask_save_file(self, _("Save the questions"), proposal, FileKind("PDF", ("pdf",)))
        job = None if path is None else self.presenter.letter.job(path)
        if job is not None:
            self._letter = path
            self._bench.runner.run(job, done=self._on_letter, failed=self._on_failed)

    def _on_letter(self, pdf: bytes) -> None:
        if self._letter is not None:
            self.presenter.letter.write(self._letter, pdf)

    def _on_failed(self, _error: Exception) -> None:
        self.panel.show_message(_("The questions could not be made into a PDF."), Tone.DANGER)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], initiator: object) -> None:
        if initiator is not self and self.isVisible() and Changed.CLAUSES in changed:
            self.presenter.reload()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page on which the social-return paragraph of a tender is read."""
    return ClauseScreen(bench, parent)
