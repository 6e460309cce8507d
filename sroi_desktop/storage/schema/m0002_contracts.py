"""Contracts, each with a copy of its rule set that no later edition changes.

Copies are kept by the hash of their text and are never changed or removed; contracts under
the same edition share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

RULES = """
CREATE TABLE rule_copy (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    plain  TEXT NOT NULL CHECK (json_valid(plain))
) STRICT
"""

# The names of the blocks, so that a long table of efforts needs no rule set to be read.
BLOCKS = """
CREATE TABLE rule_block (
    sha256 TEXT NOT NULL REFERENCES rule_copy (sha256) ON DELETE RESTRICT,
    code   TEXT NOT NULL,
    label  TEXT NOT NULL,
    PRIMARY KEY (sha256, code)
) STRICT, WITHOUT ROWID
"""

RULES_STAY = """
CREATE TRIGGER rule_copy_stays BEFORE UPDATE ON rule_copy
BEGIN SELECT RAISE(ABORT, 'a copy of a rule set never changes'); END
"""

CONTRACT = """
CREATE TABLE contract (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    number             TEXT NOT NULL UNIQUE,
    title              TEXT NOT NULL,
    authority          TEXT NOT NULL,
    rule_set_id        TEXT NOT NULL,
    rule_copy          TEXT NOT NULL REFERENCES rule_copy (sha256) ON DELETE RESTRICT,
    state              TEXT NOT NULL CHECK (state IN (
        'tender', 'bid', 'lost', 'awarded', 'plan_agreed', 'running', 'reporting', 'recovery',
        'settled')),
    reference          TEXT,
    category           TEXT CHECK (category IN ('works', 'services', 'supplies')),
    sum_cents          INTEGER CHECK (sum_cents >= 0),
    percentage         TEXT CHECK (percentage NOT GLOB '*[^0-9/]*'),
    offered_percentage TEXT CHECK (offered_percentage NOT GLOB '*[^0-9/]*'),
    fixed_cents        INTEGER CHECK (fixed_cents >= 0),
    labour_share       TEXT CHECK (labour_share NOT GLOB '*[^0-9/]*'),
    company_share      TEXT NOT NULL CHECK (company_share NOT GLOB '*[^0-9/]*'),
    published_on       TEXT CHECK (published_on IS date(published_on, '+0 days')),
    awarded_on         TEXT CHECK (awarded_on IS date(awarded_on, '+0 days')),
    starts_on          TEXT CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on            TEXT CHECK (ends_on IS date(ends_on, '+0 days')),
    rhythm             TEXT CHECK (rhythm IN (
        'monthly', 'quarterly', 'half_yearly', 'yearly', 'at_end')),
    full_time_hours    TEXT CHECK (full_time_hours NOT GLOB '*[^0-9/]*'),
    contact_name       TEXT,
    contact_made_on    TEXT CHECK (contact_made_on IS date(contact_made_on, '+0 days')),
    plan_sent_on       TEXT CHECK (plan_sent_on IS date(plan_sent_on, '+0 days')),
    plan_agreed_on     TEXT CHECK (plan_agreed_on IS date(plan_agreed_on, '+0 days')),
    note               TEXT,
    bid_cents          INTEGER CHECK (bid_cents >= 0),
    bid_on             TEXT CHECK (bid_on IS date(bid_on, '+0 days')),
    wage_cents         INTEGER CHECK (wage_cents >= 0),
    turnover_cents     INTEGER CHECK (turnover_cents >= 0),
    quotas             TEXT NOT NULL CHECK (json_valid(quotas)),
    switches           TEXT NOT NULL CHECK (json_valid(switches)),
    CHECK (ends_on >= starts_on)
) STRICT
"""

# The paragraph of a tender as it was read, with what was answered; contract_id once one came
# of it.
CLAUSE = """
CREATE TABLE clause (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    title       TEXT NOT NULL,
    authority   TEXT NOT NULL,
    reference   TEXT NOT NULL,
    text        TEXT NOT NULL,
    answers     TEXT NOT NULL CHECK (json_valid(answers)),
    rule_set_id TEXT,
    contract_id INTEGER REFERENCES contract (id) ON DELETE RESTRICT
) STRICT
"""

CLAUSE_INDEX = "CREATE INDEX clause_by_contract ON clause (contract_id)"

# What was invoiced under a contract, excluding VAT; a credit note is negative.
INVOICE = """
CREATE TABLE invoice (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    dated       TEXT NOT NULL CHECK (dated IS date(dated, '+0 days')),
    cents       INTEGER NOT NULL,
    number      TEXT
) STRICT
"""

INVOICES = "CREATE INDEX invoice_by_contract ON invoice (contract_id)"


def apply(db: Database) -> None:
    """Make the tables of contracts, their rules, the clauses they came from and their invoices."""
    tables = (RULES, BLOCKS, RULES_STAY, CONTRACT, CLAUSE, CLAUSE_INDEX, INVOICE, INVOICES)
    for statement in tables:
        db.execute(statement)
