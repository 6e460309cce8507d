"""Arbitrary efforts, rules and contracts, within what an owner could enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Block,
    Bonus,
    BonusUnit,
    CountingLimit,
    CountingTerms,
    EffortKind,
    LimitKind,
    RuleSet,
    TimeMethod,
    Unit,
)
from tests.unit.domain.build import CONTRACT, RULES, UNDATED

BY_TIME = (
    Unit.PER_YEAR_FULL_TIME,
    Unit.PER_YEAR,
    Unit.PER_YEAR_OR_WEEKS,
    Unit.PER_MONTH,
    Unit.PER_SCHOOL_YEAR,
)
CODES = ("a", "b", "c")

dates = st.dates(date(2024, 1, 1), date(2029, 12, 31))
amounts = st.integers(0, 10**7).map(Money)
hours = st.integers(1, 80).map(lambda halves: Fraction(halves, 2))
limits = st.one_of(
    st.builds(CountingLimit, st.just(LimitKind.MONTHS), st.sampled_from((12, 24, 36))),
    st.builds(CountingLimit, st.just(LimitKind.WORKED_YEARS), st.integers(1, 3)),
    st.sampled_from([CountingLimit(LimitKind.UNLIMITED), CountingLimit()]),
)
contracts = st.sampled_from((CONTRACT, UNDATED))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(dates)
    return Period(start, start + timedelta(days=draw(st.integers(0, 1500))))


@st.composite
def bonus_tables(draw: st.DrawFn) -> tuple[Bonus, ...]:
    follows = st.sampled_from((None, True, False))
    return tuple(
        Bonus(
            code,
            code,
            draw(st.sampled_from(BonusUnit)),
            draw(amounts),
            stagger=draw(st.sampled_from((None, "age"))),
            follows_hours=draw(follows),
            follows_time=draw(follows),
            kinds=tuple(EffortKind),
        )
        for code in draw(st.lists(st.sampled_from(CODES), unique=True))
    )


@st.composite
def counting_terms(draw: st.DrawFn) -> CountingTerms:
    return CountingTerms(
        method=draw(st.sampled_from((None, *TimeMethod))),
        default_limit=draw(limits),
        wage_subsidy_extends=draw(st.booleans()),
        look_back_months=draw(st.sampled_from((None, 12))),
        counts_before_contract=draw(st.sampled_from((None, True))),
        min_hours_per_week=draw(st.sampled_from((None, Fraction(12)))),
    )


@st.composite
def rule_sets(draw: st.DrawFn, *, units: tuple[Unit, ...] = tuple(Unit)) -> RuleSet:
    """Return a rule set with one block "x" and up to three bonuses."""
    unit = draw(st.sampled_from(units))
    row = Block("x", "Bouwblok", EffortKind.PLACEMENT, unit, draw(amounts))
    return replace(
        RULES,
        full_time_hours=draw(st.sampled_from((None, Fraction(36), Fraction(40)))),
        blocks=(row,),
        bonuses=draw(bonus_tables()),
        counting=draw(counting_terms()),
    )


@st.composite
def efforts(draw: st.DrawFn, rules: RuleSet) -> Effort:
    """Return an effort under the rule set's block, with everything that any unit needs."""
    codes = [bonus.code for bonus in rules.bonuses]
    claimed = tuple(draw(st.lists(st.sampled_from(codes), unique=True))) if codes else ()
    subsidy = draw(st.one_of(st.none(), dates))
    return Effort(
        EffortKind.PLACEMENT,
        "x",
        "K-01",
        draw(periods()),
        hours_per_week=draw(st.one_of(st.none(), hours)),
        worked_hours=draw(st.one_of(st.none(), st.integers(0, 4000).map(Fraction))),
        employees=draw(st.one_of(st.none(), st.integers(0, 20))),
        hours=draw(hours),
        quantity=draw(hours),
        amount=draw(amounts),
        bonuses=claimed,
        bonus_costs=tuple((code, draw(amounts)) for code in claimed),
        counted_before=draw(st.sampled_from((Fraction(0), Fraction(1, 2), Fraction(3)))),
        wage_subsidy_until=subsidy,
    )


@st.composite
def cases(draw: st.DrawFn, *, units: tuple[Unit, ...] = tuple(Unit)) -> tuple[Effort, RuleSet]:
    """Return an effort and the rule set that it counts under."""
    rules = draw(rule_sets(units=units))
    return draw(efforts(rules)), rules
