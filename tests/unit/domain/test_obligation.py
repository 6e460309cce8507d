"""What is owed: percentage, base, thresholds, cap, share and signals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.derivation import Operation, StepKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.obligation import (
    Demand,
    Signal,
    SignalKind,
    at_stake,
    of_contract,
    owed,
)
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import (
    Category,
    LowLabour,
    ObligationBase,
    ObligationTerms,
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


def test_that_what_comes_back_of_an_obligation_is_what_the_certificate_takes_off() -> None:
    """120,000 less a quarter is 90,000: 30,000 comes back, and nothing without a certificate."""
    terms = replace(FIVE, pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(25)),))
    demand = replace(DEMAND, certificates=(STEP_2,), bid_on=day("2025-11-01"))
    assert at_stake(owed(demand, terms)) == eur(30_000)
    assert at_stake(owed(DEMAND, FIVE)) == ZERO
    assert at_stake(owed(Demand(), FIVE)) == ZERO


# --- percentage x base


def test_that_the_walks_contract_owes_five_per_cent_of_its_sum() -> None:
    """2,400,000 x 5% = 120,000."""
    contract = replace(
        CONTRACT, category=Category.SERVICES, sum_excl_vat=eur(2_400_000), percentage=Fraction(5)
    )
    obligation = of_contract(contract, RULES)
    assert obligation.amount == eur(120_000)
    assert [step.kind for step in obligation.steps] == [StepKind.BASE, StepKind.PERCENTAGE]
    assert obligation.signals == ()


@pytest.mark.parametrize(
    ("demanded", "offered", "by_rules", "percentage"),
    [
        (None, None, 5, 5),
        (7, None, 5, 7),  # the contract comes before the rule set
        (2, None, 5, 2),
        (None, 8, 5, 8),  # the offer raises what the rule set asks
        (4, 8, 5, 8),
        (None, 8, None, 8),  # the offer is all that is known
        (8, 4, 5, 8),  # an offer never lowers what was demanded
        (5, 5, None, 5),
    ],
)
def test_that_the_offered_percentage_binds_and_the_contract_comes_before_the_rules(
    demanded: int | None, offered: int | None, by_rules: int | None, percentage: int
) -> None:
    def known(number: int | None) -> Fraction | None:
        return None if number is None else Fraction(number)

    demand = replace(DEMAND, percentage=known(demanded), offered=known(offered))
    obligation = owed(demand, ObligationTerms(percentage=known(by_rules)))
    assert obligation.amount == eur(24_000 * percentage)  # 2,400,000 x 1% = 24,000
    assert (SignalKind.OFFERED_BINDS in signals(obligation)) is (offered == percentage)


def test_that_a_fraction_of_a_percent_is_exact() -> None:
    """333,333.33 x 2.5% = 8,333.33325."""
    demand = replace(DEMAND, base=eur("333333.33"), percentage=Fraction(5, 2))
    obligation = owed(demand, ObligationTerms())
    assert obligation.amount == eur("8333.33")
    assert obligation.steps[-1].result == Fraction(33333333, 100) / 40


@pytest.mark.parametrize(
    ("labour", "percentage"),
    [(None, 5), (Fraction(29, 100), 2), (Fraction(3, 10), 5), (Fraction(1, 2), 5)],
)
def test_that_a_small_labour_share_asks_less_where_the_rules_say_so(
    labour: Fraction | None, percentage: int
) -> None:
    terms = replace(FIVE, low_labour=LowLabour(Fraction(3, 10), Fraction(2)))
    assert owed(replace(DEMAND, labour_share=labour), terms).amount == eur(24_000 * percentage)


def test_that_a_percentage_in_the_contract_comes_before_that_for_little_labour() -> None:
    terms = replace(FIVE, low_labour=LowLabour(Fraction(3, 10), Fraction(2)))
    demand = replace(DEMAND, labour_share=Fraction(1, 10), percentage=Fraction(5))
    assert owed(demand, terms).amount == eur(120_000)


# --- threshold and duration


@pytest.mark.parametrize(
    ("category", "base", "amount"),
    [
        (Category.SERVICES, "124999.99", "0"),
        (Category.SERVICES, "125000", "6250"),  # at the threshold it is owed
        (Category.WORKS, "125000", "0"),
        (Category.WORKS, "225000", "11250"),
        (Category.SUPPLIES, "1000", "50"),  # no threshold is known for supplies
        (None, "1000", "50"),
    ],
)
def test_that_nothing_is_owed_below_the_threshold_of_the_category(
    category: Category | None, base: str, amount: str
) -> None:
    obligation = owed(Demand(category=category, base=eur(base)), THRESHOLDS)
    assert obligation.amount == eur(amount)


def test_that_below_a_threshold_the_threshold_is_told() -> None:
    obligation = owed(replace(DEMAND, base=eur(100_000)), THRESHOLDS)
    assert [step.kind for step in obligation.steps] == [StepKind.BASE, StepKind.THRESHOLD]
    assert recomputed(obligation) == ZERO
    assert obligation.signals == (Signal(SignalKind.BELOW_THRESHOLD, amount=eur(125_000)),)


def test_that_an_unknown_category_is_told_where_a_threshold_depends_on_it() -> None:
    unknown = replace(DEMAND, category=None)
    assert signals(owed(unknown, THRESHOLDS)) == [SignalKind.CATEGORY_UNKNOWN]
    assert signals(owed(unknown, FIVE)) == []


@pytest.mark.parametrize(
    ("months", "owes"),
    [(None, True), (Fraction(23, 4), False), (Fraction(6), True), (Fraction(24), True)],
)
def test_that_a_short_contract_owes_nothing_where_the_rules_say_so(
    months: Fraction | None, owes: bool
) -> None:
    obligation = owed(replace(DEMAND, months=months), replace(FIVE, min_months=6))
    assert obligation.amount == (eur(120_000) if owes else ZERO)
    assert (SignalKind.TOO_SHORT in signals(obligation)) is not owes
    if not owes:
        assert obligation.signals[-1].number == 6


@pytest.mark.parametrize(
    ("category", "labour", "owes"),
    [
        (Category.SUPPLIES, Fraction(29, 100), False),
        (Category.SUPPLIES, Fraction(3, 10), True),
        (Category.SUPPLIES, None, True),
        (Category.SERVICES, Fraction(1, 10), True),
    ],
)
def test_that_supplies_with_little_labour_owe_nothing_where_the_rules_say_so(
    category: Category, labour: Fraction | None, owes: bool
) -> None:
    terms = replace(FIVE, supplies_from_labour_share=Fraction(3, 10))
    obligation = owed(replace(DEMAND, category=category, labour_share=labour), terms)
    assert obligation.amount == (eur(120_000) if owes else ZERO)
    if not owes:
        assert obligation.signals == (Signal(SignalKind.LITTLE_LABOUR, number=Fraction(30)),)


# --- cap, share, fixed amount


@pytest.mark.parametrize(
    ("base", "amount", "is_capped"),
    [(1_200_000, 24_000, False), (15_000_000, 300_000, False), (20_000_000, 300_000, True)],
)
def test_that_a_cap_limits_what_is_owed(base: int, amount: int, is_capped: bool) -> None:
    terms = ObligationTerms(percentage=Fraction(2), cap=eur(300_000))
    obligation = owed(replace(DEMAND, base=eur(base)), terms)
    assert obligation.amount == eur(amount)
    told = (Signal(SignalKind.CAPPED, amount=eur(300_000)),) if is_capped else ()
    assert obligation.signals == told
    assert (obligation.steps[-1].operation is Operation.AT_MOST) is is_capped


def test_that_a_company_owes_its_share_of_what_is_left_after_the_cap() -> None:
    """20,000,000 x 2% = 400,000, at most 300,000, of which a third: 100,000."""
    terms = ObligationTerms(percentage=Fraction(2), cap=eur(300_000))
    demand = replace(DEMAND, base=eur(20_000_000), company_share=Fraction(1, 3))
    obligation = owed(demand, terms)
    assert obligation.amount == eur(100_000)
    assert obligation.steps[-1].kind is StepKind.COMPANY_SHARE
    assert recomputed(obligation) == obligation.amount


def test_that_an_amount_in_the_contract_beats_every_formula() -> None:
    demand = replace(DEMAND, base=eur(1_000), fixed=eur(50_000), offered=Fraction(90))
    obligation = owed(demand, replace(THRESHOLDS, cap=eur(10), min_months=99))
    assert obligation.amount == eur(50_000)
    assert [step.kind for step in obligation.steps] == [StepKind.FIXED]
    assert obligation.signals == ()


def test_that_a_company_owes_its_share_of_an_amount_in_the_contract() -> None:
    demand = replace(DEMAND, fixed=eur(50_000), company_share=Fraction(1, 4))
    assert owed(demand, FIVE).amount == eur(12_500)


# --- what is not known, and what is doubtful


@pytest.mark.parametrize(
    ("demand", "terms", "kinds"),
    [
        (replace(DEMAND, base=None), FIVE, [SignalKind.SUM_UNKNOWN]),
        (DEMAND, ObligationTerms(), [SignalKind.PERCENTAGE_UNKNOWN]),
        (Demand(), ObligationTerms(), [SignalKind.SUM_UNKNOWN, SignalKind.PERCENTAGE_UNKNOWN]),
    ],
)
def test_that_what_cannot_be_known_is_not_zero(
    demand: Demand, terms: ObligationTerms, kinds: list[SignalKind]
) -> None:
    obligation = owed(demand, terms)
    assert obligation.amount is None
    assert obligation.steps == ()
    assert signals(obligation) == kinds


@pytest.mark.parametrize(
    ("euros", "doubtful"), [("499999999.99", False), ("500000000", True), ("1000000000", True)]
)
def test_that_a_billion_where_a_million_was_meant_is_doubted(euros: str, doubtful: bool) -> None:
    by_sum = owed(replace(DEMAND, base=eur(euros)), FIVE)
    by_amount = owed(Demand(fixed=eur(euros)), FIVE)
    told = Signal(SignalKind.DOUBTFUL_SUM, amount=eur(euros))
    for obligation in (by_sum, by_amount):
        assert (told in obligation.signals) is doubtful
        assert (SignalKind.DOUBTFUL_SUM in signals(obligation)) is doubtful


def test_that_a_doubtful_sum_is_told_also_while_the_percentage_is_not_known() -> None:
    obligation = owed(Demand(base=eur(1_000_000_000)), ObligationTerms())
    assert signals(obligation) == [SignalKind.DOUBTFUL_SUM, SignalKind.PERCENTAGE_UNKNOWN]


@pytest.mark.parametrize(("percentage", "above"), [(5, False), (7, True)])
def test_that_more_than_the_usual_percentage_is_told(percentage: int, above: bool) -> None:
    obligation = owed(replace(DEMAND, percentage=Fraction(percentage)), FIVE)
    assert (SignalKind.ABOVE_USUAL in signals(obligation)) is above


@pytest.mark.parametrize(
    ("category", "labour", "is_told"),
    [
        (Category.SUPPLIES, Fraction(2, 10), True),
        (Category.SUPPLIES, Fraction(3, 10), False),
        (Category.SUPPLIES, None, False),
        (Category.WORKS, Fraction(2, 10), False),
    ],
)
def test_that_little_labour_in_a_delivery_is_told(
    category: Category, labour: Fraction | None, is_told: bool
) -> None:
    obligation = owed(replace(DEMAND, category=category, labour_share=labour), FIVE)
    assert (SignalKind.LITTLE_LABOUR in signals(obligation)) is is_told
    assert obligation.amount == eur(120_000)
    if is_told:
        assert obligation.signals[-1].number == 30


def test_that_an_obligation_on_turnover_is_told_to_grow() -> None:
    terms = replace(FIVE, base=ObligationBase.INVOICED_TURNOVER)
    assert signals(owed(DEMAND, terms)) == [SignalKind.RUNNING_TURNOVER]
    assert signals(owed(replace(DEMAND, fixed=eur(1)), terms)) == []


# --- from a contract


def test_that_a_contract_gives_everything_its_obligation_depends_on() -> None:
    contract = Contract(
        "1",
        "Opdracht",
        "Gemeente",
        "example",
        category=Category.WORKS,
        sum_excl_vat=eur(1),
        percentage=Fraction(2),
        offered_percentage=Fraction(3),
        fixed_amount=eur(4),
        labour_share=Fraction(1, 5),
        company_share=Fraction(1, 6),
        starts_on=day("2026-01-01"),
        ends_on=day("2026-07-31"),
        bid_on=day("2025-11-01"),
        quotas=(PLACES,),
    )
    assert Demand.of(contract, certificates=(STEP_2,)) == Demand(
        Category.WORKS,
        eur(1),
        Fraction(2),
        Fraction(3),
        eur(4),
        Fraction(1, 5),
        Fraction(7),
        Fraction(1, 6),
        ObligationBase.CONTRACT_SUM,
        eur(1),
        (PLACES,),
        (STEP_2,),
        day("2025-11-01"),
        span("2026-01-01", "2026-07-31"),
    )
    assert Demand.of(UNDATED) == Demand(base_is=ObligationBase.CONTRACT_SUM)


money = st.integers(0, 10**12).map(Money)
percentages = st.one_of(st.none(), st.fractions(0, 100, max_denominator=100))
fractions = st.fractions(0, 1, max_denominator=100)


@settings(max_examples=60)
@given(
    st.builds(
        Demand,
        st.one_of(st.none(), st.sampled_from(Category)),
        st.one_of(st.none(), money),
        percentages,
        percentages,
        st.one_of(st.none(), money),
        st.one_of(st.none(), fractions),
        st.one_of(st.none(), st.integers(0, 60).map(Fraction)),
        fractions,
    ),
    st.builds(
        ObligationTerms,
        percentage=percentages,
        base=st.sampled_from(ObligationBase),
        thresholds=st.lists(st.tuples(st.sampled_from(Category), money), max_size=3).map(tuple),
        cap=st.one_of(st.none(), money),
        low_labour=st.one_of(st.none(), st.builds(LowLabour, fractions, fractions)),
        min_months=st.one_of(st.none(), st.integers(0, 24)),
        supplies_from_labour_share=st.one_of(st.none(), fractions),
    ),
)
def test_that_every_obligation_recomputed_from_its_steps_gives_its_own_amount(
    demand: Demand, terms: ObligationTerms
) -> None:
    obligation = owed(demand, terms)
    kinds = signals(obligation)
    assert len(set(kinds)) == len(kinds) or SignalKind.DOUBTFUL_SUM in kinds
    if obligation.amount is None:
        assert obligation.steps == ()
    else:
        assert recomputed(obligation) == obligation.amount
        assert obligation.amount >= ZERO
        assert terms.cap is None or demand.fixed is not None or obligation.amount <= terms.cap


def test_that_a_reason_to_owe_nothing_waits_until_the_sum_is_known() -> None:
    terms = ObligationTerms(percentage=Fraction(5), supplies_from_labour_share=Fraction(3, 10))
    demand = Demand(category=Category.SUPPLIES, labour_share=Fraction(1, 10))
    found = owed(demand, terms)
    assert found.amount is None
    assert SignalKind.SUM_UNKNOWN in {signal.kind for signal in found.signals}
