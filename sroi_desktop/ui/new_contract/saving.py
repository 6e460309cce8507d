"""Keeps the contract that a conversation led to, or says at which question it cannot be. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.language import _, ngettext
from sroi_desktop.services import contracts, dossiers
from sroi_desktop.services.refusals import REFUSALS, explain

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

_NAMES = {"contact_name": "contact"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a contract cannot be kept; `field` is the question that can mend it, if there is."""

    text: str
    field: str | None = None


def recount_text(desk: Desk, contract_id: int, rules: RuleSet) -> str | None:
    """Return what other rules mean for what is booked; None where nothing is booked."""
    count = len(dossiers.bookings_of(desk, contract_id))
    if not count:
        return None
    return ngettext(
        "{count} effort of this contract is computed again under “{rules}”. Its value may "
        "change. Reports that were issued stay as they are.",
        "{count} efforts of this contract are computed again under “{rules}”. Their values may "
        "change. Reports that were issued stay as they are.",
        count,
    ).format(count=count, rules=rules.title)


def keep(
    desk: Desk,
    contract: Contract,
    rules: RuleSet,
    own: RuleSet | None,
    clause_id: int | None = None,
) -> Done | Refusal:
    """Take on a new contract, or change one that is kept already.

    Args:
        desk: the open administration.
        contract: what the conversation led to.
        rules: under which rules.
        own: the contract's copy of the rules until now; None for a new contract.
        clause_id: the clause that was read for a new contract.
    """
    if not contracts.is_number_free(desk, contract.number, contract.id):
        return Refusal(_("Another contract has this number. Choose another one."), "number")
    try:
        if contract.id is None:
            return contracts.take_on(desk, contract, rules, clause_id)
        return contracts.change(desk, contract, None if rules == own else rules)
    except CitizenNumberError as error:
        return Refusal(explain(error), _NAMES.get(error.field, error.field))
    except REFUSALS as error:
        return Refusal(explain(error))
