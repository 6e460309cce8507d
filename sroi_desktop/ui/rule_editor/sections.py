"""The sections of the editor that every table needs: what it is, and its rows. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from sroi_desktop.domain.rules import (
    BonusUnit,
    EditionBy,
    EffortKind,
    SplitBy,
    Unit,
)
from sroi_desktop.language import _, pgettext
from sroi_desktop.ui.rule_editor.questions import (
    Group,
    Kind,
    Question,
    RowTable,
    Section,
    choices,
    silent,
    yes_no,
    yes_or_silent,
)
from sroi_desktop.ui.rule_editor.sections_owed import owed_section
from sroi_desktop.ui.rule_editor.sections_terms import terms_sections

BLOCKS, BONUSES, GROUPS = "blocks", "bonuses", "groups"
# What the file keeps and nobody is asked.
SILENT = ("id", "supersedes", "based_on", "format")


def all_sections() -> tuple[Section, ...]:
    """Return every section, in the order of the tabs."""
    return (_about(), _table(), owed_section(), *terms_sections())


def all_questions(sections: tuple[Section, ...]) -> Iterator[Question]:
    """Yield every question outside a table."""
    for section in sections:
        for group in section.groups:
            yield from group.questions


def all_tables(sections: tuple[Section, ...]) -> dict[str, RowTable]:
    """Return every table by its key."""
    return {
        table.key: table
        for section in sections
        for group in section.groups
        for table in group.tables
    }


def _about() -> Section:
    hours = _("Left empty: not stated. Then values are worked out with an assumption.")
    return Section(
        "about",
        _("The set"),
        (
            Group(
                _("What rules are these?"),
                (
                    Question("title", _("Name of the rules"), needed=True),
                    Question("publisher", _("Whose rules"), needed=True),
                    Question(
                        "covers",
                        _("Municipalities where they hold"),
                        Kind.NAMES,
                        _("With a comma between them. A new contract finds the rules by these."),
                    ),
                    Question("full_time_hours", _("Full-time week"), Kind.HOURS, hours),
                    Question("edition", _("Edition")),
                    Question("valid_from", _("Valid from"), Kind.DATE),
                ),
            ),
            Group(_("Where you read them"), (), (_sources(),)),
            Group(_("More about this set"), _about_more(), rare=True),
        ),
    )


def _about_more() -> tuple[Question, ...]:
    return (
        Question("complete", _("The whole table is in here"), Kind.FLAG, choices=yes_or_silent()),
        Question("valid_from_text", _("Valid from, in words")),
        Question("applies_by", _("For which contracts it holds, in words")),
        Question(
            "edition_by",
            _("Day that decides"),
            Kind.CHOICE,
            choices=(silent(), *choices(EditionBy)),
        ),
        Question("missing", _("What the source does not say"), Kind.LINES, _("One on each line.")),
        Question("assumptions", _("How you read it"), Kind.LINES, _("One on each line.")),
    )


def _sources() -> RowTable:
    return RowTable(
        "sources",
        _("Sources"),
        _("Add a source"),
        (
            Question("url", _("Annex and page, or address"), needed=True, width=18),
            Question("title", _("What it is"), width=12),
            Question("seen", _("Read on"), Kind.DATE),
        ),
    )


def _table() -> Section:
    return Section(
        "table",
        _("Table"),
        (
            Group(
                _("What each effort is worth"),
                (),
                (_blocks(),),
                _("Type, and press Enter for the next row. Or copy a table and paste it here."),
            ),
            Group(_("Bonuses on top"), (), (_bonuses(),)),
            Group(
                _("Rows that are a choice"),
                (),
                (_groups(),),
                _("For a group that the table splits, such as WW shorter or longer than a year."),
                rare=True,
            ),
        ),
    )


def _blocks() -> RowTable:
    limit = _("Such as 12, 2 years, 2 full-time years, no limit.")
    return RowTable(
        BLOCKS,
        _("Blocks"),
        _("Add a row"),
        (
            Question("label", _("Group or activity"), needed=True, width=14),
            Question("value", _("Value"), Kind.MONEY, width=7),
            Question("unit", _("Per"), Kind.CHOICE, choices=choices(Unit), width=9),
            Question("kind", _("Kind"), Kind.CHOICE, choices=choices(EffortKind), width=8),
            Question("limit", _("Counts for"), Kind.LIMIT, limit, width=8),
        ),
        (
            Question("min_months_out", _("Months not employed by you before"), Kind.WHOLE),
            Question("share_cap", _("Largest part of the obligation"), Kind.SHARE, unit="%"),
            Question("counts_for", _("Part of the amount that counts"), Kind.SHARE, unit="%"),
            Question("group", _("Choice within"), Kind.GROUP),
            Question("choice", _("What tells this row apart")),
            Question("note", _("Note"), Kind.LONG),
            Question("assumptions", _("How you read this row"), Kind.LINES),
        ),
        start=(("unit", Unit.PER_YEAR_FULL_TIME.value), ("kind", EffortKind.PLACEMENT.value)),
        hidden=(Question("code", ""),),
    )


def _bonuses() -> RowTable:
    kinds = f"{EffortKind.PLACEMENT.value}, {EffortKind.APPRENTICESHIP.value}"
    return RowTable(
        BONUSES,
        _("Bonuses"),
        _("Add a bonus"),
        (
            Question("label", pgettext("rules", "Bonus for"), needed=True, width=15),
            Question("value", _("Value"), Kind.MONEY, width=6),
            Question("unit", _("Per"), Kind.CHOICE, choices=choices(BonusUnit), width=12),
            Question("age", _("From age"), Kind.AGE, _("Such as 50, or older than 50."), width=8),
        ),
        (
            Question("follows_hours", _("Follows the hours"), Kind.ANSWER, choices=yes_no()),
            Question("follows_time", _("Follows the time"), Kind.ANSWER, choices=yes_no()),
            Question(
                "stagger",
                _("Only the highest counts of"),
                hint=_("Give bonuses that exclude each other the same word, such as age."),
            ),
            Question("kinds", _("For which kinds"), Kind.KINDS),
            Question("blocks", _("Only for these rows"), Kind.BLOCKS),
        ),
        start=(("unit", BonusUnit.PER_YEAR.value), ("kinds", kinds)),
        hidden=(Question("code", ""),),
    )


def _groups() -> RowTable:
    return RowTable(
        GROUPS,
        _("Choices"),
        _("Add a choice"),
        (
            Question("label", _("Name"), needed=True, width=14),
            Question(
                "by", _("The rows differ in"), Kind.CHOICE, choices=choices(SplitBy), width=14
            ),
        ),
        start=(("by", SplitBy.OTHER.value),),
        hidden=(Question("code", ""),),
    )
