"""An open administration in its window: undo, badges, status, search, and closing in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QListWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.domain.parties import Company
from sroi_desktop.domain.periods import Period
from sroi_desktop.reporting import Variant
from sroi_desktop.services import administrations, companies
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.reports import publish
from sroi_desktop.storage import open_store
from sroi_desktop.system import paths
from sroi_desktop.system.clock import FixedClock
from sroi_desktop.ui import pages
from tests.e2e.conftest import DAY, Computer
from tests.e2e.owner import Owner
from tests.ui import desks
from tests.ui.app.conftest import new_file

CLOCK = FixedClock(DAY)


def _badge(owner: Owner, page: str) -> str:
    return owner.find(f"navigation.{page}", QAbstractButton).accessibleDescription()


def _can(owner: Owner, name: str) -> bool:
    return owner.find(f"status.{name}", QAbstractButton).isEnabled()


def test_that_undo_and_redo_name_what_they_did(owner_at_work: Owner) -> None:
    owner = owner_at_work
    owner.press("Ctrl+Z")
    assert "Ongedaan gemaakt: invulling geboekt: Medewerker groen" in owner.words("notice")
    assert _can(owner, "redo-2")
    owner.press("Ctrl+Y")
    assert "Opnieuw gedaan: invulling geboekt: Medewerker groen" in owner.words("notice")
    assert not _can(owner, "redo-2")


def test_that_undo_rests_when_all_is_undone(owner: Owner) -> None:
    assert _can(owner, "undo-2")
    owner.press("Ctrl+Z")
    assert not _can(owner, "undo-2")
    owner.press("Ctrl+Z")
    assert not _can(owner, "undo-2")


def test_that_what_an_issued_report_rests_on_stays_and_a_sentence_says_so(
    computer: Computer, tmp_path: Path
) -> None:
    def fill(desk: Desk) -> None:
        contract_id = desks.take_on(desk)
        desks.book(desk, contract_id)
        period = Period(date(2026, 1, 1), date(2026, 9, 30))
        publish(desk, contract_id, Variant.ANONYMOUS, period)

    owner = computer.start(new_file(tmp_path / "rapport.sroi", fill))
    owner.press("Ctrl+Z")
    assert "2026-001" in owner.words("notice")
    assert owner.session.window._over.notice.property("surface") == "warning"
    assert owner.session.desk.store.booked(1)


def test_that_another_name_of_the_firm_shows_in_the_title_at_once(owner: Owner) -> None:
    done = companies.keep(owner.session.desk, Company("Van Dijk Groen B.V."))
    owner.session.bench.announce(done)
    assert owner.window.windowTitle().endswith("Van Dijk Groen B.V. - SROI Desktop")
    owner.press("Ctrl+Z")
    assert "Van Dijk Groenvoorziening B.V." in owner.window.windowTitle()


def test_that_the_example_is_marked_in_the_title(computer: Computer, tmp_path: Path) -> None:
    def mark(desk: Desk) -> None:
        companies.keep(desk, Company("Van Dijk", example=True))

    owner = computer.start(new_file(tmp_path / "voorbeeld.sroi", mark))
    assert "Van Dijk (voorbeeld)" in owner.window.windowTitle()


def test_that_the_badges_count_contracts_and_what_lacks_evidence(owner_at_work: Owner) -> None:
    owner = owner_at_work
    assert "1 opdracht" in _badge(owner, "contracts")
    assert "1 invulling zonder bewijs" in _badge(owner, "evidence")
    owner.press("Ctrl+Z")
    assert not _badge(owner, "evidence")


def test_that_the_status_line_tells_of_the_last_backup(computer: Computer, path: Path) -> None:
    owner = computer.start(path)
    assert "eerste reservekopie" in owner.session.window._status.text()
    owner.press("Ctrl+Z")
    owner.window.close()
    assert len(list(paths.backup_folder().glob("*.sroi"))) == 1
    assert "vandaag" in computer.start(path).session.window._status.text()


def test_that_a_file_that_may_only_be_read_says_so(computer: Computer, path: Path) -> None:
    with administrations.open_file(path, CLOCK):
        owner = computer.start(path)
        owner.click("act.read_only")
        assert "Alleen om te lezen" in owner.session.window._status.text()


def test_that_a_message_of_a_screen_is_shown_in_its_tone(owner: Owner) -> None:
    owner.session.bench.tell("De schijf is vol.", "bad")
    assert owner.words("notice") == "De schijf is vol."
    assert owner.session.window._over.notice.property("surface") == "danger"


def test_that_help_opens_on_the_topic_of_the_page(owner: Owner) -> None:
    owner.press("F1")
    assert owner.page == pages.HELP


def test_that_a_search_finds_and_opens_a_contract(owner_at_work: Owner, qtbot: QtBot) -> None:
    owner = owner_at_work
    owner.press("Ctrl+K")
    owner.write("wijk oost")
    qtbot.waitUntil(lambda: owner.sees("search.hits"))
    assert "Groenonderhoud Wijk Oost" in owner.find("search.hits", QListWidget).item(0).text()
    owner.press("Return")
    assert owner.page == pages.CONTRACT


def test_that_closing_lets_go_of_the_file(owner: Owner, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(owner.session.window.destroyed):
        owner.press("Ctrl+Q")
    assert owner.program.session is None
    open_store(path, CLOCK.now).close()


def test_that_what_was_being_typed_is_a_draft_after_closing(
    owner_at_work: Owner, computer: Computer, qtbot: QtBot
) -> None:
    owner = owner_at_work
    owner.click("act.book")
    owner.click("card.activity")
    path = owner.session.desk.store.path
    with qtbot.waitSignal(owner.session.window.destroyed):
        owner.press("Ctrl+Q")
    again = computer.start(path)
    again.click("act.book")
    assert again.sees("booking.drafts")


def test_that_another_administration_can_be_chosen(owner: Owner, path: Path) -> None:
    owner.choose_in_menu("act.other_administration")
    owner.settle()
    assert owner.program.session is None
    assert owner.window.objectName() == "welcome"
    open_store(path, CLOCK.now).close()


def test_that_another_language_keeps_page_size_and_file(owner_at_work: Owner) -> None:
    owner = owner_at_work
    before = owner.session.window
    owner.session.bench.open_page(pages.CONTRACT, pages.ContractTarget(1, "efforts"))
    owner.settle()
    before.resize(1111, 777)
    settings = replace(owner.program.settings, language="en")
    owner.session.bench.settings_changed.emit(settings)
    owner.settle()
    assert owner.session.window is not before
    assert owner.session.window.size() == QSize(1111, 777)
    assert owner.page == pages.CONTRACT
    assert owner.sees("contract.efforts")
    owner.press("Ctrl+Z")
    assert "Undone: effort booked: Medewerker groen" in owner.words("notice")
