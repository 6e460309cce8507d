"""The dialog with one effort under every contract and every set, and beneath it the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.services.elsewhere import Comparison
from sroi_desktop.ui.elsewhere.columns import columns, key_of
from sroi_desktop.ui.elsewhere.content import ChosenContent, ElsewhereRow, NoteContent
from sroi_desktop.ui.elsewhere.presenter import ElsewherePresenter
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.tables import TableView
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text

_MARGIN = 40
_WIDEST_EM, _HIGHEST_EM = 80, 56


class ElsewhereDialog(QDialog):
    """Shows what an effort would be worth elsewhere; changes nothing that is booked."""

    def __init__(self, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("elsewhere")
        self.setWindowTitle(_("What is this worth elsewhere?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._key = ""
        self._title = Text("", "section", wrap=True, parent=self)
        self._note = Muted("", "hint", parent=self)
        self._search = SearchField(_("Search in the table"), self)
        self._search.setObjectName("elsewhere.search")
        self._table = TableView(columns(), key_of, name=_("Worth elsewhere"), parent=self)
        self._table.setObjectName("elsewhere.table")
        nothing = _("Nothing found")
        self._table.set_empty(EmptyState("search", nothing), filtered=(nothing, ""))
        self._chosen = SectionTitle("", role="heading", parent=self)
        self._block = ChoiceField(
            _("Under which &row does it fall here?"), name="elsewhere.block", parent=self
        )
        self._said: tuple[NoteContent, Act | None] = NoteContent(""), None
        self._note_below = Banner(parent=self)
        self._note_below.hide()
        self._derivation = DerivationView(self)
        self._close = Button(_("&Close"), parent=self)
        self._close.setObjectName("elsewhere.close")
        self._build()
        self.presenter = ElsewherePresenter(self, comparison)
        self._search.search_changed.connect(self._table.set_filter)
        self._table.selection_changed.connect(self._on_selection)
        self._block.finished.connect(self._on_block)
        self._note_below.act_chosen.connect(self._on_back)
        self._close.clicked.connect(self.accept)
        self.resize(self.sizeHint())  # Qt itself takes at most two thirds of the screen
        self.presenter.open()
        self._table.sort_by("value", descending=True)
        self._table.setFocus()

    # -- what the presenter asks

    def show_head(self, title: str, note: str) -> None:
        """Show which effort it is, and what the table does not hold."""
        self._title.setText(title)
        said = _(
            "The same hours, days and amounts under the rules of each contract, and under each "
            "set as if this contract had it. The authority decides."
        )
        self._note.setText(f"{said} {note}".strip())

    def show_rows(self, rows: Sequence[ElsewhereRow]) -> None:
        """Show every place with the worth there."""
        self._table.set_rows(rows)

    def show_chosen(self, content: ChosenContent) -> None:
        """Show how the worth at one place came about."""
        self._chosen.setText(content.title)
        if content.key != self._key:
            self._block.set_choices(content.choices)
            self._key = content.key
            self._table.select_keys([content.key])
        self._block.set_value(content.block)
        note, act = content.note, content.way_back
        if (note, act) != self._said:
            self._said = note, act
            self._note_below.show_message(note.text, note.tone, act=act)
        self._derivation.setVisible(content.derivation is not None)
        if content.derivation is not None:
            self._derivation.set_content(content.derivation)

    def sizeHint(self) -> QSize:
        """Return a size that leaves the window behind it in sight."""
        look, parent = current_look(), self.parentWidget()
        room = QSize(1024, 700) if parent is None else parent.window().size()
        wide = min(room.width() - _MARGIN, look.em(_WIDEST_EM))
        return QSize(wide, min(room.height() - _MARGIN, look.em(_HIGHEST_EM)))

    # -- inside

    def _build(self) -> None:
        page = ScrolledPage(self, margins=(24, 20, 24, 8), spacing=12)
        table = Card(self, padding=8)
        table.add(self._table)
        self._table.setMinimumHeight(current_look().em(17))
        below = Card(self, padding=18, spacing=12)
        below.add(self._chosen, self._block, self._note_below, self._derivation)
        page.add(self._title, self._note, self._search)
        page.body.addWidget(table, 1)
        page.add(below)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addLayout(row(STRETCH, self._close))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(page, 1)
        body.addLayout(foot)

    @Slot()
    def _on_selection(self) -> None:
        for chosen in self._table.selected_rows():
            if chosen.key != self._key:
                self.presenter.choose(chosen.key)

    @Slot()
    def _on_block(self) -> None:
        code = self._block.value()
        if code is not None:
            self.presenter.take_block(code)

    @Slot(str)
    def _on_back(self, _key: str) -> None:
        self._block.setFocus()  # the button goes away with what it undoes
        self.presenter.go_back()


def show_elsewhere(comparison: Comparison, parent: QWidget) -> ElsewhereDialog:
    """Open the dialog over a screen; it disposes of itself."""
    dialog = ElsewhereDialog(comparison, parent)
    dialog.open()
    return dialog
