"""One set while it is typed: the sheet, how it reads, and what is the matter. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.services import rule_sheets
from sroi_desktop.ui.rule_editor import reading
from sroi_desktop.ui.rule_editor.questions import Question, RowTable, Section, parts
from sroi_desktop.ui.rule_editor.sections import all_sections, all_tables

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.rule_editor.reading import Read
    from sroi_desktop.ui.rule_editor.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beside an answer: how it was read, what is wrong, and what it may have meant."""

    error: str | None = None
    reading: str | None = None
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Something that is still open: what it is about, where it is typed, and what to do."""

    name: str
    about: str
    text: str


class Typing:
    """Reads and judges the whole sheet after every change."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        self._desk = desk
        self.sections: tuple[Section, ...] = all_sections()
        self.tables: dict[str, RowTable] = all_tables(self.sections)
        self._first = {key: table.columns[0].key for key, table in self.tables.items()}
        self.take(sheet)

    def take(self, sheet: Sheet) -> None:
        """Take a sheet with other answers."""
        self.sheet = sheet
        self.read: Read = reading.read(sheet, self.sections)
        judgement = rule_sheets.judge(self._desk, self.read.tables)
        self.rules: RuleSet | None = judgement.rules
        self._troubles: dict[str, str] = {}
        for trouble in judgement.troubles:
            name = self._name_of(trouble.path)
            self._troubles.setdefault(name, trouble.text)

    @property
    def can_be_kept(self) -> bool:
        """Tell whether the format allows this set as it is."""
        return self.rules is not None and not self.read.wrong and not self._troubles

    def mark(self, name: str, *, told: bool) -> Mark:
        """Return what stands beside an answer.

        Args:
            name: of the question or cell.
            told: whether what is wrong is told already; while one types it waits.
        """
        wrong = self.read.wrong.get(name)
        if wrong is not None:
            return Mark(wrong.text, offers=wrong.readings) if told else Mark()
        trouble = self._troubles.get(name) if told else None
        return Mark(trouble, self.read.shown.get(name))

    def faulty(self) -> tuple[str, ...]:
        """Return every question and cell with which something is the matter."""
        return tuple(dict.fromkeys((*self.read.wrong, *self._troubles)))

    def points(self) -> tuple[Point, ...]:
        """Return what is still open, in the order in which it is asked."""
        faulty = self.faulty()
        order = [*self._names()]
        known = sorted((name for name in faulty if name in order), key=order.index)
        others = [name for name in faulty if name not in order]
        return tuple(self._point(name) for name in (*known, *others))

    def section_of(self, name: str) -> Section | None:
        """Return the section in which a question or cell is asked."""
        table = parts(name)[0]
        for section in self.sections:
            for group in section.groups:
                if any(one.key == table for one in group.tables):
                    return section
                if any(one.key == name for one in group.questions):
                    return section
        return None

    def about(self, name: str) -> str:
        """Return what a question or cell is about, in words."""
        table, row, column = parts(name)
        if not table:
            found = self._question(name)
            return name if found is None else found.label
        rows = self.sheet.of(table)
        number = next((at for at, one in enumerate(rows, 1) if one.key == row), 0)
        label = next((one.text("label") for one in rows if one.key == row), "")
        title = label or _("row {number}").format(number=number)
        return f"{title}: {self.tables[table].question(column).label}"

    def _point(self, name: str) -> Point:
        wrong = self.read.wrong.get(name)
        text = self._troubles.get(name, "") if wrong is None else wrong.text
        return Point(name, self.about(name), text)

    def _name_of(self, path: tuple[str | int, ...]) -> str:
        """Return the question or cell for a path; what nobody is asked falls to the title."""
        name = self.read.name_of(path, self._first)
        while name and self._question(name) is None and not parts(name)[0]:
            name = name.rpartition(".")[0]
        table, row, column = parts(name)
        if table and column not in {one.key for one in self.tables[table].questions if one.label}:
            return f"{table}:{row}:{self._first[table]}"
        return name or "title"

    def _question(self, name: str) -> Question | None:
        for section in self.sections:
            for group in section.groups:
                for question in group.questions:
                    if question.key == name:
                        return question
        return None

    def _names(self) -> Iterator[str]:
        for section in self.sections:
            for group in section.groups:
                yield from (question.key for question in group.questions)
                for table in group.tables:
                    yield from self._cells(table)

    def _cells(self, table: RowTable) -> Iterator[str]:
        for row in self.sheet.of(table.key):
            for question in table.questions:
                yield f"{table.key}:{row.key}:{question.key}"


def row_choices(typing: Typing) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the rows that others may name, by table: key and name of each."""
    return {
        table: tuple(
            (row.key, row.text("label")) for row in typing.sheet.of(table) if row.text("label")
        )
        for table in ("blocks", "groups")
    }
