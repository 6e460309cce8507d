"""A set that builds on another: what it says itself comes first, the rest it takes over.

Works on the tables of the files, where "left out" can still be told from a default.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sroi_desktop.rulesets.measures import FEWEST_IN_A_GROUP
from sroi_desktop.rulesets.problems import KeyPath

Tables = dict[str, Any]

# Of a single key, or of each key of a table: its own, or else that of the base.
_TAKEN_OVER = ("full_time_hours", "rhythm", "edition_by", "applies_by", "missing")
_BY_KEY = ("obligation", "counting", "penalty", "region")
# Rows of which one with the same name takes the place of that of the base.
_BY_NAME = {
    "blocks": "code",
    "bonuses": "code",
    "evidence": "code",
    "groups": "code",
    "recognition": "code",
    "deadlines": "kind",
    "share_caps": "label",
}
_ADDED_UP = ("assumptions", "notes", "sources")


def merged(base: Tables, own: Tables) -> Tables:
    """Return the tables of a whole set.

    Args:
        base: the tables of the set that it builds on.
        own: those of its own file; `drops` are codes of rows that it leaves out.
    """
    base = _without(base, frozenset(own.get("drops", ())))
    whole = {key: value for key, value in own.items() if key not in {"builds_on", "drops"}}
    whole["based_on"] = base["id"]
    for key in _TAKEN_OVER:
        if key in base:
            whole.setdefault(key, base[key])
    for key in _BY_KEY:
        if key in base:
            whole[key] = {**base[key], **own.get(key, {})}
    for key, name in _BY_NAME.items():
        if key in base:
            whole[key] = _rows(base[key], own.get(key, []), name)
    for key in _ADDED_UP:
        if key in base:
            whole[key] = _once((*base[key], *own.get(key, ())))
    return _without_single_choices(whole, own)


def own_path(path: KeyPath, own: Tables, whole: Tables) -> KeyPath:
    """Return where a spot of the whole set stands in its own file, or the path as it is."""
    name = _BY_NAME.get(str(path[0])) if len(path) > 1 else None
    if name is None:
        return path
    table, at = str(path[0]), path[1]
    row = whole[table][at]
    places = [place for place, mine in enumerate(own.get(table, ())) if mine is row]
    return (table, places[0], *path[2:]) if places else path


def _rows(base: list[Tables], own: list[Tables], name: str) -> list[Tables]:
    first = {row[name]: row for row in reversed(own)}
    rows = [first.get(row[name], row) for row in base]
    # Every other row of its own, also one that occurs twice: that is for the checks to find.
    return rows + [row for row in own if not any(row is one for one in rows)]


def _without(base: Tables, dropped: frozenset[str]) -> Tables:
    """Take rows out of a set, and out of the rows that name them; a row for nothing else goes."""
    if not dropped:
        return base
    left = dict(base)
    for key in _BY_NAME:
        rows = [row for row in base.get(key, ()) if row.get("code") not in dropped]
        left[key] = [row for row in map(_still_for, rows, [dropped] * len(rows)) if row]
    notes = base.get("notes", ())
    texts = [note for note in notes if isinstance(note, str)]
    placed = [note for note in notes if not isinstance(note, str)]
    left["notes"] = texts + [one for note in placed if (one := _still_for(note, dropped))]
    return left


def _still_for(row: Tables, dropped: frozenset[str]) -> Tables | None:
    """Return a row with the blocks that are left to it, or None where none are."""
    if not row.get("blocks"):
        return row
    blocks = [code for code in row["blocks"] if code not in dropped]
    # Only a share cap is for its blocks and its kinds together; others would become wider.
    is_cap_on_kinds = "share" in row and row.get("kinds")
    return {**row, "blocks": blocks} if blocks or is_cap_on_kinds else None


def _once(items: Iterable[Any]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept


def _without_single_choices(whole: Tables, own: Tables) -> Tables:
    """Leave out groups of the base of which fewer than two rows are left."""
    members = [row.get("group") for row in whole.get("blocks", ())]
    mine = {group["code"] for group in own.get("groups", ())}
    gone = {
        group["code"]
        for group in whole.get("groups", ())
        if members.count(group["code"]) < FEWEST_IN_A_GROUP and group["code"] not in mine
    }
    if gone:
        whole["groups"] = [group for group in whole["groups"] if group["code"] not in gone]
        whole["blocks"] = [_ungrouped(row, gone) for row in whole["blocks"]]
    return whole


def _ungrouped(row: Tables, gone: set[str]) -> Tables:
    if row.get("group") not in gone:
        return row
    return {key: value for key, value in row.items() if key not in {"group", "choice"}}
