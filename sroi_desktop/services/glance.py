"""What is most pressing among many contracts, told before all of them are worked out.

What runs today takes most of the work: it has to be valued. Every contract is first looked at as
if all of that were still to come, and as if what lacks evidence were worth its whole value. Its
steps are then at least as pressing as its real ones. Contracts are worked out in that order,
until nothing that the others may come up with can press more. So it is exact. Where rules let
a category fill only a part, more realised may mean less that counts: nothing is taken to count,
and all is worked out when the turn of such a contract comes.

What is owed is worked out for those at the head of the row only: until then it is as if it were
more than anyone owes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING

from sroi_desktop.domain import guidance
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.guidance import NextStep, Position, Rank, Unproven
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.position import certificate_ends
from sroi_desktop.services import counts, owing, positions
from sroi_desktop.services.deadlines import free_days
from sroi_desktop.storage import RunningSum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.owing import Ledger
    from sroi_desktop.services.positions import Known
    from sroi_desktop.storage import ContractFigures

_SPARE = 4
_TRIES = 3
_NOTHING = RunningSum(ZERO, None)
_MUCH = Money.from_euros(1_000_000_000_000)


@dataclass(frozen=True, slots=True)
class Glance:
    """The most pressing steps and the contracts that they are about, in order.

    `contracts` counts all contracts. More steps may follow; none of them comes in between.
    """

    steps: tuple[NextStep, ...]
    positions: tuple[Position, ...]
    contracts: int


def first(desk: Desk, most: int) -> Glance | None:
    """Return the contracts that press most; None where nothing is gained by a mere glance.

    That is where all is known already, where few contracts have anything that waits, or where
    too many of them would have to be worked out for it.
    """
    known = positions.begun(desk)
    if len(known.left) <= 2 * most:
        return None
    in_turn = _in_turn(desk, known)
    seen: list[int] = []
    for _ in range(_TRIES):
        seen += [key for _rank, key in islice(in_turn, most + _SPARE)]
        limit, following = next(in_turn, (None, None))
        if limit is None or following is None:
            return None
        positions.work_out(desk, known, known.left.intersection(seen))
        steps = _steps(known, seen, limit, desk)
        pressing = list(dict.fromkeys(step.contract_id for step in steps))[:most]
        if len(pressing) == most:
            chosen = tuple(known.by_contract[one] for one in pressing if one is not None)
            return Glance(steps, chosen, len(known.contracts))
        seen.append(following)
    return None


def _steps(known: Known, seen: list[int], limit: Rank, desk: Desk) -> tuple[NextStep, ...]:
    """Return the steps of these contracts that no step of another can precede."""
    return guidance.in_order(
        step
        for contract_id in seen
        for step in guidance.steps_of(known.by_contract[contract_id], desk.today)
        if guidance.rank(step) < limit
    )


def _in_turn(desk: Desk, known: Known) -> Iterator[tuple[Rank, int]]:
    """Yield the contracts for which something may wait, with the most pressing place of it."""
    ledger = owing.ledger(desk)
    best = dict(_at_best(desk, known, ledger))
    row = [(rank, False, key) for key, one in best.items() if (rank := _rank(one, desk))]
    heapify(row)
    while row:
        rank, is_closer, key = heappop(row)
        if is_closer:
            yield rank, key
            continue
        if counts.is_limiting(best[key].rules):
            positions.work_out(desk, known, known.left & {key})
        closer = _rank(known.by_contract.get(key) or _owing(best[key], ledger), desk)
        if closer is not None:
            heappush(row, (closer, True, key))


def _rank(position: Position, desk: Desk) -> Rank | None:
    return guidance.most_pressing(position, desk.today)


def _owing(best: Position, ledger: Ledger) -> Position:
    """Return a position with what is really owed."""
    owed = ledger.owed(best.contract, best.rules)
    return replace(best, owed=owed.amount, certificate=certificate_ends(owed))


def _at_best(desk: Desk, known: Known, ledger: Ledger) -> Iterator[tuple[int, Position]]:
    """Yield positions whose steps press at least as much as those of the real ones."""
    store, today = desk.store, desk.today
    running, copies = store.running_sums(today), store.rule_sets()
    purchases = dict(reversed(store.unrecognised_purchases()))
    for figures in store.figures(today):
        key = figures.contract_id
        purchase = purchases.get(key)
        best = _best(
            (known.contracts[key], copies[key]),
            figures,
            running.get(key, _NOTHING),
            () if purchase is None else (purchase,),
        )
        # A certificate that ends, or a sum that lacks: only what is really owed tells.
        at_once = ledger.certificates or best.contract.sum_excl_vat is None
        yield key, _owing(best, ledger) if at_once else best


def _best(
    under: tuple[Contract, RuleSet],
    figures: ContractFigures,
    under_way: RunningSum,
    unrecognised: tuple[Unrecognised, ...],
) -> Position:
    totals = figures.totals + Totals(planned=under_way.value)
    if counts.is_limiting(under[1]):  # nothing is sure to count, what is under way no more
        totals = NO_TOTALS
    return Position(
        *under,
        _MUCH,
        totals,
        figures.efforts,
        _worst(figures, under_way),
        0,
        unrecognised,
        figures.reported_until,
        free_days(*under),
    )


def _worst(figures: ContractFigures, under_way: RunningSum) -> tuple[Unproven, ...]:
    if under_way.lacking is None:
        return figures.unproven
    return (*figures.unproven, Unproven(0, "", under_way.lacking, ()))
