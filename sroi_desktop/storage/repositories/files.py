"""Files that are kept whole, each once, under the hash of its bytes.

No act takes one away, so that whatever refers to it can be undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.storage.errors import UnknownRecordError
from sroi_desktop.storage.hashing import sha256_of

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

TABLE = "kept_file"


def content(sql: Sql, sha256: str) -> bytes:
    """Return a kept file.

    Raises:
        UnknownRecordError: no file has this hash.
    """
    row = sql.row("SELECT bytes FROM kept_file WHERE sha256 = ?", sha256)
    if row is None:
        raise UnknownRecordError(TABLE, sha256)
    return bytes(row["bytes"])


def keep(rows: Rows, data: bytes) -> str:
    """Keep a file under its hash, and return that."""
    sha256 = sha256_of(data)
    rows.keep(
        "INSERT INTO kept_file (sha256, size, bytes) VALUES (?, ?, ?)"
        " ON CONFLICT (sha256) DO NOTHING",
        sha256,
        len(data),
        data,
    )
    return sha256


def refuse_unknown(sql: Sql, sha256: str | None) -> None:
    """Raise where a hash is that of no kept file; None passes.

    Raises:
        UnknownRecordError: no file has this hash.
    """
    where = "SELECT 1 FROM kept_file WHERE sha256 = ?"
    if sha256 is not None and sql.row(where, sha256) is None:
        raise UnknownRecordError(TABLE, sha256)
