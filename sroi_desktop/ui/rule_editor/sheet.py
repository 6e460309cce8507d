"""What was typed so far: texts by question, rows by table, and where each was read. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sroi_desktop.ui.rule_editor.questions import ROW_MARK, parts


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its texts by column. `key` is ours and stays the same."""

    key: str
    texts: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return what was typed in a column."""
        return self.texts.get(column, "")

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed that tells this row from a new one."""
        return not any(self.text(column) for column in ("label", "text", "url", "value"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value was read."""

    page: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything that was typed; never changed, always replaced."""

    texts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return what was typed for a question or in a cell."""
        table, key, column = parts(name)
        if not table:
            return self.texts.get(name, "")
        row = self.row(table, key)
        return "" if row is None else row.text(column)

    def of(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table."""
        return self.rows.get(table, ())

    def row(self, table: str, key: str) -> Row | None:
        """Return a row, or None where it is gone."""
        return next((row for row in self.of(table) if row.key == key), None)

    def with_text(self, name: str, text: str) -> Sheet:
        """Return the sheet with another answer."""
        table, key, column = parts(name)
        if not table:
            return replace(self, texts={**self.texts, name: text})
        rows = tuple(
            replace(row, texts={**row.texts, column: text}) if row.key == key else row
            for row in self.of(table)
        )
        return self.with_rows(table, rows)

    def with_rows(self, table: str, rows: tuple[Row, ...]) -> Sheet:
        """Return the sheet with other rows in a table."""
        return replace(self, rows={**self.rows, table: rows})

    def with_place(self, name: str, place: Place) -> Sheet:
        """Return the sheet with another place where a value was read; an empty one is none."""
        places = {key: found for key, found in self.places.items() if key != name}
        if place != Place():
            places[name] = place
        return replace(self, places=places)

    def new_key(self) -> str:
        """Return a key that no row has."""
        used = (int(row.key[1:]) for rows in self.rows.values() for row in rows)
        return f"{ROW_MARK}{max(used, default=0) + 1}"

    def with_row(self, table: str, texts: Mapping[str, str], at: int | None = None) -> Sheet:
        """Return the sheet with one more row, at a place or at the end."""
        rows = list(self.of(table))
        rows.insert(len(rows) if at is None else at, Row(self.new_key(), dict(texts)))
        return self.with_rows(table, tuple(rows))

    def without_row(self, table: str, key: str) -> Sheet:
        """Return the sheet without a row, and without what was noted about it."""
        rows = tuple(row for row in self.of(table) if row.key != key)
        mark = f"{table}:{key}:"
        places = {name: one for name, one in self.places.items() if not name.startswith(mark)}
        return replace(self.with_rows(table, rows), places=places)

    def with_row_moved(self, table: str, key: str, by: int) -> Sheet:
        """Return the sheet with a row so many places further, as far as there are places."""
        rows = list(self.of(table))
        at = next(place for place, row in enumerate(rows) if row.key == key)
        rows.insert(max(0, min(len(rows) - 1, at + by)), rows.pop(at))
        return self.with_rows(table, tuple(rows))


def to_draft(sheet: Sheet) -> dict[str, object]:
    """Return the sheet as what JSON can hold."""
    return {
        "texts": dict(sheet.texts),
        "rows": {
            table: [{"key": row.key, "texts": dict(row.texts)} for row in rows]
            for table, rows in sheet.rows.items()
        },
        "places": {name: [one.page, one.quote] for name, one in sheet.places.items()},
    }


def from_draft(data: Mapping[str, Any]) -> Sheet:
    """Return the sheet of a draft."""
    return Sheet(
        dict(data["texts"]),
        {
            table: tuple(Row(row["key"], dict(row["texts"])) for row in rows)
            for table, rows in data["rows"].items()
        },
        {name: Place(*one) for name, one in data["places"].items()},
    )
