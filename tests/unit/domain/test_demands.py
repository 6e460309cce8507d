"""The kinds of obligation: which sum, which percentage, in which unit, and less by a PSO step."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import StepKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.obligation import (
    Demand,
    Quantity,
    Signal,
    SignalKind,
    of_contract,
    owed,
)
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import (
    Category,
    LowLabour,
    Note,
    NotePlace,
    ObligationBase,
    ObligationTerms,
    PercentageRow,
    PsoDiscount,
    PsoLevel,
    Quota,
    QuotaUnit,
)
from tests.unit.domain.build import CONTRACT, RULES, UNDATED, day, eur, recomputed, signals, span

FIVE = ObligationTerms(percentage=Fraction(5))
THRESHOLDS = replace(
    FIVE, thresholds=((Category.WORKS, eur(225_000)), (Category.SERVICES, eur(125_000)))
)
DEMAND = Demand(category=Category.SERVICES, base=eur(2_400_000))
PLACES = Quota(QuotaUnit.PLACEMENTS, Fraction(2))
STEP_2 = Certificate(PsoLevel.STEP_2, span("2025-01-01", "2028-12-31"))

# --- the sum that the percentage is taken of

SUMS = replace(
    CONTRACT,
    sum_excl_vat=eur(1_000_000),
    bid_sum=eur(900_000),
    wage_sum=eur(400_000),
    expected_turnover=eur(1_200_000),
)


@pytest.mark.parametrize(
    ("base", "amount", "step"),
    [
        (ObligationBase.CONTRACT_SUM, 50_000, StepKind.BASE),
        (ObligationBase.UNKNOWN, 50_000, StepKind.BASE),
        (ObligationBase.BID_SUM, 45_000, StepKind.BID_SUM),
        (ObligationBase.WAGE_SUM, 20_000, StepKind.WAGE_SUM),
        (ObligationBase.INVOICED_TURNOVER, 60_000, StepKind.TURNOVER),
    ],
)
def test_that_the_percentage_is_taken_of_the_sum_that_the_rules_name(
    base: ObligationBase, amount: int, step: StepKind
) -> None:
    rules = replace(RULES, obligation=replace(FIVE, base=base))
    obligation = of_contract(SUMS, rules)
    assert obligation.amount == eur(amount)
    assert obligation.steps[0].kind is step
    assert SignalKind.BASE_PRESUMED not in signals(obligation)


@pytest.mark.parametrize("base", [ObligationBase.BID_SUM, ObligationBase.WAGE_SUM])
def test_that_the_contract_sum_stands_in_for_a_sum_that_is_not_filled_in(
    base: ObligationBase,
) -> None:
    contract = replace(CONTRACT, sum_excl_vat=eur(1_000_000))
    obligation = of_contract(contract, replace(RULES, obligation=replace(FIVE, base=base)))
    assert obligation.amount == eur(50_000)
    assert obligation.steps[0].kind is StepKind.BASE
    assert obligation.signals == (Signal(SignalKind.BASE_PRESUMED, base=base),)


def test_that_a_threshold_is_judged_by_the_contract_sum_whatever_the_base() -> None:
    """The state: 5% of the wage sum, from a contract of 250,000 on."""
    terms = replace(
        FIVE, base=ObligationBase.WAGE_SUM, thresholds=((Category.WORKS, eur(250_000)),)
    )
    contract = replace(
        CONTRACT, category=Category.WORKS, sum_excl_vat=eur(300_000), wage_sum=eur(100_000)
    )
    assert of_contract(contract, replace(RULES, obligation=terms)).amount == eur(5_000)
    small = replace(contract, sum_excl_vat=eur(249_999))
    assert of_contract(small, replace(RULES, obligation=terms)).amount == ZERO


def test_that_rules_in_words_stand_with_the_obligation() -> None:
    note = Note("Boven een miljoen kan dit anders zijn.", NotePlace.OBLIGATION)
    other = Note("Over de waarde.", NotePlace.VALUATION)
    rules = replace(RULES, obligation=replace(FIVE, note="Of 7%."), placed_notes=(note, other))
    expected = ("Of 7%.", "Boven een miljoen kan dit anders zijn.")
    assert of_contract(SUMS, rules).notes == expected
    assert of_contract(UNDATED, rules).notes == expected
    assert owed(DEMAND, FIVE).notes == ()


# --- a percentage for some contracts only

# Own example: works 5%, services 3%, with little labour 2%, supplies with little labour 1%.
BY_KIND = ObligationTerms(
    percentage=Fraction(4),
    percentages=(
        PercentageRow(Fraction(5), Category.WORKS),
        PercentageRow(Fraction(2), Category.SERVICES, Fraction(3, 10)),
        PercentageRow(Fraction(3), Category.SERVICES),
        PercentageRow(Fraction(1), labour_share_under=Fraction(1, 5)),
    ),
)


@pytest.mark.parametrize(
    ("category", "labour", "percentage", "kinds"),
    [
        (Category.WORKS, None, 5, []),
        (Category.WORKS, Fraction(1, 10), 5, []),
        (Category.SERVICES, Fraction(29, 100), 2, []),
        (Category.SERVICES, Fraction(3, 10), 3, []),
        (Category.SERVICES, None, 3, []),  # the row without a condition on labour fits
        (Category.SUPPLIES, Fraction(1, 10), 1, [SignalKind.LITTLE_LABOUR]),
        (Category.SUPPLIES, Fraction(1, 5), 4, [SignalKind.LITTLE_LABOUR]),
        (Category.SUPPLIES, None, 4, [SignalKind.LABOUR_UNKNOWN]),
        (None, Fraction(1, 2), 4, [SignalKind.CATEGORY_UNKNOWN]),
        (None, None, 4, [SignalKind.CATEGORY_UNKNOWN, SignalKind.LABOUR_UNKNOWN]),
    ],
)
def test_that_the_first_row_that_fits_gives_the_percentage(
    category: Category | None,
    labour: Fraction | None,
    percentage: int,
    kinds: list[SignalKind],
) -> None:
    obligation = owed(replace(DEMAND, category=category, labour_share=labour), BY_KIND)
    assert obligation.amount == eur(24_000 * percentage)
    assert signals(obligation) == kinds


def test_that_a_labour_share_is_asked_where_it_lowers_the_percentage() -> None:
    terms = replace(FIVE, low_labour=LowLabour(Fraction(3, 10), Fraction(2)))
    assert signals(owed(DEMAND, terms)) == [SignalKind.LABOUR_UNKNOWN]
    assert signals(owed(replace(DEMAND, labour_share=Fraction(1, 2)), terms)) == []
    assert signals(owed(replace(DEMAND, percentage=Fraction(5)), terms)) == []


@pytest.mark.parametrize(
    ("category", "kinds"),
    [
        (Category.SERVICES, [SignalKind.LABOUR_UNKNOWN]),
        (Category.WORKS, []),  # the row is not for works, whatever the labour
        (None, [SignalKind.CATEGORY_UNKNOWN]),
    ],
)
def test_that_only_a_row_that_may_hold_asks_for_the_labour(
    category: Category | None, kinds: list[SignalKind]
) -> None:
    row = PercentageRow(Fraction(2), Category.SERVICES, Fraction(3, 10))
    obligation = owed(replace(DEMAND, category=category), replace(FIVE, percentages=(row,)))
    assert signals(obligation) == kinds


def test_that_rows_come_before_the_rule_for_little_labour() -> None:
    terms = replace(BY_KIND, low_labour=LowLabour(Fraction(1, 2), Fraction(9)))
    low = replace(DEMAND, labour_share=Fraction(1, 10))
    assert owed(low, terms).amount == eur(48_000)
    assert owed(replace(low, category=Category.SUPPLIES), terms).amount == eur(24_000)
    other = replace(low, category=Category.SUPPLIES, labour_share=Fraction(1, 4))
    assert owed(other, terms).amount == eur(216_000)


# --- an offer in the bid


def test_that_an_offer_below_what_is_asked_is_told() -> None:
    obligation = owed(replace(DEMAND, percentage=Fraction(5), offered=Fraction(4)), FIVE)
    assert obligation.amount == eur(120_000)
    assert obligation.signals == (Signal(SignalKind.OFFER_BELOW_DEMAND, number=Fraction(5)),)


def test_that_an_offer_above_what_scores_is_told_and_binds() -> None:
    """Friesland asks 2%; offers up to 5% score in the award."""
    terms = ObligationTerms(percentage=Fraction(2), offered_up_to=Fraction(5))
    obligation = owed(replace(DEMAND, offered=Fraction(6)), terms)
    assert obligation.amount == eur(144_000)
    assert obligation.signals == (
        Signal(SignalKind.ABOVE_USUAL, number=Fraction(6)),
        Signal(SignalKind.OFFERED_BINDS, number=Fraction(6)),
        Signal(SignalKind.OFFER_ABOVE_MAXIMUM, number=Fraction(5)),
    )
    assert signals(owed(replace(DEMAND, offered=Fraction(5)), terms)) == [SignalKind.OFFERED_BINDS]


# --- hours, years at full time and placements


PER_SUM = replace(FIVE, quotas=(Quota(QuotaUnit.PLACEMENTS, Fraction(1), eur(250_000)),))


def test_that_an_obligation_may_ask_placements_beside_euros() -> None:
    """Own example: 5%, and one placement for every 250,000 of 2,400,000: 9.6."""
    obligation = owed(DEMAND, PER_SUM)
    assert obligation.amount == eur(120_000)
    (places,) = obligation.quantities
    assert places == Quantity(PER_SUM.quotas[0], Fraction(48, 5), eur(2_400_000))
    assert places.unit is QuotaUnit.PLACEMENTS


def test_that_quotas_in_the_contract_come_before_those_of_the_rules() -> None:
    demand = replace(DEMAND, quotas=(PLACES,))
    assert owed(demand, PER_SUM).quantities == (Quantity(PLACES, Fraction(2)),)


def test_that_an_obligation_in_units_alone_has_no_amount_and_needs_no_percentage() -> None:
    """Own example: the contract asks two placements and names no percentage."""
    obligation = owed(Demand(quotas=(PLACES,)), ObligationTerms())
    assert obligation.amount is None
    assert obligation.steps == ()
    assert obligation.signals == (Signal(SignalKind.IN_UNITS),)
    assert obligation.quantities == (Quantity(PLACES, Fraction(2)),)


def test_that_a_quota_per_sum_is_not_known_without_the_sum() -> None:
    obligation = owed(Demand(), PER_SUM)
    assert obligation.quantities == (Quantity(PER_SUM.quotas[0], None),)
    assert signals(obligation) == [SignalKind.SUM_UNKNOWN]


def test_that_a_company_owes_its_share_of_the_placements() -> None:
    demand = replace(DEMAND, quotas=(PLACES,), company_share=Fraction(1, 4))
    (places,) = owed(demand, FIVE).quantities
    assert places.amount == Fraction(1, 2)
    assert places.part == Fraction(1, 4)


def test_that_below_a_threshold_no_placements_are_asked() -> None:
    terms = replace(THRESHOLDS, quotas=PER_SUM.quotas)
    assert owed(replace(DEMAND, base=eur(100_000)), terms).quantities == ()


def test_that_below_a_threshold_nothing_is_owed_in_units_either() -> None:
    terms = replace(THRESHOLDS, percentage=None, quotas=(PLACES,))
    obligation = owed(replace(DEMAND, base=eur(100_000)), terms)
    assert (obligation.amount, obligation.quantities, obligation.in_units) == (eur(0), (), False)
    assert SignalKind.BELOW_THRESHOLD in signals(obligation)
    above = owed(DEMAND, terms)
    assert (above.amount, above.in_units) == (None, True)
    assert above.quantities == (Quantity(PLACES, Fraction(2)),)


def test_that_a_certificate_may_exempt_from_placements() -> None:
    exempt = (PsoDiscount(PsoLevel.STEP_2, Fraction(100)),)
    terms = replace(FIVE, percentage=None, quotas=(PLACES,), pso=exempt)
    demand = replace(DEMAND, bid_on=day("2025-11-01"), certificates=(STEP_2,))
    obligation = owed(demand, terms, day("2026-06-01"))
    assert (obligation.amount, obligation.in_units) == (eur(0), False)
    assert obligation.quantities[0].amount == 0


def test_that_an_amount_in_the_contract_leaves_only_its_own_quotas() -> None:
    fixed = replace(DEMAND, fixed=eur(50_000))
    assert owed(fixed, PER_SUM).quantities == ()
    with_places = owed(replace(fixed, quotas=(PLACES,)), PER_SUM)
    assert with_places.quantities == (Quantity(PLACES, Fraction(2)),)
    assert with_places.amount == eur(50_000)


# --- a PSO certificate of the company

RUNNING = replace(DEMAND, bid_on=day("2025-11-01"), period=span("2026-01-01", "2027-12-31"))
HALF_OFF = replace(FIVE, pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(50)),))


def test_that_a_pso_certificate_takes_its_part_off() -> None:
    obligation = owed(replace(RUNNING, certificates=(STEP_2,)), HALF_OFF, day("2026-06-01"))
    assert obligation.amount == eur(60_000)
    assert obligation.steps[-1].kind is StepKind.PSO
    assert recomputed(obligation) == eur(60_000)
    assert obligation.signals == (Signal(SignalKind.PSO_DISCOUNT, number=Fraction(50)),)


def test_that_from_step_two_on_one_region_exempts() -> None:
    """Tilburg 2017: exempt from step 2."""
    terms = replace(FIVE, pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(100)),))
    assert owed(replace(RUNNING, certificates=(STEP_2,)), terms).amount == ZERO
    one = replace(STEP_2, level=PsoLevel.STEP_1)
    assert owed(replace(RUNNING, certificates=(one,)), terms).amount == eur(120_000)


def test_that_the_cap_comes_first_then_the_certificate_and_then_the_share() -> None:
    """120,000, at most 100,000, half of it, a quarter of that: 12,500."""
    terms = replace(HALF_OFF, cap=eur(100_000), quotas=(PLACES,))
    demand = replace(RUNNING, certificates=(STEP_2,), company_share=Fraction(1, 4))
    obligation = owed(demand, terms)
    assert [step.kind for step in obligation.steps] == [
        StepKind.BASE,
        StepKind.PERCENTAGE,
        StepKind.CAP,
        StepKind.PSO,
        StepKind.COMPANY_SHARE,
    ]
    assert obligation.amount == eur(12_500)
    assert obligation.quantities[0].amount == Fraction(1, 4)  # 2 x 1/2 x 1/4


def test_that_a_certificate_that_ends_in_between_has_to_be_renewed() -> None:
    ends = replace(STEP_2, valid=span("2025-01-01", "2026-12-31"))
    obligation = owed(replace(RUNNING, certificates=(ends,)), HALF_OFF, day("2026-06-01"))
    assert obligation.amount == eur(60_000)
    assert obligation.signals[1:] == (Signal(SignalKind.PSO_ENDS, day=day("2027-01-01")),)


def test_that_a_certificate_that_ended_gives_the_whole_obligation_back() -> None:
    ends = replace(STEP_2, valid=span("2025-01-01", "2026-12-31"))
    obligation = owed(replace(RUNNING, certificates=(ends,)), HALF_OFF, day("2027-01-01"))
    assert obligation.amount == eur(120_000)
    assert obligation.signals == (Signal(SignalKind.PSO_LAPSED, day=day("2027-01-01")),)


def test_that_without_the_day_of_the_bid_a_discount_is_doubted() -> None:
    demand = replace(RUNNING, bid_on=None, certificates=(STEP_2,))
    assert signals(owed(demand, HALF_OFF)) == [
        SignalKind.PSO_DISCOUNT,
        SignalKind.PSO_BID_UNKNOWN,
    ]


def test_that_nothing_is_taken_off_an_amount_in_the_contract_but_it_is_told() -> None:
    fixed = replace(RUNNING, fixed=eur(50_000), certificates=(STEP_2,))
    obligation = owed(fixed, HALF_OFF)
    assert obligation.amount == eur(50_000)
    assert signals(obligation) == [SignalKind.PSO_BESIDE_FIXED]
    assert signals(owed(fixed, FIVE)) == []
    assert signals(owed(replace(fixed, certificates=()), HALF_OFF)) == []


def test_that_a_contract_is_judged_with_the_companys_certificates() -> None:
    contract = replace(CONTRACT, sum_excl_vat=eur(2_400_000), bid_on=day("2025-11-01"))
    rules = replace(RULES, obligation=HALF_OFF)
    today = day("2026-06-01")
    assert of_contract(contract, rules, certificates=(STEP_2,), today=today).amount == eur(60_000)
    assert of_contract(contract, rules, today=today).amount == eur(120_000)
    ended = replace(STEP_2, valid=span("2025-01-01", "2026-12-31"))
    assert of_contract(contract, rules, certificates=(ended,), today=today).amount == eur(60_000)
    later = day("2027-01-01")
    assert of_contract(contract, rules, certificates=(ended,), today=later).amount == eur(120_000)


def test_that_a_contract_comes_with_what_it_asks_in_other_units() -> None:
    contract = replace(CONTRACT, sum_excl_vat=eur(1_000_000), quotas=(PLACES,))
    obligation = of_contract(contract, replace(RULES, obligation=PER_SUM))
    assert obligation.quantities == (Quantity(PLACES, Fraction(2)),)
