"""An owner's own copy of a rule set, with the values of the contract."""

from __future__ import annotations

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import BonusUnit, Unit
from sroi_desktop.services import own_rules
from tests.unit.services.books import library, rules

OWN_VALUE = Money(4_500_000)
PAID_OR_AGREED = {
    Unit.INVOICES,
    Unit.INVOICES_SOCIAL_WORKPLACE,
    Unit.INVOICE_OR_WAGE_COST,
    Unit.LABOUR_COST,
    Unit.COST,
    Unit.AGREED,
}


@pytest.mark.parametrize("unit", Unit)
def test_that_what_is_paid_or_agreed_has_no_value_of_its_own(unit: Unit) -> None:
    assert unit.has_value is (unit not in PAID_OR_AGREED)


@pytest.mark.parametrize("unit", BonusUnit)
def test_that_a_bonus_at_cost_has_no_value_of_its_own(unit: BonusUnit) -> None:
    assert unit.has_value is (unit is not BonusUnit.COST)


def test_that_rows_without_a_value_are_those_that_need_one() -> None:
    assert own_rules.without_value(rules()) == ()
    lacking = own_rules.without_value(library().generic)
    assert lacking
    assert all(own_rules.has_value(row) and row.value is None for row in lacking)


def test_that_a_value_of_the_contract_comes_first_and_is_marked() -> None:
    own = own_rules.adjusted(rules(), {"participatiewet": OWN_VALUE}, {"age-50": None})
    assert own.block("participatiewet").value == OWN_VALUE
    assert own.bonus("age-50").value is None
    assert own.block("ww") == rules().block("ww")
    assert own.id == "utrecht-v3-own"
    assert own.assumptions[:-1] == rules().assumptions


def test_that_the_same_values_leave_the_published_set_as_it_is() -> None:
    same = {"participatiewet": rules().block("participatiewet").value}
    assert own_rules.adjusted(rules(), same, {}) is rules()


def test_that_a_second_change_is_marked_once() -> None:
    once = own_rules.adjusted(rules(), {"ww": OWN_VALUE}, {})
    twice = own_rules.adjusted(once, {"ww": Money(1)}, {})
    assert twice.id == once.id
    assert twice.assumptions == once.assumptions
