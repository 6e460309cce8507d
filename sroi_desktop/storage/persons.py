"""What identifies a person, sealed with a key per person (AES-GCM).

A key stands in one table and in no history. Erasing a person destroys it: what was sealed with
it, in the tables, in the history and in undone acts, can then be read by nobody, while the
hashes of the history still hold. Backups made before that still have the key.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from datetime import date
from typing import TYPE_CHECKING

from sroi_desktop.storage.columns import packed, readable, unpacked
from sroi_desktop.storage.records import Person
from sroi_desktop.storage.unit_of_work import CANDIDATE, EFFORT, PERSON

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_KEY_BYTES = 32
_NONCE_BYTES = 12
_KEY = "SELECT key FROM person_key WHERE subject = ? AND subject_id = ?"
_NEW_KEY = """
    INSERT INTO person_key (subject, subject_id, key) VALUES (?, ?, ?)
    ON CONFLICT (subject, subject_id) DO UPDATE SET key = excluded.key
"""


def get(sql: Sql, candidate_id: int) -> Person | None:
    """Return who a candidate is, or None where that was not entered or was erased."""
    row = sql.row("SELECT sealed FROM person WHERE id = ?", candidate_id)
    plain = None if row is None else unsealed(sql, CANDIDATE, candidate_id, row["sealed"])
    if plain is None:
        return None
    with readable():
        name, born = unpacked(plain)
        return Person(name, None if born is None else date.fromisoformat(born))


def every(sql: Sql) -> tuple[Person, ...]:
    """Return everyone who was entered and not erased."""
    found = (get(sql, row["id"]) for row in sql.rows("SELECT id FROM person ORDER BY id"))
    return tuple(person for person in found if person is not None)


def put(rows: Rows, candidate_id: int, person: Person) -> None:
    """Enter or change who a candidate is.

    Raises:
        UnknownRecordError: there is no such candidate.
    """
    rows.existing(CANDIDATE, candidate_id)
    if get(rows.sql, candidate_id) != person:
        born = None if person.born is None else person.born.isoformat()
        text = sealed(rows, CANDIDATE, candidate_id, packed([person.name, born]))
        rows.put(PERSON, candidate_id, {"sealed": text})


def erase(rows: Rows, candidate_id: int) -> None:
    """Destroy the key of a candidate, and remove what was sealed with it.

    The act cannot be undone.

    Raises:
        UnknownRecordError: there is no such candidate.
    """
    rows.existing(CANDIDATE, candidate_id)
    rows.undoable = False
    rows.leaves_entry = _key(rows.sql, CANDIDATE, candidate_id) is not None
    if rows.find(PERSON, candidate_id) is not None:
        rows.delete(PERSON, candidate_id)
    where = "SELECT id FROM effort WHERE candidate_id = ? AND born_sealed IS NOT NULL"
    for row in rows.sql.rows(where, candidate_id):
        rows.update(EFFORT, row["id"], {"born_sealed": None})
    rows.keep(
        "UPDATE person_key SET key = NULL WHERE subject = ? AND subject_id = ?",
        CANDIDATE,
        candidate_id,
    )


def sealed(rows: Rows, subject: str, subject_id: int, plain: str) -> str:
    """Return a text sealed with the key of a candidate or effort, which is made if needed."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - takes 30 ms

    key = _key(rows.sql, subject, subject_id)
    if key is None:
        key = os.urandom(_KEY_BYTES)
        rows.keep(_NEW_KEY, subject, subject_id, key)
    nonce = os.urandom(_NONCE_BYTES)
    box = AESGCM(key).encrypt(nonce, plain.encode(), _owner(subject, subject_id))
    return b64encode(nonce + box).decode()


def unsealed(sql: Sql, subject: str, subject_id: int, text: str) -> str | None:
    """Return a sealed text, or None where its key was destroyed."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - takes 30 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    key = _key(sql, subject, subject_id)
    if key is None:
        return None
    with readable():
        box = b64decode(text, validate=True)
    try:
        plain = AESGCM(key).decrypt(
            box[:_NONCE_BYTES], box[_NONCE_BYTES:], _owner(subject, subject_id)
        )
    except InvalidTag:
        return None  # sealed with a key that was destroyed before a new one was made
    return plain.decode()


def _key(sql: Sql, subject: str, subject_id: int) -> bytes | None:
    row = sql.row(_KEY, subject, subject_id)
    key: bytes | None = None if row is None else row["key"]
    return key


def _owner(subject: str, subject_id: int) -> bytes:
    """Return what ties a sealed text to its place: moved elsewhere it does not open."""
    return f"{subject} {subject_id}".encode()
