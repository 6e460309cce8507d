"""Two rule sets side by side, as widgets: what differs is marked in words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, dispose, row
from sroi_desktop.ui.kit.content import Choice, PillContent
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.tables import Column, TableView
from sroi_desktop.ui.kit.text import Muted
from sroi_desktop.ui.rules.content import ComparedContent, ComparedLine


class ComparePage(QWidget):
    """Shows a `ComparedContent`.

    Signals:
        pair_chosen(str, str): the ids of the two sets.
        only_toggled(bool): whether rows that are the same are left out.
    """

    pair_chosen = Signal(str, str)
    only_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = ChoiceField(_("&First set"), name="rules.left", parent=self)
        self._right = ChoiceField(_("&Second set"), name="rules.right", parent=self)
        self._only = QCheckBox(_("Show only what &differs"), self)
        self._only.setObjectName("rules.only")
        self._only.setChecked(True)
        self._summary = Muted(wrap=False, parent=self)
        self._titles = ("", "")
        self._table: TableView[ComparedLine] | None = None
        self._card = Card(self, padding=8)
        choose = Columns(self, narrowest=20, most=2, spacing=18)
        choose.add(self._left, self._right)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 4, 28, 16)
        body.setSpacing(14)
        body.addWidget(choose)
        body.addLayout(row(self._only, STRETCH, self._summary))
        body.addWidget(self._card, 1)
        self._left.changed.connect(self._on_pair)
        self._right.changed.connect(self._on_pair)
        self._only.toggled.connect(self.only_toggled)

    def show_comparison(
        self, choices: tuple[Choice, ...], left: str, right: str, content: ComparedContent
    ) -> None:
        """Show two rule sets side by side."""
        for field, chosen in ((self._left, left), (self._right, right)):
            field.set_choices(choices)
            field.set_value(chosen)
        self._summary.setText(content.summary)
        self._titled(content).set_rows(content.rows)

    def _titled(self, content: ComparedContent) -> TableView[ComparedLine]:
        """Return the table; its columns carry the titles of the two sets."""
        titles = (content.left, content.right)
        if self._table is None or titles != self._titles:
            if self._table is not None:
                dispose(self._table)
            self._titles = titles
            self._table = _table(content, self._card)
            self._card.add(self._table)
        return self._table

    @Slot()
    def _on_pair(self) -> None:
        left, right = self._left.value(), self._right.value()
        if left is not None and right is not None:
            self.pair_chosen.emit(left, right)


def _key(line: ComparedLine) -> str:
    return line.key


def _part(line: ComparedLine) -> str:
    return line.part


def _what(line: ComparedLine) -> str:
    return line.what


def _left(line: ComparedLine) -> str:
    return line.left[0]


def _left_limits(line: ComparedLine) -> str:
    return line.left[1]


def _right(line: ComparedLine) -> str:
    return line.right[0]


def _right_limits(line: ComparedLine) -> str:
    return line.right[1]


def _left_whole(line: ComparedLine) -> str:
    return "\n".join(text for text in line.left if text)


def _right_whole(line: ComparedLine) -> str:
    return "\n".join(text for text in line.right if text)


def _pill(line: ComparedLine) -> PillContent:
    return line.pill


def _mark(line: ComparedLine) -> str:
    return line.pill.text


def _said(line: ComparedLine) -> str:
    return line.said


def _table(content: ComparedContent, parent: QWidget) -> TableView[ComparedLine]:
    columns = (
        Column("what", _("What"), _what, detail=_part, width=11, stretch=True, strong=True,
               hint=_what),
        Column("mark", _("Difference"), _mark, width=8, pill=_pill, spoken=_said),
        Column("left", content.left, _left, detail=_left_limits, width=8, stretch=True,
               hint=_left_whole),
        Column("right", content.right, _right, detail=_right_limits, width=8, stretch=True,
               hint=_right_whole),
    )  # fmt: skip
    name = _("Two rule sets side by side")
    table = TableView(columns, _key, name=name, parent=parent)
    table.setObjectName("rules.compared")
    table.set_empty(EmptyState("check", _("These two sets say the same")))
    return table
