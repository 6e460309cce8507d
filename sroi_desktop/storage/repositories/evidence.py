"""Pieces of evidence, and the files that are kept for them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.storage.columns import Shape, day, flag, period, text, whole
from sroi_desktop.storage.errors import UnknownRecordError
from sroi_desktop.storage.unit_of_work import EFFORT, PIECE

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_FILE = "evidence_file"
_PIECE = Shape(
    Piece,
    {
        "effort_id": whole("effort_id"),
        "requirement": text("requirement"),
        "title": text("title"),
        "dated": day("dated"),
        "covers": period("covers_from", "covers_to"),
        "file_name": text("file_name"),
        "sha256": text("sha256"),
        "size": whole("size"),
        "seen_by": text("seen_by"),
        "seen_on": day("seen_on"),
        "readable": flag("readable"),
        "id": whole("id"),
    },
)


def of_effort(sql: Sql, effort_id: int) -> tuple[Piece, ...]:
    """Return the pieces of evidence of an effort, in the order in which they were added."""
    found = sql.rows("SELECT * FROM piece WHERE effort_id = ? ORDER BY id", effort_id)
    return tuple(_PIECE.record(row) for row in found)


def content(sql: Sql, sha256: str) -> bytes:
    """Return a kept file.

    Raises:
        UnknownRecordError: no file has this hash.
    """
    row = sql.row("SELECT bytes FROM evidence_file WHERE sha256 = ?", sha256)
    if row is None:
        raise UnknownRecordError(_FILE, sha256)
    return bytes(row["bytes"])


def add(rows: Rows, piece: Piece, data: bytes | None) -> int:
    """Add a piece, with its file where there is one, and return its id.

    Raises:
        UnknownRecordError: there is no such effort, or no file with the hash that it names.
    """
    rows.existing(EFFORT, piece.effort_id)
    if data is not None:
        piece = replace(piece, sha256=_keep(rows, data), size=len(data))
    _refuse_unknown_file(rows, piece)
    return rows.insert(PIECE, _PIECE.values(piece))


def change(rows: Rows, piece: Piece) -> None:
    """Change what is said of a piece.

    Raises:
        UnknownRecordError: there is no such piece or effort, or no file with its hash.
    """
    rows.existing(EFFORT, piece.effort_id)
    _refuse_unknown_file(rows, piece)
    rows.update(PIECE, piece.id or 0, _PIECE.values(piece))


def remove(rows: Rows, piece_id: int) -> None:
    """Remove a piece; its file stays, so that this can be undone.

    Raises:
        UnknownRecordError: there is no such piece.
    """
    rows.delete(PIECE, piece_id)


def _keep(rows: Rows, data: bytes) -> str:
    """Keep a file under its hash, once, and return that."""
    sha256 = hashlib.sha256(data).hexdigest()
    rows.keep(
        "INSERT INTO evidence_file (sha256, size, bytes) VALUES (?, ?, ?)"
        " ON CONFLICT (sha256) DO NOTHING",
        sha256,
        len(data),
        data,
    )
    return sha256


def _refuse_unknown_file(rows: Rows, piece: Piece) -> None:
    where = "SELECT 1 FROM evidence_file WHERE sha256 = ?"
    if piece.sha256 is not None and rows.sql.row(where, piece.sha256) is None:
        raise UnknownRecordError(_FILE, piece.sha256)
