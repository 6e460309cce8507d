"""A table that was copied from a PDF, a web page or a sheet, read as rows. No Qt here.

What is found is only proposed: the owner sees the rows and says yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sroi_desktop.ui.rule_editor.guessing import guessed
from sroi_desktop.ui.rule_editor.questions import RowTable

MOST_ROWS = 200
LONGEST = 300
# An amount: with a euro sign, with points between the thousands, or of three figures or more.
_FIGURES = r"€\s*\d[\d.,]*|\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{3,}(?:[.,]\d{2})?"
_AMOUNT = rf"(?P<amount>(?:{_FIGURES})(?:,-{{1,2}}|-)?)\s*(?P<per>(?:per |p/|/).*)?"
# A plain line: a name, then an amount and what it is per.
_LINE = re.compile(rf"(?P<label>.*?\S)[\s.:…]*?\s{_AMOUNT}")
_CELL = re.compile(_AMOUNT)
_EURO = re.compile(r"\s*€\s*")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row in a text: its name, the amount as written, and what stands behind that."""

    label: str
    amount: str = ""
    per: str = ""


def found_rows(text: str) -> tuple[FoundRow, ...]:
    """Return the rows of a copied table: names with an amount beside or behind them."""
    lines = [line for line in text.splitlines()[: MOST_ROWS * 2] if line.strip()]
    found = [row for row in map(_row, lines) if row.label][:MOST_ROWS]
    if len(found) > 1 and not found[0].amount and any(row.amount for row in found[1:]):
        separated = any(mark in lines[0] for mark in "\t;")
        found = found[1:] if separated else found  # the heads of the columns
    return tuple(found)


def is_table(text: str) -> bool:
    """Tell whether a text holds more than one answer."""
    return "\n" in text.strip() or "\t" in text.strip()


def texts_of(row: FoundRow, table: RowTable) -> Mapping[str, str]:
    """Return a found row as the answers of a new row of a table."""
    texts = {**dict(table.start), **_known(row, table), "label": row.label}
    if row.amount:
        texts["value"] = row.amount
    return texts


def _known(row: FoundRow, table: RowTable) -> Mapping[str, str]:
    columns = {one.key for one in table.columns}
    suggested = guessed(row.label, row.amount, row.per)
    return suggested if "kind" in columns else {}


def _row(line: str) -> FoundRow:
    for mark in ("\t", ";", "|"):
        if mark in line:
            cells = [" ".join(part.split()) for part in line.split(mark)]
            return _of_cells([part for part in cells if part])
    found = _LINE.fullmatch(" ".join(line.split()))
    if found is None:
        return FoundRow(" ".join(line.split())[:LONGEST])
    return FoundRow(_clean(found["label"]), _amount(found["amount"]), (found["per"] or "").strip())


def _of_cells(cells: list[str]) -> FoundRow:
    """Return the row of separate cells: the first is the name, the first amount the value."""
    if not cells:
        return FoundRow("")
    for at, part in enumerate(cells[1:], 1):
        found = _CELL.fullmatch(part)
        if found is not None:
            per = " ".join((found["per"] or "", *cells[at + 1 :])).strip()
            return FoundRow(_clean(cells[0]), _amount(found["amount"]), per)
    return FoundRow(_clean(cells[0]))


def _clean(label: str) -> str:
    return label.strip(" .:…-–\u2022")[:LONGEST]


def _amount(text: str) -> str:
    return _EURO.sub("€ ", text).strip()
