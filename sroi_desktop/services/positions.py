"""Where every contract stands today, and what the owner should do next.

Finished efforts are added up by the database from their stored values; only the few that
are running today are valued here, up to today. Where rules let a category fill only a part,
nothing can be added up by itself: such contracts are worked out effort by effort (`counts`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, guidance
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.guidance import NextStep, Position, Unproven
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.position import certificate_ends
from sroi_desktop.services import bookings, counts, owing, quantities, recognising
from sroi_desktop.services.counts import Under
from sroi_desktop.services.deadlines import free_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import ContractFigures, Running

# How many unproven efforts a position names; the count is of all.
NAMED = 3


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where one contract stands; `unproven` holds those with most at stake at least."""

    totals: Totals
    unproven: tuple[Unproven, ...]
    unproven_count: int


@dataclass(slots=True)
class _Running:
    """What the efforts that run today add to one contract."""

    totals: Totals = NO_TOTALS
    unproven: dict[int, Unproven] = field(default_factory=dict)


@dataclass(slots=True)
class Known:
    """The positions as they were after an entry of the history, on a day, with what waits.

    `left` are those of the contracts that still have to be worked out.
    """

    entry: int
    day: date
    contracts: dict[int, Contract]
    left: frozenset[int]
    by_contract: dict[int, Position] = field(default_factory=dict)
    steps: dict[int, tuple[NextStep, ...]] = field(default_factory=dict)

    def keep(self, before: Known, touched: frozenset[int]) -> None:
        """Take over what was known before acts that were about some contracts."""
        self.left = (before.left | touched).intersection(self.contracts)
        kept = before.by_contract.items()
        self.by_contract = {key: one for key, one in kept if key not in touched}
        self.steps = {key: some for key, some in before.steps.items() if key not in touched}


def positions(desk: Desk) -> tuple[Position, ...]:
    """Return the position of every contract today, in the order of their numbers."""
    return tuple(sorted(_known(desk).by_contract.values(), key=_number))


def position(desk: Desk, contract_id: int) -> Position:
    """Return the position of one contract today.

    Raises:
        KeyError: there is no such contract.
    """
    known = begun(desk)
    work_out(desk, known, known.left & {contract_id})
    return known.by_contract[contract_id]


def counted(desk: Desk) -> tuple[int, int | None]:
    """Return how many contracts there are, and how many efforts lack evidence.

    The latter is None where that is not known yet: it is not worked out for this.
    """
    known = begun(desk)
    unproven = sum(one.unproven_count for one in known.by_contract.values())
    return len(known.contracts), None if known.left else unproven


def advance(desk: Desk, count: int) -> bool:
    """Work out some of the contracts that are left; tell whether there are more."""
    known = begun(desk)
    work_out(desk, known, frozenset(islice(known.left, count)))
    return bool(known.left)


def next_steps(desk: Desk) -> tuple[NextStep, ...]:
    """Return everything that waits, what is most pressing first."""
    known = _known(desk)
    for contract_id, one in known.by_contract.items():
        if contract_id not in known.steps:
            known.steps[contract_id] = guidance.steps_of(one, known.day)
    return guidance.in_order(step for steps in known.steps.values() for step in steps)


def _number(position: Position) -> str:
    return position.contract.number


def _known(desk: Desk) -> Known:
    """Return all positions; only the contracts that an act was about are looked at again.

    Every screen asks for them, after every act: with thousands of efforts that has to be cheap.
    """
    known = begun(desk)
    work_out(desk, known, known.left)
    return known


def begun(desk: Desk) -> Known:
    """Return what is known already; the rest is `left` to be worked out."""
    store, today, known = desk.store, desk.today, desk.known
    entry, touched = store.last_entry(), None
    if known is not None and known.day == today and not store.is_acting:
        if known.entry == entry:
            return known
        touched = store.touched(known.entry)
    contracts = {one.id: one for one in store.contracts() if one.id is not None}
    fresh = Known(entry, today, contracts, frozenset(contracts))
    if known is not None and touched is not None:
        fresh.keep(known, touched)
    if not store.is_acting:  # what an act has written may still be rolled back
        desk.known = fresh
    return fresh


def work_out(desk: Desk, known: Known, wanted: frozenset[int]) -> None:
    """Work some contracts out."""
    if wanted:
        contracts = {key: one for key, one in known.contracts.items() if key in wanted}
        # Asking for all is faster than naming all.
        only = None if len(contracts) == len(known.contracts) else wanted
        known.by_contract |= _worked_out(desk, contracts, only)
        known.left -= wanted


