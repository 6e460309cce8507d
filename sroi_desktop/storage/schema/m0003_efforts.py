"""Efforts, the hours under them, and which of them look alike but are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# born_sealed: a birth date, sealed with the key of the candidate, or of the effort without one.
EFFORT = """
CREATE TABLE effort (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    kind               TEXT NOT NULL CHECK (kind IN (
        'placement', 'apprenticeship', 'traineeship', 'purchase', 'activity', 'cost', 'bespoke')),
    block              TEXT NOT NULL,
    title              TEXT NOT NULL,
    starts_on          TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on            TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    state              TEXT NOT NULL CHECK (state IN (
        'planned', 'committed', 'realised', 'reported', 'accepted', 'accepted_in_part',
        'rejected')),
    candidate_id       INTEGER REFERENCES candidate (id) ON DELETE RESTRICT,
    supplier_id        INTEGER REFERENCES supplier (id) ON DELETE RESTRICT,
    hours_per_week     TEXT CHECK (hours_per_week NOT GLOB '*[^0-9/]*'),
    worked_hours       TEXT CHECK (worked_hours NOT GLOB '*[^0-9/]*'),
    employees          INTEGER CHECK (employees >= 0),
    hours              TEXT CHECK (hours NOT GLOB '*[^0-9/]*'),
    quantity           TEXT CHECK (quantity NOT GLOB '*[^0-9/]*'),
    amount_cents       INTEGER CHECK (amount_cents >= 0),
    invoice_number     TEXT,
    born_sealed        TEXT,
    bonuses            TEXT NOT NULL CHECK (json_valid(bonuses)),
    bonus_costs        TEXT NOT NULL CHECK (json_valid(bonus_costs)),
    counted_since      TEXT CHECK (counted_since IS date(counted_since, '+0 days')),
    counted_before     TEXT NOT NULL,
    wage_subsidy_until TEXT CHECK (wage_subsidy_until IS date(wage_subsidy_until, '+0 days')),
    worked_here_before INTEGER CHECK (worked_here_before IN (0, 1)),
    on_project         INTEGER CHECK (on_project IN (0, 1)),
    place              TEXT,
    note               TEXT,
    accepted_cents     INTEGER,
    verdict            TEXT,
    CHECK (ends_on >= starts_on)
) STRICT
"""

HOUR = """
CREATE TABLE hour (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    worked_on TEXT NOT NULL CHECK (worked_on IS date(worked_on, '+0 days')),
    hours     TEXT NOT NULL CHECK (hours NOT GLOB '*[^0-9/]*')
) STRICT
"""

# Pairs of efforts of which the owner said that neither is a duplicate of the other.
APART = """
CREATE TABLE apart (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id  INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    second_id INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    CHECK (first_id < second_id),
    UNIQUE (first_id, second_id)
) STRICT
"""

INDEXES = (
    "CREATE INDEX effort_by_start ON effort (starts_on)",
    "CREATE INDEX effort_by_end ON effort (ends_on, state, starts_on)",
    "CREATE INDEX effort_by_candidate ON effort (candidate_id)",
    "CREATE INDEX effort_by_supplier ON effort (supplier_id)",
    "CREATE INDEX hour_by_effort ON hour (effort_id)",
    "CREATE INDEX apart_by_second ON apart (second_id)",
)


def apply(db: Database) -> None:
    """Make the tables of efforts, hours and pairs that are no duplicates."""
    for statement in (EFFORT, HOUR, APART, *INDEXES):
        db.execute(statement)
