"""Which edition holds for a contract, by the day that its own source names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.editions import EditionSwitch, Ground, Verdict, verdict
from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.rules import EditionBy
from tests.unit.domain.build import CONTRACT, RULES, UNDATED, changed, day

FIRST = day("2026-07-01")
BEFORE, AFTER = day("2026-03-01"), day("2026-09-01")
FROM_AWARD = replace(RULES, valid_from=FIRST, edition_by=EditionBy.AWARD)
_FIELDS = {
    EditionBy.PUBLICATION: "published_on",
    EditionBy.AWARD: "awarded_on",
    EditionBy.START: "starts_on",
}


def on(**days: date) -> Verdict:
    """Return the verdict on a contract with these days alone, by the day of the award."""
    return verdict(changed(UNDATED, **days), FROM_AWARD)


@pytest.mark.parametrize("by", EditionBy)
@pytest.mark.parametrize(("then", "holds"), [(BEFORE, False), (FIRST, True), (AFTER, True)])
def test_that_the_day_that_the_source_names_decides(by: EditionBy, then: date, holds: bool) -> None:
    rules = replace(RULES, valid_from=FIRST, edition_by=by)
    found = verdict(changed(UNDATED, **{_FIELDS[by]: then}), rules)
    assert found == Verdict(Ground.DAY, holds, FIRST, by, then, by)


def test_that_a_start_before_the_first_day_tells_that_the_award_was_earlier_too() -> None:
    found = on(starts_on=BEFORE)
    assert found == Verdict(
        Ground.ANOTHER_DAY, False, FIRST, EditionBy.AWARD, BEFORE, EditionBy.START
    )


def test_that_a_publication_after_the_first_day_tells_that_the_award_was_later_too() -> None:
    found = on(published_on=AFTER)
    assert found.holds
    assert found.told_by is EditionBy.PUBLICATION


def test_that_days_on_the_other_side_leave_the_award_in_doubt() -> None:
    found = on(published_on=BEFORE, starts_on=AFTER)
    assert found == Verdict(Ground.DAY_UNKNOWN, None, FIRST, EditionBy.AWARD)
    assert on() == found


def test_that_without_a_named_day_only_one_side_for_every_day_tells() -> None:
    rules = replace(RULES, valid_from=FIRST)
    earlier = verdict(replace(UNDATED, starts_on=BEFORE), rules)
    assert (earlier.holds, earlier.ground) == (False, Ground.EVERY_DAY)
    later = verdict(replace(UNDATED, published_on=AFTER), rules)
    assert (later.holds, later.ground) == (True, Ground.EVERY_DAY)
    both = verdict(replace(UNDATED, published_on=BEFORE, starts_on=AFTER), rules)
    assert both == Verdict(Ground.CRITERION_UNKNOWN, None, FIRST)


def test_that_an_edition_without_a_first_day_leaves_it_open() -> None:
    rules = replace(RULES, edition_by=EditionBy.START)
    found = verdict(CONTRACT, rules)
    assert found == Verdict(Ground.FIRST_DAY_UNKNOWN, by=EditionBy.START)


def test_that_an_edition_gives_way_to_its_successor_once_that_holds() -> None:
    later = replace(FROM_AWARD, id="later", valid_from=AFTER)
    between = replace(UNDATED, awarded_on=day("2026-08-01"))
    assert verdict(between, FROM_AWARD, later).holds
    found = verdict(replace(UNDATED, awarded_on=AFTER), FROM_AWARD, later)
    assert (found.holds, found.ground, found.first) == (False, Ground.SUPERSEDED, AFTER)


def test_that_the_reason_of_a_switch_holds_no_citizen_number() -> None:
    with pytest.raises(CitizenNumberError):
        EditionSwitch(AFTER, "v1", "v2", "afgesproken voor 123456782")
