"""What the owner should do next: the only place that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, deadlines
from sroi_desktop.domain.account import NO_TOTALS, Course, Totals
from sroi_desktop.domain.contract import BEFORE_AWARD, ENDED, ContractState
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import add_months
from sroi_desktop.domain.rules import DeadlineKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet

# An owner who hires someone needs months: from half a year before the end a gap is urgent.
NEAR_END_MONTHS = 6


class StepKind(Enum):
    """What the owner can be asked to do, most basic first."""

    COMPLETE_CONTRACT = "complete_contract"
    FIRST_CONTACT = "first_contact"
    WRITE_PLAN = "write_plan"
    FIRST_EFFORT = "first_effort"
    REPORT_DUE = "report_due"
    ADD_EVIDENCE = "add_evidence"
    RECOGNITION_EXPIRED = "recognition_expired"
    BEHIND_SCHEDULE = "behind_schedule"
    CONTRACT_ENDING = "contract_ending"
    SETTLE = "settle"


class Urgency(Enum):
    """How pressing a step is."""

    OVERDUE = 0
    AT_STAKE = 1
    SOON = 2
    LATER = 3


class Lack(Enum):
    """What a contract may still lack."""

    CATEGORY = "category"
    SUM = "sum"
    PERCENTAGE = "percentage"
    START = "start"
    END = "end"
    RHYTHM = "rhythm"


@dataclass(frozen=True, slots=True)
class Unproven:
    """An effort that was done and lacks evidence; `missing` are labels of the pieces."""

    effort_id: int
    title: str
    value: Money
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A purchase at a supplier whose recognition had ended, or was not on record."""

    effort_id: int
    supplier: str
    value: Money
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Position:
    """One contract with what is known of its fulfilment.

    `unproven` holds the efforts with most at stake; `unproven_count` counts all of them.
    """

    contract: Contract
    rules: RuleSet
    owed: Money | None
    totals: Totals = NO_TOTALS
    efforts: int = 0
    unproven: tuple[Unproven, ...] = ()
    unproven_count: int = 0
    unrecognised: tuple[Unrecognised, ...] = ()
    reported_until: date | None = None

    def course(self, today: date) -> Course:
        """Tell how the contract is going."""
        return account.course(self.owed, self.contract.period, self.totals, today)

    @property
    def open(self) -> Money | None:
        """What is neither realised nor planned, or None while nothing is known to be owed."""
        return None if self.owed is None else account.still_open(self.owed, self.totals)

    def expected(self, today: date) -> Money:
        """Return what would be realised by now at an even pace."""
        return account.expected_on(self.owed or ZERO, self.contract.period, today)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do; the other fields fill in its sentence.

    `due` is the day by which, `amount` the euros at stake, `assumed_due` tells that the day
    is ours because no source names one.
    """

    kind: StepKind
    contract_id: int | None
    contract_number: str
    contract_title: str
    authority: str
    urgency: Urgency
    due: date | None = None
    amount: Money | None = None
    effort_id: int | None = None
    effort_title: str | None = None
    lacks: tuple[Lack, ...] = ()
    missing: tuple[str, ...] = ()
    others: int = 0
    covers_from: date | None = None
    covers_to: date | None = None
    assumed_due: bool = False


def next_steps(positions: tuple[Position, ...], today: date) -> tuple[NextStep, ...]:
    """Return everything that waits, what is most pressing first.

    Args:
        positions: all contracts.
        today: the day on which the owner asks.
    """
    steps = [step for position in positions for step in _of_contract(position, today)]
    return tuple(sorted(steps, key=_rank))


def lacks(contract: Contract) -> tuple[Lack, ...]:
    """Return what a contract still lacks before its obligation and dates are known."""
    amount_known = contract.fixed_amount is not None
    checks = (
        (Lack.CATEGORY, contract.category is None and not amount_known),
        (Lack.SUM, contract.sum_excl_vat is None and not amount_known),
        (Lack.START, contract.starts_on is None),
        (Lack.END, contract.ends_on is None),
        (Lack.RHYTHM, contract.rhythm is None),
    )
    return tuple(lack for lack, is_lacking in checks if is_lacking)


def _rank(step: NextStep) -> tuple[int, str, int, int, str]:
    """Order by urgency, then by day, then by what is at stake."""
    due = step.due.isoformat() if step.due is not None else "9999"
    stake = -(step.amount.cents if step.amount is not None else 0)
    return step.urgency.value, due, stake, list(StepKind).index(step.kind), step.contract_number


def _of_contract(position: Position, today: date) -> Iterator[NextStep]:
    state = position.contract.state
    if state in ENDED:
        return
    yield from _complete(position)
    if state in BEFORE_AWARD:
        return
    yield from _start_up(position, today)
    yield from _prove(position)
    yield from _report(position, today)
    yield from _keep_pace(position, today)
    yield from _settle(position, today)


def _complete(position: Position) -> Iterator[NextStep]:
    missing = lacks(position.contract)
    if position.owed is None and Lack.SUM not in missing:
        missing = (*missing, Lack.PERCENTAGE)
    if missing:
        yield _step(StepKind.COMPLETE_CONTRACT, position, Urgency.SOON, lacks=missing)


def _start_up(position: Position, today: date) -> Iterator[NextStep]:
    """First contact, the plan and the first effort, one after the other."""
    contract = position.contract
    awarded = contract.awarded_on or contract.starts_on
    begun = position.efforts > 0 or contract.plan_agreed_on is not None
    if contract.contact_made_on is None and contract.plan_sent_on is None and not begun:
        yield _dated(StepKind.FIRST_CONTACT, DeadlineKind.FIRST_CONTACT, position, awarded, today)
    elif contract.plan_sent_on is None and not begun:
        yield _dated(StepKind.WRITE_PLAN, DeadlineKind.PLAN, position, awarded, today)
    elif position.efforts == 0 and position.owed != ZERO:
        yield _step(StepKind.FIRST_EFFORT, position, Urgency.SOON, amount=position.owed)


def _dated(
    kind: StepKind,
    deadline: DeadlineKind,
    position: Position,
    event: date | None,
    today: date,
) -> NextStep:
    """Return a step that is due some days after an event, without a day where that is unknown."""
    if event is None:
        return _step(kind, position, Urgency.SOON)
    found = deadlines.after(deadline, event, position.rules, None)
    urgency = Urgency.OVERDUE if found.due < today else Urgency.SOON
    return _step(kind, position, urgency, due=found.due, assumed_due=found.assumed)


def _prove(position: Position) -> Iterator[NextStep]:
    """One step for the efforts without proof, naming the one with most at stake."""
    if position.unproven:
        worst = position.unproven[0]
        yield _step(
            StepKind.ADD_EVIDENCE,
            position,
            Urgency.AT_STAKE,
            amount=worst.value,
            effort_id=worst.effort_id,
            effort_title=worst.title,
            missing=worst.missing,
            others=position.unproven_count - 1,
        )
    for purchase in position.unrecognised:
        yield _step(
            StepKind.RECOGNITION_EXPIRED,
            position,
            Urgency.AT_STAKE,
            amount=purchase.value,
            effort_id=purchase.effort_id,
            effort_title=purchase.supplier,
            covers_to=purchase.ended_on,
        )


def _report(position: Position, today: date) -> Iterator[NextStep]:
    deadline = deadlines.report_due(
        position.contract, position.rules, position.reported_until, today
    )
    if deadline is None or deadline.covers is None:
        return
    yield _step(
        StepKind.REPORT_DUE,
        position,
        Urgency.OVERDUE if deadline.due < today else Urgency.SOON,
        due=deadline.due,
        covers_from=deadline.covers.start,
        covers_to=deadline.covers.end,
        assumed_due=deadline.assumed,
    )


def _keep_pace(position: Position, today: date) -> Iterator[NextStep]:
    """Behind schedule, or a gap with the end in sight; never both."""
    period, open_amount = position.contract.period, position.open
    if period is None or open_amount is None or today > period.end:
        return
    if open_amount and today >= add_months(period.end, -NEAR_END_MONTHS):
        yield _step(
            StepKind.CONTRACT_ENDING,
            position,
            Urgency.AT_STAKE,
            due=period.end,
            amount=open_amount,
        )
    elif position.course(today) is Course.BEHIND:
        lag = position.expected(today) - position.totals.realised
        yield _step(StepKind.BEHIND_SCHEDULE, position, Urgency.LATER, amount=lag)


def _settle(position: Position, today: date) -> Iterator[NextStep]:
    period = position.contract.period
    if period is None or today <= period.end:
        return
    deadline = deadlines.after(DeadlineKind.SETTLEMENT, period.end, position.rules, None)
    recovery = position.contract.state is ContractState.RECOVERY
    near = deadline.due - today <= timedelta(0)
    yield _step(
        StepKind.SETTLE,
        position,
        Urgency.OVERDUE if near or recovery else Urgency.SOON,
        due=deadline.due,
        amount=position.open,
        assumed_due=deadline.assumed,
    )


def _step(kind: StepKind, position: Position, urgency: Urgency, **told: object) -> NextStep:
    contract = position.contract
    return NextStep(
        kind,
        contract.id,
        contract.number,
        contract.title,
        contract.authority,
        urgency,
        **told,  # type: ignore[arg-type]
    )
