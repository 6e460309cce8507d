"""What a supplier says about itself, where a list of recognitions is not all that counts.

Shares are exact fractions of 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = (
    "target_group_share  TEXT CHECK (target_group_share NOT GLOB '*[^0-9/]*')",
    "market_income_share TEXT CHECK (market_income_share NOT GLOB '*[^0-9/]*')",
    "seat                TEXT",
    "aspirant_since      TEXT CHECK (aspirant_since IS date(aspirant_since, '+0 days'))",
)


def apply(db: Database) -> None:
    """Add the columns."""
    for column in COLUMNS:
        db.execute(f"ALTER TABLE supplier ADD COLUMN {column}")
