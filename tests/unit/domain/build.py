"""Small domain objects for the tests; each test changes what its rule is about with `replace`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Block,
    CountingLimit,
    CountingTerms,
    EffortKind,
    LimitKind,
    RuleSet,
    TimeMethod,
    Unit,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from sroi_desktop.domain.demands import Obligation, SignalKind
    from sroi_desktop.domain.derivation import (
        AssumptionKind,
        ReasonKind,
        StepKind,
        Valuation,
    )

T = TypeVar("T", bound="DataclassInstance")


def changed(original: T, **fields: object) -> T:
    """Return `replace` for fields that a test is given by name, unseen by the type checker."""
    unchecked: dict[str, Any] = fields
    return replace(original, **unchecked)


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str) -> Period:
    return Period(day(first), day(last))


def eur(text: str | int) -> Money:
    """Return an amount written as "13333.33" or 40_000 euros."""
    whole, _, cents = str(text).partition(".")
    return Money(int(whole) * 100 + int(cents or 0))


def months(amount: int) -> CountingLimit:
    return CountingLimit(LimitKind.MONTHS, amount)


def working_years(amount: int) -> CountingLimit:
    return CountingLimit(LimitKind.WORKED_YEARS, amount)


UNLIMITED = CountingLimit(LimitKind.UNLIMITED)

PLACEMENT = Block(
    "pw", "Participatiewet", EffortKind.PLACEMENT, Unit.PER_YEAR_FULL_TIME, eur(40_000)
)
INVOICE = Block("inkoop", "Inkopen bij sociale bedrijven", EffortKind.PURCHASE, Unit.INVOICES)
WORKSHOP = Block(
    "hulp", "Hulp aan een sociaal initiatief", EffortKind.ACTIVITY, Unit.PER_HOUR_OR_COST, eur(100)
)

# Says everything that a source can say about time, so that nothing has to be assumed.
COUNTING = CountingTerms(
    method=TimeMethod.CALENDAR_MONTHS,
    pro_rata="naar rato",
    default_limit=UNLIMITED,
    look_back_months=12,
)
RULES = RuleSet(
    id="example",
    title="Bouwblokken",
    publisher="Een gemeente",
    covers=("Een gemeente",),
    complete=True,
    sources=(),
    full_time_hours=Fraction(36),
    blocks=(PLACEMENT, INVOICE, WORKSHOP),
    counting=COUNTING,
)
# Gives values and no word more.
SILENT = RuleSet(
    id="silent",
    title="Bouwblokken",
    publisher="Een gemeente",
    covers=("Een gemeente",),
    complete=True,
    sources=(),
    blocks=(PLACEMENT, INVOICE, WORKSHOP),
)

CONTRACT = Contract(
    "2026-01",
    "Groenonderhoud Wijk Oost",
    "Een gemeente",
    "example",
    starts_on=day("2026-01-01"),
    ends_on=day("2027-12-31"),
)
UNDATED = Contract("2026-02", "Schoonmaak", "Een gemeente", "example")

# 24 of 36 hours, 1 March to 31 August: six whole calendar months.
PLACED = Effort(
    EffortKind.PLACEMENT,
    "pw",
    "K-01",
    span("2026-03-01", "2026-08-31"),
    candidate="K-01",
    hours_per_week=Fraction(24),
)
BOUGHT = Effort(
    EffortKind.PURCHASE, "inkoop", "Kantine", span("2026-04-12", "2026-04-12"), amount=eur("4250")
)
HELPED = Effort(
    EffortKind.ACTIVITY,
    "hulp",
    "Workshop",
    span("2026-05-20", "2026-05-20"),
    employees=3,
    hours=Fraction(8),
)


def signals(obligation: Obligation) -> list[SignalKind]:
    return [signal.kind for signal in obligation.signals]


def recomputed(obligation: Obligation) -> Money:
    """Return the amount that the steps give when they are done again, one by one."""
    amount = Fraction(0)
    for step in obligation.steps:
        amount = step.applied_to(amount)
        assert amount == step.result
    return Money.from_euros(amount)


def assumed(valuation: Valuation) -> set[AssumptionKind]:
    return {assumption.kind for assumption in valuation.assumptions}


def left_out(valuation: Valuation) -> list[ReasonKind]:
    return [reason.kind for reason in valuation.not_counted]


def told(valuation: Valuation) -> list[StepKind]:
    return [step.kind for step in valuation.steps]


def factor(valuation: Valuation, at: int = -1) -> tuple[object, ...]:
    """Return the factor of a step as people say it, such as (24, 36)."""
    return valuation.steps[at].of or ()


def exact(valuation: Valuation) -> Fraction:
    """Return the value before it was rounded to cents."""
    return valuation.steps[-1].result if valuation.steps else Fraction(0)
