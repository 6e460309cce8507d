"""The measures that every value of a rule-set file must meet, whatever it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from sroi_desktop.rulesets.problems import KeyPath, ProblemKind

MOST_EUROS = 10**9
HUNDRED = 100
LONGEST_CODE = 60
FEWEST_IN_A_GROUP = 2
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


class Finding(NamedTuple):
    """One thing that is the matter."""

    path: KeyPath
    kind: ProblemKind
    data: tuple[tuple[str, str], ...] = ()


def shown(text: str) -> tuple[tuple[str, str], ...]:
    """Return the data of a problem that names a text from the file, cut where it is long."""
    return (("value", text[:LONGEST_CODE]),)


def one_of(path: KeyPath, *choices: str) -> Finding:
    """Say that exactly one of some keys must stand there."""
    return Finding(path, ProblemKind.ONE_OF, (("choices", ", ".join(choices)),))


def duplicates(table: KeyPath, codes: list[str], key: str = "code") -> Iterator[Finding]:
    """Find codes that occurred earlier in the same table."""
    seen: set[str] = set()
    for at, found in enumerate(codes):
        if found in seen:
            yield Finding((*table, at, key), ProblemKind.DUPLICATE, shown(found))
        seen.add(found)


def code(path: KeyPath, value: str) -> Iterator[Finding]:
    """Find a code with other signs than small letters, figures and hyphens."""
    if len(value) > LONGEST_CODE or not _CODE.fullmatch(value):
        yield Finding(path, ProblemKind.BAD_CODE)


def text(path: KeyPath, value: str) -> Iterator[Finding]:
    """Find a text in which nothing stands."""
    if not value.strip():
        yield Finding(path, ProblemKind.EMPTY)


def amount(path: KeyPath, euros: Fraction | None) -> Iterator[Finding]:
    """Find an amount below zero, far too large, or with parts of a cent."""
    if euros is None:
        return
    if euros < 0:
        yield Finding(path, ProblemKind.NEGATIVE)
    elif euros > MOST_EUROS:
        yield Finding(path, ProblemKind.TOO_GREAT)
    elif (euros * HUNDRED).denominator != 1:
        yield Finding(path, ProblemKind.NOT_CENTS)


def percentage(path: KeyPath, value: Fraction | None) -> Iterator[Finding]:
    """Find a percentage below 0 or above 100."""
    if value is not None and not 0 <= value <= HUNDRED:
        yield Finding(path, ProblemKind.NOT_A_PERCENTAGE)


def share(path: KeyPath, value: Fraction | None) -> Iterator[Finding]:
    """Find a share of nothing, or of more than the whole."""
    if value is not None and not 0 < value <= 1:
        yield Finding(path, ProblemKind.NOT_A_SHARE)


def more_than_zero(path: KeyPath, number: Fraction | None) -> Iterator[Finding]:
    """Find a number of nothing."""
    if number is not None and number <= 0:
        yield Finding(path, ProblemKind.NOT_MORE_THAN_ZERO)


def count(path: KeyPath, number: int | None, most: int) -> Iterator[Finding]:
    """Find a number below zero or far too large."""
    if number is None:
        return
    if number < 0:
        yield Finding(path, ProblemKind.NEGATIVE)
    elif number > most:
        yield Finding(path, ProblemKind.TOO_GREAT)


def at_least_one(path: KeyPath, number: int | None, most: int) -> Iterator[Finding]:
    """Find a number below one or far too large."""
    if number is not None and number < 1:
        yield Finding(path, ProblemKind.LESS_THAN_ONE)
    else:
        yield from count(path, number, most)
