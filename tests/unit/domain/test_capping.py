"""What counts where a category may fill only a part: per line, to the cent, with the reason."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.capping import Counted, Line, counted
from sroi_desktop.domain.derivation import NotCounted, ReasonKind
from sroi_desktop.domain.errors import UnknownBlockError
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.rules import (
    Block,
    CapOf,
    EffortKind,
    RegionTerms,
    RuleSet,
    ShareCap,
    Unit,
)
from tests.unit.domain.build import RULES, day, eur
from tests.unit.domain.strategies import dates

WORK = Block("pw", "Participatiewet", EffortKind.PLACEMENT, Unit.PER_YEAR, eur(40_000))
BBL = Block("bbl", "Leerling BBL", EffortKind.APPRENTICESHIP, Unit.PER_YEAR, eur(20_000))
BOL = Block("bol", "Stagiair BOL", EffortKind.TRAINEESHIP, Unit.PER_YEAR, eur(5_000))
CRAFT = Block("vakmanschap", "Behoud van vakmanschap", EffortKind.BESPOKE, Unit.AGREED)
BLOCKS = (WORK, BBL, BOL, CRAFT)
# Maastricht-Heuvelland (older): 25% of the amount for retained craftsmanship, and learners
# BOL and BBL at most 50% of the employment created.
QUARTER = ShareCap("Behoud van vakmanschap", ("vakmanschap",), Fraction(1, 4))
LEARNERS = ShareCap("Leerlingen", ("bbl", "bol"), Fraction(1, 2), of=CapOf.EMPLOYMENT)
OWED = eur(40_000)


def under(*caps: ShareCap, region: RegionTerms | None = None) -> RuleSet:
    return replace(RULES, blocks=BLOCKS, share_caps=caps, region=region)


def line(
    block: str,
    euros: int | str,
    start: str = "2026-01-01",
    place: int = 1,
    *,
    years: int | str = 0,
    elsewhere: bool | None = None,
) -> Line:
    return Line(block, eur(euros), day(start), place, Fraction(years), elsewhere)


def counts(*found: Counted) -> list[Money]:
    return [one.counts for one in found]


def test_that_retained_craftsmanship_fills_a_quarter_at_most() -> None:
    """A quarter of 40,000: of 25,000 only 10,000 counts."""
    (found,) = counted([line("vakmanschap", 25_000)], under(QUARTER), OWED)
    assert found.counts == eur(10_000)
    assert found.beyond == eur(15_000)
    assert found.reasons == (
        NotCounted(ReasonKind.SHARE_CAP, number=Fraction(15_000), label="Behoud van vakmanschap"),
    )


def test_that_a_cap_leaves_other_lines_and_what_fits_alone() -> None:
    lines = [line("vakmanschap", 10_000), line("pw", 30_000, place=2)]
    found = counted(lines, under(QUARTER), OWED)
    assert counts(*found) == [eur(10_000), eur(30_000)]
    assert [one.reasons for one in found] == [(), ()]


def test_that_the_earliest_line_counts_first_whatever_the_order() -> None:
    late, early = line("vakmanschap", 6_000, "2026-06-01"), line("vakmanschap", 7_000)
    assert counts(*counted([late, early], under(QUARTER), OWED)) == [eur(3_000), eur(7_000)]
    assert counts(*counted([early, late], under(QUARTER), OWED)) == [eur(7_000), eur(3_000)]


def test_that_on_one_day_the_line_that_was_booked_first_counts_first() -> None:
    second, first = line("vakmanschap", 8_000, place=2), line("vakmanschap", 8_000, place=1)
    assert counts(*counted([second, first], under(QUARTER), OWED)) == [eur(2_000), eur(8_000)]


def test_that_lines_that_are_alike_count_in_the_order_given() -> None:
    same = line("vakmanschap", 8_000)
    assert counts(*counted([same, same], under(QUARTER), OWED)) == [eur(8_000), eur(2_000)]


def test_that_what_finds_no_room_at_all_does_not_count() -> None:
    lines = [line("vakmanschap", 10_000), line("vakmanschap", 5_000, place=2)]
    found = counted(lines, under(QUARTER), OWED)
    assert found[1].counts == ZERO
    assert found[1].reasons[0].number == 5_000


def test_that_while_nothing_is_known_to_be_owed_no_cap_on_it_holds() -> None:
    assert counts(*counted([line("vakmanschap", 25_000)], under(QUARTER), None)) == [eur(25_000)]


def test_that_a_block_may_carry_its_own_cap() -> None:
    own = replace(CRAFT, share_cap=Fraction(1, 8))
    rules = replace(RULES, blocks=(WORK, own))
    lines = [line("vakmanschap", 4_000), line("vakmanschap", 4_000, place=2), line("pw", 9)]
    found = counted(lines, rules, OWED)
    assert counts(*found) == [eur(4_000), eur(1_000), eur(9)]
    assert found[1].reasons[0].label == "Behoud van vakmanschap"


def test_that_a_cap_on_a_kind_limits_every_block_of_it() -> None:
    """Own example: traineeships and apprenticeships together fill half at most."""
    kinds = (EffortKind.TRAINEESHIP, EffortKind.APPRENTICESHIP)
    cap = ShareCap("Leerlingen en stages", (), Fraction(1, 2), kinds)
    lines = [line("bol", 15_000), line("bbl", 15_000, place=2), line("pw", 15_000, place=3)]
    assert counts(*counted(lines, under(cap), OWED)) == [eur(15_000), eur(5_000), eur(15_000)]


def test_that_of_two_caps_the_one_with_least_room_decides() -> None:
    """Own example: 10,000 for BBL alone, 12,000 for BBL and BOL together."""
    alone = ShareCap("BBL", ("bbl",), Fraction(1, 4))
    together = ShareCap("BBL en BOL", ("bbl", "bol"), Fraction(3, 10))
    lines = [line("bbl", 11_000), line("bol", 5_000, place=2), line("bbl", 1, place=3)]
    found = counted(lines, under(alone, together), OWED)
    assert counts(*found) == [eur(10_000), eur(2_000), ZERO]
    assert [one.reasons[0].label for one in found] == ["BBL", "BBL en BOL", "BBL"]


def test_that_a_cap_is_rounded_once() -> None:
    """A third of 100.00 is 33.33."""
    third = ShareCap("Derde", ("vakmanschap",), Fraction(1, 3))
    (found,) = counted([line("vakmanschap", 100)], under(third), eur(100))
    assert found.counts == eur("33.33")
    assert found.beyond == eur("66.67")


# --- on the project itself, or elsewhere


HALF_HERE = RegionTerms(on_project_share=Fraction(1, 2), text="De helft op het project.")


def test_that_half_of_the_amount_has_to_be_filled_on_the_project() -> None:
    """De Stichtse Rijnlanden: half on the project, half elsewhere."""
    lines = [
        line("pw", 15_000, elsewhere=True),
        line("pw", 15_000, place=2, elsewhere=True),
        line("pw", 15_000, place=3, elsewhere=False),
        line("pw", 15_000, place=4),  # where it was done is not known
    ]
    found = counted(lines, under(region=HALF_HERE), OWED)
    assert counts(*found) == [eur(15_000), eur(5_000), eur(15_000), eur(15_000)]
    assert found[1].reasons == (
        NotCounted(ReasonKind.OFF_PROJECT, number=Fraction(10_000), label=HALF_HERE.text),
    )


def test_that_without_a_share_for_the_project_the_place_limits_nothing() -> None:
    """Midden-Holland: fulfilment is not bound to borders."""
    free = RegionTerms(bound=False)
    lines = [line("pw", 50_000, elsewhere=True)]
    assert counts(*counted(lines, under(region=free), OWED)) == [eur(50_000)]


def test_that_a_share_for_the_project_needs_no_words() -> None:
    rules = under(region=replace(HALF_HERE, text=None))
    (found,) = counted([line("pw", 50_000, elsewhere=True)], rules, OWED)
    assert found.reasons[0].label == ""


# --- a part of the employment created


@pytest.mark.parametrize(
    ("learner_years", "other_years", "part"),
    [
        (1, 1, 1),
        (1, 2, 1),
        (2, 1, Fraction(1, 2)),
        (1, 0, 0),
        (4, 1, Fraction(1, 4)),
    ],
)
def test_that_learners_are_at_most_half_of_the_employment(
    learner_years: int, other_years: int, part: Fraction
) -> None:
    lines = [
        line("bbl", 20_000, years=learner_years),
        line("pw", 40_000, place=2, years=other_years),
    ]
    found = counted(lines, under(LEARNERS), OWED)
    assert found[0].counts == Money.from_euros(20_000 * part)
    assert found[1].counts == eur(40_000)
    if part < 1:
        beyond = found[0].beyond.euros
        assert found[0].reasons == (
            NotCounted(ReasonKind.EMPLOYMENT_CAP, number=beyond, label="Leerlingen"),
        )
    else:
        assert found[0].reasons == ()


def test_that_a_quarter_of_the_employment_is_a_third_of_the_rest() -> None:
    """Of 3 years for others 1 year for learners may count: 1 of 4 is a quarter."""
    quarter = replace(LEARNERS, share=Fraction(1, 4))
    lines = [line("bbl", 20_000, years=2), line("pw", 90_000, place=2, years=3)]
    assert counts(*counted(lines, under(quarter), OWED)) == [eur(10_000), eur(90_000)]


def test_that_all_other_employment_makes_room_for_learners() -> None:
    """Two years of others leave room for two of the three years of learners."""
    others = (line("pw", 40_000, years=1), line("pw", 40_000, "2026-02-01", years=1))
    found = counted((*others, line("bbl", 60_000, years=3)), under(LEARNERS), OWED)
    assert counts(*found) == [eur(40_000), eur(40_000), eur(40_000)]


def test_that_a_learner_of_no_value_beyond_the_room_tells_no_reason() -> None:
    found = counted((line("bbl", 0, years=1),), under(LEARNERS), OWED)
    assert found[0].reasons == ()


def test_that_the_earliest_learners_count_first() -> None:
    lines = [
        line("bol", 5_000, "2026-06-01", years=1),
        line("bbl", 20_000, "2026-01-01", place=2, years=1),
        line("pw", 40_000, place=3, years="3/2"),
    ]
    found = counted(lines, under(LEARNERS), OWED)
    assert counts(*found) == [eur(2_500), eur(20_000), eur(40_000)]


def test_that_only_work_counts_as_employment() -> None:
    """What was agreed with the adviser is no employment, however large."""
    lines = [line("bbl", 20_000, years=1), line("vakmanschap", 40_000, place=2, years=9)]
    assert counts(*counted(lines, under(LEARNERS), OWED)) == [ZERO, eur(40_000)]


def test_that_a_cap_of_the_whole_employment_limits_nothing() -> None:
    whole = replace(LEARNERS, share=Fraction(1))
    assert counts(*counted([line("bbl", 9, years=1)], under(whole), OWED)) == [eur(9)]


def test_that_employment_that_itself_does_not_count_makes_no_room() -> None:
    """Half of the other work is above its own cap: half a year for learners is left."""
    own = replace(LEARNERS, label="PW", blocks=("pw",), of=CapOf.OBLIGATION)
    lines = [line("pw", 40_000, years=1), line("bbl", 20_000, place=2, years=1)]
    found = counted(lines, under(own, LEARNERS), OWED)
    assert counts(*found) == [eur(20_000), eur(10_000)]


def test_that_employment_caps_hold_also_while_nothing_is_known_to_be_owed() -> None:
    assert counts(*counted([line("bbl", 20_000, years=1)], under(LEARNERS), None)) == [ZERO]


def test_that_work_without_value_is_still_employment() -> None:
    lines = [line("pw", 0, years=1), line("bbl", 20_000, place=2, years=1)]
    assert counts(*counted(lines, under(LEARNERS), OWED)) == [ZERO, eur(20_000)]


def test_that_two_caps_tell_both_their_reasons() -> None:
    most = ShareCap("BBL", ("bbl",), Fraction(1, 4))
    (found,) = counted([line("bbl", 20_000, years=1)], under(most, LEARNERS), OWED)
    assert [reason.kind for reason in found.reasons] == [
        ReasonKind.SHARE_CAP,
        ReasonKind.EMPLOYMENT_CAP,
    ]
    assert found.counts == ZERO


def test_that_an_unknown_block_is_refused() -> None:
    with pytest.raises(UnknownBlockError):
        counted([line("nergens", 1)], under(QUARTER), OWED)


def test_that_no_lines_are_no_lines() -> None:
    assert counted([], under(QUARTER, LEARNERS), OWED) == ()


def _place(line: Line) -> int:
    return line.place


LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from([block.code for block in BLOCKS]),
        st.integers(0, 10**7).map(Money),
        dates,
        st.integers(0, 99),
        st.fractions(0, 3, max_denominator=12),
        st.sampled_from((None, True, False)),
    ),
    max_size=6,
    unique_by=_place,
)
ALL_CAPS = under(QUARTER, ShareCap("Stages", ("bol",), Fraction(1, 3)), LEARNERS, region=HALF_HERE)


@given(LINES, st.integers(0, 10**7).map(Money), st.permutations(range(6)))
def test_that_caps_lose_no_cent_and_the_order_of_lines_changes_no_total(
    lines: list[Line], owed: Money, order: list[int]
) -> None:
    found = counted(lines, ALL_CAPS, owed)
    for one in found:
        assert ZERO <= one.counts <= one.line.value
        assert one.counts + one.beyond == one.line.value
        reasons = sum((reason.number or Fraction(0) for reason in one.reasons), Fraction(0))
        assert Money.from_euros(reasons) == one.beyond
    shuffled = [lines[at] for at in order if at < len(lines)]
    again = counted(shuffled, ALL_CAPS, owed)
    assert total(one.counts for one in again) == total(one.counts for one in found)


@given(LINES, st.integers(0, 10**7).map(Money))
def test_that_no_cap_is_exceeded(lines: list[Line], owed: Money) -> None:
    found = counted(lines, ALL_CAPS, owed)
    craft = total(one.counts for one in found if one.line.block == "vakmanschap")
    assert craft <= Money.from_euros(owed.euros / 4)
    elsewhere = total(one.counts for one in found if one.line.elsewhere)
    assert elsewhere <= Money.from_euros(owed.euros / 2)
