"""A category that may fill only a part, as the owner sees it on the page of a contract."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.matching import Answer
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import EffortKind, Quota, QuotaUnit, ShareCap
from sroi_desktop.services import bookings, contracts, editions, efforts
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.list_tabs import EffortsTab
from sroi_desktop.ui.contract.presenter import ContractPresenter
from sroi_desktop.ui.contract.standing_tab import StandingTab
from sroi_desktop.ui.kit.messages import Banner
from tests.ui.contract.fakes import FakeContractView
from tests.ui.desks import LIBRARY, Opened, new_desk, wijk_oost
from tests.unit.services.books import span

QUARTER = ShareCap("Purchases", ("sociale-inkoop",), Fraction(1, 4))
LUNCH = Effort(
    EffortKind.PURCHASE,
    "sociale-inkoop",
    "Lunch",
    span("2026-04-12", "2026-04-12"),
    amount=Money(800_000),
)


def limited_desk() -> tuple[Desk, int]:
    """Return a contract of € 20.000, with € 8.000 in purchases of which € 5.000 counts."""
    desk = new_desk()
    contract = wijk_oost(fixed_amount=Money(2_000_000))
    rules = replace(LIBRARY.get(contract.rule_set_id), share_caps=(QUARTER,))
    contract_id = contracts.take_on(desk, contract, rules).id or 0
    efforts.record(desk, LUNCH, [bookings.whole_for(contract_id, LUNCH)])
    return desk, contract_id


def shown(tab: str) -> FakeContractView:
    desk, contract_id = limited_desk()
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), lambda _done: None)
    presenter.open_at(pages.ContractTarget(contract_id, tab))
    return view


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_that_the_standing_tells_what_does_not_count_and_why() -> None:
    standing = shown("standing").standing
    assert standing is not None
    assert plain(standing.beyond) == (
        "€ 3.000,00 does not count: “Purchases” may fill only a part of the obligation."
    )
    assert plain(standing.figures[2].value) == "€ 5.000"


def test_that_every_effort_tells_how_much_of_it_does_not_count() -> None:
    found = shown("efforts").efforts
    assert found is not None
    assert [plain(row.beyond) for row in found.rows] == ["€ 3.000,00 does not count"]
    assert plain(dict(found.totals)["Does not count"]) == "€ 3.000"


def test_that_an_effort_of_which_nothing_counts_says_so() -> None:
    desk, contract_id = limited_desk()
    more = replace(LUNCH, title="Diner", period=span("2026-05-01", "2026-05-01"))
    efforts.record(desk, more, [bookings.whole_for(contract_id, more)])
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), lambda _done: None)
    presenter.open_at(pages.ContractTarget(contract_id, "efforts"))
    assert view.efforts is not None
    assert view.efforts.rows[0].beyond == "does not count"


def test_that_both_tabs_show_it_in_the_page(qtbot: QtBot) -> None:
    first, second = shown("standing").standing, shown("efforts").efforts
    assert first is not None
    assert second is not None
    standing, list_ = StandingTab(), EffortsTab()
    for tab in (standing, list_):
        qtbot.addWidget(tab)
        tab.show()
    standing.show_content(first)
    list_.show_content(second)
    for tab, name in ((standing, "contract.beyond"), (list_, "contract.efforts.beyond")):
        banner = tab.findChild(Banner, name)
        assert banner is not None
        assert banner.isVisible()
    standing.show_content(replace(first, beyond=""))
    banner = standing.findChild(Banner, "contract.beyond")
    assert banner is not None
    assert banner.isHidden()


def test_that_the_standing_tells_how_far_other_units_are_filled(qtbot: QtBot) -> None:
    desk = new_desk()
    quotas = (Quota(QuotaUnit.PLACEMENTS, Fraction(2)),)
    contract = wijk_oost(percentage=None, quotas=quotas)
    contract_id = contracts.take_on(desk, contract, LIBRARY.get("utrecht-v3")).id or 0
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), lambda _done: None)
    presenter.open_at(pages.ContractTarget(contract_id, "standing"))
    assert view.standing is not None
    (told,) = view.standing.quantities
    assert "2 placements" in told
    tab = StandingTab()
    qtbot.addWidget(tab)
    tab.show()
    tab.show_content(view.standing)
    line = tab.findChild(QLabel, "contract.quantities")
    assert line is not None
    assert line.isVisible()


def test_that_an_effort_without_a_row_says_that_it_does_not_count_and_why() -> None:
    desk = new_desk()
    contract_id = contracts.take_on(desk, wijk_oost(), LIBRARY.get("utrecht-v3")).id or 0
    effort_id = efforts.record(desk, LUNCH, [bookings.whole_for(contract_id, LUNCH)]).id or 0
    rows = tuple(row for row in LIBRARY.get("utrecht-v3").blocks if row.code != LUNCH.block)
    without = replace(LIBRARY.get("utrecht-v3"), id="v4", blocks=rows)
    answers = {effort_id: Answer(aside="Staat niet in v4")}
    editions.switch(desk, contract_id, without, "Agreed", answers)
    view = FakeContractView()
    presenter = ContractPresenter(view, desk, Opened(), lambda _done: None)
    presenter.open_at(pages.ContractTarget(contract_id, "efforts"))
    assert view.efforts is not None
    (row,) = view.efforts.rows
    assert (row.pill.text, row.calculation) == ("Does not count", "Staat niet in v4")
    assert plain(row.value) == "€ 0,00"
