"""Booking above the part that a category may fill: the dialog warns before it is kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import CountingLimit, LimitKind, RegionTerms, ShareCap
from sroi_desktop.services import contracts, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.booking.side import SidePanel
from sroi_desktop.ui.kit.messages import Banner
from tests.ui.booking.fakes import Talk, plain
from tests.ui.desks import LIBRARY, book, take_on, wijk_oost
from tests.unit.services.books import span

QUARTER = ShareCap("Inkoop", ("sociale-inkoop",), Fraction(1, 4))


def take_on_limited(desk: Desk) -> None:
    """Take on a contract of € 12.000 under which purchases may fill € 3.000."""
    contract = wijk_oost(number="2026-05", fixed_amount=Money(1_200_000))
    rules = replace(LIBRARY.get(contract.rule_set_id), share_caps=(QUARTER,))
    contracts.take_on(desk, contract, rules)


def test_that_the_dialog_says_what_would_not_count(desk: Desk) -> None:
    take_on_limited(desk)
    talk = Talk(desk)
    talk.buy()
    assert plain(talk.view.side.beyond) == (
        "€ 1.250,00 telt niet mee: “Inkoop” mag maar een deel van de verplichting vullen."
    )
    assert plain(talk.view.side.value) == "€ 4.250,00"
    talk.say(amount="2000")
    assert talk.view.side.beyond == ""


def test_that_the_dialog_says_what_others_would_lose(desk: Desk) -> None:
    take_on_limited(desk)
    talk = Talk(desk)
    talk.buy(starts="12-6-2026", amount="3000")
    talk.presenter.book()
    again = Talk(desk)
    again.buy(starts="12-4-2026", amount="1000")
    assert plain(again.view.side.beyond) == (
        "Hierdoor telt € 1.000,00 van wat al geboekt is niet meer mee."
    )


def test_that_a_warning_names_the_contract_where_there_are_more(desk: Desk) -> None:
    take_on_limited(desk)
    second = take_on(desk, wijk_oost(title="Elders"))
    talk = Talk(desk, contract_id=1)
    talk.buy(amount="12000")
    talk.presenter.where.share(shared=True)
    talk.presenter.where.type_share(1, "50")
    talk.presenter.where.type_share(second, "50")
    assert plain(talk.view.side.beyond).startswith(
        "Groenonderhoud Wijk Oost: € 3.000,00 telt niet mee"
    )


def test_that_the_warning_stands_beside_the_value(qtbot: QtBot, desk: Desk) -> None:
    take_on_limited(desk)
    talk = Talk(desk)
    talk.buy()
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_content(talk.view.side)
    banner = panel.findChild(Banner, "booking.beyond")
    assert banner is not None
    assert banner.isVisible()
    panel.set_content(replace(talk.view.side, beyond=""))
    assert banner.isHidden()


def test_that_an_effort_in_a_report_says_so_before_it_is_changed(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    assert Talk(desk, effort_id=effort_id).view.side.reported == ""
    days = span("2026-01-01", "2026-09-30")
    made = reports.draft(desk, contract_id, reports.Variant.ANONYMOUS, days)
    reports.issue(desk, made, b"%PDF-1.7\n")
    side = Talk(desk, effort_id=effort_id).view.side
    assert "2026-001" in side.reported
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_content(side)
    banner = panel.findChild(Banner, "booking.reported")
    assert banner is not None
    assert banner.isVisible()


PROJECT = RegionTerms(on_project_share=Fraction(1, 2), text="De helft op het project.")


def take_on_project(desk: Desk, region: RegionTerms = PROJECT) -> None:
    """Take on a contract of € 12.000 of which half has to be done on the project itself."""
    contract = wijk_oost(number="2026-06", fixed_amount=Money(1_200_000))
    rules = replace(LIBRARY.get(contract.rule_set_id), region=region)
    contracts.take_on(desk, contract, rules)


def test_that_the_place_is_asked_where_a_part_has_to_be_on_the_project(desk: Desk) -> None:
    take_on_project(desk)
    talk = Talk(desk)
    talk.buy(amount="8000", on_project="no")
    assert "on_project" in {one.name for one in talk.view.questions}
    assert "€ 2.000,00 telt niet mee" in plain(talk.view.side.beyond)
    talk.presenter.book()
    (effort, _booked) = desk.store.booked(1)[0]
    assert effort.on_project is False
    again = Talk(desk, effort_id=effort.id)
    assert again.view.form.on_project == "no"
    again.say(on_project="yes")
    assert again.view.side.beyond == ""


def test_that_without_such_a_rule_nothing_is_asked(desk: Desk) -> None:
    take_on(desk)
    talk = Talk(desk)
    talk.buy()
    assert "on_project" not in {one.name for one in talk.view.questions}


@pytest.mark.parametrize(
    ("region", "hint"),
    [
        (RegionTerms(places=("Utrecht", "Zeist")), "Deze plaatsen tellen: Utrecht, Zeist."),
        (RegionTerms(text="Bij voorkeur in de regio."), "Bij voorkeur in de regio."),
        (RegionTerms(), "Waar het gebeurde."),
    ],
)
def test_that_the_places_that_count_stand_with_the_question(
    desk: Desk, region: RegionTerms, hint: str
) -> None:
    take_on_project(desk, region)
    talk = Talk(desk)
    talk.buy()
    (place,) = (one for one in talk.view.questions if one.name == "place")
    assert place.hint == hint


def test_that_the_end_of_the_wage_subsidy_is_asked_where_it_limits_a_row(desk: Desk) -> None:
    contract = wijk_oost(number="2026-06")
    rules = LIBRARY.get(contract.rule_set_id)
    limit = CountingLimit(LimitKind.WAGE_SUBSIDY)
    blocks = tuple(replace(one, limit=limit) for one in rules.blocks)
    contracts.take_on(desk, contract, replace(rules, blocks=blocks))
    talk = Talk(desk)
    talk.hire()
    assert "wage_subsidy_until" in {one.name for one in talk.view.questions}
    before = talk.view.side.value
    talk.say(wage_subsidy_until="31-5-2026")
    assert talk.view.side.value != before
