"""What the books say is owed: the one place where services ask for it.

Beside the contract and its rules that takes the firm's own PSO certificates, and where the
percentage is taken of turnover what was invoiced (decision 46).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation, turnover
from sroi_desktop.domain.rules import NotePlace

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.obligation import Obligation
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.domain.turnover import Running
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import Store


@dataclass(frozen=True, slots=True)
class Ledger:
    """What obligations are worked out with, by the end of a day; read once for many contracts."""

    store: Store
    certificates: tuple[Certificate, ...]
    day: date

    def owed(self, contract: Contract, rules: RuleSet) -> Obligation:
        """Return what is owed: on turnover what it comes to by the end of the contract."""
        running = self.running(contract, rules)
        if running is None:
            return obligation.of_contract(
                contract, rules, certificates=self.certificates, today=self.day
            )
        found = running.at_end
        return replace(found, notes=(*found.notes, *rules.notes_on(NotePlace.OBLIGATION)))

    def running(self, contract: Contract, rules: RuleSet) -> Running | None:
        """Return what is owed on turnover, None for another base or while no sum is known."""
        if not turnover.applies(contract, rules.obligation) or contract.id is None:
            return None
        invoices = self.store.invoices(contract.id)
        if not invoices and contract.expected_turnover is None and contract.sum_excl_vat is None:
            return None
        terms = rules.obligation
        return turnover.running(contract, terms, invoices, self.day, self.certificates)


def ledger(desk: Desk, day: date | None = None) -> Ledger:
    """Return what obligations are worked out with, today or by the end of another day."""
    return Ledger(desk.store, desk.store.certificates(), day or desk.today)


def of_contract(desk: Desk, contract_id: int) -> Obligation:
    """Return what is owed under a contract and its own copy of the rules."""
    contract, rules = desk.store.contract(contract_id), desk.store.rule_set(contract_id)
    return ledger(desk).owed(contract, rules)
