"""The tables of an administration, built up by migrations that are never edited once released.

Each migration is one module with the SQL of its day; none knows a class of the program. A new
one is added at the end of `STEPS`, and SCHEMA_VERSION counts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from sroi_desktop.storage.schema import (
    m0001_parties,
    m0002_contracts,
    m0003_efforts,
    m0004_allocations,
    m0005_evidence,
    m0006_reports,
    m0007_history,
    m0008_supplier_facts,
    m0009_set_aside,
    m0010_lacking,
)

if TYPE_CHECKING:
    from types import ModuleType

    from sqlite_utils import Database

STEPS: tuple[ModuleType, ...] = (
    m0001_parties,
    m0002_contracts,
    m0003_efforts,
    m0004_allocations,
    m0005_evidence,
    m0006_reports,
    m0007_history,
    m0008_supplier_facts,
    m0009_set_aside,
    m0010_lacking,
)


def migrations() -> Migrations:
    """Return the migrations, in order."""
    found = Migrations("sroi_desktop")
    for module in STEPS:
        found(name=module.__name__.rpartition(".m")[2])(module.apply)
    return found


def migrate(database: Database) -> None:
    """Bring the tables up to date; each step is one transaction.

    Foreign keys must be off: SQLite ignores the switch inside a transaction.
    """
    migrations().apply(database)
