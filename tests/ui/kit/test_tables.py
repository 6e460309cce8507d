"""Tables: sorted by value, filtered by words, quick with ten thousand rows, led by keys."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables import Align, Column, RowsModel, TableView
from sroi_desktop.ui.kit.tables.columns import folded
from sroi_desktop.ui.kit.tables.model import PILL_ROLE
from sroi_desktop.ui.kit.theme import Appearance, Theme
from tests.ui.hands import click, double_click, press


@dataclass(frozen=True)
class Line:
    """A row of the tests."""

    number: int
    name: str
    cents: int | None
    is_proven: bool = True


def _pill(line: Line) -> PillContent | None:
    return PillContent("Bewezen", Tone.GOOD) if line.is_proven else None


COLUMNS = (
    Column[Line]("name", "Inspanning", lambda line: line.name, stretch=True, strong=True),
    Column[Line]("state", "Status", lambda line: "Bewezen" if line.is_proven else "", pill=_pill),
    Column[Line](
        "value",
        "Waarde",
        lambda line: "" if line.cents is None else f"€ {line.cents // 100}",
        lambda line: line.cents,
        align=Align.END,
        spoken=lambda line: f"{line.cents} cent",
        icon=lambda line: ("euro", None) if line.cents else None,
        hint=lambda line: line.name,
        search=False,
    ),
)
LINES = (
    Line(1, "Coöperatie Zuid", 20_00),
    Line(2, "bakkerij", 100_00, is_proven=False),
    Line(3, "Énergie", 1_000_00),
    Line(4, "Alpha", None),
)


def _numbers(view: TableView[Line]) -> list[int]:
    return [line.number for line in view.rows()]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> TableView[Line]:
    """Return a table of four rows."""
    made: TableView[Line] = TableView(COLUMNS, lambda line: line.number, name="Invulling")
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_rows(LINES)
    made.show()
    return made


def test_that_the_model_keeps_the_contract_of_qt(theme: Theme) -> None:
    model: RowsModel[Line] = RowsModel(COLUMNS, lambda line: line.number)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(LINES)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_filter("a")
    model.set_rows(LINES[:2])
    assert tester.model() is model
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_that_amounts_sort_by_value_and_the_unknown_comes_last(view: TableView[Line]) -> None:
    view.sort_by("value")
    assert _numbers(view) == [1, 2, 3, 4]
    view.sort_by("value", descending=True)
    assert _numbers(view) == [3, 2, 1, 4]


def test_that_text_sorts_without_regard_to_accents_and_capitals(view: TableView[Line]) -> None:
    view.sort_by("name")
    assert _numbers(view) == [4, 2, 1, 3]


def test_that_rows_keep_their_order_until_someone_sorts(view: TableView[Line]) -> None:
    assert _numbers(view) == [1, 2, 3, 4]


def test_that_a_mixture_of_numbers_and_words_sorts_without_an_error() -> None:
    column = Column[Line]("x", "X", str, lambda line: line.name if line.number > 2 else line.number)
    model: RowsModel[Line] = RowsModel([column], lambda line: line.number)
    model.set_rows(LINES)
    model.sort(0)
    assert [line.number for line in model.rows()] == [1, 2, 4, 3]


@pytest.mark.parametrize(
    ("typed", "left"),
    [("cooperatie", [1]), ("BEWEZEN zuid", [1]), ("1000", []), ("", [1, 2, 3, 4])],
)
def test_that_a_filter_wants_every_word_in_the_searched_columns(
    view: TableView[Line], typed: str, left: list[int]
) -> None:
    view.set_filter(typed)
    assert _numbers(view) == left


def test_that_the_selection_survives_sorting_filtering_and_reloading(
    view: TableView[Line],
) -> None:
    view.select_keys([2])
    view.sort_by("value", descending=True)
    assert [line.number for line in view.selected_rows()] == [2]
    view.set_rows([*LINES[2:], LINES[1]])
    assert [line.number for line in view.selected_rows()] == [2]
    view.set_filter("bakkerij")
    assert [line.number for line in view.selected_rows()] == [2]
    view.set_filter("zuid")
    assert view.selected_rows() == ()


def test_that_enter_opens_the_current_row(view: TableView[Line], qtbot: QtBot) -> None:
    view.select_keys([3])
    with qtbot.waitSignal(view.row_opened) as caught:
        press(view, Qt.Key.Key_Return)
    assert caught.args == [LINES[2]]


def test_that_arrow_keys_move_the_selection(view: TableView[Line], qtbot: QtBot) -> None:
    view.select_keys([1])
    with qtbot.waitSignal(view.selection_changed):
        press(view, Qt.Key.Key_Down)
    assert [line.number for line in view.selected_rows()] == [2]


def test_that_a_double_click_opens_the_row_under_it(view: TableView[Line], qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(1, 0)).center()
    click(view.viewport(), place)
    with qtbot.waitSignal(view.row_opened) as caught:
        double_click(view.viewport(), place)
    assert caught.args == [LINES[1]]


def test_that_a_click_on_a_title_sorts(view: TableView[Line], qtbot: QtBot) -> None:
    head = view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(2) + 20, head.height() // 2)
    click(head.viewport(), place)
    assert _numbers(view) == [1, 2, 3, 4]
    click(head.viewport(), place)
    assert _numbers(view) == [3, 2, 1, 4]
    view.grab()


def test_that_a_screen_reader_hears_table_titles_and_cells(view: TableView[Line]) -> None:
    assert nameless(view) == []
    table = QAccessible.queryAccessibleInterface(view)
    assert table.text(QAccessible.Text.Name) == "Invulling"
    cells = [table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())]
    assert {"Inspanning", "Waarde", "bakkerij", "Bewezen", "10000 cent"} <= set(cells)


def test_that_an_empty_table_says_what_will_be_here(view: TableView[Line], qtbot: QtBot) -> None:
    state = EmptyState("hand-heart", "Nog geen invulling", "Boek er een.")
    view.set_empty(state, filtered=("Niets gevonden", "Zoek op iets anders."))
    assert not state.isVisible()
    view.set_filter("nergens")
    assert state.isVisible()
    assert state.words() == ("Niets gevonden", "Zoek op iets anders.")
    view.set_filter("")
    view.set_rows([])
    assert state.words() == ("Nog geen invulling", "Boek er een.")
    assert state.geometry() == view.viewport().rect()


def test_that_columns_that_stretch_share_the_room(view: TableView[Line], theme: Theme) -> None:
    total = sum(view.columnWidth(place) for place in range(3))
    assert total == view.viewport().width()
    theme.apply(Appearance.LIGHT, 20)
    assert view.rowHeight(0) >= 50
    assert sum(view.columnWidth(place) for place in range(3)) == view.viewport().width()


def test_that_a_column_is_as_wide_as_its_words(view: TableView[Line]) -> None:
    before = view.columnWidth(2)
    view.set_rows([Line(1, "Kort", 123_456_789_00)])
    assert view.columnWidth(2) > before
    view.resize(300, 400)
    assert view.columnWidth(2) > before  # an amount is never cut: the name gives way


def test_that_a_filter_moves_no_columns(view: TableView[Line]) -> None:
    before = [view.columnWidth(place) for place in range(3)]
    view.set_filter("alpha")
    assert [view.columnWidth(place) for place in range(3)] == before


def test_that_a_second_line_is_read_searched_and_given_room(theme: Theme, qtbot: QtBot) -> None:
    columns = (
        Column[Line]("name", "Inspanning", lambda line: line.name, detail=lambda _line: "Utrecht"),
    )
    table: TableView[Line] = TableView(columns, lambda line: line.number, name="Invulling")
    qtbot.addWidget(table)
    table.set_rows(LINES)
    table.show()
    table.grab()
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Coöperatie Zuid, Utrecht"
    assert table.rowHeight(0) > 2 * table.fontMetrics().height()
    table.set_filter("utrecht zuid")
    assert len(table.rows()) == 1


def test_that_a_cell_that_is_cut_says_all_of_it(view: TableView[Line], qtbot: QtBot) -> None:
    long = "Een inspanning met een naam die nergens past, hoe breed het venster ook is" * 2
    for name, said in (("Kort", ""), (long, long)):
        view.set_rows([Line(1, name, 1)])
        place = view.visualRect(view.model().index(0, 0)).center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
        assert QToolTip.text() == said
    QToolTip.hideText()
    qtbot.waitUntil(_is_silent)


def _is_silent() -> bool:
    return not QToolTip.isVisible()


def test_that_a_width_the_user_gave_is_kept(view: TableView[Line]) -> None:
    view.setColumnWidth(1, 222)
    assert view.column_widths() == {"state": 222}
    view.set_column_widths({"state": 150})
    assert view.columnWidth(1) == 150


def test_that_cells_carry_raw_values_and_pills_beside_their_text(view: TableView[Line]) -> None:
    model = view.model()
    assert model.index(2, 2).data(Qt.ItemDataRole.UserRole) == 1_000_00
    assert model.index(0, 1).data(PILL_ROLE) == PillContent("Bewezen", Tone.GOOD)
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "Coöperatie Zuid"
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_that_a_hovered_row_is_marked_as_a_whole(view: TableView[Line], qtbot: QtBot) -> None:
    view.entered.emit(view.model().index(2, 0))
    assert view._delegate.hovered_row == 2
    view.grab()
    from PySide6.QtCore import QEvent

    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view._delegate.hovered_row == -1


def test_that_many_rows_can_be_selected_where_asked(theme: Theme, qtbot: QtBot) -> None:
    view: TableView[Line] = TableView(COLUMNS, lambda line: line.number, name="X", many=True)
    qtbot.addWidget(view)
    view.set_rows(LINES)
    view.select_keys([1, 3])
    assert [line.number for line in view.selected_rows()] == [1, 3]


def test_that_of_ten_thousand_rows_only_those_in_sight_are_put_into_words(
    theme: Theme, qtbot: QtBot
) -> None:
    """Counted, not timed: what each act of a large table asks of its rows."""
    rows = [Line(n, f"Inspanning {n}", n * 37 % 9973) for n in range(10_000)]
    asked: list[int] = []

    def named(line: Line) -> str:
        asked.append(line.number)
        return line.name

    columns = (Column[Line]("name", "Inspanning", named), *COLUMNS[1:])
    host = QWidget()
    qtbot.addWidget(host)
    view: TableView[Line] = TableView(
        columns, lambda line: line.number, name="Invulling", parent=host
    )
    view.resize(900, 600)
    host.show()
    counted = {}
    for name, act in (
        ("rows", lambda: view.set_rows(rows)),
        ("paint", view.grab),
        ("sort", lambda: view.sort_by("value")),
        ("filter", lambda: view.set_filter("9999")),
        ("filter again", lambda: view.set_filter("99")),
    ):
        asked.clear()
        act()
        counted[name] = len(asked)
    assert 0 < counted["paint"] < 200
    assert counted["rows"] < 200
    assert counted["sort"] < 200
    assert counted["filter"] <= len(rows) + 200  # each row once
    assert counted["filter again"] < 200  # what was put into words is kept


def test_that_folding_removes_accents_and_capitals() -> None:
    assert folded("Coöperatie ÉÉN") == "cooperatie een"


def test_that_every_date_of_a_column_is_whole(theme: Theme, qtbot: QtBot) -> None:
    del theme
    dates = [f"{day:02d}-{month:02d}-2026" for month in range(1, 13) for day in range(1, 29)]
    columns = (
        Column[str]("day", "Dag", lambda day: day, width=7.2),
        Column[str]("what", "Wat", lambda day: f"een inspanning die op {day} begon", stretch=True),
    )
    table: TableView[str] = TableView(columns, lambda day: day, name="Dagen")
    qtbot.addWidget(table)
    table.set_rows(dates)
    table.resize(300, 200)
    table.show()
    words = QFontMetrics(current_look().font("small"))
    room = table.columnWidth(0) - 2 * current_look().em(0.7)
    assert max(words.horizontalAdvance(day) for day in dates) <= room
