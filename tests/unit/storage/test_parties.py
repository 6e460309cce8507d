"""The firm, candidates and suppliers as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.parties import Candidate, Company, Supplier
from sroi_desktop.storage import (
    DuplicateError,
    Person,
    RecordInUseError,
    Store,
    UnknownRecordError,
)
from tests.unit.storage.book import add_effort, effort

FULL = Company(
    name="Van Dijk Groenvoorziening B.V.",
    kvk="12345678",
    tax_number="NL001234567B01",
    street="Dorpsstraat 1",
    postcode="3511 AA",
    town="Utrecht",
    contact="Anna van Dijk",
    email="anna@example.nl",
    phone="030 1234567",
    employees=24,
    sector="Groen",
    example=True,
)
SUPPLIER = Supplier("De Werkplaats", "PSO", "TNO", date(2025, 1, 1), date(2026, 12, 31), "Catering")


def test_that_there_is_no_firm_until_one_is_entered(store: Store) -> None:
    assert store.company() is None


@pytest.mark.parametrize("company", [FULL, Company("Van Dijk")])
def test_that_a_firm_comes_back_as_it_was_entered(store: Store, company: Company) -> None:
    for wanted in (Company("Oud"), company):
        with store.act("company.set") as work:
            work.set_company(wanted)
    assert store.company() == company


def test_that_the_logo_of_a_firm_is_kept_beside_its_names(store: Store) -> None:
    with store.act("logo.set") as work:
        with pytest.raises(UnknownRecordError):
            work.set_logo(b"\x89PNG")
        work.set_company(FULL)
    assert store.logo() is None
    with store.act("logo.set") as work:
        work.set_logo(b"\x89PNG")
        work.set_company(Company("Van Dijk"))
    assert store.logo() == b"\x89PNG"
    with store.act("logo.set") as work:
        work.set_logo(None)
    assert store.logo() is None
    store.undo()
    assert store.logo() == b"\x89PNG"


def test_that_candidates_come_back_in_the_order_in_which_they_came(store: Store) -> None:
    with store.act("candidate.add") as work:
        second = work.add_candidate(Candidate("K-02", "Hovenier", "Begint om 8 uur"))
        first = work.add_candidate(Candidate("K-01"))
    assert store.candidates() == (
        Candidate("K-02", "Hovenier", "Begint om 8 uur", second),
        Candidate("K-01", id=first),
    )
    assert store.candidate_by_code("K-01") == Candidate("K-01", id=first)
    assert store.candidate_by_code("K-03") is None


def test_that_a_pseudonym_is_used_once(store: Store) -> None:
    with store.act("candidate.add") as work:
        work.add_candidate(Candidate("K-01"))
        other = work.add_candidate(Candidate("K-02"))
    with store.act("candidate.add") as work:
        with pytest.raises(DuplicateError) as caught:
            work.add_candidate(Candidate("K-01"))
        with pytest.raises(DuplicateError):
            work.change_candidate(Candidate("K-01", id=other))
    error = caught.value
    assert (error.table, error.field, error.value) == ("candidate", "code", "K-01")


def test_that_a_candidate_can_be_changed_and_removed(store: Store) -> None:
    with store.act("candidate.add") as work:
        candidate_id = work.add_candidate(Candidate("K-01"))
        work.set_person(candidate_id, Person("Jan de Boer"))
        work.change_candidate(Candidate("K-01", "Stratenmaker", id=candidate_id))
    assert store.candidates() == (Candidate("K-01", "Stratenmaker", id=candidate_id),)
    with store.act("candidate.remove") as work:
        work.remove_candidate(candidate_id)
    assert store.candidates() == ()
    with store.act("candidate.add") as work:
        work.remove_candidate(work.add_candidate(Candidate("K-02")))
    assert store.candidates() == ()


def test_that_a_candidate_with_efforts_stays(store: Store) -> None:
    with store.act("candidate.add") as work:
        candidate_id = work.add_candidate(Candidate("K-01"))
    add_effort(store, replace(effort(), candidate="K-01"))
    with store.act("candidate.remove") as work, pytest.raises(RecordInUseError) as caught:
        work.remove_candidate(candidate_id)
    error = caught.value
    assert (error.table, error.key, error.by) == ("candidate", candidate_id, "effort")


def test_that_suppliers_come_back_by_name(store: Store) -> None:
    with store.act("supplier.add") as work:
        last = work.add_supplier(Supplier("zeta"))
        middle = work.add_supplier(SUPPLIER)
        first = work.add_supplier(Supplier("Alfa"))
    assert [supplier.id for supplier in store.suppliers()] == [first, middle, last]
    assert store.supplier(middle) == replace(SUPPLIER, id=middle)


def test_that_a_supplier_can_be_changed_and_removed(store: Store) -> None:
    with store.act("supplier.add") as work:
        supplier_id = work.add_supplier(Supplier("Alfa"))
        work.change_supplier(replace(SUPPLIER, id=supplier_id))
    assert store.supplier(supplier_id).scheme == "PSO"
    with store.act("supplier.remove") as work:
        work.remove_supplier(supplier_id)
    assert store.suppliers() == ()


def test_that_a_supplier_with_purchases_stays(store: Store) -> None:
    with store.act("supplier.add") as work:
        supplier_id = work.add_supplier(Supplier("Alfa"))
    add_effort(store, replace(effort(), supplier_id=supplier_id))
    with store.act("supplier.remove") as work, pytest.raises(RecordInUseError):
        work.remove_supplier(supplier_id)


def test_that_what_does_not_exist_cannot_be_read_or_changed(store: Store) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        store.supplier(7)
    assert (caught.value.table, caught.value.key) == ("supplier", 7)
    with store.act("change") as work:
        with pytest.raises(UnknownRecordError):
            work.change_supplier(Supplier("Alfa"))
        with pytest.raises(UnknownRecordError):
            work.change_candidate(Candidate("K-01", id=7))
        with pytest.raises(UnknownRecordError):
            work.remove_candidate(7)
        with pytest.raises(UnknownRecordError):
            work.remove_supplier(7)
