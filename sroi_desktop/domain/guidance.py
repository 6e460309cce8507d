"""What the owner should do next: the only place that decides it."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from sroi_desktop.domain import deadlines
from sroi_desktop.domain.account import Course
from sroi_desktop.domain.contract import BEFORE_AWARD, ENDED, ContractState
from sroi_desktop.domain.lacking import lacks
from sroi_desktop.domain.next_step import Lack, NextStep, Rank, StepKind, Urgency, in_order, rank
from sroi_desktop.domain.periods import ONE_DAY, add_months
from sroi_desktop.domain.position import Position, Unproven, Unrecognised
from sroi_desktop.domain.rules import DeadlineKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from sroi_desktop.domain.deadlines import Deadline
    from sroi_desktop.domain.periods import Period

__all__ = [
    "Lack",
    "NextStep",
    "Position",
    "Rank",
    "StepKind",
    "Unproven",
    "Unrecognised",
    "Urgency",
    "in_order",
    "lacks",
    "most_pressing",
    "next_steps",
    "rank",
    "steps_of",
]

# An owner who hires someone needs months: from half a year before the end a gap is urgent.
NEAR_END_MONTHS = 6
# In these states the plan is behind us, whether or not its dates were filled in.
_PLAN_DONE = frozenset({ContractState.PLAN_AGREED, ContractState.REPORTING, ContractState.RECOVERY})


def next_steps(positions: tuple[Position, ...], today: date) -> tuple[NextStep, ...]:
    """Return everything that waits, what is most pressing first.

    Args:
        positions: all contracts.
        today: the day on which the owner asks.
    """
    return in_order(step for position in positions for step in steps_of(position, today))


def steps_of(position: Position, today: date) -> tuple[NextStep, ...]:
    """Return what waits for one contract; `in_order` puts that of several together."""
    return tuple(_of_contract(position, today))


_Part: TypeAlias = "Callable[[Position, date], Iterator[NextStep]]"


def most_pressing(position: Position, today: date) -> Rank | None:
    """Return the place of the step that waits most for one contract, None where nothing does.

    Looks at what can press most first, and at nothing that can no longer press more.
    """
    found: Rank | None = None
    day_is_ours = position.rules.deadline(DeadlineKind.REPORT) is None
    for urgency, part in _by_urgency(_parts(position), day_is_ours=day_is_ours):
        if found is None or found[0] >= urgency:
            ranks = [rank(step) for step in part(position, today)]
            found = min(ranks if found is None else [found, *ranks], default=None)
    return found


@cache
def _by_urgency(parts: tuple[_Part, ...], *, day_is_ours: bool) -> tuple[tuple[int, _Part], ...]:
    """Return parts with the most pressing place that each can take, in that order.

    A report is overdue by a day of the rules only: a day of ours alarms nobody.
    """
    urgency = {**_MOST_URGENT, _report: Urgency.SOON.value} if day_is_ours else _MOST_URGENT
    return tuple(sorted(((urgency[part], part) for part in parts), key=itemgetter(0)))


def _of_contract(position: Position, today: date) -> Iterator[NextStep]:
    for part in _parts(position):
        yield from part(position, today)


def _parts(position: Position) -> tuple[_Part, ...]:
    """Return what can be asked of a contract in its state."""
    state = position.contract.state
    if state in ENDED:
        return ()
    if state in BEFORE_AWARD:
        return (_complete, _renew)
    if position.owes_nothing:
        # Below a threshold, for instance: no talk, plan, report or settlement waits.
        return (_complete, _renew, _prove)
    return (_complete, _renew, _prove, _start_up, _report, _reach, _keep_pace, _settle)


def _complete(position: Position, _today: date) -> Iterator[NextStep]:
    missing = lacks(position.contract, position.rules, position.owed)
    if missing:
        yield NextStep(StepKind.COMPLETE_CONTRACT, *_about(position), Urgency.SOON, lacks=missing)


def _renew(position: Position, today: date) -> Iterator[NextStep]:
    """A PSO certificate of the firm that ends: renewing it takes months too."""
    ends = position.certificate
    if ends is None or today < add_months(ends.on, -NEAR_END_MONTHS):
        return
    yield NextStep(
        StepKind.CERTIFICATE_ENDS,
        *_about(position),
        Urgency.AT_STAKE,
        due=ends.on - ONE_DAY,
        amount=ends.amount,
        quantity=ends.quantity,
    )


def _start_up(position: Position, today: date) -> Iterator[NextStep]:
    """First contact, the plan and the first effort, one after the other."""
    contract = position.contract
    if position.efforts > 0 or position.is_over(today):
        return
    sent = contract.plan_sent_on or contract.plan_agreed_on
    if sent is not None or contract.state in _PLAN_DONE:
        yield NextStep(
            StepKind.FIRST_EFFORT,
            *_about(position),
            Urgency.SOON,
            amount=position.owed,
            quantity=position.open_quantity,
        )
    elif contract.contact_made_on is None:
        yield _dated(StepKind.FIRST_CONTACT, DeadlineKind.FIRST_CONTACT, position, today)
    else:
        yield _dated(StepKind.WRITE_PLAN, DeadlineKind.PLAN, position, today)


def _dated(kind: StepKind, deadline: DeadlineKind, position: Position, today: date) -> NextStep:
    """Return a step that is due some days after an event, without a day where that is unknown."""
    event = deadlines.event_of(deadline, position.contract, position.rules)
    if event is None:
        return NextStep(kind, *_about(position), Urgency.SOON)
    found = deadlines.after(deadline, event, position.rules, None, position.free_days)
    urgency = _urgency(found, today)
    return NextStep(kind, *_about(position), urgency, due=found.due, assumed_due=found.assumed)


def _urgency(deadline: Deadline, today: date) -> Urgency:
    """Call overdue only what a source names a day for: our own suggestion alarms nobody."""
    is_overdue = deadline.due < today and not deadline.assumed
    return Urgency.OVERDUE if is_overdue else Urgency.SOON


def _prove(position: Position, _today: date) -> Iterator[NextStep]:
    """One step for the efforts without proof, naming the one with most at stake."""
    if position.unproven:
        worst = min(position.unproven, key=_most_at_stake)
        yield NextStep(
            StepKind.ADD_EVIDENCE,
            *_about(position),
            Urgency.AT_STAKE,
            amount=worst.value,
            effort_id=worst.effort_id,
            effort_title=worst.title,
            missing=worst.missing,
            others=max(position.unproven_count, len(position.unproven)) - 1,
        )
    for purchase in position.unrecognised:
        yield NextStep(
            StepKind.RECOGNITION_EXPIRED,
            *_about(position),
            Urgency.AT_STAKE,
            amount=purchase.value,
            effort_id=purchase.effort_id,
            effort_title=purchase.supplier,
            covers_to=purchase.ended_on,
        )


def _most_at_stake(unproven: Unproven) -> tuple[int, int]:
    return -unproven.value.cents, unproven.effort_id


def _report(position: Position, today: date) -> Iterator[NextStep]:
    contract, rules = position.contract, position.rules
    until, free_days = position.reported_until, position.free_days
    deadline = deadlines.report_due(contract, rules, until, today, free_days)
    if deadline is None or deadline.covers is None:
        return
    yield NextStep(
        StepKind.REPORT_DUE,
        *_about(position),
        _urgency(deadline, today),
        due=deadline.due,
        covers_from=deadline.covers.start,
        covers_to=deadline.covers.end,
        assumed_due=deadline.assumed,
    )


def _reach(position: Position, today: date) -> Iterator[NextStep]:
    """A gap with the end in sight."""
    period = _period_near_end(position, today)
    if period is not None and _has_gap(position):
        yield NextStep(
            StepKind.CONTRACT_ENDING,
            *_about(position),
            Urgency.AT_STAKE,
            due=period.end,
            amount=position.open,
            quantity=position.open_quantity,
        )


def _keep_pace(position: Position, today: date) -> Iterator[NextStep]:
    """Behind schedule; not said beside a gap with the end in sight."""
    period = position.contract.period
    if period is None or today not in period:
        return
    if _period_near_end(position, today) is not None and _has_gap(position):
        return
    if position.course(today) is Course.BEHIND:
        yield NextStep(
            StepKind.BEHIND_SCHEDULE,
            *_about(position),
            Urgency.LATER,
            amount=position.lag(today),
            quantity=position.lag_in_units(today),
        )


def _period_near_end(position: Position, today: date) -> Period | None:
    """Return the period of a contract of which the end is in sight, else None."""
    period = position.contract.period
    if period is None or today not in period or today < add_months(period.end, -NEAR_END_MONTHS):
        return None
    return period


def _has_gap(position: Position) -> bool:
    """Tell whether something is neither done nor planned."""
    return bool(position.open) or position.open_quantity is not None


def _settle(position: Position, today: date) -> Iterator[NextStep]:
    contract, rules = position.contract, position.rules
    period = contract.period
    if period is None or today <= period.end:
        return
    event = deadlines.event_of(DeadlineKind.SETTLEMENT, contract, rules) or period.end
    kind = DeadlineKind.SETTLEMENT
    deadline = deadlines.after(kind, event, rules, None, position.free_days)
    recovery = position.contract.state is ContractState.RECOVERY
    urgency = Urgency.OVERDUE if recovery else _urgency(deadline, today)
    yield NextStep(
        StepKind.SETTLE,
        *_about(position),
        urgency,
        due=deadline.due,
        amount=position.shortfall,
        quantity=position.short_quantity,
        assumed_due=deadline.assumed,
    )


def _about(position: Position) -> tuple[int | None, str, str, str]:
    one = position.contract
    return one.id, one.number, one.title, one.authority


_MOST_URGENT: dict[_Part, int] = {
    _start_up: Urgency.OVERDUE.value,
    _report: Urgency.OVERDUE.value,
    _settle: Urgency.OVERDUE.value,
    _prove: Urgency.AT_STAKE.value,
    _renew: Urgency.AT_STAKE.value,
    _reach: Urgency.AT_STAKE.value,
    _complete: Urgency.SOON.value,
    _keep_pace: Urgency.LATER.value,
}
