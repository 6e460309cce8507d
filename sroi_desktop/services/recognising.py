"""Purchases at suppliers that are no social enterprise under the rules of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.recognition import is_recognised

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sroi_desktop.domain.position import Unrecognised
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk


def unrecognised(
    desk: Desk, rules_of: Callable[[int], RuleSet], only: Collection[int] | None = None
) -> tuple[tuple[int, Unrecognised], ...]:
    """Return the purchases that may not count, each with its contract.

    The books know which have no recognition that held on the day; of those some meet the
    conditions that their rules set instead.

    Args:
        desk: the open administration.
        rules_of: the rules of a contract.
        only: the contracts that are asked for; None for all.
    """
    found = desk.store.unrecognised_purchases(only)
    if not any(rules_of(contract_id).recognition for contract_id, _purchase in found):
        return found
    suppliers = {one.id: one for one in desk.store.suppliers()}
    return tuple(
        (contract_id, purchase)
        for contract_id, purchase in found
        if not is_recognised(
            suppliers[purchase.supplier_id], rules_of(contract_id), purchase.bought_on
        )
    )
