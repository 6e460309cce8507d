"""The firm, the people placed and the social enterprises.

A candidate is a pseudonym. What identifies a person stands in `person`, sealed with the key in
`person_key`, which is in no history and no other table; without it the rest cannot be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

OURS = "PRAGMA application_id = 0x53524F49"  # "SROI"

COMPANY = """
CREATE TABLE company (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name       TEXT NOT NULL,
    kvk        TEXT,
    tax_number TEXT,
    street     TEXT,
    postcode   TEXT,
    town       TEXT,
    contact    TEXT,
    email      TEXT,
    phone      TEXT,
    employees  INTEGER,
    sector     TEXT,
    example    INTEGER NOT NULL CHECK (example IN (0, 1)),
    logo       TEXT REFERENCES kept_file (sha256) ON DELETE RESTRICT
) STRICT
"""

# The firm's own PSO certificates; one that ended stays, for it held once.
CERTIFICATE = """
CREATE TABLE certificate (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    level       TEXT NOT NULL CHECK (level IN ('aspirant', '1', '2', '3', '30_plus')),
    valid_from  TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT NOT NULL CHECK (valid_until IS date(valid_until, '+0 days')),
    CHECK (valid_until >= valid_from)
) STRICT
"""

CANDIDATE = """
CREATE TABLE candidate (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    role TEXT,
    note TEXT
) STRICT
"""

PERSON = """
CREATE TABLE person (
    id     INTEGER PRIMARY KEY REFERENCES candidate (id) ON DELETE RESTRICT,
    sealed TEXT NOT NULL
) STRICT
"""

# key IS NULL: the person was erased. No reference: a key outlives the undoing of its subject.
PERSON_KEY = """
CREATE TABLE person_key (
    subject    TEXT NOT NULL CHECK (subject IN ('candidate', 'effort')),
    subject_id INTEGER NOT NULL,
    key        BLOB CHECK (length(key) = 32),
    PRIMARY KEY (subject, subject_id)
) STRICT
"""

SUPPLIER = """
CREATE TABLE supplier (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    scheme      TEXT,
    issuer      TEXT,
    valid_from  TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    note        TEXT
) STRICT
"""


def apply(db: Database) -> None:
    """Make the tables, and mark the file as ours."""
    for statement in (OURS, COMPANY, CERTIFICATE, CANDIDATE, PERSON, PERSON_KEY, SUPPLIER):
        db.execute(statement)
