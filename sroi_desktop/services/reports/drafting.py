"""A draft report, and what an owner should look at before it is issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from sroi_desktop.domain import deadlines, guidance
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.services.reports.collecting import Facts, facts, snapshot
from sroi_desktop.services.reports.differences import since_last
from sroi_desktop.services.reports.issuing import Draft
from sroi_desktop.services.reports.material import gather

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.reporting import Variant
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports.differences import Differences
    from sroi_desktop.services.reports.material import Material


class CheckKind(Enum):
    """What may still be lacking when a report is made."""

    EVIDENCE = auto()
    CONTRACT = auto()
    COMPANY = auto()
    NOTHING_REALISED = auto()
    CHANGED = auto()
    PARTIAL_RULES = auto()
    NOT_OVER = auto()


@dataclass(eq=False)
class NotBegunError(DomainError):
    """A period to report on that begins after today."""

    start: date


@dataclass(frozen=True, slots=True)
class Check:
    """One point that is not complete; `count` efforts and `amount` euros are concerned.

    `report` is the number of an earlier report that told it otherwise.
    """

    kind: CheckKind
    count: int = 0
    amount: Money = ZERO
    report: str = ""


def checklist(desk: Desk, contract_id: int, period: Period) -> tuple[Check, ...]:
    """Return what is not complete yet; none of it stops the report."""
    material = gather(desk, contract_id, min(period.end, desk.today))
    lacking = [line for line in material.lines if line.lacking and line.realised]
    company, changed = desk.store.company(), since_last(desk, contract_id)
    checks = (
        (
            bool(lacking),
            Check(CheckKind.EVIDENCE, len(lacking), total(line.realised for line in lacking)),
        ),
        (_is_lacking(material), Check(CheckKind.CONTRACT)),
        (company is None or not company.kvk or not company.town, Check(CheckKind.COMPANY)),
        (not any(line.realised for line in material.lines), Check(CheckKind.NOTHING_REALISED)),
        (changed is not None, _changed(changed)),
        (not material.rules.complete, Check(CheckKind.PARTIAL_RULES)),
        (period.end > desk.today, Check(CheckKind.NOT_OVER)),
    )
    return tuple(check for is_so, check in checks if is_so)


def _is_lacking(material: Material) -> bool:
    return bool(guidance.lacks(material.contract, material.rules, material.owed.amount))


def _changed(changed: Differences | None) -> Check:
    if changed is None:
        return Check(CheckKind.CHANGED)
    return Check(CheckKind.CHANGED, len(changed.every), report=changed.number)


def draft(desk: Desk, contract_id: int, variant: Variant, period: Period) -> Draft:
    """Return a report as it would be issued now; see `basis`, which it is drawn up from.

    Raises:
        NotBegunError: the period begins after today.
    """
    return drawn_up(basis(desk, contract_id, variant, period))


def drawn_up(known: Facts) -> Draft:
    """Return the report that was read for; this part needs no books."""
    return Draft(known.contract_id, snapshot(known))


def basis(desk: Desk, contract_id: int, variant: Variant, period: Period) -> Facts:
    """Read what a report would be made from now, under the number that it would get.

    Days to come cannot be reported on: a period that is not over ends today.

    Raises:
        NotBegunError: the period begins after today.
    """
    period_so_far = period.until(desk.today)
    if period_so_far is None:
        raise NotBegunError(period.start)
    number = desk.store.next_report_number(contract_id, desk.today.year)
    return facts(desk, contract_id, variant, period_so_far, number)


def proposed_period(desk: Desk, contract_id: int) -> Period:
    """Return the period that a next report would cover: from the start of the contract on.

    It ends where a report is due, or else with the last whole calendar quarter.
    """
    contract = desk.store.contract(contract_id)
    today = desk.today
    reports = desk.store.reports(contract_id)
    reported_until = max((one.period.end for one in reports), default=None)
    due = deadlines.report_due(contract, desk.store.rule_set(contract_id), reported_until, today)
    end = due.covers.end if due is not None and due.covers is not None else _quarter_end(today)
    start = contract.starts_on or end.replace(month=1, day=1)
    if contract.ends_on is not None:
        end = min(end, contract.ends_on)
    return Period(start, end) if start <= end else Period(start, start)


def _quarter_end(today: date) -> date:
    """Return the last day of the calendar quarter before this one."""
    first_month = (today.month - 1) // 3 * 3 + 1
    return today.replace(month=first_month, day=1) - timedelta(days=1)
