"""Issued reports: numbered per contract, with their data and PDF, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

REPORT = """
CREATE TABLE report (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    number      TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind <> ''),
    variant     TEXT NOT NULL CHECK (variant IN ('anonymous', 'pseudonymous', 'named')),
    starts_on   TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on     TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    issued_at   TEXT NOT NULL,
    entry_id    INTEGER NOT NULL,
    data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
    pdf_sha256  TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
    corrects    INTEGER REFERENCES report (id) ON DELETE RESTRICT,
    UNIQUE (contract_id, number),
    CHECK (ends_on >= starts_on)
) STRICT
"""

DOCUMENT = """
CREATE TABLE report_document (
    id   INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE RESTRICT,
    data BLOB NOT NULL,
    pdf  BLOB NOT NULL
) STRICT
"""

LINE = """
CREATE TABLE report_line (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id      INTEGER NOT NULL REFERENCES report (id) ON DELETE RESTRICT,
    effort_id      INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    realised_cents INTEGER NOT NULL CHECK (realised_cents >= 0),
    UNIQUE (report_id, effort_id)
) STRICT
"""

STAYS = """
CREATE TRIGGER {table}_stays_on_{moment} BEFORE {moment} ON {table}
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END
"""


def apply(db: Database) -> None:
    """Make the tables of reports, and the guards that keep them as they were issued."""
    tables = (
        REPORT,
        DOCUMENT,
        LINE,
        "CREATE INDEX report_line_by_effort ON report_line (effort_id)",
    )
    guards = [
        STAYS.format(table=table, moment=moment)
        for table in ("report", "report_document", "report_line")
        for moment in ("UPDATE", "DELETE")
    ]
    for statement in (*tables, *guards):
        db.execute(statement)
