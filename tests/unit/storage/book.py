"""A small administration to test with: rules, contracts, efforts, and all rows of a file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.allocation import PARTS, Allocation, Booked
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.derivation import Operation, Step, StepKind, Valuation
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Block,
    Category,
    EffortKind,
    EvidenceRequirement,
    Rhythm,
    RuleSet,
    Unit,
)
from sroi_desktop.storage.unit_of_work import RECORDED

if TYPE_CHECKING:
    from sroi_desktop.storage import Store
    from sroi_desktop.storage.columns import Row

TODAY = date(2026, 11, 22)
SPRING = Period(date(2026, 3, 1), date(2026, 8, 31))
WINTER = Period(date(2026, 11, 1), date(2027, 2, 28))
QUARTERS = Period(date(2026, 1, 1), date(2026, 9, 30))
RULES = RuleSet(
    id="utrecht-2024",
    title="Bouwblokken Utrecht",
    publisher="Gemeente Utrecht",
    covers=("Utrecht",),
    complete=True,
    sources=(),
    full_time_hours=Fraction(36),
    blocks=(
        Block("pw", "Participatiewet", EffortKind.PLACEMENT, Unit.PER_YEAR_FULL_TIME),
        Block("buy", "Sociale inkoop", EffortKind.PURCHASE, Unit.INVOICES),
    ),
    evidence=(
        EvidenceRequirement("contract", "Arbeidsovereenkomst", (EffortKind.PLACEMENT,)),
        EvidenceRequirement("statement", "Doelgroepverklaring", (EffortKind.PLACEMENT,)),
    ),
)


class Clock:
    """Gives a moment that is a second later each time."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def contract(number: str = "2026-01") -> Contract:
    return Contract(
        number=number,
        title="Groenonderhoud Wijk Oost",
        authority="Gemeente Utrecht",
        rule_set_id=RULES.id,
        category=Category.SERVICES,
        sum_excl_vat=Money(240_000_000),
        percentage=Fraction(5),
        starts_on=date(2026, 1, 1),
        ends_on=date(2027, 12, 31),
        rhythm=Rhythm.QUARTERLY,
    )


def effort(
    state: EffortState = EffortState.REALISED,
    period: Period = SPRING,
    *,
    kind: EffortKind = EffortKind.PLACEMENT,
    title: str = "Hovenier",
    accepted: Money | None = None,
) -> Effort:
    block = "pw" if kind is EffortKind.PLACEMENT else "buy"
    return Effort(kind, block, title, period, state, accepted=accepted)


def booked(
    contract_id: int,
    cents: int = 1_333_333,
    *,
    parts: int = PARTS,
    missing: tuple[str, ...] = (),
    period: Period = SPRING,
) -> Booked:
    euros = Money(cents).euros
    step = Step(StepKind.AMOUNT, Operation.START, euros, euros, label="Participatiewet")
    allocation = Allocation(contract_id, period, parts)
    return Booked(allocation, Valuation(Money(cents), (step,)), missing)


def add_contract(store: Store, number: str = "2026-01") -> int:
    with store.act("contract.add", number) as work:
        return work.add_contract(contract(number), RULES)


def add_effort(store: Store, effort: Effort, *shares: Booked) -> int:
    with store.act("effort.record", effort.title) as work:
        return work.add_effort(effort, shares)


def tables(store: Store) -> dict[str, list[Row]]:
    """Return all rows that the history keeps, by table."""
    return {
        table: [dict(row) for row in store._sql.rows(f"SELECT * FROM {table} ORDER BY id")]
        for table in RECORDED
    }


def failed(store: Store) -> list[str]:
    """Return the names of the checks that did not pass."""
    return [check.name for check in store.verify() if not check.ok]
