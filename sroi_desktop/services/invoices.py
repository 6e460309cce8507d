"""Booking what was invoiced under a contract whose obligation grows with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import owing
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from sroi_desktop.domain.turnover import Invoice, Running
    from sroi_desktop.services.desk import Desk

_CHANGED = frozenset({Changed.CONTRACTS})


def of_contract(desk: Desk, contract_id: int) -> tuple[Invoice, ...]:
    """Return what was invoiced under a contract, the latest first."""
    return desk.store.invoices(contract_id)[::-1]


def running(desk: Desk, contract_id: int) -> Running | None:
    """Return what is owed on turnover today, None while no sum is known or it is not asked."""
    contract, rules = desk.store.contract(contract_id), desk.store.rule_set(contract_id)
    return owing.ledger(desk).running(contract, rules)


def add(desk: Desk, invoice: Invoice) -> Done:
    """Book an invoice.

    Raises:
        UnknownRecordError: its contract is not there (any more).
    """
    with desk.store.act("add_invoice", _about(desk, invoice)) as work:
        invoice_id = work.add_invoice(invoice)
    return Done(_CHANGED, invoice_id)


def change(desk: Desk, invoice: Invoice) -> Done:
    """Change an invoice.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    with desk.store.act("change_invoice", _about(desk, invoice)) as work:
        work.change_invoice(invoice)
    return Done(_CHANGED, invoice.id)


def remove(desk: Desk, invoice: Invoice) -> Done:
    """Remove an invoice; undo brings it back.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    with desk.store.act("remove_invoice", _about(desk, invoice)) as work:
        work.remove_invoice(invoice.id or 0)
    return Done(_CHANGED, invoice.id)


def _about(desk: Desk, invoice: Invoice) -> str:
    """Return the number of the invoice with the contract that it is of."""
    title = desk.store.contract(invoice.contract_id or 0).title
    return f"{invoice.number}, {title}" if invoice.number else title
