"""One open administration in one window: brings screens, services and the frame together."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot

from sroi_desktop.app.ahead import LoadingAhead
from sroi_desktop.app.catching_up import CatchingUp
from sroi_desktop.app.pages import all_pages
from sroi_desktop.language import _, ngettext
from sroi_desktop.services import administrations, history, positions, taking_over
from sroi_desktop.services.acts import act_text
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Act, PillContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.shell.window import MainWindow
from sroi_desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import HistoryEntry
    from sroi_desktop.ui.kit.tasks import TaskRunner

_log = logging.getLogger(__name__)
_TONES = {"good": Tone.GOOD, "warn": Tone.WARNING, "bad": Tone.DANGER}
_OTHER, _WRITE = "other_administration", "write"
_COUNTED = frozenset({Changed.CONTRACTS, Changed.EFFORTS, Changed.EVIDENCE})


class Session(QObject):
    """The window of an open administration, from opening to closing.

    Signals:
        closed(): the window is closed and the file too.
        other_wanted(): the file is closed; the user wants to choose another.
        writing_wanted(): the file was opened to read only; the user wants to work in it.
    """

    closed = Signal()
    other_wanted = Signal()
    writing_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        runner: TaskRunner,
        sizes: QSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self._place: tuple[str, object] = (pages.HOME, None)
        self._wants_other = False
        self._keeps_file = False
        self.bench = Workbench(desk, runner, self)
        self.bench.data_changed.connect(self._on_data_changed)
        self.bench.page_wanted.connect(self._on_page_wanted, Qt.ConnectionType.QueuedConnection)
        self.bench.told.connect(self._on_told)
        self._ahead = LoadingAhead(desk.library, self._make_page, self)
        self._catching_up = CatchingUp(desk, self)
        self._catching_up.done.connect(self._on_caught_up)
        self._catching_up.refused.connect(self._on_refused)
        self.window = self._made_window()

    def start(self) -> None:
        """Show the window on the overview."""
        self.window.open_page(*self._place)
        self._show_badges()
        self.window.show()
        self._catching_up.start()
        self._ahead.start()

    def _make_page(self, key: str) -> None:
        self.window.make_page(key)

    def discard(self) -> None:
        """Give up the window without closing the file."""
        self.window.deleteLater()
        self.deleteLater()

    def rebuild(self) -> None:
        """Make the window again, as after a change of language, on the page that was open."""
        old, place = self.window, self._place
        self.window = self._made_window()
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.open_page(*place)
        self.window.show()
        self._keeps_file = True
        old.close()
        self._keeps_file = False
        old.deleteLater()

    @property
    def desk(self) -> Desk:
        """The open administration."""
        return self.bench.desk

    def _made_window(self) -> MainWindow:
        window = MainWindow(all_pages(self.bench), sizes=self._sizes)
        window.page_opened.connect(self._on_page_opened)
        window.undo_asked.connect(self._on_undo)
        window.redo_asked.connect(self._on_redo)
        window.help_asked.connect(self._on_help)
        window.search_changed.connect(self._on_search)
        window.menu_chosen.connect(self._on_menu)
        window.closing.connect(self._on_closing)
        window.set_menu(self._menu())
        self.window = window
        self._show_company()
        self._show_all()
        return window

    def _menu(self) -> tuple[Act, ...]:
        other = Act(_OTHER, _("Other administration…"), "folder-open")
        if not taking_over.is_possible(self.desk.store):
            return (other,)
        return (Act(_WRITE, _("Work in it again…"), "pencil"), other)

    @Slot(object, object)
    def _on_data_changed(self, changed: frozenset[Changed], _initiator: object) -> None:
        self._show_undo()
        if Changed.COMPANY in changed:
            self._show_company()
        if changed & _COUNTED:
            positions.positions(self.desk)  # what the act was about is counted again
            self._show_badges()
        self._show_status()

    @Slot(str, object)
    def _on_page_opened(self, key: str, argument: object) -> None:
        self._place = (key, argument)

    @Slot(str, object)
    def _on_page_wanted(self, key: str, argument: object) -> None:
        self.window.open_page(key, argument)

    @Slot(str, str)
    def _on_told(self, message: str, tone: str) -> None:
        self.window.say(message, _TONES.get(tone, Tone.INFO))

    @Slot()
    def _on_caught_up(self) -> None:
        self._show_badges()
        self.bench.caught_up.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.window.say(explain(error), Tone.DANGER)

    @Slot()
    def _on_undo(self) -> None:
        entry = history.undoable(self.desk)
        self._reverse(history.undo, entry, _("Undone: {what}"))

    @Slot()
    def _on_redo(self) -> None:
        entry = history.redoable(self.desk)
        self._reverse(history.redo, entry, _("Done again: {what}"))

    def _reverse(
        self, act: Callable[[Desk], Done | None], entry: HistoryEntry | None, words: str
    ) -> None:
        if entry is None:
            return
        try:
            done = act(self.desk)
        except REFUSALS as error:
            self.window.say(explain(error), Tone.WARNING)
            return
        if done is not None:
            self.bench.announce(done)
            self.window.say(words.format(what=act_text(entry.name, entry.about)))

    @Slot(str)
    def _on_help(self, page: str) -> None:
        topic = {pages.EVIDENCE: "3", pages.REPORTS: "4"}
        topic |= dict.fromkeys((pages.BOOKING, pages.RULES, pages.RULE_EDITOR), "2")
        self.window.open_page(pages.HELP, pages.HelpTarget(topic.get(page, "1")))

    @Slot(str)
    def _on_search(self, text: str) -> None:
        from sroi_desktop.ui.finding import find

        self.window.show_results(find(self.desk, text))

    @Slot(str)
    def _on_menu(self, key: str) -> None:
        if key == _OTHER:
            self._wants_other = True
            self._wants_other = self.window.close() and self._wants_other
        elif key == _WRITE:
            self.writing_wanted.emit()

    @Slot()
    def _on_closing(self) -> None:
        if self._keeps_file:
            return
        self._ahead.stop()
        self._catching_up.stop()
        administrations.close(self.desk.store, self.desk.clock)
        # With the window go its timers, which would still look into the file.
        self.window.deleteLater()
        self.closed.emit()
        if self._wants_other:
            self.other_wanted.emit()

    def _show_all(self) -> None:
        self._show_undo()
        self._show_badges()
        self._show_status()

    def _show_company(self) -> None:
        company = self.desk.store.company()
        name = "" if company is None else company.name
        if company is not None and company.example:
            name = _("{name} (example)").format(name=name)
        self.window.set_subject(name)

    def _show_undo(self) -> None:
        undo, redo = history.undoable(self.desk), history.redoable(self.desk)
        self.window.set_undo(None if undo is None else act_text(undo.name, undo.about))
        self.window.set_redo(None if redo is None else act_text(redo.name, redo.about))

    def _show_badges(self) -> None:
        contracts, missing = positions.counted(self.desk)
        self.window.set_badge(
            pages.CONTRACTS,
            PillContent(str(contracts)) if contracts else None,
            ngettext("{count} contract", "{count} contracts", contracts).format(count=contracts),
        )
        if missing is None:
            return  # not known yet: see `CatchingUp`
        self.window.set_badge(
            pages.EVIDENCE,
            PillContent(str(missing), Tone.WARNING) if missing else None,
            ngettext(
                "{count} effort without evidence", "{count} efforts without evidence", missing
            ).format(count=missing),
        )

    def _show_status(self) -> None:
        if self.desk.store.read_only:
            self.window.set_status(_("Opened to read only: nothing can be changed"))
            return
        self.window.set_status(administrations.safety_text(self.desk))
