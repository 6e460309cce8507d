"""One effort in words: what it needs, and what there is. No Qt here."""

from __future__ import annotations

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.language.numbers import money_text, period_text, size_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services.proofs import Asked, Dossier
from sroi_desktop.ui.evidence.content import DetailContent, HeldRow
from sroi_desktop.ui.proving.rows import ProofRow, held_text


def of(dossier: Dossier, waiting: str) -> DetailContent:
    """Return what is shown of an effort; `waiting` is the name of a file that waits."""
    effort = dossier.effort
    parts = [
        enumeration(dossier.contracts),
        period_text(effort.period),
        money_text(dossier.value),
    ]
    return DetailContent(
        effort.title,
        " · ".join(part for part in parts if part),
        tuple(_row(one, dossier.pieces) for one in dossier.asked),
        tuple(_held(one) for one in dossier.pieces),
        complete=not any(one.is_missing for one in dossier.asked),
        waiting=waiting,
    )


def _row(asked: Asked, pieces: tuple[Piece, ...]) -> ProofRow:
    held = [held_text(one) for one in pieces if one.requirement == asked.code and one.readable]
    text = "" if asked.is_missing else enumeration(held)
    return ProofRow(asked.code, asked.label, held=text, is_usual=asked.is_assumed)


def _held(piece: Piece) -> HeldRow:
    detail = held_text(piece)
    if piece.size is not None:
        detail = f"{detail} · {size_text(piece.size)}"
    return HeldRow(piece.id or 0, piece.title, detail, piece.is_kept)
