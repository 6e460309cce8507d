"""Since when someone counts, and what is used of the time that may count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Allocation, Booked
from sroi_desktop.domain.derivation import NOTHING
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import (
    Basis,
    CountingLimit,
    CountingTerms,
    LimitKind,
    RuleSet,
    TimeMethod,
    Unit,
)
from sroi_desktop.domain.tenure import (
    FRESH,
    Spell,
    Tenure,
    counting_since,
    spell_of,
    tenure_of,
    years_used,
)
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    BOUGHT,
    CONTRACT,
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    UNLIMITED,
    day,
    months,
    span,
    working_years,
)
from tests.unit.domain.test_periods import periods

START = day("2026-08-01")


@pytest.mark.parametrize(
    ("earlier", "months", "since"),
    [
        ([], 6, "2026-08-01"),
        # from 1 February to 31 July is exactly six months: not shorter, so a new clock
        ([span("2025-01-01", "2026-01-31")], 6, "2026-08-01"),
        # a day less is shorter: the clock of 2025 runs on
        ([span("2025-01-01", "2026-02-01")], 6, "2025-01-01"),
        # one interruption of three months and one of five: neither restarts
        ([span("2025-01-01", "2025-06-30"), span("2025-10-01", "2026-02-28")], 6, "2025-01-01"),
        # a long one before a short one: the clock starts after the long one
        ([span("2024-01-01", "2024-03-31"), span("2025-10-01", "2026-02-28")], 6, "2025-10-01"),
        # one job inside another: the longer one leads back
        ([span("2025-01-01", "2026-07-31"), span("2025-03-01", "2025-04-30")], 6, "2025-01-01"),
        # two jobs at once, the earlier one still running
        ([span("2025-01-01", "2026-12-31")], 6, "2025-01-01"),
        # what comes later has no say
        ([span("2026-09-01", "2026-12-31")], 6, "2026-08-01"),
        # the rule set is silent on interruptions: none restarts the clock
        ([span("2020-01-01", "2020-01-31")], None, "2020-01-01"),
    ],
)
def test_that_an_interruption_restarts_the_clock_only_when_long_enough(
    earlier: list[Period], months: int | None, since: str
) -> None:
    assert counting_since(earlier, START, months) == day(since)


@given(st.lists(periods(), max_size=6), st.integers(0, 24), st.data())
def test_that_the_order_of_earlier_work_does_not_matter(
    earlier: list[Period], months: int, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(earlier))
    assert counting_since(earlier, START, months) == counting_since(shuffled, START, months)


@given(st.lists(periods(), max_size=6), st.integers(0, 24))
def test_that_a_shorter_interruption_rule_never_moves_the_start_back(
    earlier: list[Period], months: int
) -> None:
    strict = counting_since(earlier, START, months)
    lenient = counting_since(earlier, START, months + 1)
    assert lenient <= strict <= START


def test_that_hours_and_time_make_the_years_used() -> None:
    # 24 of 36 hours in 6 of 12 months: a third of a year
    assert years_used(value(PLACED, RULES, CONTRACT)) == Fraction(1, 3)


def test_that_months_under_a_monthly_rate_are_years_as_well() -> None:
    monthly = replace(PLACEMENT, unit=Unit.PER_MONTH)
    assert monthly.unit.bases == (Basis.MONTH,)
    rules = replace(RULES, blocks=(monthly,))
    assert years_used(value(PLACED, rules, CONTRACT)) == Fraction(1, 3)


def test_that_worked_hours_are_years_of_full_time() -> None:
    counting = CountingTerms(method=TimeMethod.WORKED_HOURS, pro_rata="naar rato")
    rules = replace(RULES, counting=counting)
    # 468 of 36 x 52 = 1,872 hours: a quarter of a year
    effort = replace(PLACED, worked_hours=Fraction(468))
    assert years_used(value(effort, rules, CONTRACT)) == Fraction(1, 4)


def test_that_no_more_is_used_than_was_left() -> None:
    counting = replace(COUNTING, default_limit=working_years(2))
    rules = replace(RULES, counting=counting)
    # 2 years at full time less the 1 9/10 used before leave 1/10, of the third that was worked
    effort = replace(PLACED, counted_before=Fraction(19, 10))
    assert years_used(value(effort, rules, CONTRACT)) == Fraction(1, 10)


def test_that_what_is_not_a_placement_uses_no_time() -> None:
    assert years_used(value(BOUGHT, RULES, CONTRACT)) == 0
    assert years_used(NOTHING) == 0


def test_that_a_limit_in_worked_hours_uses_up_years_as_well() -> None:
    # of 936 hours, half a year of 36 x 52, a third of a year was worked in the first effort
    rules = limited(CountingLimit(LimitKind.WORKED_HOURS, 936))
    first = replace(PLACED, id=1)
    spell = spell_of(first, [booked(first, rules)])
    assert spell is not None
    later = replace(PLACED, id=2, period=span("2026-09-01", "2027-02-28"))
    tenure = tenure_of(later, [spell], rules)
    assert tenure == Tenure(day("2026-03-01"), Fraction(1, 3))
    assert years_used(value(tenure.of(later), rules, CONTRACT)) == Fraction(1, 6)


# --- the time that an effort takes


def booked(effort: Effort, rules: RuleSet, parts: int = PARTS) -> Booked:
    """Book a share of an effort; its derivation is that of the whole, but for the last step."""
    share = Allocation(1, effort.period, parts)
    return Booked(share, value(effort, rules, CONTRACT, share=share.share))


def limited(limit: CountingLimit, interruption: int | None = None) -> RuleSet:
    terms = replace(COUNTING, default_limit=limit, interruption_months=interruption)
    return replace(RULES, counting=terms)


def test_that_an_effort_takes_its_days_and_the_years_that_it_counts() -> None:
    effort = replace(PLACED, id=7, counted_since=day("2025-01-01"), counted_before=Fraction(1))
    found = spell_of(effort, [booked(effort, RULES)])
    assert found == Spell(7, PLACED.period, Fraction(1, 3), day("2025-01-01"), Fraction(1))
    assert found.whole == span("2025-01-01", "2026-08-31")


def test_that_the_shares_of_one_effort_use_up_its_years_once() -> None:
    shares = [booked(PLACED, RULES, PARTS // 4), booked(PLACED, RULES, 3 * PARTS // 4)]
    found = spell_of(PLACED, shares)
    assert found is not None
    assert found.years == Fraction(1, 3)


def test_that_an_effort_after_the_counting_time_is_no_interruption() -> None:
    rules = limited(months(12))
    effort = replace(PLACED, counted_since=day("2024-01-01"))
    share = booked(effort, rules)
    assert share.valuation.counted is None
    found = spell_of(effort, [share])
    assert found is not None
    assert found.years == 0


@pytest.mark.parametrize(
    "effort",
    [
        BOUGHT,
        replace(PLACED, period=span("2025-01-01", "2025-06-30")),  # before the contract
    ],
)
def test_that_what_counts_on_no_day_takes_no_time(effort: Effort) -> None:
    assert spell_of(effort, [booked(effort, RULES)]) is None
    assert spell_of(effort, []) is None


# --- what a later effort takes over


def test_that_an_effort_takes_over_when_the_clock_began() -> None:
    earlier = Spell(1, span("2025-05-01", "2025-12-31"), Fraction(1, 2))
    assert tenure_of(PLACED, [earlier], limited(months(12))) == Tenure(day("2025-05-01"))


def test_that_an_effort_takes_over_the_years_used_on_that_clock() -> None:
    long_ago = Spell(1, span("2023-01-01", "2023-12-31"), Fraction(1))
    earlier = Spell(2, span("2025-01-01", "2025-06-30"), Fraction(1, 2), before=Fraction(1, 8))
    recent = Spell(3, span("2025-10-01", "2026-02-28"), Fraction(1, 4))
    rules = limited(working_years(2), 6)
    found = tenure_of(PLACED, [long_ago, earlier, recent], rules)
    assert found == Tenure(day("2025-01-01"), Fraction(7, 8))


def test_that_a_long_interruption_leaves_nothing_to_take_over() -> None:
    earlier = Spell(1, span("2024-01-01", "2025-08-31"), Fraction(1))
    rules = limited(working_years(2), 6)
    assert tenure_of(PLACED, [earlier], rules) == FRESH
    shorter = replace(earlier, days=span("2024-01-01", "2025-09-01"))
    assert tenure_of(PLACED, [shorter], rules) == Tenure(day("2024-01-01"), Fraction(1))


@pytest.mark.parametrize("rules", [limited(UNLIMITED), limited(CountingTerms().default_limit)])
def test_that_nothing_is_taken_over_where_no_limit_holds(rules: RuleSet) -> None:
    earlier = Spell(1, span("2025-01-01", "2025-12-31"), Fraction(1))
    assert tenure_of(PLACED, [earlier], rules) == FRESH


def test_that_an_effort_passes_over_itself_and_what_starts_later() -> None:
    own = Spell(5, PLACED.period, Fraction(1, 3))
    later = Spell(1, span("2026-03-02", "2026-12-31"), Fraction(1))
    rules = limited(working_years(2))
    assert tenure_of(replace(PLACED, id=5), [own, later], rules) == FRESH


def test_that_of_two_efforts_on_one_day_the_one_entered_first_counts_first() -> None:
    one = Spell(4, PLACED.period, Fraction(1, 3))
    rules = limited(working_years(2))
    assert tenure_of(PLACED, [one], rules) == Tenure(None, Fraction(1, 3))
    assert tenure_of(replace(PLACED, id=5), [one], rules) == Tenure(None, Fraction(1, 3))
    assert tenure_of(replace(PLACED, id=3), [one], rules) == FRESH


def test_that_an_earlier_day_of_the_owner_himself_leads_back_further() -> None:
    earlier = Spell(1, span("2024-01-01", "2024-06-30"))
    effort = replace(PLACED, counted_since=day("2024-08-01"))
    rules = limited(months(24), 6)
    assert tenure_of(PLACED, [earlier], rules) == FRESH
    assert tenure_of(effort, [earlier], rules) == Tenure(day("2024-01-01"))


def test_that_what_an_owner_filled_in_holds_where_it_is_more() -> None:
    taken = Tenure(day("2025-05-01"), Fraction(1, 2))
    assert FRESH.of(PLACED) is PLACED
    found = taken.of(PLACED)
    assert (found.counted_since, found.counted_before) == (day("2025-05-01"), Fraction(1, 2))
    own = replace(PLACED, counted_since=day("2025-01-01"), counted_before=Fraction(1, 4))
    found = taken.of(own)
    assert (found.counted_since, found.counted_before) == (day("2025-01-01"), Fraction(1, 2))
    same_day = Tenure(None, Fraction(1, 3)).of(PLACED)
    assert (same_day.counted_since, same_day.counted_before) == (None, Fraction(1, 3))


@given(st.lists(periods(), max_size=4), st.integers(1, 24))
def test_that_of_any_placements_in_a_row_no_more_than_the_limit_counts(
    days: list[Period], interruption: int
) -> None:
    """Together they never use more working years than the rule set allows on one clock."""
    rules, undated = limited(working_years(2), interruption), replace(CONTRACT, starts_on=None)
    undated = replace(undated, ends_on=None)
    spells: list[Spell] = []
    for number, one in enumerate(sorted(days)):
        effort = replace(PLACED, id=number + 1, period=one, hours_per_week=Fraction(36))
        taken = tenure_of(effort, spells, rules)
        whole = Allocation(1, one)
        found = spell_of(effort, [Booked(whole, value(taken.of(effort), rules, undated))])
        assert found is not None
        assert taken.years + found.years <= max(Fraction(2), taken.years)
        spells.append(found)
