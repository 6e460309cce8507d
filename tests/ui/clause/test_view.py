"""The reading of a clause with real clicks and keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sroi_desktop.domain.clause import Answer, Intake, Key, Status
from sroi_desktop.domain.clause import Answers as Answered
from sroi_desktop.domain.clause.questions import QUESTIONS
from sroi_desktop.services import clauses, history
from sroi_desktop.services.changes import EVERYTHING, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.clause.choosing import base_content
from sroi_desktop.ui.clause.screen import make_screen
from sroi_desktop.ui.help.entry_list import EntryList
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.boxes import ScrolledPage
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.messages import Banner
from tests.ui.desks import new_desk
from tests.ui.dialogs import Answers
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

TEXT = "De opdrachtnemer besteedt 5% van de opdrachtsom aan social return."
NOT_THERE = Answer(Status.NOT_THERE)


@pytest.fixture
def desk() -> Desk:
    return new_desk()


@pytest.fixture
def reading(qtbot: QtBot, desk: Desk) -> Opening:
    """A reading that was begun, at its first question."""
    clause_id = clauses.begin(desk, Intake("Groen", "Elders", text=TEXT)).id
    return open_screen(qtbot, make_screen, desk, pages.ClauseTarget(clause_id))


@pytest.fixture
def answers() -> Iterator[Answers]:
    """Answer the questions that a dialog would ask."""
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def kept(desk: Desk, key: Key) -> Answer | None:
    return clauses.intakes(desk)[0].answers.get(key)


def asked(opening: Opening) -> str:
    return opening.find(QLabel, "clause.asked").text()


def test_that_a_reading_begins_with_its_name_and_text(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    opening.fill_in("clause.title", "Groen")
    opening.type_in("clause.authority", "Elders")
    opening.fill_in("clause.reference", "TN 1")
    edit = opening.find(QPlainTextEdit, "clause.text.editor")
    edit.setFocus()
    QTest.keyClicks(edit, "5% van de som")
    opening.press("clause.onward")
    (intake,) = clauses.intakes(desk)
    assert (intake.title, intake.authority, intake.reference) == ("Groen", "Elders", "TN 1")
    assert intake.text == "5% van de som"
    assert asked(opening) == "Wat voor opdracht is het, en hoe groot?"
    assert nameless(opening.screen) == []


def test_that_a_text_is_kept_when_the_keyboard_rests(qtbot: QtBot, reading: Opening) -> None:
    desk = reading.bench.desk
    edit = reading.find(QPlainTextEdit, "clause.text.editor")
    edit.setFocus()
    QTest.keySequence(edit, "Ctrl+End")
    QTest.keyClicks(edit, " Punt.")
    qtbot.waitUntil(lambda: clauses.intakes(desk)[0].text == f"{TEXT} Punt.")


def test_that_leaving_the_page_keeps_the_text_that_was_typed(reading: Opening) -> None:
    edit = reading.find(QPlainTextEdit, "clause.text.editor")
    edit.setFocus()
    QTest.keySequence(edit, "Ctrl+End")
    QTest.keyClicks(edit, " Punt.")
    assert reading.screen.may_leave()
    assert clauses.intakes(reading.bench.desk)[0].text == f"{TEXT} Punt."


def test_that_the_first_questions_are_answered_and_the_amount_appears(reading: Opening) -> None:
    reading.press("clause.category.services")
    reading.fill_in("clause.sum", "1.000.000")
    reading.press("clause.onward")
    reading.press("clause.unit.percentage")
    reading.fill_in("clause.percentage", "5")
    reading.fill_in("clause.page", "12")
    assert "€ 50.000" in reading.words().replace("\xa0", " ")
    answer = kept(reading.bench.desk, Key.DEMAND)
    assert answer is not None
    assert answer.page == "12"
    assert reading.find(QLabel, "clause.progress").text() == "2 van 32 beantwoord"


def test_that_a_choice_brings_its_own_fields(reading: Opening) -> None:
    reading.press("clause.onward")
    assert not reading.find(QWidget, "clause.amount").isVisible()
    reading.press("clause.unit.fixed")
    assert reading.find(QWidget, "clause.amount").isVisible()
    assert not reading.find(QWidget, "clause.percentage").isVisible()


def test_that_not_there_and_unknown_are_one_press_each(reading: Opening) -> None:
    reading.press("clause.not_there")
    reading.press("clause.unknown")
    assert kept(reading.bench.desk, Key.CONTRACT) == NOT_THERE
    assert kept(reading.bench.desk, Key.DEMAND) == Answer(Status.UNKNOWN)
    reading.press("clause.back")
    assert "Weet ik niet" in reading.words()


def test_that_a_passage_of_the_text_becomes_the_quote(reading: Opening) -> None:
    take = reading.find(QAbstractButton, "clause.take")
    assert not take.isEnabled()
    edit = reading.find(QPlainTextEdit, "clause.text.editor")
    cursor = edit.textCursor()
    cursor.setPosition(TEXT.index("5%"))
    cursor.setPosition(TEXT.index(" aan"), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    reading.press("clause.category.services")
    reading.press("clause.take")
    quote = reading.find(QPlainTextEdit, "clause.quote.editor")
    assert quote.toPlainText() == "5% van de opdrachtsom"
    answer = kept(reading.bench.desk, Key.CONTRACT)
    assert answer is not None
    assert answer.quote == "5% van de opdrachtsom"


def test_that_several_groups_can_be_ticked(reading: Opening) -> None:
    reading.find(EntryList, "clause.lines").entry_chosen.emit("groups")
    reading.press("clause.groups.ww")
    reading.press("clause.groups.wajong")
    answer = kept(reading.bench.desk, Key.GROUPS)
    assert answer is not None
    assert answer.value("groups") == ("wajong", "ww")


def test_that_a_text_and_days_are_answers_as_well(reading: Opening) -> None:
    lines = reading.find(EntryList, "clause.lines")
    lines.entry_chosen.emit("evidence")
    edit = reading.find(QPlainTextEdit, "clause.what.editor")
    edit.setFocus()
    QTest.keyClicks(edit, "loonstrook")
    lines.entry_chosen.emit("term")
    reading.fill_in("clause.starts", "1-1-2027")
    reading.fill_in("clause.ends", "31-12-2027")
    desk = reading.bench.desk
    evidence = kept(desk, Key.EVIDENCE)
    assert evidence is not None
    assert evidence.value("what") == "loonstrook"
    assert kept(desk, Key.TERM) is not None


def test_that_the_list_is_walked_with_the_keys(reading: Opening) -> None:
    reading.screen.resize(1300, 800)
    lines = reading.find(EntryList, "clause.lines")
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Down)
    assert asked(reading) == "Wat vraagt de opdrachtgever?"
    assert lines.hasFocus()


def test_that_the_next_question_is_read_from_its_beginning(qtbot: QtBot, desk: Desk) -> None:
    """Also after a long one that was scrolled through; the same one stays where it is."""
    before = QUESTIONS[: [one.key for one in QUESTIONS].index(Key.GROUP_LIMITS)]
    intake = Intake("Groen", "Elders", answers=Answered(tuple((q.key, NOT_THERE) for q in before)))
    clause_id = clauses.begin(desk, intake).id
    reading = open_screen(qtbot, make_screen, desk, pages.ClauseTarget(clause_id))
    reading.screen.window().resize(1024, 500)
    label = reading.find(QLabel, "clause.asked")
    pages_around = reading.screen.findChildren(ScrolledPage)
    bar = next(one for one in pages_around if one.isAncestorOf(label)).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    reading.bench.announce(Done(EVERYTHING), None)
    assert bar.value() > 0
    reading.press("clause.unknown")
    assert bar.value() == 0


def test_that_a_small_window_leaves_the_list_out_but_not_the_way(reading: Opening) -> None:
    reading.screen.resize(760, 640)
    assert not reading.find(EntryList, "clause.lines").isVisible()
    assert [act.key for act in reading.screen.header().acts] == ["remove", "summary"]


def test_that_wrong_answers_stay_with_their_reason_and_take_the_cursor(reading: Opening) -> None:
    reading.find(EntryList, "clause.lines").entry_chosen.emit("full_time")
    reading.type_in("clause.hours", "200")
    QTest.keySequence(reading.screen, "Ctrl+Return")
    assert "20 tot 48" in reading.words()
    editor = reading.find(QLineEdit, "clause.hours.editor")
    assert editor.hasFocus()
    assert editor.text() == "200"


def test_that_a_billion_is_asked_about_and_taken_back(reading: Opening) -> None:
    reading.press("clause.category.works")
    reading.fill_in("clause.sum", "1000000000")
    assert reading.find(Banner, "clause.doubt").isVisible()
    reading.press("act.smaller")
    assert not reading.find(Banner, "clause.doubt").isVisible()
    assert "1.000.000,00" in reading.find(QLineEdit, "clause.sum.editor").text() or (
        reading.find(QLineEdit, "clause.sum.editor").text().endswith("1.000.000")
    )


def test_that_a_billion_can_be_meant(reading: Opening) -> None:
    reading.press("clause.category.works")
    reading.fill_in("clause.sum", "1000000000")
    reading.press("act.sure")
    assert not reading.find(Banner, "clause.doubt").isVisible()


# --- the end


def test_that_the_questions_are_copied_and_go_back_to_their_place(reading: Opening) -> None:
    reading.press("clause.not_there")
    reading.press("clause.not_there")
    reading.screen.run_act("summary")
    reading.press("clause.copy")
    assert QGuiApplication.clipboard().text() == (
        "1. Kunt u aangeven welk percentage of bedrag aan social return u vraagt?"
    )
    links = [
        one
        for one in reading.screen.findChildren(QAbstractButton)
        if one.isVisible() and one.property("question") == "table"
    ]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert asked(reading) == "Is er een tabel met wat elke inspanning waard is?"


def test_that_the_summary_shows_what_is_known_and_where(reading: Opening) -> None:
    reading.press("clause.category.services")
    reading.fill_in("clause.page", "3")
    reading.screen.run_act("summary")
    words = reading.words()
    assert "Diensten · pagina 3" in words
    assert "Er is niets te vragen." in words
    assert not reading.find(QAbstractButton, "clause.copy").isEnabled()


def test_that_the_letter_is_saved(
    qtbot: QtBot, reading: Opening, answers: Answers, tmp_path: Path
) -> None:
    answers.save_to = tmp_path / "vragen.pdf"
    reading.press("clause.not_there")
    reading.press("clause.not_there")
    reading.screen.run_act("summary")
    reading.press("clause.save")
    qtbot.waitUntil(answers.save_to.exists, timeout=20_000)
    assert answers.save_to.read_bytes().startswith(b"%PDF")


def test_that_a_letter_nobody_wants_is_not_made(reading: Opening, answers: Answers) -> None:
    reading.press("clause.not_there")
    reading.press("clause.not_there")
    reading.screen.run_act("summary")
    reading.press("clause.save")
    assert not reading.bench.runner.is_busy


def test_that_the_address_of_a_source_is_copied(reading: Opening) -> None:
    reading.press("clause.category.services")
    reading.fill_in("clause.sum", "1.000.000")
    reading.press("clause.onward")
    reading.press("clause.unit.percentage")
    reading.fill_in("clause.percentage", "9")
    (copy,) = (
        one
        for one in reading.screen.findChildren(QAbstractButton)
        if one.isVisible() and one.text() == "Adres kopiëren"
    )
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("https://www.commissievan")


def test_that_the_end_leads_to_a_new_contract(reading: Opening) -> None:
    reading.screen.run_act("summary")
    reading.press("clause.onward")
    ((page, target),) = reading.asked.pages
    assert page == pages.NEW_CONTRACT
    assert isinstance(target, pages.NewContractTarget)
    assert target.clause_id == 1


def test_that_an_undo_elsewhere_shows_here(reading: Opening) -> None:
    desk = reading.bench.desk
    reading.press("clause.not_there")
    history.undo(desk)
    reading.bench.announce(Done(EVERYTHING))
    assert reading.find(QLabel, "clause.progress").text() == "0 van 32 beantwoord"


def test_that_escape_leaves_the_page(reading: Opening) -> None:
    QTest.keyClick(reading.screen, Qt.Key.Key_Escape)
    assert reading.asked.pages[-1][0] == pages.CONTRACTS


def test_that_a_reading_of_before_is_gone_on_with(qtbot: QtBot, desk: Desk) -> None:
    clause_id = clauses.begin(desk, Intake("Groen")).id
    opening = open_screen(qtbot, make_screen, desk)
    opening.press(f"act.{clause_id}")
    assert asked(opening) == "Wat voor opdracht is het, en hoe groot?"


def test_that_other_rules_to_begin_with_are_chosen_by_typing(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    opening.fill_in("clause.title", "Groen")
    wanted = next(one.text for one in bases_of(desk) if one.key == "alphen")
    opening.type_in("clause.base", wanted)
    opening.press("clause.onward")
    assert clauses.intakes(desk)[0].rule_set_id == "alphen"


def test_that_words_of_no_rules_give_way_to_what_holds(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    before = opening.find(ChoiceField, "clause.base").text()
    opening.fill_in("clause.base", "bestaat niet")
    assert opening.find(ChoiceField, "clause.base").text() == before


def bases_of(desk: Desk) -> tuple[Choice, ...]:
    return base_content(desk, Intake()).choices
