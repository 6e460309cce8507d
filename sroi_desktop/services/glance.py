"""What is most pressing among many contracts, told before all of them are worked out.

What runs today takes most of the work: it has to be valued. Every contract is first looked at as
if all of that were still to come, and as if what lacks evidence were worth its whole value. Its
steps are then at least as pressing as its real ones. Contracts are worked out in that order,
until nothing that the others may come up with can press more. So it is exact. Contracts with
rules that let a category fill only a part are worked out at once: more realised may then mean
less that counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import guidance
from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.guidance import NextStep, Position, Rank, Unproven
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.position import certificate_ends
from sroi_desktop.services import counts, owing, positions
from sroi_desktop.services.deadlines import free_days
from sroi_desktop.storage import RunningSum

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.positions import Known
    from sroi_desktop.storage import ContractFigures

_SPARE = 4
_TRIES = 3
_NOTHING = RunningSum(ZERO, None)


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
    bounds = _bounds(desk, known)
    in_turn = sorted(bounds, key=bounds.__getitem__)
    at_once = most + _SPARE
    for end in range(at_once, min(len(in_turn), at_once * _TRIES + 1), at_once):
        seen, limit = in_turn[:end], bounds[in_turn[end]]
        positions.work_out(desk, known, known.left.intersection(seen))
        steps = _steps(known, seen, limit, desk)
        pressing = list(dict.fromkeys(step.contract_id for step in steps))[:most]
        if len(pressing) == most:
            chosen = tuple(known.by_contract[one] for one in pressing if one is not None)
            return Glance(steps, chosen, len(known.contracts))
    return None


def _steps(known: Known, seen: list[int], limit: Rank, desk: Desk) -> tuple[NextStep, ...]:
    """Return the steps of these contracts that no step of another can precede."""
    return guidance.in_order(
        step
        for contract_id in seen
        for step in guidance.steps_of(known.by_contract[contract_id], desk.today)
        if guidance.rank(step) < limit
    )


def _bounds(desk: Desk, known: Known) -> dict[int, Rank]:
    """Return the most pressing place that a step of each contract may take."""
    store, today = desk.store, desk.today
    limiting = [key for key in known.contracts if counts.is_limiting(store.rule_set(key))]
    positions.work_out(desk, known, known.left.intersection(limiting))
    running, ledger = store.running_sums(today), owing.ledger(desk)
    purchases = dict(reversed(store.unrecognised_purchases()))
    found = {}
    for figures in store.figures(today):
        key = figures.contract_id
        best = known.by_contract.get(key)
        if best is None:
            purchase = purchases.get(key)
            under = known.contracts[key], store.rule_set(key)
            best = _best(
                under,
                ledger.owed(*under),
                figures,
                running.get(key, _NOTHING),
                () if purchase is None else (purchase,),
            )
        ranks = [guidance.rank(step) for step in guidance.steps_of(best, today)]
        if ranks:
            found[key] = min(ranks)
    return found


def _best(
    under: tuple[Contract, RuleSet],
    owed: Obligation,
    figures: ContractFigures,
    under_way: RunningSum,
    unrecognised: tuple[Unrecognised, ...],
) -> Position:
    """Return a position whose steps press at least as much as those of the real one."""
    return Position(
        *under,
        owed.amount,
        figures.totals + Totals(planned=under_way.value),
        figures.efforts,
        _worst(figures, under_way),
        0,
        unrecognised,
        figures.reported_until,
        free_days(*under),
        certificate_ends(owed),
    )


def _worst(figures: ContractFigures, under_way: RunningSum) -> tuple[Unproven, ...]:
    if under_way.lacking is None:
        return figures.unproven
    return (*figures.unproven, Unproven(0, "", under_way.lacking, ()))
