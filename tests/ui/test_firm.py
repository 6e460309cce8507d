from __future__ import annotations

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Company
from sroi_desktop.ui import firm


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("kvk", "1234 5678", "12345678"),
        ("tax_number", "nl 1112.22.333 b01", "NL111222333B01"),
        ("postcode", "3511ab", "3511 AB"),
        ("postcode", "351", "351"),
        ("town", "  Den   Haag ", "Den Haag"),
    ],
)
def test_that_an_answer_is_put_in_its_usual_form(field: str, typed: str, kept: str) -> None:
    assert firm.tidy(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", " "), ("kvk", "123"), ("tax_number", "812003572"), ("postcode", "35 AB")],
)
def test_that_a_number_that_cannot_be_right_is_refused_when_left(field: str, text: str) -> None:
    fault = firm.fault_of(field, text)
    assert fault is not None
    assert not fault.at_once


@pytest.mark.parametrize("field", ["name", "street", "town", "contact", "email", "phone"])
def test_that_a_citizen_number_is_refused_at_once(field: str) -> None:
    fault = firm.fault_of(field, "111222333")
    assert fault is not None
    assert fault.at_once


@pytest.mark.parametrize("text", ["111222333", "NL111222333B01"])
def test_that_an_rsin_or_vat_number_passes_in_its_own_field(text: str) -> None:
    assert firm.fault_of("tax_number", text) is None


def test_that_what_is_not_asked_stays_as_it_was() -> None:
    before = Company("Oud", employees=34, sector="Groen", town="Utrecht", example=True)
    after = firm.company_of({"name": "Nieuw", "town": ""}, before)
    assert after == Company("Nieuw", employees=34, sector="Groen", example=True)


def test_that_a_citizen_number_makes_no_firm() -> None:
    with pytest.raises(CitizenNumberError):
        firm.company_of({"name": "111222333"})


def test_that_every_fault_is_found_at_once() -> None:
    faults = firm.faults_of({"name": "", "kvk": "1", "town": "Utrecht"})
    assert set(faults) == {"name", "kvk"}


def test_that_a_firm_fills_every_field() -> None:
    assert firm.texts_of(None) == dict.fromkeys(firm.FIELDS, "")
    assert firm.texts_of(Company("Van Dijk", kvk="12345678"))["kvk"] == "12345678"
