"""The fields follow the unit of the block, under every published rule set."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.rules import Basis, LimitKind, Quota, QuotaUnit, TimeMethod
from tests.ui.booking.asked import asked_for, hint, new_desk, take_on_with
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import LIBRARY, take_on, wijk_oost

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import Block

EVERY_BLOCK = [
    (rules.id, block.code)
    for rules in (*LIBRARY.rule_sets, LIBRARY.generic)
    for block in rules.blocks
]


@pytest.mark.parametrize(("rule_set_id", "code"), EVERY_BLOCK)
def test_that_every_row_asks_exactly_what_its_unit_needs(rule_set_id: str, code: str) -> None:
    talk = asked_for(rule_set_id, code)
    block: Block = talk.desk.library.get(rule_set_id).block(code)
    needed = {
        Basis.YEAR: {"candidate", "role", "hours_per_week", "ends"},
        Basis.MONTH: {"candidate", "role", "hours_per_week", "ends"},
        Basis.SCHOOL_YEAR: {"candidate", "role", "hours_per_week", "ends"},
        Basis.HOUR: {"description", "employees", "hours"},
        Basis.DAY: {"description", "quantity", "amount"},
        Basis.PIECE: {"description", "quantity"},
        Basis.AMOUNT: {"description", "amount"},
        Basis.AGREED: {"description", "amount"},
    }[block.unit.bases[0]]
    asked = set(talk.view.asked)
    assert needed <= asked
    assert {"block", "starts", "state"} <= asked
    others = {"hours_per_week", "employees", "quantity"} - needed
    assert not others & asked


def test_that_full_time_names_who_says_so() -> None:
    assert hint(asked_for("utrecht-v3", "ww"), "hours_per_week") == (
        "Voltijd is bij Gemeente Utrecht 36 uur."
    )
    assert "36" in hint(asked_for("leiden-2023-09", "ww"), "hours_per_week")


def test_that_the_owners_own_full_time_week_is_named() -> None:
    desk = new_desk()
    take_on(desk, wijk_oost(rule_set_id="leiden-2023-09", full_time_hours=Fraction(38)))
    talk = Talk(desk)
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.say(block="ww", hours_per_week="40")
    assert "38" in hint(talk, "hours_per_week")
    assert "38" in talk.view.marks["hours_per_week"].doubt


def test_that_a_date_of_birth_is_asked_only_where_a_bonus_depends_on_it() -> None:
    assert "born" in asked_for("utrecht-v3", "participatiewet").view.asked
    assert "Ouder dan 50 jaar" in hint(asked_for("utrecht-v3", "participatiewet"), "born")
    assert "born" not in asked_for("oost-nederland", "nug").view.asked
    assert "born" not in asked_for("utrecht-v3", "kennis-delen").view.asked


def test_that_earlier_work_is_asked_only_where_the_row_asks_it() -> None:
    asked = asked_for("harlingen", "bbl-new").view.asked
    blocks = LIBRARY.get("harlingen").blocks
    asks = {one.code for one in blocks if one.min_months_out is not None}
    assert ("worked_here_before" in asked) == ("bbl-new" in asks)
    for code in asks:
        talk = asked_for("harlingen", code)
        assert "worked_here_before" in talk.view.asked
        question = next(one for one in talk.view.questions if one.name == "worked_here_before")
        assert "6" in question.label


def test_that_the_cost_of_a_bonus_is_asked_once_it_is_ticked() -> None:
    talk = asked_for("haaglanden-2023-07", "ww")
    name = "cost.training-and-guidance-cost"
    assert name not in talk.view.asked
    talk.say(bonuses=("training-and-guidance-cost",))
    assert name in talk.view.asked
    talk.presenter.answer(name, "1.500")
    talk.say(starts="1-3-2026", ends="31-8-2026", hours_per_week="36")
    assert "1.500" in plain(talk.view.side.parts[0].derivation.rows[-1].factor)


def test_that_wage_subsidy_is_asked_where_it_extends_the_counting_time() -> None:
    talk = asked_for("haaglanden-2023-07", "participatiewet", wage_subsidy_until="1-3-2029")
    assert "wage_subsidy_until" in talk.view.asked
    assert "wage_subsidy_until" not in asked_for("utrecht-v3", "ww").view.asked


def test_that_worked_hours_are_asked_where_the_rules_count_them() -> None:
    rules = LIBRARY.get("utrecht-v3")
    counting = replace(rules.counting, method=TimeMethod.WORKED_HOURS)
    desk = new_desk()
    take_on_with(desk, replace(rules, counting=counting))
    talk = Talk(desk)
    talk.hire(worked_hours="468")
    assert "worked_hours" in talk.view.asked
    assert plain(talk.view.side.value) == "€ 10.000,00"


def test_that_hours_or_an_amount_count_and_not_both() -> None:
    talk = asked_for("utrecht-v3", "kennis-delen")
    assert "counted_by" in talk.view.asked
    assert "employees" in talk.view.asked
    talk.say(counted_by="amount", amount="900", starts="1-5-2026")
    assert "employees" not in talk.view.asked
    assert plain(talk.view.side.value) == "€ 900,00"


def test_that_the_hint_of_a_row_tells_its_value_and_limit() -> None:
    talk = asked_for("haaglanden-2023-07", "banenafspraak")
    rules = LIBRARY.get("haaglanden-2023-07")
    limit = rules.block("banenafspraak").limit
    assert "€ 50.000" in hint(talk, "block")
    if limit.kind is LimitKind.MONTHS:
        assert str(limit.amount) in hint(talk, "block")


def test_that_a_note_of_a_row_is_shown_with_it() -> None:
    rules = LIBRARY.get("utrecht-v3")
    noted = replace(rules.blocks[0], note="Alleen na overleg.")
    desk = new_desk()
    take_on_with(desk, replace(rules, blocks=(noted, *rules.blocks[1:])))
    talk = Talk(desk)
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.say(block=noted.code)
    assert "Alleen na overleg." in hint(talk, "block")


def test_that_the_day_on_which_the_situation_counts_follows_the_rules() -> None:
    assert "gunning" in hint(asked_for("harlingen", "wia-wao"), "block")
    assert "start" in hint(asked_for("utrecht-v3", "ww"), "block")


def test_that_a_missing_recognition_is_mentioned() -> None:
    talk = asked_for("utrecht-v3", "sociale-inkoop", supplier="new", supplier_name="Broodbrigade")
    assert not talk.view.marks["scheme"].doubt
    talk.say(starts="12-4-2026")
    assert talk.view.marks["scheme"].doubt


def test_that_an_effort_without_description_is_called_after_what_was_bought() -> None:
    talk = asked_for("utrecht-v3", "sociale-inkoop", supplier="new", supplier_name="Broodbrigade")
    talk.say(starts="12-4-2026", amount="100", description="Kerstpakketten")
    talk.presenter.book()
    assert talk.desk.store.effort_lines()[0].title == "Kerstpakketten"
    again = Talk(talk.desk, effort_id=1)
    assert again.view.form.description == "Kerstpakketten"


def test_that_a_booking_says_what_it_comes_to_in_hours_and_people() -> None:
    desk = new_desk()
    asked = (Quota(QuotaUnit.HOURS, Fraction(1_000)), Quota(QuotaUnit.PLACEMENTS, Fraction(2)))
    take_on(desk, wijk_oost(percentage=None, quotas=asked))
    talk = Talk(desk)
    talk.hire()
    assert "dat is 624 uur en 1 plaatsing van wat" in talk.view.side.below


def test_that_a_bespoke_agreement_counts_for_what_was_agreed() -> None:
    talk = asked_for("utrecht-v3", "ontwikkeltraject", starts="1-5-2026")
    assert plain(talk.view.side.value) == "€ 0,00"
    assert talk.view.side.parts[0].derivation.warnings
    talk.say(amount="2000")
    assert plain(talk.view.side.value) == "€ 2.000,00"


def test_that_days_and_pieces_are_counted() -> None:
    talk = asked_for(
        "leiden-2023-09", "maatschappelijke-activiteit", quantity="2", starts="1-5-2026"
    )
    assert plain(talk.view.side.value) == "€ 2.000,00"
    talk = asked_for("alphen", "maatschappelijke-activiteit", quantity="3", starts="1-5-2026")
    assert plain(talk.view.side.value) == "€ 3.000,00"


def test_that_a_bonus_in_the_rules_with_an_ampersand_is_shown_as_written() -> None:
    rules = LIBRARY.get("haaglanden-2023-07")
    cost = next(one for one in rules.bonuses if one.code == "training-and-guidance-cost")
    named = replace(cost, label="Opleiding & begeleiding")
    others = tuple(one for one in rules.bonuses if one is not cost)
    desk = new_desk()
    take_on_with(desk, replace(rules, bonuses=(*others, named)))
    talk = Talk(desk)
    talk.presenter.choose_kind("placement")
    talk.presenter.onward()
    talk.say(block="ww", bonuses=(named.code,))
    question = next(one for one in talk.view.questions if one.name.startswith("cost."))
    assert "&&" in question.label
