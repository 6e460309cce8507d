"""The dialog with one effort under every contract and every set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.services import drafts, elsewhere
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.like_rows import LikeRows
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import DiskFullError
from sroi_desktop.ui.elsewhere.content import ChosenContent, ElsewhereRow
from sroi_desktop.ui.elsewhere.dialog import ElsewhereDialog, show_elsewhere
from sroi_desktop.ui.elsewhere.presenter import ElsewherePresenter
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.buttons import ActButton, Button
from sroi_desktop.ui.kit.fields import ChoiceField
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.tables import TableView
from tests.ui.booking.fakes import plain
from tests.ui.desks import new_desk, take_on, wijk_oost
from tests.ui.hands import click, press, write

PLACED = Effort(
    EffortKind.PLACEMENT,
    "participatiewet",
    "K-01 · hovenier",
    Period(date(2026, 3, 1), date(2026, 8, 31)),
    candidate="K-01",
    hours_per_week=Fraction(24),
)

DISK_FULL = DiskFullError(Path("boek.sroi"))


class FakeView:
    def __init__(self) -> None:
        self.head = ("", "")
        self.rows: dict[str, ElsewhereRow] = {}
        self.chosen: ChosenContent

    def show_head(self, title: str, note: str) -> None:
        self.head = (title, note)

    def show_rows(self, rows: Sequence[ElsewhereRow]) -> None:
        self.rows = {row.key: row for row in rows}

    def show_chosen(self, content: ChosenContent) -> None:
        self.chosen = content


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = new_desk()
    yield made
    made.store.close()


@pytest.fixture
def contract_id(desk: Desk) -> int:
    return take_on(desk)


def opened(
    desk: Desk, contract_id: int, effort: Effort = PLACED
) -> tuple[FakeView, ElsewherePresenter]:
    view = FakeView()
    presenter = ElsewherePresenter(view, elsewhere.comparison(desk, effort, contract_id))
    presenter.open()
    return view, presenter


def test_that_every_place_says_value_difference_and_row(desk: Desk, contract_id: int) -> None:
    take_on(desk, wijk_oost(number="2026-02", title="Haven", rule_set_id="harlingen"))
    view, _presenter = opened(desk, contract_id)
    assert view.head[0] == PLACED.title
    assert "zonder bedragen" in view.head[1]
    own, other = view.rows[f"contract.{contract_id}"], view.rows["contract.2"]
    assert (plain(own.value), own.difference, own.detail) == (
        "€ 13.333,33",
        "–",
        "telt nu hiervoor",
    )
    assert plain(other.difference) == "- € 1.666,66"
    assert other.tone is Tone.WARNING
    assert other.detail.startswith("uw opdracht")
    assert view.rows["rules.utrecht-v3"].difference == "gelijk"
    higher = view.rows["rules.alphen"]
    assert higher.difference.startswith("+")
    assert higher.assumptions > 0
    assert view.chosen.key == own.key
    assert view.chosen.derivation is not None
    assert view.chosen.derivation.assumptions


def test_that_a_row_that_only_looks_alike_asks_to_be_looked_at_until_one_is_chosen(
    desk: Desk, contract_id: int
) -> None:
    view, presenter = opened(desk, contract_id)
    presenter.choose("rules.harlingen")
    assert "lijkt op de uwe" in view.chosen.note.text
    assert view.chosen.choices[0].key == "participatiewet-under-2-years"
    presenter.take_block("participatiewet-over-2-years")
    assert view.chosen.note.tone is Tone.INFO
    assert "Uw eigen keuze" in view.chosen.note.text
    assert view.rows["rules.harlingen"].match == "uw keuze"
    assert plain(view.rows["rules.harlingen"].value) == "€ 13.333,33"


def test_that_a_choice_holds_for_every_effort_under_that_row_until_it_is_taken_back(
    desk: Desk, contract_id: int
) -> None:
    take_on(desk, wijk_oost(number="2026-02", title="Haven", rule_set_id="harlingen"))
    view, presenter = opened(desk, contract_id)
    presenter.choose("rules.harlingen")
    proposed = view.rows["rules.harlingen"]
    presenter.take_block("participatiewet-over-2-years")
    assert view.rows["contract.2"].match == "uw keuze"
    other = replace(PLACED, candidate="K-02", title="K-02 · kok")
    again, later = opened(desk, contract_id, other)
    assert again.rows["rules.harlingen"].match == "uw keuze"
    assert again.rows["rules.alphen"].match == "lijkt erop"
    later.choose("contract.2")
    assert again.chosen.way_back is not None
    later.go_back()
    assert again.rows["rules.harlingen"] == proposed
    assert opened(desk, contract_id)[0].rows["rules.harlingen"] == proposed


def test_that_another_row_of_the_own_rules_is_only_tried(desk: Desk, contract_id: int) -> None:
    view, presenter = opened(desk, contract_id)
    before = view.rows[f"contract.{contract_id}"]
    presenter.take_block("ww")
    assert "niet bewaard" in view.chosen.note.text
    assert view.rows[f"contract.{contract_id}"].match == "uw keuze"
    assert view.rows["rules.utrecht-v3"].match == before.match
    assert opened(desk, contract_id)[0].rows[before.key] == before
    presenter.take_block("participatiewet")
    assert view.rows[before.key] == before
    presenter.take_block("ww")
    presenter.go_back()
    assert view.rows[before.key] == before


def test_that_a_choice_that_cannot_be_written_holds_here_and_says_why(
    desk: Desk, contract_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise DISK_FULL

    monkeypatch.setattr(drafts, "keep", full)
    view, presenter = opened(desk, contract_id)
    presenter.choose("rules.harlingen")
    presenter.take_block("participatiewet-over-2-years")
    assert view.chosen.note.tone is Tone.WARNING
    assert explain(DISK_FULL) in view.chosen.note.text
    assert view.rows["rules.harlingen"].match == "uw keuze"


def test_that_a_file_to_read_says_for_how_long_a_choice_holds(
    desk: Desk, contract_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LikeRows, "is_kept", False)
    view, presenter = opened(desk, contract_id)
    presenter.choose("rules.harlingen")
    presenter.take_block("participatiewet-over-2-years")
    assert "zolang dit venster open is" in view.chosen.note.text


def test_that_a_place_without_a_value_says_why(desk: Desk, contract_id: int) -> None:
    trainee = replace(PLACED, kind=EffortKind.TRAINEESHIP, block="bol-2-4")
    view, presenter = opened(desk, contract_id, trainee)
    row = view.rows["rules.utrecht-v1"]
    assert (row.value, row.difference, row.block, row.cents) == ("–", "–", "kies een regel", None)
    presenter.choose("rules.utrecht-v1")
    assert view.chosen.block is None
    assert view.chosen.derivation is None
    assert "Geen regel" in view.chosen.note.text
    presenter.choose("rules.utrecht-v2")
    presenter.take_block("wsw-inzet")  # an invoice, of which no amount is known
    assert "bedrag" in view.chosen.note.text


def test_that_bonuses_that_do_not_exist_there_are_named(desk: Desk, contract_id: int) -> None:
    bonus = desk.store.rule_set(contract_id).bonuses[0]
    view, _presenter = opened(desk, contract_id, replace(PLACED, bonuses=(bonus.code,)))
    assert any(bonus.label in row.lost for row in view.rows.values())


def test_that_nothing_is_said_of_sets_without_values_where_there_are_none(
    desk: Desk, contract_id: int
) -> None:
    view = FakeView()
    found = replace(elsewhere.comparison(desk, PLACED, contract_id), without_values=0)
    ElsewherePresenter(view, found).open()
    assert view.head[1] == ""


# -- the dialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, contract_id: int) -> Iterator[ElsewhereDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    shown = show_elsewhere(elsewhere.comparison(desk, PLACED, contract_id), window)
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    del window  # kept until now: Qt disposes of the dialog with it


def find(dialog: ElsewhereDialog, kind: type[QWidget], name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert isinstance(found, QWidget)
    return found


def test_that_the_best_place_stands_on_top_and_arrows_go_from_one_to_the_next(
    qtbot: QtBot, dialog: ElsewhereDialog
) -> None:
    table = dialog.findChild(TableView, "elsewhere.table")
    assert table is not None
    values = [row.cents or -1 for row in table.rows()]
    assert values == sorted(values, reverse=True)
    assert dialog.width() <= 1024
    before = table.selected_rows()
    press(table, Qt.Key.Key_Up)
    assert table.selected_rows() != before
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.finished):
        click(find(dialog, Button, "elsewhere.close"))


def test_that_the_table_is_searched_and_another_row_is_chosen(
    qtbot: QtBot, dialog: ElsewhereDialog
) -> None:
    table = dialog.findChild(TableView, "elsewhere.table")
    assert table is not None
    write(find(dialog, SearchField, "elsewhere.search"), "harlingen")
    qtbot.waitUntil(lambda: len(table.rows()) == 1)
    table.select_keys(["rules.harlingen"])
    field = dialog.findChild(ChoiceField, "elsewhere.block")
    assert field is not None
    assert field.value() == "participatiewet-under-2-years"
    field.set_value("ww-over-1-year")
    field.finished.emit()
    assert table.rows()[0].match == "uw keuze"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(ActButton)))
    click(next(one for one in dialog.findChildren(ActButton) if one.isVisible()))
    assert table.rows()[0].match == "lijkt erop"
    assert field.value() == "participatiewet-under-2-years"
    assert field.isAncestorOf(dialog.focusWidget())
    with qtbot.waitSignal(dialog.finished):
        press(dialog, Qt.Key.Key_Escape)
