"""What the editor shows of the set that is typed: answers, rows, open points, the example.

Knows what was told already; decides nothing about what is typed. No Qt here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.rule_editor import rows
from sroi_desktop.ui.rule_editor.contents import EditorView, PlaceContent, RowsContent
from sroi_desktop.ui.rule_editor.questions import Kind, cell, parts
from sroi_desktop.ui.rule_editor.sections import all_questions
from sroi_desktop.ui.rule_editor.sheet import Place, Sheet
from sroi_desktop.ui.rule_editor.trying import Trial, tried
from sroi_desktop.ui.rule_editor.typing import Mark, Point, Typing

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

# Told when the set is to be kept: a new one has no name yet, and that is no mistake.
_TOLD_LATE = frozenset({"title", "publisher"})


class Board:
    """Holds what is typed, and shows it after every change."""

    def __init__(self, view: EditorView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self.typing = Typing(desk, Sheet())
        self._told: set[str] = set()
        self._at = ""
        self._trial = Trial()

    @property
    def sheet(self) -> Sheet:
        """What was typed so far."""
        return self.typing.sheet

    def begin(self, sheet: Sheet, reason: str, *, of_contract: bool) -> None:
        """Show another sheet, with what is wrong with it from the start."""
        self.typing = Typing(self._desk, sheet)
        self._told, self._at, self._trial = set(), "", Trial()
        self.tell_faults()
        self._view.show_sheet(self.typing.sections, sheet, reason, of_contract=of_contract)
        self.show_tables()
        self.show()
        self._view.show_place(PlaceContent("", Place()))

    def take(self, sheet: Sheet) -> None:
        """Take a sheet with other answers, and have it kept when the owner pauses."""
        self.typing.take(sheet)
        self._view.keep_soon()

    def tell(self, name: str) -> None:
        """Tell from now on what is wrong with an answer."""
        self._told.add(name)

    def hold(self, name: str) -> None:
        """Tell nothing of an answer that is being typed."""
        self._told.discard(name)

    def tell_faults(self) -> None:
        """Tell everything that is wrong, but for a name that is still to come."""
        self._told |= set(self.typing.faulty()) - _TOLD_LATE

    def tell_all(self) -> tuple[Point, ...]:
        """Tell everything that is wrong; returns it."""
        points = self.typing.points()
        self._told |= {one.name for one in points}
        self.show_tables()
        self.show()
        return points

    # -- the answer at hand, and the example

    def come_to(self, name: str) -> None:
        """Remember which answer is at hand: its place is shown, and its row is tried."""
        self._at = name
        table, row, _column = parts(name)
        if table == "blocks" and row != self._trial.row:
            self.try_row(row)
        place = self.sheet.places.get(name, Place())
        about = self.typing.about(name) if name else ""
        self._view.show_place(PlaceContent(about, place))

    def note_place(self, page: str, quote: str) -> None:
        """Take where the answer at hand was read."""
        self.take(self.sheet.with_place(self._at, Place(page, quote)))
        self.show_table(parts(self._at)[0])
        self.show()

    def try_row(self, row: str) -> None:
        """Work the example out with another row."""
        self._trial = Trial(row, self._trial.texts, self._trial.bonuses)
        self._show_trial()

    def try_text(self, name: str, text: str) -> None:
        """Take another part of the example as it is typed."""
        self._trial = self._trial.with_text(name, text)
        self._show_trial()

    def try_bonuses(self, keys: tuple[str, ...]) -> None:
        """Work the example out with these bonuses."""
        self._trial = Trial(self._trial.row, self._trial.texts, keys)
        self._show_trial()

    # -- showing

    def show(self) -> None:
        """Show what follows from the answers: how they were read, and what is open."""
        typing = self.typing
        self._view.show_marks(
            {
                one.key: typing.mark(one.key, told=one.key in self._told)
                for one in all_questions(typing.sections)
            }
        )
        points = tuple(one for one in typing.points() if one.name in self._told)
        self._view.show_points(points)
        found = (typing.section_of(one.name) for one in points)
        self._view.show_tabs(Counter(one.key for one in found if one is not None))
        self._show_trial()

    def show_tables(self) -> None:
        """Show the rows of every table."""
        for key in self.typing.tables:
            self.show_table(key)

    def show_table(self, key: str) -> None:
        """Show the rows of a table; nothing for an answer that stands in none."""
        table = self.typing.tables.get(key)
        if table is None:
            return
        found = self.sheet.of(key)
        marks = {
            row.key: {one.key: self._mark(cell(key, row.key, one.key)) for one in table.questions}
            for row in found
        }
        cited = frozenset(name for name in self.sheet.places if name.startswith(f"{key}:"))
        content = RowsContent(table, found, marks, self._choices(key), cited)
        self._view.show_rows(content)

    def _mark(self, name: str) -> Mark:
        return self.typing.mark(name, told=name in self._told)

    def _choices(self, key: str) -> dict[str, tuple[Choice, ...]]:
        """Return the rows that those of a table may name, by column."""
        answers = {
            Kind.BLOCKS: rows.choices_of(self.sheet.of("blocks")),
            Kind.GROUP: (Choice("", _("none")), *rows.choices_of(self.sheet.of("groups"))),
        }
        questions = self.typing.tables[key].questions
        return {one.key: answers[one.kind] for one in questions if one.kind in answers}

    def _show_trial(self) -> None:
        self._view.show_trial(tried(self.typing, self._trial, self._desk.today))
