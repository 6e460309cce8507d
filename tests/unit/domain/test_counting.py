"""Which days of a placement count: contract, look-back, counting limits, minimum hours."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sroi_desktop.domain.derivation import AssumptionKind, NotCounted, ReasonKind
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import CountingLimit, CountingTerms, LimitKind, RuleSet
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import (
    CONTRACT,
    COUNTING,
    PLACED,
    PLACEMENT,
    RULES,
    UNDATED,
    UNLIMITED,
    assumed,
    day,
    eur,
    exact,
    left_out,
    months,
    span,
)

FULL_TIME = replace(PLACED, hours_per_week=Fraction(36))


def working(first: str, last: str) -> Effort:
    return replace(FULL_TIME, period=span(first, last))


def counting(terms: CountingTerms) -> RuleSet:
    return replace(RULES, counting=terms)


# --- what effort and contract have in common


@pytest.mark.parametrize(
    ("period", "counted", "reasons"),
    [
        (("2026-03-01", "2026-08-31"), ("2026-03-01", "2026-08-31"), []),
        (("2026-01-01", "2027-12-31"), ("2026-01-01", "2027-12-31"), []),
        (
            ("2025-11-01", "2026-02-28"),
            ("2026-01-01", "2026-02-28"),
            [(ReasonKind.BEFORE_CONTRACT, ("2025-11-01", "2025-12-31"))],
        ),
        (
            ("2027-11-01", "2028-02-29"),
            ("2027-11-01", "2027-12-31"),
            [(ReasonKind.AFTER_CONTRACT, ("2028-01-01", "2028-02-29"))],
        ),
        (
            ("2025-12-01", "2028-01-31"),
            ("2026-01-01", "2027-12-31"),
            [
                (ReasonKind.BEFORE_CONTRACT, ("2025-12-01", "2025-12-31")),
                (ReasonKind.AFTER_CONTRACT, ("2028-01-01", "2028-01-31")),
            ],
        ),
        (
            ("2025-10-01", "2025-12-31"),
            None,
            [(ReasonKind.BEFORE_CONTRACT, ("2025-10-01", "2025-12-31"))],
        ),
        (
            ("2028-01-01", "2028-03-31"),
            None,
            [(ReasonKind.AFTER_CONTRACT, ("2028-01-01", "2028-03-31"))],
        ),
    ],
)
def test_that_only_days_within_the_contract_count(
    period: tuple[str, str],
    counted: tuple[str, str] | None,
    reasons: list[tuple[ReasonKind, tuple[str, str]]],
) -> None:
    valuation = value(working(*period), RULES, CONTRACT)
    assert valuation.counted == (span(*counted) if counted else None)
    assert valuation.not_counted == tuple(
        NotCounted(kind, period=span(*days)) for kind, days in reasons
    )


def test_that_without_dates_of_the_contract_every_day_counts() -> None:
    effort = working("2020-01-01", "2020-12-31")
    assert value(effort, RULES, UNDATED).counted == effort.period


def test_that_one_known_date_of_the_contract_limits_on_its_side() -> None:
    effort = working("2025-07-01", "2028-06-30")
    from_start = replace(UNDATED, starts_on=day("2026-01-01"))
    to_end = replace(UNDATED, ends_on=day("2027-12-31"))
    assert value(effort, RULES, from_start).counted == span("2026-01-01", "2028-06-30")
    assert value(effort, RULES, to_end).counted == span("2025-07-01", "2027-12-31")


# --- look-back


@pytest.mark.parametrize(("start", "counts"), [("2025-01-01", True), ("2024-12-31", False)])
def test_that_someone_may_start_up_to_the_look_back_before_the_contract(
    start: str, counts: bool
) -> None:
    """The contract starts on 1 January 2026; twelve months before is 1 January 2025."""
    valuation = value(working(start, "2026-06-30"), RULES, CONTRACT)
    if counts:
        assert valuation.counted == span("2026-01-01", "2026-06-30")
        assert ReasonKind.STARTED_TOO_EARLY not in left_out(valuation)
    else:
        assert valuation.value == ZERO
        assert left_out(valuation) == [ReasonKind.STARTED_TOO_EARLY]
        assert valuation.not_counted[0].number == 12


def test_that_time_before_the_contract_counts_where_the_rules_say_so() -> None:
    rules = counting(replace(COUNTING, counts_before_contract=True))
    effort = working("2025-07-01", "2026-06-30")
    valuation = value(effort, rules, CONTRACT)
    assert valuation.counted == effort.period
    assert valuation.value == eur(40_000)


def test_that_a_silent_look_back_is_an_assumption_and_costs_nothing_after_the_start() -> None:
    rules = counting(replace(COUNTING, look_back_months=None))
    early = value(working("2020-01-01", "2026-06-30"), rules, CONTRACT)
    assert early.counted == span("2026-01-01", "2026-06-30")
    assert AssumptionKind.LOOK_BACK_UNKNOWN in assumed(early)
    later = value(working("2026-01-01", "2026-06-30"), rules, CONTRACT)
    assert AssumptionKind.LOOK_BACK_UNKNOWN not in assumed(later)


# --- counting limits


def test_that_a_limit_in_months_ends_the_counting() -> None:
    """Twelve months from 1 March 2026 end on 28 February 2027; the eighteenth month is too late."""
    rules = counting(replace(COUNTING, default_limit=months(12)))
    valuation = value(working("2026-03-01", "2027-08-31"), rules, CONTRACT)
    assert valuation.counted == span("2026-03-01", "2027-02-28")
    assert valuation.value == eur(40_000)
    assert valuation.not_counted == (
        NotCounted(
            ReasonKind.AFTER_COUNTING_TIME,
            period=span("2027-03-01", "2027-08-31"),
            number=Fraction(12),
        ),
    )


def test_that_a_counting_time_that_began_earlier_says_when() -> None:
    terms = replace(COUNTING, default_limit=months(12), interruption_months=6)
    effort = replace(working("2026-10-01", "2027-03-31"), counted_since=day("2026-02-01"))
    valuation = value(effort, counting(terms), CONTRACT)
    assert valuation.counted == span("2026-10-01", "2027-01-31")
    assert valuation.not_counted == (
        NotCounted(
            ReasonKind.AFTER_COUNTING_TIME,
            period=span("2027-02-01", "2027-03-31"),
            number=Fraction(12),
            since=day("2026-02-01"),
        ),
    )
    assert assumed(valuation) == set()


@pytest.mark.parametrize(
    ("since", "end", "is_assumed"),
    [
        ("2026-02-01", "2027-03-31", True),
        ("2026-02-01", "2026-12-31", False),  # it takes nothing away
        ("2026-10-01", "2027-12-31", False),  # the effort's own first day: no interruption
    ],
)
def test_that_a_silent_interruption_is_assumed_where_it_takes_time_away(
    since: str, end: str, *, is_assumed: bool
) -> None:
    terms = replace(COUNTING, default_limit=months(12))
    effort = replace(working("2026-10-01", end), counted_since=day(since))
    valuation = value(effort, counting(terms), CONTRACT)
    assert (AssumptionKind.INTERRUPTION_UNKNOWN in assumed(valuation)) is is_assumed


def test_that_someone_within_the_limit_loses_nothing() -> None:
    rules = counting(replace(COUNTING, default_limit=months(12)))
    valuation = value(working("2026-03-01", "2027-02-28"), rules, CONTRACT)
    assert valuation.not_counted == ()
    assert valuation.value == eur(40_000)


def test_that_a_block_has_its_own_limit_before_that_of_the_rule_set() -> None:
    rules = replace(
        RULES,
        blocks=(replace(PLACEMENT, limit=UNLIMITED),),
        counting=replace(COUNTING, default_limit=months(12)),
    )
    valuation = value(working("2026-01-01", "2027-12-31"), rules, CONTRACT)
    assert valuation.value == eur(80_000)
    assert AssumptionKind.LIMIT_UNKNOWN not in assumed(valuation)


def test_that_a_silent_limit_is_an_assumption() -> None:
    rules = counting(CountingTerms())
    assert AssumptionKind.LIMIT_UNKNOWN in assumed(value(FULL_TIME, rules, CONTRACT))


def test_that_the_clock_starts_at_the_first_day_anywhere() -> None:
    """Counted since 1 September 2025, twelve months end on 31 August 2026: two months remain."""
    rules = counting(replace(COUNTING, default_limit=months(12)))
    effort = replace(working("2026-07-01", "2026-12-31"), counted_since=day("2025-09-01"))
    valuation = value(effort, rules, CONTRACT)
    assert valuation.counted == span("2026-07-01", "2026-08-31")
    # 40,000 x 2/12 = 6,666.67
    assert valuation.value == eur("6666.67")


def test_that_the_clock_starts_before_the_contract_too() -> None:
    """In service since 1 July 2025; twelve months end on 30 June 2026, six in the contract."""
    rules = counting(replace(COUNTING, default_limit=months(12)))
    valuation = value(working("2025-07-01", "2026-12-31"), rules, CONTRACT)
    assert valuation.counted == span("2026-01-01", "2026-06-30")
    assert valuation.value == eur(20_000)


def test_that_a_clock_never_starts_after_the_effort_itself() -> None:
    rules = counting(replace(COUNTING, default_limit=months(12)))
    effort = replace(working("2026-01-01", "2027-06-30"), counted_since=day("2026-06-01"))
    assert value(effort, rules, CONTRACT).counted == span("2026-01-01", "2026-12-31")


def test_that_nobody_counts_whose_time_was_over_before() -> None:
    rules = counting(replace(COUNTING, default_limit=months(12)))
    effort = replace(FULL_TIME, counted_since=day("2024-01-01"))
    valuation = value(effort, rules, CONTRACT)
    assert valuation.value == ZERO
    assert valuation.counted is None
    assert valuation.not_counted[0].period == effort.period


@pytest.mark.parametrize(
    ("extends", "subsidy_until", "last"),
    [
        (True, "2027-05-31", "2027-05-31"),
        (True, "2026-12-31", "2027-02-28"),  # a subsidy that ended earlier takes nothing away
        (True, None, "2027-02-28"),
        (False, "2027-05-31", "2027-02-28"),
    ],
)
def test_that_a_running_wage_subsidy_extends_the_counting_where_the_rules_say_so(
    extends: bool, subsidy_until: str | None, last: str
) -> None:
    terms = replace(COUNTING, default_limit=months(12), wage_subsidy_extends=extends)
    effort = replace(
        working("2026-03-01", "2027-08-31"),
        wage_subsidy_until=day(subsidy_until) if subsidy_until else None,
    )
    valuation = value(effort, counting(terms), CONTRACT)
    assert valuation.counted == span("2026-03-01", last)


def test_that_twelve_months_around_a_leap_day_are_worth_twelve_months() -> None:
    """10 February 2028 to 9 February 2029 is 20/29 + 11 + 9/28 months, above 12."""
    rules = counting(replace(COUNTING, default_limit=months(12)))
    effort = working("2028-02-10", "2029-12-31")
    assert value(effort, rules, UNDATED).value == eur(40_000)


def test_that_the_months_are_not_capped_where_a_subsidy_extends_them() -> None:
    """15 months from 1 January 2026: 40,000 x 15/12 = 50,000."""
    terms = replace(COUNTING, default_limit=months(12), wage_subsidy_extends=True)
    effort = replace(working("2026-01-01", "2027-03-31"), wage_subsidy_until=day("2027-03-31"))
    assert value(effort, counting(terms), CONTRACT).value == eur(50_000)


# --- until, and the days that are allocated


@pytest.mark.parametrize(
    ("until", "counted"),
    [
        ("2026-02-28", None),
        ("2026-03-01", ("2026-03-01", "2026-03-01")),
        ("2026-05-31", ("2026-03-01", "2026-05-31")),
        ("2030-01-01", ("2026-03-01", "2026-08-31")),
    ],
)
def test_that_nothing_counts_after_the_day_asked_for(
    until: str, counted: tuple[str, str] | None
) -> None:
    valuation = value(FULL_TIME, RULES, CONTRACT, until=day(until))
    assert valuation.counted == (span(*counted) if counted else None)


@pytest.mark.parametrize(
    ("within", "counted"),
    [
        (span("2026-04-01", "2026-04-30"), span("2026-04-01", "2026-04-30")),
        (span("2026-01-01", "2026-03-31"), span("2026-03-01", "2026-03-31")),
        (span("2027-01-01", "2027-03-31"), None),
    ],
)
def test_that_only_allocated_days_count(within: Period, counted: Period | None) -> None:
    assert value(FULL_TIME, RULES, CONTRACT, within=within).counted == counted


def test_that_the_clock_does_not_restart_with_each_allocation() -> None:
    """Twelve months from 1 March 2026: of what is allocated, only January and February count."""
    rules = counting(replace(COUNTING, default_limit=months(12)))
    effort = working("2026-03-01", "2027-08-31")
    within = span("2027-01-01", "2027-08-31")
    assert value(effort, rules, CONTRACT, within=within).counted == span("2027-01-01", "2027-02-28")


# --- who does not count at all


@pytest.mark.parametrize(
    ("worked_here", "counts", "kinds"),
    [
        (True, False, set()),
        (False, True, set()),
        (None, True, {AssumptionKind.EMPLOYER_NOT_CHECKED}),
    ],
)
def test_that_someone_who_worked_here_recently_does_not_count(
    worked_here: bool | None, counts: bool, kinds: set[AssumptionKind]
) -> None:
    rules = replace(RULES, blocks=(replace(PLACEMENT, min_months_out=6),))
    valuation = value(replace(FULL_TIME, worked_here_before=worked_here), rules, CONTRACT)
    assert bool(valuation.value) is counts
    assert assumed(valuation) == kinds
    if not counts:
        assert valuation.not_counted == (
            NotCounted(ReasonKind.WORKED_HERE_BEFORE, number=Fraction(6)),
        )


def test_that_former_employment_matters_only_where_the_block_says_so() -> None:
    assert value(replace(FULL_TIME, worked_here_before=True), RULES, CONTRACT).value == eur(20_000)


@pytest.mark.parametrize(("hours", "counts"), [(10, False), (12, True), (36, True)])
def test_that_fewer_hours_than_the_minimum_do_not_count(hours: int, counts: bool) -> None:
    rules = counting(replace(COUNTING, min_hours_per_week=Fraction(12)))
    valuation = value(replace(PLACED, hours_per_week=Fraction(hours)), rules, CONTRACT)
    assert (exact(valuation) > 0) is counts
    if not counts:
        assert valuation.not_counted == (
            NotCounted(ReasonKind.BELOW_MINIMUM_HOURS, number=Fraction(12)),
        )
        assert valuation.counted is None


def test_that_unknown_hours_are_not_below_a_minimum() -> None:
    rules = counting(replace(COUNTING, min_hours_per_week=Fraction(12)))
    assert value(replace(PLACED, hours_per_week=None), rules, CONTRACT).value == eur(20_000)


@pytest.mark.parametrize(("worked", "counts"), [(Fraction(315), False), (Fraction(316), True)])
def test_that_worked_hours_are_held_against_the_minimum_as_an_average(
    worked: Fraction, counts: bool
) -> None:
    """1 March to 31 August is 184 days: 12 hours a week are 12 x 184/7 = 315.43 hours."""
    rules = counting(replace(COUNTING, min_hours_per_week=Fraction(12)))
    effort = replace(PLACED, hours_per_week=None, worked_hours=worked)
    assert (exact(value(effort, rules, CONTRACT)) > 0) is counts


# --- as long as the wage subsidy runs, and a number of worked hours

WHILE_SUBSIDISED = replace(
    COUNTING, default_limit=CountingLimit(LimitKind.WAGE_SUBSIDY), wage_subsidy_extends=False
)


@pytest.mark.parametrize(
    ("until", "amount", "reasons"),
    [
        ("2026-12-31", "40000", []),
        ("2026-06-30", "20000", [ReasonKind.AFTER_WAGE_SUBSIDY]),
        ("2025-12-31", "0", [ReasonKind.AFTER_WAGE_SUBSIDY]),
    ],
)
def test_that_someone_counts_as_long_as_the_wage_subsidy_runs(
    until: str, amount: str, reasons: list[ReasonKind]
) -> None:
    effort = replace(working("2026-01-01", "2026-12-31"), wage_subsidy_until=day(until))
    valuation = value(effort, counting(WHILE_SUBSIDISED), CONTRACT)
    assert valuation.value == eur(amount)
    assert left_out(valuation) == reasons
    assert assumed(valuation) == set()


def test_that_what_lies_after_the_wage_subsidy_is_told_by_its_days() -> None:
    effort = replace(working("2026-01-01", "2026-12-31"), wage_subsidy_until=day("2026-06-30"))
    valuation = value(effort, counting(WHILE_SUBSIDISED), CONTRACT)
    outside = span("2026-07-01", "2026-12-31")
    assert valuation.not_counted == (NotCounted(ReasonKind.AFTER_WAGE_SUBSIDY, outside),)
    assert valuation.counted == span("2026-01-01", "2026-06-30")
    before = replace(effort, wage_subsidy_until=day("2025-12-31"))
    valuation = value(before, counting(WHILE_SUBSIDISED), CONTRACT)
    assert valuation.not_counted == (NotCounted(ReasonKind.AFTER_WAGE_SUBSIDY, effort.period),)


def test_that_a_wage_subsidy_without_an_end_is_an_assumption() -> None:
    valuation = value(working("2026-01-01", "2026-12-31"), counting(WHILE_SUBSIDISED), CONTRACT)
    assert valuation.value == eur(40_000)
    assert assumed(valuation) == {AssumptionKind.WAGE_SUBSIDY_UNKNOWN}


@pytest.mark.parametrize(
    ("hours", "before", "amount"),
    [
        (1872, 0, "40000"),  # a year of 36 x 52
        (936, 0, "20000"),
        (936, Fraction(1, 4), "10000"),  # a quarter of a year was used elsewhere
        (936, Fraction(1, 2), "0"),
        (4000, 0, "40000"),
    ],
)
def test_that_a_limit_in_worked_hours_counts_full_time_hours(
    hours: int, before: Fraction, amount: str
) -> None:
    limit = CountingLimit(LimitKind.WORKED_HOURS, hours)
    effort = replace(working("2026-01-01", "2026-12-31"), counted_before=Fraction(before))
    valuation = value(effort, counting(replace(COUNTING, default_limit=limit)), CONTRACT)
    assert valuation.value == eur(amount)
    assert valuation.is_consistent()
    used = [NotCounted(ReasonKind.COUNTING_HOURS_USED, number=Fraction(hours))]
    assert list(valuation.not_counted) == (used if valuation.value < eur(40_000) else [])
