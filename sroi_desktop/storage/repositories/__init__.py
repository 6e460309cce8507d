"""One module per aggregate: its columns, how it is read, and how it is written.

What reads takes the connection (`Sql`), what writes the rows of an act (`Rows`).
"""

from __future__ import annotations
