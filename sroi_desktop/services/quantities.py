"""How far obligations in hours, full-time years or placements are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.demands import Demand
from sroi_desktop.domain.effort import HAPPENED, TO_COME
from sroi_desktop.domain.quantities import Filled, Share, filled, full_time_week
from sroi_desktop.services import bookings, owing

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def are_asked(contract: Contract, rules: RuleSet) -> bool:
    """Tell whether a contract or its rules ask for anything but euros."""
    if not (contract.quotas or rules.obligation.quotas):
        return False  # of most contracts; asked of all of them at a start
    return bool(Demand.of(contract).quotas_under(rules.obligation))


def of_contract(desk: Desk, contract_id: int, day: date | None = None) -> tuple[Filled, ...]:
    """Return how far each quantity of a contract is filled, by the end of a day; else today."""
    contract, rules = desk.store.contract(contract_id), desk.store.rule_set(contract_id)
    on = day or desk.today
    owed = owing.ledger(desk, on).owed(contract, rules)
    if not owed.quantities:
        return ()
    done, whole = [], []
    for entry in bookings.entries(desk, contract_id):
        effort, share = entry.effort, entry.booked.allocation.share
        if effort.state not in HAPPENED | TO_COME:
            continue
        whole.append(Share(effort, entry.booked.valuation, share))
        if effort.state in HAPPENED:
            worth = bookings.worth_until(entry, rules, contract, on)
            done.append(Share(effort, worth, share))
    week = full_time_week(rules, contract)
    return tuple(filled(one, done, whole, week) for one in owed.quantities)
