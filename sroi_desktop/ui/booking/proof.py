"""Which pieces of evidence the booking needs, and which of them are at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.rules import EvidenceRequirement
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.ui.booking.form import Form


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One required piece: `held` says in words what is at hand, "" while nothing is.

    `is_new` tells that what is at hand comes with this booking and can be taken away again.
    """

    code: str
    label: str
    held: str = ""
    is_new: bool = False
    is_usual: bool = False


def rows(
    requirements: tuple[EvidenceRequirement, ...], form: Form, pieces: tuple[Piece, ...] = ()
) -> tuple[ProofRow, ...]:
    """Return the required pieces with what is at hand for each."""
    return tuple(_row(one, form, pieces) for one in requirements)


def _row(needed: EvidenceRequirement, form: Form, pieces: tuple[Piece, ...]) -> ProofRow:
    row = ProofRow(needed.code, needed.label, is_usual=needed.assumed)
    for file in form.files:
        if file.requirement == needed.code:
            return replace(row, held=Path(file.path).name, is_new=True)
    for seen in form.seen:
        if seen.requirement == needed.code:
            text = _("seen by {who} on {date}, not kept")
            return replace(row, held=text.format(who=seen.who, date=seen.when), is_new=True)
    for piece in pieces:
        if piece.requirement == needed.code and piece.readable:
            return replace(row, held=held_text(piece))
    return row


def held_text(piece: Piece) -> str:
    """Return what is held: the name of the file, or who saw the document and when."""
    if piece.is_kept:
        return piece.file_name or piece.title
    if piece.seen_on is None:
        return _("seen by {who}, not kept").format(who=piece.seen_by or "")
    return _("seen by {who} on {date}, not kept").format(
        who=piece.seen_by or "", date=date_text(piece.seen_on)
    )


def pieces_of(form: Form) -> tuple[Piece, ...]:
    """Return what comes with the booking as pieces, to judge what would still be lacking."""
    codes = [one.requirement for one in form.files]
    codes += [one.requirement for one in form.seen]
    return tuple(Piece(0, code, code) for code in codes)
