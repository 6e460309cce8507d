"""Tables and domain records whose fields have the same names, turned into each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from sroi_desktop.domain.money import Money
from sroi_desktop.rulesets.tables import Table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")
T = TypeVar("T", bound=Table)


def record(cls: type[R], table: Table, **other: object) -> R:
    """Return the domain record of a table.

    Args:
        cls: its class; the fields that the table has too are taken over.
        table: what was read.
        other: fields that are called or written differently.
    """
    known: dict[str, Any] = {
        field.name: getattr(table, field.name)
        for field in fields(cls)
        if hasattr(table, field.name)
    }
    return cls(**known | other)


def records(cls: type[R], tables: Iterable[Table]) -> tuple[R, ...]:
    """Return the domain records of some tables."""
    return tuple(record(cls, table) for table in tables)


def table(cls: type[T], found: DataclassInstance, **other: object) -> T:
    """Return the table of a domain record; amounts become euros.

    Args:
        cls: its class; the keys that the record has too are taken over.
        found: the record.
        other: keys that are called or written differently.
    """
    known: dict[str, Any] = {
        key: _written(getattr(found, key)) for key in cls.__struct_fields__ if hasattr(found, key)
    }
    return cls(**known | other)


def tables(cls: type[T], found: Iterable[DataclassInstance]) -> tuple[T, ...]:
    """Return the tables of some domain records."""
    return tuple(table(cls, one) for one in found)


def money(euros: Fraction | None) -> Money | None:
    """Return an amount, or None where the file has none."""
    return None if euros is None else Money.from_euros(euros)


def _written(value: object) -> object:
    return value.euros if isinstance(value, Money) else value
