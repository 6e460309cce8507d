from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QMenu, QTableView, QWidget

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.evidence import Piece
from sroi_desktop.services import contracts
from sroi_desktop.services.changes import EVERYTHING, Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.dossiers import Held
from sroi_desktop.ui import opening as openers
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.filling import TABS
from sroi_desktop.ui.contract.rows import held_row
from sroi_desktop.ui.contract.screen import make_screen
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.tabs import TabBar
from tests.ui.desks import book, new_desk, take_on, wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.hands import press
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot


USUAL = [tab for tab in TABS if tab != "turnover"]


class Desktop:
    """Opens nothing, and remembers what it was asked to open."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.has_programs = True

    def open_file(self, path: Path) -> bool:
        self.files.append(path)
        return self.has_programs

    def open_link(self, address: str) -> bool:
        return self.has_programs and bool(address)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    before = openers.use_opener(made)
    yield made
    openers.use_opener(before)


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def open_first(qtbot: QtBot, desk: Desk, tab: str = "standing") -> Opening:
    contract_id = desk.store.contracts()[0].id or 0
    return open_screen(qtbot, make_screen, desk, pages.ContractTarget(contract_id, tab))


def open_new(qtbot: QtBot, tab: str = "standing", **changes: object) -> Opening:
    desk = new_desk()
    contract_id = take_on(desk, wijk_oost(**changes))
    return open_screen(qtbot, make_screen, desk, pages.ContractTarget(contract_id, tab))


def table(opening: Opening, name: str) -> QTableView:
    return opening.find(QTableView, name)


def menu_actions(opening: Opening) -> list[QAction]:
    opening.screen.run_act("more")
    menu = opening.find(QMenu, "contract.menu")
    menu.close()
    return menu.actions()


@pytest.mark.parametrize("tab", USUAL)
def test_that_every_tab_names_everything_for_a_screen_reader(
    qtbot: QtBot, example_desk: Desk, tab: str
) -> None:
    opening = open_first(qtbot, example_desk, tab)
    assert nameless(opening.screen) == []
    assert opening.find(TabBar, "contract.tabs").current_key() == tab


@pytest.mark.parametrize("tab", USUAL)
def test_that_every_tab_of_an_empty_contract_says_what_will_be_there(
    qtbot: QtBot, tab: str
) -> None:
    opening = open_new(qtbot, tab, sum_excl_vat=None)
    assert len(opening.words().splitlines()) >= 2 or tab == "history"


def test_that_the_derivation_opens_and_closes_in_the_page(qtbot: QtBot, example_desk: Desk) -> None:
    opening = open_first(qtbot, example_desk)
    view = opening.find(QWidget, "contract.derivation")
    assert view.isHidden()
    opening.press("act.how")
    assert view.isVisible()
    assert "Contract sum, excluding VAT" in opening.words()
    opening.press("act.how")
    assert view.isHidden()


def test_that_the_tabs_walk_with_the_arrow_keys(qtbot: QtBot, example_desk: Desk) -> None:
    opening = open_first(qtbot, example_desk)
    tabs = opening.find(TabBar, "contract.tabs")
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Right)
    assert tabs.current_key() == "efforts"
    assert table(opening, "contract.efforts").isVisible()


def test_that_enter_on_an_effort_opens_its_booking(qtbot: QtBot, example_desk: Desk) -> None:
    opening = open_first(qtbot, example_desk, "efforts")
    shown = table(opening, "contract.efforts")
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 0))
    press(shown, Qt.Key.Key_Return)
    page, target = opening.asked.pages[0]
    assert page == pages.BOOKING
    assert isinstance(target, pages.BookingTarget)
    assert target.effort_id is not None


def test_that_a_latest_effort_opens_its_booking(qtbot: QtBot, example_desk: Desk) -> None:
    opening = open_first(qtbot, example_desk)
    latest = next(one for one in opening.screen.findChildren(QTableView) if one.isVisible())
    latest.setFocus()
    latest.setCurrentIndex(latest.model().index(1, 0))
    press(latest, Qt.Key.Key_Return)
    assert opening.asked.pages[0][0] == pages.BOOKING


def test_that_missing_evidence_is_one_press_away(qtbot: QtBot, example_desk: Desk) -> None:
    opening = open_first(qtbot, example_desk, "evidence")
    booked = example_desk.store.booked(example_desk.store.contracts()[0].id or 0)
    effort_id = next(
        effort.id for effort, one in booked if one.missing and effort.state is EffortState.REALISED
    )
    opening.press(f"act.{effort_id}")
    held = table(opening, "contract.held")
    held.setFocus()
    held.setCurrentIndex(held.model().index(0, 0))
    press(held, Qt.Key.Key_Return)
    assert [page for page, _target in opening.asked.pages] == [pages.EVIDENCE] * 2


def test_that_the_rest_of_the_missing_evidence_is_one_press_away(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    for _ in range(21):
        book(desk, contract_id)
    opening = open_first(qtbot, desk, "evidence")
    opening.press("act.rest")
    assert opening.asked.pages == [(pages.EVIDENCE, pages.EvidenceTarget(contract_id, None))]


def test_that_a_report_opens_in_the_program_for_it(
    qtbot: QtBot, example_desk: Desk, desktop: Desktop
) -> None:
    opening = open_first(qtbot, example_desk, "reports")
    opening.press("contract.report.open")
    assert desktop.files[0].read_bytes().startswith(b"%PDF")
    desktop.has_programs = False
    opening.press("contract.report.open")
    assert "no program to show a PDF" in opening.words()


def test_that_a_report_is_saved_where_the_owner_wants_it(
    qtbot: QtBot, example_desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    opening = open_first(qtbot, example_desk, "reports")
    answers.save_to = tmp_path / "rapport.pdf"
    opening.press("contract.report.save")
    assert answers.save_to.exists()
    assert "is saved as rapport.pdf" in opening.words()


def test_that_a_day_is_read_back_and_kept(qtbot: QtBot) -> None:
    opening = open_new(qtbot, "deadlines", contact_made_on=None)
    opening.fill_in("contract.day.contact", "1-11-2026")
    editor = opening.find(QWidget, "contract.day.contact.editor")
    assert editor.property("text") == "01-11-2026"
    opening.press("contract.day.keep")
    assert opening.bench.desk.store.contracts()[0].contact_made_on is not None


def test_that_a_bad_day_is_told_beside_its_field(qtbot: QtBot) -> None:
    opening = open_new(qtbot, "deadlines", contact_made_on=None)
    opening.fill_in("contract.day.contact", "31-2-2026")
    assert "This day does not exist." in opening.words()
    opening.type_in("contract.day.contact", "1-11-2026")
    assert "This day does not exist." not in opening.words()


@pytest.mark.parametrize(("field", "day"), [("contact", "contact"), ("plan", "sent")])
def test_that_a_next_step_leads_to_its_day(qtbot: QtBot, field: str, day: str) -> None:
    opening = open_new(qtbot)
    contract_id = opening.bench.desk.store.contracts()[0].id or 0
    opening.screen.open_at(pages.ContractTarget(contract_id, field=field))
    assert opening.find(QWidget, f"contract.day.{day}.editor").hasFocus()


def test_that_what_a_contract_lacks_leads_to_the_form(qtbot: QtBot) -> None:
    opening = open_new(qtbot)
    target = pages.ContractTarget(1, field="sum")
    opening.screen.open_at(target)
    assert opening.asked.pages == [(pages.NEW_CONTRACT, target)]


def test_that_the_menu_moves_a_contract_on(qtbot: QtBot) -> None:
    opening = open_new(qtbot, state=ContractState.TENDER)
    names = [action.text() for action in menu_actions(opening)]
    assert names == [
        "Change contract",
        "The bid was submitted",
        "The contract was awarded to us",
        "The contract went to someone else",
        "Remove contract",
    ]
    awarded = next(a for a in menu_actions(opening) if a.objectName() == "act.move.awarded")
    awarded.trigger()
    assert opening.bench.desk.store.contracts()[0].state is ContractState.AWARDED


def test_that_a_contract_goes_only_after_a_question(qtbot: QtBot, answers: Answers) -> None:
    opening = open_new(qtbot)
    answers.agrees = False
    opening.screen.run_act("remove")
    assert opening.bench.desk.store.contracts()
    answers.agrees = True
    opening.screen.run_act("remove")
    assert not opening.bench.desk.store.contracts()
    assert opening.asked.pages == [(pages.CONTRACTS, None)]
    assert len(answers.questions) == 2


def test_that_the_page_follows_what_changes_elsewhere(qtbot: QtBot) -> None:
    opening = open_new(qtbot)
    desk = opening.bench.desk
    book(desk, desk.store.contracts()[0].id or 0)
    opening.bench.announce(Done(EVERYTHING))
    assert "€\xa013.333" in opening.words()
    opening.screen.hide()
    contracts.move_on(desk, desk.store.contracts()[0].id or 0, ContractState.REPORTING)
    opening.bench.announce(Done(EVERYTHING))
    assert "running" in opening.screen.header().subtitle
    opening.screen.open_at(None)
    assert "reporting" in opening.screen.header().subtitle


def test_that_a_crumb_leads_back_to_the_list(qtbot: QtBot) -> None:
    opening = open_new(qtbot)
    opening.screen.go_to_crumb(pages.CONTRACTS)
    assert opening.asked.pages == [(pages.CONTRACTS, None)]


@pytest.mark.parametrize("width", [520, 1000, 1400])
def test_that_columns_give_way_before_anything_scrolls_sideways(
    qtbot: QtBot, example_desk: Desk, width: int
) -> None:
    opening = open_first(qtbot, example_desk, "efforts")
    opening.screen.resize(width, 600)
    shown = table(opening, "contract.efforts")
    hidden = [place for place in range(5) if shown.isColumnHidden(place)]
    assert bool(hidden) == (width < 640)
    assert shown.horizontalScrollBar().maximum() == 0


def test_that_another_edition_is_looked_at_from_the_details(qtbot: QtBot) -> None:
    opening = open_new(qtbot, "details", rule_set_id="utrecht-v2")
    assert "There is a later edition" in opening.words()
    opening.press("act.edition")
    assert opening.asked.pages[0][0] == pages.EDITION


@pytest.mark.parametrize("title", ["<b>Vet</b> & Zn", "x" * 300, "Groen 🌳", "עברית"])
def test_that_any_name_is_shown_as_it_was_typed(qtbot: QtBot, title: str) -> None:
    opening = open_new(qtbot, "details", title=title)
    assert title in opening.words()
    assert opening.screen.header().title == title


def test_that_a_document_that_was_seen_without_a_day_is_told_so(example_desk: Desk) -> None:
    contract_id = example_desk.store.contracts()[0].id or 0
    effort = example_desk.store.booked(contract_id)[0][0]
    piece = Piece(effort.id or 0, "factuur", "Factuur")
    assert held_row(Held(piece, effort, "Factuur")).kept == "seen, not kept"


def test_that_a_chosen_effort_is_divided_or_compared_from_its_contract(
    qtbot: QtBot, example_desk: Desk
) -> None:
    opening = open_first(qtbot, example_desk, "efforts")
    acts = opening.find(QAbstractButton, "contract.effort.acts")
    assert not acts.isEnabled()
    shown = table(opening, "contract.efforts")
    shown.selectRow(0)
    opening.press("contract.effort.acts")
    menu = opening.find(QMenu, "contract.effort.menu")
    divide, elsewhere = menu.actions()
    menu.close()
    divide.trigger()
    qtbot.waitUntil(lambda: bool(opening.asked.pages))
    key, target = opening.asked.pages[-1]
    assert key == pages.BOOKING
    assert isinstance(target, pages.BookingTarget)
    assert target.divide
    elsewhere.trigger()
    dialog = opening.screen.findChild(QDialog, "elsewhere")
    assert isinstance(dialog, QDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
