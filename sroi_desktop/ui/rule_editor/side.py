"""Beside the sheet: what an example comes to, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sroi_desktop.language import _, ngettext
from sroi_desktop.ui.kit.boxes import STRETCH, ScrolledPage, Separator, clear_layout
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.content import DerivationContent
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    HoursField,
    IntegerField,
    LineField,
    MoneyField,
    MultiChoiceField,
)
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.rule_editor.trying import AMOUNT, HOURS, MONTHS, NUMBER, TrialContent
from sroi_desktop.ui.rule_editor.typing import Point

_MOST_POINTS = 8


class EditorSide(QFrame):
    """Shows a `TrialContent` and the open points.

    Signals:
        row_chosen(str), part_typed(str, str), bonuses_chosen(object): the example.
        point_chosen(str): the question or cell of an open point.
    """

    row_chosen = Signal(str)
    part_typed = Signal(str, str)
    bonuses_chosen = Signal(object)
    point_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "side")
        page = ScrolledPage(self, margins=(18, 16, 18, 16), spacing=10)
        within = page.content
        self._row = ChoiceField(_("Row to try"), name="rule_editor.try.row", parent=within)
        self._parts: dict[str, LineField] = {
            HOURS: HoursField(_("Hours a week"), name="rule_editor.try.hours"),
            MONTHS: IntegerField(_("Months"), name="rule_editor.try.months"),
            NUMBER: IntegerField(_("How many"), name="rule_editor.try.number"),
            AMOUNT: MoneyField(_("Amount"), name="rule_editor.try.amount"),
        }
        self._columns = Columns(within, narrowest=8, most=2, spacing=12)
        self._columns.add(*self._parts.values())
        self._bonuses = MultiChoiceField(
            _("With these bonuses"), name="rule_editor.try.bonuses", parent=within
        )
        self._offered: object = ()
        self._worked_out: DerivationContent | None = None
        self._worth = Text("", "hero", tone=Tone.ACCENT, parent=within)
        self._worth.setObjectName("rule_editor.worth")
        self._remark = Muted("", "small", parent=within)
        self._derivation = DerivationView(within)
        self._points_title = SectionTitle("", role="heading", parent=within)
        self._points_title.setObjectName("rule_editor.open")
        self._points = QVBoxLayout()
        self._points.setSpacing(6)
        self._shown: tuple[Point, ...] | None = None
        title = SectionTitle(_("Try it out"), role="heading", parent=within)
        page.add(title, self._row, self._columns, self._bonuses)
        page.add(self._worth, self._remark, self._derivation)
        page.add(Separator(within), self._points_title, self._points, STRETCH)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, 1, 1, 1)
        body.addWidget(page)
        self._row.changed.connect(self._on_row)
        self._bonuses.changed.connect(self._on_bonuses)
        for field in self._parts.values():
            field.changed.connect(self._on_part)
        self.show_points(())

    def show_trial(self, content: TrialContent) -> None:
        """Show what the example comes to."""
        offered = (content.rows, content.bonuses)
        if offered != self._offered:
            self._offered = offered
            self._row.set_choices(content.rows)
            self._bonuses.set_choices(content.bonuses)
        self._row.set_value(content.row)
        self._row.setVisible(bool(content.rows))
        self._bonuses.set_values(content.ticked)
        self._bonuses.setVisible(bool(content.bonuses))
        texts = dict(content.texts)
        for name, field in self._parts.items():
            field.setVisible(name in content.asked)
            field.set_text(texts[name])
        self._columns.setVisible(bool(content.asked))
        self._worth.setText(content.worth)
        self._worth.setVisible(bool(content.worth))
        self._remark.setText(content.remark)
        self._remark.setVisible(bool(content.remark))
        self._derivation.setVisible(content.derivation is not None)
        if content.derivation is not None and content.derivation != self._worked_out:
            self._derivation.set_content(content.derivation)
        self._worked_out = content.derivation

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show what is still open; each leads to its place."""
        if points == self._shown:
            return
        self._shown = points
        count = len(points)
        title = ngettext("{count} answer to mend", "{count} answers to mend", count)
        self._points_title.setText(title.format(count=count) if count else _("Nothing is wrong"))
        clear_layout(self._points)
        for number, point in enumerate(points[:_MOST_POINTS]):
            link = LinkButton(point.about.replace("&", "&&"), small=True, parent=self)
            link.setObjectName(f"rule_editor.point.{number}")
            link.setProperty("question", point.name)
            link.clicked.connect(self._on_point)
            self._points.addWidget(link)
            self._points.addWidget(Muted(point.text, "hint", parent=self))

    @Slot()
    def _on_row(self) -> None:
        self.row_chosen.emit(self._row.value() or "")

    @Slot()
    def _on_part(self) -> None:
        field = self.sender()
        name = next(key for key, one in self._parts.items() if one is field)
        self.part_typed.emit(name, self._parts[name].text())

    @Slot()
    def _on_bonuses(self) -> None:
        self.bonuses_chosen.emit(tuple(sorted(self._bonuses.values())))

    @Slot()
    def _on_point(self) -> None:
        self.point_chosen.emit(str(self.sender().property("question")))
