"""What someone typed and did not finish: kept in the administration file, offered again.

A draft is no part of the books: it has no place in the history, and undo passes it by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


# What the keys begin with of drafts of something new.
NEW_CONTRACT, NEW_BOOKING = "contract.new.", "booking.new."


def keep(desk: Desk, key: str, data: dict[str, object]) -> None:
    """Keep a draft under its key, over what stood there.

    A file that may only be read keeps none; that is no reason to stop anyone typing.

    Args:
        desk: the open administration.
        key: who the draft belongs to and which it is: "booking.3".
        data: what JSON can hold.

    Raises:
        KnownStorageError: the file cannot be written.
    """
    if not desk.store.read_only:
        desk.store.save_draft(key, data)


def kept(desk: Desk, key: str) -> dict[str, object] | None:
    """Return a draft, or None where there is none under this key."""
    return desk.store.draft(key)


def keys(desk: Desk, prefix: str) -> tuple[str, ...]:
    """Return the keys of the drafts that belong together, in order."""
    return tuple(key for key in desk.store.drafts() if key.startswith(prefix))


def free_key(desk: Desk, prefix: str) -> str:
    """Return a key for a new draft: the prefix with the first number above those in use."""
    numbers = [int(end) for key in keys(desk, prefix) if (end := key[len(prefix) :]).isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1}"


def drop(desk: Desk, key: str) -> None:
    """Throw a draft away; one that is not there is no matter.

    Raises:
        KnownStorageError: the file cannot be written.
    """
    if not desk.store.read_only:
        desk.store.drop_draft(key)
