"""Which pieces of evidence the booking needs, and which of them are at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.rules import EvidenceRequirement
from sroi_desktop.language import _
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.proving.rows import ProofRow, held_text


def rows(
    requirements: tuple[EvidenceRequirement, ...], form: Form, pieces: tuple[Piece, ...] = ()
) -> tuple[ProofRow, ...]:
    """Return the required pieces with what is at hand for each."""
    return tuple(_row(one, form, pieces) for one in requirements)


def _row(needed: EvidenceRequirement, form: Form, pieces: tuple[Piece, ...]) -> ProofRow:
    row = ProofRow(needed.code, needed.label, is_usual=needed.assumed)
    names = [Path(one.path).name for one in form.files if one.requirement == needed.code]
    if names:
        return replace(row, held=enumeration(names), is_new=True)
    for seen in form.seen:
        if seen.requirement == needed.code:
            text = _("seen by {who} on {date}, not kept")
            return replace(row, held=text.format(who=seen.who, date=seen.when), is_new=True)
    for piece in pieces:
        if piece.requirement == needed.code and piece.readable:
            return replace(row, held=held_text(piece))
    return row


def pieces_of(form: Form) -> tuple[Piece, ...]:
    """Return what comes with the booking as pieces, to judge what would still be lacking."""
    codes = [one.requirement for one in form.files]
    codes += [one.requirement for one in form.seen]
    return tuple(Piece(0, code, code) for code in codes)
