"""What proves the efforts, to look at: what is missing, and what there is of one effort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import total
from sroi_desktop.storage import MissingLine

if TYPE_CHECKING:
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.evidence import Proof

__all__ = ["Asked", "Dossier", "MissingLine", "dossier", "missing", "twin"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A piece that at least one of the contracts asks for.

    `is_assumed` tells that it is usual but not named by the rules themselves.
    """

    code: str
    label: str
    is_missing: bool
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """An effort with everything that proves it, or should; `value` is that of all its shares."""

    effort: Effort
    contracts: tuple[str, ...]
    value: Money
    asked: tuple[Asked, ...]
    pieces: tuple[Piece, ...]


def missing(desk: Desk, contract_id: int | None = None) -> tuple[MissingLine, ...]:
    """Return each piece that is still asked for, most euros at stake first."""
    return desk.store.missing_evidence(contract_id)


def dossier(desk: Desk, effort_id: int) -> Dossier:
    """Return what proves one effort.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    effort = desk.store.effort(effort_id)
    asked: dict[str, Asked] = {}
    titles = []
    shares = desk.store.allocations(effort_id)
    for booked in shares:
        contract_id = booked.allocation.contract_id
        rules = desk.store.rule_set(contract_id)
        titles.append(desk.store.contract(contract_id).title)
        if booked.allocation.set_aside is not None:
            continue
        for piece in rules.requirements(rules.block(effort.block)):
            lacks = piece.code in booked.missing
            known = asked.get(piece.code)
            if known is None or lacks:
                asked[piece.code] = Asked(piece.code, piece.label, lacks, piece.assumed)
    return Dossier(
        effort,
        tuple(titles),
        total(booked.valuation.value for booked in shares),
        tuple(asked.values()),
        desk.store.pieces(effort_id),
    )


def twin(desk: Desk, effort_id: int, proof: Proof) -> Piece | None:
    """Return a piece of the effort that keeps the very same file, or None."""
    digest = proof.piece.sha256
    same = (one for one in desk.store.pieces(effort_id) if one.sha256 == digest)
    return None if digest is None else next(same, None)
