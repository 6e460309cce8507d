"""The room of a table: words whole where they can be, amounts always, nothing wasted."""

from __future__ import annotations

import pytest

from sroi_desktop.ui.kit.tables.sharing import Room, kept, share

NAME = Room(need=300, least=120, stretches=True)
WORDS = Room(need=180, least=90)
AMOUNT = Room(need=80, least=80)


def test_that_what_is_left_over_goes_to_the_columns_that_stretch() -> None:
    assert share(700, (NAME, WORDS, AMOUNT)) == [440, 180, 80]
    assert share(701, (NAME, NAME, AMOUNT)) == [310, 311, 80]


def test_that_without_one_that_stretches_the_first_takes_what_is_left() -> None:
    assert share(700, (WORDS, AMOUNT)) == [620, 80]


@pytest.mark.parametrize("width", range(290, 560, 7))
def test_that_all_the_room_is_used_and_amounts_stay_whole(width: int) -> None:
    widths = share(width, (NAME, WORDS, AMOUNT))
    assert sum(widths) == width
    assert widths[2] == 80
    assert widths[0] >= NAME.least
    assert widths[1] >= WORDS.least


def test_that_no_column_goes_below_its_least() -> None:
    assert share(100, (NAME, WORDS, AMOUNT)) == [120, 90, 80]


def test_that_optional_columns_go_the_last_first_until_the_rest_fits() -> None:
    columns = (NAME, WORDS, WORDS, AMOUNT)
    optional = (False, True, True, False)
    assert kept(400, columns, optional) == [True, True, True, True]
    assert kept(300, columns, optional) == [True, True, False, True]
    assert kept(100, columns, optional) == [True, False, False, True]
