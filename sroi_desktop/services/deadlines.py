"""Every day that a contract is bound to, in order, and how far each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sroi_desktop.domain import deadlines
from sroi_desktop.domain.contract import BEFORE_AWARD, ContractState
from sroi_desktop.domain.rules import DeadlineKind
from sroi_desktop.system.free_days import public_holidays

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.deadlines import Deadline
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

# Years: a contract "until 31-12-9999" needs no holidays beyond these, and a settlement may be
# due some time after the end.
LONGEST = 30
AFTER_THE_END = 3


class Standing(Enum):
    """How far a deadline is."""

    DONE = "done"
    LATER = "later"
    DUE = "due"
    OVERDUE = "overdue"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do by a day.

    `due` is None while the event that it follows has no date. `done_on` is the day on which
    it was done, where that is known. `assumed` tells that the day is our proposal.
    """

    kind: DeadlineKind
    standing: Standing
    due: date | None = None
    done_on: date | None = None
    covers: Period | None = None
    assumed: bool = False


def of_contract(desk: Desk, contract_id: int) -> tuple[Line, ...]:
    """Return the deadlines of a contract in order: contact, plan, reports, settlement."""
    contract = desk.store.contract(contract_id)
    rules = desk.store.rule_set(contract_id)
    until = max((report.period.end for report in desk.store.reports(contract_id)), default=None)
    return (
        _first_contact(contract, rules, desk.today),
        _plan(contract, rules, desk.today),
        *_reports(contract, rules, until, desk.today),
        _settlement(contract, rules, desk.today),
    )


def free_days(contract: Contract, rules: RuleSet) -> frozenset[date]:
    """Return the public holidays that may move a day of a contract; mostly none are needed."""
    known = (contract.awarded_on, contract.starts_on, contract.ends_on)
    days = [day for day in known if day is not None]
    if not days or not deadlines.needs_free_days(rules):
        return frozenset()
    first = min(days).year
    return public_holidays(range(first, min(max(days).year, first + LONGEST) + AFTER_THE_END))


def _first_contact(contract: Contract, rules: RuleSet, today: date) -> Line:
    done = contract.contact_made_on
    return _after_award(DeadlineKind.FIRST_CONTACT, contract, rules, done, today)


def _plan(contract: Contract, rules: RuleSet, today: date) -> Line:
    done = contract.plan_sent_on or contract.plan_agreed_on
    return _after_award(DeadlineKind.PLAN, contract, rules, done, today)


def _after_award(
    kind: DeadlineKind, contract: Contract, rules: RuleSet, done: date | None, today: date
) -> Line:
    event = deadlines.event_of(kind, contract, rules)
    if event is None or contract.state in BEFORE_AWARD:
        return Line(kind, Standing.UNDATED if done is None else Standing.DONE, done_on=done)
    found = deadlines.after(kind, event, rules, None, free_days(contract, rules))
    standing = Standing.DONE if done is not None else _standing(found, today)
    return Line(kind, standing, found.due, done, assumed=found.assumed)


def _reports(contract: Contract, rules: RuleSet, until: date | None, today: date) -> Iterator[Line]:
    rhythm = contract.rhythm or rules.rhythm
    if contract.period is None or rhythm is None:
        yield Line(DeadlineKind.REPORT, Standing.UNDATED)
        return
    free = free_days(contract, rules)
    for part in deadlines.report_periods(contract.period, rhythm):
        found = deadlines.after(DeadlineKind.REPORT, part.end, rules, part, free)
        if until is not None and part.end <= until:
            standing = Standing.DONE
        elif part.end >= today:
            standing = Standing.LATER
        else:
            standing = _standing(found, today)
        yield Line(DeadlineKind.REPORT, standing, found.due, None, part, found.assumed)


def _settlement(contract: Contract, rules: RuleSet, today: date) -> Line:
    if contract.period is None:
        return Line(DeadlineKind.SETTLEMENT, Standing.UNDATED)
    end, kind = contract.period.end, DeadlineKind.SETTLEMENT
    event = deadlines.event_of(kind, contract, rules) or end
    found = deadlines.after(kind, event, rules, None, free_days(contract, rules))
    if contract.state is ContractState.SETTLED:
        standing = Standing.DONE
    else:
        standing = Standing.LATER if end >= today else _standing(found, today)
    return Line(DeadlineKind.SETTLEMENT, standing, found.due, assumed=found.assumed)


def _standing(found: Deadline, today: date) -> Standing:
    """Return how far a deadline is; nobody can be late for a day that is only our proposal."""
    return Standing.OVERDUE if found.due < today and not found.assumed else Standing.DUE
