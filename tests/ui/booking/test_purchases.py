"""From whom something was bought: a recognition, or what the rules look at instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.rules import Recognition, RegionTerms
from sroi_desktop.services import drafts, history, parties, positions
from tests.ui.booking.asked import asked_for, hint, new_desk, take_on_with
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import LIBRARY

if TYPE_CHECKING:
    from sroi_desktop.domain.guidance import NextStep
    from sroi_desktop.services.desk import Desk


def bought(**answers: object) -> Talk:
    """Book a purchase at a new supplier under the rules of Utrecht."""
    usual = {"supplier": "new", "supplier_name": "Broodbrigade", "starts": "12-4-2026"}
    talk = asked_for("utrecht-v3", "sociale-inkoop", **usual, amount="4250", **answers)
    talk.presenter.book()
    return talk


def expired(desk: Desk) -> list[NextStep]:
    """Return the steps about suppliers that may not count."""
    steps = positions.next_steps(desk)
    return [one for one in steps if one.kind is StepKind.RECOGNITION_EXPIRED]


def test_that_a_known_supplier_can_be_chosen() -> None:
    talk = asked_for("utrecht-v3", "sociale-inkoop", supplier="new", supplier_name="Broodbrigade")
    talk.say(starts="12-4-2026", amount="4250", scheme="PSO", valid_until="1-1-2026")
    assert talk.view.marks["valid_until"].doubt
    talk.presenter.book()
    again = Talk(talk.desk)
    again.presenter.choose_kind("purchase")
    again.presenter.onward()
    again.say(supplier="1", starts="12-4-2026", amount="100")
    assert "supplier_name" not in again.view.asked
    assert again.view.form.scheme == "PSO"
    assert "12-04-2026" in again.view.marks["valid_until"].doubt
    again.presenter.book()
    (kept,) = talk.desk.store.suppliers()
    assert kept.valid_until == date(2026, 1, 1)


def test_that_a_recognition_that_ended_can_be_renewed_with_the_purchase() -> None:
    talk = bought(scheme="PSO", valid_until="1-1-2026")
    (step,) = expired(talk.desk)
    again = Talk(talk.desk, effort_id=step.effort_id)
    again.say(valid_until="31-12-2026")
    assert not again.view.marks["valid_until"].doubt
    again.presenter.book()
    (kept,) = talk.desk.store.suppliers()
    assert (kept.name, kept.valid_until) == ("Broodbrigade", date(2026, 12, 31))
    assert expired(talk.desk) == []
    history.undo(talk.desk)
    (kept,) = talk.desk.store.suppliers()
    assert kept.valid_until == date(2026, 1, 1)


def test_that_another_supplier_brings_its_own_recognition() -> None:
    desk = bought(scheme="PSO", issuer="PSO-Nederland").desk
    parties.add_supplier(desk, Supplier("De Haven"))
    talk = Talk(desk)
    talk.presenter.choose_kind("purchase")
    talk.presenter.onward()
    talk.say(supplier="1", starts="1-5-2026", amount="100")
    assert (talk.view.form.scheme, talk.view.form.issuer) == ("PSO", "PSO-Nederland")
    talk.say(supplier="2")
    assert (talk.view.form.scheme, talk.view.form.issuer) == ("", "")
    assert "issuer" not in talk.view.asked
    talk.say(supplier="2")
    assert talk.view.form.supplier == "2"
    talk.presenter.book()
    assert [one.scheme for one in desk.store.suppliers()] == ["PSO", None]


def test_that_a_recognition_that_is_taken_back_takes_its_issuer_and_its_end_with_it() -> None:
    talk = bought(scheme="PSO", issuer="PSO-Nederland", valid_until="1-1-2027")
    again = Talk(talk.desk, effort_id=1)
    again.say(scheme=" ")
    again.presenter.book()
    assert talk.desk.store.suppliers() == (Supplier("Broodbrigade", id=1),)


def test_that_a_draft_of_before_takes_what_is_on_record() -> None:
    desk = bought(scheme="PSO", valid_until="1-1-2026").desk
    drafts.keep(desk, "booking.1", {"step": 1, "kind": "purchase", "supplier": "1", "contract": 1})
    talk = Talk(desk)
    talk.presenter.resume("booking.1")
    talk.say(block="sociale-inkoop", starts="12-4-2026", amount="100")
    assert talk.view.form.scheme == "PSO"
    assert "12-04-2026" in talk.view.marks["valid_until"].doubt
    talk.presenter.book()
    assert desk.store.suppliers()[0].scheme == "PSO"


def renew(desk: Desk) -> None:
    (supplier,) = desk.store.suppliers()
    parties.change_supplier(desk, replace(supplier, valid_until=RENEWED))


RENEWED = date(2027, 12, 31)


def test_that_a_draft_does_not_undo_a_recognition_that_was_renewed_since() -> None:
    desk = bought(scheme="PSO", valid_until="1-1-2026").desk
    talk = Talk(desk, effort_id=1)
    talk.say(amount="100", issuer="PSO-Nederland")
    assert talk.presenter.keep()
    renew(desk)
    again = Talk(desk, effort_id=1)
    assert again.view.form.valid_until == "31-12-2027"
    again.presenter.book()
    (kept,) = desk.store.suppliers()
    assert (kept.valid_until, kept.issuer) == (RENEWED, "PSO-Nederland")


def test_that_an_open_booking_takes_in_a_recognition_that_is_renewed_meanwhile() -> None:
    desk = bought(scheme="PSO", valid_until="1-1-2026").desk
    talk = Talk(desk, effort_id=1)
    talk.say(amount="100")
    renew(desk)
    talk.presenter.refresh()
    talk.presenter.book()
    assert desk.store.suppliers()[0].valid_until == RENEWED


def test_that_a_new_purchase_that_was_kept_takes_in_a_recognition_renewed_since() -> None:
    desk = bought(scheme="PSO", valid_until="1-1-2026").desk
    talk = Talk(desk)
    talk.presenter.choose_kind("purchase")
    talk.presenter.onward()
    talk.say(block="sociale-inkoop", supplier="1", starts="12-4-2026", amount="100")
    assert talk.presenter.keep()
    renew(desk)
    again = Talk(desk)
    (key,) = drafts.keys(desk, drafts.NEW_BOOKING)
    again.presenter.resume(key)
    again.presenter.book()
    assert desk.store.suppliers()[0].valid_until == RENEWED


def test_that_another_recognition_leaves_the_first_day_of_the_old_one() -> None:
    desk = bought(scheme="PSO").desk
    (supplier,) = desk.store.suppliers()
    parties.change_supplier(desk, replace(supplier, valid_from=date(2026, 6, 1)))
    talk = Talk(desk, effort_id=1)
    assert talk.view.marks["valid_until"].doubt
    talk.say(scheme="Code Sociale Ondernemingen")
    assert not talk.view.marks["valid_until"].doubt
    talk.presenter.book()
    assert desk.store.suppliers()[0].valid_from is None


# -- conditions in the place of a recognition (Haaglanden: 30% of the staff, 50% of the income,
# a seat in the region; an aspirant 15% and 30%, for two years)

CONDITIONS = ["target_share", "market_share", "seat", "aspirant_since"]


def social(**answers: object) -> Talk:
    """Buy at a new supplier where the conditions of Haaglanden hold."""
    there = LIBRARY.get("haaglanden-2023-07")
    rules = LIBRARY.get("utrecht-v3")  # Haaglanden has no row for purchases itself
    rules = replace(rules, recognition=there.recognition, covers=there.covers)
    usual = {"supplier": "new", "supplier_name": "Broodbrigade", "starts": "12-4-2026"}
    desk = new_desk()
    take_on_with(desk, rules)
    talk = Talk(desk)
    talk.presenter.choose_kind("purchase")
    talk.presenter.onward()
    talk.say(block="sociale-inkoop", **usual, amount="4250", **answers)
    return talk


def test_that_rules_with_conditions_ask_for_what_they_look_at() -> None:
    talk = social()
    assert [name for name in talk.view.asked if name in CONDITIONS] == CONDITIONS
    assert plain(hint(talk, "target_share")) == "Ten minste 30%; als aspirant 15%."
    assert talk.view.marks["scheme"].doubt
    talk.say(scheme="PSO")
    assert not set(CONDITIONS).intersection(talk.view.asked)
    assert not set(CONDITIONS).intersection(
        asked_for("utrecht-v3", "sociale-inkoop", supplier="new").view.asked
    )


def test_that_a_supplier_that_meets_the_conditions_needs_no_recognition() -> None:
    talk = social(target_share="35", market_share="60", seat="Delft")
    marks = talk.view.marks
    assert not any(marks[name].doubt for name in ("scheme", *CONDITIONS))
    talk.presenter.book()
    assert expired(talk.desk) == []
    (kept,) = talk.desk.store.suppliers()
    assert (kept.target_group_share, kept.market_income_share) == (Fraction(7, 20), Fraction(3, 5))
    again = Talk(talk.desk, effort_id=1)
    assert (again.view.form.target_share, again.view.form.seat) == ("35", "Delft")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"target_share": "10", "market_share": "60", "seat": "Delft"}, "target_share"),
        ({"target_share": "40", "market_share": "20", "seat": "Delft"}, "market_share"),
        ({"target_share": "40", "market_share": "60", "seat": "Groningen"}, "seat"),
        (
            {"target_share": "20", "market_share": "40", "seat": "Delft"}
            | {"aspirant_since": "1-1-2020"},
            "aspirant_since",
        ),
    ],
)
def test_that_what_a_supplier_lacks_stands_at_the_question(
    answers: dict[str, str], field: str
) -> None:
    talk = social(**answers)
    assert talk.view.marks[field].doubt
    talk.presenter.book()
    assert len(expired(talk.desk)) == 1


def test_that_who_has_a_recognition_that_ended_is_asked_for_the_conditions_too() -> None:
    talk = social(scheme="PSO", valid_until="1-1-2026")
    assert [name for name in talk.view.asked if name in CONDITIONS] == CONDITIONS
    assert {"scheme", "issuer", "valid_until"} <= set(talk.view.asked)
    assert talk.view.marks["valid_until"].doubt
    talk.say(target_share="35", market_share="60", seat="Delft")
    assert not talk.view.marks["valid_until"].doubt
    talk.presenter.book()
    (kept,) = talk.desk.store.suppliers()
    assert (kept.scheme, kept.seat) == ("PSO", "Delft")
    assert expired(talk.desk) == []
    held = social(scheme="PSO", valid_until="1-1-2027")
    assert not set(CONDITIONS).intersection(held.view.asked)


def test_that_a_recognition_that_the_rules_do_not_name_is_doubted() -> None:
    named = Recognition("pso", "PSO", schemes=("PSO", "Code Sociale Ondernemingen"))
    rules = replace(LIBRARY.get("utrecht-v3"), recognition=(named,))
    desk = new_desk()
    take_on_with(desk, rules)
    talk = Talk(desk)
    talk.presenter.choose_kind("purchase")
    talk.presenter.onward()
    usual = {"supplier": "new", "supplier_name": "Broodbrigade", "starts": "12-4-2026"}
    talk.say(block="sociale-inkoop", **usual, amount="4250", scheme="Fairtrade")
    assert "PSO en Code Sociale Ondernemingen" in talk.view.marks["scheme"].doubt
    talk.say(scheme="PSO 30+")
    assert not talk.view.marks["scheme"].doubt
    talk.say(scheme="Fairtrade")
    talk.presenter.book()  # it is a doubt, and no refusal
    assert [one.scheme for one in desk.store.suppliers()] == ["Fairtrade"]


def test_that_a_percentage_that_cannot_be_read_is_told() -> None:
    talk = social(target_share="veel")
    assert talk.view.marks["target_share"].error
    talk.say(target_share="120")
    assert talk.view.marks["target_share"].error


def test_that_a_place_the_rules_do_not_name_is_doubted() -> None:
    rules = replace(LIBRARY.get("utrecht-v3"), region=RegionTerms(("Utrecht", "Zeist")))
    desk = new_desk()
    take_on_with(desk, rules)
    talk = Talk(desk)
    talk.hire(place="Wijk Oost, Utrecht")
    assert not talk.view.marks["place"].doubt
    talk.say(place="Groningen")
    assert "Utrecht en Zeist" in talk.view.marks["place"].doubt
    talk.say(place="")
    assert not talk.view.marks["place"].doubt
