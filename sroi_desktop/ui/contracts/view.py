"""The list of contracts as widgets: filters, a search, the cards, and what to say without any."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contracts.cards import ContractCard
from sroi_desktop.ui.contracts.delegate import ContractDelegate
from sroi_desktop.ui.contracts.model import ContractsModel
from sroi_desktop.ui.kit.boxes import clear_layout, row
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.tabs import TabBar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ContractList(QListView):
    """The cards. A click, Enter or the space bar opens one.

    Signals:
        contract_opened(int): the contract that the user opened.
    """

    contract_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contracts.list")
        self.setProperty("surface", "page")
        self.setAccessibleName(_("Contracts"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._cards = ContractsModel(self)
        self._delegate = ContractDelegate(self)
        self.setModel(self._cards)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._open)
        self.entered.connect(self._on_entered)

    def set_cards(self, cards: tuple[ContractCard, ...]) -> None:
        """Show other contracts; the current one stays current where it is still there."""
        current = self.current_contract()
        self._cards.set_cards(cards)
        place = None if current is None else self._cards.place_of(current)
        if place is None and cards:
            place = 0
        if place is not None:
            self.selectionModel().setCurrentIndex(
                self._cards.index(place), self.selectionModel().SelectionFlag.NoUpdate
            )

    def cards(self) -> tuple[ContractCard, ...]:
        """Return the cards shown, in their order."""
        return tuple(self._cards.card_at(place) for place in range(self._cards.rowCount()))

    def current_contract(self) -> int | None:
        """Return the contract that the keys are on."""
        index = self.currentIndex()
        return self._cards.card_at(index.row()).contract_id if index.isValid() else None

    def fit_to_look(self) -> None:
        """Measure the cards again at the new text size."""
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current contract with Enter or the space bar; all else as lists do."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards again: a narrow one is higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the mark of the mouse off its card."""
        super().leaveEvent(event)
        self._delegate.hovered_row = -1
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.contract_opened.emit(self._cards.card_at(index.row()).contract_id)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._delegate.hovered_row = index.row()
        self.viewport().update()


class ContractsPanel(QWidget):
    """The body of the page.

    Signals:
        filter_chosen(str): key of a filter.
        search_changed(str): what to look for.
        contract_opened(int): the contract that the user opened.
        act_chosen(str): key of the act of the empty list.
    """

    filter_chosen = Signal(str)
    search_changed = Signal(str)
    contract_opened = Signal(int)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = TabBar(self)
        self._filters.setObjectName("contracts.filters")
        self._filters.setAccessibleName(_("Which contracts"))
        self._search = SearchField(_("Search in contracts"), self)
        self._search.setObjectName("contracts.search")
        self._list = ContractList(self)
        self._empty = QWidget(self)
        self._empty_body = QVBoxLayout(self._empty)
        self._places = QStackedLayout()
        self._places.addWidget(self._list)
        self._places.addWidget(self._empty)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 0, 28, 0)
        body.setSpacing(14)
        body.addLayout(row(self._filters, self._search, spacing=16))
        body.addLayout(self._places, 1)
        self._filters.tab_chosen.connect(self.filter_chosen)
        self._search.search_changed.connect(self.search_changed)
        self._list.contract_opened.connect(self.contract_opened)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Give the search a sensible width at the new text size."""
        self._search.setMaximumWidth(current_look().em(18))

    def show_cards(self, cards: tuple[ContractCard, ...]) -> None:
        """Show these contracts."""
        self._list.set_cards(cards)
        self._places.setCurrentWidget(self._list)

    def show_filters(self, choices: tuple[Choice, ...], current: str, *, searched: bool) -> None:
        """Show the filters with their counts."""
        self._filters.set_tabs(choices)
        self._filters.set_current_key(current)
        self._search.setVisible(searched)

    def show_empty(self, *, title: str, text: str, act: Act | None) -> None:
        """Say why there is nothing to see."""
        clear_layout(self._empty_body)
        state = EmptyState("briefcase", title, text, act=act, parent=self._empty)
        state.act_chosen.connect(self.act_chosen)
        self._empty_body.addWidget(state)
        self._places.setCurrentWidget(self._empty)
