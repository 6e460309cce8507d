"""Lets dataclasses make their methods when they are first called, not with the class.

For each frozen class Python's `dataclasses` compiles the text of six methods. For the 130 of
them that the first screen needs that takes 60 ms, a tenth of a start, and of five methods in
six it is for nothing: they are not called. See docs/decisions/0020-methods-when-called.md.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MAKER = "_create_fn"  # Python 3.11 and 3.12; the next ones compile less, and are left alone


def make_methods_later() -> None:
    """Have the methods of the dataclasses that are declared from now on made when called."""
    make = vars(dataclasses).get(_MAKER)
    if make is None or make.__module__ != dataclasses.__name__:  # gone, or done already
        return

    def make_later(name: str, *arguments: object, **options: object) -> Callable[..., object]:
        return _later(name, lambda: make(name, *arguments, **options))

    setattr(dataclasses, _MAKER, make_later)


def _later(name: str, make: Callable[[], Callable[..., object]]) -> Callable[..., object]:
    """Return a method that makes the real one at its first call, and gives it its place."""
    made: Callable[..., object] | None = None

    def method(self: object, /, *arguments: object, **named: object) -> object:
        nonlocal made
        if made is None:
            made = make()
            made.__qualname__ = method.__qualname__
            owner = next((one for one in type(self).__mro__ if vars(one).get(name) is method), None)
            if owner is not None:  # a representation is wrapped by `dataclasses`: not in its place
                setattr(owner, name, made)
        return made(self, *arguments, **named)

    method.__name__ = name
    return method
