"""Which part of an effort counts for which contract, and what it is worth there.

The shares of one effort never exceed the whole on any day. The sum of the shares can only be
largest on a day on which one of them starts, so those are the days that the triggers look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# missing: a list of pairs of code and label, as the contract's rules named them when booked.
# reported_cents: what the latest report said was realised of it.
# counted_since and counted_years: what the share took over from other efforts of the person.
ALLOCATION = """
CREATE TABLE allocation (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id      INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    contract_id    INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    starts_on      TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on        TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    parts          INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 1000000),
    value_cents    INTEGER NOT NULL CHECK (value_cents >= 0),
    accepted_cents INTEGER NOT NULL,
    reported_cents INTEGER NOT NULL CHECK (reported_cents >= 0),
    missing        TEXT NOT NULL CHECK (json_valid(missing)),
    missing_count  INTEGER NOT NULL CHECK (missing_count = json_array_length(missing)),
    counted_since  TEXT CHECK (counted_since IS date(counted_since, '+0 days')),
    counted_years  TEXT NOT NULL CHECK (counted_years NOT GLOB '*[^0-9/]*'),
    CHECK (ends_on >= starts_on)
) STRICT
"""

# The derivation is long and rarely read: apart, so that adding up values stays fast.
VALUATION = """
CREATE TABLE valuation (
    id    INTEGER PRIMARY KEY REFERENCES allocation (id) ON DELETE RESTRICT,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT
"""

INDEXES = (
    "CREATE INDEX allocation_by_effort ON allocation (effort_id)",
    "CREATE INDEX allocation_by_contract ON allocation (contract_id)",
)

NEVER_ABOVE_THE_WHOLE = """
CREATE TRIGGER allocation_never_above_the_whole_{moment} AFTER {moment} ON allocation
WHEN EXISTS (
    SELECT 1
    FROM allocation AS one
    JOIN allocation AS claim ON claim.effort_id = one.effort_id
        AND one.starts_on BETWEEN claim.starts_on AND claim.ends_on
    WHERE one.effort_id = NEW.effort_id
    GROUP BY one.id
    HAVING sum(claim.parts) > 1000000
)
BEGIN SELECT RAISE(ABORT, 'the shares of an effort exceed the whole'); END
"""


def apply(db: Database) -> None:
    """Make the tables of allocations and valuations, and the guard over the shares."""
    guards = [NEVER_ABOVE_THE_WHOLE.format(moment=moment) for moment in ("INSERT", "UPDATE")]
    for statement in (ALLOCATION, VALUATION, *INDEXES, *guards):
        db.execute(statement)
