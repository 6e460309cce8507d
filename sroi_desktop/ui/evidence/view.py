"""The evidence page as widgets: what is missing in a table, the chosen effort beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.evidence.content import DetailContent, ListContent
from sroi_desktop.ui.evidence.detail import DetailCard
from sroi_desktop.ui.evidence.presenter import BOOK
from sroi_desktop.ui.evidence.rows import EvidenceRow, Key, columns, key_of
from sroi_desktop.ui.kit.boxes import Card, ScrolledPage
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.drop import local_files
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.tables import TableView
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.kit.text import Muted, Text
from sroi_desktop.ui.opening import open_copy
from sroi_desktop.ui.split import Split

MISSING, EVERYTHING, ALL = "missing", "everything", "all"


class EvidenceTable(TableView[EvidenceRow]):
    """The table; files may be dropped on any of its rows.

    Signals:
        files_dropped(object, object): the `EvidenceRow` and a tuple of `Path`.
    """

    files_dropped = Signal(object, object)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files come in."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files on a row only, and show which one."""
        row = self.indexAt(event.position().toPoint())
        if row.isValid() and local_files(event.mimeData()):
            self.select_keys([key_of(self.rows()[row.row()])])
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped on a row."""
        row, files = self.indexAt(event.position().toPoint()), local_files(event.mimeData())
        if row.isValid() and files:
            event.acceptProposedAction()
            self.files_dropped.emit(self.rows()[row.row()], files)


class MissingList(QWidget):
    """The table with what it can be narrowed down by.

    Signals:
        everything_chosen(bool): also what is complete.
        contract_chosen(object): id as text, or None for all.
        row_chosen(object): the selected `EvidenceRow`, or None.
        files_dropped(object, object): the `EvidenceRow` and a tuple of `Path`.
        act_chosen(str): key of the act of the empty state.
    """

    everything_chosen = Signal(bool)
    contract_chosen = Signal(object)
    row_chosen = Signal(object)
    files_dropped = Signal(object, object)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = TabBar(self)
        self._tabs.setObjectName("evidence.tabs")
        self._tabs.setAccessibleName(_("Which efforts"))
        self._stake = Text("", "section", tone=Tone.WARNING, parent=self)
        self._stake.setObjectName("evidence.stake")
        self._stake_words = Muted("", parent=self)
        self._search = SearchField(_("Search in the evidence"), self)
        self._search.setObjectName("evidence.search")
        self._narrow = QWidget(self)
        self._contract = ChoiceField(
            _("&Contract"), name="evidence.contract", searchable=True, parent=self
        )
        self.table = EvidenceTable(
            columns(), key_of, name=_("Efforts and their evidence"), optional=("contract",)
        )
        self.table.setObjectName("evidence.table")
        self.table.setAcceptDrops(True)
        self.table.viewport().setAcceptDrops(True)
        self._build()
        self._connect()

    def set_content(self, content: ListContent) -> None:
        """Show the efforts."""
        tabs = (
            Choice(MISSING, _("Missing"), str(content.missing)),
            Choice(EVERYTHING, _("Everything")),
        )
        self._tabs.set_tabs(tabs)
        self._stake.setText(content.at_stake)
        lacks = bool(content.missing)
        self._stake.setVisible(lacks)
        words = _("counts as proven only with this evidence.")
        self._stake_words.setText(words if lacks else _("Nothing is missing here."))
        self._contract.set_choices((Choice(ALL, _("All")), *content.contracts))
        self._narrow.setVisible(bool(content.contracts))
        self.table.set_rows(content.rows)

    def set_filter(self, *, everything: bool, contract: str | None) -> None:
        """Show which tab and contract are on."""
        self._tabs.set_current_key(EVERYTHING if everything else MISSING)
        self._contract.set_value(contract or ALL)
        if self._contract.value() is None:
            self._contract.set_value(ALL)

    def _build(self) -> None:
        empty = EmptyState(
            "circle-check",
            _("No evidence is missing"),
            _("What still needs a document will stand here, with the euros that depend on it."),
            act=Act(BOOK, _("Book an effort"), "plus"),
            parent=self.table.viewport(),
        )
        empty.act_chosen.connect(self.act_chosen)
        nothing = (_("Nothing found"), _("No effort fits what you search for."))
        self.table.set_empty(empty, filtered=nothing)
        stake = QHBoxLayout()
        stake.setSpacing(8)
        stake.addWidget(self._stake, 0, Qt.AlignmentFlag.AlignBaseline)
        stake.addWidget(self._stake_words, 1, Qt.AlignmentFlag.AlignBaseline)
        narrow = QHBoxLayout(self._narrow)
        narrow.setContentsMargins(0, 0, 0, 0)
        narrow.setSpacing(12)
        narrow.addWidget(self._search, 1, Qt.AlignmentFlag.AlignBottom)
        narrow.addWidget(self._contract, 1)
        card = Card(self, padding=8)
        card.add(self.table)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(self._tabs)
        body.addLayout(stake)
        body.addWidget(self._narrow)
        body.addWidget(card, 1)

    def _connect(self) -> None:
        self._tabs.tab_chosen.connect(self._on_tab)
        self._contract.finished.connect(self._on_contract)
        self._search.search_changed.connect(self._on_search)
        self.table.selection_changed.connect(self._on_selection)
        self.table.files_dropped.connect(self.files_dropped)

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self.everything_chosen.emit(key == EVERYTHING)

    @Slot()
    def _on_contract(self) -> None:
        key = self._contract.value()
        self.contract_chosen.emit(None if key == ALL else key)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self.table.set_filter(text)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.table.selected_rows()
        self.row_chosen.emit(chosen[0] if chosen else None)


class EvidencePanel(QWidget):
    """The body of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = MissingList(self)
        self.detail = DetailCard(self)
        both = Split(self.list, self.detail, shares=(5, 3), narrow=52, parent=self)
        page = ScrolledPage(self, margins=(28, 4, 28, 8))
        page.body.addWidget(both, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(page)

    def show_list(self, content: ListContent) -> None:
        """Show the efforts."""
        self.list.set_content(content)

    def show_filter(self, *, everything: bool, contract: str | None) -> None:
        """Show which tab and contract are on."""
        self.list.set_filter(everything=everything, contract=contract)

    def select(self, key: Key) -> None:
        """Select a row of the table."""
        self.list.table.select_keys([key])

    def show_detail(self, content: DetailContent | None, refused: Mapping[str, str]) -> None:
        """Show one effort; where there is none to choose, the list has all the room."""
        self.detail.set_content(content, refused)
        self.detail.setVisible(content is not None or bool(self.list.table.rows()))

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message with the effort."""
        self.detail.show_message(text, tone)

    def show_wrong(self, code: str, wrong: Mapping[str, str]) -> None:
        """Show what is the matter with the note of what was seen."""
        self.detail.lines.show_wrong(code, wrong)

    def open_file(self, name: str, write: Callable[[Path], None]) -> bool:
        """Open a copy in the program for its kind."""
        return open_copy(name, write)
