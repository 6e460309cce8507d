"""Pieces of evidence; the files that are kept for them stand in `files`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.storage.columns import Shape, day, flag, period, text, whole
from sroi_desktop.storage.repositories import files
from sroi_desktop.storage.unit_of_work import EFFORT, PIECE

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

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


def add(rows: Rows, piece: Piece, data: bytes | None) -> int:
    """Add a piece, with its file where there is one, and return its id.

    Raises:
        UnknownRecordError: there is no such effort, or no file with the hash that it names.
    """
    rows.existing(EFFORT, piece.effort_id)
    if data is not None:
        piece = replace(piece, sha256=files.keep(rows, data), size=len(data))
    files.refuse_unknown(rows.sql, piece.sha256)
    return rows.insert(PIECE, _PIECE.values(piece))


def change(rows: Rows, piece: Piece) -> None:
    """Change what is said of a piece.

    Raises:
        UnknownRecordError: there is no such piece or effort, or no file with its hash.
    """
    rows.existing(EFFORT, piece.effort_id)
    files.refuse_unknown(rows.sql, piece.sha256)
    rows.update(PIECE, piece.id or 0, _PIECE.values(piece))


def remove(rows: Rows, piece_id: int) -> None:
    """Remove a piece; its file stays, so that this can be undone.

    Raises:
        UnknownRecordError: there is no such piece.
    """
    rows.delete(PIECE, piece_id)
