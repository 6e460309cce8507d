"""An obligation that grows with what is invoiced."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.obligation import SignalKind
from sroi_desktop.domain.rules import Category, ObligationBase, ObligationTerms
from sroi_desktop.domain.turnover import ForecastKind, Invoice, applies, running
from tests.unit.domain.build import CONTRACT, UNDATED, day, eur, recomputed, signals, span

# Oost-Nederland: a percentage named in the contract, of the invoiced turnover, from 200,000 on.
TERMS = ObligationTerms(
    base=ObligationBase.INVOICED_TURNOVER,
    thresholds=tuple((category, eur(200_000)) for category in Category),
)
AGREED = replace(
    CONTRACT, category=Category.SERVICES, percentage=Fraction(5), sum_excl_vat=eur(1_000_000)
)
INVOICES = (
    Invoice(day("2026-01-31"), eur(40_000), "2026-001"),
    Invoice(day("2026-02-28"), eur(60_000), "2026-002"),
    Invoice(day("2026-03-15"), eur("-5000"), "2026-003"),  # a credit note
    Invoice(day("2026-12-31"), eur(200_000), "2026-004"),
)


def test_that_the_obligation_to_date_is_taken_of_what_was_invoiced_by_then() -> None:
    """40,000 + 60,000 - 5,000 = 95,000 by 1 June, of which 5%."""
    found = running(AGREED, TERMS, INVOICES, day("2026-06-01"))
    assert found.invoiced == eur(95_000)
    assert found.to_date.amount == eur(4_750)
    assert recomputed(found.to_date) == eur(4_750)
    assert found.at_end.amount == eur(50_000)
    assert (found.forecast, found.kind) == (eur(1_000_000), ForecastKind.CONTRACT_SUM)


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        ("2026-01-30", "0"),
        ("2026-01-31", "2000"),  # an invoice counts on its day
        ("2026-02-28", "5000"),
        ("2026-03-14", "5000"),
        ("2026-03-15", "4750"),
        ("2027-06-01", "14750"),
    ],
)
def test_that_every_invoice_counts_from_its_day(on: str, amount: str) -> None:
    assert running(AGREED, TERMS, INVOICES, day(on)).to_date.amount == eur(amount)


def test_that_the_owners_forecast_comes_before_the_contract_sum() -> None:
    found = running(replace(AGREED, expected_turnover=eur(600_000)), TERMS, (), day("2026-06-01"))
    assert (found.forecast, found.kind) == (eur(600_000), ForecastKind.OWNER)
    assert found.at_end.amount == eur(30_000)


def test_that_more_invoiced_than_expected_is_the_forecast() -> None:
    invoices = (Invoice(day("2026-01-31"), eur(1_100_000)),)
    found = running(AGREED, TERMS, invoices, day("2026-06-01"))
    assert (found.forecast, found.kind) == (eur(1_100_000), ForecastKind.INVOICED)
    assert found.at_end.amount == found.to_date.amount == eur(55_000)


def test_that_after_the_end_only_what_was_invoiced_counts() -> None:
    expected = replace(AGREED, expected_turnover=eur(600_000))
    found = running(expected, TERMS, INVOICES, day("2028-01-01"))
    assert (found.forecast, found.kind) == (eur(295_000), ForecastKind.INVOICED)
    found = running(expected, TERMS, (), day("2028-01-01"))
    assert (found.forecast, found.kind) == (eur(600_000), ForecastKind.OWNER)


def test_that_an_amount_that_is_named_does_not_run() -> None:
    assert applies(AGREED, TERMS)
    assert not applies(replace(AGREED, fixed_amount=eur(1)), TERMS)
    assert not applies(AGREED, ObligationTerms())


def test_that_without_any_sum_the_rest_goes_on_as_it_went() -> None:
    """100,000 in the first 73 of 730 days comes to 1,000,000."""
    contract = replace(AGREED, sum_excl_vat=None)
    found = running(contract, TERMS, INVOICES[:2], day("2026-03-14"))
    assert (found.forecast, found.kind) == (eur(1_000_000), ForecastKind.EVEN_PACE)
    assert found.at_end.amount == eur(50_000)


@pytest.mark.parametrize("on", ["2025-12-31", "2027-12-31", "2028-01-01"])
def test_that_outside_the_contract_nothing_goes_on(on: str) -> None:
    contract = replace(AGREED, sum_excl_vat=None)
    invoices = (Invoice(day("2025-12-01"), eur(300_000)),)
    found = running(contract, TERMS, invoices, day(on))
    assert (found.forecast, found.kind) == (eur(300_000), ForecastKind.INVOICED)


def test_that_without_dates_what_was_invoiced_is_all_that_is_known() -> None:
    contract = replace(UNDATED, percentage=Fraction(5))
    found = running(contract, TERMS, INVOICES, day("2026-06-01"))
    assert (found.forecast, found.kind) == (eur(95_000), ForecastKind.INVOICED)


def test_that_the_first_invoices_of_a_large_contract_are_not_below_a_threshold() -> None:
    found = running(AGREED, TERMS, INVOICES[:1], day("2026-06-01"))
    assert found.invoiced < eur(200_000)
    assert found.to_date.amount == eur(2_000)


def test_that_below_the_threshold_by_the_end_nothing_is_owed_on_the_way() -> None:
    small = replace(AGREED, expected_turnover=eur(199_999))
    found = running(small, TERMS, INVOICES[:1], day("2026-06-01"))
    assert found.to_date.amount == ZERO
    assert found.at_end.amount == ZERO
    assert signals(found.to_date) == [SignalKind.BELOW_THRESHOLD]


def test_that_credit_notes_never_make_less_than_nothing() -> None:
    found = running(AGREED, TERMS, INVOICES[2:3], day("2026-06-01"))
    assert found.invoiced == ZERO
    assert found.to_date.amount == ZERO


def test_that_a_cap_holds_on_the_way_too() -> None:
    capped = replace(TERMS, cap=eur(3_000))
    found = running(AGREED, capped, INVOICES, day("2026-06-01"))
    assert found.to_date.amount == found.at_end.amount == eur(3_000)


def test_that_an_amount_in_the_contract_does_not_grow() -> None:
    fixed = replace(AGREED, fixed_amount=eur(10_000))
    found = running(fixed, TERMS, INVOICES, day("2026-06-01"))
    assert found.to_date.amount == found.at_end.amount == eur(10_000)


invoices = st.lists(
    st.builds(
        Invoice,
        st.dates(span("2026-01-01", "2027-12-31").start, day("2027-12-31")),
        st.integers(0, 10**8).map(Money),
    ),
    max_size=8,
)


@given(invoices, st.permutations(range(8)))
def test_that_the_order_of_invoices_changes_nothing(
    booked: list[Invoice], order: list[int]
) -> None:
    shuffled = [booked[at] for at in order if at < len(booked)]
    on = day("2026-12-31")
    assert running(AGREED, TERMS, booked, on) == running(AGREED, TERMS, shuffled, on)


@given(invoices)
def test_that_what_is_owed_to_date_never_exceeds_what_is_owed_by_the_end(
    booked: list[Invoice],
) -> None:
    found = running(AGREED, TERMS, booked, day("2026-12-31"))
    assert found.to_date.amount is not None
    assert found.at_end.amount is not None
    assert found.to_date.amount <= found.at_end.amount
