"""Small things that screens share: two columns, tables that fit, the Tab key, opening files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sroi_desktop.domain.obligation import Obligation
from sroi_desktop.domain.rules import RuleSet, Source
from sroi_desktop.ui import opening
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.look import Look, current_look, use_look
from sroi_desktop.ui.kit.tables import Column, ShortTable, TableView
from sroi_desktop.ui.obligations import derivation_of, source_lines
from sroi_desktop.ui.split import Split
from sroi_desktop.ui.tab_order import set_tab_order, tab_stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot


def first(row: tuple[str, str]) -> str:
    return row[0]


def second(row: tuple[str, str]) -> str:
    return row[1]


COLUMNS = (
    Column("first", "First", first, width=10, stretch=True),
    Column("second", "Second", second, width=10),
)


@pytest.fixture
def large_text() -> Iterator[None]:
    before = current_look()
    use_look(Look(before.palette, 20))
    yield
    use_look(before)


def test_that_two_columns_stack_where_there_is_no_room(qtbot: QtBot) -> None:
    split = Split(QWidget(), QWidget(), narrow=48)
    qtbot.addWidget(split)
    split.resize(1000, 300)
    split.show()
    assert not split.is_stacked()
    split.resize(500, 300)
    assert split.is_stacked()


@pytest.mark.usefixtures("large_text")
def test_that_large_text_stacks_columns_sooner(qtbot: QtBot) -> None:
    split = Split(QWidget(), QWidget(), narrow=48)
    qtbot.addWidget(split)
    split.resize(900, 300)
    split.show()
    split.fit_to_look()
    assert split.is_stacked()


def test_that_a_table_leaves_out_what_there_is_no_room_for(qtbot: QtBot) -> None:
    table = TableView(COLUMNS, first, name="Table", optional=("second",))
    qtbot.addWidget(table)
    table.set_rows([("a name that is rather long", "and words beside it")])
    table.resize(600, 200)
    table.show()
    assert not table.isColumnHidden(1)
    table.resize(200, 200)
    assert table.isColumnHidden(1)
    table.resize(600, 200)
    assert not table.isColumnHidden(1)


def test_that_a_short_table_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = ShortTable(COLUMNS, first, name="Table")
    qtbot.addWidget(table)
    heights = []
    for count in (1, 5, 16, 40):
        table.set_rows([(str(number), "") for number in range(count)])
        heights.append(table.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_that_the_tab_key_follows_layouts_and_not_the_order_of_making(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    late, early, left, right = (QLineEdit(page) for _ in range(4))
    unreachable = QPushButton(page)
    unreachable.setFocusPolicy(unreachable.focusPolicy().NoFocus)
    across = QHBoxLayout()
    across.addWidget(left)
    across.addWidget(right)
    across.addStretch(1)
    inner = QScrollArea()
    flow = Columns()
    flow.add(unreachable, late)
    inner.setWidget(flow)
    body = QVBoxLayout(page)
    body.addWidget(early)
    body.addLayout(across)
    body.addWidget(inner)
    body.addWidget(QScrollArea())
    assert list(tab_stops(page)) == [early, left, right, late]
    set_tab_order(page)
    assert early.nextInFocusChain() is left
    assert left.nextInFocusChain() is right


def test_that_files_and_addresses_go_to_the_desktop(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []

    def remember(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)

    def write(path: Path) -> None:
        path.write_bytes(b"inhoud")

    assert opening.open_copy("../../rapport.pdf", write)
    assert opening.open_copy("ander.pdf", write)
    assert opening.open_link("https://voorbeeld.nl")
    copy = Path(opened[0].removeprefix("file://"))
    assert copy.name == "rapport.pdf"  # never outside our own folder
    assert copy.read_bytes() == b"inhoud"
    assert copy.parent == Path(opened[1].removeprefix("file://")).parent
    assert opened[2] == "https://voorbeeld.nl"
    assert tmp_path.exists()


def test_that_a_source_without_a_day_or_title_is_still_named() -> None:
    sources = (Source("https://a.nl"), Source("https://b.nl", "Bijlage"))
    rules = RuleSet("x", "Regels", "Niemand", (), complete=True, sources=sources)
    assert source_lines(rules) == ("Regels", "Bijlage")
    assert derivation_of(Obligation(None), rules) is None
