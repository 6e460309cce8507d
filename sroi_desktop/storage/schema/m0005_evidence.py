"""Pieces of evidence, and apart from them all files, each kept once under its hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE = """
CREATE TABLE kept_file (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size   INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes  BLOB NOT NULL
) STRICT
"""

FILE_STAYS = """
CREATE TRIGGER kept_file_stays BEFORE UPDATE ON kept_file
BEGIN SELECT RAISE(ABORT, 'a kept file never changes'); END
"""

PIECE = """
CREATE TABLE piece (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id   INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    requirement TEXT NOT NULL,
    title       TEXT NOT NULL,
    dated       TEXT CHECK (dated IS date(dated, '+0 days')),
    covers_from TEXT CHECK (covers_from IS date(covers_from, '+0 days')),
    covers_to   TEXT CHECK (covers_to IS date(covers_to, '+0 days')),
    file_name   TEXT,
    sha256      TEXT REFERENCES kept_file (sha256) ON DELETE RESTRICT,
    size        INTEGER,
    seen_by     TEXT,
    seen_on     TEXT CHECK (seen_on IS date(seen_on, '+0 days')),
    readable    INTEGER NOT NULL CHECK (readable IN (0, 1)),
    CHECK ((covers_from IS NULL) = (covers_to IS NULL) AND covers_to >= covers_from),
    CHECK ((sha256 IS NULL) = (size IS NULL))
) STRICT
"""

INDEXES = (
    "CREATE INDEX piece_by_effort ON piece (effort_id)",
    "CREATE INDEX piece_by_file ON piece (sha256)",
)


def apply(db: Database) -> None:
    """Make the tables of evidence."""
    for statement in (FILE, FILE_STAYS, PIECE, *INDEXES):
        db.execute(statement)
