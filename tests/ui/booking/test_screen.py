"""The booking dialog with real clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from sroi_desktop.domain.money import Money
from sroi_desktop.services import drafts, history
from sroi_desktop.ui import pages
from sroi_desktop.ui.booking.screen import BookingScreen, make_screen
from sroi_desktop.ui.booking.view import BookingPanel
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.dialogs import use_dialogs
from sroi_desktop.ui.kit.fields import ChoiceField, LineField, OptionsField
from sroi_desktop.ui.kit.look import Look, use_look
from sroi_desktop.ui.proving.lines import ProofLine
from tests.ui.booking.fakes import plain
from tests.ui.desks import book, take_on, wijk_oost
from tests.ui.dialogs import Answers
from tests.ui.hands import click
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

NEW = pages.BookingTarget()


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    before = use_dialogs(made)
    yield made
    use_dialogs(before)


def open_booking(qtbot: QtBot, desk: Desk, target: pages.BookingTarget = NEW) -> Opening:
    return open_screen(qtbot, make_screen, desk, target)


def choose(opening: Opening, name: str, key: str) -> None:
    """Choose an answer from a list, as with the mouse."""
    field = opening.find(ChoiceField, name)
    field.set_value(key)
    field.changed.emit()
    field.finished.emit()


def value(opening: Opening) -> str:
    screen = opening.screen
    assert isinstance(screen, BookingScreen)
    return plain(opening.find(QWidget, "booking.value").property("text"))


def press(opening: Opening, name: str) -> None:
    """Click on a button that has just appeared: it is in its place with the next event."""
    opening.words()
    opening.press(name)


def tick(opening: Opening, name: str) -> None:
    """Click on a box itself: it is wider than its words."""
    box = opening.find(QCheckBox, name)
    click(box, QPoint(8, box.height() // 2))


def hire(opening: Opening) -> None:
    opening.press("card.placement")
    opening.press("booking.onward")
    choose(opening, "booking.block", "participatiewet")
    opening.fill_in("booking.role", "hovenier")
    opening.fill_in("booking.starts", "1-3-2026")
    opening.fill_in("booking.ends", "31-8-2026")
    opening.fill_in("booking.hours_per_week", "24")


def test_that_the_walk_is_booked_with_clicks_and_keys(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    hire(opening)
    assert value(opening) == "€ 13.333,33"
    assert "46" not in opening.words()
    assert "0% → 11%" in opening.words()
    for _step in range(3):
        opening.press("booking.onward")
    (line,) = desk.store.effort_lines()
    assert (line.title, line.value) == ("K-01 · hovenier", Money(1_333_333))
    assert opening.asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id, "efforts"))]


def test_that_a_booking_opens_at_the_field_that_was_asked_for(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    hire(opening)
    for _step in range(3):
        opening.press("booking.onward")
    again = open_booking(qtbot, desk, pages.BookingTarget(contract_id, 1, field="ends"))
    end = again.find(QLineEdit, "booking.ends.editor")
    qtbot.waitUntil(end.hasFocus)


def test_that_the_value_follows_every_key(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    opening.type_in("booking.hours_per_week", "3")
    assert value(opening) == "€ 1.666,67"
    QTest.keyClicks(opening.find(QLineEdit, "booking.hours_per_week.editor"), "6")
    assert value(opening) == "€ 20.000,00"


def test_that_what_was_typed_is_read_back(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    assert opening.find(LineField, "booking.starts").text() == "01-03-2026"


def test_that_a_doubtful_amount_offers_what_it_may_mean(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    opening.press("card.purchase")
    opening.press("booking.onward")
    opening.fill_in("booking.amount", "12.50")
    field = opening.find(LineField, "booking.amount")
    assert field.error()
    assert field.text() == "12.50"
    offers = [
        plain(one.text())
        for one in field.findChildren(QWidget)
        if one.isVisible() and hasattr(one, "text") and "€" in one.text()
    ]
    assert "€ 12,50" in offers


def test_that_a_citizen_number_is_refused_while_typing(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    opening.type_in("booking.role", "123456782")
    assert "BSN" in (opening.find(LineField, "booking.role").error() or "")
    assert opening.find(LineField, "booking.role").text() == "123456782"


def test_that_a_code_is_typed_and_a_name_is_refused(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    opening = open_booking(qtbot, desk)
    hire(opening)
    field = opening.find(ChoiceField, "booking.candidate")
    assert field.text() == "K-02 (nieuw)"
    opening.fill_in("booking.candidate", "Jan de Vries")
    assert field.error()
    assert field.text() == "Jan de Vries"
    opening.type_in("booking.candidate", "123456782")
    assert "BSN" in (field.error() or "")
    opening.fill_in("booking.candidate", "K-01")
    assert field.error() is None
    assert value(opening) == "€ 13.333,33"


def test_that_an_undo_is_taken_in_while_one_types(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    book(desk, contract_id)
    opening = open_booking(qtbot, desk)
    hire(opening)
    done = history.undo(desk)
    assert done is not None
    opening.bench.announce(done)
    assert "0% → 11%" in opening.words()
    assert opening.find(LineField, "booking.role").text() == "hovenier"


def test_that_enter_goes_on_and_escape_leaves(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    opening.press("card.placement")
    panel = opening.screen.findChild(BookingPanel)
    assert panel is not None
    QTest.keyClick(opening.find(QWidget, "card.placement"), Qt.Key.Key_Return)
    opening.fill_in("booking.role", "hovenier")
    QTest.keyClick(opening.find(QWidget, "booking.role.editor"), Qt.Key.Key_Return)
    assert opening.find(ChoiceField, "booking.block").error()
    back = opening.find(QWidget, "booking.back")
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert not back.isVisible()
    QTest.keyClick(opening.find(QWidget, "card.placement"), Qt.Key.Key_Escape)
    assert opening.asked.pages == [(pages.EFFORTS, None)]


def test_that_control_enter_books_from_any_step(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    editor = opening.find(QWidget, "booking.hours_per_week.editor")
    editor.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(editor, Qt.Key.Key_Return, control)
    assert len(desk.store.effort_lines()) == 1


def test_that_a_double_click_books_once(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    opening.press("booking.onward")
    opening.press("booking.onward")
    button = opening.find(QWidget, "booking.onward")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(desk.store.effort_lines()) == 1


def test_that_what_is_typed_is_kept_without_a_word(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)

    def is_kept() -> bool:
        return len(drafts.keys(desk, "booking.")) == 1

    qtbot.waitUntil(is_kept)


def test_that_leaving_by_another_way_keeps_a_draft_and_offers_it(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    told: list[str] = []

    def remember(text: str, _tone: str) -> None:
        told.append(text)

    opening.bench.told.connect(remember)
    assert opening.screen.may_leave()
    assert told
    opening.screen.open_at(NEW)
    key = drafts.keys(desk, "booking.")[0]
    assert "hovenier" in opening.words()
    opening.press(f"booking.resume.{key}")
    assert value(opening) == "€ 13.333,33"
    assert opening.screen.may_leave()
    opening.screen.open_at(NEW)
    opening.press(f"booking.discard.{key}")
    assert drafts.keys(desk, "booking.") == ()


def test_that_the_button_for_a_draft_leaves(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    opening.press("booking.aside")
    assert opening.asked.pages == [(pages.EFFORTS, None)]


def test_that_an_effort_is_changed_in_the_same_dialog(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    opening = open_booking(qtbot, desk, pages.BookingTarget(effort_id=effort_id))
    assert "wijzigen" in opening.screen.header().title
    opening.fill_in("booking.hours_per_week", "36")
    opening.press("booking.aside")
    assert desk.store.effort_lines()[0].value == Money(2_000_000)


def test_that_hours_can_be_unknown(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    field = opening.find(LineField, "booking.hours_per_week")
    field.set_unknown(True)
    field.changed.emit()
    assert value(opening) == "€ 20.000,00"


def test_that_place_and_note_stay_out_of_the_way(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    assert not opening.find(QWidget, "booking.note").isVisible()
    opening.press("booking.more")
    assert opening.find(QWidget, "booking.note").isVisible()
    opening.type_in("booking.note.editor"[: -len(".editor")], "Met de klas")
    opening.fill_in("booking.place", "Utrecht")
    opening.press("booking.onward")
    opening.press("booking.onward")
    opening.press("booking.onward")
    assert desk.store.effort(1).note == "Met de klas"


def test_that_the_bonus_at_cost_asks_for_its_cost(qtbot: QtBot, desk: Desk) -> None:
    take_on(desk, wijk_oost(rule_set_id="haaglanden-2023-07"))
    opening = open_booking(qtbot, desk)
    opening.press("card.placement")
    opening.press("booking.onward")
    choose(opening, "booking.block", "ww")
    tick(opening, "booking.bonuses.training-and-guidance-cost")
    opening.fill_in("booking.cost.training-and-guidance-cost", "1500")
    opening.fill_in("booking.starts", "1-3-2026")
    opening.fill_in("booking.ends", "31-8-2026")
    opening.fill_in("booking.hours_per_week", "36")
    assert value(opening) == "€ 11.500,00"
    tick(opening, "booking.bonuses.training-and-guidance-cost")
    assert value(opening) == "€ 10.000,00"


def test_that_shares_are_typed_and_never_above_the_whole(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    second = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    hire(opening)
    press(opening, "booking.onward")
    press(opening, f"booking.place.{second}")
    assert opening.find(QRadioButton, f"booking.place.{second}").isChecked()
    press(opening, "booking.sharing.more")
    choose(opening, "booking.other_place", str(contract_id))
    opening.fill_in(f"booking.share.{second}", "80")
    opening.fill_in(f"booking.share.{contract_id}", "30")
    assert "110%" in opening.words()
    press(opening, "booking.onward")
    assert opening.find(QWidget, f"booking.share.{second}").isVisible()
    press(opening, "booking.proposal.in_proportion")
    assert "100%" in opening.words()
    press(opening, f"booking.unplace.{contract_id}")
    press(opening, "booking.sharing.one")
    choose(opening, "booking.other_place", str(contract_id))


def test_that_days_are_divided_in_another_way_with_clicks_and_keys(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    second = take_on(desk, wijk_oost(number="2026-02", title="Park"))
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    hire(opening)
    press(opening, "booking.onward")
    press(opening, "booking.sharing.more")
    choose(opening, "booking.other_place", str(second))
    press(opening, "booking.split")
    opening.words()
    opening.fill_in("booking.from.1", "1-7-2026")
    opening.fill_in(f"booking.share.{contract_id}", "100")
    opening.fill_in(f"booking.share.{second}", "0")
    opening.fill_in(f"booking.share.{contract_id}.1", "60")
    opening.fill_in(f"booking.share.{second}.1", "60")
    assert "Op 01-07-2026" in opening.words()
    opening.fill_in(f"booking.share.{second}.1", "40")
    assert "01-03-2026 t/m 30-06-2026" in opening.words()
    assert nameless(opening.screen) == []
    opening.fill_in("booking.from.1", "1-1-2020")
    assert "Kies een dag na" in opening.words()
    opening.fill_in("booking.from.1", "1-6-2026")
    press(opening, "booking.proposal.most_urgent")
    press(opening, "booking.join.1")
    assert "Zo is het nu verdeeld" in opening.words()
    assert opening.screen.findChild(QWidget, "booking.from.1") is None


def test_that_the_contract_of_the_rules_can_be_changed(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    haven = take_on(desk, wijk_oost(number="2026-02", title="Haven", rule_set_id="harlingen"))
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    choose(opening, "booking.contract", str(haven))
    assert "Harlingen" in opening.words() or "harlingen" in opening.words().casefold()
    field = opening.find(ChoiceField, "booking.contract")
    field.set_text("bestaat niet")
    field.finished.emit()
    assert field.value() == str(haven)


def test_that_without_a_contract_one_is_sent_to_the_contracts(qtbot: QtBot, desk: Desk) -> None:
    opening = open_booking(qtbot, desk)
    assert not opening.find(QWidget, "booking.onward").isVisible()
    assert not opening.find(QWidget, "booking.value").isVisible()
    press(opening, "act.add_contract")
    assert opening.asked.pages == [(pages.NEW_CONTRACT, None)]


def test_that_a_file_is_chosen_noted_or_taken_away(
    qtbot: QtBot, desk: Desk, contract_id: int, answers: Answers, tmp_path: Path
) -> None:
    proof = tmp_path / "contract.pdf"
    proof.write_bytes(b"%PDF-1.7")
    answers.files = (proof,)
    opening = open_booking(qtbot, desk)
    hire(opening)
    press(opening, "booking.onward")
    press(opening, "booking.onward")
    press(opening, "proof.seen.doelgroepbewijs")
    opening.type_in("proof.seen.doelgroepbewijs.who", "J. van Dijk")
    press(opening, "proof.file.arbeidsovereenkomst")
    assert "contract.pdf" in opening.words()
    who = opening.find(LineField, "proof.seen.doelgroepbewijs.who")
    assert who.text() == "J. van Dijk"
    opening.fill_in("proof.seen.doelgroepbewijs.when", "1-1-2030")
    press(opening, "proof.seen.doelgroepbewijs.confirm")
    assert opening.find(LineField, "proof.seen.doelgroepbewijs.when").error()
    press(opening, "proof.seen.doelgroepbewijs.cancel")
    assert not who.isVisible()
    press(opening, "proof.seen.doelgroepbewijs")
    opening.fill_in("proof.seen.doelgroepbewijs.when", "1-3-2026")
    press(opening, "proof.seen.doelgroepbewijs.confirm")
    assert "gezien door J. van Dijk" in opening.words()
    press(opening, "proof.remove.arbeidsovereenkomst")
    assert "contract.pdf" not in opening.words()
    answers.files = ()
    press(opening, "proof.file.arbeidsovereenkomst")
    press(opening, "booking.onward")
    assert [piece.seen_by for piece in desk.store.pieces(1)] == ["J. van Dijk"]


def test_that_a_file_is_dropped_on_its_line(
    qtbot: QtBot, desk: Desk, contract_id: int, tmp_path: Path
) -> None:
    proof = tmp_path / "brief.pdf"
    proof.write_bytes(b"%PDF-1.7")
    opening = open_booking(qtbot, desk)
    hire(opening)
    press(opening, "booking.onward")
    press(opening, "booking.onward")
    line = opening.screen.findChildren(ProofLine)[0]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(proof))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    line.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    assert "brief.pdf" in opening.words()


def test_that_the_assumptions_are_told_when_asked(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    before = opening.words()
    press(opening, "booking.assumptions")
    assert len(opening.words()) > len(before)


def test_that_the_state_follows_the_dates_until_one_chooses(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    opening = open_booking(qtbot, desk)
    hire(opening)
    state = opening.find(OptionsField, "booking.state")
    assert state.value() == "realised"
    opening.fill_in("booking.ends", "31-8-2027")
    opening.fill_in("booking.starts", "1-3-2027")
    assert state.value() == "planned"
    press(opening, "booking.state.committed")
    assert state.value() == "committed"


@pytest.mark.parametrize("step", range(4))
def test_that_everything_has_a_name_for_a_screen_reader(
    qtbot: QtBot, desk: Desk, contract_id: int, step: int
) -> None:
    take_on(desk, wijk_oost(number="2026-02", title="Park"))
    opening = open_booking(qtbot, desk, pages.BookingTarget(contract_id))
    if step:
        hire(opening)
    for _step in range(1, step):
        press(opening, "booking.onward")
    assert nameless(opening.screen) == []
    if step == 2:
        press(opening, "booking.sharing.more")
        assert nameless(opening.screen) == []


def test_that_larger_text_fits(qtbot: QtBot, desk: Desk, contract_id: int) -> None:
    before = Look()
    opening = open_booking(qtbot, desk)
    hire(opening)
    panel = opening.screen.findChild(BookingPanel)
    assert panel is not None
    narrow = panel.minimumSizeHint().width()
    use_look(Look(text_size=20))
    try:
        for widget in (panel, *panel.findChildren(QWidget)):
            fit = getattr(widget, "fit_to_look", None)
            if fit is not None:
                fit()
        assert panel.minimumSizeHint().width() > narrow
    finally:
        use_look(before)
