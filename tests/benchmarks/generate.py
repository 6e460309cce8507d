"""A large administration, made up: 200 contracts, 10,000 efforts, 60,000 hours, 20,000 pieces.

The same for everyone: the random numbers have a fixed seed. Booked through the valuation of
the program itself, one act per contract, so that totals and history are real.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Candidate, Company
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import Category, EffortKind, Rhythm
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import bookings
from sroi_desktop.storage import create_store
from sroi_desktop.system.clock import FixedClock
from tests.benchmarks.day import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.rules import Block, RuleSet
    from sroi_desktop.storage import Store, Work

FIRST = date(2024, 1, 1)
_SETS = ("utrecht-v3", "haaglanden-2023-07", "leiden-2023-09", "harlingen", "alphen")
_STATES = (
    (EffortState.REALISED, 55),
    (EffortState.REPORTED, 20),
    (EffortState.ACCEPTED, 15),
    (EffortState.PLANNED, 10),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    contracts: int = 200
    efforts: int = 10_000
    hours: int = 60_000
    pieces: int = 20_000


def write(path: Path, size: Size | None = None) -> None:
    """Write a large administration to a new file."""
    size = size or Size()
    chance = random.Random(2026)  # noqa: S311 - figures for a benchmark, no secret
    clock = FixedClock(TODAY)
    library = load_library()
    with create_store(path, clock.now, who="bench") as store:
        with store.act("change_company") as work:
            work.set_company(Company("Grote Groep B.V.", kvk="00000000", town="Utrecht"))
        for number in range(size.contracts):
            rules = library.get(_SETS[number % len(_SETS)])
            _contract(store, rules, number, size, chance)


def _contract(store: Store, rules: RuleSet, number: int, size: Size, chance: random.Random) -> None:
    start = FIRST + timedelta(days=chance.randrange(0, 700))
    contract = Contract(
        f"2026-{number:03d}",
        f"Onderhoud perceel {number}",
        rules.covers[0],
        rules.id,
        ContractState.RUNNING,
        category=Category.WORKS,
        sum_excl_vat=Money.from_euros(chance.randrange(500_000, 9_000_000)),
        percentage=Fraction(5),
        awarded_on=start - timedelta(days=40),
        starts_on=start,
        ends_on=start + timedelta(days=1_095),
        rhythm=Rhythm.QUARTERLY,
        contact_made_on=start,
        plan_sent_on=start,
        plan_agreed_on=start,
    )
    with store.act("take_on_contract", contract.title) as work:
        contract_id = work.add_contract(contract, rules)
    kept = store.contract(contract_id)
    with store.act("record_effort", contract.title) as work:
        for index in range(size.efforts // size.contracts):
            _effort(work, kept, rules, number * 1_000 + index, size, chance)


def _effort(
    work: Work, contract: Contract, rules: RuleSet, number: int, size: Size, chance: random.Random
) -> None:
    block = chance.choice([one for one in rules.blocks if one.value is not None])
    effort = _described(contract, block, number, chance)
    if effort.candidate is not None:
        work.add_candidate(Candidate(effort.candidate))
    wanted = rules.requirements(block)
    proven = chance.random() < 0.8
    day = effort.period.start
    held = [Piece(0, one.code, one.label, day, seen_by="HR", seen_on=day) for one in wanted]
    effort_id = work.add_effort(effort, _booked(contract, rules, effort, held if proven else []))
    for index in range(size.pieces // size.efforts):
        if proven and index < len(wanted):
            code, label = wanted[index].code, wanted[index].label
        else:
            code, label = "other", "Ander stuk"
        seen = effort.period.start
        work.add_piece(Piece(effort_id, code, label, seen, seen_by="HR", seen_on=seen), None)
    days = [effort.period.start + timedelta(days=7 * n) for n in range(size.hours // size.efforts)]
    work.set_hours(effort_id, [(day, Fraction(8)) for day in days])


def _booked(
    contract: Contract, rules: RuleSet, effort: Effort, held: list[Piece]
) -> tuple[Booked, ...]:
    if contract.id is None:
        raise ValueError("the contract was not kept")
    share = bookings.whole_for(contract.id, effort)
    return (bookings.booked_under(effort, share, contract, rules, held),)


def _described(contract: Contract, block: Block, number: int, chance: random.Random) -> Effort:
    begin = contract.starts_on or FIRST
    start = begin + timedelta(days=chance.randrange(0, 1_000))
    is_person = block.kind in {
        EffortKind.PLACEMENT,
        EffortKind.APPRENTICESHIP,
        EffortKind.TRAINEESHIP,
    }
    end = start + timedelta(days=chance.randrange(30, 300) if is_person else 0)
    state = chance.choices([one for one, _ in _STATES], [weight for _, weight in _STATES])[0]
    if start > TODAY:
        state = EffortState.PLANNED
    return Effort(
        block.kind,
        block.code,
        f"{block.label[:40]} {number}",
        Period(start, end),
        state,
        candidate=f"K-{number:06d}" if is_person else None,
        hours_per_week=Fraction(chance.randrange(12, 37)) if is_person else None,
        employees=None if is_person else 2,
        hours=None if is_person else Fraction(8),
        quantity=None if is_person else Fraction(1),
        amount=None if is_person else Money.from_euros(chance.randrange(100, 900)),
    )
