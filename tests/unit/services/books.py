"""Administrations to test services with: the facts of the issue's walk, booked as an owner does."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Company
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Category, EffortKind, Rhythm, RuleSet
from sroi_desktop.language import activate, active
from sroi_desktop.rulesets import Library, load_library
from sroi_desktop.services import bookings, contracts, efforts, evidence
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import memory_store
from sroi_desktop.system.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sroi_desktop.services.changes import Done

TODAY = date(2026, 11, 22)
BSN = "123456782"
COMPANY = Company("Hoveniersbedrijf Jansen B.V.", kvk="12345678", town="Utrecht")
CONTRACT = Contract(
    "2026-01",
    "Groenonderhoud Wijk Oost",
    "Gemeente Utrecht",
    "utrecht-v3",
    category=Category.SERVICES,
    sum_excl_vat=Money(240_000_000),
    percentage=Fraction(5),
    awarded_on=date(2025, 11, 20),
    starts_on=date(2026, 1, 1),
    ends_on=date(2027, 12, 31),
    rhythm=Rhythm.QUARTERLY,
)
UNKNOWN = Contract("2026-09", "Nog niets bekend", "Gemeente Utrecht", "utrecht-v3")


@cache
def library() -> Library:
    """Return the shipped rules, read once for all tests."""
    return load_library()


def rules(rule_set_id: str = "utrecht-v3") -> RuleSet:
    return library().get(rule_set_id)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in another language for a while."""
    before = active()
    activate(language)
    try:
        yield
    finally:
        activate(before)


def desk_on(day: date) -> Desk:
    """Return an empty administration in memory on a day."""
    clock = FixedClock(day)
    return Desk(memory_store(clock.now, who="Anna"), library(), clock)


def on(desk: Desk, day: date) -> Desk:
    """Return the same administration on another day."""
    return Desk(desk.store, desk.library, FixedClock(day), desk.settings)


def span(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def known(done: Done | None) -> int:
    """Return the id of the row that an act was about."""
    assert done is not None
    assert done.id is not None
    return done.id


def take_on(desk: Desk, contract: Contract = CONTRACT) -> int:
    return known(contracts.take_on(desk, contract, rules(contract.rule_set_id)))


# K-01 for 24 of 36 hours from March to August: € 13.333,33 under utrecht-v3.
PLACED = Effort(
    EffortKind.PLACEMENT,
    "participatiewet",
    "Hovenier in opleiding",
    span("2026-03-01", "2026-08-31"),
    candidate="K-01",
    hours_per_week=Fraction(24),
)
BOUGHT = Effort(
    EffortKind.PURCHASE,
    "sociale-inkoop",
    "Kantine en lunches",
    span("2026-04-12", "2026-04-12"),
    amount=Money(425_000),
)
# 3 employees who give 8 hours each: € 2.400,00.
HELPED = Effort(
    EffortKind.ACTIVITY,
    "sociaal-initiatief",
    "Workshop snoeien",
    span("2026-05-09", "2026-05-09"),
    employees=3,
    hours=Fraction(8),
)


def book(desk: Desk, contract_id: int, effort: Effort) -> int:
    """Book a whole effort for one contract."""
    return known(efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)]))


def half_for(contract_id: int, effort: Effort) -> Allocation:
    return Allocation(contract_id, effort.period, PARTS // 2)


def prove(desk: Desk, effort_id: int, contract_id: int) -> None:
    """Note every required piece as seen."""
    under = desk.store.rule_set(contract_id)
    effort = desk.store.effort(effort_id)
    for piece in under.requirements(under.block(effort.block)):
        evidence.note_seen(
            desk,
            effort_id,
            piece.code,
            title=piece.label,
            seen_by="M. van Dijk",
            seen_on=effort.period.start,
        )


def advance(desk: Desk, effort_id: int, *states: EffortState) -> None:
    """Move an effort through these states."""
    for state in states:
        efforts.move_on(desk, effort_id, state)


def a_file(folder: Path, name: str = "verklaring.pdf", data: bytes = b"%PDF-1.7\n") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
