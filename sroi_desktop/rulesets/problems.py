"""What can be the matter with a rule-set file, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _

KeyPath = tuple[str | int, ...]


class ProblemKind(Enum):
    """What is the matter; the data of the problem fills in its sentence."""

    UNREADABLE = auto()
    TOO_LARGE = auto()
    NOT_TEXT = auto()
    SYNTAX = auto()
    SYNTAX_AT_END = auto()
    LINE_TOO_LONG = auto()
    TOO_DEEP = auto()
    NEWER_FORMAT = auto()
    MISSING_KEY = auto()
    UNKNOWN_KEY = auto()
    NOT_TEXT_VALUE = auto()
    NOT_A_WHOLE_NUMBER = auto()
    NOT_A_NUMBER = auto()
    NOT_TRUE_OR_FALSE = auto()
    NOT_A_DATE = auto()
    NOT_A_LIST = auto()
    NOT_A_TABLE = auto()
    UNKNOWN_VALUE = auto()
    OTHER = auto()
    EMPTY = auto()
    BAD_CODE = auto()
    NOT_FILE_NAME = auto()
    DUPLICATE = auto()
    SUPERSEDES_ITSELF = auto()
    NEGATIVE = auto()
    TOO_GREAT = auto()
    LESS_THAN_ONE = auto()
    NOT_MORE_THAN_ZERO = auto()
    NOT_CENTS = auto()
    NOT_A_PERCENTAGE = auto()
    NOT_A_SHARE = auto()
    FULL_TIME = auto()
    ABOVE_FULL_TIME = auto()
    ONE_OF = auto()
    VALUE_MISSING = auto()
    VALUE_UNUSED = auto()
    CAP_TOO_LOW = auto()
    UNKNOWN_BLOCK = auto()
    SAME_AGE = auto()
    FOR_NOTHING = auto()
    LIMITS_NOTHING = auto()
    SAME_CONDITIONS = auto()
    PART_UNUSED = auto()
    UNKNOWN_GROUP = auto()
    NO_CHOICE = auto()
    NO_SUCH_VALUE = auto()
    UNKNOWN_BASE = auto()
    BROKEN_BASE = auto()
    CIRCLE = auto()
    DROPS_NOTHING = auto()


@dataclass(frozen=True, slots=True)
class RuleFileProblem:
    """One thing that is the matter with a file, and where.

    `path` leads to the key, counting rows from 0; `row` is the code of the row it is in.
    """

    file: str
    path: KeyPath
    kind: ProblemKind
    data: tuple[tuple[str, str], ...] = ()
    row: str | None = None

    @property
    def key_path(self) -> str:
        """The path as text, such as "blocks[0].value"; empty for the file as a whole."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).removeprefix(".")

    @property
    def reason(self) -> str:
        """What is the matter, as a sentence in the language in use."""
        return _sentences()[self.kind].format(**dict(self.data))

    def __str__(self) -> str:
        row = f" ({self.row})" if self.row else ""
        where = f"{self.key_path}{row}: " if self.path else ""
        return f"{self.file}: {where}{self.reason}"

    def in_file(self, file: str) -> RuleFileProblem:
        """Return the same problem under another file name."""
        return replace(self, file=file)


