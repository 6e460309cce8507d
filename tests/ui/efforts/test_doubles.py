"""Efforts that may be booked twice: told above the table, and set apart by the owner."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from sroi_desktop.services import efforts, history
from sroi_desktop.ui import pages
from sroi_desktop.ui.efforts.presenter import DIVIDE, ELSEWHERE
from sroi_desktop.ui.efforts.screen import make_screen
from sroi_desktop.ui.elsewhere.dialog import ElsewhereDialog
from sroi_desktop.ui.kit.accessibility import nameless
from tests.ui.desks import book
from tests.ui.efforts.fakes import Table
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.desk import Desk

LATER = date(2026, 10, 1), date(2026, 12, 31)


@pytest.fixture
def pair(desk: Desk, contract_id: int) -> tuple[int, int]:
    """Return two efforts of K-01 on the same days, beside one on other days."""
    first = book(desk, contract_id)
    book(desk, contract_id, start=LATER[0], end=LATER[1])
    return first, book(desk, contract_id, start=date(2026, 8, 1), end=date(2026, 9, 30))


def test_that_nothing_is_told_where_nothing_looks_alike(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id)
    assert Table(desk).view.doubles.text == ""


def test_that_duplicates_are_counted_and_filtered_to_and_back(
    desk: Desk, pair: tuple[int, int]
) -> None:
    table = Table(desk)
    view, doubles = table.view, table.presenter.doubles
    assert view.doubles.text == "2 invullingen lijken dubbel."
    assert not view.doubles.lines
    assert len(view.lines) == 3
    doubles.toggle()
    assert {line.effort_id for line in view.lines} == set(pair)
    (line,) = view.doubles.lines
    assert line.why == "Dezelfde kandidaat op dezelfde dagen"
    assert "01-03-2026 t/m 31-08-2026" in line.text
    doubles.toggle()
    assert len(view.lines) == 3
    assert not view.doubles.lines


def test_that_showing_everything_again_closes_the_pairs(desk: Desk, pair: tuple[int, int]) -> None:
    table = Table(desk)
    table.presenter.doubles.toggle()
    table.presenter.clear_filter()
    assert not table.view.doubles.is_open
    assert len(table.view.lines) == 3
    table.presenter.clear_filter()


def test_that_what_is_no_duplicate_is_not_asked_again_until_undone(
    desk: Desk, pair: tuple[int, int]
) -> None:
    table = Table(desk)
    doubles = table.presenter.doubles
    doubles.toggle()
    doubles.set_apart(pair)
    assert table.view.doubles.text == ""
    assert len(table.view.lines) == 3
    assert "niet meer gevraagd" in table.host.told[-1]
    doubles.set_apart(pair)  # a second click while it goes
    assert len(table.host.told) == 1
    history.undo(desk)
    assert Table(desk).view.doubles.text


def test_that_looking_goes_on_with_the_pairs_that_are_left(
    desk: Desk, contract_id: int, pair: tuple[int, int]
) -> None:
    third = book(desk, contract_id, start=date(2026, 8, 15), end=date(2026, 8, 20))
    table = Table(desk)
    table.presenter.doubles.toggle()
    assert len(table.view.doubles.lines) == 3
    table.presenter.doubles.set_apart(pair)
    assert table.view.doubles.is_open
    assert {line.effort_id for line in table.view.lines} == {*pair, third}


def test_that_a_pair_of_which_one_was_removed_meanwhile_is_refused_calmly(
    desk: Desk, pair: tuple[int, int]
) -> None:
    table = Table(desk)
    efforts.remove(desk, pair[1])
    table.presenter.doubles.set_apart(pair)
    assert table.host.refusals


def test_that_a_line_can_be_divided_and_compared(desk: Desk, contract_id: int) -> None:
    effort_id = book(desk, contract_id)
    table = Table(desk)
    (line,) = table.view.lines
    keys = [act.key for act in table.presenter.menu(line) if act is not None]
    assert {DIVIDE, ELSEWHERE} <= set(keys)
    table.presenter.act_on(DIVIDE, line)
    target = pages.BookingTarget(effort_id=effort_id, divide=True)
    assert table.host.open_page.pages[-1] == (pages.BOOKING, target)
    table.presenter.act_on(ELSEWHERE, line)
    assert table.host.compared == [(effort_id, contract_id)]


def test_that_what_counts_for_nothing_yet_cannot_be_compared(desk: Desk, contract_id: int) -> None:
    effort = desk.store.effort(book(desk, contract_id))
    efforts.change(desk, effort, [])
    table = Table(desk)
    acts = table.presenter.menu(table.view.lines[0])
    assert ELSEWHERE not in [act.key for act in acts if act is not None]


# -- the screen


def open_efforts(qtbot: QtBot, desk: Desk) -> Opening:
    opening = open_screen(qtbot, make_screen, desk)
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)
    return opening


def test_that_the_banner_shows_the_pairs_and_a_click_sets_one_apart(
    qtbot: QtBot, desk: Desk, pair: tuple[int, int]
) -> None:
    opening = open_efforts(qtbot, desk)
    qtbot.waitUntil(lambda: "2 invullingen lijken dubbel." in opening.words())
    opening.press("act.doubles")
    assert "Dezelfde kandidaat" in opening.words()
    assert nameless(opening.screen) == []
    opening.press(f"efforts.apart.{pair[0]}.{pair[1]}")
    assert desk.store.apart() == {pair}
    qtbot.waitUntil(lambda: "lijken dubbel" not in opening.words())
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)


def test_that_the_dialog_of_elsewhere_opens_over_the_table(
    qtbot: QtBot, desk: Desk, contract_id: int
) -> None:
    effort_id = book(desk, contract_id)
    opening = open_efforts(qtbot, desk)
    screen = opening.screen
    screen.compare(99, contract_id)  # type: ignore[attr-defined]
    assert screen.findChild(ElsewhereDialog, "elsewhere") is None
    screen.compare(effort_id, contract_id)  # type: ignore[attr-defined]
    dialog = screen.findChild(ElsewhereDialog, "elsewhere")
    assert isinstance(dialog, QWidget)
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
    qtbot.waitUntil(lambda: not opening.bench.runner.is_busy)
