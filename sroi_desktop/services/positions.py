"""Where every contract stands today, and what the owner should do next.

Finished efforts are added up by the database from their stored values; only the few that
are running today are valued here, up to today.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sroi_desktop.domain import account, guidance, obligation
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.guidance import NextStep, Position, Unproven
from sroi_desktop.domain.money import ZERO
from sroi_desktop.services import bookings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import ContractFigures, Running

# How many unproven efforts a position names; the count is of all.
NAMED = 3


@dataclass(slots=True)
class _Running:
    """What the efforts that run today add to one contract."""

    totals: Totals = NO_TOTALS
    unproven: list[Unproven] = field(default_factory=list)


def positions(desk: Desk) -> tuple[Position, ...]:
    """Return the position of every contract today, in the order of their numbers."""
    return _positions(desk, desk.store.contracts())


def position(desk: Desk, contract_id: int) -> Position:
    """Return the position of one contract today; the efforts of others are not valued.

    Raises:
        KeyError: there is no such contract.
    """
    contracts = [one for one in desk.store.contracts() if one.id == contract_id]
    if not contracts:
        raise KeyError(contract_id)
    return _positions(desk, contracts)[0]


def _positions(desk: Desk, contracts: Sequence[Contract]) -> tuple[Position, ...]:
    figures = {one.contract_id: one for one in desk.store.figures(desk.today)}
    running = _running(desk, {c.id: c for c in contracts if c.id is not None})
    unrecognised = _unrecognised(desk)
    return tuple(
        _position(
            contract,
            desk.store.rule_set(contract.id),
            figures[contract.id],
            running[contract.id],
            tuple(unrecognised.get(contract.id, ())),
        )
        for contract in contracts
        if contract.id is not None
    )


def next_steps(desk: Desk) -> tuple[NextStep, ...]:
    """Return everything that waits, what is most pressing first."""
    return guidance.next_steps(positions(desk), desk.today)


def _position(
    contract: Contract,
    rules: RuleSet,
    figures: ContractFigures,
    running: _Running,
    unrecognised: tuple[Unrecognised, ...],
) -> Position:
    unproven = [*running.unproven, *figures.unproven]
    unproven.sort(key=_most_at_stake)
    return Position(
        contract,
        rules,
        obligation.of_contract(contract, rules).amount,
        running.totals + figures.totals,
        figures.efforts,
        tuple(unproven[:NAMED]),
        len(running.unproven) + figures.unproven_count,
        unrecognised,
        figures.reported_until,
    )


def _most_at_stake(unproven: Unproven) -> tuple[int, int]:
    return -unproven.value.cents, unproven.effort_id


def _running(desk: Desk, contracts: Mapping[int, Contract]) -> dict[int, _Running]:
    """Value what runs today up to today: that part is realised, the rest is planned."""
    found: dict[int, _Running] = defaultdict(_Running)
    for one in desk.store.running(desk.today):
        contract_id = one.allocation.contract_id
        if contract_id not in contracts:
            continue
        rules = desk.store.rule_set(contract_id)
        _add_running(found[contract_id], one, rules, contracts[contract_id], desk.today)
    return found


def _add_running(
    running: _Running, one: Running, rules: RuleSet, contract: Contract, today: date
) -> None:
    effort = one.effort
    so_far = bookings.share_value(
        effort, one.allocation, rules, contract, today, tenure=one.tenure
    ).value
    running.totals += account.of_share(
        effort.state, one.value, so_far, ZERO, is_proven=not one.missing
    )
    if one.missing and effort.id is not None:
        labels = tuple(label for _code, label in one.missing)
        running.unproven.append(Unproven(effort.id, effort.title, so_far, labels))


def _unrecognised(desk: Desk) -> dict[int, list[Unrecognised]]:
    found: dict[int, list[Unrecognised]] = defaultdict(list)
    for contract_id, purchase in desk.store.unrecognised_purchases():
        found[contract_id].append(purchase)
    return found
