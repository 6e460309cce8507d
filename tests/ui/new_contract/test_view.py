from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QRadioButton, QWidget

from sroi_desktop.domain.money import Money
from sroi_desktop.services import drafts
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless, spoken
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.figures import Figure
from sroi_desktop.ui.new_contract.form import AMOUNT, CHECK, DATES, RULES, STEPS
from sroi_desktop.ui.new_contract.screen import NewContractScreen, make_screen
from tests.ui.desks import book, new_desk, take_on
from tests.ui.dialogs import Answers
from tests.ui.hands import click, press
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

P = "new_contract."


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def talk(qtbot: QtBot, desk: Desk | None = None, argument: object = None) -> Opening:
    return open_screen(qtbot, make_screen, desk or new_desk(), argument)


def to_step(opening: Opening, step: int) -> None:
    screen = opening.screen
    assert isinstance(screen, NewContractScreen)
    screen._presenter.go_to(step)


def about(opening: Opening, authority: str = "Gemeente Utrecht") -> None:
    opening.fill_in(f"{P}title", "Groenonderhoud Wijk Oost")
    opening.fill_in(f"{P}authority", authority)


def owed(opening: Opening) -> str:
    return opening.find(Figure, f"{P}owed").value_text()


def shown_text(opening: Opening, name: str) -> str:
    return opening.find(QLineEdit, f"{P}{name}.editor").text()


def test_that_the_walk_can_be_done_with_the_keys_alone(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    press(opening.screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opening.press(f"{P}on")
    opening.press(f"{P}category.services")
    opening.fill_in(f"{P}sum", "2400000")
    opening.fill_in(f"{P}percentage", "5")
    assert shown_text(opening, "sum") == "€\xa02.400.000"
    assert owed(opening) == "€\xa0120.000"
    opening.press(f"{P}on")
    opening.fill_in(f"{P}starts", "1-1-2026")
    opening.fill_in(f"{P}ends", "31-12-2027")
    opening.press(f"{P}on")
    assert "€\xa0120.000,00" in opening.words()
    opening.press(f"{P}on")
    contract = opening.bench.desk.store.contracts()[0]
    assert contract.sum_excl_vat == Money.from_euros(2_400_000)
    assert opening.asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract.id or 0))]


