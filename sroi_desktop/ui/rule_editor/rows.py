"""What can be done with rows: a new one, the same again, another place, those of a text. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.rule_editor.contents import PastedRow
from sroi_desktop.ui.rule_editor.pasting import FoundRow, texts_of
from sroi_desktop.ui.rule_editor.questions import RowTable, cell
from sroi_desktop.ui.rule_editor.sheet import Row, Sheet

# What a new row takes over from the one above it.
_LIKE_ABOVE = ("unit", "kind")


def started(sheet: Sheet, table: RowTable) -> tuple[Sheet, str]:
    """Return the sheet with a row to type in at the end of a table, and the key of that row.

    An empty row that waits there already is used.
    """
    rows = sheet.of(table.key)
    if rows and rows[-1].is_empty and table.columns[0].key in {"label", "text", "url"}:
        return sheet, rows[-1].key
    texts = dict(table.start)
    if rows and table.key == "blocks":
        texts |= {column: rows[-1].text(column) for column in _LIKE_ABOVE}
    if table.key == "deadlines":
        texts |= _first_free(rows, table)
    key = sheet.new_key()
    return sheet.with_row(table.key, texts), key


def repeated(sheet: Sheet, table: RowTable, key: str) -> tuple[Sheet, str]:
    """Return the sheet with a row once more beneath it, and the key of the new one."""
    rows = sheet.of(table.key)
    at = next(place for place, row in enumerate(rows) if row.key == key)
    texts = {name: text for name, text in rows[at].texts.items() if name != "code"}
    return sheet.with_row(table.key, texts, at + 1), sheet.new_key()


def with_found(sheet: Sheet, table: RowTable, found: Iterable[FoundRow]) -> Sheet:
    """Return the sheet with the rows of a text at the end of a table."""
    kept = tuple(row for row in sheet.of(table.key) if not row.is_empty)
    sheet = sheet.with_rows(table.key, kept)
    for row in found:
        sheet = sheet.with_row(table.key, texts_of(row, table))
    return sheet


def pasted(found: Iterable[FoundRow], table: RowTable) -> tuple[PastedRow, ...]:
    """Return the rows of a text as they are shown before they are added."""
    shown = []
    for row in found:
        texts = texts_of(row, table)
        named = [_named(table, column, texts) for column in ("unit", "kind")]
        shown.append(PastedRow(row.label, row.amount or "–", *named))
    return tuple(shown)


def first_cell(table: RowTable, key: str) -> str:
    """Return the cell in which one begins to type a row."""
    return cell(table.key, key, table.columns[0].key)


def choices_of(rows: Iterable[Row]) -> tuple[Choice, ...]:
    """Return rows as answers of others that name them."""
    return tuple(Choice(row.key, row.text("label")) for row in rows if row.text("label"))


def _named(table: RowTable, column: str, texts: Mapping[str, str]) -> str:
    found = [one for one in table.columns if one.key == column]
    return next((c.text for one in found for c in one.choices if c.key == texts.get(column)), "")


def _first_free(rows: tuple[Row, ...], table: RowTable) -> Mapping[str, str]:
    taken = {row.text("kind") for row in rows}
    kinds = (one.key for one in table.columns[0].choices)
    free = next((kind for kind in kinds if kind not in taken), None)
    return {} if free is None else {"kind": free}
