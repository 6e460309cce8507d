"""What shares add where a category may fill only a part: what was done before what is planned."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.account import Totals
from sroi_desktop.domain.derivation import Operation, ReasonKind, Step, StepKind, Valuation
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.limited import Held, Part, held, is_limiting
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import CapOf, EffortKind, RegionTerms, RuleSet, ShareCap
from tests.unit.domain.build import RULES, day, eur
from tests.unit.domain.strategies import dates
from tests.unit.domain.test_capping import LEARNERS, QUARTER, under

TODAY = day("2026-06-30")
OWED = eur(40_000)


def worked(euros: int, years: int | str = 0) -> Valuation:
    """Return a value with the full-time years behind it."""
    factor = Fraction(years)
    step = Step(StepKind.DAYS_OF_YEAR, Operation.TIMES, factor, Fraction(euros))
    return Valuation(eur(euros), (step,) if factor else ())


def part(
    block: str,
    start: str = "2026-01-01",
    *,
    proven: int = 0,
    unproven: int = 0,
    planned: int = 0,
    years: tuple[int | str, int | str] = (0, 0),
    place: int | None = None,
) -> Part:
    adds = Totals(planned=eur(planned), proven=eur(proven), unproven=eur(unproven))
    effort = Effort(
        EffortKind.BESPOKE, block, "Iets", Period(day(start), day("2027-12-31")), id=place
    )
    done = proven + unproven
    return Part(effort, adds, worked(done, years[0]), worked(done + planned, years[1]))


def test_that_a_rule_set_without_limits_limits_nothing() -> None:
    assert not is_limiting(RULES)
    assert not is_limiting(replace(RULES, region=RegionTerms()))


@pytest.mark.parametrize(
    "rules",
    [
        under(QUARTER),
        under(region=RegionTerms(on_project_share=Fraction(1, 2))),
        replace(RULES, blocks=(replace(RULES.blocks[0], share_cap=Fraction(1, 4)),)),
    ],
)
def test_that_a_cap_on_a_category_a_row_or_a_place_limits(rules: RuleSet) -> None:
    assert is_limiting(rules)


def test_that_what_was_done_fills_a_cap_before_what_is_planned() -> None:
    """A quarter of 40,000: the plan began earlier, but 8,000 was done later."""
    plan = part("vakmanschap", planned=9_000)
    work = part("vakmanschap", "2026-05-01", proven=8_000)
    first, second = held([plan, work], under(QUARTER), OWED, TODAY)
    assert second == Held(work.adds)
    assert first.adds == Totals(planned=eur(2_000), beyond=eur(7_000))
    assert first.beyond == ZERO
    assert [one.kind for one in first.ahead] == [ReasonKind.SHARE_CAP]
    assert first.every == first.ahead


def test_that_one_effort_loses_its_plan_before_its_work() -> None:
    running = part("vakmanschap", unproven=6_000, planned=9_000)
    (found,) = held([running], under(QUARTER), OWED, TODAY)
    assert found.adds == Totals(planned=eur(4_000), unproven=eur(6_000), beyond=eur(5_000))
    assert found.beyond == ZERO


def test_that_of_what_does_not_count_nothing_is_reported_or_accepted() -> None:
    adds = Totals(proven=eur(25_000), reported=eur(25_000), accepted=eur(25_000))
    judged = replace(part("vakmanschap"), adds=adds)
    (found,) = held([judged], under(QUARTER), OWED, TODAY)
    counts = eur(10_000)
    assert found.adds == Totals(proven=counts, reported=counts, accepted=counts, beyond=eur(15_000))
    assert found.beyond == eur(15_000)
    assert found.every == found.reasons != ()


def test_that_plans_do_not_stretch_what_learners_may_fill_today() -> None:
    """Half of the employment: one year of learners beside half a year of others."""
    learner = part("bbl", proven=20_000, years=(1, 1))
    worker = part("pw", proven=20_000, planned=20_000, years=("1/2", 1))
    first, second = held([learner, worker], under(LEARNERS), None, TODAY)
    assert first.adds == Totals(proven=eur(10_000), beyond=eur(10_000))
    assert first.reasons[0].kind is ReasonKind.EMPLOYMENT_CAP
    assert second.adds == worker.adds


def test_that_planned_learners_count_beside_planned_employment() -> None:
    learner = part("bbl", planned=20_000, years=(0, 1))
    worker = part("pw", planned=40_000, years=(0, 1))
    assert held([learner, worker], under(LEARNERS), None, TODAY)[0] == Held(learner.adds)


def test_that_a_new_effort_stands_after_those_in_the_books() -> None:
    new, kept = part("vakmanschap", proven=8_000), part("vakmanschap", proven=8_000, place=3)
    first, second = held([new, kept], under(QUARTER), OWED, TODAY)
    assert second.adds == kept.adds
    assert first.adds.beyond == eur(6_000)


amounts = st.integers(0, 30_000)


@given(
    st.lists(
        st.builds(
            lambda block, start, done, planned, years: part(
                block, start.isoformat(), proven=done, planned=planned, years=(years, 2 * years)
            ),
            st.sampled_from(("pw", "bbl", "bol", "vakmanschap")),
            dates.filter(lambda one: one.year < 2027),
            amounts,
            amounts,
            st.integers(0, 3),
        ),
        max_size=6,
    ),
    st.one_of(st.none(), st.integers(0, 100_000).map(eur)),
)
def test_that_nothing_is_lost_and_nothing_appears(parts: list[Part], owed: Money | None) -> None:
    cap = ShareCap("Leerlingen", ("bbl",), Fraction(1, 3), of=CapOf.EMPLOYMENT)
    found = held(parts, under(QUARTER, cap), owed, TODAY)
    for one, kept in zip(parts, found, strict=True):
        counts = kept.adds.realised + kept.adds.planned
        assert counts + kept.adds.beyond == one.adds.realised + one.adds.planned
        assert kept.adds.planned + kept.adds.beyond - kept.beyond == one.adds.planned
        assert ZERO <= kept.beyond <= kept.adds.beyond
        assert total(Money.from_euros(why.number or 0) for why in kept.every) >= kept.adds.beyond


def test_that_only_so_much_may_be_done_off_the_project() -> None:
    """Half of 40,000 has to be on the project itself; what is not known is not held against one."""
    rules = under(region=RegionTerms(on_project_share=Fraction(1, 2)))
    known = part("pw", proven=25_000)
    off = replace(known, effort=replace(known.effort, on_project=False))
    on_it = replace(known, effort=replace(known.effort, on_project=True))
    (found,) = held([off], rules, OWED, TODAY)
    assert found.adds == Totals(proven=eur(20_000), beyond=eur(5_000))
    assert [one.kind for one in found.reasons] == [ReasonKind.OFF_PROJECT]
    for one in (known, on_it):
        assert held([one], rules, OWED, TODAY) == (Held(one.adds),)
