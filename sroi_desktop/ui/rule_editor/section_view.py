"""One tab of the editor: its groups of questions and tables, the rare ones folded."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.text import Muted, SectionTitle
from sroi_desktop.ui.rule_editor.answers import PREFIX, Answers
from sroi_desktop.ui.rule_editor.contents import RowsContent
from sroi_desktop.ui.rule_editor.questions import Group, Kind, Section
from sroi_desktop.ui.rule_editor.rows_view import RowsEditor
from sroi_desktop.ui.rule_editor.sheet import Sheet

_WIDE = {Kind.LONG, Kind.LINES}


class GroupCard(Card):
    """Questions and tables that belong together.

    Signals:
        unfolded(): the rare questions were asked for.
    """

    unfolded = Signal()

    def __init__(
        self,
        group: Group,
        number: str,
        answers: Answers,
        contents: Mapping[str, RowsContent],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, spacing=12)
        self._group = group
        self.editors = {
            one.key: RowsEditor(contents[one.key], answers, self) for one in group.tables
        }
        self._head = LinkButton(group.title, icon_name="chevron-right", parent=self)
        self._head.setObjectName(f"{PREFIX}fold.{number}")
        self._head.setVisible(group.rare)
        self._head.clicked.connect(self._on_head)
        self._title = SectionTitle(group.title, role="heading", parent=self)
        self._title.setVisible(not group.rare)
        self.add(self._head, self._title)
        self._parts: list[QWidget] = []
        if group.hint:
            self._parts.append(Muted(group.hint, "small", parent=self))
        self._fill(answers)
        if group.rare:
            for part in self._parts:
                part.hide()

    def is_folded(self) -> bool:
        """Tell whether the questions are out of sight."""
        return any(part.isHidden() for part in self._parts)

    def unfold(self) -> None:
        """Show every question."""
        self._head.set_icon_name("chevron-down")
        for part in self._parts:
            part.show()

    def unfold_what_is_filled(self, sheet: Sheet) -> None:
        """Show a rare group in which something was answered."""
        answered = any(sheet.text(one.key) for one in self._group.questions)
        if self._group.rare and (answered or any(sheet.of(one.key) for one in self._group.tables)):
            self.unfold()

    def _fill(self, answers: Answers) -> None:
        short = [one for one in self._group.questions if one.kind not in _WIDE]
        if short:
            columns = Columns(self, narrowest=14, most=3, spacing=16)
            columns.add(*(answers.make(one, one.key, columns) for one in short))
            self._parts.append(columns)
        for one in self._group.questions:
            if one.kind in _WIDE:
                self._parts.append(answers.make(one, one.key, self))
        self._parts.extend(self.editors.values())
        self.add(*self._parts)

    @Slot()
    def _on_head(self) -> None:
        if self.is_folded():
            self.unfold()
            self.unfolded.emit()
        else:
            self._head.set_icon_name("chevron-right")
            for part in self._parts:
                part.hide()


class SectionPage(ScrolledPage):
    """A tab.

    Signals:
        grown(): questions came in sight.
    """

    grown = Signal()

    def __init__(
        self,
        section: Section,
        answers: Answers,
        contents: Mapping[str, RowsContent],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=(28, 8, 14, 12), spacing=12)
        self.cards = [
            GroupCard(group, f"{section.key}.{number}", answers, contents, self.content)
            for number, group in enumerate(section.groups)
        ]
        self.add(*self.cards, STRETCH)
        for card in self.cards:
            card.unfolded.connect(self.grown)

    def editors(self) -> dict[str, RowsEditor]:
        """Return the tables of the tab."""
        return {key: one for card in self.cards for key, one in card.editors.items()}

    def unfold_for(self, widget: QWidget) -> None:
        """Bring a question in sight."""
        for card in self.cards:
            if card.isAncestorOf(widget):
                card.unfold()
        self.ensureWidgetVisible(widget)