@dataclass(eq=False)
class RuleFileError(DomainError):
    """A rule-set file that is not used, with everything that is the matter with it."""

    file: str
    problems: tuple[RuleFileProblem, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


@dataclass(eq=False)
class UnknownRuleSetError(DomainError):
    """A rule set that is not in the library."""

    id: str

    def __str__(self) -> str:
        return _("There is no rule set “{id}”.").format(id=self.id)


def _sentences() -> dict[ProblemKind, str]:
    return {**_about_the_file(), **_about_a_key(), **_about_numbers(), **_about_the_rules()}


def _about_the_file() -> dict[ProblemKind, str]:
    return {
        ProblemKind.UNREADABLE: _("The file cannot be read: {text}."),
        ProblemKind.TOO_LARGE: _("The file is larger than {limit}. A rule set is a few pages."),
        ProblemKind.NOT_TEXT: _("This is not a text file (UTF-8)."),
        ProblemKind.SYNTAX: _(
            "Line {line}, column {column} cannot be read. Is a quote, a comma or a bracket "
            "missing, or does a key stand there twice?"
        ),
        ProblemKind.SYNTAX_AT_END: _(
            "The file ends too early. Is a quote or a bracket missing at the end?"
        ),
        ProblemKind.LINE_TOO_LONG: _("Line {line} is longer than {limit} characters."),
        ProblemKind.TOO_DEEP: _("The tables in this file are nested too deeply."),
        ProblemKind.NEWER_FORMAT: _("This file was made for a newer version of the program."),
        ProblemKind.OTHER: "{text}",
    }


def _about_a_key() -> dict[ProblemKind, str]:
    return {
        ProblemKind.MISSING_KEY: _("This key is missing."),
        ProblemKind.UNKNOWN_KEY: _("This key is not known. Is it misspelled?"),
        ProblemKind.NOT_TEXT_VALUE: _("Write a text between quotes here."),
        ProblemKind.NOT_A_WHOLE_NUMBER: _("Write a whole number here."),
        ProblemKind.NOT_A_NUMBER: _('Write an exact number here, such as 40000, 2.5 or "1/3".'),
        ProblemKind.NOT_TRUE_OR_FALSE: _("Write true or false here."),
        ProblemKind.NOT_A_DATE: _("Write a date here, such as 2026-11-01."),
        ProblemKind.NOT_A_LIST: _("Write a list here, between [ and ]."),
        ProblemKind.NOT_A_TABLE: _("Write a table with keys here."),
        ProblemKind.UNKNOWN_VALUE: _("“{value}” is not known here. Choose from: {choices}."),
    }


def _about_numbers() -> dict[ProblemKind, str]:
    return {
        ProblemKind.NEGATIVE: _("Fill in zero or more."),
        ProblemKind.TOO_GREAT: _("This is too large to be right."),
        ProblemKind.LESS_THAN_ONE: _("Fill in 1 or more."),
        ProblemKind.NOT_MORE_THAN_ZERO: _("Fill in more than zero."),
        ProblemKind.NOT_CENTS: _("An amount has at most two decimals."),
        ProblemKind.NOT_A_PERCENTAGE: _("A percentage lies between 0 and 100."),
        ProblemKind.NOT_A_SHARE: _("A share is more than 0 and at most 1: 0.25 is a quarter."),
        ProblemKind.FULL_TIME: _("A full-time week has 20 to 48 hours."),
        ProblemKind.ABOVE_FULL_TIME: _("This is more than a full-time week."),
    }


def _about_the_rules() -> dict[ProblemKind, str]:
    return {
        ProblemKind.EMPTY: _("Fill in something here."),
        ProblemKind.BAD_CODE: _(
            "Use small letters, figures and hyphens only, such as “ww-under-1-year”."
        ),
        ProblemKind.NOT_FILE_NAME: _("The id is “{value}”, but a file carries its id as name."),
        ProblemKind.DUPLICATE: _("“{value}” occurs twice."),
        ProblemKind.SUPERSEDES_ITSELF: _("A rule set cannot supersede itself."),
        ProblemKind.ONE_OF: _("Fill in exactly one of: {choices}."),
        ProblemKind.VALUE_MISSING: _(
            "This unit needs a value. Does the value stand in the contract? Then write "
            "value_from_contract = true."
        ),
        ProblemKind.VALUE_UNUSED: _(
            "This unit has no value of its own: what was paid or agreed counts."
        ),
        ProblemKind.CAP_TOO_LOW: _(
            "The cap is below what is owed at the threshold, so the percentage would never count."
        ),
        ProblemKind.UNKNOWN_BLOCK: _("There is no block with the code “{value}”."),
        ProblemKind.SAME_AGE: _("Two bonuses of one stagger have the same age."),
        ProblemKind.FOR_NOTHING: _("Name the kinds or the blocks that need this piece."),
        ProblemKind.LIMITS_NOTHING: _("Name the kinds or the blocks that this limits."),
        ProblemKind.SAME_CONDITIONS: _(
            "This row never holds: give it a kind of contract or a labour share that no row "
            "before it has."
        ),
        ProblemKind.PART_UNUSED: _("Only an amount that was paid can count for a part."),
        ProblemKind.UNKNOWN_GROUP: _("There is no group with the code “{value}”."),
        ProblemKind.NO_CHOICE: _("A group needs two rows or more to choose from."),
        ProblemKind.UNKNOWN_BASE: _("The set “{value}” that this one builds on is not here."),
        ProblemKind.BROKEN_BASE: _(
            "The set “{value}” that this one builds on cannot be used: {text}"
        ),
        ProblemKind.CIRCLE: _("These sets build on each other in a circle: {value}."),
        ProblemKind.DROPS_NOTHING: _("Only a set that builds on another can leave rows of it out."),
        ProblemKind.NO_SUCH_VALUE: _(
            "No value of this file is called that. Write it like “blocks.ww.value”."
        ),
    }
