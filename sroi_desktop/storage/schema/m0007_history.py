"""The history of all acts, which only grows, and the drafts, which are no part of it.

Each entry holds the hash of the entry before it and of itself, so that a change to any of them
shows. `origin` is the act that a reversal is about, `reverses` the entry it turned back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# changes is the long one and stands last, so that a list of entries need not read past it.
HISTORY = """
CREATE TABLE history (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    name      TEXT NOT NULL,
    about     TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
    origin    INTEGER NOT NULL REFERENCES history (id) ON DELETE RESTRICT,
    reverses  INTEGER REFERENCES history (id) ON DELETE RESTRICT,
    undoable  INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    tables    TEXT NOT NULL CHECK (json_valid(tables)),
    contracts TEXT NOT NULL CHECK (json_valid(contracts)),
    hash      TEXT NOT NULL CHECK (length(hash) = 64),
    changes   TEXT NOT NULL CHECK (json_valid(changes)),
    CHECK ((kind = 'act') = (reverses IS NULL) AND (kind = 'act') = (origin = id))
) STRICT
"""

INDEXES = (
    "CREATE INDEX history_by_origin ON history (origin)",
    "CREATE INDEX history_by_kind ON history (kind)",
)

ONLY_GROWS = """
CREATE TRIGGER history_only_grows_{moment} BEFORE {moment} ON history
BEGIN SELECT RAISE(ABORT, 'the history only grows'); END
"""

DRAFT = """
CREATE TABLE draft (
    key  TEXT NOT NULL PRIMARY KEY,
    data TEXT NOT NULL CHECK (json_valid(data))
) STRICT
"""


def apply(db: Database) -> None:
    """Make the tables of history and drafts."""
    guards = [ONLY_GROWS.format(moment=moment) for moment in ("UPDATE", "DELETE")]
    for statement in (HISTORY, *INDEXES, *guards, DRAFT):
        db.execute(statement)
