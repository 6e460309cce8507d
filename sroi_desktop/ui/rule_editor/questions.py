"""What the editor can ask: questions, tables of rows, and the sections they stand in. No Qt here.

A question is called what its key is called in the file, so that a problem with that key can be
shown beside it. A cell is called by its table, its row and its column.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.ui.kit.content import Choice

ROW_MARK = "#"
YES, NO = "yes", "no"


class Kind(Enum):
    """How an answer is typed and read."""

    TEXT = auto()
    LONG = auto()
    NAMES = auto()
    LINES = auto()
    MONEY = auto()
    PERCENT = auto()
    SHARE = auto()
    HOURS = auto()
    NUMBER = auto()
    WHOLE = auto()
    DATE = auto()
    CHOICE = auto()
    ANSWER = auto()
    FLAG = auto()
    LIMIT = auto()
    AGE = auto()
    KINDS = auto()
    BLOCKS = auto()
    GROUP = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `needed` where the format allows no gap.

    `width` is what a column asks in heights of the text, `unit` stands behind the answer.
    """

    key: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    needed: bool = False
    unit: str = ""
    width: int = 7


@dataclass(frozen=True, slots=True)
class RowTable:
    """Rows of one kind: what is asked of each in the table, and what beneath it.

    `start` are the answers that a new row begins with.
    """

    key: str
    title: str
    add: str
    columns: tuple[Question, ...]
    details: tuple[Question, ...] = ()
    hint: str = ""
    start: tuple[tuple[str, str], ...] = ()
    hidden: tuple[Question, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is kept of a row."""
        return (*self.columns, *self.details, *self.hidden)

    def question(self, column: str) -> Question:
        """Return the question of a column."""
        return next(one for one in self.questions if one.key == column)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions and tables that belong together; a `rare` group is folded until asked for."""

    title: str
    questions: tuple[Question, ...] = ()
    tables: tuple[RowTable, ...] = ()
    hint: str = ""
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A tab of the editor."""

    key: str
    title: str
    groups: tuple[Group, ...]


def choices(kinds: type[Enum]) -> tuple[Choice, ...]:
    """Return the answers of an enum by their names."""
    return tuple(Choice(str(one.value), label(one)) for one in kinds)


def silent() -> Choice:
    """Return the answer that the source does not say."""
    return Choice("", _("not stated"))


def yes_or_silent() -> tuple[Choice, ...]:
    """Return "yes", or that nothing is said."""
    return (silent(), Choice(YES, _("yes")))


def yes_no() -> tuple[Choice, ...]:
    """Return "yes", "no", or that nothing is said."""
    return (*yes_or_silent(), Choice(NO, _("no")))


def cell(table: str, row: str, column: str) -> str:
    """Return what a cell is called: "blocks:#3:value"."""
    return f"{table}:{row}:{column}"


def parts(name: str) -> tuple[str, str, str]:
    """Return the table, row and column of a cell; for a question two of them are empty."""
    if f":{ROW_MARK}" not in name:
        return "", "", name
    table, row, column = name.split(":")
    return table, row, column
