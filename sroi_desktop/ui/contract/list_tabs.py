"""The tabs of a contract that are one list: efforts, issued reports, history."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contract.content import EffortsContent, HistoryContent, ReportsContent
from sroi_desktop.ui.contract.rows import EffortRow, ReportRow
from sroi_desktop.ui.contract.tables import efforts_table, history_table, reports_table
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, column, row
from sroi_desktop.ui.kit.buttons import Button, IconButton
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.icons import icon
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, Text

_MARGINS = (28, 4, 28, 16)
DIVIDE, ELSEWHERE = "divide", "elsewhere"


class _Amount(QWidget):
    """An amount under its name."""

    def __init__(self, name: str, amount: str, parent: QWidget) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(
            column(
                Muted(name, "hint", wrap=False, parent=self),
                Text(amount, "strong", parent=self),
                spacing=1,
            )
        )


def _on_card(table: QWidget, parent: QWidget) -> Card:
    card = Card(parent, padding=8)
    card.add(table)
    return card


class EffortsTab(ScrolledPage):
    """All efforts of the contract with their totals; scrolls where large text leaves no room.

    Signals:
        act_chosen(str): key of an act.
        effort_opened(int): the effort that the user opened.
        divide_wanted(int), elsewhere_wanted(int): an effort to divide, or to compare.
    """

    act_chosen = Signal(str)
    effort_opened = Signal(int)
    divide_wanted = Signal(int)
    elsewhere_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=_MARGINS)
        self._table = efforts_table(parent=self, short=False)
        self._table.setObjectName("contract.efforts")
        empty = EmptyState(
            "hand-heart",
            _("Your efforts will be here"),
            _("Book what you do: someone hired, a trainee, a purchase, hours of your own people."),
            act=Act("book", _("Book effort"), icon="plus", kind="primary"),
        )
        empty.act_chosen.connect(self.act_chosen)
        self._table.set_empty(empty)
        self._table.row_opened.connect(self._on_row)
        self._amounts = Wrap(self, spacing=32)
        self._foot = Card(self, padding=14)
        self._beyond = Banner("", Tone.WARNING, parent=self)
        self._beyond.setObjectName("contract.efforts.beyond")
        self._beyond.hide()
        self._foot.add(self._beyond)
        note = _("Efforts that are still running count up to today; the rest of them is planned.")
        self._foot.add(Muted(note, "hint", parent=self))
        self._acts = IconButton("ellipsis", _("With this effort"), self)
        self._acts.setObjectName("contract.effort.acts")
        self._menu = QMenu(self)
        self._menu.setObjectName("contract.effort.menu")
        for key, words, name in (
            (DIVIDE, _("Divide over contracts…"), "split"),
            (ELSEWHERE, _("What is this worth elsewhere?"), "scale"),
        ):
            self._menu.addAction(icon(name, "text", 16), words).setData(key)
        self._table.selection_changed.connect(self._on_selection)
        self._acts.clicked.connect(self._on_acts)
        self._menu.triggered.connect(self._on_menu)
        foot = row(self._amounts, self._acts)
        foot.setStretch(0, 1)
        self._foot.body.insertLayout(0, foot)
        self.body.addWidget(_on_card(self._table, self), 1)
        self.add(self._foot)
        self._on_selection()

    def show_content(self, content: EffortsContent) -> None:
        """Show the efforts."""
        self._table.set_rows(content.rows)
        self._amounts.clear()
        for name, amount in content.totals:
            self._amounts.add(_Amount(name, amount, self._amounts))
        if content.beyond != self._beyond.text():
            self._beyond.show_message(content.beyond, Tone.WARNING)
        self._foot.setVisible(bool(content.rows))
        self._on_selection()

    @Slot(object)
    def _on_row(self, row_: EffortRow) -> None:
        self.effort_opened.emit(row_.effort_id)

    @Slot()
    def _on_selection(self) -> None:
        chosen = bool(self._table.selected_rows())
        self._acts.setEnabled(chosen)
        words = _("With this effort") if chosen else _("Choose an effort in the table first.")
        self._acts.setToolTip(words)

    @Slot()
    def _on_acts(self) -> None:
        self._menu.popup(self._acts.mapToGlobal(self._acts.rect().topLeft()))

    @Slot(QAction)
    def _on_menu(self, chosen: QAction) -> None:
        wanted = self.divide_wanted if chosen.data() == DIVIDE else self.elsewhere_wanted
        for shown in self._table.selected_rows():
            wanted.emit(shown.effort_id)


class ReportsTab(QWidget):
    """The issued reports.

    Signals:
        act_chosen(str): key of an act.
        open_asked(object), save_asked(object): the row that the user wants opened or saved.
    """

    act_chosen = Signal(str)
    open_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = reports_table(self)
        self._table.setObjectName("contract.reports")
        empty = EmptyState(
            "printer",
            _("Issued reports will be here"),
            _("A report that was issued never changes. You can open and save it here again."),
            act=Act("report", _("Make report"), icon="printer", kind="primary"),
        )
        empty.act_chosen.connect(self.act_chosen)
        self._table.set_empty(empty)
        self._open = Button(_("&Open"), icon_name="eye", parent=self)
        self._open.setObjectName("contract.report.open")
        self._save = Button(_("&Save as…"), icon_name="download", parent=self)
        self._save.setObjectName("contract.report.save")
        self._foot = QWidget(self)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addLayout(row(self._open, self._save, STRETCH))
        body = QVBoxLayout(self)
        body.setContentsMargins(*_MARGINS)
        body.setSpacing(14)
        body.addWidget(_on_card(self._table, self), 1)
        body.addWidget(self._foot)
        self._table.row_opened.connect(self.open_asked)
        self._table.selection_changed.connect(self._on_selection)
        self._open.clicked.connect(self._on_open)
        self._save.clicked.connect(self._on_save)

    def show_content(self, content: ReportsContent) -> None:
        """Show the reports; the newest is chosen where none was."""
        self._table.set_rows(content.rows)
        if content.rows and not self._table.selected_rows():
            self._table.select_keys([content.rows[0].report_id])
        self._foot.setVisible(bool(content.rows))
        self._on_selection()

    def _chosen(self) -> ReportRow | None:
        chosen = self._table.selected_rows()
        return chosen[0] if chosen else None

    @Slot()
    def _on_selection(self) -> None:
        self._open.setEnabled(self._chosen() is not None)
        self._save.setEnabled(self._chosen() is not None)

    @Slot()
    def _on_open(self) -> None:
        self.open_asked.emit(self._chosen())

    @Slot()
    def _on_save(self) -> None:
        self.save_asked.emit(self._chosen())


class HistoryTab(QWidget):
    """What was done with the contract."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = history_table(self)
        self._table.setObjectName("contract.history")
        self._table.set_empty(EmptyState("history", _("Nothing was done yet")))
        body = QVBoxLayout(self)
        body.setContentsMargins(*_MARGINS)
        body.addWidget(_on_card(self._table, self))

    def show_content(self, content: HistoryContent) -> None:
        """Show what was done."""
        self._table.set_rows(content.rows)
