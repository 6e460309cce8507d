"""Allocation: hours, euros and people are conserved over the contracts they count for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.allocation import (
    PARTS,
    Allocation,
    accepted_parts,
    check,
    in_proportion,
    most_urgent_first,
    most_valuable_first,
)
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.errors import (
    CitizenNumberError,
    OverAllocatedError,
    PercentOutOfRangeError,
)
from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.valuation import value
from tests.unit.domain.build import CONTRACT, PLACED, RULES, day, eur, exact, span

YEAR = span("2026-01-01", "2026-12-31")
FIRST_HALF, SECOND_HALF = span("2026-01-01", "2026-06-30"), span("2026-07-01", "2026-12-31")
amounts = st.integers(-1000, 10**9).map(Money)


def test_that_a_share_is_kept_in_millionths() -> None:
    assert Allocation(1, YEAR).share == 1
    assert Allocation(1, YEAR, parts=250_000).share == Fraction(1, 4)


@pytest.mark.parametrize("parts", [-1, PARTS + 1])
def test_that_no_share_is_below_nothing_or_above_the_whole(parts: int) -> None:
    with pytest.raises(PercentOutOfRangeError) as refused:
        Allocation(1, YEAR, parts=parts)
    assert refused.value.percent == Fraction(parts, PARTS) * 100


def test_that_a_share_of_nothing_and_the_whole_are_shares() -> None:
    assert Allocation(1, YEAR, parts=0).share == 0
    assert Allocation(1, YEAR, parts=PARTS).share == 1


@pytest.mark.parametrize(
    "shares",
    [
        [],
        [Allocation(1, YEAR)],
        [Allocation(1, YEAR, 600_000), Allocation(2, YEAR, 400_000)],
        # the whole for one contract, then the whole for another
        [Allocation(1, FIRST_HALF), Allocation(2, SECOND_HALF)],
    ],
)
def test_that_shares_up_to_the_whole_on_every_day_are_accepted(shares: list[Allocation]) -> None:
    check(shares)


@pytest.mark.parametrize(
    ("shares", "claimed", "first_day"),
    [
        ([Allocation(1, YEAR, 600_000), Allocation(2, YEAR, 400_001)], 1_000_001, "2026-01-01"),
        # one day of overlap is one day too many
        (
            [Allocation(1, FIRST_HALF), Allocation(2, span("2026-06-30", "2026-12-31"))],
            2_000_000,
            "2026-06-30",
        ),
        # the overlap begins in the middle of the first
        (
            [Allocation(1, YEAR, 700_000), Allocation(2, SECOND_HALF, 500_000)],
            1_200_000,
            "2026-07-01",
        ),
        # too much twice: the first day is named, whatever the order of the shares
        (
            [
                Allocation(1, SECOND_HALF, 900_000),
                Allocation(2, YEAR, 500_000),
                Allocation(3, FIRST_HALF, 600_000),
            ],
            1_100_000,
            "2026-01-01",
        ),
    ],
)
def test_that_more_than_the_whole_on_any_day_is_refused_with_the_first_such_day(
    shares: list[Allocation], claimed: int, first_day: str
) -> None:
    with pytest.raises(OverAllocatedError) as refused:
        check(shares)
    assert refused.value.claimed == Fraction(claimed, PARTS)
    assert refused.value.day == day(first_day)


@pytest.mark.parametrize(
    ("open_amounts", "parts"),
    [
        ((), ()),
        ((300, 100), (750_000, 250_000)),
        # three thirds: the millionth that is left goes to the first
        ((1, 1, 1), (333_334, 333_333, 333_333)),
        # nothing is open anywhere: equal shares
        ((0, 0), (500_000, 500_000)),
        # more than enough under one contract: nothing for that one
        ((-500, 100), (0, 1_000_000)),
    ],
)
def test_that_shares_are_proposed_in_proportion_to_what_is_open(
    open_amounts: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    assert in_proportion([Money(cents) for cents in open_amounts]) == parts


@pytest.mark.parametrize(
    ("open_amounts", "worth", "parts"),
    [
        ((), (), ()),
        # 5,000 of 20,000 fills the first, 10,000 of 20,000 the second; the rest stays first
        ((5_000, 10_000), (20_000, 20_000), (500_000, 500_000)),
        # the first takes all it can use
        ((30_000, 10_000), (20_000, 20_000), (1_000_000, 0)),
        # worth more under the second: 8,000 of 16,000 is half
        ((5_000, 8_000), (10_000, 16_000), (500_000, 500_000)),
        # under a contract where it is worth nothing it is of no use
        ((5_000, 8_000), (0, 8_000), (0, 1_000_000)),
        # a third does not divide: one millionth more, so that it is filled
        ((10, 30), (30, 30), (333_334, 666_666)),
        ((-1, 30), (30, 30), (0, 1_000_000)),
        # everything is filled: what is left goes where it is worth anything at all
        ((0, 0), (0, 30), (0, 1_000_000)),
        ((0, 0), (0, 0), (1_000_000, 0)),
    ],
)
def test_that_the_most_urgent_contract_is_filled_first(
    open_amounts: tuple[int, ...], worth: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    still_open = [Money(amount * 100) for amount in open_amounts]
    assert most_urgent_first(still_open, [eur(amount) for amount in worth]) == parts


@pytest.mark.parametrize(
    ("open_amounts", "worth", "parts"),
    [
        ((), (), ()),
        # worth most under the second: 10,000 of 40,000 fills it, the rest goes to the first
        ((30_000, 10_000), (20_000, 40_000), (750_000, 250_000)),
        # it takes all it can use
        ((30_000, 90_000), (20_000, 40_000), (0, 1_000_000)),
        # filled everywhere: the rest stays where it is worth most
        ((5_000, 10_000), (20_000, 40_000), (250_000, 750_000)),
        # worth the same: the first is filled first
        ((5_000, 30_000), (20_000, 20_000), (250_000, 750_000)),
    ],
)
def test_that_the_contract_under_which_it_is_worth_most_is_filled_first(
    open_amounts: tuple[int, ...], worth: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    still_open = [eur(amount) for amount in open_amounts]
    assert most_valuable_first(still_open, [eur(amount) for amount in worth]) == parts


@given(st.lists(amounts, min_size=1, max_size=6), st.data())
def test_that_proposed_shares_add_up_to_the_whole(
    open_amounts: list[Money], data: st.DataObject
) -> None:
    size = len(open_amounts)
    worth = data.draw(st.lists(st.integers(0, 10**9).map(Money), min_size=size, max_size=size))
    for proposal in (
        in_proportion(open_amounts),
        most_urgent_first(open_amounts, worth),
        most_valuable_first(open_amounts, worth),
    ):
        assert sum(proposal) == PARTS
        assert all(0 <= parts <= PARTS for parts in proposal)


@given(st.lists(amounts, min_size=1, max_size=6))
def test_that_an_effort_divided_over_contracts_keeps_its_exact_worth(
    open_amounts: list[Money],
) -> None:
    shares = [Fraction(parts, PARTS) for parts in in_proportion(open_amounts)]
    parts = [exact(value(PLACED, RULES, CONTRACT, share=share)) for share in shares]
    assert sum(parts) == exact(value(PLACED, RULES, CONTRACT))


@pytest.mark.parametrize(
    ("state", "accepted", "parts"),
    [
        (EffortState.REALISED, None, (0, 0)),
        (EffortState.REJECTED, None, (0, 0)),
        (EffortState.ACCEPTED, None, (200, 100)),
        # 1.50 accepted of 3.00: half of each
        (EffortState.ACCEPTED_IN_PART, 150, (100, 50)),
        (EffortState.ACCEPTED, 300, (200, 100)),
        # a part that is not known is not counted on
        (EffortState.ACCEPTED_IN_PART, None, (0, 0)),
    ],
)
def test_that_what_was_accepted_follows_the_shares(
    state: EffortState, accepted: int | None, parts: tuple[int, ...]
) -> None:
    amount = None if accepted is None else Money(accepted)
    effort = replace(PLACED, state=state, accepted=amount)
    divided = accepted_parts(effort, [Money(200), Money(100)])
    assert tuple(part.cents for part in divided) == parts


@given(st.integers(0, 10**9).map(Money), st.lists(st.integers(0, 10**9).map(Money), min_size=1))
def test_that_no_accepted_cent_is_lost(accepted: Money, values: list[Money]) -> None:
    effort = replace(PLACED, state=EffortState.ACCEPTED, accepted=accepted)
    assert total(accepted_parts(effort, values)) == accepted


@pytest.mark.parametrize(
    ("open_amounts", "parts"),
    [
        ([1, 1, 1], (333_334, 333_333, 333_333)),
        ([1, 2], (333_333, 666_667)),
        # 166,666.67 and 833,333.33: the smaller share has the larger rest
        ([1, 5], (166_667, 833_333)),
        ([5, 1], (833_333, 166_667)),
    ],
)
def test_that_the_odd_millionth_goes_where_most_of_it_was_cut_off(
    open_amounts: list[int], parts: tuple[int, ...]
) -> None:
    assert in_proportion([eur(amount) for amount in open_amounts]) == parts


def test_that_every_contract_needs_its_own_worth() -> None:
    with pytest.raises(ValueError, match="shorter"):
        most_urgent_first([eur(1), eur(2)], [eur(1)])


def test_that_a_reason_not_to_count_holds_no_citizen_number() -> None:
    with pytest.raises(CitizenNumberError) as caught:
        Allocation(1, span("2026-01-01", "2026-12-31"), set_aside="van 123456782")
    assert caught.value.field == "reason"
    kept = Allocation(1, span("2026-01-01", "2026-12-31"), set_aside="Staat niet in v3")
    assert kept.set_aside == "Staat niet in v3"
