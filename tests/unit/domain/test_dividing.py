"""An effort divided over contracts and days: nothing is lost, and nothing counts twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import PARTS, Allocation, check
from sroi_desktop.domain.dividing import (
    Claim,
    Manner,
    Outcome,
    Proposal,
    cut,
    left_of,
    proposals,
    propose,
    spread,
    stretches,
)
from sroi_desktop.domain.hurry import Hurry
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import CONTRACT, PLACED, RULES, day, eur, span

YEAR = span("2026-01-01", "2026-12-31")
FIRST_HALF, SECOND_HALF = span("2026-01-01", "2026-06-30"), span("2026-07-01", "2026-12-31")
HALF = PARTS // 2
MOST = eur(1_000_000)
RATES = {1: eur(20_000), 2: eur(40_000), 3: eur(10_000)}


def worth(shares: Sequence[Allocation]) -> Money:
    """Value shares by the rate of their contract per year, by days."""
    return total(
        Money.from_euros(
            RATES[one.contract_id].euros * one.share * Fraction(one.period.days, YEAR.days)
        )
        for one in shares
    )


def claim(contract_id: int, still_open: int, due: str = "2026-12-31") -> Claim:
    return Claim(contract_id, eur(still_open), Hurry(due=day(due)))


def test_that_an_effort_without_shares_is_one_stretch() -> None:
    assert stretches(YEAR) == (YEAR,)


def test_that_a_stretch_begins_where_a_share_begins_and_after_one_ends() -> None:
    shares = [Allocation(1, span("2026-03-01", "2026-04-30")), Allocation(2, SECOND_HALF)]
    assert stretches(YEAR, shares) == (
        span("2026-01-01", "2026-02-28"),
        span("2026-03-01", "2026-04-30"),
        span("2026-05-01", "2026-06-30"),
        SECOND_HALF,
    )


def test_that_shares_beyond_the_effort_make_no_stretches() -> None:
    for share in (span("2025-01-01", "2027-12-31"), span("2027-01-01", "2027-12-31")):
        assert stretches(YEAR, [Allocation(1, share)]) == (YEAR,)


def test_that_a_share_to_the_end_of_the_calendar_has_no_day_after_it() -> None:
    whole = Period(date(2026, 1, 1), date.max)
    assert stretches(whole, [Allocation(1, whole)]) == (whole,)


def test_that_a_period_is_cut_on_days_within_it_whatever_their_order() -> None:
    days = [day("2026-07-01"), day("2026-01-01"), day("2025-06-01"), day("2027-01-01")]
    assert cut(YEAR, days) == (FIRST_HALF, SECOND_HALF)


def test_that_what_is_left_of_a_stretch_is_told_also_below_nothing() -> None:
    shares = [Allocation(1, YEAR, 600_000), Allocation(2, SECOND_HALF, 500_000)]
    assert [left_of(part, shares) for part in (FIRST_HALF, SECOND_HALF)] == [400_000, -100_000]


def test_that_days_on_end_with_the_same_share_are_one_allocation() -> None:
    parts = (span("2026-01-01", "2026-03-31"), span("2026-04-01", "2026-06-30"), SECOND_HALF)
    assert spread(parts, {1: (HALF, HALF, 0), 2: (0, HALF, PARTS), 3: (0, 0, 0)}) == (
        Allocation(1, FIRST_HALF, HALF),
        Allocation(2, parts[1], HALF),
        Allocation(2, SECOND_HALF, PARTS),
    )


def test_that_the_same_share_after_a_gap_is_another_allocation() -> None:
    parts = (span("2026-01-01", "2026-03-31"), span("2026-04-01", "2026-06-30"), SECOND_HALF)
    found = spread(parts, {1: (HALF, 0, HALF)})
    assert [one.period for one in found] == [parts[0], parts[2]]


# -- proposals


@pytest.mark.parametrize(
    ("manner", "values", "after"),
    [
        # 3,000 and 9,000 open: a quarter and three quarters
        (Manner.IN_PROPORTION, (5_000, 30_000), (0, 0)),
        # the first presses: 15% fills it, 22.5% the second, and what is left stays with the first
        (Manner.MOST_URGENT, (15_500, 9_000), (0, 0)),
        # worth most under the second, which 9,000 of 40,000 fills; 15% fills the first; the
        # rest stays where it is worth most
        (Manner.MOST_VALUABLE, (3_000, 34_000), (0, 0)),
    ],
)
def test_that_a_proposal_tells_what_it_leads_to(
    manner: Manner, values: tuple[int, int], after: tuple[int, int]
) -> None:
    claims = [claim(1, 3_000, "2026-03-31"), claim(2, 9_000)]
    found = propose(manner, claims, [YEAR], worth)
    assert [one.value for one in found.outcomes] == [eur(amount) for amount in values]
    assert [one.after for one in found.outcomes] == [eur(amount) for amount in after]
    assert [one.before for one in found.outcomes] == [eur(3_000), eur(9_000)]
    assert found.total == eur(sum(values))


def test_that_what_a_proposal_does_not_fill_stays_open() -> None:
    assert Outcome(1, eur(50_000), eur(20_000)).after == eur(30_000)
    assert Outcome(1, eur(5_000), eur(20_000)).after == ZERO


def test_that_the_manners_differ_where_little_is_enough_for_one_contract_only() -> None:
    claims = [claim(1, 90_000, "2026-03-31"), claim(2, 90_000), claim(3, 90_000)]
    by_manner = {one.manner: one for one in proposals(claims, [YEAR], worth)}
    assert list(by_manner) == list(Manner)
    assert by_manner[Manner.MOST_URGENT].allocations == (Allocation(1, YEAR),)
    assert by_manner[Manner.MOST_VALUABLE].allocations == (Allocation(2, YEAR),)
    assert len(by_manner[Manner.IN_PROPORTION].allocations) == 3


def test_that_of_contracts_that_press_alike_the_first_one_is_filled_first() -> None:
    found = propose(Manner.MOST_URGENT, [claim(1, 90_000), claim(2, 90_000)], [YEAR], worth)
    assert found.allocations == (Allocation(1, YEAR),)


def test_that_a_contract_under_which_it_is_worth_nothing_gets_no_share() -> None:
    def only_second(shares: Sequence[Allocation]) -> Money:
        return worth([one for one in shares if one.contract_id == 2])

    for manner in Manner:
        found = propose(manner, [claim(1, 50_000), claim(2, 10)], [YEAR], only_second)
        assert found.allocations == (Allocation(2, YEAR),)


def test_that_where_it_is_worth_nothing_anywhere_the_whole_is_divided_all_the_same() -> None:
    for manner in Manner:
        found = propose(manner, [claim(1, 10), claim(2, 10)], [YEAR], lambda _shares: ZERO)
        assert left_of(YEAR, found.allocations) == 0


def test_that_what_one_stretch_fills_is_no_longer_open_for_the_next() -> None:
    # half a year fills the first contract with 9,917.81; what is left goes to the second
    claims = [claim(1, 9_000, "2026-03-31"), claim(2, 90_000)]
    found = propose(Manner.MOST_URGENT, claims, [FIRST_HALF, SECOND_HALF], worth)
    first, *others = found.allocations
    assert (first.contract_id, first.period) == (1, FIRST_HALF)
    assert first.parts == 907_459  # 9,000 of 9,917.81
    assert [(one.contract_id, one.period) for one in others] == [
        (2, FIRST_HALF),
        (2, SECOND_HALF),
    ]


def test_that_stretches_share_the_room_that_a_contract_has() -> None:
    """Under the third contract at most € 6.000 counts, however many stretches it gets."""

    def at_most(shares: Sequence[Allocation]) -> Money:
        return min(worth(shares), eur(6_000) if shares and shares[0].contract_id == 3 else MOST)

    claims = [claim(3, 90_000, "2026-03-31"), claim(1, 90_000)]
    found = propose(Manner.MOST_VALUABLE, claims, [FIRST_HALF, SECOND_HALF], at_most)
    assert by_contract(found)[1] == eur(20_000)
    alone = propose(Manner.MOST_URGENT, claims[:1], [FIRST_HALF, SECOND_HALF], at_most)
    assert alone.total == eur(6_000)


def test_that_a_stretch_that_adds_nothing_more_goes_to_another_contract() -> None:
    def once(shares: Sequence[Allocation]) -> Money:
        return worth([one for one in shares if one.contract_id == 2 or one.period == FIRST_HALF])

    claims = [claim(1, 90_000, "2026-03-31"), claim(2, 90_000)]
    found = propose(Manner.MOST_URGENT, claims, [FIRST_HALF, SECOND_HALF], once)
    assert found.allocations == (Allocation(1, FIRST_HALF), Allocation(2, SECOND_HALF))


ids = st.lists(st.sampled_from((1, 2, 3)), min_size=1, max_size=3, unique=True)
starts = st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=3)


@st.composite
def claims_of(draw: st.DrawFn) -> list[Claim]:
    dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
    return [
        Claim(key, Money(draw(st.integers(0, 5_000_000))), Hurry(due=draw(dates)))
        for key in draw(ids)
    ]


@given(claims_of(), starts)
def test_that_every_proposal_divides_the_whole_on_every_day_and_never_more(
    claims: list[Claim], days: list[date]
) -> None:
    parts = cut(YEAR, days)
    for proposal in proposals(claims, parts, worth):
        check(proposal.allocations)
        assert all(one.parts > 0 for one in proposal.allocations)
        assert all(left_of(part, proposal.allocations) == 0 for part in parts)
        assert proposal.total == worth(proposal.allocations)


def by_contract(proposal: Proposal) -> dict[int, Money]:
    return {one.contract_id: one.value for one in proposal.outcomes}


@given(st.permutations((1, 2, 3)), st.integers(0, 5_000_000))
def test_that_the_order_of_contracts_of_equal_standing_changes_no_total(
    order: list[int], cents: int
) -> None:
    """One millionth of an effort may go to another of them, and no more than that."""

    def same_everywhere(shares: Sequence[Allocation]) -> Money:
        return worth([replace(one, contract_id=2) for one in shares])

    most = Money(RATES[2].cents // PARTS + 1)
    claims = [Claim(key, Money(cents), Hurry()) for key in (1, 2, 3)]
    shuffled = [Claim(key, Money(cents), Hurry()) for key in order]
    for one, other in zip(
        proposals(claims, [YEAR], same_everywhere),
        proposals(shuffled, [YEAR], same_everywhere),
        strict=True,
    ):
        values = sorted(by_contract(one).values()), sorted(by_contract(other).values())
        assert values[0] == values[1]
        assert abs(one.total.cents - other.total.cents) <= most.cents


@given(claims_of(), st.randoms())
def test_that_proportional_shares_follow_the_contract_and_not_its_place(
    claims: list[Claim], random: object
) -> None:
    shuffled = sorted(claims, key=lambda _one: random.random())  # type: ignore[attr-defined]
    one = by_contract(propose(Manner.IN_PROPORTION, claims, [YEAR], worth))
    other = by_contract(propose(Manner.IN_PROPORTION, shuffled, [YEAR], worth))
    for key, amount in one.items():
        assert abs(amount.cents - other[key].cents) <= RATES[key].cents // PARTS + 1


@given(st.dates(date(2026, 3, 2), date(2026, 8, 31)), st.integers(1, PARTS))
def test_that_the_value_over_split_periods_adds_up_to_the_cent_per_line(
    second_starts: date, parts: int
) -> None:
    """Each share is a line and is rounded once: two of them may differ one cent from the whole."""
    whole = value(PLACED, RULES, CONTRACT, share=Fraction(parts, PARTS))
    halves = cut(PLACED.period, [second_starts])
    split = [
        value(PLACED, RULES, CONTRACT, within=part, share=Fraction(parts, PARTS)) for part in halves
    ]
    assert sum(one.steps[-1].result for one in split) == whole.steps[-1].result
    assert abs(total(one.value for one in split).cents - whole.value.cents) <= 1
