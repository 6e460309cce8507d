"""Half-typed bookings, kept outside the history so that they survive whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sroi_desktop.storage.columns import packed, readable, unpacked

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql


def get(sql: Sql, key: str) -> dict[str, Any] | None:
    """Return a draft, or None."""
    row = sql.row("SELECT data FROM draft WHERE key = ?", key)
    if row is None:
        return None
    with readable():
        return dict(unpacked(row["data"]))


def keys(sql: Sql) -> tuple[str, ...]:
    """Return the keys of all drafts."""
    return tuple(row["key"] for row in sql.rows("SELECT key FROM draft ORDER BY key"))


def save(sql: Sql, key: str, data: dict[str, Any]) -> None:
    """Keep a draft, in place of the one with the same key."""
    with sql.transaction():
        sql.run(
            "INSERT INTO draft (key, data) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET data = excluded.data",
            key,
            packed(data),
        )


def drop(sql: Sql, key: str) -> None:
    """Forget a draft, if there is one."""
    with sql.transaction():
        sql.run("DELETE FROM draft WHERE key = ?", key)
