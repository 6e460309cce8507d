"""Suppliers and candidates: who the company buys from and who was placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from sroi_desktop.domain.parties import Candidate, Supplier
    from sroi_desktop.services.desk import Desk

_CHANGED = frozenset({Changed.PARTIES})


def suppliers(desk: Desk) -> tuple[Supplier, ...]:
    """Return who the company buys from."""
    return desk.store.suppliers()


def candidates(desk: Desk) -> tuple[Candidate, ...]:
    """Return who was placed, by their pseudonyms."""
    return desk.store.candidates()


def add_supplier(desk: Desk, supplier: Supplier) -> Done:
    """Keep a social enterprise or sheltered workplace with its recognition."""
    with desk.store.act("add_supplier", supplier.name) as work:
        supplier_id = work.add_supplier(supplier)
    return Done(_CHANGED, supplier_id)


def change_supplier(desk: Desk, supplier: Supplier) -> Done:
    """Change a supplier, such as the date until which its recognition holds."""
    with desk.store.act("change_supplier", supplier.name) as work:
        work.change_supplier(supplier)
    return Done(_CHANGED, supplier.id)


def change_candidate(desk: Desk, candidate: Candidate) -> Done:
    """Change what is known of a candidate under the pseudonym."""
    with desk.store.act("change_candidate", candidate.code) as work:
        work.change_candidate(candidate)
    return Done(_CHANGED, candidate.id)
