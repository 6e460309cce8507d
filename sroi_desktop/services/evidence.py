"""Keeping proof: a file inside the administration, or a note of what was seen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.evidence import Piece, missing
from sroi_desktop.services import proof_files
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.storage import UnknownRecordError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import EvidenceRequirement
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Work

_CHANGED = frozenset({Changed.EVIDENCE, Changed.EFFORTS})
NO_EFFORT = 0  # of proof that waits for the effort to be booked


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence at hand, with the bytes of its file where one is kept."""

    piece: Piece
    data: bytes | None = None

    def for_effort(self, effort_id: int) -> Proof:
        """Return the proof of a certain effort."""
        return replace(self, piece=replace(self.piece, effort_id=effort_id))


def attach(
    desk: Desk,
    effort_id: int,
    requirement: str,
    path: Path,
    *,
    title: str,
    dated: date | None = None,
    covers: Period | None = None,
) -> Done:
    """Keep a file as evidence of an effort, inside the administration.

    Raises:
        FileTooLargeError: the file is above the limit in the settings.
        EmptyFileError: the file has no content.
        UnreadableFileError: the file cannot be read.
        ProgramFileError: the file is a program.
        CitizenNumberError: the name of the file holds what looks like a BSN.
    """
    proof = from_file(desk, requirement, path, title=title, dated=dated, covers=covers)
    return keep(desk, effort_id, proof)


def note_seen(
    desk: Desk,
    effort_id: int,
    requirement: str,
    *,
    title: str,
    seen_by: str,
    seen_on: date,
    covers: Period | None = None,
) -> Done:
    """Keep who saw which document and when, instead of the document.

    Raises:
        CitizenNumberError: a text holds what looks like a BSN.
    """
    proof = sighting(requirement, title=title, seen_by=seen_by, seen_on=seen_on, covers=covers)
    return keep(desk, effort_id, proof)


def from_file(
    desk: Desk,
    requirement: str,
    path: Path,
    *,
    title: str,
    dated: date | None = None,
    covers: Period | None = None,
) -> Proof:
    """Read a file as proof, to keep it with a booking; nothing is written.

    Raises:
        FileTooLargeError: the file is above the limit in the settings.
        EmptyFileError: the file has no content.
        UnreadableFileError: the file cannot be read.
        ProgramFileError: the file is a program.
        CitizenNumberError: the name of the file holds what looks like a BSN.
    """
    name = proof_files.checked_name(path)
    data = proof_files.read(path, desk.evidence_limit)
    digest = hashlib.sha256(data).hexdigest()
    return Proof(Piece(NO_EFFORT, requirement, title, dated, covers, name, digest, len(data)), data)


def sighting(
    requirement: str,
    *,
    title: str,
    seen_by: str,
    seen_on: date,
    covers: Period | None = None,
) -> Proof:
    """Note who saw a document and when, to keep that with a booking; nothing is written.

    Raises:
        CitizenNumberError: a text holds what looks like a BSN.
    """
    return Proof(
        Piece(NO_EFFORT, requirement, title, seen_on, covers, seen_by=seen_by, seen_on=seen_on)
    )


def look_at(desk: Desk, path: Path) -> str:
    """Return the name under which a file would be kept, or refuse it before it is read.

    Raises:
        FileTooLargeError: the file is above the limit in the settings.
        EmptyFileError: the file has no content.
        UnreadableFileError: the file cannot be read.
        ProgramFileError: the file is a program.
        CitizenNumberError: the name of the file holds what looks like a BSN.
    """
    name = proof_files.checked_name(path)
    proof_files.size(path, desk.evidence_limit)
    return name


def remove(desk: Desk, effort_id: int, piece_id: int) -> Done:
    """Remove a piece of evidence; undo brings it back, with its file.

    Raises:
        UnknownRecordError: the effort has no such piece (any more).
    """
    effort = desk.store.effort(effort_id)
    if all(piece.id != piece_id for piece in desk.store.pieces(effort_id)):
        raise UnknownRecordError("piece", piece_id)
    with desk.store.act("remove_evidence", effort.title) as work:
        work.remove_piece(piece_id)
        _complete_again(desk, work, effort_id)
    return Done(_CHANGED, effort_id)


def copy_out(desk: Desk, piece: Piece, folder: Path) -> Path:
    """Write a kept file into a folder so that another program can show it.

    Returns:
        The path of the copy, always directly inside the folder.
    """
    path = folder / copy_name(piece)
    write_copy(desk, piece, path)
    return path


def copy_name(piece: Piece) -> str:
    """Return the name for a copy of a kept file: its own, and different for other contents."""
    if piece.sha256 is None or piece.file_name is None:
        raise ValueError("this piece was seen and not kept")
    return f"{piece.sha256[:8]}-{proof_files.safe_name(piece.file_name)}"


def write_copy(desk: Desk, piece: Piece, path: Path) -> None:
    """Write a kept file to a path.

    Raises:
        OSError: it cannot be written there.
    """
    if piece.sha256 is None:
        raise ValueError("this piece was seen and not kept")
    path.write_bytes(desk.store.evidence_bytes(piece.sha256))


def keep(desk: Desk, effort_id: int, proof: Proof) -> Done:
    """Keep proof that was read before, with the effort that it proves."""
    return _keep(desk, proof.for_effort(effort_id))


def _keep(desk: Desk, proof: Proof) -> Done:
    piece = proof.piece
    effort = desk.store.effort(piece.effort_id)
    with desk.store.act("add_evidence", f"{piece.title}: {effort.title}") as work:
        piece_id = work.add_piece(piece, proof.data)
        _complete_again(desk, work, piece.effort_id)
    return Done(_CHANGED, piece_id)


def _complete_again(desk: Desk, work: Work, effort_id: int) -> None:
    """Work out again what the effort lacks, now that its evidence changed; not what it is worth."""
    effort, pieces = desk.store.effort(effort_id), desk.store.pieces(effort_id)
    shares = desk.store.allocations(effort_id)
    booked = []
    for one in shares:
        lacking: tuple[EvidenceRequirement, ...] = ()
        if one.allocation.set_aside is None:
            rules = desk.store.rule_set(one.allocation.contract_id)
            lacking = missing(effort, rules, pieces)
        booked.append(replace(one, missing=tuple(piece.code for piece in lacking)))
    work.set_booked(effort_id, tuple(booked))
