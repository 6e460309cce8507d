"""Joins the booking dialog with its presenter and with the rest of the program."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.services.changes import Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.booking.presenter import BookingPresenter
from sroi_desktop.ui.booking.view import BookingPanel
from sroi_desktop.ui.elsewhere.dialog import show_elsewhere
from sroi_desktop.ui.kit.content import Crumb, HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class BookingScreen(Screen):
    """The page on which an effort is booked or changed.

    Whoever goes away finds what was typed as a draft.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._target = pages.BookingTarget()
        self.panel = BookingPanel(self)
        self.presenter = BookingPresenter(self.panel, bench.desk, self._on_booked, self._leave)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        is_change = self._target.effort_id is not None
        title = _("Change the effort") if is_change else _("Book an effort")
        return HeaderContent(title, trail=(Crumb(pages.EFFORTS, _("Efforts")),), search=False)

    def open_at(self, argument: object) -> None:
        """Begin with something new, or with the change of an effort."""
        target = argument if isinstance(argument, pages.BookingTarget) else pages.BookingTarget()
        self.presenter.keep()
        self._target = target
        self.panel.proof.lines.set_today(date_text(self._bench.desk.today))
        self.presenter.open(target)
        self.header_changed.emit()
        self.panel.go_to_field(target.field)

    def may_leave(self) -> bool:
        """Keep what was typed, and let go."""
        if self.presenter.keep():
            self._bench.tell(_("Kept as a draft: you can go on with it later."))
        return True

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.onward.connect(presenter.onward)
        panel.back.connect(presenter.back)
        panel.aside.connect(presenter.aside)
        panel.book_asked.connect(presenter.book)
        panel.leave_asked.connect(presenter.leave)
        panel.rested.connect(presenter.keep)
        panel.elsewhere_asked.connect(self._on_elsewhere)
        panel.look_asked.connect(self._on_look)
        panel.what.contract_chosen.connect(presenter.choose_contract)
        panel.what.kind_chosen.connect(presenter.choose_kind)
        panel.what.resumed.connect(presenter.resume)
        panel.what.discarded.connect(presenter.discard)
        panel.what.act_chosen.connect(self._on_act)
        panel.who.answered.connect(presenter.answer)
        panel.who.finished.connect(presenter.finish)
        panel.where.shared.connect(self._on_shared)
        panel.where.chosen.connect(presenter.where.choose)
        panel.where.added.connect(presenter.where.add)
        panel.where.taken_away.connect(presenter.where.take_away)
        panel.where.share_typed.connect(presenter.where.type_share)
        panel.where.proposal_chosen.connect(presenter.where.propose)
        panel.where.split_wanted.connect(presenter.where.split)
        panel.where.start_typed.connect(presenter.where.type_start)
        panel.where.joined.connect(presenter.where.join)
        panel.proof.lines.file_given.connect(presenter.give_file)
        panel.proof.lines.seen.connect(self._on_seen)
        panel.proof.lines.taken_away.connect(presenter.take_proof_away)
        self._bench.data_changed.connect(self._on_data)

    def _on_booked(self, done: Done, told: str) -> None:
        """Tell everyone, and go where the booking can be seen."""
        self._bench.announce(done, self)
        self._bench.tell(told)
        self._leave()

    def _leave(self) -> None:
        contract_id = self._target.contract_id
        if contract_id is None:
            self._bench.open_page(pages.EFFORTS)
        else:
            self._bench.open_page(pages.CONTRACT, pages.ContractTarget(contract_id, "efforts"))

    @Slot(object, object)
    def _on_data(self, _changed: object, initiator: object) -> None:
        if initiator is not self and self.isVisible():
            self.presenter.refresh()

    @Slot(str)
    def _on_act(self, _key: str) -> None:
        self._bench.open_page(pages.NEW_CONTRACT)

    @Slot()
    def _on_elsewhere(self) -> None:
        found = self.presenter.compared()
        if found is not None:
            show_elsewhere(found, self)

    @Slot()
    def _on_look(self) -> None:
        self._bench.open_page(pages.EFFORTS, pages.EffortsTarget(self.presenter.look_alike()))

    @Slot(bool)
    def _on_shared(self, shared: bool) -> None:
        self.presenter.where.share(shared=shared)

    @Slot(str, str, str)
    def _on_seen(self, code: str, who: str, when: str) -> None:
        self.panel.proof.lines.show_wrong(code, self.presenter.see(code, who, when))


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page on which an effort is booked or changed."""
    return BookingScreen(bench, parent)
