"""The tables of a rule-set file as a sheet to type in. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sroi_desktop.domain.rules import CapOf, EffortKind
from sroi_desktop.ui.rule_editor import values
from sroi_desktop.ui.rule_editor.questions import ROW_MARK, Kind, RowTable, Section, cell
from sroi_desktop.ui.rule_editor.sections import (
    BLOCKS,
    GROUPS,
    SILENT,
    all_questions,
    all_tables,
)
from sroi_desktop.ui.rule_editor.sheet import Place, Row, Sheet

NOTES = "notes"
_CODED = {Kind.BLOCKS: BLOCKS, Kind.GROUP: GROUPS}
# What a key that is left out of the file means, where that is not "not stated".
_MEANT = {
    ("bonuses", "kinds"): [EffortKind.PLACEMENT.value, EffortKind.APPRENTICESHIP.value],
    ("share_caps", "of"): CapOf.OBLIGATION.value,
}


def at(tables: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what stands at a path such as "obligation.cap", or None."""
    found: Any = tables
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def filled(tables: Mapping[str, Any], sections: tuple[Section, ...]) -> Sheet:
    """Return the sheet in which everything of a file is typed."""
    texts = {key: str(tables[key]) for key in SILENT if key in tables}
    for question in all_questions(sections):
        found = at(tables, question.key)
        if found is not None:
            texts[question.key] = values.shown(question.kind, found)
    raw = {key: _raw_rows(tables, key) for key in all_tables(sections)}
    keys = _row_keys(raw)
    codes = {
        table: {row["code"]: key for row, key in zip(raw[table], keys[table], strict=True)}
        for table in (BLOCKS, GROUPS)
    }
    rows = {
        table.key: tuple(
            Row(key, _texts(table, row, codes))
            for row, key in zip(raw[table.key], keys[table.key], strict=True)
        )
        for table in all_tables(sections).values()
    }
    return Sheet(texts, rows, dict(_places(tables, raw, keys)))


def _raw_rows(tables: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = at(tables, key) or []
    return [{"text": row} if isinstance(row, str) else row for row in found]


def _row_keys(raw: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Return a key for every row, none of them twice."""
    keys: dict[str, list[str]] = {}
    number = 0
    for table, rows in raw.items():
        keys[table] = [f"{ROW_MARK}{number + place}" for place in range(1, len(rows) + 1)]
        number += len(rows)
    return keys


def _texts(
    table: RowTable, row: Mapping[str, Any], codes: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    texts = {}
    for question in table.questions:
        found = row.get(question.key, _MEANT.get((table.key, question.key)))
        if found is None:
            continue
        if question.kind in _CODED:
            known = codes[_CODED[question.kind]]
            named = found if isinstance(found, list | tuple) else [found]
            found = [known.get(code, code) for code in named]
            texts[question.key] = ", ".join(found)
        else:
            texts[question.key] = values.shown(question.kind, found)
    return texts


def _places(
    tables: Mapping[str, Any],
    raw: Mapping[str, list[dict[str, Any]]],
    keys: Mapping[str, list[str]],
) -> Iterator[tuple[str, Place]]:
    """Yield where values were read, by what their question or cell is called here."""
    known = {
        f"{table}.{row.get('code', row.get('kind', number))}": (table, key)
        for table, rows in raw.items()
        for number, (row, key) in enumerate(zip(rows, keys[table], strict=True), start=1)
    }
    for one in tables.get("citations", ()):
        name, place = one["key"], Place(one.get("page") or "", one.get("quote") or "")
        start, _dot, column = name.rpartition(".")
        found = known.get(start)
        yield (name if found is None else cell(*found, column)), place
