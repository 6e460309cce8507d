"""Efforts that may be booked twice are found, each pair once, and never merged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.duplicates import Ground, Trace, likely, resembling
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from tests.unit.domain.build import eur, span

PLACED = Trace(1, "Hovenier", span("2026-03-01", "2026-08-31"), candidate="K-01")
BOUGHT = Trace(2, "Kantine", span("2026-04-12", "2026-04-12"), supplier_id=7, amount=eur("4250"))


def grounds(
    *traces: Trace, apart: frozenset[tuple[int, int]] = frozenset()
) -> list[tuple[tuple[int, int], Ground]]:
    return [(pair.key, pair.ground) for pair in likely(traces, apart)]


def test_that_one_person_on_the_same_days_may_be_one_effort() -> None:
    other = replace(PLACED, effort_id=5, period=span("2026-08-31", "2026-12-31"))
    assert grounds(PLACED, other) == [((1, 5), Ground.PERSON)]


def test_that_one_person_on_other_days_is_another_effort() -> None:
    assert (
        grounds(PLACED, replace(PLACED, effort_id=5, period=span("2026-09-01", "2026-12-31"))) == []
    )


def test_that_two_people_on_the_same_days_are_two_efforts() -> None:
    assert grounds(PLACED, replace(PLACED, effort_id=5, candidate="K-02")) == []


def test_that_efforts_without_a_person_have_none_in_common() -> None:
    activity = replace(PLACED, candidate=None)
    assert grounds(activity, replace(activity, effort_id=5)) == []


def test_that_one_invoice_number_may_be_one_purchase_however_it_is_written() -> None:
    one = replace(BOUGHT, invoice_number="F 2026-17")
    other = Trace(9, "Lunch", span("2027-01-01", "2027-01-01"), invoice_number="f2026-17")
    assert grounds(one, other) == [((2, 9), Ground.INVOICE)]


def test_that_two_suppliers_may_use_one_invoice_number() -> None:
    one = replace(BOUGHT, invoice_number="17")
    other = replace(one, effort_id=9, supplier_id=8)
    assert grounds(one, other) == []


def test_that_an_empty_invoice_number_is_none() -> None:
    one = replace(BOUGHT, invoice_number=" ", supplier_id=None)
    assert grounds(one, replace(one, effort_id=9)) == []


def test_that_one_amount_from_one_supplier_on_the_same_days_may_be_one_purchase() -> None:
    assert grounds(BOUGHT, replace(BOUGHT, effort_id=3)) == [((2, 3), Ground.AMOUNT)]


def test_that_the_same_amount_every_month_is_no_duplicate() -> None:
    assert (
        grounds(BOUGHT, replace(BOUGHT, effort_id=3, period=span("2026-05-12", "2026-05-12"))) == []
    )


def test_that_the_same_amount_on_two_numbered_invoices_is_no_duplicate() -> None:
    one = replace(BOUGHT, invoice_number="17")
    assert grounds(one, replace(one, effort_id=3, invoice_number="18")) == []
    # of one without a number that is not known
    assert grounds(one, replace(BOUGHT, effort_id=3)) == [((2, 3), Ground.AMOUNT)]


def test_that_nothing_paid_has_no_amount_in_common() -> None:
    free = replace(BOUGHT, amount=Money(0))
    assert grounds(free, replace(free, effort_id=3)) == []


def test_that_a_pair_is_named_once_on_its_strongest_ground() -> None:
    one = replace(BOUGHT, invoice_number="17", candidate="K-01")
    assert grounds(one, replace(one, effort_id=3)) == [((2, 3), Ground.INVOICE)]


def test_that_the_effort_booked_first_stands_in_front() -> None:
    later = replace(PLACED, effort_id=5, period=span("2026-02-01", "2026-12-31"))
    (pair,) = likely([PLACED, later])
    assert (pair.first, pair.second) == (PLACED, later)


def test_that_what_the_owner_set_apart_is_not_found_again() -> None:
    other, third = replace(PLACED, effort_id=5), replace(PLACED, effort_id=6)
    apart = frozenset({(1, 5)})
    assert grounds(PLACED, other, third, apart=apart) == [
        ((1, 6), Ground.PERSON),
        ((5, 6), Ground.PERSON),
    ]


def test_that_the_strongest_grounds_come_first() -> None:
    bill = Trace(8, "Rekening", span("2026-01-01", "2026-01-01"), invoice_number="17")
    found = grounds(
        BOUGHT,
        replace(BOUGHT, effort_id=3),
        PLACED,
        replace(PLACED, effort_id=5),
        bill,
        replace(bill, effort_id=9),
    )
    assert [ground for _key, ground in found] == list(Ground)


def test_that_what_is_being_booked_is_compared_with_what_is_there() -> None:
    new = replace(PLACED, effort_id=None)
    (found,) = resembling(new, [BOUGHT, PLACED])
    assert (found.first, found.second, found.ground) == (PLACED, new, Ground.PERSON)
    assert found.key == (0, 1)


def test_that_what_is_being_booked_on_other_days_resembles_nothing() -> None:
    later = replace(PLACED, effort_id=None, period=span("2026-09-01", "2026-12-31"))
    assert resembling(later, [PLACED]) == ()


def test_that_an_effort_does_not_resemble_itself() -> None:
    assert resembling(PLACED, [PLACED, BOUGHT]) == ()


traces = st.lists(
    st.builds(
        Trace,
        effort_id=st.just(0),
        title=st.just("Iets"),
        period=st.tuples(st.integers(0, 40), st.integers(0, 10)).map(
            lambda pair: Period(
                date(2026, 1, 1) + timedelta(pair[0]), date(2026, 1, 1) + timedelta(sum(pair))
            )
        ),
        candidate=st.sampled_from((None, "K-01", "K-02")),
        supplier_id=st.sampled_from((None, 1, 2)),
        amount=st.sampled_from((None, Money(100))),
        invoice_number=st.sampled_from((None, "17", "18")),
    ),
    max_size=9,
).map(lambda found: [replace(one, effort_id=i) for i, one in enumerate(found, 1)])


@given(traces, st.randoms())
def test_that_all_pairs_are_found_in_whatever_order_they_come(
    every: list[Trace], random: object
) -> None:
    found = likely(every)
    shuffled = sorted(every, key=lambda _one: random.random())  # type: ignore[attr-defined]
    assert likely(shuffled) == found
    one_by_one = {
        pair.key for one, other in combinations(every, 2) for pair in resembling(one, [other])
    }
    assert {pair.key for pair in found} == one_by_one
