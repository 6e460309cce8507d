"""Browsing the published rules: by municipality, and two sets side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sroi_desktop.domain.names import plain_name

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import Block, Bonus, RuleSet
    from sroi_desktop.services.desk import Desk

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Pair(Generic[Row]):
    """The same row in two sets; None where one of them does not have it."""

    left: Row | None
    right: Row | None

    @property
    def differs(self) -> bool:
        """Tell whether the two are not the same."""
        return self.left != self.right


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rule sets side by side: blocks and bonuses under the same code, in order."""

    left: RuleSet
    right: RuleSet
    blocks: tuple[Pair[Block], ...]
    bonuses: tuple[Pair[Bonus], ...]


def for_authority(desk: Desk, name: str) -> tuple[RuleSet, ...]:
    """Return the rule sets of a municipality, the newest edition first."""
    return desk.library.for_authority(name)


def search(desk: Desk, text: str) -> tuple[str, ...]:
    """Return the municipalities and regions of which a word starts with this text."""
    return tuple(covered.name for covered in desk.library.search(text))


def published(desk: Desk) -> tuple[RuleSet, ...]:
    """Return every published set: the tables first, then the terms without a table.

    Each by the first place where it holds, and of one place the newest edition first.
    """
    library = desk.library
    return (*sorted(library.rule_sets, key=_place), *sorted(library.terms, key=_place))


def own(desk: Desk) -> tuple[RuleSet, ...]:
    """Return the owner's own sets and those that were taken over from others."""
    return desk.library.own_sets


def every(desk: Desk) -> tuple[RuleSet, ...]:
    """Return every set that there is: the owner's own first, then what was published."""
    return (*own(desk), *published(desk))


def to_take_on(desk: Desk, rules: RuleSet) -> RuleSet:
    """Return a published set as a contract can use it.

    Terms without a table get the usual blocks, whose values the owner fills in.
    """
    return desk.library.to_fill_in(rules) if not rules.blocks else rules


def generic(desk: Desk) -> RuleSet:
    """Return the usual rows without values, for an authority that is not in the library.

    Raises:
        UnknownRuleSetError: its file is missing or broken.
    """
    return desk.library.generic


def problems(desk: Desk) -> tuple[str, ...]:
    """Return what is the matter with rule files that were left out, a sentence each."""
    return tuple(map(str, desk.library.problems))


def successor(desk: Desk, rules: RuleSet) -> RuleSet | None:
    """Return the edition that took the place of this one, or None where there is none."""
    later = (one for one in published(desk) if one.supersedes == rules.id)
    return next(later, None)


def compare(left: RuleSet, right: RuleSet) -> Comparison:
    """Return two rule sets side by side."""
    return Comparison(
        left,
        right,
        _pairs({one.code: one for one in left.blocks}, {one.code: one for one in right.blocks}),
        _pairs({one.code: one for one in left.bonuses}, {one.code: one for one in right.bonuses}),
    )


def _place(rules: RuleSet) -> str:
    return plain_name(next(iter(rules.covers), rules.publisher))


def _pairs(left: dict[str, Row], right: dict[str, Row]) -> tuple[Pair[Row], ...]:
    codes = dict.fromkeys((*left, *right))
    return tuple(Pair(left.get(code), right.get(code)) for code in codes)
