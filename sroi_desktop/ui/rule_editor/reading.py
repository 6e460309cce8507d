"""What was typed as the tables of a rule-set file, with what could not be read. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sroi_desktop.domain.rules import BonusUnit, Unit
from sroi_desktop.domain.rules.citing import NUMBERED
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.parsing import Fault, UnreadableError
from sroi_desktop.ui.kit.tables.columns import folded
from sroi_desktop.ui.rule_editor import values
from sroi_desktop.ui.rule_editor.filling import NOTES
from sroi_desktop.ui.rule_editor.questions import (
    ROW_MARK,
    Kind,
    Question,
    RowTable,
    Section,
    cell,
    parts,
)
from sroi_desktop.ui.rule_editor.sections import (
    BLOCKS,
    BONUSES,
    GROUPS,
    SILENT,
    all_questions,
    all_tables,
)
from sroi_desktop.ui.rule_editor.sheet import Row, Sheet

KeyPath = tuple[str | int, ...]
LOW_LABOUR = "obligation.low_labour"
_NO_CODE = "regels"
_LONGEST = 50
_VALUED = (BLOCKS, BONUSES)
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why an answer cannot be read, and what it may have meant."""

    text: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Read:
    """A sheet as tables of a file.

    `wrong` are answers that cannot be read, by question or cell, `shown` how the others were
    read; `order` are the keys of the rows in the order of the file, `cited` what the places
    are about, `codes` the codes of rows.
    """

    tables: dict[str, Any]
    wrong: dict[str, Wrong] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def name_of(self, path: KeyPath, first: Mapping[str, str]) -> str:
        """Return the question or cell that a path in the file is about.

        Args:
            path: of a problem, such as ("blocks", 3, "value").
            first: the first column of every table, for what is about a row as a whole.
        """
        for length in (1, 2):
            table = ".".join(map(str, path[:length]))
            if table in self.order and len(path) > length:
                row = self.order[table][int(path[length])]
                rest = path[length + 1 :]
                return cell(table, row, str(rest[0]) if rest else first[table])
        if path[0] == "citations":
            return self.cited[int(path[1])]
        return ".".join(part for part in path if isinstance(part, str))


def read(sheet: Sheet, sections: tuple[Section, ...]) -> Read:
    """Return what a sheet says, as the tables of a file."""
    found = Read({key: sheet.texts[key] for key in SILENT if key in sheet.texts})
    found.tables["format"] = 1
    for question in all_questions(sections):
        _put(found.tables, question.key, _answer(found, question, question.key, sheet))
    tables = all_tables(sections)
    for key in (BLOCKS, BONUSES, GROUPS, "evidence", "recognition"):
        found.codes[key] = _codes(sheet.of(key))
    for table in tables.values():
        _rows(found, table, sheet)
    _settle(found)
    found.tables["citations"] = [*_citations(found, sheet)]
    return found


def code_of(label: str, taken: Collection[str] = ()) -> str:
    """Return a code for a name: small letters, figures and hyphens, one that is not taken."""
    bare = _SIGNS.sub("-", folded(label)).strip("-")[:_LONGEST].strip("-") or _NO_CODE
    number, code = 1, bare
    while code in taken:
        number += 1
        code = f"{bare}-{number}"
    return code


def _codes(rows: tuple[Row, ...]) -> dict[str, str]:
    """Return the code of every row: its own, or else one made from its name."""
    codes = {row.key: row.text("code") for row in rows if row.text("code")}
    for row in rows:
        if row.key not in codes:
            codes[row.key] = code_of(row.text("label"), set(codes.values()))
    return codes


def _answer(found: Read, question: Question, name: str, sheet: Sheet) -> object:
    """Return an answer as the file has it; what cannot be read is noted, and None."""
    text = sheet.text(name)
    try:
        value = values.read(question.kind, text)
    except UnreadableError as error:
        found.wrong[name] = _wrong(question.kind, error)
        return None
    if question.kind in {Kind.BLOCKS, Kind.GROUP}:
        return _references(found, question.kind, value)
    if value is not None and question.kind not in {Kind.LONG, Kind.LINES, Kind.NAMES}:
        found.shown[name] = values.shown(question.kind, value)
    return value


