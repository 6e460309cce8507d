"""The domain's frozen dataclasses as plain data (text, numbers, lists, dicts) and back, exactly.

For whoever stores or exchanges them, as JSON for instance. Writes nothing itself.

A sum of money is "13333.33", a fraction "1/3", a date "2026-03-01", an enum its value. Every
field is written, also where it has its default, so that a later default never changes an old
copy; a field that an old copy does not know yet gets its default.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"
T = TypeVar("T")

_ROOM = "sroi_desktop.domain."
_MONEY = re.compile(r"-?\d+\.\d\d", re.ASCII)
_FRACTION = re.compile(r"(-?\d+)(?:/(\d+))?", re.ASCII)


@dataclass(eq=False)
class PlainDataError(DomainError):
    """Plain data that does not have the shape of the class it should become.

    `path` leads to the spot, such as ("blocks", "0", "value"); `expected` names what should
    stand there, for a developer or a log.
    """

    path: tuple[str, ...]
    expected: str

    def __str__(self) -> str:
        return f"{'.'.join(self.path) or 'data'}: expected {self.expected}"

    def under(self, key: str) -> PlainDataError:
        """Return the same error, seen from one level higher."""
        return PlainDataError((key, *self.path), self.expected)


class _Codec(NamedTuple):
    """How values of one type become plain data, and back."""

    encode: Callable[[Any], Plain]
    decode: Callable[[object], Any]


def to_plain(value: object) -> Plain:
    """Return a domain object as data that JSON can hold.

    Raises:
        TypeError: its class, or that of a field, is not one of those this module knows.
    """
    hint: Any = type(value)
    return _codec(hint).encode(value)


def from_plain(cls: type[T], data: object) -> T:
    """Return the object of this class that `to_plain` made the data from.

    Raises:
        PlainDataError: the data has another shape; it names the spot.
        DomainError: the class itself refuses the values.
    """
    hint: Any = cls
    result: T = _codec(hint).decode(data)
    return result


def _refuse(expected: str) -> PlainDataError:
    return PlainDataError((), expected)


def _same(value: Any) -> Plain:  # noqa: ANN401 - a value of a plain type, as it is
    plain: Plain = value
    return plain


def _checked(kind: type, expected: str) -> Callable[[object], object]:
    def decode(data: object) -> object:
        if type(data) is not kind:
            raise _refuse(expected)
        return data

    return decode


def _text(data: object, expected: str) -> str:
    if not isinstance(data, str):
        raise _refuse(expected)
    return data


def _money(data: object) -> Money:
    text = _text(data, "an amount as text")
    if not _MONEY.fullmatch(text):
        raise _refuse("an amount with two decimals")
    return Money(int(text.replace(".", "")))


def _fraction(data: object) -> Fraction:
    match = _FRACTION.fullmatch(_text(data, "a fraction as text"))
    if not match or match[2] == "0":
        raise _refuse("a fraction such as 1/3")
    return Fraction(int(match[1]), int(match[2] or 1))


def _moment(kind: type[date]) -> _Codec:
    def decode(data: object) -> date:
        try:
            return kind.fromisoformat(_text(data, f"a {kind.__name__} as text"))
        except ValueError:
            raise _refuse(f"a {kind.__name__} such as 2026-03-01") from None

    return _Codec(kind.isoformat, decode)


_SCALARS: dict[object, _Codec] = {
    NoneType: _Codec(_same, _checked(NoneType, "nothing")),
    bool: _Codec(_same, _checked(bool, "true or false")),
    int: _Codec(_same, _checked(int, "a whole number")),
    str: _Codec(_same, _checked(str, "text")),
    Money: _Codec(lambda money: money.plain, _money),
    Fraction: _Codec(str, _fraction),
    date: _moment(date),
    datetime: _moment(datetime),
}


@cache
def _codec(hint: Any) -> _Codec:  # noqa: ANN401 - any annotation of a field
    """Return how values under this annotation are written and read."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin in (Union, UnionType):
        return _optional(hint, get_args(hint))
    raise TypeError(f"{hint!r} cannot become plain data")


