"""Shares that stay in the books and are worth nothing, with the reason of their owner.

NULL for a share that counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def apply(db: Database) -> None:
    """Add the column."""
    db.execute("ALTER TABLE allocation ADD COLUMN set_aside TEXT")
