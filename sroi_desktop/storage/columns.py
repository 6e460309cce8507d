"""How a record of the domain stands in a row: which columns, and how their values are written.

Knows no SQL. Money stands in whole cents, a fraction as "1/3", a date as 2026-03-01, an enum
by its value, a tuple as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.plain import from_plain, to_plain
from sroi_desktop.storage.errors import DamagedFileError

if TYPE_CHECKING:
    import sqlite3

    from _typeshed import DataclassInstance

SqlValue: TypeAlias = "str | int | None"
Row: TypeAlias = "dict[str, SqlValue]"
T = TypeVar("T")
ID = "id"
_NOTHING = "[]"
# The same few numbers (24, 36, 1/2) stand in thousands of rows, and parsing one takes 5 µs.
_fraction = lru_cache(maxsize=1024)(Fraction)


@dataclass(frozen=True, slots=True)
class Column:
    """The column, or two, of one field; None is written as NULL and read back as None."""

    names: tuple[str, ...]
    write: Callable[[Any], tuple[SqlValue, ...]]
    read: Callable[..., Any]


def text(name: str) -> Column:
    """Return the column of a text."""
    return Column((name,), lambda value: (value,), str)


def whole(name: str) -> Column:
    """Return the column of a whole number."""
    return Column((name,), lambda value: (value,), int)


def flag(name: str) -> Column:
    """Return the column of a yes or no."""
    return Column((name,), lambda value: (int(value),), bool)


def money(name: str) -> Column:
    """Return the column of an amount, in cents."""
    return Column((name,), lambda value: (value.cents,), Money)


def fraction(name: str) -> Column:
    """Return the column of an exact number."""
    return Column((name,), lambda value: (str(value),), _fraction)


def day(name: str) -> Column:
    """Return the column of a date."""
    return Column((name,), lambda value: (value.isoformat(),), date.fromisoformat)


def choice(name: str, kind: type[Enum]) -> Column:
    """Return the column of an enum."""
    members = {member.value: member for member in kind}
    return Column((name,), lambda value: (value.value,), members.__getitem__)


def period(start: str, end: str) -> Column:
    """Return the two columns of a period."""
    return Column(
        (start, end),
        lambda value: (value.start.isoformat(), value.end.isoformat()),
        lambda first, last: Period(date.fromisoformat(first), date.fromisoformat(last)),
    )


def codes(name: str) -> Column:
    """Return the column of a tuple of codes."""
    return Column((name,), lambda value: (packed(list(value)),), lambda data: tuple(_listed(data)))


def costs(name: str) -> Column:
    """Return the column of a tuple of pairs of a code and an amount."""
    return Column(
        (name,),
        lambda value: (packed([[code, amount.cents] for code, amount in value]),),
        lambda data: tuple((code, Money(cents)) for code, cents in _listed(data)),
    )


def plain_list(name: str, kind: type[DataclassInstance]) -> Column:
    """Return the column of a tuple of records of the domain that have no table of their own."""
    return Column(
        (name,),
        lambda value: (packed([to_plain(one) for one in value]),),
        lambda data: tuple(from_plain(kind, one) for one in _listed(data)),
    )


def packed(data: object) -> str:
    """Return data as canonical JSON: the same data gives the same text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpacked(data: str) -> Any:  # noqa: ANN401 - whatever was packed
    """Return what `packed` made the text from."""
    return json.loads(data)


@lru_cache(maxsize=1024)
def pairs(data: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of code and label that were packed; the same few occur over and over.

    Raises:
        DamagedFileError: the text holds something else.
    """
    with readable():
        return tuple((code, label) for code, label in _listed(data))


def _listed(data: str) -> Any:  # noqa: ANN401 - whatever was packed
    """Return a list that was packed; most are empty, and those need no parsing."""
    return () if data == _NOTHING else unpacked(data)


class _Readable:
    """A class, since every row is read within one: a generator would cost 1 us more a row."""

    def __enter__(self) -> None:
        """Begin to read."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, (ValueError, KeyError, TypeError, DomainError)):
            raise DamagedFileError(None, f"unreadable row: {error!r}") from error


_READABLE = _Readable()


def readable() -> _Readable:
    """Take a value that no act of ours can have written for what it is: damage.

    What is read within it raises:
        DamagedFileError: a text is no date, number, JSON or record.
    """
    return _READABLE


class Shape(Generic[T]):
    """The columns of one class of the domain."""

    def __init__(self, make: Callable[..., T], fields: Mapping[str, Column]) -> None:
        self._make = make
        self._fields = tuple(fields.items())
        self._names: list[str] = []
        self._single: tuple[tuple[str, int, Callable[..., object]], ...] = ()
        self._double: tuple[tuple[str, int, int, Callable[..., object]], ...] = ()

    def values(self, record: T) -> Row:
        """Return the row of a record, without its id: that is the table's to give."""
        row: Row = {}
        for field, column in self._fields:
            if field == ID:
                continue
            value = getattr(record, field)
            parts = (None,) * len(column.names) if value is None else column.write(value)
            row.update(zip(column.names, parts, strict=True))
        return row

    def record(self, row: sqlite3.Row, **more: object) -> T:
        """Return the record of a row; `more` are fields that stand elsewhere.

        Raises:
            DamagedFileError: the row holds what the class refuses.
        """
        names = row.keys()
        if names != self._names:
            self._find(names)
        with readable():
            for field, place, read in self._single:
                value = row[place]
                more[field] = None if value is None else read(value)
            for field, first, second, read in self._double:
                value = row[first]
                more[field] = None if value is None else read(value, row[second])
            return self._make(**more)

    def _find(self, names: list[str]) -> None:
        """Find the columns by place: a row searches all its names each time that it is asked."""
        place = {name: number for number, name in enumerate(names)}
        # Apart, since long tables are read through here: one column is the common case.
        self._single = tuple(
            (field, place[column.names[0]], column.read)
            for field, column in self._fields
            if len(column.names) == 1
        )
        self._double = tuple(
            (field, place[column.names[0]], place[column.names[1]], column.read)
            for field, column in self._fields
            if len(column.names) > 1
        )
        self._names = names
