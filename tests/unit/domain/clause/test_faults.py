"""Answers that cannot be right, and answers that contradict each other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.clause import Fault, FaultKind, Key, clashes, faults_in
from tests.unit.domain.build import day, eur
from tests.unit.domain.clause.build import answers, given

if TYPE_CHECKING:
    from sroi_desktop.domain.clause.answers import Value

FIVE = given(unit="percentage", percentage=Fraction(5))


@pytest.mark.parametrize(
    ("key", "values", "kind", "part"),
    [
        (Key.DEMAND, {"unit": "percentage", "percentage": Fraction(105)}, FaultKind.TOO_GREAT,
         "percentage"),
        (Key.DEMAND, {"unit": "percentage"}, FaultKind.MISSING, "percentage"),
        (Key.DEMAND, {}, FaultKind.MISSING, "unit"),
        (Key.DEMAND, {"unit": "fte", "number": Fraction(0)}, FaultKind.ZERO, "number"),
        (Key.CAP, {"amount": eur(0)}, FaultKind.ZERO, "amount"),
        (Key.LIMIT, {"kind": "months", "amount": 0}, FaultKind.ZERO, "amount"),
        (Key.LIMIT, {"kind": "worked_hours", "amount": 200_000}, FaultKind.TOO_GREAT, "amount"),
        (
            Key.GROUP_LIMITS,
            {"kind": "months", "months": 0, "groups": ("ww",)},
            FaultKind.ZERO,
            "months",
        ),
        (
            Key.GROUP_LIMITS,
            {"kind": "unlimited", "groups": ("ww",), "others": ("bbl",)},
            FaultKind.MISSING,
            "other_months",
        ),
        (
            Key.GROUP_LIMITS,
            {"kind": "unlimited", "groups": ("ww",), "other_months": 12},
            FaultKind.MISSING,
            "others",
        ),
        (
            Key.GROUP_LIMITS,
            {"kind": "unlimited", "groups": ("ww",), "other_months": 12, "others": ("ww", "bbl")},
            FaultKind.NAMED_TWICE,
            "others",
        ),
        (Key.FULL_TIME, {"hours": Fraction(0)}, FaultKind.FULL_TIME, "hours"),
        (Key.FULL_TIME, {"hours": Fraction(200)}, FaultKind.FULL_TIME, "hours"),
        (Key.TERM, {"starts": day("2027-01-01"), "ends": day("2026-12-31")},
         FaultKind.END_BEFORE_START, "ends"),
        (Key.GROUPS, {"groups": ()}, FaultKind.NOTHING_CHOSEN, "groups"),
        (Key.PERSONAL, {"data": ("anonymous", "bsn")}, FaultKind.ANONYMOUS_AND_MORE, "data"),
        (Key.CONTACT, {"days": 9000, "counted": "working"}, FaultKind.TOO_GREAT, "days"),
        (Key.RECOVERY, {"months": 0}, FaultKind.ZERO, "months"),
        (Key.EVIDENCE, {"what": ""}, FaultKind.ZERO, "what"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_right_is_refused_at_its_part(
    key: Key, values: dict[str, Value], kind: FaultKind, part: str
) -> None:
    assert [(fault.kind, fault.key, fault.part) for fault in faults_in(key, values)] == [
        (kind, key, part)
    ]


@pytest.mark.parametrize(
    ("key", "values"),
    [
        (Key.CONTACT, {"days": 0, "counted": "calendar"}),
        (Key.EXISTING, {"counts": "yes", "months": 0}),
        (Key.EXISTING, {"counts": "yes"}),
        (Key.CONTRACT, {"category": "supplies", "labour": Fraction(0)}),
        (Key.FULL_TIME, {"hours": Fraction(36)}),
        (Key.PERSONAL, {"data": ("anonymous",)}),
        (Key.TERM, {"starts": day("2026-01-01"), "ends": day("2026-01-01")}),
        (Key.LIMIT, {"kind": "unlimited"}),
    ],
)
def test_that_what_can_be_right_is_kept(key: Key, values: dict[str, Value]) -> None:
    assert faults_in(key, values) == ()


def test_that_a_cap_reached_at_the_threshold_contradicts_it() -> None:
    """5% of 250,000 is 12,500, above a cap of 10,000."""
    found = answers(
        demand=FIVE, threshold=given(amount=eur(250_000)), cap=given(amount=eur(10_000))
    )
    fault = Fault(FaultKind.CAP_BELOW_THRESHOLD, Key.CAP, "amount", amount=eur(12_500))
    assert clashes(found) == (fault,)
    assert clashes(found.with_answer(Key.CAP, given(amount=eur(12_500)))) == ()
    assert clashes(found.with_answer(Key.THRESHOLD, None)) == ()


def test_that_a_lower_percentage_is_lower() -> None:
    found = answers(demand=FIVE, low_labour=given(percentage=Fraction(5), under=Fraction(30)))
    assert [fault.kind for fault in clashes(found)] == [FaultKind.LOWER_IS_HIGHER]
    lower = given(percentage=Fraction(2), under=Fraction(30))
    assert clashes(found.with_answer(Key.LOW_LABOUR, lower)) == ()


def test_that_an_offer_goes_up_to_more_than_is_demanded() -> None:
    found = answers(demand=FIVE, offer=given(up_to=Fraction(2)))
    assert [fault.kind for fault in clashes(found)] == [FaultKind.OFFER_BELOW_DEMAND]
    assert clashes(found.with_answer(Key.OFFER, given(up_to=Fraction(7)))) == ()


def test_that_a_minimum_is_at_most_full_time() -> None:
    found = answers(full_time=given(hours=Fraction(36)), min_hours=given(hours=Fraction(40)))
    (fault,) = clashes(found)
    assert (fault.kind, fault.number) == (FaultKind.MINIMUM_ABOVE_FULL_TIME, Fraction(36))
    assert clashes(found.with_answer(Key.FULL_TIME, None)) == ()
    assert clashes(answers(min_hours=given(hours=Fraction(60))))


def test_that_wages_are_a_part_of_the_price() -> None:
    wages = given(base="wage_sum", amount=eur(500_000))
    found = answers(contract=given(category="works", sum=eur(400_000)), base=wages)
    assert [fault.kind for fault in clashes(found)] == [FaultKind.WAGES_ABOVE_SUM]
    turnover = given(base="invoiced_turnover", amount=eur(500_000))
    assert clashes(found.with_answer(Key.BASE, turnover)) == ()


def test_that_a_fixed_amount_above_the_whole_price_is_pointed_at() -> None:
    found = answers(
        contract=given(category="works", sum=eur(40_000)),
        demand=given(unit="fixed", amount=eur(50_000)),
    )
    assert [fault.kind for fault in clashes(found)] == [FaultKind.FIXED_ABOVE_SUM]
