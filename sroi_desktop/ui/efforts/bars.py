"""Above the table of efforts what it can be narrowed down by, beneath it what it adds up to."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.efforts.narrowing import Choices, Filter, Sum
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.text import Muted, Text

ALL = "all"


class FilterBar(QWidget):
    """What the table can be narrowed down by.

    Signals:
        contract_chosen(object), kind_chosen(object), state_chosen(object): a key, or None.
        missing_chosen(bool): only what lacks evidence.
        search_changed(str): words to look for.
        cleared(): show everything again.
    """

    contract_chosen = Signal(object)
    kind_chosen = Signal(object)
    state_chosen = Signal(object)
    missing_chosen = Signal(bool)
    search_changed = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(_("Search in the efforts"), self)
        self._search.setObjectName("efforts.search")
        self._contract = ChoiceField(
            _("&Contract"), name="efforts.contract", searchable=True, parent=self
        )
        self._kind = ChoiceField(_("&Kind"), name="efforts.kind", parent=self)
        self._state = ChoiceField(_("&State"), name="efforts.state", parent=self)
        self._missing = QCheckBox(_("Only what lacks &evidence"), self)
        self._missing.setObjectName("efforts.missing")
        self._clear = LinkButton(_("Show all"), small=True, icon_name="x", parent=self)
        self._clear.setObjectName("efforts.clear")
        choices = Columns(self, narrowest=13, most=3)
        choices.add(self._contract, self._kind, self._state)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._search, 1)
        across.addWidget(self._missing)
        across.addWidget(self._clear)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(across)
        body.addWidget(choices)
        self._connect()

    def set_choices(self, choices: Choices) -> None:
        """Offer what can be filtered by; what was chosen stays."""
        everything = Choice(ALL, _("All"))
        pairs = (
            (self._contract, choices.contracts),
            (self._kind, choices.kinds),
            (self._state, choices.states),
        )
        for field, found in pairs:
            field.set_choices((everything, *found))
            if field.value() is None:
                field.set_value(ALL)

    def set_filter(self, wanted: Filter, search: str) -> None:
        """Show which filter is on."""
        self._search.setText(search)
        self._contract.set_value(ALL if wanted.contract_id is None else str(wanted.contract_id))
        self._kind.set_value(ALL if wanted.kind is None else wanted.kind.value)
        self._state.set_value(ALL if wanted.state is None else wanted.state.value)
        with QSignalBlocker(self._missing):
            self._missing.setChecked(wanted.missing_only)
        self._show_clear()

    def search(self) -> str:
        """Return the words that are searched for."""
        return self._search.text().strip()

    def focus(self) -> None:
        """Put the cursor in the search."""
        self._search.setFocus()

    def _show_clear(self) -> None:
        """Offer to show everything only where something is hidden."""
        fields = (self._contract, self._kind, self._state)
        narrowed = any(field.value() not in {None, ALL} for field in fields)
        self._clear.setVisible(narrowed or self._missing.isChecked() or bool(self._search.text()))

    def _connect(self) -> None:
        for signal in (self.contract_chosen, self.kind_chosen, self.state_chosen):
            signal.connect(self._on_narrowed)
        self.missing_chosen.connect(self._on_narrowed)
        self.search_changed.connect(self._on_narrowed)
        self._search.search_changed.connect(self.search_changed)
        self._contract.finished.connect(self._on_contract)
        self._kind.finished.connect(self._on_kind)
        self._state.finished.connect(self._on_state)
        self._missing.toggled.connect(self.missing_chosen)
        self._clear.clicked.connect(self.cleared)

    @Slot()
    def _on_narrowed(self) -> None:
        self._show_clear()

    @Slot()
    def _on_contract(self) -> None:
        self.contract_chosen.emit(_wanted(self._contract))

    @Slot()
    def _on_kind(self) -> None:
        self.kind_chosen.emit(_wanted(self._kind))

    @Slot()
    def _on_state(self) -> None:
        self.state_chosen.emit(_wanted(self._state))


class TotalsBar(Card):
    """What the lines on the screen add up to, each standing apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14)
        self.setObjectName("efforts.totals")
        self._count = Text("", "strong", parent=self)
        self._sums = Wrap(self, spacing=28, line_spacing=8)
        across = QHBoxLayout()
        across.setSpacing(28)
        across.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._sums, 1)
        self.body.addLayout(across)

    def set_totals(self, count: str, sums: tuple[Sum, ...]) -> None:
        """Show other totals."""
        self._count.setText(count)
        self._sums.clear()
        for one in sums:
            pair = QWidget(self._sums)
            lines = QVBoxLayout(pair)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(1)
            lines.addWidget(Muted(one.label, "hint", wrap=False, parent=pair))
            lines.addWidget(Text(one.value, "strong", parent=pair))
            self._sums.add(pair)


def _wanted(field: ChoiceField) -> str | None:
    """Return what is filtered by; an answer that is none of the list counts as "all"."""
    key = field.value()
    if key is None:
        field.set_value(ALL)
    return None if key == ALL else key
