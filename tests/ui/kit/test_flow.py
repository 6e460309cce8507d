"""Boxes that follow the room: fewer columns, wrapped rows, side cards beneath."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.boxes import Card, ScrolledPage, clear_layout, row
from sroi_desktop.ui.kit.flow import Columns, MainAndSide, Wrap
from sroi_desktop.ui.kit.text import Text
from sroi_desktop.ui.kit.theme import Appearance, Theme


@pytest.mark.parametrize(("width", "columns"), [(200, 1), (672, 1), (687, 2), (1100, 3), (3000, 3)])
def test_that_as_many_columns_stand_side_by_side_as_fit(
    theme: Theme, qtbot: QtBot, width: int, columns: int
) -> None:
    box = Columns(narrowest=24, most=3)
    qtbot.addWidget(box)
    cards = [Card() for _ in range(4)]
    box.add(*cards)
    box.resize(width, 400)
    box.show()
    assert box.columns(width) == columns
    assert len({card.y() for card in cards}) == -(-4 // columns)
    assert all(card.geometry().right() < width for card in cards)


def test_that_larger_text_makes_fewer_columns(theme: Theme, qtbot: QtBot) -> None:
    box = Columns(narrowest=24, most=3)
    qtbot.addWidget(box)
    assert box.columns(800) == 2
    theme.apply(Appearance.LIGHT, 20)
    assert box.columns(800) == 1


def test_that_words_wrap_to_the_next_line_and_the_box_grows(theme: Theme, qtbot: QtBot) -> None:
    box = Wrap()
    qtbot.addWidget(box)
    box.add(*(Text("een paar woorden") for _ in range(6)))
    box.show()
    assert box.heightForWidth(2000) < box.heightForWidth(300) < box.heightForWidth(120)
    box.resize(300, box.heightForWidth(300))
    assert all(item.geometry().right() <= 300 for item in box.items())


def test_that_the_last_of_a_spread_row_stands_at_the_right_end(theme: Theme, qtbot: QtBot) -> None:
    box = Wrap(spread=True)
    qtbot.addWidget(box)
    label, value = Text("Waarde"), Text("€ 13.333,33")
    box.add(label, value)
    box.show()
    for width in (400, 90):
        box.resize(width, box.heightForWidth(width))
        assert label.x() == 0
        assert value.geometry().right() == width - 1


def test_that_a_side_goes_beneath_where_the_window_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    main, side = Card(), Card()
    side.add(Text("Volgende stappen", wrap=True))
    box = MainAndSide(main, side)
    qtbot.addWidget(box)
    box.resize(900, 300)
    box.show()
    assert side.x() > main.geometry().right()
    assert side.y() == main.y()
    box.resize(500, 300)
    assert box.is_stacked(500)
    assert side.y() > main.geometry().bottom() - 1


def test_that_a_box_grows_when_a_child_does(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    box = Wrap(host)
    label = Text("kort", wrap=True)
    box.add(label)
    layout.addWidget(box)
    layout.addStretch(1)
    host.resize(200, 400)
    host.show()
    before = box.height()
    label.setText("een heel stuk langer, zodat het zeker meer dan één regel vraagt op deze breedte")
    qtbot.waitUntil(lambda: box.height() > before)


def test_that_removed_widgets_are_hidden_and_cannot_be_found(theme: Theme, qtbot: QtBot) -> None:
    box = Wrap()
    qtbot.addWidget(box)
    one, other = Text("een"), Text("twee")
    one.setObjectName("one")
    box.add(one, other)
    box.remove(one)
    assert box.items() == (other,)
    assert box.findChild(QLabel, "one") is None
    box.clear()
    assert box.items() == ()


def test_that_clearing_a_layout_reaches_the_rows_within(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    inner = Text("binnen")
    inner.setObjectName("inner")
    layout.addLayout(row(inner))
    clear_layout(layout)
    assert layout.count() == 0
    assert host.findChild(QLabel, "inner") is None


def test_that_the_scroll_bar_stands_in_the_margin(theme: Theme, qtbot: QtBot) -> None:
    page = ScrolledPage(margins=(20, 0, 28, 0))
    qtbot.addWidget(page)
    card = Card()
    page.add(card)
    page.resize(400, 300)
    page.show()
    without = card.geometry().right()
    card.setMinimumHeight(900)
    qtbot.waitUntil(lambda: page.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: abs(card.geometry().right() - without) <= 2)