def _worked_out(
    desk: Desk, every: Mapping[int, Contract], only: frozenset[int] | None
) -> dict[int, Position]:
    """Return the positions of these contracts, by contract; `only` names them for queries."""
    store, today = desk.store, desk.today
    contracts = {key: (one, store.rule_set(key)) for key, one in every.items()}
    figures = {one.contract_id: one for one in store.figures(today, only)}
    running = _running(store.running(today, only), contracts, today)
    purchases = recognising.unrecognised(desk, lambda key: contracts[key][1], only)
    unrecognised = _unrecognised(purchases)
    found, ledger = {}, owing.ledger(desk)
    for contract_id, (contract, rules) in contracts.items():
        owed = ledger.owed(contract, rules)
        by = Under(contract, rules, owed.amount)
        standing = _added_up(figures[contract_id], running[contract_id])
        if counts.is_limiting(rules):
            standing = _one_by_one(desk, contract_id, by)
        one = _position(by, standing, figures[contract_id], tuple(unrecognised[contract_id]))
        filled = quantities.of_contract(desk, contract_id) if owed.quantities else ()
        found[contract_id] = replace(
            one,
            certificate=certificate_ends(owed, contract, rules),
            filled=filled,
            in_units=owed.in_units,
        )
    return found


def _position(
    by: Under,
    standing: _Standing,
    figures: ContractFigures,
    unrecognised: tuple[Unrecognised, ...],
) -> Position:
    return Position(
        by.contract,
        by.rules,
        by.owed,
        standing.totals,
        figures.efforts,
        tuple(sorted(standing.unproven, key=_most_at_stake)[:NAMED]),
        standing.unproven_count,
        unrecognised,
        figures.reported_until,
        free_days(by.contract, by.rules),
    )


def _added_up(figures: ContractFigures, running: _Running) -> _Standing:
    """Return where a contract stands by what the database added up, and what runs today."""
    return _Standing(
        running.totals + figures.totals,
        (*running.unproven.values(), *figures.unproven),
        len(running.unproven) + figures.unproven_count,
    )


def _one_by_one(desk: Desk, contract_id: int, by: Under) -> _Standing:
    """Return where a contract stands of which some category may fill only a part."""
    found = counts.on(bookings.entries(desk, contract_id), by, desk.today)
    labels = {piece.code: piece.label for piece in by.rules.evidence}
    unproven = tuple(
        Unproven(
            one.entry.effort.id or 0,
            one.entry.effort.title,
            one.adds.unproven,
            tuple(labels.get(code, code) for code in one.entry.booked.missing),
        )
        for one in found
        if one.lacks_evidence(desk.today)
    )
    lacking = {one.effort_id for one in unproven}
    return _Standing(counts.total(found), unproven, len(lacking))


def _most_at_stake(unproven: Unproven) -> tuple[int, int]:
    return -unproven.value.cents, unproven.effort_id


def _running(
    every: Iterable[Running], contracts: Mapping[int, tuple[Contract, RuleSet]], today: date
) -> dict[int, _Running]:
    """Value what runs today up to today: that part is realised, the rest is planned."""
    found: dict[int, _Running] = defaultdict(_Running)
    for one in every:
        contract_id = one.allocation.contract_id
        _add_running(found[contract_id], one, *contracts[contract_id], today)
    return found


def _add_running(
    running: _Running, one: Running, contract: Contract, rules: RuleSet, today: date
) -> None:
    effort = one.effort
    so_far = bookings.share_value(
        effort, one.allocation, rules, contract, today, tenure=one.tenure
    ).value
    running.totals += account.of_share(
        effort.state,
        one.value,
        so_far,
        ZERO,
        is_proven=not one.missing,
        reported=one.reported,
    )
    if one.missing and effort.id is not None:
        labels = tuple(label for _code, label in one.missing)
        other = running.unproven.get(effort.id)  # a share of other days lacks the same pieces
        at_stake = so_far if other is None else so_far + other.value
        running.unproven[effort.id] = Unproven(effort.id, effort.title, at_stake, labels)


def _unrecognised(
    purchases: Iterable[tuple[int, Unrecognised]],
) -> dict[int, list[Unrecognised]]:
    found: dict[int, list[Unrecognised]] = defaultdict(list)
    for contract_id, purchase in purchases:
        found[contract_id].append(purchase)
    return found
