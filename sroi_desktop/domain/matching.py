"""How an effort stands under a rule set that it was not booked under.

The same code is the same group in every set. Where a set lacks the row, the nearest rows are
offered as a choice: nothing is moved to another row in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import Block, RuleSet

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the owner decided about an effort that a set does not know as it was booked.

    `block` is the code of the row that takes the place of the one that is not there;
    `without` are the codes of claimed bonuses that no longer count.
    """

    block: str | None = None
    without: frozenset[str] = frozenset()


AS_BOOKED = Answer()


@dataclass(frozen=True, slots=True)
class Fit:
    """An effort as it would stand under a set, and what has to be answered first.

    `row` is the code of a row that the set does not have, `bonuses` the codes of claimed
    bonuses that it does not have.
    """

    effort: Effort
    row: str | None = None
    bonuses: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether the set knows all that the effort names."""
        return self.row is None and not self.bonuses


def row_of(rules: RuleSet, code: str) -> Block | None:
    """Return the row with this code, or None where the set does not have it."""
    return next((block for block in rules.blocks if block.code == code), None)


def fitted(effort: Effort, rules: RuleSet, answer: Answer = AS_BOOKED) -> Fit:
    """Return an effort as it would stand under a rule set, with the answers of the owner.

    An answer that is not needed changes nothing: a row that the set has stays.

    Args:
        effort: as it is booked.
        rules: the set that it would stand under.
        answer: which row, and without which bonuses.
    """
    missing = None
    if row_of(rules, effort.block) is None:
        row = None if answer.block is None else row_of(rules, answer.block)
        if row is None:
            missing = effort.block
        else:
            effort = replace(effort, block=row.code, kind=row.kind)
    if not effort.bonuses:
        return Fit(effort, missing)
    known = {bonus.code for bonus in rules.bonuses}
    unknown = [code for code in effort.bonuses if code not in known]
    dropped = [code for code in unknown if code in answer.without]
    if dropped:
        effort = without_bonuses(effort, dropped)
    return Fit(effort, missing, tuple(code for code in unknown if code not in dropped))


def without_bonuses(effort: Effort, codes: list[str]) -> Effort:
    """Return an effort that no longer claims some bonuses, nor what they cost."""
    return replace(
        effort,
        bonuses=tuple(code for code in effort.bonuses if code not in codes),
        bonus_costs=tuple(cost for cost in effort.bonus_costs if cost[0] not in codes),
    )


def nearest(row: Block, rules: RuleSet) -> tuple[Block, ...]:
    """Return the rows that could take the place of a row, the nearest first.

    Those of the same kind, and those that are worth something per the same thing; a row that
    neither holds for cannot be meant. Nearest are those of the same kind that share most words
    of their labels.
    """
    near = [
        other
        for other in rules.blocks
        if other.kind is row.kind or other.unit.bases[0] is row.unit.bases[0]
    ]
    return tuple(sorted(near, key=lambda other: _distance(row, other)))


def _distance(row: Block, other: Block) -> tuple[bool, bool, Fraction]:
    return (
        other.kind is not row.kind,
        other.unit.bases[0] is not row.unit.bases[0],
        -_alike(row.label, other.label),
    )


def _alike(one: str, other: str) -> Fraction:
    """Return which part of the words of two labels they have in common, 0 to 1."""
    mine, theirs = _words(one), _words(other)
    every = mine | theirs
    return Fraction(len(mine & theirs), len(every)) if every else Fraction(0)


def _words(label: str) -> set[str]:
    return set(_WORD.findall(label.casefold()))
