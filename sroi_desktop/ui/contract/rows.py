"""The rows of the tables on the page of a contract. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import NotCounted, ReasonKind
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.language import _
from sroi_desktop.language.derivations import calculation_text, not_counted_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, money_text, period_text, size_text
from sroi_desktop.language.steps import pieces_text
from sroi_desktop.services.deadlines import Standing
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from datetime import tzinfo

    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.services import dossiers
    from sroi_desktop.services.deadlines import Line

_STATES = {
    EffortState.PLANNED: (Tone.INFO, None),
    EffortState.COMMITTED: (Tone.INFO, None),
    EffortState.REPORTED: (Tone.GOOD, None),
    EffortState.ACCEPTED: (Tone.GOOD, "check"),
    EffortState.ACCEPTED_IN_PART: (Tone.WARNING, None),
    EffortState.REJECTED: (Tone.DANGER, "x"),
}


@dataclass(frozen=True, slots=True)
class EffortRow:
    """A share of an effort; `starts` and `cents` sort it."""

    effort_id: int
    title: str
    kind: str
    period: str
    calculation: str
    pill: PillContent
    value: str
    starts: str
    cents: int
    beyond: str = ""
    allocation_id: int = 0


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A piece of evidence on file, or one that was seen."""

    piece_id: int
    effort_id: int
    effort: str
    asked: str
    document: str
    kept: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class MissingRow:
    """An effort that lacks evidence, and what is at stake."""

    effort_id: int
    title: str
    lacks: str
    value: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """An issued report."""

    report_id: int
    number: str
    kind: str
    variant: str
    period: str
    issued: str
    ends: str
    issued_iso: str


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """Something that is due."""

    key: str
    what: str
    about: str
    due: str
    due_iso: str
    pill: PillContent
    whose: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that was done."""

    event_id: int
    when: str
    what: str
    who: str
    sort: str


def effort_row(booking: dossiers.Booking) -> EffortRow:
    """Return an effort as a row."""
    effort, valuation = booking.effort, booking.booked.valuation
    aside = booking.booked.allocation.set_aside
    return EffortRow(
        effort.id or 0,
        effort.title,
        label(effort.kind),
        period_text(booking.booked.allocation.period),
        calculation_text(valuation.steps) if aside is None else aside,
        _pill(booking),
        money_text(valuation.value),
        booking.booked.allocation.period.start.isoformat(),
        valuation.value.cents,
        _beyond(booking),
        booking.booked.allocation.id or 0,
    )


def _pill(booking: dossiers.Booking) -> PillContent:
    if booking.booked.allocation.set_aside is not None:
        return PillContent(_("Does not count"), Tone.NEUTRAL, "circle-dashed")
    return state_pill(booking.effort.state, is_proven=not booking.lacks)


def _beyond(booking: dossiers.Booking) -> str:
    if not booking.beyond:
        return ""
    if booking.beyond >= booking.booked.valuation.value:
        return _("does not count")
    return _("{amount} does not count").format(amount=money_text(booking.beyond))


def beyond_text(bookings: tuple[dossiers.Booking, ...]) -> str:
    """Return what does not count since its category may fill only a part: a line per reason."""
    amounts: dict[tuple[ReasonKind, str | None], Fraction] = {}
    for booking in bookings:
        for one in booking.reasons:
            key = one.kind, one.label
            amounts[key] = amounts.get(key, Fraction(0)) + (one.number or Fraction(0))
    return "\n".join(
        not_counted_text(NotCounted(kind, number=amount, label=name))
        for (kind, name), amount in amounts.items()
    )


def state_pill(state: EffortState, *, is_proven: bool) -> PillContent:
    """Return how far an effort is; missing evidence comes first while it still matters."""
    if _is_open(state) and not is_proven:
        return PillContent(_("Evidence missing"), Tone.WARNING)
    if state is EffortState.REALISED:
        return PillContent(_("Proven"), Tone.GOOD)
    tone, icon = _STATES[state]
    return PillContent(label(state), tone, icon)


def missing_rows(bookings: tuple[dossiers.Booking, ...]) -> tuple[MissingRow, ...]:
    """Return the efforts that were done and lack evidence, most at stake first."""
    lacking = [one for one in bookings if one.lacks and _is_open(one.effort.state)]
    lacking.sort(key=_most_at_stake)
    return tuple(
        MissingRow(
            one.effort.id or 0,
            one.effort.title,
            pieces_text(one.lacks),
            money_text(one.booked.valuation.value),
        )
        for one in lacking
    )


def _is_open(state: EffortState) -> bool:
    return state in {EffortState.REALISED, EffortState.REPORTED}


def _most_at_stake(booking: dossiers.Booking) -> int:
    return -booking.booked.valuation.value.cents


def held_row(held: dossiers.Held) -> HeldRow:
    """Return a piece of evidence as a row."""
    piece = held.piece
    return HeldRow(
        piece.id or 0,
        piece.effort_id,
        held.effort.title,
        held.asked,
        piece.title,
        _kept(piece),
        piece.is_kept,
    )


def _kept(piece: Piece) -> str:
    if piece.is_kept:
        size = size_text(piece.size or 0)
        return _("{file} ({size})").format(file=piece.file_name or piece.title, size=size)
    if piece.seen_on is None:
        return _("seen, not kept")
    return _("seen on {date} by {name}").format(
        date=date_text(piece.seen_on), name=piece.seen_by or "?"
    )


def report_row(report: dossiers.Report) -> ReportRow:
    """Return an issued report as a row."""
    return ReportRow(
        report.id,
        report.number,
        _kinds().get(report.kind, report.kind),
        _variants().get(report.variant, report.variant),
        period_text(report.period),
        date_text(report.issued_on),
        report.period.end.isoformat(),
        report.issued_on.isoformat(),
    )


def _kinds() -> dict[str, str]:
    return {"progress": _("Progress report"), "final": _("Final report")}


def _variants() -> dict[str, str]:
    return {
        "anonymous": _("Anonymous"),
        "pseudonymous": _("With codes"),
        "named": _("With names"),
    }


def deadline_row(number: int, line: Line) -> DeadlineRow:
    """Return a deadline as a row."""
    return DeadlineRow(
        f"{line.kind.value}.{number}",
        label(line.kind),
        "" if line.covers is None else period_text(line.covers),
        _("not known yet") if line.due is None else date_text(line.due),
        "9999" if line.due is None else line.due.isoformat(),
        _standing_pill(line),
        _whose(line),
    )


def _standing_pill(line: Line) -> PillContent:
    if line.standing is Standing.DONE:
        done = _("Done")
        if line.done_on is not None:
            done = _("Done on {date}").format(date=date_text(line.done_on))
        return PillContent(done, Tone.GOOD, "check")
    return {
        Standing.LATER: PillContent(_("Later"), Tone.NEUTRAL),
        Standing.DUE: PillContent(_("Due"), Tone.WARNING),
        Standing.OVERDUE: PillContent(_("Overdue"), Tone.DANGER, "triangle-alert"),
        Standing.UNDATED: PillContent(_("No day known"), Tone.NEUTRAL),
    }[line.standing]


def _whose(line: Line) -> str:
    if line.due is None:
        return ""
    return _("our suggestion") if line.assumed else _("the rule set")


def event_row(event: dossiers.Event, zone: tzinfo | None) -> EventRow:
    """Return something that was done as a row, with the local time; None is this computer's."""
    at = event.at.astimezone(zone)
    what = event.text[:1].upper() + event.text[1:]
    return EventRow(event.id, f"{date_text(at.date())} {at:%H:%M}", what, event.who,
                    event.at.isoformat())  # fmt: skip
