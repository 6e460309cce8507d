"""Joins the page of the rules with its presenter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.services import own_sets
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.rules import documents, sharing
from sroi_desktop.ui.rules.documents import DocumentsPresenter
from sroi_desktop.ui.rules.presenter import RulesPresenter
from sroi_desktop.ui.rules.sharing import SharingPresenter
from sroi_desktop.ui.rules.view import RulesPanel
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class RulesScreen(Screen):
    """The page of the published rules."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = RulesPanel(self)
        self._presenter = RulesPresenter(self._panel, bench.desk, bench.open_page)
        self._sharing = SharingPresenter(
            self._panel.sharing, bench.desk, self._presenter.chosen, self._presenter.show_again
        )
        self._documents = DocumentsPresenter(
            self._panel.sharing, bench.desk, self._presenter.chosen, self._presenter.choose
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        panel = self._panel
        panel.search_changed.connect(self._on_search)
        panel.head_changed.connect(self.header_changed)
        panel.file_dropped.connect(self._on_file)
        panel.sharing.judged.connect(self._on_judged)
        panel.sharing.act_chosen.connect(self.run_act)
        panel.list.set_chosen.connect(self._on_set)
        panel.detail.set_wanted.connect(self._on_set)
        panel.detail.act_chosen.connect(self.run_act)
        panel.detail.document_wanted.connect(self._documents.open)
        panel.detail.document_removed.connect(self._documents.take_away)
        panel.detail.source_wanted.connect(self._on_source)
        panel.compare.pair_chosen.connect(self._on_pair)
        panel.compare.only_toggled.connect(self._on_only)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Show a rule set by its id, the copy that a contract keeps, or the list."""
        self._presenter.open_at(argument)

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the head, or of the set that is shown."""
        if key in sharing.ACTS:
            self._sharing.run_act(key)
        elif key in documents.ACTS:
            self._documents.run_act(key)
        else:
            self._presenter.run_act(key)

    def go_to_crumb(self, key: str) -> None:
        """Go back from the comparison to the list."""
        if key == pages.RULES:
            self._presenter.stop_comparing()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._presenter.search(text)

    @Slot(object)
    def _on_file(self, path: Path) -> None:
        """Look into a file with rules; any other is a document of the own set that is shown."""
        if self._presenter.shows_own and not own_sets.may_hold_rules(path):
            self._documents.attach(path)
        else:
            self._sharing.look_into(path)

    @Slot(str)
    def _on_set(self, rule_set_id: str) -> None:
        self._presenter.choose(rule_set_id)

    @Slot(str)
    def _on_source(self, address: str) -> None:
        self._presenter.open_source(address)

    @Slot(str, str)
    def _on_pair(self, left: str, right: str) -> None:
        self._presenter.compare_with(left, right)

    @Slot(bool)
    def _on_judged(self, agreed: bool) -> None:
        self._sharing.judge(agreed=agreed)
        self._panel.list.setFocus()

    @Slot(bool)
    def _on_only(self, only: bool) -> None:
        self._presenter.show_only_differences(only=only)


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page of the published rules."""
    return RulesScreen(bench, parent)
