"""The act at the end of the conversation: book or change the effort, with what comes with it."""

from __future__ import annotations

from pathlib import Path

from sroi_desktop.language.parsing import parse_date
from sroi_desktop.services import efforts, evidence
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.efforts import Brings
from sroi_desktop.services.evidence import Proof
from sroi_desktop.ui.booking.weighed import State


def book(desk: Desk, state: State) -> Done:
    """Book what the form says, in one act.

    Raises:
        ValueError: something is lacking; the form says what.
        DomainError: it cannot be booked as it is.
        KnownStorageError: the file cannot be written; nothing was booked.
    """
    reading, allocations = state.reading, state.shares.allocations
    if reading.effort is None or not allocations:
        raise ValueError("a form that is not complete cannot be booked")
    brings = Brings(reading.role, reading.supplier, _proof(desk, state))
    if reading.effort.id is None:
        return efforts.record(desk, reading.effort, allocations, brings)
    return efforts.change(desk, reading.effort, allocations, brings)


def _proof(desk: Desk, state: State) -> tuple[Proof, ...]:
    """Return the pieces that come with the booking; the files are read here."""
    names = {row.code: row.label for row in state.proof}
    form = state.now.form
    files = tuple(
        evidence.from_file(desk, code, Path(path), title=names[code])
        for code, path in form.files
        if code in names
    )
    seen = tuple(
        evidence.sighting(code, title=names[code], seen_by=who, seen_on=parse_date(when))
        for code, who, when in form.seen
        if code in names
    )
    return files + seen
