"""The page of another edition, used with clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from sroi_desktop.services import editions
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.ui import pages
from sroi_desktop.ui.edition.content import EffectContent
from sroi_desktop.ui.edition.screen import EditionScreen, make_screen
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import new_desk, take_on
from tests.ui.edition.books import NEW, OLD, older, placed
from tests.ui.hands import press, write
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

REASON = "Afgesproken op 3 november"


def look(qtbot: QtBot, desk: Desk, argument: object = None) -> Opening:
    """Open the page and wait until all is worked out."""
    opening = open_screen(qtbot, make_screen, desk, argument)
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)
    return opening


def choose(box: QComboBox, times: int = 1) -> None:
    box.setFocus()
    for _ in range(times):
        press(box, Qt.Key.Key_Down)


def dialog(opening: Opening) -> QDialog:
    return opening.find(QDialog, "edition.switch")


def test_that_the_effect_on_a_contract_is_worked_out_and_shown(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    placed(desk, contract_id)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    words = opening.words()
    assert "€\xa013.333,33" in words
    assert "difference + €\xa03.333,33" in words
    assert not opening.find(QTableView, "edition.contracts").isVisible()
    assert not opening.find(QProgressBar, "edition.progress").isVisible()
    assert nameless(opening.screen) == []


def test_that_the_keys_show_both_derivations_of_an_effort(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    placed(desk, contract_id)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    table = opening.find(QTableView, "edition.efforts")
    assert "Choose an effort" in opening.words()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    press(table, Qt.Key.Key_Space)
    assert "Now: " in opening.words()
    assert "Then: " in opening.words()
    said = str(table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Differs" in said


def test_that_a_contract_is_chosen_from_those_that_the_edition_could_be_for(qtbot: QtBot) -> None:
    desk = new_desk()
    older(desk)
    older(desk, "2026-02", title="Plein")
    opening = look(qtbot, desk, pages.EditionTarget(NEW))
    table = opening.find(QTableView, "edition.contracts")
    assert table.model().rowCount() == 2
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Plein" in opening.words())
    assert "does not say from which day" in opening.words()


def test_that_a_contract_is_moved_with_a_choice_and_a_reason(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    effort_id = placed(desk, contract_id, "participatiewet-over-2-years")
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    ask = opening.find(QAbstractButton, "edition.ask")
    assert not ask.isEnabled()
    box = opening.find(QComboBox, f"edition.row.{effort_id}.editor")
    choose(box)
    qtbot.waitUntil(ask.isEnabled)
    assert opening.find(QComboBox, f"edition.row.{effort_id}.editor") is box
    assert box.hasFocus()
    opening.press("edition.ask")
    qtbot.waitUntil(dialog(opening).isVisible)
    opening.press("edition.move")
    assert dialog(opening).isVisible()
    shown = "\n".join(one.text() for one in dialog(opening).findChildren(QLabel))
    assert "Say why" in shown
    write(opening.find(QWidget, "edition.reason.editor"), REASON)
    opening.press("edition.move")
    assert desk.store.contract(contract_id).switches[0].reason == REASON
    assert opening.asked.pages[-1] == (
        pages.CONTRACT,
        pages.ContractTarget(contract_id, "details"),
    )


def test_that_an_effort_is_left_without_counting_and_says_why(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    effort_id = placed(desk, contract_id, "participatiewet-over-2-years")
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    ask = opening.find(QAbstractButton, "edition.ask")
    box = opening.find(QComboBox, f"edition.row.{effort_id}.editor")
    reason = opening.find(QLineEdit, f"edition.reason.{effort_id}.editor")
    assert not reason.isVisible()
    box.setFocus()
    press(box, Qt.Key.Key_End)
    qtbot.waitUntil(reason.isVisible)
    qtbot.waitUntil(ask.isEnabled)
    assert "is not in" in reason.text()
    assert box.hasFocus()
    reason.setFocus()
    reason.clear()
    press(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not ask.isEnabled())
    assert "Say why it does not count" in opening.words()
    write(reason, "Niet in v3")
    press(reason, Qt.Key.Key_Return)
    qtbot.waitUntil(ask.isEnabled)
    opening.press("edition.ask")
    qtbot.waitUntil(dialog(opening).isVisible)
    write(opening.find(QWidget, "edition.reason.editor"), REASON)
    opening.press("edition.move")
    assert desk.store.allocations(effort_id)[0].allocation.set_aside == "Niet in v3"


def test_that_the_move_can_be_called_off(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    opening.press("edition.ask")
    opening.press("edition.cancel")
    assert desk.store.contract(contract_id).switches == ()
    screen = opening.screen
    assert isinstance(screen, EditionScreen)
    screen.panel.refuse_switch("nobody reads this")
    screen.panel.close_switch()
    assert opening.asked.pages == []


def test_that_a_bonus_is_given_up_with_a_press(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    effort_id = placed(desk, contract_id, bonuses=("status-holder",))
    opening = look(qtbot, desk, pages.EditionTarget(OLD, contract_id))
    opening.press(f"edition.bonuses.{effort_id}")
    qtbot.waitUntil(opening.find(QAbstractButton, "edition.ask").isEnabled)
    assert "First choose" not in opening.words()


def test_that_an_edition_is_chosen_from_the_list(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    opening = look(qtbot, desk)
    assert "Choose an edition" in opening.words()
    opening = look(qtbot, desk, pages.EditionTarget(None, contract_id))
    choose(opening.find(QComboBox, "edition.set.editor"))
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)
    assert "Choose an edition" not in opening.words()


def test_that_leaving_the_page_stops_the_work_and_it_can_be_gone_on_with(qtbot: QtBot) -> None:
    desk = new_desk()
    for number in range(4):
        older(desk, f"2026-0{number}")
    opening = open_screen(qtbot, make_screen, desk, pages.EditionTarget(NEW))
    assert opening.find(QProgressBar, "edition.progress").isVisible()
    assert opening.screen.may_leave()
    assert "was stopped" in opening.words()
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)
    opening.press("act.go_on")
    qtbot.waitUntil(lambda: "was stopped" not in opening.words())
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)


def test_that_news_of_others_is_worked_out_and_its_own_is_not(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    assert "No effort is booked" in opening.words()
    placed(desk, contract_id)
    changed = Done(frozenset({Changed.EFFORTS}))
    opening.bench.announce(changed, opening.screen)
    assert not opening.bench.runner.is_busy
    opening.bench.announce(changed)
    qtbot.waitUntil(lambda: "€\xa013.333,33" in opening.words())


def test_that_the_head_and_its_trail_lead_on(qtbot: QtBot) -> None:
    desk = new_desk()
    contract_id = older(desk)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    assert opening.screen.header().subtitle.endswith("v3")
    opening.screen.run_act("compare")
    opening.screen.go_to_crumb(pages.CONTRACTS)
    assert [key for key, _argument in opening.asked.pages] == [pages.RULES, pages.CONTRACTS]


@pytest.mark.parametrize("width", [420, 1000])
def test_that_the_page_fits_where_there_is_little_room(qtbot: QtBot, width: int) -> None:
    desk = new_desk()
    contract_id = older(desk)
    placed(desk, contract_id)
    opening = look(qtbot, desk, pages.EditionTarget(NEW, contract_id))
    opening.screen.resize(width, 700)
    assert opening.screen.grab().width() == width


def test_that_a_failed_reckoning_says_that_it_stopped(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:

    def broken(*_args: object) -> EffectContent:
        raise RuntimeError("broken")

    monkeypatch.setattr(editions, "effect", broken)
    desk = new_desk()
    opening = look(qtbot, desk, pages.EditionTarget(NEW, older(desk)))
    assert "was stopped" in opening.words()
    screen = opening.screen
    assert isinstance(screen, EditionScreen)
    screen.panel.show_message("Note", Tone.INFO)
    assert "Note" in opening.words()
