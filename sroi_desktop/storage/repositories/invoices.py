"""What was invoiced under contracts, for rules that take their percentage of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.turnover import Invoice
from sroi_desktop.storage.columns import Shape, day, money, text, whole
from sroi_desktop.storage.unit_of_work import CONTRACT, INVOICE

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_INVOICE = Shape(
    Invoice,
    {
        "dated": day("dated"),
        "amount": money("cents"),
        "number": text("number"),
        "contract_id": whole("contract_id"),
        "id": whole("id"),
    },
)


def of_contract(sql: Sql, contract_id: int) -> tuple[Invoice, ...]:
    """Return the invoices of a contract, by day."""
    where = "SELECT * FROM invoice WHERE contract_id = ? ORDER BY dated, id"
    return tuple(_INVOICE.record(row) for row in sql.rows(where, contract_id))


def add(rows: Rows, invoice: Invoice) -> int:
    """Add an invoice and return its id.

    Raises:
        UnknownRecordError: there is no such contract.
    """
    rows.existing(CONTRACT, invoice.contract_id)
    return rows.insert(INVOICE, _INVOICE.values(invoice))


def change(rows: Rows, invoice: Invoice) -> None:
    """Change an invoice.

    Raises:
        UnknownRecordError: there is no such invoice, or no such contract.
    """
    rows.existing(CONTRACT, invoice.contract_id)
    rows.update(INVOICE, invoice.id or 0, _INVOICE.values(invoice))


def remove(rows: Rows, invoice_id: int) -> None:
    """Remove an invoice.

    Raises:
        UnknownRecordError: there is no such invoice.
    """
    rows.delete(INVOICE, invoice_id)


def remove_all(rows: Rows, contract_id: int) -> None:
    """Remove every invoice of a contract that goes."""
    for invoice in of_contract(rows.sql, contract_id):
        rows.delete(INVOICE, invoice.id or 0)
