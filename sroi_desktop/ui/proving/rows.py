"""A required piece of evidence and what is held of it, in words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One required piece: `held` says in words what is at hand, "" while nothing is.

    `is_new` tells that what is at hand is not kept yet and can be taken away again,
    `is_usual` that the rules themselves do not name the piece.
    """

    code: str
    label: str
    held: str = ""
    is_new: bool = False
    is_usual: bool = False


def held_text(piece: Piece) -> str:
    """Return what is held: the name of the file, or who saw the document and when."""
    if piece.is_kept:
        return piece.file_name or piece.title
    if piece.seen_on is None:
        return _("seen by {who}, not kept").format(who=piece.seen_by or "")
    return _("seen by {who} on {date}, not kept").format(
        who=piece.seen_by or "", date=date_text(piece.seen_on)
    )
