"""Joins the editor of own rule sets with its presenter and with the rest of the program."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.language import _
from sroi_desktop.services.changes import Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Crumb, HeaderContent
from sroi_desktop.ui.rule_editor.opening import Subject
from sroi_desktop.ui.rule_editor.presenter import AFRESH, RuleEditorPresenter
from sroi_desktop.ui.rule_editor.view import RuleEditorPanel
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class RuleEditorScreen(Screen):
    """The page on which an owner types a rule set over. Who goes away finds it as a draft."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._target = pages.RuleEditorTarget()
        self.panel = RuleEditorPanel(self)
        self.presenter = RuleEditorPresenter(self.panel, bench.desk, self._on_kept)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.panel)
        self._connect()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        trail = (Crumb(pages.RULES, _("Rules by municipality")),)
        opening = self.presenter.opening
        if opening is None:
            return HeaderContent(_("Own rule set"), trail=trail, search=False)
        title = {
            Subject.NEW: _("New rule set"),
            Subject.OWN: _("Change “{title}”"),
            Subject.CONTRACT: _("The rules of “{title}”"),
        }[opening.subject].format(title=opening.title)
        return HeaderContent(title, trail=trail, search=False)

    def open_at(self, argument: object) -> None:
        """Begin with what a page asked for."""
        self.presenter.keep_draft()
        self._target = pages.RuleEditorTarget()
        if isinstance(argument, pages.RuleEditorTarget):
            self._target = argument
        self.presenter.open(self._target)

    def may_leave(self) -> bool:
        """Keep what was typed, and let go."""
        if self.presenter.keep_draft():
            self._bench.tell(_("Kept as a draft: you can go on with it later."))
        return True

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.sheet.answers.typed.connect(presenter.answer)
        panel.sheet.answers.left.connect(presenter.finish)
        panel.start.copy_wanted.connect(presenter.start_copy)
        panel.start.empty_wanted.connect(presenter.start_empty)
        panel.start.resumed.connect(presenter.resume)
        panel.start.discarded.connect(presenter.discard)
        panel.sheet.row_wanted.connect(presenter.add_row)
        panel.sheet.pasted.connect(presenter.paste)
        panel.sheet.pasted_judged.connect(self._on_pasted)
        panel.sheet.removed.connect(presenter.remove_row)
        panel.sheet.repeated.connect(presenter.repeat_row)
        panel.sheet.moved.connect(presenter.move_row)
        panel.came.connect(presenter.board.come_to)
        panel.place.noted.connect(presenter.board.note_place)
        panel.side.row_chosen.connect(presenter.board.try_row)
        panel.side.part_typed.connect(presenter.board.try_text)
        panel.side.bonuses_chosen.connect(presenter.board.try_bonuses)
        panel.side.point_chosen.connect(panel.go_to)
        panel.keep_asked.connect(presenter.keep)
        panel.leave_asked.connect(self._leave)
        panel.rested.connect(presenter.keep_draft)
        panel.reason_typed.connect(presenter.give_reason)
        panel.act_chosen.connect(self._on_act)
        panel.head_changed.connect(self.header_changed)

    def _on_kept(self, rules: RuleSet, done: Done | None) -> None:
        """Tell everyone, and go where the rules can be seen."""
        if done is not None:
            self._bench.announce(done, self)
            self._bench.tell(_("The rules of the contract were adjusted."))
        else:
            self._bench.tell(_("Kept: “{title}”.").format(title=rules.title))
        self._go_back(rules.id)

    def _go_back(self, rule_set_id: str | None) -> None:
        target = self._target
        if target.back is not None:
            key, argument = target.back
            if key == pages.NEW_CONTRACT and rule_set_id is not None:
                changed = argument if isinstance(argument, pages.ContractTarget) else None
                contract_id = None if changed is None else changed.contract_id
                argument = pages.ChosenRulesTarget(rule_set_id, contract_id)
            self._bench.open_page(key, argument)
        elif target.contract_id is not None:
            details = pages.ContractTarget(target.contract_id, "details")
            self._bench.open_page(pages.CONTRACT, details)
        else:
            self._bench.open_page(pages.RULES, rule_set_id)

    @Slot()
    def _leave(self) -> None:
        self._go_back(None)

    @Slot(str, bool)
    def _on_pasted(self, table: str, agreed: bool) -> None:
        self.presenter.take_pasted(table, agreed=agreed)

    @Slot(str)
    def _on_act(self, key: str) -> None:
        if key == AFRESH:
            self.presenter.start_afresh()


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page on which an owner types a rule set over."""
    return RuleEditorScreen(bench, parent)
