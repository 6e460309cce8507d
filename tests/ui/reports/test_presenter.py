from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.services import companies, contracts
from sroi_desktop.services.reports import Check, CheckKind
from sroi_desktop.storage import Store
from sroi_desktop.storage.errors import DamagedFileError
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.reports.presenter import ADD_CONTRACT, ISSUE, ISSUED, NEW, PRINT, SAVE
from sroi_desktop.ui.reports.words import check_row, variant_text
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.reports.fakes import Page, Quiet

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.services.desk import Desk


@pytest.fixture
def effort_id(desk: Desk, contract_id: int) -> int:
    return book(desk, contract_id)


def test_that_the_report_that_is_due_is_proposed(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    wanted = page.view.wanted
    assert (wanted.starts, wanted.ends) == ("01-01-2026", "30-09-2026")
    assert wanted.variant == "anonymous"
    assert page.view.tab == NEW
    assert page.view.working == (0, 1)
    assert page.finish().startswith(b"%PDF")
    assert "2026-001" in page.view.title


def test_that_without_a_contract_there_is_nothing_to_report(desk: Desk) -> None:
    page = Page(desk)
    assert page.view.contracts == ()
    page.presenter.run_act(ADD_CONTRACT)
    page.presenter.run_act(ISSUE)
    page.presenter.run_act("nothing")
    page.presenter.make_pages()
    page.presenter.reload()
    assert page.opened.pages == [(pages.NEW_CONTRACT, None)]
    assert page.works == []


def test_that_contracts_that_are_settled_are_not_proposed(desk: Desk, contract_id: int) -> None:
    running = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    contracts.move_on(desk, contract_id, ContractState.SETTLED)
    page = Page(desk)
    assert page.view.wanted.contract == str(running)
    assert len(page.view.contracts) == 2


def test_that_it_is_said_what_leaves_the_computer(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    assert page.view.draft is not None
    assert "opgemaakt" in page.view.draft.contains
    page.finish()
    assert "0 namen en 0 burgerservicenummers" in page.view.draft.contains
    page.presenter.choose_variant("pseudonymous")
    page.finish()
    assert "1 kandidaat" in page.view.draft.contains


def test_that_what_is_not_complete_leads_to_where_it_can_be(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    assert page.view.draft is not None
    keys = {one.key for one in page.view.draft.checks}
    assert {CheckKind.EVIDENCE.name, CheckKind.COMPANY.name} <= keys
    evidence = next(one for one in page.view.draft.checks if one.key == CheckKind.EVIDENCE.name)
    assert "13.333,33" in evidence.text
    for kind in CheckKind:
        if kind is not CheckKind.NOT_OVER:
            page.presenter.go_to(kind.name)
    assert [key for key, _argument in page.opened.pages] == [
        pages.EVIDENCE,
        pages.CONTRACT,
        pages.SETTINGS,
        pages.BOOKING,
        pages.CONTRACT,
        pages.RULES,
    ]


def test_that_a_period_that_is_not_over_says_so(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.type_dates("1-1-2026", "31-12-2026")
    page.presenter.finish_dates()
    assert page.view.draft is not None
    rows = {one.key: one for one in page.view.draft.checks}
    assert rows[CheckKind.NOT_OVER.name].act == ""


@pytest.mark.parametrize(
    ("starts", "ends", "at"),
    [
        ("1-1-2026", "31-2-2026", "ends"),
        ("morgen", "", "starts"),
        ("1-9-2026", "1-3-2026", "ends"),
        ("1-1-2030", "1-3-2030", "starts"),
    ],
)
def test_that_days_that_cannot_be_reported_on_are_refused_at_the_field(
    desk: Desk, effort_id: int, starts: str, ends: str, at: str
) -> None:
    page = Page(desk)
    page.finish()
    page.presenter.type_dates(starts, ends)
    assert page.view.wrong == {}
    page.presenter.finish_dates()
    assert at in page.view.wrong
    assert page.view.pdf is None
    assert page.view.draft is None
    primary = page.presenter.header().primary
    assert primary is not None
    assert not primary.enabled


def test_that_another_contract_gets_its_own_period(desk: Desk, effort_id: int) -> None:
    from datetime import date

    contract = wijk_oost(number="2026-02", title="Park", starts_on=date(2026, 4, 1))
    park = take_on(desk, contract)
    page = Page(desk)
    page.presenter.choose_contract(str(park))
    assert page.view.wanted.starts == "01-04-2026"
    works = len(page.works)
    page.presenter.choose_contract(str(park))
    assert len(page.works) == works


def test_that_pages_that_are_no_longer_wanted_are_let_go(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    first = page.works[0]
    page.presenter.choose_variant("pseudonymous")
    assert first.cancelled
    page.presenter.take_pages(first, first.job(Quiet()))
    page.presenter.fail(first, cancelled=True)
    assert page.view.pdf is None
    page.presenter.show_progress(40, 100)
    assert page.view.working == (40, 100)
    page.finish()
    assert page.view.pdf is not None


def test_that_making_pages_can_be_stopped_and_begun_again(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.cancel()
    assert page.works[0].cancelled
    page.presenter.fail(page.works[0], cancelled=True)
    assert page.view.again
    page.presenter.cancel()
    page.presenter.make_pages()
    assert len(page.works) == 2
    page.presenter.make_pages()
    assert len(page.works) == 2
    page.presenter.fail(page.works[1], cancelled=False)
    assert "logboek" in page.view.nothing


def test_that_a_report_is_issued_after_asking(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    pdf = page.finish()
    page.presenter.run_act(ISSUE)
    assert "0 namen en 0 burgerservicenummers" in page.view.asked[0]
    (report,) = page.view.issued
    assert report.number == "2026-001"
    assert desk.store.report_pdf(report.id) == pdf
    assert page.view.tab == ISSUED
    assert page.view.pdf == pdf
    assert page.view.selected == report.id
    assert "2026-001" in page.told[0]


def test_that_nothing_is_issued_without_a_yes(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.finish()
    page.view.agrees = False
    page.presenter.issue()
    assert desk.store.reports() == ()
    page.view.agrees = True
    page.presenter.issue()
    assert len(desk.store.reports()) == 1


def test_that_a_second_click_issues_no_second_report(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.finish()
    page.view.on_ask = page.presenter.issue
    page.presenter.issue()
    page.presenter.issue()
    assert len(desk.store.reports()) == 1
    assert len(page.view.asked) == 1


def test_that_issuing_waits_for_the_pages(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.issue()
    assert page.view.asked == []


def test_that_stale_pages_are_made_again_before_issuing(
    desk: Desk, contract_id: int, effort_id: int
) -> None:
    page = Page(desk)
    page.finish()
    book(desk, contract_id)
    page.presenter.issue()
    assert page.view.asked == []
    assert len(page.works) == 2
    assert page.view.message[0]
    pdf = page.finish()
    assert len(page.view.asked) == 1
    assert desk.store.report_pdf(1) == pdf


def test_that_books_changed_while_asking_stop_the_issue(
    desk: Desk, contract_id: int, effort_id: int
) -> None:
    page = Page(desk)
    page.finish()

    def change() -> None:
        book(desk, contract_id)

    page.view.on_ask = change
    page.presenter.issue()
    assert desk.store.reports() == ()
    assert page.view.message[1] is Tone.WARNING
    assert len(page.works) == 2


def test_that_a_change_of_the_books_renews_the_preview(
    desk: Desk, contract_id: int, effort_id: int
) -> None:
    page = Page(desk)
    page.finish()
    page.presenter.reload()
    assert len(page.works) == 1
    book(desk, contract_id)
    page.presenter.reload()
    assert len(page.works) == 2
    page.presenter.reload()
    assert len(page.works) == 2
    page.presenter.choose_tab(ISSUED)
    page.presenter.reload()
    assert page.view.tab == ISSUED


def test_that_issued_reports_are_looked_at_saved_and_printed(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    page = Page(desk)
    pdf = page.finish()
    page.presenter.issue()
    acts = [act.key for act in page.presenter.header().acts]
    assert acts == [PRINT, SAVE]
    page.presenter.run_act(SAVE)
    assert page.view.proposed == "sroi-2026-01-2026-001.pdf"
    page.view.save_to = tmp_path / "rapport.pdf"
    page.presenter.run_act(SAVE)
    assert (tmp_path / "rapport.pdf").read_bytes() == pdf
    assert page.view.message[1] is Tone.GOOD
    page.view.save_to = tmp_path / "er niet" / "rapport.pdf"
    page.presenter.run_act(SAVE)
    assert "map" in page.view.message[0]
    page.presenter.run_act(PRINT)
    assert "2026-001" in page.view.printed[0]
    page.presenter.choose_issued(page.view.issued[0])
    page.presenter.choose_issued(None)
    page.presenter.choose_tab(NEW)
    page.presenter.choose_tab(NEW)
    page.presenter.choose_issued(page.view.issued[0])
    page.finish()
    assert "2026-002" in page.view.title


def test_that_pages_that_come_late_stay_off_another_tab(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.choose_tab(ISSUED)
    assert page.works[0].cancelled
    assert page.view.nothing
    page.presenter.choose_tab(NEW)
    page.presenter.choose_tab(NEW)
    work = page.works[-1]
    page.presenter.show_progress(1, 2)
    made = work.job(Quiet())
    page.presenter.take_pages(work, made)
    assert page.view.pdf == made.pdf


def test_that_without_issued_reports_there_is_nothing_to_save(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.presenter.choose_tab(ISSUED)
    page.presenter.run_act(SAVE)
    page.presenter.run_act(PRINT)
    assert page.view.proposed == ""
    assert page.view.printed == []
    assert [act.enabled for act in page.presenter.header().acts] == [False, False]


def test_that_damage_is_told(
    desk: Desk, effort_id: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = Page(desk)
    page.finish()
    page.presenter.issue()

    def damaged(_store: Store, _report_id: int) -> bytes:
        raise DamagedFileError(tmp_path, "report")

    monkeypatch.setattr(Store, "report_pdf", damaged)
    page.presenter.run_act(PRINT)
    assert page.view.message[1] is Tone.DANGER
    page.view.save_to = tmp_path / "x.pdf"
    page.presenter.run_act(SAVE)
    page.presenter.choose_issued(page.view.issued[0])
    assert not (tmp_path / "x.pdf").exists()


def test_that_a_complete_firm_is_not_asked_for(desk: Desk, effort_id: int) -> None:
    company = desk.store.company()
    assert company is not None
    from dataclasses import replace

    companies.keep(desk, replace(company, kvk="12345678", town="Utrecht"))
    page = Page(desk)
    assert page.view.draft is not None
    assert CheckKind.COMPANY.name not in {one.key for one in page.view.draft.checks}


def test_that_a_variant_of_a_later_version_is_named_as_it_is() -> None:
    assert variant_text("named") == "named"
    assert variant_text("pseudonymous") == "Met codes"


def test_that_progress_of_pages_nobody_waits_for_is_not_shown(desk: Desk, effort_id: int) -> None:
    page = Page(desk)
    page.finish()
    page.view.working = None
    page.presenter.show_progress(50, 100)
    assert page.view.working is None


def test_that_what_changed_since_the_last_report_is_told() -> None:
    row = check_row(Check(CheckKind.CHANGED, 2, report="2026-001"))
    assert row.text == "2 invullingen wijken af van rapport 2026-001. Dit rapport zegt hoe."
    assert row.act == "Bekijk de invulling"
