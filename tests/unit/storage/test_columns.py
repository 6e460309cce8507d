"""How values stand in a row, and what is taken for damage."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.storage import DamagedFileError
from sroi_desktop.storage.columns import (
    Row,
    Shape,
    SqlValue,
    codes,
    costs,
    day,
    money,
    packed,
    period,
    readable,
    unpacked,
)


class Sample(NamedTuple):
    on: date | None
    days: Period | None
    amount: Money | None
    names: tuple[str, ...]
    spent: tuple[tuple[str, Money], ...]


SHAPE = Shape(
    Sample,
    {
        "on": day("done_on"),
        "days": period("starts_on", "ends_on"),
        "amount": money("cents"),
        "names": codes("names"),
        "spent": costs("spent"),
    },
)
MONEY = st.builds(Money, st.integers(-(10**15), 10**15))
TEXT = st.text()
PERIODS = st.tuples(st.dates(), st.dates()).map(lambda days: Period(min(days), max(days)))
SAMPLES = st.builds(
    Sample,
    st.none() | st.dates(),
    st.none() | PERIODS,
    st.none() | MONEY,
    st.lists(TEXT).map(tuple),
    st.lists(st.tuples(TEXT, MONEY)).map(tuple),
)


def row(values: Row) -> sqlite3.Row:
    """Send values through SQLite and back."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    names = ", ".join(f"? AS {name}" for name in values)
    found: sqlite3.Row = connection.execute(f"SELECT {names}", list(values.values())).fetchone()
    connection.close()
    return found


@given(SAMPLES)
def test_that_a_record_comes_back_from_its_row(sample: Sample) -> None:
    assert SHAPE.record(row(SHAPE.values(sample))) == sample


@pytest.mark.parametrize(
    "wrong",
    [
        {"done_on": "2026-02-30"},
        {"starts_on": "2026-02-01", "ends_on": "2026-01-01"},
        {"names": "["},
        {"spent": "[1]"},
    ],
)
def test_that_a_row_no_act_can_have_written_is_damage(wrong: dict[str, SqlValue]) -> None:
    values = SHAPE.values(Sample(None, None, None, (), ()))
    with pytest.raises(DamagedFileError, match="unreadable row"):
        SHAPE.record(row({**values, **wrong}))


def test_that_an_error_of_another_kind_stays_what_it_is() -> None:
    with pytest.raises(ZeroDivisionError), readable():
        raise ZeroDivisionError


@given(st.dictionaries(TEXT, st.integers() | TEXT))
def test_that_the_same_data_gives_the_same_text(data: dict[str, object]) -> None:
    turned = dict(reversed(data.items()))
    assert packed(data) == packed(turned)
    assert unpacked(packed(data)) == data
