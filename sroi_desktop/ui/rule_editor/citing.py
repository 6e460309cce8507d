"""Where values were read, in words: what it is about, the page, and what stands there. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.ui.rule_editor.sections import all_questions, all_sections, all_tables

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet

_ROW_KEYS = 3  # such as "blocks.ww.value"


def place_text(page: str, quote: str) -> str:
    """Return where something was read: page and words, as far as they are noted."""
    if page and quote:
        return _("page {page}: “{quote}”").format(page=page, quote=quote)
    return _("page {page}").format(page=page) if page else f"“{quote}”"


def places_of(rules: RuleSet) -> tuple[str, ...]:
    """Return where the values of a set were read, a line for each that was noted."""
    if not rules.citations:
        return ()
    sections = all_sections()
    names = {one.key: one.label for one in all_questions(sections)}
    columns = {
        (table.key, one.key): one.label
        for table in all_tables(sections).values()
        for one in table.questions
    }
    rows = {
        **{row.code: row.label for row in rules.evidence},
        **{row.code: row.label for row in rules.bonuses},
        **{row.code: row.label for row in rules.blocks},
    }
    lines = []
    for one in rules.citations:
        about, parts = names.get(one.key, ""), one.key.split(".")
        if not about and len(parts) == _ROW_KEYS:
            table, code, column = parts
            label = columns.get((table, column), column)
            about = f"{rows.get(code, code)}, {label.lower()}"
        lines.append(f"{about or one.key}: {place_text(one.page or '', one.quote or '')}")
    return tuple(lines)
