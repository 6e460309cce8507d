"""The table of efforts as widgets: what to filter by, the table, and what it adds up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.language import _
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.ui.efforts.bars import FilterBar, TotalsBar
from sroi_desktop.ui.efforts.doubles import DoublesContent
from sroi_desktop.ui.efforts.doubles_bar import DoublesBar
from sroi_desktop.ui.efforts.narrowing import Choices, Filter, Sum
from sroi_desktop.ui.efforts.presenter import BOOK, DRAFTS, REMOVE
from sroi_desktop.ui.efforts.rows import columns, key_of
from sroi_desktop.ui.efforts.verdict import Verdict
from sroi_desktop.ui.efforts.verdict_dialog import VerdictDialog
from sroi_desktop.ui.kit.act_menu import ActMenu
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import run_dialog
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables import TableView
from sroi_desktop.ui.split import Split

# Narrower than this, in heights of the text, the acts stand beneath the totals.
_FOOT_EM = 58


class EffortsTable(TableView[EffortLine]):
    """The table itself; Delete and the menu key act on the selected line.

    Signals:
        removal_wanted(): the user pressed Delete.
        menu_wanted(object): a menu for the selected line, at that global `QPoint`.
    """

    removal_wanted = Signal()
    menu_wanted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete; all else as tables do."""
        if event.key() == Qt.Key.Key_Delete and self.selected_rows():
            self.removal_wanted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line beneath the mouse, or of the selected one."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            shown = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(shown.bottomLeft())
        if self.selected_rows():
            self.menu_wanted.emit(place)


class EffortsPanel(QWidget):
    """The body of the page.

    Signals:
        line_opened(object): an `EffortLine` to change.
        act_on_line(str, object): key of an act, and the `EffortLine`.
        act_chosen(str): key of an act of the page.
        menu_wanted(object, object): the menu of an `EffortLine`, at that global `QPoint`.
        searched(): other words are searched for.
    """

    line_opened = Signal(object)
    act_on_line = Signal(str, object)
    act_chosen = Signal(str)
    menu_wanted = Signal(object, object)
    searched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = Banner("", Tone.INFO, icon="file-pen", parent=self)
        self._drafts.hide()
        self.doubles = DoublesBar(self)
        self.filters = FilterBar(self)
        self.table = EffortsTable(
            columns(),
            key_of,
            name=_("Efforts"),
            optional=("starts", "contract", "ends", "block", "who", "invoice"),
            parent=self,
        )
        self.table.setObjectName("efforts.table")
        empty = EmptyState(
            "hand-heart",
            _("What you did will stand here"),
            _("Someone hired, a trainee, a purchase, hours given: with what each is worth."),
            act=Act(BOOK, _("Book an effort"), "plus", kind="primary"),
            parent=self.table.viewport(),
        )
        empty.act_chosen.connect(self.act_chosen)
        nothing = (_("Nothing found"), _("No effort fits what you search or filter for."))
        self.table.set_empty(empty, filtered=nothing)
        self._totals = TotalsBar(self)
        self._line: EffortLine | None = None
        self._menu = ActMenu(self)
        self._menu.setObjectName("efforts.menu")
        self._acts = Button(_("&With this effort…"), icon_name="ellipsis", parent=self)
        self._acts.setObjectName("efforts.acts")
        self._foot = self._made_foot()
        self._build()
        self._on_selection()
        self._connect()

    # -- what the presenter asks

    def show_lines(self, lines: Sequence[EffortLine]) -> None:
        """Show these lines, within the words that are searched for."""
        self.table.set_rows(lines)

    def shown_lines(self) -> tuple[EffortLine, ...]:
        """Return the lines that are left after searching."""
        return self.table.rows()

    def show_tools(self, *, shown: bool) -> None:
        """Offer to narrow down and to act: not where there is nothing yet."""
        self.filters.setVisible(shown)
        self._foot.setVisible(shown)
        self.table.horizontalHeader().setVisible(shown)

    def show_choices(self, choices: Choices) -> None:
        """Offer what can be filtered by."""
        self.filters.set_choices(choices)

    def show_filter(self, wanted: Filter, search: str) -> None:
        """Show which filter is on."""
        self.filters.set_filter(wanted, search)
        self.table.set_filter(search)

    def show_totals(self, count: str, sums: tuple[Sum, ...]) -> None:
        """Show what the lines add up to."""
        self._totals.set_totals(count, sums)

    def show_drafts(self, text: str) -> None:
        """Offer to go on with what was not booked."""
        self._drafts.show_message(text, Tone.INFO, act=Act(DRAFTS, _("Go on")) if text else None)

    def show_doubles(self, content: DoublesContent) -> None:
        """Show what may be booked twice."""
        self.doubles.set_content(content)

    def ask_verdict(self, state: EffortState, line: EffortLine) -> Verdict | None:
        """Ask what the authority said."""
        dialog = VerdictDialog(state, line, self)
        run_dialog(dialog)
        verdict = dialog.verdict()
        dialog.deleteLater()
        return verdict

    def show_menu(self, acts: Sequence[Act | None], line: EffortLine, place: QPoint) -> None:
        """Open the menu of a line."""
        self._line = line
        self._menu.set_acts(acts)
        self._menu.popup(place)

    # -- inside

    def _build(self) -> None:
        """Lay out the page; it scrolls where large text leaves no room for a table."""
        page = ScrolledPage(self, margins=(28, 4, 28, 8), spacing=12)
        card = Card(self, padding=8)
        card.add(self.table)
        page.add(self._drafts, self.doubles, self.filters)
        page.body.addWidget(card, 1)
        page.add(self._foot)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(page)

    def _made_foot(self) -> QWidget:
        beside = QWidget(self)
        line = row(self._acts, STRETCH)
        beside.setLayout(line)
        return Split(self._totals, beside, shares=(1, 0), narrow=_FOOT_EM, spacing=12, parent=self)

    def _connect(self) -> None:
        self._drafts.act_chosen.connect(self.act_chosen)
        self.filters.search_changed.connect(self._on_search)
        self.table.row_opened.connect(self.line_opened)
        self.table.selection_changed.connect(self._on_selection)
        self.table.removal_wanted.connect(self._on_removal)
        self.table.menu_wanted.connect(self._on_menu_wanted)
        self._acts.clicked.connect(self._on_acts)
        self._menu.act_chosen.connect(self._on_menu)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self.table.set_filter(text)
        self.searched.emit()

    @Slot()
    def _on_selection(self) -> None:
        chosen = bool(self.table.selected_rows())
        self._acts.setEnabled(chosen)
        self._acts.setToolTip("" if chosen else _("Choose an effort in the table first."))

    @Slot()
    def _on_removal(self) -> None:
        for line in self.table.selected_rows():
            self.act_on_line.emit(REMOVE, line)

    @Slot(object)
    def _on_menu_wanted(self, place: QPoint) -> None:
        for line in self.table.selected_rows():
            self.menu_wanted.emit(line, place)

    @Slot()
    def _on_acts(self) -> None:
        self._on_menu_wanted(self._acts.mapToGlobal(self._acts.rect().topLeft()))

    @Slot(str)
    def _on_menu(self, key: str) -> None:
        if self._line is not None:
            self.act_on_line.emit(key, self._line)
