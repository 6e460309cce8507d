"""Where values were read, in words: what it is about, the page, and what stands there. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.rules.citing import NUMBERED
from sroi_desktop.language import _
from sroi_desktop.language.citations import place_text
from sroi_desktop.ui.rule_editor.sections import all_questions, all_sections, all_tables

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet

_DOTS_TO_A_CELL = 2  # such as "blocks.ww.value"


def places_of(rules: RuleSet) -> tuple[str, ...]:
    """Return where the values of a set were read, a line for each that was noted."""
    if not rules.citations:
        return ()
    sections = all_sections()
    names = {one.key: one.label for one in all_questions(sections)}
    tables = all_tables(sections)
    titles = {key: table.title for key, table in tables.items()}
    columns = {
        (table.key, one.key): one.label for table in tables.values() for one in table.questions
    }
    rows = {
        **{row.code: row.label for row in rules.evidence},
        **{row.code: row.label for row in rules.groups},
        **{row.code: row.label for row in rules.bonuses},
        **{row.code: row.label for row in rules.blocks},
    }
    lines = []
    for one in rules.citations:
        about = names.get(one.key, "")
        if not about and one.key.count(".") >= _DOTS_TO_A_CELL:
            table, code, column = one.key.rsplit(".", 2)
            label = columns.get((table, column), column)
            row = rows.get(code, code) if table not in NUMBERED else _numbered(titles[table], code)
            about = f"{row}, {label.lower()}"
        lines.append(f"{about or one.key}: {place_text(one.page or '', one.quote or '')}")
    return tuple(lines)


def _numbered(title: str, number: str) -> str:
    return _("{table}, row {number}").format(table=title, number=number)