def _wrong(kind: Kind, error: UnreadableError) -> Wrong:
    if kind is Kind.LIMIT:
        return Wrong(_("Write it like 12, 2 years, 2 full-time years or no limit."))
    if kind is Kind.AGE:
        return Wrong(_("Write it like 50, or older than 50."))
    return Wrong(error_text(error), error.readings)


def _references(found: Read, kind: Kind, value: object) -> object:
    """Return the codes of the rows that an answer names; rows that are gone are left out."""
    if value is None:
        return None
    codes = found.codes[GROUPS if kind is Kind.GROUP else BLOCKS]
    named: list[str] = value if isinstance(value, list) else [str(value)]
    known = [codes.get(key, "" if key.startswith(ROW_MARK) else key) for key in named]
    kept = [code for code in known if code]
    return (kept[0] if kept else None) if kind is Kind.GROUP else kept


def _put(tables: dict[str, Any], path: str, value: object) -> None:
    if value is None or value == []:
        return
    *way, last = path.split(".")
    for part in way:
        tables = tables.setdefault(part, {})
    tables[last] = value


def _rows(found: Read, table: RowTable, sheet: Sheet) -> None:
    rows, keys = [], []
    for row in sheet.of(table.key):
        if not _is_typed(table, row):
            continue
        raw = _row(found, table, row, sheet)
        if raw is not None:
            rows.append(raw)
            keys.append(row.key)
    found.order[table.key] = keys
    if rows:
        _put(found.tables, table.key, rows)


def _is_typed(table: RowTable, row: Row) -> bool:
    """Tell whether anything was typed in a row: what can be chosen is filled in from the start."""
    typed = [one.key for one in table.columns if one.kind is not Kind.CHOICE]
    needs_typing = any(one.needed for one in table.columns)
    return not needs_typing or any(row.text(key) for key in typed)


def _row(found: Read, table: RowTable, row: Row, sheet: Sheet) -> Any:  # noqa: ANN401 - of the file
    """Return a row as the file has it; None where it lacks what the format cannot do without."""
    raw: dict[str, Any] = {}
    for question in table.questions:
        name = cell(table.key, row.key, question.key)
        _put(raw, question.key, _answer(found, question, name, sheet))
        if question.needed and question.key not in raw:
            if question.kind is not Kind.TEXT:
                found.wrong.setdefault(name, Wrong(error_text(UnreadableError(Fault.EMPTY, ""))))
                return None
            raw[question.key] = ""
    if table.key in found.codes:
        raw["code"] = found.codes[table.key][row.key]
    if table.key in _VALUED and "value" not in raw and _has_value(table.key, raw["unit"]):
        raw["value_from_contract"] = True
    if table.key == BONUSES and "blocks" in raw:
        raw.setdefault("kinds", [])
    if table.key == NOTES and "place" not in raw:
        return raw["text"]
    return raw


def _has_value(table: str, unit: str) -> bool:
    return Unit(unit).has_value if table == BLOCKS else BonusUnit(unit).has_value


def _settle(found: Read) -> None:
    """Fill in what the format cannot do without, and take out what is half there."""
    tables = found.tables
    for key in ("title", "publisher"):
        tables.setdefault(key, "")
    tables.setdefault("covers", [])
    tables["complete"] = bool(tables.get("complete"))
    if not tables.get("id"):
        tables["id"] = code_of(str(tables["title"]))
    obligation = tables.get("obligation", {})
    halves = [f"{LOW_LABOUR}.percentage", f"{LOW_LABOUR}.share_under"]
    missing = [name for name in halves if name not in found.shown]
    if len(missing) == 1:
        if missing[0] not in found.wrong:
            found.wrong[missing[0]] = Wrong(error_text(UnreadableError(Fault.EMPTY, "")))
        obligation.pop("low_labour", None)


def _citations(found: Read, sheet: Sheet) -> Iterator[dict[str, str]]:
    for name, place in sheet.places.items():
        table, row, column = parts(name)
        key = name
        if table in NUMBERED:
            if row not in found.order[table]:
                continue  # a row in which nothing is typed is not kept
            key = f"{table}.{found.order[table].index(row) + 1}.{column}"
        elif table:
            code = found.codes.get(table, {}).get(row) or sheet.text(cell(table, row, "kind"))
            key = f"{table}.{code}.{column}"
        found.cited.append(name)
        said = {"key": key, "page": place.page.strip(), "quote": place.quote.strip()}
        yield {part: text for part, text in said.items() if text}
