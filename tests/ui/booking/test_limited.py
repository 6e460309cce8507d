"""Booking above the part that a category may fill: the dialog warns before it is kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pytestqt.qtbot import QtBot

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import ShareCap
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
