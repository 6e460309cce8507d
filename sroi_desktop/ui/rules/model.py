"""The rule sets as a list for Qt: immutable rows, replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sroi_desktop.ui.rules.content import ListedSet

Index = QModelIndex | QPersistentModelIndex
SET_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class SetsModel(QAbstractListModel):
    """One row per rule set. `SET_ROLE` gives the row itself."""

    _sets: tuple[ListedSet, ...] = ()

    def set_sets(self, sets: Sequence[ListedSet]) -> None:
        """Show other rule sets."""
        self.beginResetModel()
        self._sets = tuple(sets)
        self.endResetModel()

    def sets(self) -> tuple[ListedSet, ...]:
        """Return the rule sets in their order."""
        return self._sets

    def place_of(self, rule_set_id: str | None) -> int | None:
        """Return the place of a rule set, or None where it is not in the list."""
        ids = [one.id for one in self._sets]
        return ids.index(rule_set_id) if rule_set_id in ids else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rule sets; a rule set has no rows of its own."""
        return 0 if parent.isValid() else len(self._sets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says in that role."""
        if not index.isValid():
            return None
        one = self._sets[index.row()]
        if role == SET_ROLE:
            return one
        return {
            Qt.ItemDataRole.DisplayRole: one.places,
            Qt.ItemDataRole.AccessibleTextRole: one.spoken,
            Qt.ItemDataRole.ToolTipRole: one.spoken,
        }.get(Qt.ItemDataRole(role))
