"""Joins the conversation about a contract with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.services.changes import Done
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.new_contract.presenter import AFRESH, NewContractPresenter
from sroi_desktop.ui.new_contract.view import NewContractPanel
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class NewContractScreen(Screen):
    """The page on which a contract is taken on or changed."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._panel = NewContractPanel(self)
        self._presenter = NewContractPresenter(
            self._panel, bench.desk, bench.open_page, self._announce, bench.tell
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Begin, or go on with, the conversation that a page asked for."""
        self._presenter.open_at(argument)

    def go_to_crumb(self, key: str) -> None:
        """Go to a place above; what was typed is kept."""
        self._presenter.leave_for(key)

    def may_leave(self) -> bool:
        """Keep what was typed; then the page can always be left."""
        if self._presenter.keep_draft():
            self._bench.tell(_("Kept as a draft: you can go on with it later."))
        return True

    def _announce(self, done: Done) -> None:
        self._bench.announce(done, self)

    def _connect(self) -> None:
        panel, fields = self._panel, self._panel.fields
        fields.answered.connect(self._on_answer)
        fields.unknown_ticked.connect(self._on_unknown)
        fields.left.connect(self._on_left)
        panel.contract.authority_chosen.connect(self._on_authority)
        panel.rules.rules_chosen.connect(self._on_rules)
        panel.rules.authority_chosen.connect(self._on_meant)
        panel.rules.adjusting_asked.connect(self._on_adjust)
        panel.rules.editor_asked.connect(self._on_editor)
        panel.amount.sure.connect(self._on_sure)
        panel.amount.smaller_meant.connect(self._on_smaller)
        panel.check.step_wanted.connect(self._on_step)
        panel.on_asked.connect(self._on_go_on)
        panel.up_asked.connect(self._on_go_up)
        panel.leave_asked.connect(self._on_leave)
        panel.keep_asked.connect(self._on_keep)
        panel.act_chosen.connect(self._on_act)
        panel.head_changed.connect(self.header_changed)

    @Slot(str, str)
    def _on_answer(self, name: str, text: str) -> None:
        self._presenter.answer(name, text)

    @Slot(str, bool)
    def _on_unknown(self, name: str, unknown: bool) -> None:
        self._presenter.set_unknown(name, unknown=unknown)

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self._presenter.leave_field(name)

    @Slot(str)
    def _on_authority(self, name: str) -> None:
        self._presenter.choose_authority(name)

    @Slot(str)
    def _on_meant(self, name: str) -> None:
        self._presenter.choose_authority(name)
        self._panel.rules.focus_chosen()

    @Slot(str)
    def _on_rules(self, key: str) -> None:
        self._presenter.answer("rules", key)

    @Slot()
    def _on_adjust(self) -> None:
        self._presenter.adjust_values()

    @Slot()
    def _on_editor(self) -> None:
        self._presenter.type_over()

    @Slot(str)
    def _on_sure(self, name: str) -> None:
        self._presenter.be_sure(name)

    @Slot(str)
    def _on_smaller(self, name: str) -> None:
        self._presenter.take_smaller(name)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        self._presenter.go_to(step)

    @Slot()
    def _on_go_on(self) -> None:
        self._presenter.go_on()

    @Slot()
    def _on_go_up(self) -> None:
        self._presenter.go_up()

    @Slot()
    def _on_leave(self) -> None:
        self._presenter.leave()

    @Slot()
    def _on_keep(self) -> None:
        self._presenter.keep_draft()

    @Slot(str)
    def _on_act(self, key: str) -> None:
        if key == AFRESH:
            self._presenter.start_afresh()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page on which a contract is taken on or changed."""
    return NewContractScreen(bench, parent)
