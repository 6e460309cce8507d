"""Booking what was done: the live value while typing, and the act itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.parties import Candidate, next_code
from sroi_desktop.services import bookings
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.domain.allocation import Allocation
    from sroi_desktop.domain.effort import Effort, EffortState
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.parties import Supplier
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.evidence import Proof
    from sroi_desktop.storage import IssuedReport, Work

_CHANGED = frozenset({Changed.EFFORTS, Changed.EVIDENCE, Changed.PARTIES})


@dataclass(frozen=True, slots=True)
class Brings:
    """What comes with a booking and is kept in the same act, so that one undo takes it back.

    `role` is the work of the candidate; `supplier` one that is new, or that changed.
    """

    role: str | None = None
    supplier: Supplier | None = None
    proof: tuple[Proof, ...] = ()


NOTHING_MORE = Brings()


@dataclass(eq=False)
class ReportedSharesError(DomainError):
    """Other shares for an effort that went to the authority as they were; names the report."""

    number: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An effort as it stands in the books, with all that belongs to it.

    `reports` are those that rest on it, the latest first.
    """

    effort: Effort
    allocations: tuple[Allocation, ...]
    pieces: tuple[Piece, ...]
    reports: tuple[IssuedReport, ...] = ()


def opened(desk: Desk, effort_id: int) -> Opened:
    """Return an effort to look at or to change.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    return Opened(
        desk.store.effort(effort_id),
        tuple(booked.allocation for booked in desk.store.allocations(effort_id)),
        desk.store.pieces(effort_id),
        desk.store.reports_on(effort_id),
    )


def record(
    desk: Desk, effort: Effort, shares: Sequence[Allocation], brings: Brings = NOTHING_MORE
) -> Done:
    """Book an effort for one or more contracts.

    Raises:
        OverAllocatedError: the shares claim more than the whole effort.
        DomainError: the effort cannot be valued as it is.
    """
    pieces = tuple(proof.piece for proof in brings.proof)
    booked = bookings.book(desk, effort, shares, pieces)
    with desk.store.act("record_effort", effort.title) as work:
        effort = _keep_parties(desk, work, effort, brings)
        effort_id = work.add_effort(effort, booked)
        _keep_proof(work, effort_id, brings)
        bookings.settle(desk, work, [effort.candidate])
    return Done(_CHANGED, effort_id)


def change(
    desk: Desk, effort: Effort, shares: Sequence[Allocation], brings: Brings = NOTHING_MORE
) -> Done:
    """Change an effort, and value it again.

    Raises:
        ReportedSharesError: other shares, while it stands as it was reported.
        OverAllocatedError: the shares claim more than the whole effort.
        DomainError: the effort cannot be valued as it is.
    """
    effort_id = effort.id
    if effort_id is None:
        raise ValueError("an effort that was never kept cannot be changed")
    before = desk.store.effort(effort_id)
    _refuse_reported(desk, before, effort, shares)
    new = tuple(proof.piece for proof in brings.proof)
    booked = bookings.book(desk, effort, shares, (*desk.store.pieces(effort_id), *new))
    with desk.store.act("change_effort", effort.title) as work:
        effort = _keep_parties(desk, work, effort, brings)
        work.change_effort(effort, booked)
        _keep_proof(work, effort_id, brings)
        bookings.settle(desk, work, [before.candidate, effort.candidate])
    return Done(_CHANGED, effort_id)


def move_on(desk: Desk, effort_id: int, state: EffortState) -> Done:
    """Move an effort to a next state.

    Raises:
        StateChangeError: there is no such step.
    """
    moved = desk.store.effort(effort_id).moved_to(state)
    with desk.store.act("move_effort", moved.title) as work:
        work.change_effort(moved, desk.store.allocations(effort_id))
        bookings.settle(desk, work, [moved.candidate])
    return Done(frozenset({Changed.EFFORTS}), effort_id)


def judge(
    desk: Desk,
    effort_id: int,
    state: EffortState,
    *,
    accepted: Money | None = None,
    verdict: str | None = None,
) -> Done:
    """Keep what the authority said of an effort that was reported.

    Args:
        desk: the open administration.
        effort_id: the effort.
        state: accepted, accepted in part or rejected.
        accepted: what counts where that is not the whole value.
        verdict: the reason that was given.

    Raises:
        StateChangeError: the effort has not been reported.
        CitizenNumberError: the reason holds what looks like a BSN.
    """
    effort = desk.store.effort(effort_id).moved_to(state)
    judged = replace(effort, accepted=accepted, verdict=verdict)
    with desk.store.act("judge_effort", judged.title) as work:
        work.change_effort(judged, desk.store.allocations(effort_id))
        bookings.settle(desk, work, [judged.candidate])
    return Done(frozenset({Changed.EFFORTS}), effort_id)


def remove(desk: Desk, effort_id: int) -> Done:
    """Remove an effort with its evidence; undo brings both back."""
    effort = desk.store.effort(effort_id)
    with desk.store.act("remove_effort", effort.title) as work:
        work.remove_effort(effort_id)
        bookings.settle(desk, work, [effort.candidate])
    return Done(_CHANGED, effort_id)


def proposed_code(desk: Desk) -> str:
    """Return a pseudonym for a new candidate: the next after those in use."""
    return next_code(tuple(candidate.code for candidate in desk.store.candidates()))


def _refuse_reported(
    desk: Desk, before: Effort, effort: Effort, shares: Sequence[Allocation]
) -> None:
    """Refuse other shares of what was reported: the report would say what is no longer so.

    Who wants to correct it moves the effort back to realised first, and says so in a new report.
    """
    if before.state in bookings.OURS or before.id is None:
        return
    reported = desk.store.reports_on(before.id)
    held = [booked.allocation for booked in desk.store.allocations(before.id)]
    if reported and _claims(before, held) != _claims(effort, shares):
        raise ReportedSharesError(reported[0].number)


def _claims(effort: Effort, shares: Sequence[Allocation]) -> set[tuple[object, ...]]:
    """Return what shares claim; one for all days of an effort claims those, whichever they are."""
    return {
        (
            share.contract_id,
            share.parts,
            None if share.period.covers(effort.period) else share.period,
        )
        for share in shares
        if share.parts
    }


def _keep_parties(desk: Desk, work: Work, effort: Effort, brings: Brings) -> Effort:
    """Keep who takes part, and return the effort with the supplier it comes from."""
    effort = replace(effort, candidate=effort.candidate or None)
    _keep_candidate(desk, work, effort, brings.role)
    supplier = brings.supplier
    if supplier is None:
        return effort
    if supplier.id is None:
        return replace(effort, supplier_id=work.add_supplier(supplier))
    work.change_supplier(supplier)
    return replace(effort, supplier_id=supplier.id)


def _keep_candidate(desk: Desk, work: Work, effort: Effort, role: str | None) -> None:
    """Keep a candidate's code when it is used for the first time, and the work if it is new."""
    if not effort.candidate:
        return
    candidate = desk.store.candidate_by_code(effort.candidate)
    if candidate is None:
        work.add_candidate(Candidate(effort.candidate, role))
    elif role and candidate.role is None:
        work.change_candidate(replace(candidate, role=role))


def _keep_proof(work: Work, effort_id: int, brings: Brings) -> None:
    for proof in brings.proof:
        work.add_piece(proof.for_effort(effort_id).piece, proof.data)