def _enum(cls: type[Enum]) -> _Codec:
    members = {member.value: member for member in cls}

    def encode(member: Enum) -> Plain:
        value: Plain = member.value
        return value

    def decode(data: object) -> Enum:
        try:
            return members[data]
        except (KeyError, TypeError):
            raise _refuse(f"one of {', '.join(map(str, members))}") from None

    return _Codec(encode, decode)


class _FieldCodec(NamedTuple):
    name: str
    encode: Callable[[Any], Plain]
    decode: Callable[[object], Any]
    required: bool


@cache
def _fields(cls: type) -> tuple[_FieldCodec, ...]:
    """Return the fields of a dataclass; computed late, so that a class may contain itself."""
    hints = get_type_hints(cls, {**_names(), **vars(sys.modules[cls.__module__])})
    return tuple(
        _FieldCodec(field.name, *_codec(hints[field.name]), _required(field))
        for field in fields(cls)
    )


def _names() -> dict[str, object]:
    """Return the names that the domain's annotations use but import for the checker only."""
    return _names_in(tuple(name for name in sys.modules if name.startswith(_ROOM)))


@cache
def _names_in(modules: tuple[str, ...]) -> dict[str, object]:
    names: dict[str, object] = {"date": date, "datetime": datetime, "Fraction": Fraction}
    for module in modules:
        things = vars(sys.modules[module])
        names |= {key: thing for key, thing in things.items() if isinstance(thing, type)}
    return names


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _record(cls: type) -> _Codec:
    def encode(record: object) -> Plain:
        return {one.name: one.encode(getattr(record, one.name)) for one in _fields(cls)}

    def decode(data: object) -> object:
        if not isinstance(data, dict):
            raise _refuse(f"the fields of a {cls.__name__}")
        values: dict[str, object] = {}
        name = ""
        try:
            for name, _encode, decode_one, required in _fields(cls):
                if name in data:
                    values[name] = decode_one(data[name])
                elif required:
                    raise _refuse("a value")
        except PlainDataError as error:
            raise error.under(name) from None
        if len(values) < len(data):
            unknown = min((key for key in data if key not in values), key=str)
            raise _refuse(f"no such field in a {cls.__name__}").under(str(unknown))
        return cls(**values)

    return _Codec(encode, decode)


def _tuple(items: tuple[Any, ...]) -> _Codec:
    if items[-1:] == (Ellipsis,):
        return _many(_codec(items[0]))
    codecs = tuple(_codec(item) for item in items)

    def encode(values: tuple[object, ...]) -> Plain:
        return [codec.encode(value) for codec, value in zip(codecs, values, strict=True)]

    def decode(data: object) -> tuple[object, ...]:
        if not isinstance(data, list) or len(data) != len(codecs):
            raise _refuse(f"a list of {len(codecs)}")
        return _each([codec.decode for codec in codecs], data)

    return _Codec(encode, decode)


def _many(item: _Codec) -> _Codec:
    def encode(values: tuple[object, ...]) -> Plain:
        return [item.encode(value) for value in values]

    def decode(data: object) -> tuple[object, ...]:
        if not isinstance(data, list):
            raise _refuse("a list")
        return _each(repeat(item.decode), data) if data else ()

    return _Codec(encode, decode)


def _each(decoders: Iterable[Callable[[object], Any]], data: list[object]) -> tuple[object, ...]:
    made: list[object] = []
    try:
        for decode, value in zip(decoders, data, strict=False):
            made.append(decode(value))
    except PlainDataError as error:
        raise error.under(str(len(made))) from None
    return tuple(made)


def _optional(hint: object, members: tuple[Any, ...]) -> _Codec:
    others = [member for member in members if member is not NoneType]
    if len(others) != 1:
        raise TypeError(f"{hint!r} cannot become plain data")
    codec = _codec(others[0])

    def encode(value: object) -> Plain:
        return None if value is None else codec.encode(value)

    def decode(data: object) -> object:
        return None if data is None else codec.decode(data)

    return _Codec(encode, decode)
