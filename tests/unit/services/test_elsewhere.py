"""One effort under every contract and every set: the same facts, and the reading of each table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from sroi_desktop.domain.errors import UnknownBlockError
from sroi_desktop.domain.likeness import Match
from sroi_desktop.domain.money import Money
from sroi_desktop.services import drafts, elsewhere
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.elsewhere import Comparison, Place
from sroi_desktop.services.like_rows import LikeRows
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services.books import CONTRACT, PLACED, book, span, take_on

if TYPE_CHECKING:
    from sroi_desktop.rulesets import Library

OTHER = replace(
    CONTRACT, number="2026-02", title="Haven", rule_set_id="harlingen", starts_on=date(2026, 6, 1)
)


def place(comparison: Comparison, key: str) -> Place:
    return next(one for one in comparison.places if one.key == key)


def test_that_contracts_come_first_and_then_every_set_with_values(
    desk: Desk, contract_id: int
) -> None:
    other = take_on(desk, replace(CONTRACT, number="2026-02"))
    found = elsewhere.comparison(desk, PLACED, other)
    keys = [one.key for one in found.places]
    assert keys[:2] == [f"contract.{other}", f"contract.{contract_id}"]
    assert keys[2:] == [f"rules.{one.id}" for one in desk.library.rule_sets]
    assert [one.is_contract for one in found.places[:3]] == [True, True, False]
    assert found.without_values == len(desk.library.terms)


def test_that_each_place_values_the_same_facts_by_its_own_rules(
    desk: Desk, contract_id: int
) -> None:
    take_on(desk, OTHER)
    rows = {row.place.key: row for row in elsewhere.comparison(desk, PLACED, contract_id).rows()}
    assert rows[f"contract.{contract_id}"].worth.value == Money(1_333_333)
    assert rows["rules.utrecht-v3"].worth.value == Money(1_333_333)
    # 40,000 x 24/36 x 6/12 for the same row
    assert rows["rules.haaglanden-2023-07"].worth.value == Money(1_333_333)
    alike = rows["rules.harlingen"].worth
    assert (alike.fit.match, alike.value) == (Match.ALIKE, Money(1_166_667))
    # the other contract begins in June: only three of the six months count there
    there = rows["contract.2"].worth
    assert there.value is not None
    assert there.value < Money(1_166_667)


def test_that_a_row_that_is_tried_is_taken_there_and_only_there(
    desk: Desk, contract_id: int
) -> None:
    found = elsewhere.comparison(desk, PLACED, contract_id)
    harlingen = place(found, "rules.harlingen")
    tried = {"rules.harlingen": "participatiewet-over-2-years"}
    row = found.row(harlingen, tried)
    assert (row.worth.fit.match, row.worth.value) == (Match.CHOSEN, Money(1_333_333))
    others = {one.place.key: one for one in found.rows(tried)}
    assert others["rules.alphen"].worth.fit.match is Match.ALIKE
    assert found.choices(harlingen)[0].code == "participatiewet-under-2-years"


def test_that_a_row_that_was_taken_is_taken_the_next_time_wherever_that_table_is_used(
    desk: Desk, contract_id: int
) -> None:
    take_on(desk, OTHER)
    taken = elsewhere.comparison(desk, PLACED, contract_id).like_rows
    taken.take("harlingen", "participatiewet-over-2-years")
    taken.take("alphen", "ww")
    found = elsewhere.comparison(desk, replace(PLACED, candidate="K-02"), contract_id)
    assert found.row(place(found, "rules.harlingen")).worth.fit.match is Match.CHOSEN
    assert found.row(place(found, "contract.2")).worth.fit.match is Match.CHOSEN
    under_other = elsewhere.comparison(desk, replace(PLACED, block="ww"), contract_id)
    assert under_other.row(place(under_other, "rules.alphen")).worth.fit.match is not Match.CHOSEN


def test_that_choices_taken_back_leave_nothing_behind(desk: Desk, contract_id: int) -> None:
    rows = elsewhere.comparison(desk, PLACED, contract_id).like_rows
    rows.take("harlingen", "participatiewet-over-2-years")
    rows.take("alphen", "ww")
    rows.take("alphen", None)
    assert LikeRows(desk, "utrecht-v3", "participatiewet").code("alphen") is None
    assert LikeRows(desk, "utrecht-v3", "participatiewet").code("harlingen") is not None
    rows.take("harlingen", None)
    assert desk.store.drafts() == ()
    assert rows.is_kept


def test_that_what_is_kept_and_no_row_is_passed_over(desk: Desk, contract_id: int) -> None:
    drafts.keep(desk, "alike.utrecht-v3.participatiewet", {"harlingen": 7, "alphen": "nergens"})
    found = elsewhere.comparison(desk, PLACED, contract_id)
    matches = {one.place.key: one.worth.fit.match for one in found.rows()}
    assert matches["rules.harlingen"] is Match.ALIKE
    assert matches["rules.alphen"] is Match.ALIKE


def test_that_a_table_without_such_a_row_has_no_value(desk: Desk, contract_id: int) -> None:
    trainee = replace(PLACED, block="bol-2-4")
    found = elsewhere.comparison(desk, trainee, contract_id)
    row = found.row(place(found, "rules.utrecht-v1"))
    assert (row.worth.fit.match, row.worth.value) == (Match.NONE, None)


def test_that_bonuses_that_are_lost_are_named_as_the_own_rules_name_them(
    desk: Desk, contract_id: int
) -> None:
    rules = desk.store.rule_set(contract_id)
    bonus = rules.bonuses[0]
    claimed = replace(PLACED, bonuses=(bonus.code,), born=date(1960, 1, 1))
    found = elsewhere.comparison(desk, claimed, contract_id)
    lost = [row.lost for row in found.rows() if row.lost]
    assert lost
    assert set(lost) == {(bonus.label,)}


def test_that_the_counting_time_of_other_efforts_is_taken_over_everywhere(
    desk: Desk, contract_id: int
) -> None:
    earlier = replace(PLACED, period=span("2026-01-01", "2026-02-28"))
    book(desk, contract_id, earlier)
    limited = "rules.haaglanden-2023-07"
    later = replace(PLACED, block="ww", period=span("2026-03-01", "2027-02-28"))
    found = elsewhere.comparison(desk, later, contract_id)
    alone = elsewhere.comparison(desk, replace(later, candidate="K-09"), contract_id)
    value, whole = (one.row(place(one, limited)).worth.value for one in (found, alone))
    assert value is not None
    assert whole is not None
    assert value < whole


def test_that_what_is_booked_is_compared_too(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id, PLACED)
    found = elsewhere.of_booked(desk, effort_id, contract_id)
    assert found.effort == desk.store.effort(effort_id)
    assert found.base.contract.id == contract_id
    with pytest.raises(UnknownRecordError):
        elsewhere.of_booked(desk, 99, contract_id)


def test_that_a_row_that_the_own_rules_do_not_have_cannot_be_compared(
    desk: Desk, contract_id: int
) -> None:
    with pytest.raises(UnknownBlockError):
        elsewhere.comparison(desk, replace(PLACED, block="nergens"), contract_id)


def test_that_own_sets_are_compared_too_and_those_without_rows_are_not(
    desk: Desk, contract_id: int
) -> None:
    own = replace(desk.library.get("utrecht-v3"), id="eigen")
    shelf = SimpleNamespace(
        rule_sets=(), terms=(), own_sets=(own, replace(own, id="leeg", blocks=()))
    )
    under = Desk(desk.store, cast("Library", shelf), desk.clock)
    found = elsewhere.comparison(under, PLACED, contract_id)
    assert [one.key for one in found.places[1:]] == ["rules.eigen"]
