"""The editor as an owner uses it: real keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.tabs import TabBar
from sroi_desktop.ui.rule_editor.cells_view import CellsView
from sroi_desktop.ui.rule_editor.screen import make_screen
from tests.ui.desks import Opened, book, take_on
from tests.ui.dialogs import Answers
from tests.ui.hands import click, press, write
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

COPY = pages.RuleEditorTarget("utrecht-v3")
TABS = ("about", "table", "owed", "time", "proof", "limits", "words")
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def wait() -> None:
    """Let a cell close: that happens with the next event."""
    QTest.qWait(1)


def test_that_a_published_set_is_copied_and_kept_as_an_own_one(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk, pages.RuleEditorTarget("utrecht-v3"))
    opening.fill_in("rule_editor.title", "Tabel Wijk Oost")
    opening.fill_in("rule_editor.full_time_hours", "38")
    opening.press("rule_editor.keep")
    (kept,) = desk.library.own_sets
    assert kept.id == "tabel-wijk-oost"
    assert kept.full_time_hours == 38
    assert kept.blocks == desk.library.get("utrecht-v3").blocks
    qtbot.waitUntil(lambda: opening.asked.pages != [])
    assert opening.asked.pages == [(pages.RULES, "tabel-wijk-oost")]


def test_that_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert nameless(opening.screen) == []
    opening.screen.open_at(pages.RuleEditorTarget("haaglanden-2023-07"))
    tabs = opening.find(TabBar, "rule_editor.tabs")
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert nameless(opening.screen) == []


def edit(qtbot: QtBot, desk: Desk, tab: str, target: pages.RuleEditorTarget = COPY) -> Opening:
    """Open the editor on one of its tabs."""
    opening = open_screen(qtbot, make_screen, desk, target)
    show(opening, tab)
    return opening


def show(opening: Opening, tab: str) -> None:
    tabs = opening.find(TabBar, "rule_editor.tabs")
    tabs.setCurrentIndex(TABS.index(tab))


def cells(opening: Opening, table: str) -> CellsView:
    return opening.find(CellsView, f"rule_editor.{table}")


def column(opening: Opening, table: str, number: int = 0) -> list[str]:
    model = cells(opening, table).model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def at(opening: Opening, table: str, row: int, place: int = 0) -> CellsView:
    """Bring the keys to a cell."""
    view = cells(opening, table)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, place))
    return view


def test_that_rows_are_changed_with_keys(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    before = column(opening, "bonuses")
    view = at(opening, "bonuses", 0)
    press(view, Qt.Key.Key_Down, ALT)
    assert column(opening, "bonuses") == [before[1], before[0], before[2]]
    press(view, Qt.Key.Key_Up, ALT)
    assert column(opening, "bonuses") == before
    press(view, Qt.Key.Key_D, CONTROL)
    assert column(opening, "bonuses") == [before[0], *before]
    press(view, Qt.Key.Key_Delete, CONTROL)
    assert column(opening, "bonuses") == before
    at(opening, "bonuses", 0, 1)
    press(view, Qt.Key.Key_Delete)
    assert column(opening, "bonuses", 1)[0] == ""
    press(view, Qt.Key.Key_Insert)
    assert len(column(opening, "bonuses")) == 4


def test_that_rows_are_changed_with_buttons(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    before = column(opening, "bonuses")
    at(opening, "bonuses", 0)
    opening.press("rule_editor.bonuses.down")
    opening.press("rule_editor.bonuses.up")
    assert column(opening, "bonuses") == before
    opening.press("rule_editor.bonuses.repeat")
    opening.press("rule_editor.bonuses.remove")
    assert column(opening, "bonuses") == before
    assert not opening.find(QWidget, "rule_editor.blocks.remove").isEnabled()


def test_that_tab_goes_on_and_back_along_a_row(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    view = at(opening, "blocks", 0)
    press(view, Qt.Key.Key_Return)
    for key, place in (
        (Qt.Key.Key_Tab, (0, 1)),
        (Qt.Key.Key_Tab, (1, 0)),
        (Qt.Key.Key_Backtab, (0, 1)),
        (Qt.Key.Key_Backtab, (0, 0)),
        (Qt.Key.Key_Backtab, (0, 0)),
    ):
        press(focused(), key)
        wait()
        assert (view.currentIndex().row(), view.currentIndex().column()) == place
    press(focused(), Qt.Key.Key_Escape)
    at(opening, "blocks", 0, 2)
    press(view, Qt.Key.Key_F2)
    press(focused(), Qt.Key.Key_Tab)
    wait()
    assert view.currentIndex().column() == 3


def test_that_a_list_in_a_cell_is_chosen_from(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    view = at(opening, "blocks", 0, 3)
    press(view, Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    wait()
    assert column(opening, "blocks", 3)[0] == "Apprentice (BBL)"
    assert view.currentIndex().row() == 1
    combo = focused()
    assert isinstance(combo, QComboBox)
    combo.activated.emit(combo.currentIndex())
    press(combo, Qt.Key.Key_Escape)


def test_that_a_table_is_pasted_while_one_types(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    view = at(opening, "blocks", 0)
    QGuiApplication.clipboard().setText("Groep A\t12.000\nGroep B\t13.000")
    press(view, Qt.Key.Key_Return)
    QTest.keySequence(focused(), "Ctrl+V")
    assert "2 rows were found" in opening.words()
    opening.press("rule_editor.blocks.leave")
    assert "2 rows were found" not in opening.words()
    opening.press("rule_editor.blocks.paste")
    opening.press("rule_editor.blocks.take")
    assert column(opening, "blocks")[-2:] == ["Groep A", "Groep B"]
    press(at(opening, "blocks", 0), Qt.Key.Key_V, CONTROL)
    assert "2 rows were found" in opening.words()


def test_that_a_wrong_cell_is_told_beneath_the_table(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    view = at(opening, "blocks", 0, 1)
    write(view, "1")  # the first key opens the cell
    write(focused(), "2.50")
    press(focused(), Qt.Key.Key_Return)
    wait()
    at(opening, "blocks", 0, 1)
    assert "Do you mean" in opening.words()
    assert "1 answer to mend" in opening.words()
    model = view.model()
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Value: 12.50"
    assert "mean" in str(model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole))
    show(opening, "about")
    opening.press("rule_editor.point.0")
    assert opening.find(TabBar, "rule_editor.tabs").currentIndex() == TABS.index("table")
    assert view.currentIndex().column() == 1


def test_that_more_about_a_row_stands_beneath_its_table(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    at(opening, "blocks", 0)
    opening.press("rule_editor.blocks.more")
    opening.fill_in("rule_editor.blocks.share_cap", "150")
    assert "at most 100" in opening.words()
    at(opening, "blocks", 1)
    assert opening.find(QLineEdit, "rule_editor.blocks.share_cap.editor").text() == ""
    opening.press("rule_editor.blocks.more")
    opening.press("rule_editor.point.0")
    assert opening.find(QLineEdit, "rule_editor.blocks.share_cap.editor").text() == "150"


def test_that_rare_questions_fold_in_and_out(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "limits")
    place = opening.find(QWidget, "rule_editor.region.places")
    assert not place.isVisible()
    opening.press("rule_editor.fold.limits.2")
    assert place.isVisible()
    opening.press("rule_editor.fold.limits.2")
    assert not place.isVisible()


def test_that_page_and_words_are_noted_with_the_answer_at_hand(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "about")
    opening.find(QLineEdit, "rule_editor.full_time_hours.editor").setFocus()
    assert "Full-time week" in opening.words()
    write(opening.find(QLineEdit, "rule_editor.page"), "7")
    opening.press("rule_editor.keep")
    (kept,) = desk.library.own_sets
    found = kept.citation("full_time_hours")
    assert found is not None
    assert found.page == "7"


def test_that_the_example_is_tried_beside_the_table(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "table")
    assert "€\xa013.333,33" in opening.words()
    opening.type_in("rule_editor.try.months", "12")
    assert "€\xa026.666,67" in opening.words()
    row = opening.find(QComboBox, "rule_editor.try.row.editor")
    row.setFocus()
    press(row, Qt.Key.Key_Down)
    assert "€\xa033.333,33" in opening.words()
    box = opening.screen.findChildren(QCheckBox)
    bonus = next(one for one in box if one.isVisible() and one.text() == "Vast contract")
    click(bonus, QPoint(8, bonus.height() // 2))
    assert "€\xa040.000,00" in opening.words()


def test_that_one_begins_with_a_copy_or_the_usual_rows(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    assert opening.screen.header().title == "Own rule set"
    assert not opening.find(QWidget, "rule_editor.start.copy").isEnabled()
    title = "Gemeente Utrecht: Social return berekenen (bouwblokken), v3"
    opening.type_in("rule_editor.start.set", title)
    opening.press("rule_editor.start.copy")
    assert opening.screen.header().title == "New rule set"
    opening.screen.open_at(None)
    opening.press("rule_editor.start.usual")
    assert opening.find(QLineEdit, "rule_editor.title.editor").text() == ""


def test_that_what_is_half_typed_is_a_draft_to_go_on_with(qtbot: QtBot, desk: Desk) -> None:
    opening = open_screen(qtbot, make_screen, desk)
    opening.press("rule_editor.start.empty")
    opening.fill_in("rule_editor.title", "Half werk")
    told = Opened()
    opening.bench.told.connect(told)
    assert opening.screen.may_leave()
    assert told.pages == [("Kept as a draft: you can go on with it later.", "good")]
    opening.screen.open_at(None)
    opening.press("rule_editor.draft.0")
    assert opening.find(QLineEdit, "rule_editor.title.editor").text() == "Half werk"
    opening.screen.open_at(None)
    opening.press("rule_editor.discard.0")
    assert "Half werk" not in opening.words()


def test_that_one_can_finish_later(qtbot: QtBot, desk: Desk) -> None:
    opening = edit(qtbot, desk, "about")
    opening.press("rule_editor.later")
    assert opening.asked.pages == [(pages.RULES, None)]


def test_that_a_contract_is_adjusted_with_a_reason(
    qtbot: QtBot, desk: Desk, answers: Answers
) -> None:
    contract_id = take_on(desk)
    book(desk, contract_id)
    target = pages.RuleEditorTarget(contract_id=contract_id)
    opening = edit(qtbot, desk, "about", target)
    assert "Groenonderhoud Wijk Oost" in opening.screen.header().title
    opening.fill_in("rule_editor.full_time_hours", "40")
    opening.press("rule_editor.keep")
    assert focused().objectName() == "rule_editor.reason.editor"
    opening.type_in("rule_editor.reason", "bijlage 4")
    opening.press("rule_editor.keep")
    assert "computed again" in answers.questions[0].text
    assert desk.store.rule_set(contract_id).full_time_hours == 40
    assert opening.asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id, "details"))]


def test_that_one_starts_afresh_with_a_contract(qtbot: QtBot, desk: Desk) -> None:
    contract_id = take_on(desk)
    target = pages.RuleEditorTarget(contract_id=contract_id)
    opening = edit(qtbot, desk, "about", target)
    opening.fill_in("rule_editor.edition", "v9")
    opening.screen.open_at(target)
    opening.press("act.afresh")
    assert opening.find(QLineEdit, "rule_editor.edition.editor").text() == "v3"


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        (None, pages.ChosenRulesTarget("tabel")),
        (pages.ContractTarget(3), pages.ChosenRulesTarget("tabel", 3)),
    ],
)
def test_that_the_set_goes_back_to_the_contract_it_was_typed_for(
    qtbot: QtBot, desk: Desk, there: object, chosen: object
) -> None:
    target = pages.RuleEditorTarget("utrecht-v3", back=(pages.NEW_CONTRACT, there))
    opening = edit(qtbot, desk, "about", target)
    opening.fill_in("rule_editor.title", "Tabel")
    opening.press("rule_editor.keep")
    assert opening.asked.pages == [(pages.NEW_CONTRACT, chosen)]
