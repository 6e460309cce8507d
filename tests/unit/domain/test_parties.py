"""Who takes part: the company, the people placed and the social enterprises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Candidate, Company, Supplier, next_code
from tests.unit.domain.build import changed, day

A_BSN = "123456782"
COMPANY = Company("Van Dijk Groenvoorziening B.V.")
CANDIDATE = Candidate("K-01")
SUPPLIER = Supplier("De Broodbrigade", scheme="PSO")


@pytest.mark.parametrize("field", ["name", "street", "town", "contact", "email", "phone", "sector"])
def test_that_no_text_about_the_company_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError):
        changed(COMPANY, **{field: A_BSN})


def test_that_an_rsin_and_a_telephone_number_pass_in_their_own_fields() -> None:
    company = replace(COMPANY, tax_number=A_BSN, phone="+31 123456782")
    assert company.tax_number == A_BSN


@pytest.mark.parametrize("field", ["code", "role", "note"])
def test_that_no_text_about_a_candidate_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError):
        changed(CANDIDATE, **{field: A_BSN})


@pytest.mark.parametrize("field", ["name", "scheme", "issuer", "note"])
def test_that_no_text_about_a_supplier_holds_a_bsn(field: str) -> None:
    with pytest.raises(CitizenNumberError):
        changed(SUPPLIER, **{field: A_BSN})


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ((), "K-01"),
        (("K-01", "K-02"), "K-03"),
        (("K-07", "K-02"), "K-08"),  # a gap is not filled: a code is never used twice
        (("K-09",), "K-10"),
        (("K-99",), "K-100"),
        (("Jan", "K-", "XK-05", "K-05x"), "K-01"),
    ],
)
def test_that_a_pseudonym_follows_the_highest_in_use(
    codes: tuple[str, ...], following: str
) -> None:
    assert next_code(codes) == following


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "on", "recognised"),
    [
        ("2026-01-01", "2026-12-31", "2025-12-31", False),
        ("2026-01-01", "2026-12-31", "2026-01-01", True),
        ("2026-01-01", "2026-12-31", "2026-12-31", True),
        ("2026-01-01", "2026-12-31", "2027-01-01", False),
        (None, "2026-12-31", "2020-01-01", True),
        ("2026-01-01", None, "2030-01-01", True),
        (None, None, "2026-01-01", True),
    ],
)
def test_that_a_recognition_holds_from_its_first_to_its_last_day(
    valid_from: str | None, valid_until: str | None, on: str, recognised: bool
) -> None:
    supplier = replace(
        SUPPLIER,
        valid_from=day(valid_from) if valid_from else None,
        valid_until=day(valid_until) if valid_until else None,
    )
    assert supplier.recognised_on(day(on)) is recognised


def test_that_without_a_recognition_on_record_nobody_knows() -> None:
    assert replace(SUPPLIER, scheme=None).recognised_on(day("2026-01-01")) is None
