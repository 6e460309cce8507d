"""What one share of an effort adds to the totals of its contract."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.account import Totals, of_share
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.money import ZERO, Money

WHOLE, SO_FAR = Money(1000), Money(400)


@pytest.mark.parametrize("state", [EffortState.PLANNED, EffortState.COMMITTED])
def test_that_what_is_to_come_is_planned_whole_even_where_its_days_are_past(
    state: EffortState,
) -> None:
    assert of_share(state, WHOLE, SO_FAR, ZERO, is_proven=True) == Totals(planned=WHOLE)


def test_that_what_runs_is_realised_up_to_the_day_and_planned_after_it() -> None:
    found = of_share(EffortState.REALISED, WHOLE, SO_FAR, ZERO, is_proven=True)
    assert found == Totals(planned=Money(600), proven=SO_FAR)


def test_that_what_lacks_evidence_is_kept_apart() -> None:
    found = of_share(EffortState.REALISED, WHOLE, WHOLE, ZERO, is_proven=False)
    assert found == Totals(unproven=WHOLE)


def test_that_what_was_reported_counts_as_reported_up_to_the_day() -> None:
    found = of_share(EffortState.REPORTED, WHOLE, SO_FAR, ZERO, is_proven=False)
    assert found == Totals(planned=Money(600), unproven=SO_FAR, reported=SO_FAR)


def test_that_what_was_rejected_fills_nothing() -> None:
    found = of_share(EffortState.REJECTED, WHOLE, WHOLE, ZERO, is_proven=True)
    assert found == Totals(rejected=WHOLE)


def test_that_the_authority_s_word_proves_and_the_rest_is_rejected() -> None:
    part = Money(700)
    found = of_share(EffortState.ACCEPTED_IN_PART, WHOLE, WHOLE, part, is_proven=False)
    assert found == Totals(proven=part, rejected=Money(300), reported=part, accepted=part)


def test_that_an_authority_may_accept_more_than_we_computed() -> None:
    more = Money(1500)
    found = of_share(EffortState.ACCEPTED, WHOLE, WHOLE, more, is_proven=True)
    assert found == Totals(proven=more, reported=more, accepted=more)


@given(
    st.sampled_from(EffortState),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.booleans(),
)
def test_that_nothing_is_lost_or_doubled_between_the_totals(
    state: EffortState, whole: int, part: int, accepted: int, is_proven: bool
) -> None:
    so_far = min(whole, part)
    found = of_share(state, Money(whole), Money(so_far), Money(accepted), is_proven=is_proven)
    together = found.planned + found.realised + found.rejected
    expected = whole
    if found.accepted or state in {EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART}:
        expected = max(whole, accepted)
    assert together == Money(expected)
    assert min(found.planned, found.realised, found.rejected, found.reported) >= ZERO
