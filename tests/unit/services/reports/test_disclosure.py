"""What a report gives away about people is counted, and a citizen number never leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.reporting import ReportData, ReportLine, Variant
from sroi_desktop.services import reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.reports import Draft
from sroi_desktop.services.reports.disclosure import counted
from sroi_desktop.storage import Person
from tests.unit.services.books import BSN, PLACED, TODAY, book, desk_on, span, take_on


@pytest.fixture
def desk() -> Desk:
    return desk_on(TODAY)


def _draft(desk: Desk, variant: Variant = Variant.ANONYMOUS) -> Draft:
    contract_id = take_on(desk)
    book(desk, contract_id, PLACED)
    return reports.draft(desk, contract_id, variant, span("2026-01-01", "2026-09-30"))


def _retitled(data: ReportData, title: str) -> ReportData:
    first, *others = data.lines
    lines: tuple[ReportLine, ...] = (replace(first, title=title), *others)
    return replace(data, lines=lines)


def test_that_a_report_of_codes_counts_no_names_and_no_numbers(desk: Desk) -> None:
    data = _draft(desk, Variant.PSEUDONYMOUS).data
    assert (data.names, data.citizen_numbers) == (0, 0)


def test_that_a_known_name_in_a_title_is_counted(desk: Desk) -> None:
    draft = _draft(desk)
    candidate = desk.store.candidate_by_code(PLACED.candidate or "")
    assert candidate is not None
    assert candidate.id is not None
    with desk.store.act("set_person") as work:
        work.set_person(candidate.id, Person("Jan de Vries"))
    data = draft.data
    names = reports.basis(desk, draft.contract_id, data.variant, data.period).names
    assert names == {"Jan de Vries"}
    told = counted(_retitled(data, "Hovenier (JAN DE VRIES)"), names)
    assert told.names == 1


def test_that_a_citizen_number_in_a_text_is_counted_and_stops_the_report(desk: Desk) -> None:
    draft = _draft(desk)
    told = counted(_retitled(draft.data, f"Hovenier {BSN}"), ())
    assert told.citizen_numbers == 1
    with pytest.raises(CitizenNumberError):
        reports.issue(desk, replace(draft, data=told), b"%PDF")


def test_that_a_reference_of_nine_figures_is_no_citizen_number(desk: Desk) -> None:
    data = _draft(desk).data
    told = counted(replace(data, contract=replace(data.contract, reference=BSN)), ())
    assert told.citizen_numbers == 0
