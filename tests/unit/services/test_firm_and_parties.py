"""The firm with its numbers, suppliers and candidates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Candidate, Company, Supplier
from sroi_desktop.services import companies, history, parties
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.companies import FieldError
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services.books import BSN, COMPANY, PLACED, book, known

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

RSIN = "123456782"  # meets the same test as a BSN, and is allowed in its own field
WHOLE = replace(COMPANY, tax_number=RSIN, postcode="3511 AB", street="Dorpsstraat 1")


def test_that_the_firm_is_kept_whole(desk: Desk) -> None:
    done = companies.keep(desk, WHOLE)
    assert done.changed == {Changed.COMPANY}
    assert desk.store.company() == WHOLE
    history.undo(desk)
    assert desk.store.company() == COMPANY


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("name", "   "),
        ("kvk", "1234567"),
        ("kvk", "123456789"),
        ("kvk", "1234567a"),
        ("kvk", "١٢٣٤٥٦٧٨"),
        ("tax_number", "123456789"),
        ("tax_number", "NL123456789B01"),
        ("tax_number", "btw"),
        ("tax_number", "DE123456788"),
        ("postcode", "0123 AB"),
        ("postcode", "3511"),
        ("postcode", "Utrecht"),
    ],
)
def test_that_a_number_that_cannot_be_is_refused_at_its_field(
    desk: Desk, field: str, text: str
) -> None:
    unchecked: dict[str, object] = {field: text}
    with pytest.raises(FieldError) as caught:
        companies.keep(desk, replace(WHOLE, **unchecked))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert explain(caught.value).endswith(".")
    assert desk.store.company() == COMPANY


@pytest.mark.parametrize("number", [RSIN, f"NL{RSIN}B01", f"nl{RSIN}b01", ""])
def test_that_an_rsin_and_a_vat_number_pass_in_their_own_field(desk: Desk, number: str) -> None:
    companies.keep(desk, replace(WHOLE, tax_number=number))


@pytest.mark.parametrize("postcode", ["3511AB", "3511 ab", None, ""])
def test_that_a_postcode_may_be_written_closely_or_left_out(
    desk: Desk, postcode: str | None
) -> None:
    companies.keep(desk, replace(WHOLE, postcode=postcode))


def test_that_a_bsn_is_refused_in_every_other_field() -> None:
    with pytest.raises(CitizenNumberError):
        Company(f"Jansen {BSN}")


def test_that_a_name_of_any_kind_is_kept(desk: Desk) -> None:
    for name in ("Bloem <b>& Zn</b>", "y" * 300, "🌱 Groen", "שלום"):
        companies.keep(desk, Company(name))
        assert desk.store.company() == Company(name)


def test_that_a_supplier_is_kept_changed_and_listed_by_name(desk: Desk) -> None:
    haven = known(parties.add_supplier(desk, Supplier("De Haven", "PSO")))
    parties.add_supplier(desk, Supplier("De Broodbrigade"))
    done = parties.change_supplier(
        desk, Supplier("De Haven", "PSO 30+", valid_until=date(2027, 6, 1), id=haven)
    )
    assert done.changed == {Changed.PARTIES}
    assert [one.name for one in parties.suppliers(desk)] == ["De Broodbrigade", "De Haven"]
    assert parties.suppliers(desk)[1].scheme == "PSO 30+"


def test_that_a_supplier_that_is_not_there_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(UnknownRecordError):
        parties.change_supplier(desk, Supplier("Niemand", id=99))


def test_that_what_is_known_of_a_candidate_can_be_changed(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    (one,) = parties.candidates(desk)
    parties.change_candidate(desk, replace(one, role="hovenier", note="begint vroeg"))
    assert parties.candidates(desk) == (Candidate("K-01", "hovenier", "begint vroeg", id=one.id),)
    with pytest.raises(CitizenNumberError):
        replace(one, note=BSN)
