"""Under which row of another table the same thing falls: by its code, else what it looks like.

A row that only looks like it is a proposal: whoever shows it says so, and lets the owner choose.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.rules import Block, RuleSet

_WORD = re.compile(r"\w+")
# Rows that share less than this share words such as "in" and "of" only.
_LEAST = Fraction(1, 12)


class Match(Enum):
    """Why a row was taken."""

    SAME = "same"
    CHOSEN = "chosen"
    ALIKE = "alike"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Fit:
    """The row of a table that something falls under; None where no row looks like it."""

    block: Block | None
    match: Match


def fit(block: Block, rules: RuleSet, chosen: str | None = None) -> Fit:
    """Return the row of a rule set that stands for a row of another one.

    Args:
        block: the row that the effort stands under.
        rules: the set in which a row is looked for.
        chosen: the code of the row that the owner chose; one that is not there is passed over.
    """
    by_code = {one.code: one for one in rules.blocks}
    if chosen in by_code:
        return Fit(by_code[chosen], Match.CHOSEN)
    same = by_code.get(block.code)
    if same is not None and same.kind is block.kind:
        return Fit(same, Match.SAME)
    scores = _scores(block, rules)
    nearest = min(scores, key=scores.__getitem__, default=None)
    is_near = nearest is not None and (len(scores) == 1 or -scores[nearest][0] >= _LEAST)
    return Fit(by_code[nearest], Match.ALIKE) if nearest and is_near else Fit(None, Match.NONE)


def ranked(block: Block, rules: RuleSet) -> tuple[Block, ...]:
    """Return the rows of a set from which one chooses: what looks most like a row first.

    Rows of another kind come last, in the order of the table.
    """
    scores = _scores(block, rules)
    last = (Fraction(1), True)
    return tuple(sorted(rules.blocks, key=lambda one: scores.get(one.code, last)))


def _scores(block: Block, rules: RuleSet) -> dict[str, tuple[Fraction, bool]]:
    """Return how far the rows of the same kind are from a row; the smallest is the nearest."""
    rows = {one.code: _words(one.code, one.label) for one in rules.blocks}
    own = _words(block.code, block.label)
    rarity = Counter(word for words in (own, *rows.values()) for word in words)
    return {
        one.code: (-_likeness(own, rows[one.code], rarity), one.unit is not block.unit)
        for one in rules.blocks
        if one.kind is block.kind
    }


def _likeness(own: frozenset[str], row: frozenset[str], rarity: Mapping[str, int]) -> Fraction:
    """Return which part of their words two rows share, 0 to 1; a rare word says more."""
    common, every = _weight(own & row, rarity), _weight(own, rarity) + _weight(row, rarity)
    return 2 * common / every


def _weight(words: frozenset[str], rarity: Mapping[str, int]) -> Fraction:
    return sum((Fraction(1, rarity[word]) for word in words), Fraction(0))


@cache
def _words(code: str, label: str) -> frozenset[str]:
    return frozenset(_WORD.findall(f"{code.replace('-', ' ')} {label}".casefold()))
