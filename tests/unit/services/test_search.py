from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.allocation import Allocation
from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import efforts, parties, reports, search
from sroi_desktop.services.search import Hit, HitKind
from tests.ui.desks import book, new_desk, take_on, wijk_oost

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


@pytest.fixture
def desk() -> Desk:
    made = new_desk()
    contract_id = take_on(made)
    take_on(made, wijk_oost(number="2026-02", title="Schoonmaak Stadhuis", authority="Zwolle"))
    book(made, contract_id)
    parties.add_supplier(made, Supplier("De Broodbrigade", "PSO 30+"))
    parties.add_supplier(made, Supplier("Werkbedrijf De Haven"))
    return made


def found(desk: Desk, text: str, kind: HitKind) -> list[Hit]:
    return [hit for hit in search.find(desk, text) if hit.kind is kind]


def test_that_a_contract_is_found_by_its_title_number_or_authority(desk: Desk) -> None:
    for text in ("stadhuis", "2026-02", "ZWOLLE"):
        (hit,) = found(desk, text, HitKind.CONTRACT)
        assert hit.title == "Schoonmaak Stadhuis"
        assert "Zwolle" in hit.detail
        assert hit.key == str(hit.contract_id)


def test_that_an_effort_is_found_by_its_candidate_with_what_it_is_worth(desk: Desk) -> None:
    (hit,) = found(desk, "k-01", HitKind.EFFORT)
    assert hit.title == "Medewerker groen"
    assert "13.333,33" in hit.detail
    (candidate,) = found(desk, "k-01", HitKind.CANDIDATE)
    assert candidate.key == "K-01"


def test_that_an_effort_for_two_contracts_is_found_once(desk: Desk) -> None:
    (effort,) = (effort for effort, _booked in desk.store.booked(1))
    shares = [Allocation(one, effort.period, 5_000) for one in (1, 2)]
    efforts.change(desk, effort, shares)
    assert len(found(desk, "medewerker", HitKind.EFFORT)) == 1


def test_that_a_supplier_is_found_by_its_recognition(desk: Desk) -> None:
    (hit,) = found(desk, "pso", HitKind.SUPPLIER)
    assert (hit.title, hit.detail) == ("De Broodbrigade", "PSO 30+")
    assert found(desk, "haven", HitKind.SUPPLIER)[0].detail


def test_that_a_report_is_found_by_its_number(desk: Desk) -> None:
    quarter = Period(date(2026, 1, 1), date(2026, 9, 30))
    reports.publish(desk, 1, reports.Variant.ANONYMOUS, quarter)
    (hit,) = found(desk, "2026-001", HitKind.REPORT)
    assert found(desk, "2026-002", HitKind.REPORT) == []
    assert "Groenonderhoud Wijk Oost" in hit.detail
    assert hit.contract_id == 1


def test_that_a_term_is_found_in_the_help(desk: Desk) -> None:
    hit = found(desk, "drempel", HitKind.HELP)[0]
    assert (hit.key, hit.place, hit.title) == ("5", "threshold", "Drempel")


def test_that_a_name_comes_before_what_only_mentions_it(desk: Desk) -> None:
    hits = search.find(desk, "drempel")
    assert hits[0].title == "Drempel"
    hits = search.find(desk, "wijk oost")
    assert hits[0].kind is HitKind.CONTRACT


def test_that_every_word_must_occur(desk: Desk) -> None:
    assert search.find(desk, "stadhuis zwolle")
    assert search.find(desk, "stadhuis utrecht") == ()


def test_that_an_empty_search_finds_nothing(desk: Desk) -> None:
    assert search.find(desk, "   ") == ()


def test_that_no_kind_pushes_the_others_out() -> None:
    desk = new_desk()
    for number in range(30):
        take_on(desk, wijk_oost(number=f"2026-{number:02}", title=f"Drempel {number}"))
    hits = search.find(desk, "drempel")
    assert len(hits) <= search.MOST
    assert len([hit for hit in hits if hit.kind is HitKind.CONTRACT]) == search.MOST_OF_A_KIND
    assert any(hit.kind is HitKind.HELP for hit in hits)
