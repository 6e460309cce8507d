"""What lacks evidence, found by contract with most at stake first.

Without it the start looks at every share, and at the effort of each that lacks something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

LACKING = """
CREATE INDEX allocation_lacking ON allocation (contract_id, value_cents, effort_id)
WHERE missing_count > 0
"""


def apply(db: Database) -> None:
    """Make the index."""
    db.execute(LACKING)
