"""Reading all that belongs to one contract: its efforts, its evidence, its reports, its past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import ZERO
from sroi_desktop.language import _
from sroi_desktop.services import counts, files
from sroi_desktop.services.acts import act_text
from sroi_desktop.system.clock import local_day

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import NotCounted
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import HistoryEntry

_MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Booking:
    """An effort as it counts for one contract; `lacks` are the labels of missing pieces.

    `beyond` of its value does not count, for these `reasons`: its category may fill only a part.
    """

    effort: Effort
    booked: Booked
    lacks: tuple[str, ...]
    beyond: Money = ZERO
    reasons: tuple[NotCounted, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of evidence, with the effort that it proves and the name of what was asked."""

    piece: Piece
    effort: Effort
    asked: str


@dataclass(frozen=True, slots=True)
class Report:
    """An issued report; `kind` and `variant` are their codes."""

    id: int
    number: str
    kind: str
    variant: str
    period: Period
    issued_on: date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done with a contract: when (UTC), by whom, and in words."""

    id: int
    at: datetime
    who: str
    text: str


def contracts(desk: Desk) -> tuple[Contract, ...]:
    """Return all contracts, by their numbers."""
    return desk.store.contracts()


def contract_of(desk: Desk, contract_id: int) -> Contract:
    """Return a contract.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    return desk.store.contract(contract_id)


def clauses_of(desk: Desk, contract_id: int) -> tuple[Intake, ...]:
    """Return the clauses of tenders that a contract came from."""
    return desk.store.clauses_of(contract_id)


def clause_places(desk: Desk, contract_id: int) -> tuple[str, ...]:
    """Return where the tender says what stands in a contract: its sum, what it asks, its days."""
    read = clauses_of(desk, contract_id)
    if not read:
        return ()
    from sroi_desktop.language.clause.places import contract_places  # noqa: PLC0415 - for few

    return contract_places(read)


def rules_of(desk: Desk, contract_id: int) -> RuleSet:
    """Return a contract's own copy of the rules."""
    return desk.store.rule_set(contract_id)


def bookings_of(desk: Desk, contract_id: int) -> tuple[Booking, ...]:
    """Return what is booked for a contract, the latest start first."""
    rules = desk.store.rule_set(contract_id)
    names = _piece_names(rules)
    found = [
        Booking(effort, booked, tuple(names.get(code, code) for code in booked.missing))
        for effort, booked in desk.store.booked(contract_id)
    ]
    if counts.is_limiting(rules):
        limits = [one.held for one in counts.of_contract(desk, contract_id, desk.today)]
        found = [
            replace(one, beyond=held.adds.beyond, reasons=held.every)
            for one, held in zip(found, limits, strict=True)
        ]
    found.sort(key=_latest_first)
    return tuple(found)


def held_of(desk: Desk, contract_id: int) -> tuple[Held, ...]:
    """Return the evidence that is on file for a contract, effort by effort."""
    names = _piece_names(desk.store.rule_set(contract_id))
    return tuple(
        Held(piece, booking.effort, names.get(piece.requirement, piece.title))
        for booking in bookings_of(desk, contract_id)
        if booking.effort.id is not None
        for piece in desk.store.pieces(booking.effort.id)
    )


def reports_of(desk: Desk, contract_id: int) -> tuple[Report, ...]:
    """Return the issued reports of a contract, the newest first."""
    found = [
        Report(one.id, one.number, one.kind, one.variant, one.period, local_day(one.issued_at))
        for one in desk.store.reports(contract_id)
    ]
    return tuple(sorted(found, key=_number, reverse=True))


def copy_report(desk: Desk, report_id: int, path: Path) -> None:
    """Write the PDF of an issued report to a file, byte for byte as it was issued.

    Raises:
        UnwritableError: the file cannot be written.
    """
    files.write(desk, path, desk.store.report_pdf(report_id))


def history_of(desk: Desk, contract_id: int) -> tuple[Event, ...]:
    """Return what was done with a contract, the newest first."""
    return tuple(
        Event(entry.id, entry.at, entry.who, _told(entry))
        for entry in desk.store.history(contract_id, _MOST_ENTRIES)
    )


def _told(entry: HistoryEntry) -> str:
    text = act_text(entry.name, entry.about)
    return {
        "act": "{act}",
        "undo": _("undone: {act}"),
        "redo": _("done again: {act}"),
    }[entry.kind.value].format(act=text)


def _piece_names(rules: RuleSet) -> dict[str, str]:
    return {piece.code: piece.label for piece in rules.evidence}


def _latest_first(booking: Booking) -> tuple[int, str]:
    return -booking.effort.period.start.toordinal(), booking.effort.title


def _number(report: Report) -> str:
    return report.number