def test_that_a_suggested_name_is_one_press_away(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    opening.type_in(f"{P}authority", "utr")
    opening.press(f"{P}suggestion.0")
    assert shown_text(opening, "authority") == "Gemeente Utrecht"
    assert "3 rule sets found." in opening.words()


def test_that_the_arrow_down_leads_from_the_field_to_a_suggested_name(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    opening.type_in(f"{P}authority", "utr")
    press(opening.find(QLineEdit, f"{P}authority.editor"), Qt.Key.Key_Down)
    first = opening.find(QAbstractButton, f"{P}suggestion.0")
    assert first.hasFocus()
    press(first, Qt.Key.Key_Space)
    assert shown_text(opening, "authority") == "Gemeente Utrecht"


def test_that_a_part_of_a_name_is_asked_about_beside_the_rules(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening, "Utr")
    opening.press(f"{P}on")
    assert "Did you mean:" in opening.words()
    opening.press(f"{P}meant.0")
    assert opening.find(QRadioButton, "card.utrecht-v3").hasFocus()
    assert "Did you mean:" not in opening.words()


def test_that_rules_are_chosen_from_cards(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    opening.press(f"{P}on")
    newest = opening.find(QRadioButton, "card.utrecht-v3")
    assert newest.isChecked()
    assert newest.hasFocus()
    press(newest, Qt.Key.Key_Down)
    assert opening.find(QRadioButton, "card.utrecht-v2").isChecked()
    assert opening.find(QRadioButton, "card.utrecht-v2").hasFocus()


def test_that_the_address_of_a_source_can_be_copied(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    opening.press(f"{P}on")
    copy = next(
        button
        for button in opening.screen.findChildren(QAbstractButton)
        if spoken(button).name.startswith("Copy the address")
    )
    click(copy)
    assert QGuiApplication.clipboard().text().startswith("https://www.utrecht.nl/")


def test_that_values_are_taken_over_from_the_contract(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening, "Ons Dorp")
    opening.press(f"{P}on")
    row = f"{P}value:generic|block:ww"
    opening.fill_in(row, "12.50")
    assert "can mean two things" in opening.words()
    opening.fill_in(row, "20000")
    assert opening.find(QLineEdit, f"{row}.editor").text() == "€\xa020.000"
    to_step(opening, CHECK)
    opening.press(f"{P}on")
    rules = opening.bench.desk.store.rule_set(1)
    assert rules.block("ww").value == Money.from_euros(20_000)


def test_that_published_values_open_for_those_of_the_contract(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    opening.press(f"{P}on")
    row = f"{P}value:utrecht-v3|block:ww.editor"
    assert opening.screen.findChild(QLineEdit, row) is None
    opening.press(f"{P}adjust")
    assert opening.find(QLineEdit, row).placeholderText() == "€\xa020.000"


def test_that_a_billion_is_asked_about_where_it_was_typed(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    to_step(opening, AMOUNT)
    opening.type_in(f"{P}sum", "1000000000")
    assert "Are you sure" in opening.words()
    opening.press(f"{P}sum.smaller")
    assert shown_text(opening, "sum") == "€\xa01.000.000"
    opening.type_in(f"{P}sum", "1000000000")
    opening.press(f"{P}sum.sure")
    assert not opening.find(QAbstractButton, f"{P}sum.sure").isVisible()
    assert shown_text(opening, "sum") in {"1000000000", "€\xa01.000.000.000"}


@pytest.mark.parametrize(
    ("step", "name", "text", "problem"),
    [
        (AMOUNT, "sum", "12.50", "can mean two things"),
        (AMOUNT, "sum", "1,234.56", "can mean two things"),
        (AMOUNT, "sum", "-5", "zero or more"),
        (AMOUNT, "sum", "1e9", "not a number"),
        (AMOUNT, "sum", "veel", "not a number"),
        (AMOUNT, "percentage", "101", "at most 100"),
        (RULES, "full_time", "60", "20 to 48"),
        (DATES, "starts", "30-2-2026", "does not exist"),
        (0, "title", "123456782", "BSN"),
        (0, "contact", "123456782", "BSN"),
    ],
)
def test_that_bad_input_is_told_at_the_spot_and_stays(
    qtbot: QtBot, step: int, name: str, text: str, problem: str
) -> None:
    opening = talk(qtbot)
    to_step(opening, step)
    opening.fill_in(f"{P}{name}", text)
    assert problem in opening.words()
    assert shown_text(opening, name) == text
    field = opening.find(QWidget, f"{P}{name}.editor")
    assert problem in spoken(field).description


def test_that_an_end_before_the_start_is_told_at_the_end(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    to_step(opening, DATES)
    opening.fill_in(f"{P}starts", "1-1-2026")
    opening.fill_in(f"{P}ends", "31-12-2025")
    assert "lies before the start" in opening.words()


@pytest.mark.parametrize("title", ["<b>Vet</b> & Zn", "x" * 300, "Groen 🌳", "עברית"])
def test_that_any_name_is_kept_and_shown_as_typed(qtbot: QtBot, title: str) -> None:
    opening = talk(qtbot)
    opening.fill_in(f"{P}title", title)
    opening.fill_in(f"{P}authority", "Ons Dorp")
    to_step(opening, CHECK)
    assert title in opening.words()
    opening.press(f"{P}on")
    assert opening.bench.desk.store.contracts()[0].title == title


def test_that_what_was_typed_is_kept_a_moment_later(qtbot: QtBot) -> None:
    desk = new_desk()
    opening = talk(qtbot, desk)
    opening.type_in(f"{P}title", "Wijk Oo")
    qtbot.waitUntil(lambda: bool(drafts.keys(desk, "contract.new.")))
    again = talk(qtbot, desk)
    assert shown_text(again, "title") == "Wijk Oo"
    assert "what you typed is still here" in again.words()
    again.press("act.afresh")
    assert shown_text(again, "title") == ""


def test_that_leaving_for_another_page_keeps_what_was_typed(qtbot: QtBot) -> None:
    desk = new_desk()
    opening = talk(qtbot, desk)
    opening.type_in(f"{P}title", "Wijk Oo")
    assert opening.screen.may_leave()
    assert drafts.keys(desk, "contract.new.")
    opening.press(f"{P}later")
    opening.screen.go_to_crumb(pages.CONTRACTS)
    assert opening.asked.pages == [(pages.CONTRACTS, None)] * 2


def test_that_escape_finishes_later(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    press(opening.find(QWidget, f"{P}title.editor"), Qt.Key.Key_Escape)
    assert opening.asked.pages == [(pages.CONTRACTS, None)]


def test_that_i_do_not_know_rests_a_field(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    to_step(opening, AMOUNT)
    opening.fill_in(f"{P}sum", "5")
    box = opening.find(QWidget, f"{P}sum").findChild(QCheckBox)
    assert box is not None
    press(box, Qt.Key.Key_Space)
    assert not opening.find(QWidget, f"{P}sum.editor").isEnabled()
    assert owed(opening) == "Not known yet"


def test_that_a_part_of_the_contract_asks_which_part(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    to_step(opening, AMOUNT)
    assert not opening.find(QWidget, f"{P}share").isVisible()
    opening.press(f"{P}part.part")
    assert opening.find(QWidget, f"{P}share").isVisible()
    opening.press(f"{P}demand.amount")
    opening.fill_in(f"{P}amount", "50.000")
    opening.fill_in(f"{P}share", "30")
    assert owed(opening) == "€\xa015.000"


def test_that_the_summary_leads_back_to_each_step(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    to_step(opening, CHECK)
    opening.press(f"{P}change.{DATES}")
    assert opening.find(QWidget, f"{P}starts").isVisible()
    opening.press(f"{P}up")
    assert opening.find(QWidget, f"{P}sum").isVisible()


def test_that_other_rules_are_asked_about(qtbot: QtBot, answers: Answers) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    book(desk, contract_id)
    opening = talk(qtbot, desk, pages.ContractTarget(contract_id))
    assert not opening.find(QWidget, f"{P}state").isVisible()
    to_step(opening, RULES)
    click(opening.find(QRadioButton, "card.generic"))
    to_step(opening, CHECK)
    answers.agrees = False
    opening.press(f"{P}on")
    assert "computed again" in answers.questions[0].text
    assert desk.store.contracts()[0].rule_set_id == "utrecht-v3"


@pytest.mark.parametrize("step", range(STEPS))
def test_that_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, step: int) -> None:
    opening = talk(qtbot)
    about(opening)
    to_step(opening, step)
    assert nameless(opening.screen) == []


@pytest.mark.parametrize(
    ("step", "order"),
    [
        (0, ["title", "authority", "reference", "contact", "number", "up", "later", "on"]),
        (RULES, ["card.utrecht-v3", "copy", "copy", "adjust", "editor", "up", "later", "on"]),
        (
            DATES,
            ["state.running", "awarded", "?", "starts", "?", "ends", "?", "rhythm", "note", "up"],
        ),
        (CHECK, ["on", "change.0", "change.1", "change.2", "change.3", "up", "later"]),
    ],
)
def test_that_the_tab_key_goes_from_top_to_bottom(
    qtbot: QtBot, step: int, order: list[str]
) -> None:
    opening = talk(qtbot)
    about(opening)
    to_step(opening, step)
    if step == DATES:
        opening.press(f"{P}state.running")
    QCoreApplication.sendPostedEvents()
    seen = []
    for _ in order:
        seen.append(name_of(QGuiApplication.focusObject()))
        QTest.keyClick(opening.screen.window(), Qt.Key.Key_Tab)
    assert seen == order


def name_of(widget: object) -> str:
    """Return the short name of a widget, "?" for a box "I don't know", "copy" for an icon."""
    assert isinstance(widget, QWidget)
    name = widget.objectName().removeprefix(P).removesuffix(".editor")
    return name or ("?" if isinstance(widget, QCheckBox) else "copy")


def test_that_a_problem_stops_and_takes_the_cursor(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    opening.press(f"{P}on")
    assert opening.find(QWidget, f"{P}title.editor").hasFocus()
    assert "Give the contract a name" in opening.words()


@pytest.mark.parametrize(("width", "stacked"), [(500, True), (1000, False)])
def test_that_the_side_stands_beneath_where_there_is_no_room(
    qtbot: QtBot, width: int, stacked: bool
) -> None:
    opening = talk(qtbot)
    opening.screen.resize(width, 800)
    figure = opening.find(Figure, f"{P}owed")

    def is_stacked() -> bool:
        return figure.mapTo(opening.screen, figure.rect().topLeft()).x() < 100

    qtbot.waitUntil(lambda: is_stacked() == stacked)


def test_that_ctrl_enter_goes_on_from_any_field(qtbot: QtBot) -> None:
    opening = talk(qtbot)
    about(opening)
    to_step(opening, DATES)
    note = opening.find(QWidget, f"{P}note.editor")
    note.setFocus()
    press(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opening.find(QWidget, f"{P}change.{DATES}").isVisible()
