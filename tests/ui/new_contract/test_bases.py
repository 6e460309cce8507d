"""Other sums that rules take their percentage of, and what is asked in hours or people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    ObligationBase,
    PercentageRow,
    PsoDiscount,
    PsoLevel,
    Quota,
    QuotaUnit,
)
from sroi_desktop.ui.contract.details import details_of
from sroi_desktop.ui.new_contract.form import (
    FIXED,
    PERCENTAGE,
    UNITS,
    Form,
    from_draft,
    of_contract,
    to_draft,
)
from sroi_desktop.ui.new_contract.reading import read
from sroi_desktop.ui.new_contract.showing import Asked, asked
from tests.ui.desks import LIBRARY, TODAY, wijk_oost

RULES = LIBRARY.get("utrecht-v3")
PER = Quota(QuotaUnit.HOURS, Fraction(3), Money.from_euros(10_000))


def asked_by(base: ObligationBase, **form: str) -> Asked:
    terms = replace(RULES.obligation, base=base)
    return asked(Form(**form), replace(RULES, obligation=terms))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "names"),
    [
        (ObligationBase.CONTRACT_SUM, ()),
        (ObligationBase.BID_SUM, ("bid",)),
        (ObligationBase.WAGE_SUM, ("wage",)),
        (ObligationBase.INVOICED_TURNOVER, ("turnover",)),
    ],
)
def test_that_the_sum_that_the_rules_need_is_asked(
    base: ObligationBase, names: tuple[str, ...]
) -> None:
    found = asked_by(base)
    assert [n for n in ("bid", "wage", "turnover") if getattr(found, n)] == list(names)


def test_that_a_sum_that_was_filled_in_stays_in_sight() -> None:
    found = asked_by(ObligationBase.CONTRACT_SUM, bid="1", wage="1", turnover="1", bid_on="x")
    assert (found.bid, found.wage, found.turnover, found.bid_on) == (True, True, True, True)


def test_that_rules_with_a_pso_discount_ask_the_day_of_the_bid() -> None:
    pso = (PsoDiscount(PsoLevel.STEP_2, Fraction(50)),)
    terms = replace(RULES.obligation, pso=pso)
    assert asked(Form(), replace(RULES, obligation=terms)).bid_on
    assert not asked(Form(), RULES).bid_on


def test_that_percentages_by_labour_share_ask_for_it() -> None:
    rows = (PercentageRow(Fraction(2), labour_share_under=Fraction(3, 10)),)
    terms = replace(RULES.obligation, percentages=rows)
    assert asked(Form(), replace(RULES, obligation=terms)).labour
    assert not asked(Form(), RULES).labour


def test_that_units_are_asked_where_the_contract_asks_them() -> None:
    assert asked(Form(demand=UNITS), RULES).units
    assert asked(Form(places_asked="2"), RULES).units
    assert not asked(Form(), RULES).units


def test_that_what_was_filled_in_comes_back_in_the_form_and_the_draft() -> None:
    contract = wijk_oost(
        percentage=None,
        bid_sum=Money.from_euros(1),
        wage_sum=Money.from_euros(2),
        expected_turnover=Money.from_euros(3),
        bid_on=date(2025, 10, 1),
        quotas=(Quota(QuotaUnit.HOURS, Fraction(1_040)), Quota(QuotaUnit.FTE, Fraction(1, 3)), PER),
    )
    form = of_contract(contract)
    assert form.demand == UNITS
    assert (form.hours_asked, form.places_asked, form.bid_on) == ("1.040", "", "01-10-2025")
    assert read(from_draft(to_draft(form)), contract, TODAY).contract == contract
    changed = replace(form, places_asked="2", hours_asked="0", years_asked="", turnover="50000")
    found = read(changed, contract, TODAY).contract
    assert found.quotas == (Quota(QuotaUnit.PLACEMENTS, Fraction(2)), PER)
    assert found.expected_turnover == Money.from_euros(50_000)


def test_that_a_contract_in_euros_keeps_its_demand() -> None:
    assert of_contract(wijk_oost()).demand == PERCENTAGE
    assert of_contract(wijk_oost(fixed_amount=Money(1), quotas=(PER,))).demand == FIXED


def test_that_the_details_show_every_sum_and_unit_that_is_known() -> None:
    contract = wijk_oost(
        wage_sum=Money.from_euros(2), labour_share=Fraction(1, 4), bid_on=TODAY, quotas=(PER,)
    )
    (_about, (_title, amounts), *_rest) = details_of(contract, RULES).groups
    shown = dict(amounts)
    assert shown["Wage sum"].endswith("2,00")
    assert shown["Part of the price that is labour"] == "25%"
    assert shown["Day of your bid"] == "22-11-2026"
    assert shown["Asked in the contract"].startswith("3 hours for every")
    assert "Bid sum" not in shown
