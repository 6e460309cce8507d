from __future__ import annotations

from datetime import date

import pytest

from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import parties, reports
from sroi_desktop.services.search import HitKind
from sroi_desktop.ui import pages
from sroi_desktop.ui.finding import _ICONS, find
from sroi_desktop.ui.kit.icons import svg_source
from tests.ui.desks import book, new_desk, take_on


@pytest.mark.parametrize("kind", HitKind)
def test_that_every_kind_of_hit_has_an_icon(kind: HitKind) -> None:
    assert svg_source(_ICONS[kind], "#000000")


def test_that_each_hit_opens_its_own_place() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    effort_id = book(desk, contract_id)
    parties.add_supplier(desk, Supplier("De Broodbrigade"))
    quarter = Period(date(2026, 1, 1), date(2026, 9, 30))
    reports.publish(desk, contract_id, reports.Variant.ANONYMOUS, quarter)
    wanted = {
        "wijk oost": (pages.CONTRACT, pages.ContractTarget(contract_id)),
        "medewerker": (pages.BOOKING, pages.BookingTarget(contract_id, effort_id)),
        "k-01": (pages.EFFORTS, pages.EffortsTarget("K-01")),
        "broodbrigade": (pages.EFFORTS, pages.EffortsTarget("De Broodbrigade")),
        "2026-001": (pages.CONTRACT, pages.ContractTarget(contract_id, "reports")),
        "drempel": (pages.HELP, pages.HelpTarget("5", "threshold")),
    }
    for text, place in wanted.items():
        results = find(desk, text)
        assert place in [(one.page, one.argument) for one in results], text
