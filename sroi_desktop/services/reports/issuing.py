"""Issuing a report: numbering it, freezing it, and keeping data and PDF for good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.effort import HAPPENED, EffortState
from sroi_desktop.domain.errors import CitizenNumberError, DomainError
from sroi_desktop.domain.money import ZERO
from sroi_desktop.reporting import freeze, thaw
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.reports.material import gather

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.money import Money
    from sroi_desktop.reporting import ReportData
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports.material import Line
    from sroi_desktop.storage import Work

_CHANGED = frozenset({Changed.REPORTS, Changed.EFFORTS})


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is issued: what it will say, and about which contract."""

    contract_id: int
    data: ReportData


@dataclass(eq=False)
class StaleDraftError(DomainError):
    """A draft of before the last change to the books: it may say what is no longer so."""

    number: str


def issue(desk: Desk, draft: Draft, pdf: bytes) -> Done:
    """Keep a report under its number, and mark what it reports on as reported.

    Args:
        desk: the open administration.
        draft: what was rendered.
        pdf: the rendered pages; kept byte for byte.

    Raises:
        StaleDraftError: the books were changed since the draft was made.
        CitizenNumberError: the report would give away what looks like a BSN.
    """
    data = draft.data
    if data.history_hash != desk.store.history_head():
        raise StaleDraftError(data.number)
    if data.citizen_numbers:
        raise CitizenNumberError("report")
    lines = _reported(desk, draft)
    realised: dict[int, Money] = {}
    for line in lines:
        effort_id = line.effort.id or 0
        realised[effort_id] = realised.get(effort_id, ZERO) + line.realised
    digest = hashlib.sha256(pdf).hexdigest()
    with desk.store.act("issue_report", data.number) as work:
        for line in lines:
            work.set_reported(line.entry.booked.allocation.id or 0, line.realised)
        for effort_id in realised:
            _mark(desk, work, effort_id, data.period.end)
        report_id = work.issue_report(
            draft.contract_id,
            number=data.number,
            kind=data.kind.value,
            variant=data.variant.value,
            period=data.period,
            data_json=freeze(data),
            pdf=pdf,
            sha256=digest,
            realised=realised,
        )
    return Done(_CHANGED, report_id)


def stored(desk: Desk, report_id: int) -> ReportData:
    """Return the snapshot of an issued report."""
    return thaw(desk.store.report_data(report_id))


def _reported(desk: Desk, draft: Draft) -> list[Line]:
    """Return the efforts of which something was realised by the last day of the report."""
    last = draft.data.period.end
    lines = gather(desk, draft.contract_id, last).lines
    return [
        line for line in lines if line.effort.state in HAPPENED and line.effort.period.start <= last
    ]


def _mark(desk: Desk, work: Work, effort_id: int, last: date) -> None:
    """Mark an effort as reported once the report covers all of it; else it keeps running."""
    effort = desk.store.effort(effort_id)
    if effort.state is EffortState.REALISED and effort.period.end <= last:
        reported = replace(effort, state=EffortState.REPORTED)
        work.change_effort(reported, desk.store.allocations(effort_id))
