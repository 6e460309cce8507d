"""A desk on an administration in memory, for tests of screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Company
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Category, EffortKind, Rhythm
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import bookings, companies, contracts, efforts
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import memory_store
from sroi_desktop.system.clock import FixedClock

TODAY = date(2026, 11, 22)
LIBRARY = load_library()


def new_desk(today: date = TODAY, company: str = "Van Dijk Groenvoorziening B.V.") -> Desk:
    """Return a desk without contracts; a company without a name is not kept."""
    clock = FixedClock(today)
    desk = Desk(memory_store(clock.now), LIBRARY, clock)
    if company:
        companies.keep(desk, Company(company))
    return desk


def wijk_oost(**changes: object) -> Contract:
    """Return the contract of the walk: Utrecht, services, € 120.000 in two years."""
    contract = Contract(
        "2026-01",
        "Groenonderhoud Wijk Oost",
        "Gemeente Utrecht",
        "utrecht-v3",
        category=Category.SERVICES,
        sum_excl_vat=Money.from_euros(2_400_000),
        percentage=Fraction(5),
        awarded_on=date(2025, 11, 20),
        starts_on=date(2026, 1, 1),
        ends_on=date(2027, 12, 31),
        rhythm=Rhythm.QUARTERLY,
        contact_made_on=date(2025, 11, 25),
        plan_agreed_on=date(2025, 12, 18),
    )
    return replace(contract, **changes)  # type: ignore[arg-type]


def take_on(desk: Desk, contract: Contract | None = None) -> int:
    """Keep a contract under its published rules and return its id."""
    contract = contract or wijk_oost()
    done = contracts.take_on(desk, contract, desk.library.get(contract.rule_set_id))
    assert done.id is not None
    return done.id


def book(
    desk: Desk, contract_id: int, *, start: date = date(2026, 3, 1), end: date = date(2026, 8, 31)
) -> int:
    """Book K-01, 24 hours a week on social assistance, without evidence: € 13.333,33."""
    rules = desk.store.rule_set(contract_id)
    block = next(one for one in rules.blocks if one.kind is EffortKind.PLACEMENT)
    effort = Effort(
        block.kind,
        block.code,
        "Medewerker groen",
        Period(start, end),
        EffortState.REALISED,
        "K-01",
        hours_per_week=Fraction(24),
    )
    done = efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)])
    assert done.id is not None
    return done.id


class Opened:
    """Remembers which pages were asked for."""

    def __init__(self) -> None:
        self.pages: list[tuple[str, object]] = []

    def __call__(self, key: str, argument: object) -> None:
        self.pages.append((key, argument))
