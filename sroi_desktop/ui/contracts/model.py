"""The contracts as a list for Qt: immutable cards, replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sroi_desktop.ui.contracts.cards import ContractCard

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class ContractsModel(QAbstractListModel):
    """One row per contract. `CARD_ROLE` gives the card itself."""

    _cards: tuple[ContractCard, ...] = ()

    def set_cards(self, cards: Sequence[ContractCard]) -> None:
        """Show other contracts."""
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def card_at(self, place: int) -> ContractCard:
        """Return the card at a place counted from 0."""
        return self._cards[place]

    def place_of(self, contract_id: int) -> int | None:
        """Return the place of a contract, or None where it is not in the list."""
        ids = [card.contract_id for card in self._cards]
        return ids.index(contract_id) if contract_id in ids else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of contracts; a contract has no rows of its own."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says in that role."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        return {
            Qt.ItemDataRole.DisplayRole: card.title,
            Qt.ItemDataRole.AccessibleTextRole: card.spoken,
            Qt.ItemDataRole.ToolTipRole: card.spoken,
        }.get(Qt.ItemDataRole(role))
